//! Editing is logical, moving is visual: tables of both, and what holds of any edits at all.

use proptest::prelude::*;

use super::*;
use crate::article::Direction;
use crate::text;

type Change = fn(&mut Field);

fn row(text: &str) -> Row {
    Row::new(text, Direction::Ltr, text::Setting::VISUAL)
}

fn go(field: &mut Field, toward: Toward) {
    let row = row(field.text());
    field.step(&row, toward);
}

/// At the left edge of what is seen.
fn at_the_left(text: &str) -> Field {
    let mut field = Field::new(text);
    (0..=2 * text.len()).for_each(|_| go(&mut field, Toward::Left));
    field
}

/// From the left edge to the right one: at each place the column of the cursor, and the bytes before.
fn walked(text: &str) -> Vec<(usize, usize)> {
    let row = row(text);
    let mut field = at_the_left(text);
    let mut places = Vec::new();
    loop {
        let place = (row.column(field.caret()), field.position());
        let before = field.caret();
        places.push(place);
        field.step(&row, Toward::Right);
        if field.caret() == before {
            return places;
        }
    }
}

#[test]
fn backspace_takes_a_letter_with_its_marks() {
    let mut field = Field::new("مُحَمَّ");
    field.backspace();
    assert_eq!(field.text(), "مُحَ");
}

#[test]
fn backspace_after_lam_alef_takes_the_alef_alone() {
    let mut field = Field::default();
    field.insert("سلا");
    field.backspace();
    assert_eq!(field.text(), "سل");
    field.insert("ا");
    assert_eq!(field.text(), "سلا");
}

#[test]
fn a_word_goes_with_the_spaces_after_it() {
    let mut field = Field::new("one two  ");
    field.delete_word();
    assert_eq!(field.text(), "one ");
    field.delete_word();
    assert_eq!(field.text(), "");
    let mut field = Field::new("كتاب\u{2003}جديد");
    field.delete_word();
    assert_eq!(field.text(), "كتاب\u{2003}");
}

#[test]
fn what_is_before_and_what_is_after_the_caret_go_apart() {
    let edits: [(Change, &str, usize); 6] = [
        (Field::delete, "abאבג d", 2),
        (Field::backspace, "axאבג d", 1),
        (Field::delete_to_start, "xאבג d", 0),
        (Field::delete_to_end, "ab", 2),
        (Field::home, "abxאבג d", 0),
        (Field::end, "abxאבג d", 11),
    ];
    for (edit, text, at) in edits {
        let mut field = Field::new("abxאבג d");
        field.home();
        (0..2).for_each(|_| go(&mut field, Toward::Right));
        edit(&mut field);
        assert_eq!((field.text(), field.position()), (text, at));
    }
}

#[test]
fn a_field_is_one_line_of_letters() {
    let field = Field::new("a\r\nb\tc\u{1b}[2J\u{0}\u{200c}d");
    assert_eq!(field.text(), "a  b c[2J\u{200c}d");
}

#[test]
fn a_field_takes_no_more_than_a_person_types() {
    let mut field = Field::new(&"كتاب ".repeat(1000));
    assert_eq!(field.text().chars().count(), Field::MAX_CHARS);
    field.insert("x");
    assert!(!field.text().contains('x'));
    field.backspace();
    field.insert("xy");
    assert!(field.text().ends_with('x'));
}

#[test]
fn an_empty_field_has_nothing_to_take_back_and_nowhere_to_go() {
    let mut field = Field::default();
    field.backspace();
    field.delete();
    field.delete_word();
    go(&mut field, Toward::Left);
    go(&mut field, Toward::Right);
    assert_eq!((field.text(), field.position()), ("", 0));
}

#[test]
fn a_mark_that_is_typed_before_a_letter_joins_what_is_before_it() {
    let mut field = Field::new("ab");
    go(&mut field, Toward::Left);
    field.insert("\u{301}");
    assert_eq!((field.text(), field.position()), ("a\u{301}b", 3));
    // A base before a mark without one takes it: the caret does not stand between them.
    let mut field = Field::new("\u{301}b");
    field.home();
    field.insert("a");
    assert_eq!((field.text(), field.position()), ("a\u{301}b", 3));
}

#[test]
fn the_right_key_visits_every_place_from_the_left_edge_on() {
    // Columns count from an empty one before the text; the cursor covers the letter that comes next
    // in the direction of its run.
    let table: [(&str, &[(usize, usize)]); 7] = [
        ("", &[(1, 0)]),
        ("ab", &[(1, 0), (2, 1), (3, 2)]),
        ("אב", &[(0, 4), (1, 2), (2, 0)]),
        // a b _ ב א: two places where the runs meet, at the text's end and before the first letter.
        ("ab אב", &[(1, 0), (2, 1), (3, 2), (4, 3), (3, 7), (4, 5), (5, 3)]),
        // a b _ ב א: the whole runs to the left.
        ("אב ab", &[(1, 5), (2, 6), (3, 7), (2, 5), (3, 4), (4, 2), (5, 0)]),
        // 2 4 _ ב א
        ("אב 24", &[(1, 5), (2, 6), (3, 7), (2, 5), (3, 4), (4, 2), (5, 0)]),
        // Lam and alef are one cell, and one step.
        ("سلام", &[(0, 8), (1, 6), (2, 2), (3, 0)]),
    ];
    for (text, places) in table {
        assert_eq!(walked(text), places, "{text}");
    }
}

