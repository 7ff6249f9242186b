//! `sahifa export`: what is taken away is read again as it was, by this program and by the standards.

use std::fs;
use std::io::Read;
use std::path::Path;

use serde_json::Value;

use super::World;

const RICH: &str = "---
title: \"Signs: *stars*, [brackets] & <tags>\"
source: The Shore
authors: [Ann Field, ليلى حداد]
published: 2024-05-02T10:30:00+03:00
url: https://example.org/signs?a=1&b=2
tags: [sea, بحر]
lang: en
description: What is said first.
---

Snake_case, 2 * 3 * 4, `code with *stars*`, **bold *and italic* words**, ~~struck~~ and [a link](https://example.org/x_y_(z)).

## A second heading # with a hash

> A quotation\\
> of two lines

1. first of all
2. second
   - deeper down
   - and once more

- a bullet

```rust
fn main() { println!(\"<&>\"); }
```

| a | b |
| --- | --- |
| one | two |

مقطع عربي داخل المقال، وفيه كلمات كثيرة.
";

/// What of an article has to come back.
fn facts(value: &Value) -> Value {
    let names = ["title", "source", "authors", "published", "url", "language", "direction"];
    names.iter().map(|name| ((*name).to_owned(), value[*name].clone())).collect()
}

fn text(world: &World, path: &Path) -> String {
    world.out(&["print", "--plain", path.to_str().unwrap()])
}

fn printed(world: &World, path: &Path) -> Value {
    world.json(&["print", "--json", path.to_str().unwrap()]).remove(0)
}

const FORMS: [&str; 4] = ["md", "json", "html", "epub"];

#[test]
fn what_is_taken_away_is_read_again_as_it_was() {
    let world = World::with_library();
    world.write("signs.md", RICH);
    let out = world.dir.path().join("out");
    fs::create_dir(&out).unwrap();
    for (name, query) in [
        ("english.md", "ferry"),
        ("arabic.html", "القطار"),
        ("persian.txt", "باغ"),
        ("hebrew.txt", "הגשר"),
        ("signs.md", "brackets"),
    ] {
        let whole = world.library().join(name);
        let (before, words) = (printed(&world, &whole), text(&world, &whole));
        for form in FORMS {
            let path = out.join(format!("{name}.{form}"));
            world.out(&["export", "-q", query, "--to", form, "-o", path.to_str().unwrap()]);
            let after = printed(&world, &path);
            assert_eq!(facts(&after), facts(&before), "{name} as {form}");
            assert_eq!(text(&world, &path), words, "{name} as {form}");
        }
    }
}

#[test]
fn a_page_and_a_book_are_well_formed_and_run_the_right_way() {
    let world = World::with_library();
    world.write("signs.md", RICH);
    world.out(&["note", "add", "english.md", "why <now>?", "--quote", "seven quiet years"]);
    let page = world.out(&["export", "--to", "html"]);
    let parsed = quick(&page);
    assert_eq!(parsed.matches("<article").count(), 5);
    assert!(page.contains("<article lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("why &lt;now&gt;?"));
    let path = world.dir.path().join("all.epub");
    world.out(&["export", "--to", "epub", "-o", path.to_str().unwrap()]);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip", "first, and not packed");
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = book.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in &names {
        let mut text = String::new();
        book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        if name == "mimetype" {
            continue;
        }
        quick(&text);
        if name.ends_with(".opf") {
            assert!(text.contains("page-progression-direction=\"rtl\""), "three of five: {text}");
            assert!(text.contains("<dc:language>he</dc:language>"), "{text}");
            let items = text.matches("<item ").count();
            assert_eq!((items, text.matches("<itemref ").count()), (names.len() - 3, 5));
        }
    }
    assert_eq!(world.json(&["print", "--json", path.to_str().unwrap()]).len(), 5);
}

/// The text, once it has been read as XML to its end.
fn quick(text: &str) -> &str {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
    text
}

#[test]
fn markdown_and_json_have_what_the_reader_has_added() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    world.out(&["tag", "add", "english.md", "mine"]);
    world.out(&["note", "add", "english.md", "why?", "--quote", "seven quiet years"]);
    world.out(&["note", "add", "english.md", "all of it"]);
    let markdown = world.out(&["export", "-q", "mine", "--to", "md"]);
    for line in [
        "tags: [\"sea\", \"travel\", \"mine\"]\nbookmarked: true\n",
        "  - quote: \"seven quiet years\"\n    text: \"why?\"\n  - text: \"all of it\"\n---\n",
    ] {
        assert!(markdown.contains(line), "{line} in {markdown}");
    }
    let json = world.json(&["export", "-q", "mine", "--to", "json"]);
    assert_eq!(json[0]["bookmarked"], true);
    assert_eq!(json[0]["notes"][0]["quote"], "seven quiet years");
    assert!(json[0]["blocks"].as_array().is_some_and(|blocks| blocks.len() > 4));
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let world = World::with_library();
    let dir = world.dir.path().join("away");
    let away = format!("{}/", dir.display());
    world.out(&["export", "--to", "md", "-o", &away]);
    let mut names: Vec<_> =
        fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 4);
    assert!(names.contains(&"عودة القطار إلى المدينة.md".into()), "{names:?}");
    world.run(["export", "--to", "md", "-o", &away]).fails(1, &["is there already"]);
    world.run(["export", "--to", "md"]).fails(1, &["4 articles", "-o DIR/"]);
    world.run(["export", "-q", "nothing at all", "--to", "md"]).fails(1, &["no article"]);
    let own = world.library().join("english.md");
    let before = fs::read(&own).unwrap();
    world
        .run(["export", "-q", "ferry", "--to", "md", "-o", own.to_str().unwrap()])
        .fails(1, &["already"]);
    assert_eq!(fs::read(&own).unwrap(), before);
}

#[test]
fn each_article_of_a_book_has_what_is_known_of_it() {
    let world = World::with_library();
    let path = world.dir.path().join("all.epub");
    world.out(&["export", "--to", "epub", "-o", path.to_str().unwrap()]);
    let by_title = |values: Vec<Value>| {
        let mut facts: Vec<Value> = values.iter().map(facts).collect();
        facts.sort_by_key(|value| value["title"].to_string());
        facts
    };
    let before = by_title(world.json(&["list", "--json"]));
    assert_eq!(by_title(world.json(&["print", "--json", path.to_str().unwrap()])), before);
}
