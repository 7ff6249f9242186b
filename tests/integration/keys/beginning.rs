//! A long article, of which the beginning comes first. Whatever is asked for meanwhile, it comes to the same
//! as if the whole had been there.

use std::fs;

use crossterm::event::{MouseButton, MouseEventKind};
use sahifa::article::Offset;
use sahifa::tui::app::Focus;
use sahifa::tui::update::{Effect, Message, update};

use super::driver::{Reading, Shelf};

const COUNT: usize = 6000;

fn sentence(number: usize) -> String {
    format!(
        "Ship{number} left the old harbour عادت السفن and came back by night, as it had for years."
    )
}

/// Paragraphs, each with a link in Markdown, parted so.
fn paragraphs(end: &str) -> String {
    let linked = |number| format!("{} [more](https://example.org/{number}){end}", sentence(number));
    (0..COUNT).map(linked).collect()
}

fn plain() -> String {
    (0..COUNT).map(|number| sentence(number) + "\n\n").collect()
}

/// Lines that a program has kept short.
fn wrapped() -> String {
    let of = |number| {
        format!(
            "Keeper{number} climbs the stair at dusk and lights the great\nlamp for whoever is out at sea, and \
            in the long night he\nreads what the ships have brought him from the other\ntowns.\n\n"
        )
    };
    (1000..4000).map(of).collect()
}

/// A reader of one article that has a beginning and waits for the whole, and what it waits for.
fn begun(shelf: &Shelf) -> (Reading, Vec<Effect>) {
    let mut reading = shelf.start();
    reading.kept = Some(Vec::new());
    reading.find(shelf.entries());
    reading.send(Message::Loaded);
    let rest = reading.kept.take().unwrap();
    (reading, rest)
}

fn only(name: &str, text: &str) -> Shelf {
    Shelf::of(&[(name, text)]).only(&[name])
}

fn is_beginning(reading: &Reading) -> bool {
    reading.app.reader.as_ref().is_some_and(|reader| reader.is_beginning())
}

fn finish(reading: &mut Reading, rest: Vec<Effect>) {
    rest.into_iter().for_each(|effect| reading.perform(effect));
    assert!(!is_beginning(reading), "the whole has come");
}

/// The screen without the bottom row.
fn text(reading: &Reading) -> Vec<String> {
    let mut rows = reading.rows();
    rows.pop();
    rows
}

#[test]
fn the_whole_begins_as_the_beginning_does_and_the_line_that_is_read_stays() {
    let front =
        "---\ntitle: The ships\nauthor: Ada Venn\ndate: 2024-03-05\ntags: [sea]\n---\n\n# Out\n\n";
    for (name, article) in [
        ("01.txt", plain()),
        ("01.txt", plain().replace('\n', "\r\n")),
        ("01.txt", (0..COUNT).map(|number| sentence(number) + " ").collect()),
        ("01.txt", wrapped()),
        ("01.md", front.to_owned() + &paragraphs("\n\n")),
        ("01.md", front.to_owned() + &paragraphs(" ")),
        ("01.md", front.to_owned() + &paragraphs("\r\n\r\n")),
    ] {
        let shelf = only(name, &article);
        for keys in ["", "j", "␣", "␣␣␣␣␣␣␣k", "^d^d^dkkk"] {
            let (mut reading, rest) = begun(&shelf);
            reading.type_keys(keys);
            assert!(is_beginning(&reading), "{name} {keys}");
            let (top, shown) = (reading.top(), text(&reading));
            assert!(shown.iter().filter(|row| !row.is_empty()).count() > 14, "{shown:#?}");
            finish(&mut reading, rest);
            assert_eq!((reading.top(), text(&reading)), (top, shown), "{name} {keys}");
            let mut other = shelf.open();
            assert_eq!(other.type_keys(keys).picture(), reading.picture(), "{name} {keys}");
        }
    }
}

