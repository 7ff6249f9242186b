//! The order and the groups of the list: further orders, and what the next start finds.

use std::fs;

use sahifa::library::Sort;

use super::driver::Shelf;

/// Articles of different lengths, authors and dates of saving.
fn shelf() -> Shelf {
    let file = |(day, author, saved, words): (u8, &str, u8, usize)| {
        let head = format!("title: T{day}\nauthor: {author}\ndate: 2024-01-0{day}\n");
        let text = "word ".repeat(words);
        format!("---\n{head}saved: 2024-02-0{saved}\n---\n\nText {day}: {text}\n")
    };
    let files = [(1, "Ziad", 2, 30), (2, "أمل", 4, 10), (3, "Anna", 3, 20), (4, "ANNA", 1, 40)];
    let files: Vec<_> = files.map(|facts| (format!("{}.md", facts.0), file(facts))).into();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Shelf::of(&files)
}

#[test]
fn articles_are_in_order_by_author_length_and_saving() {
    let shelf = shelf();
    let mut reading = shelf.open();
    for (keys, shown, said) in [
        ("ssss", "4. 3. 1. 2.", "by author"),
        ("s", "4. 1. 3. 2.", "longest first"),
        ("s", "2. 3. 1. 4.", "shortest first"),
        ("s", "2. 3. 1. 4.", "saved last first"),
        ("s", "4. 3. 2. 1.", "newest first"),
    ] {
        reading.type_keys(keys);
        assert_eq!(reading.shown(), shown, "{said}");
        assert!(reading.status_line().contains(said), "{}", reading.status_line());
    }
}

#[test]
fn the_next_start_finds_the_order_and_the_groups() {
    let shelf = Shelf::of(&[("1.md", "# One\n\nText.\n"), ("2.md", "# Two\n\nMore text.\n")]);
    let kept = shelf.state().join("lists.json");
    shelf.open().type_keys("q");
    assert!(!kept.exists(), "nothing was chosen");
    shelf.open().type_keys("ssiiiiiq");
    let mut reading = shelf.open();
    assert_eq!(reading.app.list.sort, Sort::Title);
    assert!(
        reading.status_line().contains("by title · grouped by tag"),
        "{}",
        reading.status_line()
    );
    reading.type_keys("siq");
    let text = fs::read_to_string(&kept).unwrap();
    assert!(
        text.contains(r#""sort": "source""#) && text.contains(r#""group": "language""#),
        "{text}"
    );
    shelf.open().type_keys("sssssiiiq");
    assert_eq!(fs::read_to_string(&kept).unwrap().trim(), "{}", "as at first");
}

#[test]
fn what_two_readers_choose_is_not_taken_back_by_one_that_chose_nothing() {
    let shelf = shelf();
    let mut idle = shelf.open();
    shelf.open().type_keys("ssq");
    idle.type_keys("q");
    assert_eq!(shelf.open().app.list.sort, Sort::Title);
}

#[test]
fn names_of_later_versions_are_passed_over() {
    let shelf = shelf();
    shelf.open().type_keys("sq");
    let kept = shelf.state().join("lists.json");
    let later = fs::read_to_string(&kept).unwrap().replace("oldest", "sideways");
    fs::write(&kept, &later).unwrap();
    let mut reading = shelf.open();
    assert_eq!(reading.app.list.sort, Sort::Newest);
    reading.type_keys("q");
    assert_eq!(fs::read_to_string(&kept).unwrap(), later);
}

#[test]
fn files_that_were_named_are_no_library_to_come_back_to() {
    let shelf = shelf().only(&["1.md", "2.md"]);
    shelf.open().type_keys("ssq");
    assert!(!shelf.state().join("lists.json").exists());
    assert_eq!(shelf.open().app.list.sort, Sort::Newest);
}
