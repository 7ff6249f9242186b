//! A text of several megabytes: its beginning is there first, keys mean the whole.

use std::fs;

use portable_pty::CommandBuilder;

use super::{PROGRAM, Terminal};

const COUNT: usize = 40_000;

/// A reader of a text of as many paragraphs, with its state below `home`.
fn start(home: &std::path::Path) -> Terminal {
    let paragraph = |number: usize| {
        format!("Ship {number} of the old harbour came back by night, as they had for years.\n\n")
    };
    let path = home.join("ships.txt");
    let text = "The log\n\n".to_owned() + &(1..=COUNT).map(paragraph).collect::<String>();
    fs::write(&path, text).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.arg(path);
    Terminal::run(command, home, (12, 100))
}

/// The number of the paragraph in the first row.
fn first(terminal: &Terminal) -> Option<usize> {
    terminal.contents().lines().next()?.split_once("Ship ")?.1.split(' ').next()?.parse().ok()
}

#[test]
fn a_long_text_is_read_from_its_first_screen_to_its_true_end_and_again_from_there() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.shows_text("Ship 1 of");
    terminal.type_keys("G");
    terminal.shows_text(&format!("Ship {COUNT} of"));
    terminal.shows_text("100%");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
    let mut terminal = start(home.path());
    terminal.shows_text(&format!("Ship {COUNT} of"));
    assert!(!terminal.contents().contains("Ship 1 of"), "{}", terminal.contents());
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn the_line_that_is_read_stays_when_the_whole_comes() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.shows_text("Ship 1 of");
    terminal.type_keys("jjjj j");
    terminal.shows(|screen| screen.contents().contains('%'));
    terminal.shows_text("Ship 7 of");
    let top = first(&terminal);
    assert!(top.is_some_and(|top| top > 3), "{}", terminal.contents());
    terminal.type_keys("Ggjjjj j");
    terminal.shows_text("Ship 7 of");
    assert_eq!(first(&terminal), top, "{}", terminal.contents());
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}