#[test]
fn what_is_typed_at_each_place_stands_there() {
    // Typed from the left edge on, one place further each time.
    let table: [(&str, char, &[&str]); 3] = [
        ("ab אב", 'x', &["xab אב", "axb אב", "abx אב", "ab xאב", "ab אבx", "ab אxב", "ab xאב"]),
        ("אב ab", 'ג', &["אב גab", "אב aגb", "אב abג", "אב גab", "אבג ab", "אגב ab", "גאב ab"]),
        ("سلام", 'ن', &["سلامن", "سلانم", "سنلام", "نسلام"]),
    ];
    for (text, letter, results) in table {
        let row = row(text);
        let mut start = at_the_left(text);
        for result in results {
            let mut field = start.clone();
            field.insert(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(field.text(), *result);
            start.step(&row, Toward::Right);
        }
    }
}

#[test]
fn the_cursor_stands_by_the_letter_typed_last() {
    let column = |text: &str| row(text).column(Field::new(text).caret());
    // Left of the Arabic word, right of the Latin one, whatever is around them.
    assert_eq!(column("كتاب"), 0);
    assert_eq!(column("كتاب abc"), 4);
    assert_eq!(column("abc كتاب"), 4);
    assert_eq!(column("كتاب "), 0);
    assert_eq!(column("abc "), 5);
    assert_eq!(Row::new("", Direction::Rtl, text::Setting::VISUAL).column(Caret::default()), 0);
}

#[test]
fn within_a_ligature_the_cursor_is_on_it_and_leaves_it_either_way() {
    let caret = Caret { at: 4, side: Side::After };
    let row = row("سلا");
    assert_eq!(row.column(caret), 1, "the ligature's cell");
    assert_eq!(row.step(caret, Toward::Left).at, 6);
    assert_eq!(row.step(caret, Toward::Right).at, 2);
}

#[test]
fn words_are_passed_as_they_are_seen() {
    // Seen: one two גבא דהו four
    let text = "one two והד אבג four";
    let row = row(text);
    let mut field = Field::new(text);
    field.home();
    let mut stops = Vec::new();
    for _ in 0..6 {
        field.step_word(&row, Toward::Right);
        stops.push(row.column(field.caret()));
    }
    assert_eq!(stops, [4, 8, 11, 15, 21, 21]);
    field.step_word(&row, Toward::Left);
    assert_eq!(row.column(field.caret()), 17);
}

#[test]
fn a_text_that_is_too_long_is_seen_around_the_caret() {
    let text = "abcdefghij".repeat(3);
    let row = row(&text);
    let mut field = Field::new(&text);
    assert_eq!(row.window(field.caret(), 10), 22..32);
    field.home();
    assert_eq!(row.window(field.caret(), 10), 0..10);
    assert_eq!(row.window(field.caret(), 50), 0..32);
    assert_eq!(row.window(field.caret(), 0), 1..1);
}

#[test]
fn in_logical_order_the_cursor_counts_what_is_before_it() {
    let setting = text::Setting { order: text::Order::Logical, ..text::Setting::VISUAL };
    let row = Row::new("אב ab", Direction::Ltr, setting);
    assert_eq!(row.column(Field::new("אב ab").caret()), 6);
    assert_eq!(row.column(Caret::default()), 1);
}

#[derive(Clone, Debug)]
enum Edit {
    Insert(String),
    Do(usize),
    Step(Toward),
    Word(Toward),
}

const EDITS: [Change; 7] = [
    Field::backspace,
    Field::delete,
    Field::delete_word,
    Field::delete_to_start,
    Field::delete_to_end,
    Field::home,
    Field::end,
];

const LETTERS: &str =
    "[abאבسلاآمکی12٣ .,()\u{64e}\u{301}\u{200c}\u{200d}\u{200f}\u{2067}\u{2069}\u{fdfa}👩🇩🇿]{0,6}";

fn way() -> impl Strategy<Value = Toward> {
    prop_oneof![Just(Toward::Left), Just(Toward::Right)]
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        3 => LETTERS.prop_map(Edit::Insert),
        2 => (0..EDITS.len()).prop_map(Edit::Do),
        3 => way().prop_map(Edit::Step),
        1 => way().prop_map(Edit::Word),
    ];
    proptest::collection::vec(edit, 0..20)
}

fn perform(field: &mut Field, edit: &Edit) {
    let row = row(field.text());
    match edit {
        Edit::Insert(text) => field.insert(text),
        Edit::Do(index) => EDITS[*index](field),
        Edit::Step(toward) => field.step(&row, *toward),
        Edit::Word(toward) => field.step_word(&row, *toward),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_caret_stands_between_letters_and_on_the_row(edits in edits()) {
        let mut field = Field::default();
        for edit in &edits {
            perform(&mut field, edit);
            let bounds: Vec<_> = field.text().grapheme_indices(true).map(|(at, _)| at).collect();
            let at = field.position();
            prop_assert!(at == field.text().len() || bounds.contains(&at), "{field:?}");
            let row = row(field.text());
            prop_assert!(row.column(field.caret()) < row.width(), "{field:?}");
            let shown = row.window(field.caret(), 7);
            prop_assert!(shown.len() <= 7 && shown.contains(&row.column(field.caret())));
        }
    }

    #[test]
    fn a_walk_leads_back(text in "[abאבسلام12 .(]{1,12}", steps in 1_usize..12) {
        let row = row(&text);
        let mut field = at_the_left(&text);
        let mut trail = vec![(row.column(field.caret()), field.position())];
        for _ in 0..steps {
            let before = field.caret();
            field.step(&row, Toward::Right);
            if field.caret() != before {
                trail.push((row.column(field.caret()), field.position()));
            }
        }
        while let Some(place) = trail.pop() {
            prop_assert_eq!((row.column(field.caret()), field.position()), place);
            field.step(&row, Toward::Left);
        }
    }
}
