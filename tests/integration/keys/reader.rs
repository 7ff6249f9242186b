//! Moving through an article.

use sahifa::article::Offset;
use sahifa::terminal::Dialect;
use sahifa::text::{Fill, Joining, Marks, Order};
use sahifa::tui::app::Focus;
use sahifa::tui::update::Effect;

use super::driver::{Reading, Shelf, visual};

/// The long article on a low screen: a pane of 11 lines.
fn low() -> (Shelf, Reading) {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("⏎");
    (shelf, reading)
}

#[test]
fn going_through_the_dialects_comes_back_to_the_terminals_joining() {
    let mut reading = Shelf::fixture().open();
    reading.app.traits.joining = Joining::FormsOrBase;
    let mut joinings = Vec::new();
    for _ in Dialect::ALL {
        reading.type_keys("②");
        joinings.push((reading.app.dialect, reading.app.text.joining));
    }
    assert!(joinings.contains(&(Dialect::Visual, Joining::FormsOrBase)), "{joinings:?}");
    assert!(joinings.contains(&(Dialect::Lrm, Joining::Forms)), "{joinings:?}");
    assert!(joinings.contains(&(Dialect::Logical, Joining::Base)), "{joinings:?}");
}

#[test]
fn tatweel_does_not_cut_a_match_in_pieces() {
    let words = "كتب ومجلة ومسجد قديم وكتاب جديد ".repeat(6);
    let article = format!("عنوان\n\n{words}\n");
    let mut reading = Shelf::of(&[("a.txt", &article)]).open();
    reading.app.text.fill = Fill::Tatweel;
    reading.resize(60, 30).type_keys("⏎/مسجد⏎");
    let found = reading.marked(0..60);
    assert!(found.iter().any(|found| found.contains('ـ')), "{found:?}");
    let whole = |found: &String| visual("مسجد") == found.replace('ـ', "");
    assert!(found.iter().all(whole), "{found:?}");
}

#[test]
fn keys_scroll_lines_halves_and_pages() {
    let (_shelf, mut reading) = low();
    let lines = reading.app.reader.as_ref().unwrap().page.height();
    assert!(lines > 30, "{lines}");
    let end = lines - 11;
    let steps = [
        ("jj", 2),
        ("k", 1),
        ("↓", 2),
        ("↑↑↑", 0),
        ("^d", 6),
        ("^u", 0),
        ("␣", 9),
        ("⇞", 0),
        ("⇟", 9),
        ("^b", 0),
        ("^f", 9),
        ("⇱", 0),
        ("⇲", end),
        ("j", end),
        ("k", end - 1),
        ("g", 0),
        ("G", end),
    ];
    for (keys, top) in steps {
        assert_eq!(reading.type_keys(keys).top(), top, "after {keys}");
        assert_eq!(reading.selected(), "01", "after {keys}");
    }
}

#[test]
fn the_status_line_tells_how_far_one_is() {
    let (_shelf, mut reading) = low();
    assert!(!reading.status_line().contains("100%"), "{}", reading.status_line());
    reading.type_keys("G");
    assert!(reading.status_line().contains("100%"), "{}", reading.status_line());
}

#[test]
fn resizing_keeps_the_line_that_is_read() {
    let (_shelf, mut reading) = low();
    reading.type_keys("^f^f");
    let (top, place) = (reading.top(), reading.app.reader.as_ref().unwrap().position());
    assert_ne!(place, Offset(0));
    for (width, height) in [(40, 12), (200, 12), (25, 3), (100, 60), (3, 1), (0, 0), (73, 9)] {
        reading.resize(width, height);
        let reader = reading.app.reader.as_ref().unwrap();
        assert_eq!(reader.position(), place, "{width}x{height}");
        let page = &reader.page;
        if reader.top + usize::from(height) <= page.height() && height > 1 {
            let start = page.lines(reader.top..).find_map(|line| line.start());
            assert!(start.is_some_and(|start| start <= place), "{width}x{height}");
        }
    }
    assert_eq!(reading.resize(100, 12).top(), top);
}

#[test]
fn the_head_of_an_article_stays_in_sight_where_it_was() {
    let (_shelf, mut reading) = low();
    reading.type_keys("j").resize(60, 12).resize(100, 12);
    assert_eq!(reading.top(), 1);
    reading.type_keys("⇥⇥");
    assert_eq!(reading.top(), 1);
}

#[test]
fn one_pane_at_a_time_where_there_is_room_for_one() {
    let mut reading = Shelf::fixture().open();
    reading.resize(60, 20);
    let list = reading.picture();
    assert!(list.contains("Lentils"), "{list}");
    assert!(!list.contains("ninety-one steps"), "{list}");
    let article = reading.type_keys("⏎").picture();
    assert!(!article.contains("Lentils"), "{article}");
    assert!(article.contains("ninety-one steps"), "{article}");
    let back = reading.type_keys("⎋").picture();
    assert!(back.contains("Lentils"), "{back}");
    assert!(!back.contains("ninety-one steps"), "{back}");
}

#[test]
fn an_article_can_be_read_alone() {
    let (_shelf, mut reading) = low();
    let divided = |reading: &Reading| reading.picture().contains(['│', '┃']);
    assert!(divided(&reading));
    assert!(!divided(reading.type_keys("z")));
    assert!(divided(reading.type_keys("⎋")), "the list is not hidden with it");
    assert!(!divided(reading.type_keys("⏎")));
    assert!(divided(reading.type_keys("z")));
}

