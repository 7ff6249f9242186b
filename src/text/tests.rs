//! Pictures of paragraphs: what goes in, and what stands on the lines.

use super::*;

const VISUAL: Setting = Setting { measure: Some(20), ..Setting::VISUAL };

fn lines(text: &str, level: Level, setting: Setting) -> Vec<String> {
    let paragraph = Paragraph { text, level, isolates: &[] };
    let show = |line: &Line| line.cells.iter().map(|cell| cell.symbol.as_str()).collect();
    lay_out(&paragraph, setting).iter().map(show).collect()
}

#[test]
fn arabic_is_joined_and_turned() {
    assert_eq!(lines("سلام عليكم", Level::rtl(), VISUAL), ["ﻢﻜﻴﻠﻋ ﻡﻼﺳ"]);
}

#[test]
fn numbers_and_names_stay_left_to_right() {
    let setting = Setting { measure: None, ..VISUAL };
    assert_eq!(lines("في 2021 (AUKUS)", Level::rtl(), setting), ["(AUKUS) 2021 ﻲﻓ"]);
}

#[test]
fn lines_break_in_logical_order() {
    let setting = Setting { measure: Some(9), ..VISUAL };
    assert_eq!(lines("אבג דהו זחט", Level::rtl(), setting), ["והד גבא", "טחז"]);
}

#[test]
fn a_word_longer_than_the_measure_is_broken() {
    let setting = Setting { measure: Some(4), ..VISUAL };
    assert_eq!(lines("abcdefghij kl", Level::ltr(), setting), ["abcd", "efgh", "ij", "kl"]);
}

#[test]
fn a_line_feed_is_a_line_even_when_nothing_follows() {
    assert_eq!(lines("a\n\nb\n", Level::ltr(), VISUAL), ["a", "", "b", ""]);
    assert_eq!(lines("", Level::ltr(), VISUAL), [""]);
}

#[test]
fn marks_stand_after_their_base() {
    assert_eq!(lines("שָׁלוֹם", Level::rtl(), VISUAL), ["םוֹלשָׁ"]);
}

#[test]
fn hidden_marks_leave_the_letters() {
    let setting = Setting { marks: Marks::Hide, ..VISUAL };
    assert_eq!(lines("مُحَمَّد é", Level::rtl(), setting), ["é ﺪﻤﺤﻣ"]);
}

#[test]
fn a_flood_of_marks_is_capped() {
    let flood = format!("a{}", "\u{301}".repeat(1000));
    assert_eq!(lines(&flood, Level::ltr(), VISUAL)[0].chars().count(), 9);
}

#[test]
fn logical_order_keeps_letters_and_joiners_and_drops_controls() {
    let setting = Setting { order: Order::Logical, joining: Joining::Base, ..VISUAL };
    let text = "می\u{200c}خواهم \u{202e}(الا)\u{202c}";
    assert_eq!(lines(text, Level::rtl(), setting), ["می\u{200c}خواهم (الا)"]);
}

#[test]
fn no_control_reaches_a_cell() {
    let text = "a\u{202e}\u{1b}b\u{200f}\u{2066}c\u{e0041}d\u{7}";
    assert_eq!(
        lines(text, Level::ltr(), VISUAL).concat().chars().filter(|c| !c.is_alphabetic()).count(),
        0
    );
}

#[test]
fn what_does_not_fit_ends_in_an_ellipsis_at_the_logical_end() {
    let setting = Setting { measure: Some(6), ..VISUAL };
    let cells = |text, level| -> String {
        fit(text, level, setting).cells.iter().map(|cell| cell.symbol.as_str()).collect()
    };
    assert_eq!(cells("אבגדהוזח", Level::rtl()), "…הדגבא");
    assert_eq!(cells("abc defgh", Level::ltr()), "abc d…");
    assert_eq!(cells("abcdef", Level::ltr()), "abcdef");
    assert_eq!(cells("abc\nde", Level::ltr()), "abc de");
}

#[test]
fn emoji_sequences_come_apart_into_cells_of_two() {
    let line = &lay_out(
        &Paragraph {
            text: "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}", level: Level::ltr(), isolates: &[]
        },
        VISUAL,
    )[0];
    assert_eq!(line.cells.iter().map(|cell| cell.width).collect::<Vec<_>>(), [2, 2, 2, 1, 1]);
}

