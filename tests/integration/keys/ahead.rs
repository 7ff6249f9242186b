//! Typing faster than anybody finds.

use sahifa::search::Query;
use sahifa::terminal::{Event, KeyCode, Modifiers, Press};
use sahifa::tui::app::{Focus, Mode};
use sahifa::tui::event::message;
use sahifa::tui::update::{Effect, Message, update};

use super::driver::{Reading, Shelf};

const ALL: &str = "01 02 03 04 05 06 07 08";

fn open() -> Reading {
    Shelf::fixture().open()
}

fn typed(reading: &Reading) -> &str {
    match &reading.app.mode {
        Mode::Filter(field) => field.text(),
        _ => "",
    }
}

/// A reader who types faster than anybody finds, and what was asked for.
fn hurried(reading: &mut Reading, keys: &str) -> Vec<Effect> {
    let press = |c: char| match c {
        '⏎' => Press::new(KeyCode::Enter, Modifiers::NONE),
        c => Press::new(KeyCode::Char(c), Modifiers::NONE),
    };
    let press = |c| message(Event::Key(press(c))).unwrap();
    keys.chars().flat_map(|c| update(&mut reading.app, press(c))).collect()
}

#[test]
fn what_is_typed_ahead_means_what_is_found() {
    let mut reading = open();
    reading.type_keys("jj");
    let effects = hurried(&mut reading, "/lamp⏎j⏎");
    let asked: Vec<_> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Find(query) => query.source(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(asked, ["l", "la", "lam", "lamp"]);
    assert_eq!(typed(&reading), "lamp", "what is typed is shown at once");
    assert_eq!((reading.shown().as_str(), reading.selected().as_str()), (ALL, "03"));
    for effect in effects {
        reading.perform(effect);
    }
    assert_eq!((reading.shown().as_str(), reading.selected().as_str()), ("01 06", "06"));
    assert_eq!((&reading.app.mode, reading.app.focus), (&Mode::Browse, Focus::Reader));
}

#[test]
fn keys_do_not_wait_for_ever() {
    let mut reading = open();
    hurried(&mut reading, "/lamp⏎j");
    assert!(matches!(reading.app.mode, Mode::Filter(_)));
    reading.send(Message::Tick);
    assert_eq!((&reading.app.mode, reading.selected().as_str()), (&Mode::Browse, "02"));
}

#[test]
fn a_search_that_fails_is_told() {
    let mut reading = open();
    hurried(&mut reading, "/lamp");
    let query = Query::parse("lamp");
    reading.send(Message::Matches(query, Err("no such file".into())));
    assert_eq!(
        (reading.shown(), reading.said()),
        (String::new(), "searching failed: no such file".into())
    );
    assert_eq!(reading.type_keys("⎋").shown(), ALL);
}
#[test]
fn what_has_been_found_so_far_is_shown_and_keys_wait_for_the_rest() {
    let mut reading = open();
    let effects = hurried(&mut reading, "/lamp⏎j");
    let query = Query::parse("lamp");
    let so_far = reading.found("lamp gale");
    reading.send(Message::SoFar(query.clone(), so_far.clone()));
    assert_eq!(reading.shown(), "01");
    assert!(matches!(reading.app.mode, Mode::Filter(_)), "the keys still wait");
    effects.into_iter().for_each(|effect| reading.perform(effect));
    assert_eq!((reading.shown().as_str(), reading.selected().as_str()), ("01 06", "06"));
    reading.send(Message::SoFar(query, so_far));
    assert_eq!(reading.shown(), "01 06", "all is known by now");
}
