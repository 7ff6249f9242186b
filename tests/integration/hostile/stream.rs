//! Every character in every place where text from outside is shown, and what then goes to the terminal. Some
//! of the characters here, all of them in the long run.

use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sahifa::library;
use sahifa::library::Source;
use sahifa::store::{Change, Content, Edit, Label, Store};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::screen::Screen;
use crate::judge::Leave;

/// So many characters are in one field of one article; all of them fit on the screen.
const FIELD: usize = 5000;
/// No longer summary is shown over an article: thousands of them are needed, on a small screen.
const SUMMARY: usize = 250;
const SIZE: (u16, u16) = (330, 300);
const SMALL: (u16, u16) = (30, 200);
const QUIET: Duration = Duration::from_millis(60);
const SOON: Duration = Duration::from_millis(20);
const WORDS: &str = "Words that make an article of it, in plain letters, as articles have them.";

/// A place where text of a file is shown: its name, the ending of such files, and the file for a text.
type Place = (&'static str, &'static str, fn(&str) -> String);

const PLACES: &[Place] = &[
    ("title", "md", |text| front("title", text)),
    ("author", "json", |text| wallabag(text, ("", ""), "")),
    ("source", "md", |text| front("source", text)),
    ("standfirst", "md", |text| front("description", text)),
    ("tags", "md", |text| front("tags", text)),
    ("url", "md", |text| front("url", &format!("https://example.org/{text}"))),
    ("body", "txt", |text| format!("Title\n\n{WORDS}\n\n{text}\n")),
    ("code", "md", |text| format!("# Title\n\n{WORDS}\n\n```\n{text}\n```\n")),
    ("link", "html", |text| {
        page(&format!("<a href=\"https://example.org/{}\">it</a>", html(text)))
    }),
    ("caption", "html", |text| {
        page(&format!(
            "</p><figure><img src=\"a.png\"><figcaption>{}</figcaption></figure><p>",
            html(text)
        ))
    }),
    ("cell", "html", |text| {
        page(&format!("</p><table><tr><td>a</td><td>{}</td></tr></table><p>", html(text)))
    }),
    ("references", "html", |text| page(&html(text))),
    ("note", "json", |text| wallabag("", ("", text), "")),
    ("passage", "json", |text| wallabag("", (text, ""), "")),
    ("html in JSON", "json", |text| wallabag("", ("", ""), text)),
];

fn front(field: &str, text: &str) -> String {
    let quoted = text.chars().fold(String::new(), |mut quoted, c| {
        write!(quoted, "\\U{:08x}", u32::from(c)).unwrap();
        quoted
    });
    let title = if field == "title" { "" } else { "title: Title\n" };
    format!("---\n{title}{field}: \"{quoted}\"\n---\n\n{WORDS}\n")
}

fn page(content: &str) -> String {
    format!(
        "<title>Title</title><article><h1>Title</h1><p>{WORDS}</p><p>{WORDS} {content}</p></article>"
    )
}

fn html(text: &str) -> String {
    text.chars().map(|c| format!("&#{};", u32::from(c))).collect()
}

/// Names as long as names may be.
fn people(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(40).map(|name| name.iter().collect()).collect()
}

fn wallabag(author: &str, (quote, remark): (&str, &str), content: &str) -> String {
    let note = serde_json::json!([{
        "id": 1, "is_archived": 0, "is_starred": 0, "title": "Title", "url": "https://example.org/",
        "content": format!("<p>{WORDS}</p><p>{}</p>", html(content)), "tags": [], "created_at": "2024-05-01T10:00:00+0000",
        "published_by": people(author), "annotations": [{ "quote": quote, "text": remark }],
    }]);
    note.to_string()
}

/// Some characters: those that anything is known of, and some of the rest.
fn some() -> Vec<char> {
    let odd = |code: u32| {
        matches!(code, 0..0x700 | 0x1ff0..0x2070 | 0xd7f0..=0xdfff | 0xe000..0xe020 | 0xfdc0..0xfe30)
            || matches!(code, 0xfff0..0x1_0010 | 0x1_f3f8..0x1_f408 | 0xe_0000..0xe_0200)
            || matches!(code, 0xf_0000..0xf_0008 | 0x10_fff0..)
            || code & 0xfffe == 0xfffe
            || code.is_multiple_of(199)
    };
    (0..=0x10_ffff).filter(|code| odd(*code)).filter_map(char::from_u32).collect()
}

