//! `sahifa print`: measures, dialects, dress, colours, what is not typeset, what can be named.

use std::fs;

use unicode_width::UnicodeWidthStr;

use super::{ARABIC, ENGLISH, HEBREW, World, assert_harmless, finish};

const ALL: [&str; 4] = ["english.md", "arabic.html", "hebrew.txt", "persian.txt"];

#[test]
fn no_line_is_wider_than_the_measure() {
    let world = World::with_library();
    for name in ALL {
        for width in [1, 2, 3, 5, 8, 13, 21, 40, 79, 80, 200] {
            for dialect in ["visual", "kitty", "lrm", "logical"] {
                let width_text = width.to_string();
                let out = world.out(&["print", name, "--width", &width_text, "--dialect", dialect]);
                for line in out.lines() {
                    let cells = line.replace(['\u{200e}', '\u{200d}', '\u{200c}'], "").width();
                    // Nothing can be narrower than one letter, and none of these is two cells wide.
                    assert!(cells <= width, "{name}, {width}, {dialect}: {cells}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn a_pipe_gets_80_columns_of_logical_text() {
    let world = World::with_library();
    for name in ALL {
        let out = world.out(&["print", name]);
        let asked = world.out(&["print", name, "--width", "80", "--dialect", "logical"]);
        assert_eq!(out, asked);
        assert_eq!(out, world.out(&["print", name, "--dialect", "auto"]));
        assert!(out.lines().any(|line| line.width() > 60), "{out}");
        assert_harmless(&out);
    }
    assert!(world.out(&["print", "arabic.html"]).starts_with("عودة القطار إلى المدينة\n"));
}

#[test]
fn right_to_left_lines_end_at_the_measure_in_visual_and_are_not_padded_in_logical() {
    let world = World::with_library();
    for name in ["arabic.html", "hebrew.txt"] {
        let bare = |dialect: &str| {
            world.out(&["print", name, "--bare", "--width", "40", "--dialect", dialect])
        };
        let visual = bare("visual");
        assert!(visual.lines().all(|line| line.is_empty() || line.width() == 40), "{visual}");
        let logical = bare("logical");
        assert!(logical.lines().all(|line| !line.starts_with(' ')), "{logical}");
        assert_eq!(visual.lines().count(), logical.lines().count());
    }
}

#[test]
fn a_width_of_0_never_wraps_and_never_pads() {
    let world = World::with_library();
    for dialect in ["visual", "logical"] {
        let arguments = ["print", "hebrew.txt", "--bare", "--width", "0", "--dialect", dialect];
        let out = world.out(&arguments);
        assert_eq!(out.lines().filter(|line| !line.is_empty()).count(), 2, "{out}");
        assert!(out.lines().all(|line| !line.starts_with(' ')), "{out}");
    }
}

#[test]
fn the_dialects_write_a_hebrew_line_their_own_way() {
    let world = World::new();
    world.write("a.txt", "כותרת\n\nאבג דה ab.\n");
    let line = |dialect: &str| {
        let out = world.out(&["print", "a.txt", "--bare", "--width", "0", "--dialect", dialect]);
        out.lines().last().unwrap().to_owned()
    };
    assert_eq!(line("logical"), "אבג דה ab.");
    assert_eq!(line("visual"), ".ab הד גבא");
    assert_eq!(line("kitty"), ".ab דה אבג");
    assert_eq!(line("lrm").replace('\u{200e}', ""), ".ab הד גבא");
    assert_eq!(line("lrm").matches('\u{200e}').count(), 5);
}

#[test]
fn forms_join_letters_or_leave_them_to_the_terminal() {
    let world = World::with_library();
    let is_form = |c: char| matches!(c, '\u{fe80}'..='\u{fefc}');
    let has_forms = |arguments: &[&str]| {
        let mut all = vec!["print", "arabic.html"];
        all.extend(arguments);
        world.out(&all).contains(is_form)
    };
    assert!(has_forms(&["--dialect", "visual"]));
    assert!(has_forms(&["--dialect", "visual", "--forms", "on"]));
    assert!(!has_forms(&["--dialect", "visual", "--forms", "off"]));
    assert!(!has_forms(&["--dialect", "logical"]));
    assert!(has_forms(&["--dialect", "logical", "--forms", "on"]));
}

#[test]
fn marks_are_shown_or_hidden() {
    let world = World::with_library();
    let of = |marks: &str| world.out(&["print", "arabic.html", "--marks", marks]);
    assert_eq!(of("show"), world.out(&["print", "arabic.html"]));
    assert!(of("show").contains("كَتَبَ"));
    assert!(of("hide").contains("كتب") && !of("hide").contains('\u{64e}'));
}

#[test]
fn digits_are_shown_as_asked() {
    let world = World::new();
    world.write("a.md", "---\nlang: ar\n---\n# عنوان\n\nفي عام 2021 وصل COVID-19 و١٢ قطارًا.\n");
    world.write("b.md", "---\nlang: fa\n---\n# عنوان\n\nدر سال 2021 قطار آمد.\n");
    let of = |name: &str, digits: &str| world.out(&["print", name, "--bare", "--digits", digits]);
    assert!(of("a.md", "arabic").contains("٢٠٢١ وصل COVID-19 و١٢"));
    assert!(of("a.md", "latin").contains("2021 وصل COVID-19 و12"));
    assert_eq!(of("a.md", "as-written"), world.out(&["print", "a.md", "--bare"]));
    assert!(of("b.md", "arabic").contains("۲۰۲۱"));
    world.write("digits.toml", "digits = 'arabic'\njustify = true\nmarks = false\n");
    let config = world.library().join("digits.toml").to_string_lossy().into_owned();
    let set = world.out(&["print", "b.md", "--bare", "--config", &config]);
    assert!(set.contains("۲۰۲۱"), "{set}");
}

#[test]
fn justified_lines_reach_both_edges() {
    let world = World::with_library();
    let bare = ["print", "arabic.html", "--bare", "--width", "36", "--dialect", "visual"];
    let ragged = world.out(&bare);
    let justified = world.out(&[&bare[..], &["--justify"]].concat());
    assert_eq!(ragged.lines().count(), justified.lines().count());
    assert!(justified.matches('ـ').count() > ragged.matches('ـ').count(), "{justified}");
    let pads = |out: &str| out.lines().filter(|line| line.starts_with(' ')).count();
    assert!(pads(&justified) < pads(&ragged), "{justified}");
    assert_eq!(
        world.out(&["print", "hebrew.txt", "--justify", "--dialect", "visual"]),
        world.out(&["print", "hebrew.txt", "--dialect", "visual"])
    );
    assert_eq!(
        world.out(&["print", "arabic.html", "--justify"]),
        world.out(&["print", "arabic.html"])
    );
}

#[test]
fn bare_is_the_body_alone() {
    let world = World::with_library();
    let full = world.out(&["print", "english.md"]);
    for sign in ["The ferry comes back", "The Shore", "│ ", "• ", "▣ ", "[1]", "example.org/times"]
    {
        assert!(full.contains(sign), "{sign:?} is not in {full}");
    }
    let bare = world.out(&["print", "english.md", "--bare", "--width", "0"]);
    let lines: Vec<_> = bare.lines().collect();
    assert!(lines[0].starts_with("The old ferry crosses"), "{bare}");
    assert_eq!(
        lines[1..],
        [
            "A quoted sentence stands behind its bar.",
            "first reason",
            "second reason",
            "The pier at dawn",
            "See the timetable.",
        ]
    );
}

#[test]
fn colours_are_for_terminals_unless_they_are_asked_for() {
    let world = World::with_library();
    for arguments in [&[][..], &["--color", "auto"], &["--color", "never"]] {
        let mut all = vec!["print", "english.md"];
        all.extend(arguments);
        assert!(!world.out(&all).contains('\u{1b}'));
    }
    let arguments = ["print", "english.md", "--color", "always"];
    let mut command = world.command();
    let run = finish(command.env("NO_COLOR", "1").args(arguments), b"");
    assert!(run.out.starts_with("\u{1b}[0m\u{1b}[1mThe ferry"), "{run:?}");
    let (mut plain, mut rest) = (String::new(), run.out.as_str());
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let (code, after) = after.split_once('m').unwrap();
        assert!(code.chars().all(|c| c.is_ascii_digit()), "{code}");
        rest = after;
    }
    assert_eq!(plain + rest, world.out(&["print", "english.md"]));
    let is_reset =
        |line: &str| line.rsplit('\u{1b}').next().is_some_and(|end| end.starts_with("[0m"));
    assert!(run.out.lines().all(|line| !line.contains('\u{1b}') || is_reset(line)));
}

#[test]
fn plain_is_title_and_body_a_paragraph_a_line() {
    let world = World::with_library();
    let out = world.out(&["print", "--plain", "hebrew.txt"]);
    let paragraphs: Vec<_> = HEBREW.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(out.lines().collect::<Vec<_>>(), paragraphs);
    let out = world.out(&["print", "--plain", "--width", "10", "english.md"]);
    assert_eq!(out.lines().count(), 7, "{out}");
    assert_eq!(out.lines().last(), Some("See the timetable."));
}

#[test]
fn json_is_one_value_with_metadata_and_blocks() {
    let world = World::with_library();
    for name in ALL {
        let values = world.json(&["print", "--json", name]);
        assert_eq!(values.len(), 1);
        let value = &values[0];
        assert_eq!(value["path"], name);
        assert_eq!(value["encoding"], "UTF-8");
        for field in ["id", "format", "title", "language", "direction", "words", "body"] {
            assert!(!value[field].is_null(), "{name}: {field}");
        }
        assert!(!value["body"].as_array().unwrap().is_empty());
    }
}

#[test]
fn an_article_is_named_by_the_beginning_of_its_id() {
    let world = World::with_library();
    let id = world.id("hebrew.txt");
    let whole = world.out(&["print", "hebrew.txt"]);
    for digits in [&id[..4], &id[..9], &id, id.to_uppercase().as_str()] {
        assert_eq!(world.out(&["print", digits]), whole, "{digits}");
    }
    let run = world.run(["print", "--json", &id[..4]]);
    assert!(run.out.contains("hebrew.txt"), "{run:?}");
    world.run(["print", &id[..3]]).fails(1, &[&id[..3], "no such file", "sahifa list"]);
    world.run(["print", "0123456789abcdef"]).fails(1, &["0123456789abcdef", "no such file"]);
}

#[test]
fn copies_of_an_article_are_no_ambiguity_but_two_articles_are() {
    let world = World::with_library();
    world.write("copy.txt", HEBREW);
    world.write("between.txt", "Another\n\nWords.\n");
    let id = world.id("copy.txt");
    assert_eq!(world.out(&["print", &id]), world.out(&["print", "hebrew.txt"]));
    let (prefix, count) = collision(&world);
    let run = world.run(["print", &prefix]);
    run.fails(1, &[&prefix, "several", "more digits"]);
    assert!(count > 1);
}

/// Articles until two of them have ids that begin with the same four digits.
fn collision(world: &World) -> (String, usize) {
    for at in 0..2000 {
        world.write(&format!("many/{at}.txt"), format!("Title\n\nNumber {at} of many.\n"));
    }
    let mut ids: Vec<_> = world.json(&["list", "--json", "many"]);
    ids.sort_by_key(|value| value["id"].as_str().unwrap().to_owned());
    let prefix = |value: &serde_json::Value| value["id"].as_str().unwrap()[..4].to_owned();
    let pair = ids.windows(2).find(|pair| prefix(&pair[0]) == prefix(&pair[1])).unwrap();
    let count = ids.iter().filter(|value| prefix(value) == prefix(&pair[0])).count();
    (prefix(&pair[0]), count)
}

#[test]
fn what_is_no_article_is_a_failure_with_its_reason() {
    let world = World::with_library();
    world.run(["print", "nowhere.txt"]).fails(1, &["nowhere.txt", "no such file"]);
    world.run(["print", "."]).fails(1, &[".", "is a directory", "sahifa list"]);
    world.write("empty.txt", " \n");
    world.run(["print", "empty.txt"]).fails(1, &["empty.txt", "the file is empty"]);
    world.write("picture.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    world.run(["print", "picture.jpg"]).fails(1, &["picture.jpg", "not text but"]);
    let huge = fs::File::create(world.library().join("huge.txt")).unwrap();
    huge.set_len(1 << 40).unwrap();
    world.run(["print", "huge.txt"]).fails(1, &["huge.txt", "larger than 64 MiB"]);
}

#[test]
fn standard_input_is_an_article() {
    let world = World::with_library();
    for (name, text) in [("english.md", ENGLISH), ("arabic.html", ARABIC), ("hebrew.txt", HEBREW)] {
        let run = finish(world.command().args(["print", "--bare", "-"]), text.as_bytes());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
        assert_eq!(run.out, world.out(&["print", "--bare", name]));
    }
    finish(world.command().args(["print", "-"]), b"").fails(1, &["-: the file is empty"]);
}

#[test]
fn several_articles_are_printed_one_after_the_other() {
    let world = World::with_library();
    let both = world.out(&["print", "english.md", "hebrew.txt"]);
    let one_by_one = ["english.md", "hebrew.txt"].map(|name| world.out(&["print", name]));
    assert_eq!(both, one_by_one.join("\n"));
    assert_eq!(world.json(&["print", "--json", "english.md", "hebrew.txt"]).len(), 2);
}

#[test]
fn files_are_read_in_the_encoding_that_is_asked_for() {
    let world = World::new();
    // Two Hebrew letters in windows-1255 are Arabic ones in windows-1256.
    world.write("short.txt", b"\xf9\xec\n\n\xf9\xec \xf9\xec\n");
    for (label, first) in [("windows-1255", "של"), ("cp1252", "ùì"), ("Windows-1256", "ùى")] {
        let out = world.out(&["print", "--plain", "--encoding", label, "short.txt"]);
        assert_eq!(out.lines().next(), Some(first), "{label}");
    }
    let json = &world.json(&["print", "--json", "--encoding", "windows-1255", "short.txt"])[0];
    assert_eq!(json["encoding"], "windows-1255");
    assert!(json.get("member").is_none());
    world
        .run(["print", "--encoding", "klingon", "short.txt"])
        .fails(2, &["klingon", "windows-1256"]);
}

#[test]
fn an_id_may_be_printed_in_another_way() {
    let world = World::with_library();
    let id = world.id("english.md");
    let garbled = world.out(&["print", "--plain", "--encoding", "UTF-16LE", &id]);
    assert!(!garbled.contains("ferry"), "{garbled}");
    assert!(world.out(&["print", "--whole", "--plain", &id]).contains("ferry"));
}

#[test]
fn a_record_without_a_text_prints_as_what_is_known_of_it() {
    let world = World::new();
    world.write(
        "part.csv",
        "title,url,time_added,tags,status\nKept for later,https://example.org/a,1700000000,sea,unread\n",
    );
    assert_eq!(world.out(&["print", "--plain", "part.csv"]), "Kept for later\n");
    let page = world.out(&["print", "part.csv"]);
    assert!(page.contains("https://example.org/a") && page.contains("not its text"), "{page}");
    assert_harmless(&page);
    let json = &world.json(&["list", "--json"])[0];
    assert_eq!((&json["words"], &json["unread"]), (&0.into(), &true.into()));
}
