//! What is told of the reading of a large library while it goes on.

use std::time::Duration;

use sahifa::library::{News, Progress};
use sahifa::locale::Language;
use sahifa::tui::update::Message;

use super::driver::{Reading, Shelf};

/// A reader of a library of which the fixtures are the first files.
fn begun(language: Language) -> Reading {
    let shelf = Shelf::fixture().in_language(language);
    let mut reading = shelf.start();
    reading.resize(160, 20).find(shelf.entries());
    reading
}

fn read(reading: &mut Reading, done: usize, seconds: u64) {
    let time = Duration::from_secs(seconds);
    let progress = Progress { done, all: 1000, time };
    reading.send(Message::News(News { progress, ..News::default() }));
}

#[test]
fn files_rate_and_time_left_stand_in_the_bottom_row_until_all_is_read() {
    let mut reading = begun(Language::English);
    read(&mut reading, 340, 2);
    let line = reading.status_line();
    assert!(line.contains("8 articles · reading … · ███░░░░░░░ · 340 of 1000 files"), "{line}");
    assert!(line.contains("4 seconds left · 170 files a second · newest first"), "{line}");
    assert_eq!(reading.type_keys("j").selected(), "02", "one reads meanwhile");
    reading.send(Message::Loaded);
    let line = reading.status_line();
    assert!(!line.contains("reading") && !line.contains('█'), "{line}");
}

#[test]
fn the_bar_fills_from_the_side_where_the_interface_begins() {
    for (language, left) in
        [(Language::Arabic, "٣٤٠"), (Language::Persian, "۳۴۰"), (Language::Hebrew, "340")]
    {
        let mut reading = begun(language);
        read(&mut reading, 340, 2);
        let line = reading.status_line();
        assert!(line.contains("░░░░░░░███"), "{line}");
        assert!(line.contains(left), "{line}");
    }
}

#[test]
fn numbers_do_not_flicker() {
    let mut reading = begun(Language::English);
    read(&mut reading, 340, 2);
    let shown = reading.status_line();
    let time = Duration::from_millis(2040);
    let progress = Progress { done: 360, all: 1000, time };
    reading.send(Message::News(News { progress, ..News::default() }));
    assert_eq!(reading.status_line(), shown);
    read(&mut reading, 500, 3);
    assert!(reading.status_line().contains("█████░░░░░"));
}

#[test]
fn what_is_read_before_it_is_counted_is_being_read() {
    let mut reading = begun(Language::English);
    let progress = Progress { done: 4, time: Duration::from_millis(20), ..Progress::default() };
    reading.send(Message::News(News { progress, ..News::default() }));
    assert!(reading.status_line().contains("reading"), "{}", reading.status_line());
}

#[test]
fn that_known_files_are_looked_at_is_not_worth_a_word() {
    let mut reading = begun(Language::English);
    let progress = Progress { time: Duration::from_secs(3), ..Progress::default() };
    reading.send(Message::News(News { progress, ..News::default() }));
    assert!(!reading.status_line().contains("reading"), "{}", reading.status_line());
}
