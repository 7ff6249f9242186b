//! How the open article is shown: in another encoding, whole, in another version; and what is said of it.

use std::fs;

use sahifa::locale::Language;
use sahifa::tui::update::{Message, update};

use super::driver::{Reading, Shelf, visual};

const ARABIC: &str = "وصلت السفينة إلى الميناء صباح اليوم\n\nقال شهود إن السفينة وصلت إلى الميناء مع \
    الفجر، وعلى متنها حمولة من القمح والذرة.\n\nوأضاف عامل في الميناء أن التفريغ يبدأ غدا.\n";

/// A text in windows-1256 that declares nothing, open.
fn arabic() -> (Shelf, Reading) {
    let shelf = Shelf::of(&[("02.txt", "Another\n\nA text that nobody reads in this test.\n")]);
    let bytes: Vec<u8> = ARABIC.chars().map(windows_1256).collect();
    fs::write(shelf.path("01.txt"), bytes).unwrap();
    let shelf = shelf.only(&["01.txt"]);
    let reading = shelf.open();
    (shelf, reading)
}

fn windows_1256(c: char) -> u8 {
    const LETTERS: &str = "ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىي";
    match LETTERS.chars().position(|letter| letter == c) {
        Some(at) => 0xc1 + u8::try_from(at).unwrap(),
        None if c == '،' => 0xa1,
        None => u8::try_from(c).unwrap(),
    }
}

fn screen(reading: &Reading) -> String {
    reading.rows().join("\n")
}

#[test]
fn the_encoding_that_was_found_out_is_told_and_can_be_changed_and_changed_back() {
    let (_shelf, mut reading) = arabic();
    let headline = visual("وصلت السفينة إلى الميناء صباح اليوم");
    assert!(screen(&reading).contains(&headline), "{}", screen(&reading));
    assert!(reading.status_line().contains("windows-1256"), "{}", reading.status_line());
    assert!(screen(&reading).contains("Read as windows-1256"), "{}", screen(&reading));
    reading.type_keys("e");
    assert!(screen(&reading).contains("Encoding: Enter keeps it, Esc goes back"));
    assert!(screen(&reading).contains("▸"), "something is selected");
    let id = reading.app.reader.as_ref().unwrap().id().clone();
    reading.type_keys("G");
    assert!(!reading.reads().starts_with("وصلت"), "in the last encoding: {}", reading.reads());
    assert_eq!(*reading.app.reader.as_ref().unwrap().id(), id, "marks stay the article's");
    reading.type_keys("⎋");
    assert!(reading.reads().starts_with("وصلت"), "{}", reading.reads());
    assert!(!screen(&reading).contains("Encoding:"));
}

#[test]
fn an_encoding_that_is_kept_holds_for_the_session() {
    let (_shelf, mut reading) = arabic();
    reading.type_keys("eG⏎");
    let last = sahifa::format::encodings().last().unwrap();
    assert_eq!(reading.said(), format!("read as {last} until you leave"));
    assert!(screen(&reading).contains("as you chose"), "{}", screen(&reading));
    let garbled = reading.reads().to_owned();
    reading.type_keys("h⏎");
    assert_eq!(reading.reads(), garbled);
    reading.type_keys("eg⏎");
    assert_eq!(reading.said(), "read as windows-1256, as found out");
}

#[test]
fn the_key_of_the_menu_goes_round_in_it_and_a_click_chooses() {
    let (_shelf, mut reading) = arabic();
    reading.type_keys("e");
    let first = screen(&reading);
    for _ in 0..sahifa::format::encodings().len() {
        reading.type_keys("e");
        assert_ne!(screen(&reading), first);
    }
    reading.type_keys("e");
    assert_eq!(screen(&reading), first);
    let row = reading.rows().iter().position(|row| row.contains("UTF-8")).unwrap();
    let click = crossterm::event::MouseEventKind::Down(crossterm::event::MouseButton::Left);
    reading.mouse(click, 5, u16::try_from(row).unwrap());
    assert!(reading.reads().contains('\u{fffd}'), "{}", reading.reads());
}

#[test]
fn another_command_closes_the_menu_and_is_done() {
    let (_shelf, mut reading) = arabic();
    reading.type_keys("eb");
    assert!(!screen(&reading).contains("Encoding:"));
    assert_eq!(reading.notice(), "bookmarked");
}

#[test]
fn places_in_another_reading_are_not_kept() {
    let text: String = (0..60).map(|at| format!("Paragraph {at} of the text.\n\n")).collect();
    let shelf = Shelf::of(&[("01.md", &format!("# A long one\n\n{text}"))]).only(&["01.md"]);
    let mut reading = shelf.open();
    let id = reading.app.list.current().unwrap().id.clone();
    reading.type_keys("␣␣h⏎");
    let kept = reading.store.marks(&id).position;
    assert!(kept.is_some());
    let top = reading.top();
    reading.type_keys("r");
    assert_eq!(reading.said(), "the whole page");
    assert!(reading.app.reader.as_ref().unwrap().choice.wish.whole);
    assert!(reading.status_line().contains("whole page") || !reading.said().is_empty());
    assert_eq!(reading.top(), top, "the place is found again");
    reading.type_keys("␣h");
    assert_eq!(reading.store.marks(&id).position, kept);
    reading.type_keys("⏎r");
    assert_eq!(reading.said(), "the article alone");
    assert!(!reading.app.reader.as_ref().unwrap().choice.wish.whole);
}