#[test]
fn vowel_signs_are_shown_or_left_out() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.type_keys("Gk⏎");
    let has_signs = |reading: &Reading| reading.picture().contains('\u{64e}');
    assert!(has_signs(&reading));
    reading.type_keys("v");
    assert_eq!(reading.app.text.marks, Marks::Hide);
    assert!(!has_signs(&reading));
    reading.type_keys("v");
    assert!(has_signs(&reading));
}

#[test]
fn dialects_go_around_and_the_logical_one_shows_one_pane() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.type_keys("j");
    let rest = [
        Dialect::Kitty,
        Dialect::Cells,
        Dialect::Lrm,
        Dialect::Implicit,
        Dialect::Logical,
        Dialect::Visual,
    ];
    for dialect in rest {
        reading.type_keys("②");
        assert_eq!(reading.app.dialect, dialect);
        let spoken = reading.spoken.pop();
        assert!(matches!(spoken, Some(Effect::Speak(asked)) if asked == dialect), "{spoken:?}");
        assert!(reading.notice().contains(dialect.name()), "{}", reading.notice());
        let screen = reading.picture();
        let logical = dialect == Dialect::Logical;
        assert_eq!(reading.app.text.order == Order::Logical, logical);
        assert_eq!(!screen.contains('│'), logical, "{screen}");
        assert_eq!(screen.contains("سوق الكتب القديم"), logical, "{screen}");
    }
}

#[test]
fn an_article_whose_file_has_gone_is_not_read_and_can_be_tried_again() {
    let text = |title: &str, day: u8| {
        format!("---\ntitle: {title}\ndate: 2024-01-0{day}\n---\n\nText of {title}.\n")
    };
    let (first, second) = (text("First", 2), text("Second", 1));
    let shelf = Shelf::of(&[("1.md", &first), ("2.md", &second)]);
    let mut reading = shelf.open();
    std::fs::remove_file(shelf.path("2.md")).unwrap();
    reading.resize(60, 20).type_keys("j⏎");
    let id = reading.app.list.current().unwrap().id.clone();
    assert!(reading.notice().contains("2.md"), "{}", reading.notice());
    assert_eq!(reading.app.focus, Focus::List, "there is nothing to read");
    assert!(!reading.store.marks(&id).read);
    std::fs::write(shelf.path("2.md"), second).unwrap();
    reading.type_keys("⏎");
    assert_eq!((reading.reads(), reading.app.focus), ("Second", Focus::Reader));
    assert!(reading.store.marks(&id).read);
}

#[test]
fn one_article_that_was_named_is_read_at_once() {
    let text =
        |title: &str| format!("---\ntitle: {title}\ndate: 2024-01-01\n---\n\nText of {title}.\n");
    let (first, second) = (text("First"), text("Second"));
    let files = [("1.md", first.as_str()), ("2.md", second.as_str()), ("3.md", "")];
    let mut reading = Shelf::of(&files).only(&["2.md"]).open();
    assert_eq!((reading.reads(), reading.app.focus), ("Second", Focus::Reader));
    assert!(reading.store.marks(&reading.app.list.current().unwrap().id).read);
    assert_eq!(reading.type_keys("⎋").app.focus, Focus::List);
    let reading = Shelf::of(&files).only(&["1.md", "2.md"]).open();
    assert_eq!((reading.reads(), reading.app.focus), ("First", Focus::List));
    let reading = Shelf::of(&files).only(&["3.md"]).open();
    assert_eq!(reading.app.focus, Focus::List);
    assert!(reading.picture().contains("p shows why"), "{}", reading.picture());
}

#[test]
fn a_match_in_a_long_article_is_gone_to_when_it_has_been_found() {
    let line = "Words of no interest that fill a line of the article.\n\n";
    let text = format!("Long\n\n{}The needle is here.\n\n{}", line.repeat(3000), line.repeat(50));
    let mut reading = Shelf::of(&[("a.txt", &text)]).open();
    reading.kept = Some(Vec::new());
    reading.type_keys("⏎/needle⏎n");
    let mut asked = reading.kept.take().unwrap();
    assert_eq!(asked.len(), "needle".len(), "each letter once");
    let last = asked.pop().unwrap();
    let current = |reading: &Reading| reading.app.reader.as_ref().unwrap().current;
    let before = reading.top();
    for late in asked {
        reading.perform(late);
        assert_eq!(current(&reading), None, "nobody waits for it any more");
    }
    reading.perform(last);
    assert_eq!(current(&reading), Some(0), "n has waited");
    assert!(reading.top() > before);
    assert!(reading.said().contains('1'), "{}", reading.said());
}

#[test]
fn a_long_article_is_typeset_beside_the_keys_and_what_is_shown_stays_until_then() {
    let line = |nth| format!("<p>Words of no interest that fill line {nth} of the article.</p>\n");
    let long = (0..12_000).fold("<title>Long</title>\n".to_owned(), |text, nth| text + &line(nth));
    let files = [("a.txt", "Short\n\nA few words, no more.\n"), ("b.html", long.as_str())];
    let shelf = Shelf::of(&files);
    let mut reading = shelf.open();
    reading.type_keys("ssG");
    assert_eq!(reading.reads(), "Short", "by title");
    reading.kept = Some(Vec::new());
    reading.type_keys("k").resize(90, 20);
    assert_eq!((reading.selected().as_str(), reading.reads()), ("b.", "Short"));
    let asked = reading.kept.take().unwrap();
    assert_eq!(asked.len(), 1);
    asked.into_iter().for_each(|asked| reading.perform(asked));
    assert_eq!(reading.reads(), "Long");
    assert!(reading.type_keys("⏎G").top() > 12_000);
}