fn all() -> Vec<char> {
    ('\0'..=char::MAX).collect()
}

/// What has to be seen, so that it is known to have been shown at all.
fn is_telling(c: &char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The file with words and an address of its own: what says the same is one article.
fn apart(file: &str, number: usize) -> String {
    let words: Vec<String> = (0..40).map(|at| format!("word{number}of{at}")).collect();
    let address = format!("https://example.org/{number}/");
    file.replace(WORDS, &words.join(" ")).replace("https://example.org/", &address)
}

/// Opens an article for each part of the characters in each place.
fn read(place: usize, chars: &[char]) {
    let (name, end, make) = PLACES[place];
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    fs::create_dir(&library).unwrap();
    let (length, size, quiet) =
        if name == "standfirst" { (SUMMARY, SMALL, SOON) } else { (FIELD, SIZE, QUIET) };
    let parts: Vec<&[char]> = chars.chunks(length).collect();
    for (number, part) in parts.iter().enumerate() {
        let text: String = part.iter().collect();
        let file = apart(&make(&text), number);
        fs::write(library.join(format!("{number:04}.{end}")), file).unwrap();
    }
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["library"], size, Leave::default());
    screen.shows(&format!("{} article", parts.len()));
    for _ in &parts {
        screen.settle(quiet);
        screen.type_keys("j");
    }
    screen.settle(quiet);
    screen.type_keys("q");
    assert_eq!(screen.finish(), 0, "{name}");
    let length = screen.heard(|heard| heard.length);
    println!("{name}: {} characters, {length} bytes, {:?}", chars.len(), start.elapsed());
    // Tags, addresses of articles and what links lead to are shown in other ways, or not at all.
    if !matches!(name, "tags" | "url" | "link") {
        was_shown(&screen, chars, name);
    }
}

/// Pages through the list of what was not read, which names have to be in.
#[track_caller]
fn through_problems(screen: &mut Screen, chars: &[char], name: &str) {
    screen.shows("not read");
    screen.settle(Duration::from_millis(300));
    screen.type_keys("p");
    for _ in 0..chars.len().div_ceil(60 * 150) {
        screen.settle(QUIET);
        screen.type_keys(" ");
    }
    screen.settle(QUIET);
    screen.type_keys("qq");
    assert_eq!(screen.finish(), 0);
    was_shown(screen, chars, name);
}

#[track_caller]
fn was_shown(screen: &Screen, chars: &[char], name: &str) {
    let wanted: HashSet<char> = chars.iter().copied().filter(is_telling).collect();
    let seen = screen.heard(|heard| wanted.intersection(heard.judge.seen()).count());
    assert!(seen * 10 >= wanted.len() * 9, "{name}: {seen} of {} shown", wanted.len());
}

/// Names of files that give nothing, in the list of them; and in the reports of commands.
fn names(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    fs::create_dir(&library).unwrap();
    let chars: Vec<char> =
        chars.iter().copied().filter(|c| !matches!(c, '\0' | '/' | '.')).collect();
    for part in chars.chunks(60) {
        fs::write(library.join(part.iter().collect::<String>()), "").unwrap();
    }
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["library"], SIZE, Leave::default());
    through_problems(&mut screen, &chars, "names");
    let mut screen = Screen::start(own.path(), &["doctor", "library"], SIZE, Leave::default());
    screen.finish();
    println!("names: {} characters, {:?}", chars.len(), start.elapsed());
}

