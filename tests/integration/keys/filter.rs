//! Typing a filter, and what it finds.

use std::sync::Arc;

use sahifa::locale::{Language, Locale};
use sahifa::tui::app::{Focus, Mode};
use sahifa::tui::update::Effect;

use super::driver::{Reading, Shelf, visual};

const LIST: std::ops::Range<u16> = 0..40;
const READER: std::ops::Range<u16> = 41..100;

fn open() -> Reading {
    Shelf::fixture().open()
}

fn typed(reading: &Reading) -> &str {
    match &reading.app.mode {
        Mode::Filter(field) => field.text(),
        _ => "",
    }
}

#[test]
fn the_list_narrows_with_every_letter() {
    let mut reading = open();
    let steps = [("/l", "01 06 08"), ("am", "01 06"), ("p kee", "01 06"), ("per gale", "01")];
    for (keys, shown) in steps {
        assert_eq!(reading.type_keys(keys).shown(), shown, "after {keys}");
    }
    assert_eq!(typed(&reading), "lamp keeper gale");
}

#[test]
fn backspace_and_its_kin_take_back() {
    let mut reading = open();
    let steps = [
        ("/lamp gale", "lamp gale"),
        ("⌫", "lamp gal"),
        ("^w", "lamp "),
        ("¬⌫", ""),
        ("كِت", "كِت"),
        ("⌫", "كِ"),
        ("⌫", ""),
        ("one two", "one two"),
        ("^u", ""),
        ("ab^h", "a"),
    ];
    for (keys, text) in steps {
        assert_eq!(typed(reading.type_keys(keys)), text, "after {keys}");
    }
    assert_eq!(reading.type_keys("⌫").shown(), "01 02 03 04 05 06 07 08");
    reading.type_keys("⌫");
    assert_eq!(reading.app.mode, Mode::Browse, "nothing is left to take back");
}

#[test]
fn enter_keeps_the_filter_and_escape_clears_it() {
    let mut reading = open();
    assert_eq!(reading.type_keys("/lamp⏎").shown(), "01 06");
    assert!(reading.status_line().contains("2 of 8 articles"), "{}", reading.status_line());
    assert!(reading.status_line().contains("filter lamp"), "{}", reading.status_line());
    assert_eq!(reading.type_keys("/ gale").shown(), "01", "typing goes on where it ended");
    assert_eq!(reading.type_keys("⎋").shown(), "01 02 03 04 05 06 07 08");
    reading.type_keys("/lamp⏎");
    assert_eq!(reading.type_keys("⎋").shown(), "01 02 03 04 05 06 07 08");
}

#[test]
fn cancelling_goes_back_to_where_one_was() {
    let mut reading = open();
    assert_eq!(reading.type_keys("jjjj/lamp").selected(), "01");
    assert_eq!(reading.type_keys("⎋").selected(), "05");
    assert_eq!(reading.type_keys("/lamp⌫⌫⌫⌫").selected(), "05");
}

#[test]
fn what_a_filter_has_led_to_stays_selected_without_it() {
    let mut reading = open();
    assert_eq!(reading.type_keys("/scholar⏎").selected(), "06");
    assert_eq!(reading.type_keys("⎋").selected(), "06");
}

#[test]
fn arrows_move_through_what_is_found_while_one_types() {
    let mut reading = open();
    assert_eq!(reading.type_keys("/lamp↓").selected(), "06");
    assert_eq!(typed(&reading), "lamp");
    assert_eq!(reading.type_keys("↑").selected(), "01");
    assert_eq!(reading.type_keys("⇟").selected(), "06");
    assert_eq!(reading.type_keys("⏎").selected(), "06");
}

#[test]
fn letters_that_are_commands_are_text_in_a_filter() {
    let mut reading = open();
    reading.type_keys("/q?bs/␣p^a¬x←①");
    assert_eq!(typed(&reading), "q?bs/ p");
    assert_eq!(reading.status, None);
}

#[test]
fn the_screen_can_be_mended_while_one_types() {
    let mut reading = open();
    reading.type_keys("/a^l");
    assert!(matches!(reading.spoken.pop(), Some(Effect::Redraw)));
    reading.type_keys("②");
    assert!(matches!(reading.spoken.pop(), Some(Effect::Speak(_))));
    assert_eq!(typed(&reading), "a");
    reading.type_keys("^c");
    assert_eq!((&reading.app.mode, reading.status), (&Mode::Browse, None));
}

