//! Sequences as terminals send them, whole, cut at every byte, and broken.

use proptest::prelude::*;

use super::super::press::KeyCode;
use super::*;

/// All that comes of these pieces, with a wait after the last.
fn decoded(pieces: &[&[u8]]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    decode(&mut decoder, pieces)
}

fn decode(decoder: &mut Decoder, pieces: &[&[u8]]) -> Vec<Event> {
    for piece in pieces {
        decoder.feed(piece);
    }
    while decoder.patience().is_some() {
        decoder.give_up();
    }
    std::iter::from_fn(|| decoder.pop()).collect()
}

/// A key as the keymap would spell it, with what it types and where it stands.
fn spelled(event: &Event) -> String {
    let Event::Key(press) = event else { return format!("{event:?}") };
    let held = [
        (Modifiers::SUPER, "M-"),
        (Modifiers::ALT, "A-"),
        (Modifiers::CONTROL, "C-"),
        (Modifiers::SHIFT, "S-"),
    ];
    let held: String =
        held.iter().filter(|(held, _)| press.held.has(*held)).map(|(_, name)| *name).collect();
    let name = match press.key {
        KeyCode::Char(c) => c.to_string(),
        key => format!("{key:?}"),
    };
    let base = press.base.map(|base| format!("@{base}")).unwrap_or_default();
    let text = if press.text == name { String::new() } else { format!("={}", press.text) };
    format!("{held}{name}{base}{text}")
}

fn keys(bytes: &[u8]) -> String {
    decoded(&[bytes]).iter().map(spelled).collect::<Vec<_>>().join(" ")
}

