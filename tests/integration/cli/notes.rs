//! `sahifa note` and `sahifa tag`, and marks that follow an article whose text is edited.

use super::{ENGLISH, World, finish};

#[test]
fn tags_are_given_listed_found_and_taken_away() {
    let world = World::with_library();
    let tags = |name: &str| world.json(&["list", "--json", "-q", name])[0]["tags"].clone();
    world.out(&["tag", "add", "english.md", "#harbour", "بحر", "Sea"]);
    assert_eq!(tags("ferry"), serde_json::json!(["sea", "travel", "harbour", "بحر"]));
    world.out(&["tag", "remove", "english.md", "travel", "BAHR"]);
    assert_eq!(tags("ferry"), serde_json::json!(["sea", "harbour", "بحر"]));
    assert_eq!(world.json(&["list", "--json", "-q", "harbour ferry"]).len(), 1);
    assert_eq!(world.json(&["list", "--json", "-q", "بحر"]).len(), 1);
    assert_eq!(world.json(&["list", "--json", "-q", "ferry -harbour"]).len(), 0);
    assert_eq!(world.out(&["tag", "list", "english.md"]), "harbour\nsea\nبحر\n");
    world.out(&["tag", "add", &world.id("hebrew.txt")[..8], "بحر"]);
    let all = world.json(&["tag", "list", "--json"]);
    let count = all.iter().find(|value| value["tag"] == "بحر").map(|value| &value["articles"]);
    assert_eq!(count, Some(&serde_json::json!(2)));
    world.run(["tag", "add", "english.md", " # "]).fails(1, &["at least one letter"]);
    world.run(["tag", "add", "nothing.md", "x"]).fails(1, &["nothing.md"]);
}

#[test]
fn notes_are_written_rewritten_listed_and_removed() {
    let world = World::with_library();
    let id = world.out(&["note", "add", "english.md", "Ask Ann: أين العبّارة؟"]);
    let id = id.trim();
    assert_eq!(id.len(), 16);
    let input =
        finish(world.command().args(["note", "add", "hebrew.txt"]), "two\nlines\n".as_bytes());
    assert_eq!(input.code, 0, "{input:?}");
    let notes = world.json(&["note", "list", "--json"]);
    assert_eq!(notes.len(), 2);
    let own = world.json(&["note", "list", "english.md", "--json"]);
    assert_eq!(own[0]["text"], "Ask Ann: أين العبّارة؟");
    assert_eq!(
        (&own[0]["title"], &own[0]["gone"]),
        (&"The ferry comes back".into(), &false.into())
    );
    assert_eq!(own[0]["article"], world.id("english.md"));
    world.out(&["note", "edit", &id[..6], "Asked."]);
    let line = world.out(&["note", "list", "english.md"]);
    assert_eq!(line, format!("{id}\t{}\tThe ferry comes back\t\tAsked.\n", world.id("english.md")));
    world.out(&["note", "remove", id]);
    assert_eq!(world.json(&["note", "list", "--json"])[0]["text"], "two\nlines");
    world.run(["note", "remove", id]).fails(1, &["no note", id]);
    world.run(["note", "add", "english.md", "  "]).fails(1, &["at least one letter"]);
}

#[test]
fn a_marked_passage_is_found_again_after_an_edit_and_listed_when_it_is_gone() {
    let world = World::with_library();
    let passage = "seven quiet years";
    world.out(&["note", "add", "english.md", "--quote", passage]);
    world.out(&["note", "add", "english.md", "who?", "--quote", "The old ferry"]);
    let notes = |name: &str| world.json(&["note", "list", name, "--json"]);
    let text = world.out(&["print", "--plain", "english.md"]);
    let text = text.split_once('\n').unwrap().1;
    let own = notes("english.md");
    assert_eq!(own[1]["quote"], passage);
    let place = text.find(passage).unwrap() as u64;
    assert_eq!(own[1]["start"].as_u64(), Some(place));
    // Edited in place: a word before it is another, and the other passage is gone.
    world.write("english.md", ENGLISH.replace("The old ferry", "A new and larger ferry"));
    let own = world.json(&["note", "list", "--json"]);
    assert_eq!(own.len(), 2, "{own:?}");
    assert_eq!(own[1]["start"].as_u64(), Some(place + 9));
    assert_eq!((&own[0]["text"], own[0]["start"].as_u64()), (&"who?".into(), None));
    assert!(world.out(&["note", "list"]).contains("\tgone: The old ferry\twho?\n"));
    world.run(["note", "add", "english.md", "--quote", "not there"]).fails(1, &["does not stand"]);
}

#[test]
fn marks_follow_an_edit_and_a_likeness_is_asked_about_by_the_doctor() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "hebrew.txt", "english.md"]);
    world.out(&["tag", "add", "english.md", "mine"]);
    world.write("english.md", ENGLISH.replace("quiet", "loud"));
    let bookmarked = || {
        let listed = world.json(&["list", "--json"]);
        let marked = listed.iter().filter(|value| value["bookmarked"] == true);
        marked.map(|value| value["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(bookmarked().len(), 2);
    let listed = world.json(&["bookmark", "list", "--json"]);
    assert!(listed.iter().all(|value| value["gone"] == false), "{listed:?}");
    // Moved and edited at once: that is too little to be sure.
    let text = super::HEBREW.replace("שנתיים", "שלוש שנים");
    std::fs::remove_file(world.library().join("hebrew.txt")).unwrap();
    world.write("moved/other.txt", text);
    assert_eq!(bookmarked(), ["The ferry comes back"]);
    let report = world.out(&["doctor"]);
    let advice = report.lines().find(|line| line.contains("sahifa bookmark adopt")).unwrap().trim();
    let words: Vec<&str> = advice.split(' ').skip(1).collect();
    world.out(&words);
    assert_eq!(bookmarked().len(), 2);
    assert!(!world.out(&["doctor"]).contains("adopt"));
    world.out(&[&words[..], &["--undo"]].concat());
    assert_eq!(bookmarked().len(), 1);
    assert!(!world.out(&["doctor"]).contains("adopt"), "it was said to be another one");
    world.run(["bookmark", "adopt", "00000000", "english.md"]).fails(1, &["no marks"]);
}

#[test]
fn notes_and_tags_are_printed_as_the_screen_shows_them() {
    let world = World::with_library();
    let before = world.out(&["print", "english.md"]);
    world.out(&["note", "add", "english.md", "Ask Ann.\nThen Omar."]);
    world.out(&["note", "add", "english.md", "--quote", "seven quiet years", "Which?"]);
    world.out(&["tag", "add", "english.md", "harbour"]);
    let printed = world.out(&["print", "english.md"]);
    let (page, notes) = printed.split_once("Notes\n").expect("the notes stand under the article");
    assert!(before.starts_with(page.trim_end()), "{printed}");
    for line in ["Ask Ann.", "Then Omar.", "Which?"] {
        assert!(notes.lines().any(|row| row.trim() == line), "{line}: {notes}");
    }
    assert!(notes.contains("seven quiet years") && notes.contains("harbour"), "{notes}");
    for form in ["--plain", "--bare", "--json"] {
        assert!(!world.out(&["print", form, "english.md"]).contains("Omar"), "{form}");
    }
    let read = finish(world.command().args(["--linear", "english.md"]), b"m\nm\nm\n");
    assert!(read.out.contains("Then Omar."), "{read:?}");
}