#[test]
fn from_the_list_to_a_bookmark() {
    let mut reading = open();
    reading.type_keys("jj⏎/أوكوس⏎b");
    let bookmarked = |file: &str| {
        let is_it =
            |entry: &Arc<sahifa::library::Entry>| entry.item.path.to_string_lossy().contains(file);
        let entry = reading.entries().into_iter().find(is_it).unwrap();
        reading.store.marks(&entry.id).bookmarked
    };
    assert!(bookmarked("03-aukus"));
    assert!(!bookmarked("01-lighthouse"));
    assert_eq!(reading.shown(), "03");
    assert!(reading.picture().contains('★'));
}

#[test]
fn matches_are_marked_in_both_panes() {
    let mut reading = open();
    reading.type_keys("/أوكوس⏎");
    let word = visual("أوكوس");
    reading.type_keys("⇥");
    assert_eq!(reading.marked(LIST), [word.as_str()], "the title in the list");
    assert_eq!(reading.marked(READER), vec![word; 4], "the headline, and three in the text");
}

#[test]
fn matches_are_marked_whatever_their_vowel_signs_and_case() {
    let mut reading = open();
    assert_eq!(reading.type_keys("/العصفوره⏎⇥").shown(), "07");
    assert_eq!(reading.marked(LIST).len(), 1);
    assert!(reading.marked(READER).len() >= 3, "{:?}", reading.marked(READER));
    assert_eq!(reading.type_keys("/^uLENTILS⏎⇥").marked(READER), ["Lentils", "lentils"]);
}

#[test]
fn next_and_previous_match_go_around() {
    let mut reading = open();
    reading.type_keys("/أوكوس⏎⏎");
    let at = |reading: &Reading| reading.app.reader.as_ref().unwrap().current;
    assert_eq!(at(&reading), None);
    for (key, expected) in [("n", 0), ("n", 1), ("n", 2), ("n", 0), ("N", 2), ("N", 1)] {
        reading.type_keys(key);
        assert_eq!(at(&reading), Some(expected), "after {key}");
        assert_eq!(reading.said(), format!("match {} of 3", expected + 1));
    }
}

#[test]
fn a_match_below_the_screen_is_scrolled_to_and_the_one_before_it_is_above() {
    let mut reading = open();
    reading.resize(100, 10).type_keys("/turning⏎⏎");
    assert_eq!(reading.top(), 0);
    reading.type_keys("n");
    let reader = reading.app.reader.as_ref().unwrap();
    let line = reader.page.line_at(sahifa::article::Offset(reader.matches[0].start));
    assert!(line >= reader.top && line < reader.top + 9, "{line} from {}", reader.top);
    reading.type_keys("gN");
    let reader = reading.app.reader.as_ref().unwrap();
    assert_eq!(reader.current, Some(reader.matches.len() - 1), "around");
}

#[test]
fn the_first_match_is_sought_from_where_one_reads() {
    let mut reading = open();
    reading.resize(100, 10).type_keys("/keeper⏎⏎GN");
    let reader = reading.app.reader.as_ref().unwrap();
    let (at, place) = (reader.matches[reader.current.unwrap()].start, reader.position().0);
    assert!(at <= place || reader.current.unwrap() + 1 < reader.matches.len(), "{at} {place}");
}

#[test]
fn without_a_match_in_the_text_the_screen_says_so() {
    let mut reading = open();
    reading.type_keys("n");
    assert!(reading.notice().contains("no filter"), "{}", reading.notice());
    reading.type_keys("/galley⏎n");
    assert_eq!(reading.shown(), "08", "the source matches");
    assert!(reading.notice().contains("no match"), "{}", reading.notice());
}

#[test]
fn on_a_narrow_screen_the_next_match_opens_the_article() {
    let mut reading = open();
    reading.resize(60, 12).type_keys("/turning⏎n");
    assert_eq!(reading.app.focus, Focus::Reader);
    assert!(reading.picture().contains("turning"), "{}", reading.picture());
}

#[test]
fn a_filter_without_a_match_says_what_to_do() {
    let mut reading = open();
    let screen = reading.type_keys("/xyzzy⏎").picture();
    assert!(screen.contains("No article passes the filter"), "{screen}");
    assert!(screen.contains("Esc clears"), "{screen}");
    assert!(reading.status_line().contains("0 of 8"), "{screen}");
    reading.type_keys("jkGg⏎bun␣");
    assert_eq!(reading.type_keys("⎋").shown(), "01 02 03 04 05 06 07 08");
}

#[test]
fn an_article_that_is_read_stays_whatever_is_filtered() {
    let mut reading = open();
    reading.type_keys("⏎jj/keeper");
    assert_eq!((reading.reads(), reading.top()), ("The keeper of the last lamp", 2));
    assert_eq!(reading.selected(), "01");
    reading.type_keys("^uأوكوس⏎");
    assert_eq!(reading.reads(), "The keeper of the last lamp");
    assert_eq!(reading.app.focus, Focus::Reader);
    reading.type_keys("b");
    assert_eq!(reading.store.bookmarks()[0].label.title, "The keeper of the last lamp");
    reading.type_keys("⎋");
    assert_eq!((reading.selected().as_str(), reading.reads()), ("03", "غواصات أوكوس تصل متأخرة"));
}

