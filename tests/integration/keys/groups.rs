//! The list in groups: their order, their headings, folding, and how it all goes with filters and marks.

use crossterm::event::{MouseButton, MouseEventKind};
use sahifa::library::Column;
use sahifa::locale::Language;
use sahifa::tui::app::Focus;
use sahifa::tui::grouping::Grouping;

use super::driver::{Reading, Shelf, visual};

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

/// Keys that group by this.
fn keys(by: &str) -> String {
    let all = ["month", "day", "source", "author", "tag", "language", "folder", "format"];
    "i".repeat(1 + all.iter().position(|one| *one == by).unwrap())
}

fn grouped(by: &str) -> Reading {
    let mut reading = Shelf::fixture().open();
    reading.type_keys(&keys(by));
    reading
}

/// The headings in the list, with the signs before them.
fn headings(reading: &Reading) -> Vec<String> {
    let rows = reading.rows();
    let list = rows.iter().filter_map(|row| row.split_once('│').map(|(list, _)| list));
    let heading = |row: &str| {
        let (text, _) = row.split_once(" ─").or_else(|| row.split_once('─'))?;
        Some(text.trim().replace(['\u{2068}', '\u{2069}'], ""))
    };
    list.filter_map(heading).collect()
}

#[test]
fn groups_go_around_and_the_selection_stays_on_its_article() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("jjj");
    for (shown, said) in [
        ("01 02 03 04 05 06 07 08", "grouped by month"),
        ("01 02 03 04 05 06 07 08", "grouped by day"),
        ("08 01 06 04 02 05 03 07", "grouped by source"),
        ("01 02 03 04 05 06 07 08", "grouped by author"),
        ("01 02 03 04 05 06 07 08", "grouped by tag"),
        ("02 03 07 01 06 08 05 04", "grouped by language"),
        ("01 02 03 04 05 06 07 08", "grouped by folder"),
        ("08 01 02 03 04 05 06 07", "grouped by format"),
        ("01 02 03 04 05 06 07 08", "no groups"),
    ] {
        reading.type_keys("i");
        assert_eq!((reading.shown().as_str(), reading.notice()), (shown, said));
        assert_eq!(reading.selected(), "04", "{said}");
    }
    assert_eq!(reading.app.list.grouping(), None);
    assert!(headings(&reading).is_empty());
}

#[test]
fn headings_tell_what_is_under_them_and_how_much() {
    let reading = grouped("source");
    let shown = headings(&reading);
    assert_eq!(shown[..2], ["- Galley Notes · 1", "- Harbour Post · 2"]);
    assert_eq!(shown.len(), 7);
    assert_eq!(shown[6], "- none known · 1", "what has no source comes last");
    assert_eq!(headings(&grouped("month")), ["- June 2024 · 8"]);
    assert_eq!(headings(&grouped("day"))[1], "- 8 Jun 2024 · 1");
    let languages = ["- Arabic · 3", "- English · 3", "- Persian · 1", "- Hebrew · 1"];
    assert_eq!(headings(&grouped("language")), languages);
    assert_eq!(headings(&grouped("folder")), ["- tests/fixtures/library · 8"]);
}

#[test]
fn days_come_as_the_order_has_them_and_other_groups_by_name() {
    let mut reading = grouped("day");
    assert!(headings(&reading)[0].contains("9 Jun"), "{:?}", headings(&reading));
    reading.type_keys("s");
    assert!(headings(&reading)[0].contains("2 Jun"), "{:?}", headings(&reading));
    let mut reading = grouped("language");
    reading.type_keys("s");
    assert_eq!(reading.shown(), "07 03 02 08 06 01 05 04", "oldest first in each");
}

