//! `sahifa list`: fields, order, queries, what could not be read.

use super::{World, name_of};

const FIELDS: [&str; 19] = [
    "id",
    "path",
    "format",
    "title",
    "source",
    "authors",
    "published",
    "saved",
    "url",
    "language",
    "direction",
    "tags",
    "words",
    "unread",
    "bookmarked",
    "progress",
    "encoding",
    "member",
    "versions",
];

fn names(world: &World, query: &[&str]) -> Vec<String> {
    let mut arguments = vec!["list", "--json"];
    arguments.extend(query);
    let mut names: Vec<_> = world.json(&arguments).iter().map(name_of).collect();
    names.sort();
    names
}

#[test]
fn json_lines_have_exactly_the_fields_of_the_contract_in_its_order() {
    let world = World::with_library();
    let out = world.out(&["list", "--json"]);
    assert_eq!(out.lines().count(), 4);
    for line in out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut fields: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
        fields.sort_by_key(|name| line.find(&format!("\"{name}\":")));
        assert_eq!(fields, FIELDS);
    }
}

#[test]
fn the_fields_tell_what_the_files_say() {
    let world = World::with_library();
    let all = world.json(&["list", "--json"]);
    let of = |name| all.iter().find(|value| name_of(value) == name).unwrap();
    let english = of("english.md");
    assert_eq!(english["format"], "markdown");
    assert_eq!(english["title"], "The ferry comes back");
    assert_eq!(english["source"], "The Shore");
    assert_eq!(english["authors"], serde_json::json!(["Ann Field"]));
    assert_eq!(english["published"], "2024-05-02");
    assert_eq!(english["url"], "https://example.org/ferry");
    assert_eq!(english["tags"], serde_json::json!(["sea", "travel"]));
    assert_eq!(
        (&english["unread"], &english["bookmarked"], &english["progress"]),
        (&true.into(), &false.into(), &0.into())
    );
    let facts = |name| {
        let value = of(name);
        ["format", "language", "direction"].map(|field| value[field].as_str().unwrap().to_owned())
    };
    assert_eq!(facts("arabic.html"), ["html", "ar", "rtl"]);
    assert_eq!(facts("hebrew.txt"), ["plain", "he", "rtl"]);
    assert_eq!(facts("persian.txt"), ["newsboat", "fa", "rtl"]);
    assert_eq!(facts("english.md"), ["markdown", "en", "ltr"]);
    assert!(all.iter().all(|value| value["words"].as_u64().unwrap() > 10));
}

#[test]
fn the_newest_come_first_and_of_one_date_the_path_decides() {
    let world = World::new();
    for (name, date) in [("b.md", "2024-01-02"), ("c.md", "2024-01-03"), ("a.md", "2024-01-02")] {
        world.write(name, format!("---\ntitle: {name}\ndate: {date}\n---\n\nWords of {name}.\n"));
    }
    let order: Vec<_> = world.json(&["list", "--json"]).iter().map(name_of).collect();
    assert_eq!(order, ["c.md", "a.md", "b.md"]);
}

#[test]
fn the_plain_form_is_one_line_an_article_with_tabs() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    let out = world.out(&["list"]);
    assert_eq!(out.lines().count(), 4);
    let line = out.lines().find(|line| line.contains("ferry")).unwrap();
    let id = world.id("english.md");
    assert_eq!(line, format!("{id}\tub\t2024-05-02\tThe Shore\tThe ferry comes back"));
    assert!(out.lines().all(|line| line.split('\t').count() == 5), "{out}");
}

#[test]
fn queries_find_words_anywhere_in_words_phrases_and_absences() {
    let world = World::with_library();
    assert_eq!(names(&world, &["-q", "ferr"]), ["english.md"]);
    assert_eq!(names(&world, &["-q", "FERRY bay"]), ["english.md"]);
    assert_eq!(names(&world, &["-q", "ferry absent"]), [""; 0]);
    assert_eq!(names(&world, &["-q", "\"crosses the bay\""]), ["english.md"]);
    assert_eq!(names(&world, &["-q", "\"bay the crosses\""]), [""; 0]);
    let others = ["arabic.html", "hebrew.txt", "persian.txt"];
    assert_eq!(names(&world, &["-q", "-ferry"]), others);
    assert_eq!(names(&world, &["-q-ferry"]), others);
    assert_eq!(names(&world, &["--query=-ferry"]), others);
    assert_eq!(names(&world, &["--query", "-\"the bay\" -הגשר"]), ["arabic.html", "persian.txt"]);
    assert_eq!(names(&world, &["-q", ""]).len(), 4);
    assert_eq!(names(&world, &["-q", "Shore travel Field"]), ["english.md"]);
}