#[test]
fn a_cleared_filter_leads_back_to_what_is_read() {
    let mut reading = open();
    reading.type_keys("jjj⏎/lamp⎋");
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("04", Focus::Reader));
}

#[test]
fn pasted_text_is_a_filter() {
    let mut reading = open();
    assert_eq!(reading.paste("lamp").shown(), "01 06");
    assert_eq!(typed(reading.paste("\n\tgale\u{1b}[2J")), "lamp  gale[2J");
    let mut reading = open();
    assert_eq!(reading.paste("أوكوس").type_keys("⏎").selected(), "03");
}

#[test]
fn a_pasted_book_is_cut() {
    let mut reading = open();
    reading.paste(&"كتاب و".repeat(100_000));
    assert!(typed(&reading).chars().count() <= 500);
    reading.type_keys("x⌫");
    reading.picture();
}

#[test]
fn the_prompt_shows_what_is_typed_and_where() {
    let mut reading = open();
    let (_, cursor) = reading.type_keys("/lam").draw();
    assert!(reading.status_line().starts_with("/ lam"), "{}", reading.status_line());
    assert_eq!(cursor, (5, 29));
    let (_, cursor) = reading.type_keys("^uكتاب").draw();
    assert!(reading.status_line().contains(&visual("كتاب")), "{}", reading.status_line());
    assert_eq!(cursor.1, 29);
}

/// The prompt with the cursor's place beside it.
fn prompt(reading: &Reading) -> (String, u16) {
    let (_, (column, _)) = reading.draw();
    (reading.status_line(), column)
}

#[test]
fn a_filter_is_drawn_as_it_is_read_whatever_its_scripts() {
    // The cursor covers the letter that comes next, or the empty cell after the one typed last.
    let table = [
        ("lamp", "/ lamp", 6),
        ("كتاب", &format!("/  {}", visual("كتاب")), 2),
        ("סיפור", "/  רופיס", 2),
        ("سلام", &format!("/  {}", visual("سلام")), 2),
        ("2024", "/ 2024", 6),
        ("كتاب 2024", &format!("/  2024 {}", visual("كتاب")), 7),
        ("lamp סיפור", "/ lamp רופיס", 6),
        ("סיפור lamp", "/  lamp רופיס", 7),
        ("-\"גבא", "/  אבג\"-", 2),
        ("(אב)", "/  (בא)", 2),
    ];
    for (keys, row, column) in table {
        let mut reading = open();
        reading.type_keys("/").type_keys(keys);
        assert_eq!(prompt(&reading), (row.to_owned(), column), "{keys}");
    }
}

#[test]
fn left_and_right_go_where_the_eye_sees_and_typing_goes_on_there() {
    let mut reading = open();
    let steps = [
        ("/אב cd", "אב cd", 5),
        ("←←", "אב cd", 3),
        // Left of the Latin word: the text's own order goes on there.
        ("x", "אב xcd", 4),
        ("→→", "אב xcd", 6),
        ("→→", "אב xcd", 6),
        ("ג", "אבג xcd", 6),
        ("⌦", "אבגxcd", 5),
        ("⇱", "אבגxcd", 8),
        ("⌦", "בגxcd", 7),
        ("⇲", "בגxcd", 6),
        ("^a^k", "", 2),
    ];
    for (keys, text, column) in steps {
        reading.type_keys(keys);
        assert_eq!((typed(&reading), prompt(&reading).1), (text, column), "after {keys}");
    }
}

#[test]
fn words_are_passed_and_taken_back_around_the_cursor() {
    let mut reading = open();
    let steps = [
        ("/one two three", "one two three"),
        ("^←x", "one two xthree"),
        ("¬b¬by", "one ytwo xthree"),
        ("¬fz", "one ytwoz xthree"),
        ("^w", "one  xthree"),
        ("^u", " xthree"),
        ("^ez", " xthreez"),
        ("^ab^k", "b"),
    ];
    for (keys, text) in steps {
        assert_eq!(typed(reading.type_keys(keys)), text, "after {keys}");
    }
}

#[test]
fn text_is_pasted_at_the_cursor() {
    let mut reading = open();
    reading.type_keys("/lamper←←").paste(" keep");
    assert_eq!(typed(&reading), "lamp keeper");
    assert_eq!(reading.shown(), "01 06");
}