#[test]
fn sources_that_differ_in_spelling_alone_are_one_group() {
    let file = |day: u8, source: &str| {
        format!("---\ntitle: T{day}\nsource: {source}\ndate: 2024-01-0{day}\n---\n\nText {day}.\n")
    };
    let files =
        [("1.md", file(1, "الأهرام")), ("2.md", file(2, "الاهرام")), ("3.md", file(3, "BBC"))];
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let mut reading = Shelf::of(&files).open();
    reading.type_keys(&keys("source"));
    assert_eq!(reading.shown(), "3. 2. 1.");
    assert_eq!(headings(&reading).len(), 2);
}

#[test]
fn folders_are_seen_from_the_library() {
    let shelf = Shelf::of(&[("top.txt", "Top\n\nText of the top.\n")]);
    for (folder, text) in [("b", "Bee"), ("a", "Ay")] {
        std::fs::create_dir_all(shelf.path(folder).join("2024")).unwrap();
        let text = format!("{text}\n\nText of {folder}, and more of it.\n");
        std::fs::write(shelf.path(folder).join("2024/x.txt"), text).unwrap();
    }
    let mut reading = shelf.open();
    reading.type_keys(&keys("folder"));
    let shown = headings(&reading);
    assert!(shown[0].ends_with("library · 1"), "{shown:?}");
    assert_eq!(shown[1..], ["- a/2024 · 1", "- b/2024 · 1"]);
}

#[test]
fn going_down_leads_from_article_to_article() {
    let mut reading = grouped("language");
    reading.type_keys("g");
    for selected in ["03", "07", "01", "06"] {
        assert_eq!(reading.type_keys("j").selected(), selected);
    }
    assert_eq!(reading.type_keys("G").selected(), "04");
    assert_eq!(reading.type_keys("k").selected(), "05");
}

#[test]
fn keys_lead_from_group_to_group() {
    let mut reading = grouped("language");
    reading.type_keys("g");
    for (key, selected) in [
        ("J", "01"),
        ("J", "05"),
        ("J", "04"),
        ("J", "04"),
        ("K", "05"),
        ("K", "01"),
        ("j", "06"),
        ("K", "01"),
        ("K", "02"),
        ("K", "02"),
    ] {
        assert_eq!(reading.type_keys(key).selected(), selected, "after {key}");
    }
}

#[test]
fn a_group_is_folded_and_its_heading_stands_for_it() {
    let mut reading = grouped("language");
    reading.type_keys("gjf");
    assert_eq!(reading.selected(), "", "no article is selected");
    assert_eq!(headings(&reading)[..2], ["▸+ Arabic · 3", "- English · 3"]);
    assert_eq!(reading.shown(), "02 03 07 01 06 08 05 04", "nothing is filtered out");
    let opened = reading.opened;
    reading.type_keys("bu").type_keys("c");
    assert_eq!(reading.store.state().all().count(), 0, "what is folded away cannot be marked");
    assert_eq!(reading.type_keys("j").selected(), "01");
    assert_eq!(reading.opened, opened + 1);
    assert_eq!(reading.type_keys("k").selected(), "");
    assert_eq!(reading.type_keys("⏎").selected(), "02", "Enter unfolds it");
    assert_eq!(reading.app.focus, Focus::List);
    assert_eq!(reading.type_keys("jff").selected(), "03", "as before it was folded");
}

#[test]
fn all_groups_are_folded_and_unfolded() {
    let mut reading = grouped("language");
    reading.type_keys("gjjjx");
    let folded = ["+ Arabic · 3", "▸+ English · 3", "+ Persian · 1", "+ Hebrew · 1"];
    assert_eq!(headings(&reading), folded);
    reading.type_keys("J");
    assert_eq!(headings(&reading)[2], "▸+ Persian · 1");
    reading.type_keys("f");
    assert_eq!(reading.selected(), "05");
    reading.type_keys("xx");
    assert_eq!(reading.selected(), "05");
    assert!(headings(&reading).iter().all(|heading| heading.starts_with('-')));
    reading.type_keys("xi");
    assert!(headings(&reading)[0].starts_with('-'), "other groups are not folded");
}

