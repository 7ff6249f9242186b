//! Old encodings: our own articles written in them, with declarations true and false; and the tests
//! of the HTML standard.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use sahifa::format::{Document, File, Wish, encoding_named, encodings, language};

use super::folder;

const HTML5LIB: &str = "../shared/corpora/html5lib/encoding";

/// How many of the standard's tests give the text that it means. The others hold no text at all, or
/// declare an encoding that their own bytes deny.
const STANDARD: usize = 80;

const ARABIC: &[&str] = &["windows-1256", "ISO-8859-6", "CP720"];
const HEBREW: &[&str] = &["windows-1255", "ISO-8859-8-I", "CP862"];
const LIES: &[&str] = &[
    "utf-8",
    "utf-16",
    "iso-8859-1",
    "windows-1251",
    "koi8-r",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "iso-8859-6",
    "iso-8859-8",
    "gb2312",
    "x-user-defined",
    "no-such",
];

/// The ways to declare an encoding: none, a page's, XML's, a mail's.
const WAYS: &[&str] = &[
    "",
    "<meta charset=\"NAME\">",
    "<?xml version=\"1.0\" encoding=\"NAME\"?>",
    "Content-Type: text/plain; charset=NAME\n\n",
];

#[test]
fn our_articles_are_read_in_every_old_encoding_whatever_is_declared() {
    let (mut right, mut wrong) = (0, 0);
    for (path, text) in articles() {
        let names = match language::detect(&text) {
            Some("ar") => ARABIC,
            Some("he") => HEBREW,
            _ => continue,
        };
        for own in names {
            let table = table(own);
            let body = held(&text, &table);
            for way in WAYS {
                for declared in std::iter::once(own).chain(LIES) {
                    let text = way.replace("NAME", declared) + &body;
                    let read = decode(&encode(&text, &table));
                    if read == text {
                        right += 1;
                    } else {
                        wrong += 1;
                        println!("{}: {own}, {way:?} of {declared}", path.display());
                    }
                }
            }
        }
    }
    println!("{right} readings right, {wrong} wrong");
    assert!(right >= 1000, "{right}");
    assert!(wrong * 100 <= right, "{wrong}");
}

#[test]
fn our_articles_are_read_in_utf_16() {
    for (path, text) in articles() {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            for mark in ["", "\u{feff}"] {
                let marked = format!("{mark}{text}");
                let bytes: Vec<u8> = marked.encode_utf16().flat_map(to_bytes).collect();
                assert_eq!(decode(&bytes), text, "{}", path.display());
            }
        }
    }
}

#[test]
fn what_the_user_names_is_taken() {
    for name in encodings() {
        assert_eq!(encoding_named(&name.to_lowercase()), Some(*name));
        let wish = Wish { encoding: Some(name), ..Wish::default() };
        let file = File { wish, ..File::new("a.txt", b"Plain words, an even number.") };
        assert_eq!(Document::decode(&file).expect("a text").encoding, *name);
    }
}

#[test]
fn pages_of_the_standards_tests_give_the_same_text() {
    let Some(files) = folder(HTML5LIB) else { return };
    let (mut same, mut all) = (0, 0);
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "dat")) {
        let file = fs::read(path).expect("tests");
        for (data, label) in cases(&file) {
            all += 1;
            let name = encoding_named(&label);
            let wish = Wish { encoding: name, ..Wish::default() };
            let expected = Document::decode(&File { wish, ..File::new("a.html", &data) });
            let ours = Document::decode(&File::new("a.html", &data));
            match (expected, ours) {
                (Ok(expected), Ok(ours)) if expected.text == ours.text => same += 1,
                (Err(_), Err(_)) => same += 1,
                (_, ours) => {
                    let ours = ours.map_or_else(|error| error.to_string(), |d| d.encoding.into());
                    println!("{}: {label}, not {ours}", path.display());
                }
            }
        }
    }
    println!("html5lib: {same} of {all} give the same text");
    assert!(same >= STANDARD, "{same} of {all}");
}

/// The tests in a file: `#data`, lines, `#encoding`, a line.
fn cases(file: &[u8]) -> Vec<(Vec<u8>, String)> {
    let mut cases = Vec::new();
    let (mut data, mut is_data): (Vec<u8>, bool) = (Vec::new(), false);
    let mut lines = file.split(|byte| *byte == b'\n');
    while let Some(line) = lines.next() {
        match line {
            b"#data" => {
                data.clear();
                is_data = true;
            }
            b"#encoding" => {
                let label = lines.next().map(String::from_utf8_lossy).unwrap_or_default();
                cases.push((data.clone(), label.trim().to_owned()));
                is_data = false;
            }
            _ if is_data => data.extend([line, b"\n"].concat()),
            _ => {}
        }
    }
    cases
}

/// Our own samples and fixtures.
fn articles() -> Vec<(PathBuf, String)> {
    let folders =
        ["assets/samples", "tests/fixtures/format/plain", "tests/fixtures/format/newsboat"];
    let paths = folders.iter().flat_map(|path| folder(path).unwrap_or_default());
    paths.filter_map(|path| Some((path.clone(), fs::read_to_string(&path).ok()?))).collect()
}

fn decode(bytes: &[u8]) -> String {
    Document::decode(&File::new("a", bytes)).map_or_else(|error| error.to_string(), |d| d.text)
}

/// The byte of each character above ASCII.
fn table(name: &str) -> HashMap<char, u8> {
    let wish = Wish { encoding: encoding_named(name), ..Wish::default() };
    let char_of = |byte: u8| {
        let bytes = [b'.', byte];
        let file = File { wish: wish.clone(), ..File::new("a.txt", &bytes) };
        let text = Document::decode(&file).ok()?.text;
        text.chars().nth(1).filter(|c| *c != '\u{fffd}').map(|c| (c, byte))
    };
    (0x80..=0xff).filter_map(char_of).collect()
}

/// The text without what an encoding has no byte for.
fn held(text: &str, table: &HashMap<char, u8>) -> String {
    text.chars().filter(|c| c.is_ascii() || table.contains_key(c)).collect()
}

fn encode(text: &str, table: &HashMap<char, u8>) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or_else(|| table[&c]))
        .collect()
}