#[test]
fn what_is_asked_for_before_the_whole_has_come_comes_to_the_same() {
    let shelf = only("01.md", &paragraphs("\n\n"));
    let pages = "␣".repeat(60);
    let around = format!("{pages}{}", "⇞".repeat(40));
    for keys in [
        "G",
        "Gk",
        "Gg",
        "⇲⇱j",
        "G^uk",
        "jjGkkkj",
        "/Ship5555⏎n",
        "/night⏎nnN",
        "/Ship4000⏎nj",
        "/harbour⏎Njn",
        "/night⏎jnjj/harbour⏎nyj",
        "l",
        "p",
        "jjjll",
        "Gl",
        "lc",
        "Gy",
        "Y",
        "y",
        "Gm",
        "m",
        "jm^dy",
        "jjGv",
        "zG",
        "Gb",
        "Gh",
        "GuG",
        "^f^fYj",
        "Gt",
        &pages,
        &around,
    ] {
        let (mut reading, rest) = begun(&shelf);
        reading.type_keys(keys);
        finish(&mut reading, rest);
        let other_shelf = only("01.md", &paragraphs("\n\n"));
        let mut other = other_shelf.open();
        other.type_keys(keys);
        assert_eq!(reading.top(), other.top(), "{keys}");
        assert_eq!(text(&reading), text(&other), "{keys}");
        assert_eq!(reading.copied, other.copied, "{keys}");
        let places = |reading: &Reading| {
            let reader = reading.app.reader.as_ref().unwrap();
            (reader.position(), reader.current, reader.links.current, reader.matches.len())
        };
        assert_eq!(places(&reading), places(&other), "{keys}");
        let quotes = |reading: &Reading| {
            let notes = reading.store.state().all_notes().into_iter();
            notes.map(|note| note.content.quote.clone()).collect::<Vec<_>>()
        };
        assert_eq!(quotes(&reading), quotes(&other), "{keys}");
        reading.store.save(&shelf.entries()[0].id, sahifa::store::Change::Read(false)).unwrap();
        fs::remove_dir_all(shelf.state()).unwrap();
    }
}

#[test]
fn what_takes_no_more_than_there_is_does_not_wait() {
    let shelf = only("01.txt", &plain());
    let (mut reading, _rest) = begun(&shelf);
    assert!(reading.store.marks(&reading.app.asked.clone().unwrap().id).read);
    assert!(!reading.status_line().contains('%'), "{}", reading.status_line());
    reading.type_keys("␣␣j");
    let top = reading.top();
    assert!(top > 30, "{top}");
    reading.type_keys("/harbour⏎");
    assert!(!reading.marked(50..100).is_empty(), "what is found is marked in what there is");
    reading.type_keys("b");
    assert_eq!(reading.notice(), "bookmarked");
    assert_eq!(reading.type_keys("G").top(), top, "that waits");
    assert_eq!(reading.type_keys("q").status, Some(0), "leaving does not");
    let marks = reading.store.marks(&reading.app.asked.clone().unwrap().id);
    let position = marks.position.unwrap();
    assert!(position.offset > Offset(1000) && position.progress <= 1, "{position:?}");
}

#[test]
fn an_article_that_was_left_further_on_is_gone_on_with_there() {
    for keys in ["Gkkk", "␣␣"] {
        let shelf = only("01.txt", &plain());
        let mut reading = shelf.open();
        reading.type_keys(keys).type_keys("q");
        let (top, place) = (reading.top(), reading.app.reader.as_ref().unwrap().position());
        let (mut reading, rest) = begun(&shelf);
        assert_eq!(reading.app.reader.is_some(), keys == "␣␣", "the beginning is of use or not");
        finish(&mut reading, rest);
        assert_eq!((reading.top(), reading.app.reader.as_ref().unwrap().position()), (top, place));
    }
}