#[test]
fn a_filter_leaves_the_groups_that_have_something_that_fits() {
    let mut reading = grouped("language");
    reading.type_keys("/كتاب⏎");
    assert_eq!(reading.shown(), "02 06 05");
    assert_eq!(headings(&reading), ["- Arabic · 1", "- English · 1", "- Persian · 1"]);
    reading.type_keys("x/^ulamp⏎");
    assert_eq!(headings(&reading), ["▸+ English · 2"]);
    assert_eq!(reading.type_keys("⎋").selected(), "");
    assert_eq!(headings(&reading).len(), 4);
    let mut reading = grouped("language");
    reading.type_keys("gjjjb");
    reading.type_keys("B");
    assert_eq!(headings(&reading), ["- English · 1"]);
    assert_eq!(reading.type_keys("B").selected(), "01");
}

#[test]
fn what_fits_best_comes_first_in_its_group() {
    let mut reading = grouped("language");
    reading.type_keys("/book⏎ssssssss");
    assert!(reading.app.list.is_best_first());
    let languages: Vec<_> = headings(&reading);
    let mut sorted = languages.clone();
    sorted.sort_by_key(|heading| !heading.contains("Arabic"));
    assert_eq!(languages, sorted);
}

#[test]
fn articles_that_come_take_their_places_in_groups() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.start();
    reading.type_keys(&keys("language"));
    for entry in shelf.entries().into_iter().rev() {
        reading.find(vec![entry]);
    }
    assert_eq!(reading.shown(), "02 03 07 01 06 08 05 04");
    assert_eq!(reading.app.list.grouping(), Some(Grouping::By(Column::Language)));
}

#[test]
fn a_heading_comes_into_sight_with_the_first_article_under_it() {
    let mut reading = grouped("language");
    reading.resize(100, 8).type_keys("gJ");
    let seen = headings(&reading);
    assert_eq!(seen, ["- English · 3"], "at the top, and what is under it is seen");
    reading.type_keys("JK");
    assert_eq!(headings(&reading)[0], "- English · 3");
    reading.type_keys("G⇞");
    assert_eq!(reading.selected(), "08");
}

#[test]
fn a_click_on_a_heading_folds_its_group() {
    let mut reading = grouped("language");
    reading.mouse(CLICK, 6, 7);
    assert_eq!(headings(&reading)[..2], ["- Arabic · 3", "▸+ English · 3"]);
    reading.mouse(CLICK, 6, 7);
    assert_eq!(reading.selected(), "01");
    reading.mouse(CLICK, 6, 3);
    assert_eq!(reading.selected(), "03");
    reading.mouse(MouseEventKind::ScrollDown, 6, 3).mouse(MouseEventKind::ScrollDown, 6, 3);
    assert_eq!(reading.selected(), "01");
}

#[test]
fn without_groups_the_keys_tell_how_to_get_some() {
    for key in ["f", "x", "J", "K"] {
        let mut reading = Shelf::fixture().open();
        reading.type_keys(key);
        assert_eq!(reading.said(), "no groups here: i makes some", "{key}");
        assert_eq!(reading.selected(), "01");
    }
}

#[test]
fn headings_are_mirrored_and_in_the_reader_s_language() {
    let shelf = Shelf::fixture().in_language(Language::Arabic);
    let mut reading = shelf.open();
    reading.type_keys(&keys("language")).type_keys("gf");
    let rows = reading.rows();
    let first = rows[0].trim_end();
    assert!(first.ends_with("+◂"), "{first}");
    assert!(first.contains(&visual("العربية")) && first.contains('٣'), "{first}");
    let shelf = Shelf::fixture().in_language(Language::Persian);
    let mut reading = shelf.open();
    reading.type_keys("i");
    assert!(reading.rows()[0].contains(&visual("خرداد ۱۴۰۳")), "{}", reading.rows()[0]);
}