/// What is sent, and the keys that it is.
const KEYS: &[(&[u8], &str)] = &[
    (b"jG/", "j G /"),
    (b"\x03\x1a\x0c\x00\x1c\x1f", "C-c= C-z= C-l= C- = C-\\= C-_="),
    (b"\r\n\t\x7f\x08\x1b", "Enter= Enter= Tab= Backspace= C-h= Esc="),
    (b"\x1bx\x1b\r\x1b\x7f\x1b\x01", "A-x= A-Enter= A-Backspace= A-C-a="),
    (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up= Down= Right= Left= Home= End="),
    (b"\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "Up= Down= Right= Left= Home= End="),
    (b"\x1bOP\x1bOQ\x1bOR\x1bOS", "F(1)= F(2)= F(3)= F(4)="),
    (b"\x1bO5P\x1b[1;5P\x1b[1;2R", "C-F(1)= C-F(1)= S-F(3)="),
    (b"\x1bOM\x1bOj\x1bOp", "Enter= * 0"),
    (b"\x1b[[A\x1b[[B\x1b[[E", "F(1)= F(2)= F(5)="),
    (b"\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~", "Home= Insert= Delete= End= PageUp= PageDown="),
    (b"\x1b[7~\x1b[8~\x1b[11~\x1b[15~\x1b[17~", "Home= End= F(1)= F(5)= F(6)="),
    (b"\x1b[21~\x1b[24~\x1b[25~\x1b[28~\x1b[34~", "F(10)= F(12)= F(13)= F(15)= F(20)="),
    (b"\x1b[1;5C\x1b[1;2A\x1b[3;5~\x1b[5;3~\x1b[Z", "C-Right= S-Up= C-Delete= A-PageUp= S-Tab="),
    (b"\x1b[7^\x1b[8@\x1b[a\x1bOd", "C-Home= C-S-End= S-Up= C-Left="),
    (b"\x1b\x1b[A", "A-Up="),
    (b"\x1b[27;5;106~\x1b[27;2;13~", "C-j= S-Enter="),
    (b"\x1b[97u\x1b[97;5u\x1b[13u\x1b[27u\x1b[127;3u", "a C-a= Enter= Esc= A-Backspace="),
    (b"\x1b[106:74;2;74u\x1b[106:74;2u", "S-J S-J"),
    (b"\x1b[32;;32u\x1b[57399;;48u\x1b[57376u\x1b[57417u", "  0 F(13)= Left="),
    (b"\x1b[1578::106;;1578u\x1b[1578::106;5u", "ت@j C-ت@j="),
    (b"\x1b[1578:1600:106;2;1600u", "S-ـ@j"),
    (b"\x1b[65275::98;;1604:1575u\x1b[65275::98u", "\u{fefb}@b=لا \u{fefb}@b=لا"),
    (b"\x1b[0;;1604:1575u\x1b[0;;26085:26412u\x1b[0;;128512u", "\u{fefb}=لا 日=日本 😀"),
    (b"\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u\x1b[1;1:3A", "a a"),
    (b"\x1b[57441;2u\x1b[57358u\x1b[57428u", ""),
    (b"\x1b[I\x1b[O\x1b[24;80R\x1b[4;1$yj", "j"),
    (b"\x1b]11;rgb:00/00/00\x1b\\\x1b[>1u\x1b[?997;1nj", "j"),
    (b"\xd9\x84\xd8\xa7\xd9\x84\xd8\xa8\xd9\x84", "\u{fefb}=لا ل ب ل"),
    (b"\xff\xc3(\xed\xa0\x80j\xc2\x85", "( j"),
];

#[test]
fn keys_are_known_in_all_the_ways_in_which_they_are_sent() {
    for (bytes, expected) in KEYS {
        assert_eq!(keys(bytes), *expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_sequence_may_come_in_pieces() {
    for (bytes, _) in KEYS {
        // Letters that come apart are typed apart.
        if bytes.starts_with("ل".as_bytes()) {
            continue;
        }
        let whole = decoded(&[bytes]);
        for at in 0..bytes.len() {
            let (first, second) = bytes.split_at(at);
            assert_eq!(decoded(&[first, second]), whole, "{at} of {}", bytes.escape_ascii());
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(decoded(&single), whole, "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_key_that_sends_two_letters_is_one_and_letters_typed_apart_are_two() {
    let lam_alef = "لا".as_bytes();
    assert_eq!(keys(lam_alef), "\u{fefb}=لا");
    assert_eq!(keys("لألإلآ".as_bytes()), "\u{fef7}=لأ \u{fef9}=لإ \u{fef5}=لآ");
    assert_eq!(keys("\u{fefb}".as_bytes()), "\u{fefb}=لا");
    let apart: Vec<_> = decoded(&["ل".as_bytes(), "ا".as_bytes()]).iter().map(spelled).collect();
    assert_eq!(apart, ["ل", "ا"]);
}

#[test]
fn a_lone_escape_waits_for_the_rest_longer_while_answers_are_awaited() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"\x1b");
    assert_eq!(decoder.patience(), Some(KEY));
    decoder.expect_replies();
    assert_eq!(decoder.patience(), Some(ANSWER));
    decoder.feed(b"[?6");
    assert_eq!(decoder.patience(), Some(PART));
}

#[test]
fn an_answer_after_an_escape_that_was_typed_is_an_answer() {
    assert_eq!(keys(b"\x1b\x1b[?62;cj"), "Esc= j");
    assert_eq!(keys(b"\x1b\x1bP>|kitty(0.41.1)\x1b\\j"), "Esc= j");
    assert_eq!(keys(b"\x1b\x1b[<0;1;1Mj"), "Esc= Mouse(Click, 0, 0) j");
}

#[test]
fn pasted_text_is_no_keys_whatever_is_in_it() {
    let bytes = b"a\x1b[200~j\x1b[A\x1b[20\xd9\x84\x1b[201~k";
    let expected = vec![
        Event::Key(Press::typed('a')),
        Event::Paste("j\u{1b}[A\u{1b}[20ل".into()),
        Event::Key(Press::typed('k')),
    ];
    assert_eq!(decoded(&[bytes]), expected);
    for at in 0..bytes.len() {
        let (first, second) = bytes.split_at(at);
        assert_eq!(decoded(&[first, second]), expected, "{at}");
    }
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(decoded(&single), expected);
    assert_eq!(decoded(&[b"\x1b[200~q\x1b[201"]), [], "what is pasted slowly is not typed");
}

#[test]
fn the_mouse_tells_its_main_button_and_its_wheel() {
    let mouse = |bytes: &[u8]| decoded(&[bytes]);
    assert_eq!(mouse(b"\x1b[<0;301;8M"), [Event::Mouse(Mouse::Click, 300, 7)]);
    assert_eq!(mouse(b"\x1b[<32;2;1M"), [Event::Mouse(Mouse::Drag, 1, 0)]);
    assert_eq!(mouse(b"\x1b[<0;2;1m"), [Event::Mouse(Mouse::Release, 1, 0)]);
    assert_eq!(
        mouse(b"\x1b[<64;1;1M\x1b[<69;1;1M"),
        [Event::Mouse(Mouse::WheelUp, 0, 0), Event::Mouse(Mouse::WheelDown, 0, 0)]
    );
    for other in
        [&b"\x1b[<2;1;1M"[..], b"\x1b[<35;1;1M", b"\x1b[<0;0;1M", b"\x1b[<0;99999;1M", b"\x1b[<0M"]
    {
        assert_eq!(mouse(other), [], "{}", other.escape_ascii());
    }
}

/// What the terminals that we have seen answer: XTVERSION, DA2, the keyboard, 2501, 8, DA1.
const TERMINALS: &[(&str, &[u8], Row)] = &[
    (
        "xterm",
        b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?2501;0$y\x1b[8;0$y\x1b[?64;1;2;6;9;15;16c",
        (Some("XTerm(379)"), Some(&[41, 379, 0]), Some(0), Some(0), None),
    ),
    (
        "VTE 0.70",
        b"\x1b[>65;7006;1c\x1b[?2501;2$y\x1b[8;1$y\x1b[?65;1;9c",
        (None, Some(&[65, 7006, 1]), Some(1), Some(2), None),
    ),
    (
        "VTE 0.80",
        b"\x1bP>|VTE(8001)\x1b\\\x1b[>61;8001;1c\x1b[?2501;2$y\x1b[8;1$y\x1b[?61;1;21;22;28c",
        (Some("VTE(8001)"), Some(&[61, 8001, 1]), Some(1), Some(2), None),
    ),
    (
        "Konsole",
        b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c",
        (Some("Konsole 22.12.3"), Some(&[1, 115, 0]), None, None, None),
    ),
    (
        "mlterm",
        b"\x1b[>24;279;0c\x1b[?2501;0$y\x1b[8;0$y\x1b[?63;1;2;3;4c",
        (None, Some(&[24, 279, 0]), Some(0), Some(0), None),
    ),
    (
        "kitty",
        b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?0u\x1b[?2501;0$y\x1b[8;0$y\x1b[?62;c",
        (Some("kitty(0.26.5)"), Some(&[1, 4000, 26]), Some(0), Some(0), Some(0)),
    ),
    ("Alacritty", b"\x1b[>0;1700;1c\x1b[?6c", (None, Some(&[0, 1700, 1]), None, None, None)),
    (
        "foot",
        b"\x1bP>|foot(1.13.1)\x1b\\\x1b[>1;011301;0c\x1b[?0u\x1b[?2501;0$y\x1b[?62;4;22c",
        (Some("foot(1.13.1)"), Some(&[1, 11301, 0]), None, Some(0), Some(0)),
    ),
    ("urxvt", b"\x1b[>85;95;0c\x1b[?1;2c", (None, Some(&[85, 95, 0]), None, None, None)),
    ("st", b"\x1b[?6c", (None, None, None, None, None)),
    ("qterminal", b"\x1b[>0;115;0c\x1b[?1;2c", (None, Some(&[0, 115, 0]), None, None, None)),
    ("pterm", b"\x1b[>0;136;0c\x1b[?6c", (None, Some(&[0, 136, 0]), None, None, None)),
    ("zutty", b"\x1b[>64;0;0c\x1b[?64;1;9;15;21;22c", (None, Some(&[64, 0, 0]), None, None, None)),
    (
        "xterm.js",
        b"\x1b[>0;276;0c\x1b[8;0$y\x1b[?1;2c",
        (None, Some(&[0, 276, 0]), Some(0), None, None),
    ),
    (
        "tmux",
        b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c",
        (Some("tmux 3.3a"), Some(&[84, 0, 0]), None, None, None),
    ),
];

/// XTVERSION, DA2, mode 8, mode 2501, the keyboard.
type Row = (Option<&'static str>, Option<&'static [u16]>, Option<u16>, Option<u16>, Option<u16>);

fn replies(row: &Row) -> Replies {
    Replies {
        version: row.0.map(str::to_owned),
        secondary: row.1.map(<[u16]>::to_vec),
        bdsm: row.2,
        autodetection: row.3,
        keyboard: row.4,
        ..Replies::default()
    }
}

#[test]
fn what_terminals_answer_is_understood_and_never_typed() {
    for (name, bytes, expected) in TERMINALS {
        for at in 0..bytes.len() {
            let mut decoder = Decoder::default();
            decoder.expect_replies();
            let (first, second) = bytes.split_at(at);
            let found = decode(&mut decoder, &[b"j", first, second, b"k"]);
            let [Event::Key(j), Event::Replies(said), Event::Key(k)] = &found[..] else {
                panic!("{name}, {at}: {found:?}")
            };
            assert_eq!((j.text.as_str(), k.text.as_str()), ("j", "k"));
            assert!(said.primary.as_ref().is_some_and(|primary| primary[0] > 0), "{name}, {at}");
            let expected = Replies { primary: said.primary.clone(), ..replies(expected) };
            assert_eq!(*said, expected, "{name}, {at}");
        }
        assert_eq!(decoded(&[bytes]), [], "{name}, unasked");
    }
}

proptest! {
    #[test]
    fn any_bytes_at_all_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        decoded(&[&bytes]);
    }

    #[test]
    fn answers_among_any_keys_are_never_typed(
        keys in prop::collection::vec(0..KEYS.len(), 0..6),
        terminal in 0..TERMINALS.len(),
        at in 0..6_usize,
        sizes in prop::collection::vec(1..7_usize, 1..40),
    ) {
        // A lone ESC belongs to what follows it at once: to nothing here.
        let whole = |bytes: &&[u8]| !bytes.ends_with(b"\x1b");
        let typed: Vec<&[u8]> = keys.iter().map(|key| KEYS[*key].0).filter(whole).collect();
        let expected = decoded(&[&typed.concat()]);
        let mut mixed = typed.clone();
        mixed.insert(at.min(typed.len()), TERMINALS[terminal].1);
        let bytes = mixed.concat();
        let mut rest = bytes.as_slice();
        let mut pieces = Vec::new();
        for size in sizes {
            let (piece, more) = rest.split_at(size.min(rest.len()));
            pieces.push(piece);
            rest = more;
        }
        pieces.push(rest);
        let text = |events: &[Event]| -> String {
            events.iter().map(|event| match event {
                Event::Key(press) => press.text.as_str(),
                _ => "",
            }).collect()
        };
        prop_assert_eq!(text(&decoded(&pieces)), text(&expected));
    }
}