#[test]
fn a_text_that_its_end_tells_to_read_otherwise_stays_at_its_line() {
    let known = (0..COUNT).map(|number| sentence(number) + " [the log][a]\n\n").collect::<String>();
    let shelf =
        only("01.md", &("**Out**\n\n".to_owned() + &known + "[a]: https://example.org/log\n"));
    let (mut reading, rest) = begun(&shelf);
    reading.type_keys("␣␣␣");
    let number = |reading: &Reading| {
        let first = text(reading)[0].clone();
        let number = first.split_once("Ship").map(|(_, rest)| rest.split(' ').next().unwrap());
        number.map(str::to_owned)
    };
    while number(&reading).is_none() {
        reading.type_keys("j");
    }
    let before = number(&reading);
    assert!(reading.picture().contains("[the log][a]"), "{}", reading.picture());
    finish(&mut reading, rest);
    assert_eq!(number(&reading), before);
    assert!(!reading.picture().contains("[a]"), "{}", reading.picture());
}

#[test]
fn a_whole_that_cannot_be_had_is_told() {
    let shelf = only("01.txt", &plain());
    let (mut reading, rest) = begun(&shelf);
    reading.type_keys("␣G");
    fs::remove_file(shelf.path("01.txt")).unwrap();
    finish(&mut reading, rest);
    assert!(reading.said().contains("no such file"), "{}", reading.said());
    assert_eq!((reading.app.reader.is_some(), reading.app.focus), (false, Focus::List));
}

#[test]
fn what_is_chosen_meanwhile_comes_at_the_same_place() {
    let shelf = only("01.txt", &plain());
    let (mut reading, rest) = begun(&shelf);
    reading.type_keys("␣␣␣");
    let place = reading.app.reader.as_ref().unwrap().position();
    reading.type_keys("r");
    let reader = reading.app.reader.as_ref().unwrap();
    assert!(reader.choice.wish.whole && !reader.is_beginning());
    assert_eq!(reader.position(), place);
    finish(&mut reading, rest);
    assert!(
        reading.app.reader.as_ref().unwrap().choice.wish.whole,
        "nobody waits for that any more"
    );
}

#[test]
fn what_cannot_be_had_as_chosen_leaves_the_beginning_which_goes_on() {
    let shelf = only("01.txt", &plain());
    let (mut reading, _late) = begun(&shelf);
    let away = shelf.path("away");
    fs::rename(shelf.path("01.txt"), &away).unwrap();
    reading.type_keys("G");
    reading.kept = Some(Vec::new());
    let press = sahifa::terminal::Event::Key(sahifa::terminal::Press::typed('r'));
    let message = sahifa::tui::event::message(press).unwrap();
    let mut asked = update(&mut reading.app, message);
    asked.retain(|effect| matches!(effect, Effect::Open(..)));
    fs::rename(&away, shelf.path("01.txt")).unwrap();
    let Some(Effect::Open(entry, choice)) = asked.pop() else { panic!("{asked:?}") };
    let gone =
        sahifa::library::Problem { path: "01.txt".into(), reason: sahifa::library::Reason::Gone };
    reading.send(Message::Opened(entry.id.clone(), choice, Err(gone)));
    assert!(is_beginning(&reading), "what was shown stays");
    let rest = reading.kept.take().unwrap();
    finish(&mut reading, rest);
    assert!(reading.top() > COUNT, "the key has waited");
}

#[test]
fn what_may_end_elsewhere_cannot_be_selected_yet() {
    let one: String = (0..COUNT).map(|number| sentence(number) + " ").collect();
    let shelf = only("01.txt", &one);
    let (mut reading, rest) = begun(&shelf);
    let click = |reading: &mut Reading| {
        reading.mouse(MouseEventKind::Down(MouseButton::Left), 44, 10);
        reading.mouse(MouseEventKind::Up(MouseButton::Left), 44, 10);
    };
    click(&mut reading);
    click(&mut reading);
    assert_eq!(reading.copied.len(), 1, "a word");
    click(&mut reading);
    assert_eq!(reading.copied.len(), 1, "the paragraph is not there");
    finish(&mut reading, rest);
    click(&mut reading);
    click(&mut reading);
    click(&mut reading);
    assert!(reading.copied.last().unwrap().text.len() > 400_000);
}