/// What a journal says that has come from anywhere: notes and tags under articles, and in the lists of
/// commands; titles of articles that are gone.
fn kept(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    fs::create_dir(&library).unwrap();
    let parts: Vec<&[char]> = chars.chunks(FIELD).collect();
    for number in 0..parts.len() {
        let file = apart(&format!("Title\n\n{WORDS}\n"), number);
        fs::write(library.join(format!("{number:04}.txt")), file).unwrap();
    }
    let (entries, _) = library::collect(Source::Directory(library));
    let mut store = Store::open(&own.path().join("state"));
    let mut events = Vec::new();
    for (entry, part) in entries.iter().zip(&parts) {
        let text: String = part.iter().collect();
        let tags = people(&text).into_iter().map(|tag| Change::Tag(tag, true));
        let note = Change::Note(Box::new(Edit::new(Content { text, quote: None })));
        events.extend(tags.chain([note]).map(|change| store.record(&entry.id, change)));
    }
    for (number, part) in chars.chunks(130).enumerate() {
        let title = part.iter().collect();
        let label = Change::Bookmark(Some(Label { title, path: None }));
        events.push(store.record(&format!("{number:016x}").as_str().into(), label));
    }
    store.journal().unwrap().append(&events).unwrap();
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["library"], SIZE, Leave::default());
    screen.shows(&format!("{} article", parts.len()));
    for _ in &parts {
        screen.settle(QUIET);
        screen.type_keys("j");
    }
    // The fields hold as much as the row shows of them.
    screen.type_keys("a");
    screen.settle(QUIET);
    screen.type_keys("\u{3}T");
    screen.settle(QUIET);
    screen.type_keys("\u{3}q");
    assert_eq!(screen.finish(), 0);
    was_shown(&screen, chars, "kept");
    for list in [&["note", "list"][..], &["tag", "list"], &["bookmark", "list"]] {
        let arguments = [list, &["--library", "library"]].concat();
        let mut screen = Screen::start(own.path(), &arguments, SIZE, Leave::default());
        assert_eq!(screen.finish(), 0, "{list:?}");
        if list[0] != "note" {
            was_shown(&screen, chars, list[0]);
        }
    }
    println!("kept: {} characters, {:?}", chars.len(), start.elapsed());
}

/// Names of an archive's members that give nothing, in the list of them and in the report of a command.
fn members(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    let chars: Vec<char> =
        chars.iter().copied().filter(|c| !matches!(c, '\0' | '/' | '\\' | '.' | ':')).collect();
    let mut archive = ZipWriter::new(fs::File::create(own.path().join("a.zip")).unwrap());
    for part in chars.chunks(60) {
        let name: String = part.iter().collect();
        archive.start_file(format!("x{name}"), SimpleFileOptions::default()).unwrap();
    }
    archive.finish().unwrap();
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["a.zip"], SIZE, Leave::default());
    through_problems(&mut screen, &chars, "members");
    let mut screen = Screen::start(own.path(), &["list", "a.zip"], SIZE, Leave::default());
    screen.finish();
    println!("members: {} characters, {:?}", chars.len(), start.elapsed());
}

/// Rows of a listing on a terminal, and articles printed in every dialect.
fn printed(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    fs::create_dir(&library).unwrap();
    for (number, part) in chars.chunks(130).enumerate() {
        let text: String = part.iter().collect();
        let file = apart(&front("title", &text), number);
        fs::write(library.join(format!("{number}.md")), file).unwrap();
    }
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["list", "library"], SIZE, Leave::default());
    assert_eq!(screen.finish(), 0);
    was_shown(&screen, chars, "list");
    for dialect in ["visual", "kitty", "cells", "lrm", "implicit", "logical"] {
        let marks = matches!(dialect, "lrm" | "implicit");
        let leave = Leave { marks, joiners: dialect == "logical" };
        for (number, part) in chars.chunks(20_000).enumerate() {
            let path = own.path().join(format!("{number}.txt"));
            let text: String = part.iter().collect();
            fs::write(&path, format!("Title\n\n{WORDS}\n\n{text}\n")).unwrap();
            let path = path.to_str().unwrap();
            let arguments = ["print", path, "--dialect", dialect, "--color", "always"];
            let mut screen = Screen::start(own.path(), &arguments, SIZE, leave);
            assert_eq!(screen.finish(), 0, "{dialect}");
            was_shown(&screen, part, dialect);
        }
    }
    println!("printed: {} characters, {:?}", chars.len(), start.elapsed());
}