#[test]
fn a_filter_longer_than_the_row_is_seen_around_the_cursor() {
    let mut reading = open();
    reading.resize(20, 6).type_keys("/abcdefghijklmnopqrstuvwxyz");
    let (row, column) = prompt(&reading);
    assert!(row.starts_with("/…") && row.ends_with('z'), "{row}");
    assert_eq!(column, 19);
    reading.type_keys("⇱");
    let (row, column) = prompt(&reading);
    assert!(row.starts_with("/ abc") && row.ends_with('…'), "{row}");
    assert_eq!(column, 2);
    (0..13).for_each(|_| drop(reading.type_keys("→").status_line()));
    let (row, column) = prompt(&reading);
    assert!(row.starts_with("/…") && row.ends_with('…'), "{row}");
    let under = row.chars().nth(usize::from(column));
    assert_eq!(under, Some('n'), "{row}");
    for width in 0..6 {
        reading.resize(width, 2).draw();
    }
}

#[test]
fn earlier_filters_come_back() {
    let mut reading = open();
    reading.type_keys("/lamp⏎⎋/أوكوس⏎⎋/lamp⏎⎋/ga");
    let steps = [
        ("^p", "lamp"),
        ("^p", "أوكوس"),
        ("^p", "أوكوس"),
        ("^n", "lamp"),
        ("^n", "ga"),
        ("^n", "ga"),
        ("¬↑", "lamp"),
        ("x", "lampx"),
        ("¬↑", "lamp"),
        ("¬↓", "lampx"),
    ];
    for (keys, text) in steps {
        assert_eq!(typed(reading.type_keys(keys)), text, "after {keys}");
    }
    assert_eq!(reading.type_keys("^p^p").shown(), "03", "the list follows");
    assert_eq!(reading.type_keys("⏎").shown(), "03");
}

#[test]
fn a_filter_of_two_directions_marks_what_it_finds() {
    let mut reading = open();
    reading.type_keys("/كتاب crossed⏎⇥");
    assert_eq!(reading.shown(), "06");
    let marked = reading.marked(LIST);
    assert!(
        marked.contains(&visual("كتاب")) && marked.contains(&"crossed".to_owned()),
        "{marked:?}"
    );
}

#[test]
fn where_the_interface_runs_from_right_to_left_the_prompt_stands_on_the_right() {
    let table = [
        ("", "/".to_owned(), 97),
        ("كتاب", format!("{} /", visual("كتاب")), 93),
        ("lamp", "lamp  /".to_owned(), 97),
        ("24", "24 /".to_owned(), 98),
    ];
    for (keys, end, column) in table {
        let mut reading = open();
        reading.app.locale = Arc::new(Locale::new(Language::Arabic, None));
        reading.type_keys("/").type_keys(keys);
        let (row, cursor) = prompt(&reading);
        assert!(row.ends_with(&end) && row.trim_start() == end, "{row:?}");
        assert_eq!((row.chars().count(), cursor), (100, column), "{keys}");
    }
}

/// Articles that all have the word, in the title, at the start of a word, inside one; the last is the newest.
const BOATS: [(&str, &str); 3] = [
    ("01.md", "---\ntitle: A boat\ndate: 2024-01-01\n---\n\nIt is old.\n"),
    ("02.md", "---\ntitle: Morning\ndate: 2024-01-02\n---\n\nWords.\n\nThen the boat came in.\n"),
    ("03.md", "---\ntitle: Evening\ndate: 2024-01-03\n---\n\nThe steamboat left.\n"),
];

#[test]
fn the_passage_tells_why_an_article_was_found() {
    let shelf = Shelf::of(&BOATS);
    let mut reading = shelf.open();
    let list = |reading: &mut Reading| {
        let start = |row: &String| row.chars().take(LIST.end.into()).collect::<String>();
        reading.rows().iter().map(start).collect::<Vec<_>>().join("\n")
    };
    assert!(!list(&mut reading).contains("the boat came in"));
    let filtered = list(reading.type_keys("/boat"));
    assert!(filtered.contains("Then the boat came in"), "{filtered}");
    assert!(filtered.contains("The steamboat left"), "{filtered}");
    assert!(
        filtered.contains("1 Jan 2024"),
        "what is seen in the title needs no passage: {filtered}"
    );
    assert!(!list(reading.type_keys("⎋")).contains("the boat came in"));
}

#[test]
fn what_fits_best_can_come_first() {
    let shelf = Shelf::of(&BOATS);
    let mut reading = shelf.open();
    reading.type_keys("ssssssss");
    assert_eq!(
        reading.type_keys("/boat⏎").shown(),
        "03 02 01",
        "newest first again: nothing was sought"
    );
    assert_eq!(reading.type_keys("ssssssss").shown(), "01 02 03");
    assert_eq!(reading.type_keys("/⌫").shown(), "01 02 03", "for what is typed on too");
    assert_eq!(reading.type_keys("⏎s").shown(), "03 02 01");
}
