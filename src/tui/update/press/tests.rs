//! Every command on every layout: the character that its key types there is typed.

use std::collections::HashMap;
use std::sync::Arc;

use super::*;
use crate::library::Source;
use crate::locale::{Language, Locale};
use crate::terminal::{LayoutName, Replies, detect};
use crate::tui::Setup;
use crate::tui::command::COMMANDS;

const US: [&str; 2] = [
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?",
];

/// Keys that mean something else on a layout, because they type an ASCII character that is bound: the
/// layout, the key's place, and another key of the same command.
const EXCEPTIONS: &[(LayoutName, &str, &str)] = &[
    (LayoutName::Hebrew, "q", "Q"),
    // Brackets are mirrored there.
    (LayoutName::Hebrew, "]", "w"),
    (LayoutName::Hebrew, "[", "W"),
    (LayoutName::Urdu, "]", "w"),
    (LayoutName::Urdu, "[", "W"),
];

fn app(language: Language, keyboard: Option<LayoutName>) -> App {
    let mut app = App::new(&Setup {
        source: Source::Samples,
        terminal: detect(&Replies::default(), |_| None),
        state: "state".into(),
        own: "cache".into(),
        config: Default::default(),
        locale: Arc::new(Locale::new(language, None)),
    });
    if let Some(keyboard) = keyboard {
        app.layout = LayoutGuess::set(keyboard);
    }
    app
}

/// What a layout types at the place of this character.
fn typed(layout: LayoutName, us: char) -> Vec<char> {
    type Rows = HashMap<String, Vec<String>>;
    let table: HashMap<String, Rows> =
        toml::from_str(include_str!("../../../../assets/layouts.toml")).unwrap();
    let rows = &table[layout.name()];
    let half = usize::from(!US[0].contains(us));
    let at = US[half].chars().position(|c| c == us).unwrap();
    let keys = rows[["plain", "shift"][half]].join(" ");
    keys.split(' ').nth(at).unwrap().chars().filter(|c| *c != '∅').collect()
}

/// A binding of a character: what is held with it, and it.
fn bound(key: &str) -> Option<(Modifiers, char)> {
    let (held, name) =
        key.strip_prefix("C-").map_or((Modifiers::NONE, key), |name| (Modifiers::CONTROL, name));
    let mut chars = name.chars();
    let c = chars.next()?;
    chars.next().is_none().then_some((held, c))
}

fn asked(app: &mut App, press: &Press) -> Option<Command> {
    if let KeyCode::Char(c) = press.key {
        app.layout.learn(c);
    }
    meaning(app, press)
}

#[test]
fn every_command_is_where_it_is_on_the_us_layout() {
    for layout in LayoutName::ALL {
        for row in COMMANDS {
            let keys = app(Language::English, None).keymap.keys(row.command).to_vec();
            for (key, (held, us)) in keys.iter().filter_map(|key| Some((key, bound(key)?))) {
                let exception = EXCEPTIONS.iter().find(|(on, at, _)| (*on, *at) == (layout, key));
                if let Some((_, _, other)) = exception {
                    assert!(keys.iter().any(|key| key == other), "{layout:?} {}", row.name);
                    continue;
                }
                for c in typed(layout, us) {
                    let mut app = app(Language::English, Some(layout));
                    let found = asked(&mut app, &Press::new(KeyCode::Char(c), held));
                    assert_eq!(found, Some(row.command), "{layout:?} {key}: {c}");
                }
            }
        }
    }
}

#[test]
fn nothing_has_to_be_set_once_a_letter_has_told_the_layout() {
    let telling = [
        (LayoutName::Arabic, 'ك'),
        (LayoutName::Persian, 'ی'),
        (LayoutName::Hebrew, 'ש'),
        (LayoutName::Urdu, 'ے'),
        (LayoutName::Russian, 'ф'),
        (LayoutName::Greek, 'α'),
    ];
    for (layout, letter) in telling {
        for us in "jkhlgGnNbBuUsvpz?".chars() {
            for c in typed(layout, us) {
                let mut app = app(Language::English, None);
                asked(&mut app, &Press::typed(letter));
                let expected = app.keymap.command(&spelled(KeyCode::Char(us), Modifiers::NONE));
                assert_eq!(asked(&mut app, &Press::typed(c)), expected, "{layout:?} {us}: {c}");
            }
        }
    }
}

#[test]
fn the_language_of_the_interface_is_a_first_guess() {
    let ask = |language, c| asked(&mut app(language, None), &Press::typed(c));
    assert_eq!(ask(Language::Arabic, 'ظ'), Some(Command::Filter));
    assert_eq!(ask(Language::Persian, 'ظ'), Some(Command::Alone));
}

#[test]
fn the_terminal_knows_best_where_a_key_stands() {
    let told = |c, base, held| {
        let press = Press { base: Some(base), ..Press::new(KeyCode::Char(c), held) };
        asked(&mut app(Language::English, None), &press)
    };
    assert_eq!(told('ظ', 'j', Modifiers::NONE), Some(Command::Down));
    assert_eq!(told('ഗ', 'g', Modifiers::NONE), Some(Command::Top), "a layout that we do not know");
    assert_eq!(told('ഗ', 'g', Modifiers::SHIFT), Some(Command::Bottom));
    assert_eq!(told('ഗ', '/', Modifiers::SHIFT), Some(Command::Help));
    assert_eq!(told('ഗ', 'd', Modifiers::CONTROL), Some(Command::HalfDown));
    assert_eq!(
        told('j', 'h', Modifiers::NONE),
        Some(Command::Down),
        "Dvorak's letters are letters"
    );
    assert_eq!(
        told('y', 'z', Modifiers::NONE),
        Some(Command::CopyParagraph),
        "so are those of QWERTZ"
    );
}

#[test]
fn left_and_right_are_what_the_eye_sees() {
    let ask = |language, key, held| meaning(&app(language, None), &Press::new(key, held));
    let none = Modifiers::NONE;
    assert_eq!(ask(Language::English, KeyCode::Right, none), Some(Command::Open));
    for language in [Language::Arabic, Language::Hebrew, Language::Persian, Language::Urdu] {
        assert_eq!(ask(language, KeyCode::Left, none), Some(Command::Open));
        assert_eq!(ask(language, KeyCode::Right, none), Some(Command::List));
        assert_eq!(ask(language, KeyCode::Char('l'), none), Some(Command::Open));
        assert_eq!(ask(language, KeyCode::Char('h'), none), Some(Command::List));
    }
}

#[test]
fn a_text_field_takes_letters_as_they_are_and_shortcuts_by_position() {
    let mut app = app(Language::English, None);
    update(&mut app, &Press::typed('/'));
    for press in [Press::typed('ت'), Press::typed('\u{fefb}')] {
        update(&mut app, &press);
    }
    assert_eq!(app.list.filter.query.to_string(), "تلا");
    update(&mut app, &Press::new(KeyCode::Char('ص'), Modifiers::CONTROL));
    assert_eq!(app.list.filter.query.to_string(), "", "Ctrl-w");
}

#[test]
fn what_is_typed_in_a_text_field_tells_the_layout() {
    let mut app = app(Language::English, None);
    update(&mut app, &Press::typed('/'));
    update(&mut app, &Press::typed('ی'));
    update(&mut app, &Press::new(KeyCode::Esc, Modifiers::NONE));
    assert_eq!(meaning(&app, &Press::typed('ظ')), Some(Command::Alone));
}