/// What is typed into the filter.
fn typed(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    fs::write(own.path().join("a.txt"), format!("Title\n\n{WORDS}\n")).unwrap();
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["a.txt"], (30, 300), Leave::default());
    screen.shows("1 article");
    // A row holds the letters of one paste; the end of a paste cannot be in it.
    let pasted: Vec<char> = chars.iter().copied().filter(|c| *c != '\u{1b}').collect();
    for part in pasted.chunks(130) {
        let text: String = part.iter().collect();
        screen.type_keys(&format!("/\u{15}\u{1b}[200~{text}\u{1b}[201~"));
        screen.settle(Duration::from_millis(12));
        screen.type_keys("\r");
        screen.settle(Duration::from_millis(6));
    }
    screen.type_keys("\u{3}\u{3}");
    assert_eq!(screen.finish(), 0);
    was_shown(&screen, &pasted, "typed");
    println!("typed: {} characters, {:?}", chars.len(), start.elapsed());
}

/// What commands complain of.
fn complained(chars: &[char]) {
    let own = tempfile::tempdir().unwrap();
    let start = Instant::now();
    for part in chars.chunks(30_000) {
        let text: String = part.iter().filter(|c| **c != '\0').collect();
        let name = format!("./{text}");
        for arguments in [&["print", &*name][..], &[&*name], &["list", "--config", &*name]] {
            let leave = Leave { joiners: true, ..Leave::default() };
            let mut screen = Screen::start(own.path(), arguments, SIZE, leave);
            assert_eq!(screen.finish(), 1);
            was_shown(&screen, part, "errors");
        }
    }
    println!("errors: {} characters, {:?}", chars.len(), start.elapsed());
}

#[test]
fn no_character_steers_the_terminal_from_an_article() {
    for place in 0..PLACES.len() {
        read(place, &some());
    }
}

#[test]
fn no_character_steers_the_terminal_from_a_name_a_row_or_a_filter() {
    let chars = some();
    names(&chars);
    members(&chars);
    kept(&chars);
    printed(&chars);
    typed(&chars[..chars.len().min(1500)]);
    complained(&chars);
}

#[test]
#[ignore = "all characters everywhere take minutes: tests/hostile/run"]
fn every_character_in_every_article() {
    let chars = all();
    for place in (0..PLACES.len()).rev() {
        read(place, &chars);
    }
}

#[test]
#[ignore = "all characters everywhere take minutes: tests/hostile/run"]
fn every_character_in_names_rows_and_filters() {
    let chars = all();
    names(&chars);
    members(&chars);
    kept(&chars);
    printed(&chars);
    typed(&chars);
    complained(&chars);
}

/// The judge himself: what terminals have been attacked with is told.
#[test]
fn the_judge_knows_attacks() {
    let attacks: &[&[u8]] = &[
        b"\x1b]0;title\x07",
        b"\x1b[21t",
        b"\x1bP+q544e\x1b\\",
        b"\x1bP$q\x1b\\",
        b"\x1b]50;?\x07",
        b"\x1b]8;;file:///etc/passwd\x1b\\",
        b"\x1b]1337;File=:\x07",
        b"\x1b[2;1H\x1b[5n",
        b"\x1bc",
        b"\x1b#8",
        b"\x9b31m",
        b"\x08",
        b"\x7f",
        "\u{9b}31m".as_bytes(),
        "\u{202e}".as_bytes(),
        "\u{e0041}".as_bytes(),
        "\u{2028}".as_bytes(),
        "\u{e000}".as_bytes(),
        b"\xff",
    ];
    for attack in attacks {
        let faults = crate::judge::faults(attack, Leave::default());
        assert!(!faults.is_empty(), "{:?}", String::from_utf8_lossy(attack));
    }
    let marks = format!("a{}", "\u{301}".repeat(30));
    assert!(!crate::judge::faults(marks.as_bytes(), Leave::default()).is_empty());
    let sound = "\x1b[1;1H\x1b[0;1mكلمة\x1b[?25l\x1b]8;id=1;https://a/\x1b\\x\x1b]8;;\x1b\\\r\n";
    assert_eq!(crate::judge::faults(sound.as_bytes(), Leave::default()), [""; 0]);
}

/// A path that a test may write to its own directory, for other modules.
pub(super) fn article(dir: &Path, name: &str) {
    fs::write(dir.join(name), format!("Title\n\n{WORDS}\n")).unwrap();
}