#[test]
fn every_cell_knows_its_bytes() {
    let paragraph = Paragraph { text: "لا b", level: Level::rtl(), isolates: &[] };
    let bytes: Vec<_> =
        lay_out(&paragraph, VISUAL)[0].cells.iter().map(|cell| cell.bytes.clone()).collect();
    assert_eq!(bytes, [5..6, 4..5, 0..4]);
}

#[test]
fn other_scripts_keep_every_part_of_a_cluster() {
    assert_eq!(lines("हिन्दी 각", Level::ltr(), VISUAL), ["हिन्दी 각"]);
}

#[test]
fn a_line_ends_at_a_space_before_an_invisible_mark() {
    let setting = Setting { measure: Some(4), ..VISUAL };
    assert_eq!(lines("אבג \u{200f}דה", Level::rtl(), setting), ["גבא", "הד"]);
    assert_eq!(lines("אבג\u{200b}דה", Level::rtl(), setting), ["גבא", "הד"]);
}

#[test]
fn a_line_knows_its_bytes_with_the_space_at_its_end() {
    let setting = Setting { measure: Some(3), ..VISUAL };
    let paragraph = Paragraph { text: "ab  cd\n\ne", level: Level::ltr(), isolates: &[] };
    let ranges: Vec<_> = lay_out(&paragraph, setting).into_iter().map(|line| line.range).collect();
    assert_eq!(ranges, [0..4, 4..6, 7..7, 8..9]);
}

fn with_isolates(text: &str, isolates: &[Isolate]) -> String {
    let paragraph = Paragraph { text, level: Level::rtl(), isolates };
    let line = &lay_out(&paragraph, Setting { measure: None, ..VISUAL })[0];
    line.cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

#[test]
fn what_shows_nothing_still_parts_runs() {
    assert_eq!(with_isolates("12\u{200f}34", &[]), "3412");
    assert_eq!(with_isolates("\u{2066}ab\u{2069}12", &[]), "12ab");
}

#[test]
fn isolates_side_by_side_stay_apart() {
    let isolate = |range| Isolate { range, kind: IsolateKind::FirstStrong };
    assert_eq!(with_isolates("ab", &[isolate(0..1), isolate(1..2)]), "ba");
    assert_eq!(with_isolates("ab12", &[isolate(0..2)]), "12ab");
}

#[test]
fn a_link_does_not_tear_a_word_apart() {
    let link = Isolate { range: 2..10, kind: IsolateKind::FirstStrong };
    assert_eq!(with_isolates("بالعراق", &[link]), "ﻕﺍﺮﻌﻟﺎﺑ");
}

#[test]
fn a_cell_is_as_wide_as_its_letters() {
    let setting = Setting { measure: Some(3), ..VISUAL };
    let paragraph = |text| Paragraph { text, level: Level::ltr(), isolates: &[] };
    let widths = |text| -> Vec<Vec<usize>> {
        let cells = |line: Line| line.cells.iter().map(|cell| cell.width).collect();
        lay_out(&paragraph(text), setting).into_iter().map(cells).collect()
    };
    assert_eq!(widths("a\tb"), [vec![1], vec![3], vec![1]]);
    // A conjunct of four letters, and conjoining letters without end.
    assert_eq!(widths("क्क्क्क"), [[3], [1]]);
    assert_eq!(widths("ᄀᄀᄀ"), [[2], [2], [2]]);
}

#[test]
fn a_letter_that_needs_another_stands_on_a_circle() {
    assert_eq!(lines("\u{1161} \u{64b}", Level::ltr(), VISUAL), ["◌\u{1161} \u{64b}"]);
    assert_eq!(lines("\u{64b}ا", Level::ltr(), VISUAL), ["◌\u{64b}ﺍ"]);
}

#[test]
fn what_fits_but_for_the_space_after_it_is_not_cut() {
    let setting = Setting { measure: Some(3), ..VISUAL };
    let line = fit("abc  ", Level::ltr(), setting);
    assert_eq!(line.width(), 3);
    assert_eq!(line.cells.last().map(|cell| cell.symbol.as_str()), Some("c"));
}