#[test]
fn an_answer_to_what_is_no_longer_asked_for_is_passed_over() {
    let (_shelf, mut reading) = arabic();
    let entry = reading.app.list.current().unwrap().clone();
    reading.type_keys("e");
    // The answer comes late: by then something else has been chosen.
    let Some(press) = sahifa::tui::event::message(sahifa::terminal::Event::Key(
        sahifa::terminal::Press::typed('G'),
    )) else {
        panic!("a key is a message")
    };
    let asked = update(&mut reading.app, press);
    let [sahifa::tui::update::Effect::Open(_, choice)] = &asked[..] else { panic!("{asked:?}") };
    let part = sahifa::library::open(&entry, choice.wish.clone()).map(Box::new);
    let late = Message::Opened(entry.id.clone(), choice.clone(), part);
    reading.type_keys("g");
    let title = reading.reads().to_owned();
    reading.send(late);
    assert_eq!(reading.reads(), title);
    assert!(title.starts_with("وصلت"), "{title}");
}

#[test]
fn an_article_that_is_saved_once_says_so() {
    let (_shelf, mut reading) = arabic();
    reading.type_keys("V");
    assert_eq!(reading.said(), "this article is saved only once");
}

#[test]
fn versions_of_an_article_are_told_and_shown_one_after_the_other() {
    let body = "The pilot boat went out before dawn to meet the ship, as it had for forty years.";
    let page =
        format!("<html><body><article><h1>The pilot</h1><p>{body}</p></article></body></html>");
    let shelf = Shelf::of(&[("01.md", &format!("# The pilot\n\n{body}\n")), ("02.html", &page)]);
    let mut reading = shelf.open();
    assert_eq!(reading.app.list.total(), 1, "one row");
    reading.type_keys("⏎");
    assert!(screen(&reading).contains("Also saved as"), "{}", screen(&reading));
    let best = reading.selected();
    let id = reading.app.reader.as_ref().unwrap().id().clone();
    reading.type_keys("V");
    let other = if best == "01" { "02.html" } else { "01.md" };
    assert_eq!(reading.said(), format!("version 2 of 2: {other}"));
    let reader = reading.app.reader.as_ref().unwrap();
    assert_eq!((reader.choice.version, reader.id()), (1, &id));
    reading.type_keys("V");
    assert!(reading.said().starts_with("version 1 of 2"), "{}", reading.said());
}

#[test]
fn an_article_of_which_only_the_address_was_saved_says_so() {
    let list = "title,url,time_added,tags,status\n\
        A story kept for later,https://example.org/story,1700000000,sea|trade,unread\n";
    let text = "# Another\n\nA text that has nothing to do with that story at all.\n";
    let shelf = Shelf::of(&[("00.csv", list), ("01.md", text)]);
    let mut reading = shelf.open();
    reading.type_keys("/kept for later⏎");
    assert_eq!(reading.shown(), "00", "its title is found");
    let screen = screen(&reading);
    for shown in ["○", "no text saved", "Only the address", "o opens the address", "sea, trade"] {
        assert!(screen.replace(['\u{2068}', '\u{2069}'], "").contains(shown), "{shown}: {screen}");
    }
    assert_eq!(screen.matches("https://example.org/story").count(), 1);
    reading.type_keys("o");
    assert_eq!(reading.visited, ["https://example.org/story"]);
    reading.type_keys("⏎␣␣rreG⎋Y");
    assert_eq!(reading.reads(), "A story kept for later");
}

#[test]
fn the_menu_fits_every_screen_in_every_language() {
    for language in Language::ALL {
        for (width, height) in [(100, 30), (40, 12), (20, 6), (5, 3), (1, 1)] {
            let (shelf, _) = arabic();
            let mut reading = shelf.in_language(language).open();
            reading.resize(width, height).type_keys("e");
            for _ in 0..9 {
                reading.type_keys("j");
                assert_eq!(reading.rows().len(), usize::from(height));
            }
            reading.resize(100, 30).type_keys("⎋");
            assert!(reading.reads().starts_with("وصلت"), "{language:?} {width}");
        }
    }
}

#[test]
fn problems_of_one_reason_stand_under_it() {
    let shelf = Shelf::of(&[
        ("01.txt", "A title\n\nSome words in a paragraph of text.\n"),
        ("02.txt", ""),
        ("03.html", "<html><body></body></html>"),
        ("04.txt", " \n"),
    ]);
    let mut reading = shelf.open();
    reading.type_keys("p");
    let rows = reading.rows();
    let group = rows.iter().position(|row| row.trim() == "the file is empty (2)").unwrap();
    assert!(rows[group + 1].contains("02.txt") && rows[group + 2].contains("04.txt"), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("03.html: no article in it")), "{rows:?}");
    let mut reading = shelf.in_language(Language::Arabic).open();
    reading.type_keys("p");
    assert!(screen(&reading).contains(&visual("الملف فارغ")), "{}", screen(&reading));
}
