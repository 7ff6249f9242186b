//! `sahifa bookmark`: by file and by id, through renames, without the article, without a state.

use std::fs;

use super::World;

fn titles(world: &World) -> Vec<String> {
    let bookmarks = world.json(&["bookmark", "list", "--json"]);
    bookmarks.iter().map(|value| value["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn bookmarks_are_set_and_removed_by_file_and_by_id() {
    let world = World::with_library();
    let id = world.id("arabic.html");
    assert_eq!(world.out(&["bookmark", "add", "english.md", &id[..6]]), "");
    assert_eq!(titles(&world), ["عودة القطار إلى المدينة", "The ferry comes back"]);
    let marked = world.json(&["list", "--json"]);
    assert_eq!(marked.iter().filter(|value| value["bookmarked"] == true).count(), 2);
    world.out(&["bookmark", "remove", "arabic.html"]);
    assert_eq!(titles(&world), ["The ferry comes back"]);
    world.out(&["bookmark", "remove", &world.id("english.md").to_uppercase()]);
    assert_eq!(titles(&world), [""; 0]);
    world.out(&["bookmark", "remove", "english.md"]);
}

#[test]
fn a_bookmark_has_these_fields() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "./english.md"]);
    let line = world.out(&["bookmark", "list", "--json"]);
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    let path = world.library().join("english.md");
    assert_eq!(value["id"], world.id("english.md"));
    assert_eq!(value["path"], path.to_str().unwrap());
    assert_eq!(value["gone"], false);
    assert!(value["at"].as_str().unwrap().ends_with('Z'), "{value}");
    assert_eq!(value.as_object().unwrap().len(), 5);
    let plain = world.out(&["bookmark", "list"]);
    let id = world.id("english.md");
    assert_eq!(plain, format!("{id}\tThe ferry comes back\t{}\n", path.display()));
}

#[test]
fn a_bookmark_survives_its_file_being_renamed_and_moved() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "hebrew.txt"]);
    let moved = world.library().join("old/גשר.txt");
    fs::create_dir(moved.parent().unwrap()).unwrap();
    fs::rename(world.library().join("hebrew.txt"), &moved).unwrap();
    let bookmarks = world.json(&["bookmark", "list", "--json"]);
    assert_eq!(bookmarks[0]["path"], moved.to_str().unwrap());
    assert_eq!(bookmarks[0]["gone"], false);
    world.out(&["bookmark", "remove", moved.to_str().unwrap()]);
    assert_eq!(titles(&world), [""; 0]);
}

#[test]
fn a_bookmark_outlives_its_article() {
    let world = World::with_library();
    let id = world.id("hebrew.txt");
    world.out(&["bookmark", "add", "hebrew.txt", "english.md", "arabic.html"]);
    fs::remove_file(world.library().join("hebrew.txt")).unwrap();
    fs::remove_file(world.library().join("english.md")).unwrap();
    let plain = world.out(&["bookmark", "list"]);
    let gone: Vec<_> = plain.lines().filter(|line| line.contains("\tgone: ")).collect();
    assert_eq!(gone.len(), 2, "{plain}");
    assert!(plain.contains("הגשר החדש נפתח"), "{plain}");
    let bookmarks = world.json(&["bookmark", "list", "--json"]);
    let gone: Vec<_> = bookmarks.iter().map(|value| value["gone"] == true).collect();
    assert_eq!(gone, [false, true, true]);
    world.out(&["bookmark", "remove", &id, "english.md"]);
    assert_eq!(titles(&world), ["عودة القطار إلى المدينة"]);
}

#[test]
fn bookmarks_are_listed_when_the_library_is_gone() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    let mut command = world.command();
    command.args(["bookmark", "list", "--library", "nowhere"]);
    let run = super::finish(&mut command, b"");
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
    assert!(!run.out.contains("gone"), "it is where it was: {}", run.out);
    run.complains(&["nowhere"]);
}

#[test]
fn nothing_is_changed_when_one_of_several_is_unknown() {
    let world = World::with_library();
    world.run(["bookmark", "add", "english.md", "nowhere"]).fails(1, &["nowhere"]);
    assert_eq!(titles(&world), [""; 0]);
    world.out(&["bookmark", "add", "english.md"]);
    world.run(["bookmark", "remove", "english.md", "nowhere"]).fails(1, &["nowhere"]);
    assert_eq!(titles(&world), ["The ferry comes back"]);
}

#[test]
fn an_article_of_standard_input_is_bookmarked_without_a_place() {
    let world = World::new();
    let mut command = world.command();
    let run = super::finish(command.args(["bookmark", "add", "-"]), super::HEBREW.as_bytes());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let bookmarks = world.json(&["bookmark", "list", "--json"]);
    assert_eq!((&bookmarks[0]["path"], &bookmarks[0]["gone"]), (&().into(), &true.into()));
}

#[test]
fn a_state_that_cannot_be_written_is_a_failure_with_reason_and_path() {
    let world = World::with_library();
    fs::write(world.state(), "not a directory").unwrap();
    let state = world.state();
    let name = state.to_str().unwrap();
    world.run(["bookmark", "add", "english.md"]).fails(1, &[name, "not saved", "doctor"]);
    let run = world.run(["list"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 4));
    run.complains(&[name, "nothing can be kept"]);
    let doctor = world.out(&["doctor"]);
    assert!(doctor.contains("read-only"), "{doctor}");
    assert_eq!(fs::read(&state).unwrap(), b"not a directory");
}
