//! The list by tags and by formats: an article of several tags stands under each of them, the reader's own
//! tags count as those of files do.

use sahifa::tui::app::Focus;

use super::driver::{Reading, Shelf};

/// Three articles of one, two and no tags, the last the newest.
fn harbour() -> Shelf {
    let file = |day: u8, tags: &str| {
        format!(
            "---\ntitle: T{day}\ntags: [{tags}]\ndate: 2024-01-0{day}\n---\n\nBoats of {day}.\n"
        )
    };
    let files = [("1.md", file(1, "sea")), ("2.md", file(2, "sea, تاريخ")), ("3.md", file(3, ""))];
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Shelf::of(&files)
}

/// The reader of a shelf, its list by tag.
fn by_tag(shelf: &Shelf) -> Reading {
    let mut reading = shelf.open();
    reading.type_keys("iiiii");
    assert_eq!(reading.notice(), "grouped by tag");
    reading
}

/// What stands over the groups, without the signs before it.
fn headings(reading: &Reading) -> Vec<String> {
    let list = &reading.app.list;
    let spans = (0..list.shown.len()).filter_map(|article| list.begins(article));
    let heading = |span| list.heading(span).name(&reading.app.locale, &reading.app.library);
    spans.map(heading).collect()
}

#[test]
fn an_article_stands_under_each_of_its_tags() {
    let shelf = harbour();
    let mut reading = by_tag(&shelf);
    reading.type_keys("g");
    assert_eq!(reading.shown(), "2. 1. 2. 3.");
    assert_eq!(headings(&reading), ["sea", "تاريخ", "no tag"], "what has none comes last");
    assert!(reading.status_line().contains("3 articles"), "each is counted once");
    assert!(reading.rows()[0].contains("sea"), "{}", reading.rows()[0]);
}

#[test]
fn the_selection_stays_in_the_group_where_it_was_made() {
    let shelf = harbour();
    let mut reading = by_tag(&shelf);
    reading.type_keys("gjj");
    assert_eq!((reading.selected().as_str(), reading.app.list.selected), ("2.", 2));
    let opened = reading.opened;
    reading.type_keys("bs");
    assert_eq!((reading.selected().as_str(), reading.app.list.selected), ("2.", 2));
    assert_eq!(reading.shown(), "1. 2. 2. 3.", "oldest first in each");
    assert_eq!(reading.opened, opened, "nothing else was selected meanwhile");
    reading.type_keys("i");
    assert_eq!(reading.selected(), "2.");
}

#[test]
fn a_filter_and_folds_go_by_tags_too() {
    let shelf = harbour();
    let mut reading = by_tag(&shelf);
    reading.type_keys("/تاريخ⏎");
    assert_eq!((reading.shown().as_str(), headings(&reading).len()), ("2. 2.", 2));
    assert!(reading.status_line().contains("1 of 3 articles"), "{}", reading.status_line());
    reading.type_keys("⎋gf");
    assert_eq!(reading.selected(), "");
    assert_eq!(
        reading.type_keys("j").selected(),
        "2.",
        "under its other tag it is not folded away"
    );
    reading.type_keys("⏎");
    assert_eq!(reading.app.focus, Focus::Reader);
    let mut reading = by_tag(&shelf);
    reading.type_keys("/boats⏎ssssssss");
    assert!(reading.app.list.is_best_first());
    assert_eq!(headings(&reading), ["sea", "تاريخ", "no tag"]);
}

#[test]
fn the_reader_s_own_tags_count() {
    let shelf = harbour();
    let mut reading = by_tag(&shelf);
    reading.type_keys("GTSEA, night⏎");
    assert_eq!(headings(&reading), ["night", "sea", "تاريخ"]);
    assert_eq!(reading.shown(), "3. 3. 2. 1. 2.");
    assert_eq!(reading.selected(), "3.");
    reading.type_keys("gJjT^u⏎");
    assert_eq!(headings(&reading), ["night", "sea", "no tag"]);
    assert_eq!(reading.shown(), "3. 3. 1. 2.", "what is taken away from a file's tags is gone");
    let reading = by_tag(&shelf);
    assert_eq!(reading.shown(), "3. 3. 1. 2.", "at the next start too");
}

#[test]
fn articles_that_come_while_tags_are_shown_take_their_places() {
    let shelf = harbour();
    by_tag(&shelf).type_keys("GTnight⏎");
    let mut reading = shelf.start();
    reading.type_keys("iiiii");
    for entry in shelf.entries() {
        reading.find(vec![entry]);
    }
    assert_eq!(reading.shown(), "3. 2. 1. 2.");
}

#[test]
fn formats_are_groups() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("iiiiiiii");
    assert_eq!(reading.notice(), "grouped by format");
    assert_eq!(headings(&reading), ["html", "markdown", "plain"]);
}