#[test]
fn queries_fold_what_readers_do_not_mean() {
    let world = World::with_library();
    assert_eq!(names(&world, &["-q", "كتب الى المدينه"]), ["arabic.html"]);
    assert_eq!(names(&world, &["-q", "كَتَبَ"]), ["arabic.html"]);
    assert_eq!(names(&world, &["-q", "הַגֶּשֶׁר"]), ["hebrew.txt"]);
    assert_eq!(names(&world, &["-q", "تازهای كتاب"]), ["persian.txt"]);
}

#[test]
fn what_could_not_be_read_is_one_line_and_no_failure() {
    let world = World::with_library();
    world.write("empty.txt", "");
    let run = world.run(["list"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 4));
    run.complains(&["1 file ", "sahifa doctor"]);
    world.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0");
    let run = world.run(["list", "--json"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 4));
    run.complains(&["2 files"]);
}

#[test]
fn a_file_and_standard_input_are_libraries_too() {
    let world = World::with_library();
    assert_eq!(names(&world, &["hebrew.txt"]), ["hebrew.txt"]);
    let run = super::finish(world.command().args(["list", "-"]), super::HEBREW.as_bytes());
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{run:?}");
    world.run(["list", "nowhere"]).fails(1, &["nowhere", "no such file or directory"]);
}

#[test]
fn without_a_library_the_samples_are_listed() {
    let world = World::new();
    let run = super::finish(world.command().env_remove("SAHIFA_LIBRARY").arg("list"), b"");
    assert!(run.code == 0 && run.out.lines().count() > 10, "{run:?}");
}

#[test]
fn an_empty_library_is_an_empty_list() {
    assert_eq!(World::new().out(&["list"]), "");
}

#[test]
fn ten_thousand_files_need_no_more_than_a_few_at_once() {
    let world = World::new();
    for at in 0..10_000 {
        world.write(&format!("{}/{at}.txt", at % 7), format!("Title {at}\n\nWords of {at}.\n"));
    }
    let mut shell = std::process::Command::new("sh");
    let program = env!("CARGO_BIN_EXE_sahifa");
    shell.args(["-c", "ulimit -n 32; exec \"$0\" \"$@\"", program, "list", "--library"]);
    shell.arg(world.library()).arg("--state").arg(world.state());
    let run = super::finish(&mut shell, b"");
    assert_eq!((run.code, run.err.as_str(), run.out.lines().count()), (0, "", 10_000));
}

#[test]
fn json_tells_the_encoding_and_every_version() {
    let world = World::new();
    let body = "The pilot boat went out before dawn to meet the ship, as it had for forty years.";
    world.write("one.md", format!("# The pilot\n\n{body}\n"));
    world.write("two.txt", format!("The pilot\n\n{body}\n"));
    let rows = world.json(&["list", "--json"]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["encoding"], "UTF-8");
    assert!(rows[0]["member"].is_null());
    let versions: Vec<_> =
        rows[0]["versions"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0], rows[0]["path"]);
    assert!(versions.iter().any(|path| path.ends_with("two.txt")), "{versions:?}");
}

#[test]
fn the_order_can_be_named() {
    let world = World::with_library();
    let names = |sort: &str| -> Vec<_> {
        world.json(&["list", "--json", "--sort", sort]).iter().map(name_of).collect()
    };
    let mut oldest = names("oldest");
    oldest.reverse();
    assert_eq!(oldest, names("newest"));
    assert_eq!(names("newest"), {
        let all = world.json(&["list", "--json"]);
        all.iter().map(name_of).collect::<Vec<_>>()
    });
    let words: Vec<_> = world.json(&["list", "--json", "--sort", "longest"]);
    assert!(words.iter().map(|it| it["words"].as_u64()).is_sorted_by(|one, two| one >= two));
    let titles: Vec<_> = world.json(&["list", "--json", "--sort", "title"]);
    assert_eq!(titles[0]["title"], "The ferry comes back");
    world.run(["list", "--sort", "sideways"]).fails(2, &["sideways"]);
}
