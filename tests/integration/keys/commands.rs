//! Help, problems, keys and commands as such.

use sahifa::locale::{Language, Locale};
use sahifa::tui::app::Mode;
use sahifa::tui::command::{COMMANDS, Command, Row};
use sahifa::tui::update::Effect;

use super::driver::{Reading, Shelf};

/// Keys that lead to where a command has something to do.
fn before(command: Command) -> &'static str {
    match command {
        Command::Up | Command::HalfUp | Command::PageUp | Command::Top => "jjjjjj",
        Command::Back | Command::List => "⏎",
        Command::NextMatch | Command::PreviousMatch => "/lamp⏎",
        Command::Alone => "⏎",
        Command::Marks => "Gk",
        _ => "",
    }
}

/// What the keymap's names are in the driver's notation.
fn notation(key: &str) -> String {
    let names = [
        ("C-", "^"),
        ("S-Tab", "⇤"),
        ("Tab", "⇥"),
        ("Enter", "⏎"),
        ("Esc", "⎋"),
        ("Space", "␣"),
        ("PageUp", "⇞"),
        ("PageDown", "⇟"),
        ("Home", "⇱"),
        ("End", "⇲"),
        ("Up", "↑"),
        ("Down", "↓"),
        ("Left", "←"),
        ("Right", "→"),
        ("F1", "①"),
        ("F2", "②"),
    ];
    names.iter().fold(key.to_owned(), |key, (name, sign)| key.replace(name, sign))
}

fn help(row: &Row) -> String {
    Locale::new(Language::English, None).text(&format!("command-{}", row.name))
}

fn state(reading: &Reading) -> String {
    let app = &reading.app;
    let filter = &app.list.filter;
    format!(
        "{} {:?} {:?} {:?} {} {:?} {:?}",
        reading.picture(),
        app.focus,
        app.mode,
        (filter.bookmarks_only, filter.unread_only, app.list.sort, app.text.marks),
        reading.spoken.len(),
        reading.status,
        app.reader.as_ref().map(|reader| (reader.top, reader.current)),
    )
}

#[test]
fn every_key_of_every_command_does_something() {
    for row in COMMANDS {
        let shelf = Shelf::fixture();
        let keys = shelf.open().app.keymap.keys(row.command).to_vec();
        assert!(!keys.is_empty(), "{}", row.name);
        for key in keys {
            let mut reading = shelf.open();
            reading.resize(100, 12).type_keys(before(row.command));
            let was = state(&reading);
            reading.type_keys(&notation(&key));
            assert_ne!(state(&reading), was, "{key} for {}", row.name);
        }
    }
}

#[test]
fn keys_without_a_meaning_do_nothing() {
    let mut reading = Shelf::fixture().open();
    let was = state(&reading);
    reading.type_keys("d9^x¬j¬q⌫漢");
    assert_eq!(state(&reading), was);
}

#[test]
fn q_and_ctrl_c_leave_from_anywhere() {
    for keys in ["q", "^c", "⏎q", "?q", "pq", "/a⏎q"] {
        assert_eq!(Shelf::fixture().open().type_keys(keys).status, Some(0), "{keys}");
    }
}

#[test]
fn suspending_and_redrawing_are_asked_of_the_terminal() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("^z^l");
    assert!(matches!(reading.spoken[..], [Effect::Suspend, Effect::Redraw]));
}

#[test]
fn the_help_names_every_command_with_its_keys() {
    let mut reading = Shelf::fixture().open();
    reading.resize(100, 60);
    let screen = reading.type_keys("?").picture();
    for row in COMMANDS {
        let help = help(row);
        assert!(screen.contains(&help), "{help}\n{screen}");
        for key in reading.app.keymap.keys(row.command) {
            assert!(screen.contains(key.as_str()), "{key}\n{screen}");
        }
    }
}

#[test]
fn the_help_scrolls_to_its_end_and_no_further_and_closes() {
    let mut reading = Shelf::fixture().open();
    reading.resize(60, 12).type_keys("?");
    let top = reading.picture();
    let screen = reading.type_keys("G").picture();
    assert!(screen.contains(&help(COMMANDS.last().unwrap())), "{screen}");
    assert_ne!(reading.type_keys("k").picture(), screen, "one line back is one line back");
    assert_eq!(reading.type_keys("jjj").picture(), screen);
    assert_eq!(reading.type_keys("g").picture(), top);
    reading.type_keys("G").resize(60, 70);
    assert_eq!(reading.app.mode, Mode::Help(0), "all of it is in sight");
    for close in ["?", "⎋", "⏎", "①"] {
        reading.type_keys(close);
        assert_eq!(reading.app.mode, Mode::Browse, "{close}");
        reading.type_keys("?");
    }
}

#[test]
fn a_command_over_the_help_closes_it_and_is_seen() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("?b");
    assert_eq!((&reading.app.mode, reading.notice()), (&Mode::Browse, "bookmarked"));
    reading.type_keys("?/lamp");
    assert_eq!(reading.shown(), "01 06");
    reading.type_keys("⏎?p");
    assert_eq!(reading.app.mode, Mode::Problems(0));
}

#[test]
fn problems_scroll_and_close() {
    let names: Vec<String> = (10..60).map(|at| format!("{at}.txt")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
    let mut reading = Shelf::of(&files).open();
    reading.resize(100, 12);
    assert!(reading.status_line().contains("50 not read"), "{}", reading.status_line());
    let screen = reading.type_keys("p").picture();
    assert!(screen.contains("50 files could not be read"), "{screen}");
    assert!(screen.contains("10.txt"), "{screen}");
    let screen = reading.type_keys("G").picture();
    assert!(screen.contains("59.txt"), "{screen}");
    assert!(!reading.type_keys("k").picture().contains("59.txt"));
    reading.type_keys("⎋");
    assert_eq!(reading.app.mode, Mode::Browse);
}

#[test]
fn notices_give_way_to_the_next_command() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("b");
    assert!(reading.status_line().contains("bookmarked"));
    reading.type_keys("j");
    assert_eq!(reading.notice(), "");
}
