//! Moving through the list, its orders, and how it fills.

use crossterm::event::{MouseButton, MouseEventKind};
use sahifa::library::Source;
use sahifa::store::{Change, Label};
use sahifa::tui::app::Focus;
use sahifa::tui::update::Message;

use super::driver::Shelf;

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

#[test]
fn the_newest_article_is_selected_and_open_beside_the_list() {
    let reading = Shelf::fixture().open();
    assert_eq!(reading.shown(), "01 02 03 04 05 06 07 08");
    assert_eq!(reading.selected(), "01");
    assert_eq!(reading.reads(), "The keeper of the last lamp");
    assert!(reading.status_line().contains("8 articles"), "{}", reading.status_line());
}

#[test]
fn letters_and_arrows_move_one_article_and_stop_at_the_ends() {
    let mut reading = Shelf::fixture().open();
    for (keys, selected) in [
        ("jj", "03"),
        ("k", "02"),
        ("↓", "03"),
        ("↑↑↑↑", "01"),
        ("G", "08"),
        ("j", "08"),
        ("g", "01"),
    ] {
        assert_eq!(reading.type_keys(keys).selected(), selected, "after {keys}");
    }
}

#[test]
fn pages_and_halves_are_those_of_the_pane() {
    let mut reading = Shelf::fixture().open();
    reading.resize(100, 9);
    let steps = [
        ("^d", "03"),
        ("^u", "01"),
        ("␣", "05"),
        ("⇞", "01"),
        ("⇟", "05"),
        ("^b", "01"),
        ("^f^f^f", "08"),
        ("⇱", "01"),
        ("⇲", "08"),
    ];
    for (keys, selected) in steps {
        assert_eq!(reading.type_keys(keys).selected(), selected, "after {keys}");
    }
}

#[test]
fn the_list_scrolls_no_further_than_it_must() {
    let mut reading = Shelf::fixture().open();
    reading.resize(100, 9);
    for (keys, top) in [("jjj", 0), ("j", 1), ("kkk", 1), ("k", 0), ("G", 4), ("kkk", 4), ("k", 3)]
    {
        reading.type_keys(keys);
        assert_eq!(reading.app.list.top, top, "after {keys}");
    }
}

#[test]
fn each_article_is_asked_for_once() {
    let mut reading = Shelf::fixture().open();
    assert_eq!(reading.opened, 1);
    reading.type_keys("jj").send(Message::Tick).send(Message::Tick).resize(90, 20);
    reading.type_keys("⏎⎋").send(Message::Loaded);
    assert_eq!(reading.opened, 3);
}

#[test]
fn tab_enter_and_escape_go_between_the_panes() {
    let mut reading = Shelf::fixture().open();
    let (list, reader) = (Focus::List, Focus::Reader);
    let steps = [
        ("⇥", reader),
        ("⇥", list),
        ("⇤", reader),
        ("⇤", list),
        ("⏎", reader),
        ("⏎", reader),
        ("⎋", list),
        ("⎋", list),
    ];
    for (keys, focus) in steps {
        reading.type_keys(keys);
        assert_eq!(reading.app.focus, focus, "after {keys}");
    }
}

#[test]
fn left_leads_to_the_list_and_right_to_the_article() {
    let mut reading = Shelf::fixture().open();
    let (list, reader) = (Focus::List, Focus::Reader);
    for (keys, focus) in [
        ("←", list),
        ("→", reader),
        ("→", reader),
        ("←", list),
        ("h", list),
        ("l", reader),
        ("h", list),
    ] {
        reading.type_keys(keys);
        assert_eq!(reading.app.focus, focus, "after {keys}");
    }
}

#[test]
fn the_orders_go_around_and_the_selection_stays_on_its_article() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("jj");
    for name in [
        "oldest first",
        "by title",
        "by source",
        "by author",
        "longest first",
        "shortest first",
        "saved last first",
        "newest first",
    ] {
        reading.type_keys("s");
        assert!(reading.status_line().contains(name), "{}", reading.status_line());
        assert_eq!(reading.selected(), "03", "{name}");
        match name {
            "oldest first" => assert_eq!(reading.shown(), "08 07 06 05 04 03 02 01"),
            "newest first" => assert_eq!(reading.shown(), "01 02 03 04 05 06 07 08"),
            _ => assert_eq!(reading.shown().len(), 23, "none is lost: {}", reading.shown()),
        }
    }
}

#[test]
fn titles_are_in_alphabetical_order_whatever_their_case_and_vowel_signs() {
    let article = |title: &str| format!("---\ntitle: {title}\ndate: 2024-01-01\n---\n\n{title}.\n");
    let titles = ["banana", "Apple", "cherry", "أُسد", "بَاب", "تاج"];
    let files: Vec<_> = titles.iter().rev().map(|title| (*title, article(title))).collect();
    let names: Vec<String> = (0..files.len()).map(|at| format!("{at}.md")).collect();
    let files: Vec<_> =
        names.iter().zip(&files).map(|(name, (_, text))| (name.as_str(), text.as_str())).collect();
    let mut reading = Shelf::of(&files).open();
    reading.type_keys("ss");
    let row = |row: usize| reading.app.list.row(row).unwrap().metadata.title.clone();
    let shown: Vec<_> = (0..titles.len()).map(row).collect();
    assert_eq!(shown, ["Apple", "banana", "cherry", "أُسد", "بَاب", "تاج"]);
}

#[test]
fn what_has_no_source_comes_last_and_one_source_is_newest_first() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("sss");
    let shown = reading.shown();
    assert!(shown.ends_with("07"), "{shown}");
    assert!(shown.starts_with("08 01 06"), "Galley, Harbour and Harbour: {shown}");
}

#[test]
fn articles_take_their_places_as_they_come() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.start();
    for entry in shelf.entries().into_iter().rev() {
        reading.find(vec![entry]);
        let shown = reading.shown();
        let mut sorted: Vec<_> = shown.split(' ').collect();
        sorted.sort_unstable();
        assert_eq!(sorted.join(" "), shown);
        assert_eq!(reading.app.list.selected, 0, "nobody has chosen another row");
    }
    assert_eq!(reading.reads(), "The keeper of the last lamp");
}

#[test]
fn a_chosen_article_stays_selected_while_others_come() {
    let shelf = Shelf::fixture();
    let mut entries = shelf.entries();
    let mut reading = shelf.start();
    let later = entries.drain(..5).collect();
    reading.find(entries);
    assert_eq!(reading.type_keys("j").selected(), "07");
    let opened = reading.opened;
    reading.find(later).send(Message::Loaded);
    assert_eq!(reading.selected(), "07");
    assert_eq!(reading.app.list.selected, 6);
    assert_eq!(reading.opened, opened);
}

#[test]
fn a_filter_holds_for_what_comes_later() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.start();
    reading.type_keys("/lamp⏎");
    for entry in shelf.entries() {
        reading.find(vec![entry]);
    }
    assert_eq!(reading.shown(), "01 06");
}

#[test]
fn one_article_in_two_files_is_one_row_whose_marks_are_those_of_both() {
    let text =
        "---\ntitle: Twin\nurl: https://example.org/twin\ndate: 2024-01-01\n---\n\nOne text.\n";
    let other = text.replace("One text.", "One text, and more.");
    let third = "---\ntitle: Third\ndate: 2024-01-01\n---\n\nAnother text.\n";
    let list = "title,url,time_added,tags,status\nTwin,http://www.example.org/twin/,1600322788,kept,archive\n";
    let shelf = Shelf::of(&[("1.md", text), ("2.md", &other), ("3.md", third), ("4.csv", list)]);
    let mut reading = shelf.open();
    assert_eq!(reading.app.list.total(), 2);
    let twin = reading.app.list.row(0).unwrap().clone();
    assert_eq!(twin.versions().len(), 3);
    assert!(reading.app.marks(&twin).read, "the list says so");
    let (first, second) = (twin.ids()[0].clone(), twin.ids()[1].clone());
    reading.store.save(&second, Change::Bookmark(Some(Label::default()))).unwrap();
    let marks = reading.store.state().clone();
    reading.send(Message::Marks(marks));
    assert!(reading.app.marks(&twin).bookmarked);
    reading.type_keys("b");
    assert!(!reading.store.marks_of(&twin.ids(), &twin.given).bookmarked);
    assert!(!reading.store.marks(&first).bookmarked);
    reading.type_keys("u");
    assert!(!reading.store.marks_of(&twin.ids(), &twin.given).read, "against what the list says");
    assert_eq!(
        reading.type_keys("/kept⏎").shown().split(' ').count(),
        1,
        "the list's tags are searched"
    );
}

#[test]
fn rows_become_one_under_a_chosen_one_and_it_stays_chosen() {
    let page = "---\ntitle: Twin\nurl: https://example.org/twin\ndate: 2024-01-01\n---\n\n";
    let long = "Words of the one article that both files have, so many that they are told apart from any other, \
        and that a copy which lacks a sentence at its end is still known to be a copy of the same article.";
    let files = [
        ("a.md", format!("{page}{long}")),
        ("b.md", format!("{page}{long} The end.")),
        ("c.md", "---\ntitle: Third\ndate: 2025-01-01\n---\n\nAnother text.\n".to_owned()),
    ];
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let shelf = Shelf::of(&files);
    let mut reading = shelf.start();
    for name in ["c.md", "a.md"] {
        let alone = Source::Paths(vec![shelf.path(name)]);
        reading.find(shelf.entries_of(alone));
    }
    reading.type_keys("j");
    assert_eq!(reading.selected(), "a.");
    let alone = Source::Paths(vec![shelf.path("b.md")]);
    reading.find(shelf.entries_of(alone));
    assert_eq!((reading.app.list.total(), reading.app.list.selected), (2, 1));
    assert_eq!(reading.app.list.current().unwrap().versions().len(), 2);
}

#[test]
fn while_the_library_is_read_the_screen_says_so() {
    let reading = Shelf::fixture().start();
    let screen = reading.picture();
    assert!(screen.contains("Reading …"), "{screen}");
    assert!(screen.contains("tests/fixtures/library"), "{screen}");
    assert!(reading.status_line().contains("reading"), "{screen}");
}

#[test]
fn an_empty_library_says_what_to_do() {
    let mut reading = Shelf::of(&[]).open();
    let screen = reading.picture();
    assert!(screen.contains("No articles here yet"), "{screen}");
    assert!(screen.contains("another directory"), "{screen}");
    reading.type_keys("jkGg⏎⇥b u U n N s/x⏎⎋z v ").mouse(CLICK, 80, 5).mouse(CLICK, 2, 2);
    assert_eq!(reading.app.focus, Focus::List);
    assert_eq!(reading.status, None);
}

#[test]
fn a_library_of_problems_leads_to_their_reasons() {
    let mut reading = Shelf::of(&[("a.txt", ""), ("b.txt", " \n")]).open();
    let screen = reading.picture();
    assert!(screen.contains("No file could be read"), "{screen}");
    assert!(screen.contains("p shows why"), "{screen}");
    let screen = reading.type_keys("p").picture();
    assert!(screen.contains("2 files could not be read"), "{screen}");
    assert!(screen.contains("the file is empty (2)"), "{screen}");
    assert!(screen.contains("a.txt") && screen.contains("b.txt"), "{screen}");
}

#[test]
fn a_directory_that_is_missing_is_a_problem_with_its_name() {
    let shelf = Shelf::of(&[]);
    std::fs::remove_dir(shelf.path("")).unwrap();
    let screen = shelf.open().type_keys("p").picture();
    assert!(screen.contains("1 file could not be read"), "{screen}");
    assert!(screen.contains("library"), "{screen}");
}

#[test]
fn hostile_titles_and_paths_reach_the_screen_as_text() {
    let title = "Free \u{1b}[31mred\u{1b}[0m \u{202e}txet\u{7} \u{9b}2J";
    let text = format!(
        "<title>{title}</title><p>Body with \u{1b}]0;owned\u{7} in it, and more of it.</p>"
    );
    let shelf = Shelf::of(&[("a\u{1b}[2J.html", &text), ("b\u{1b}]0;x\u{7}.txt", "")]);
    let mut reading = shelf.open();
    for keys in ["", "⏎", "⎋p", "p/\u{202e}[31m"] {
        let (buffer, _) = reading.type_keys(keys).draw();
        for cell in &buffer.content {
            let symbol = cell.symbol();
            assert!(!symbol.contains(char::is_control), "{symbol:?} after {keys}");
            assert!(!symbol.contains('\u{202e}'), "an override after {keys}");
        }
    }
    std::fs::remove_file(shelf.path("a\u{1b}[2J.html")).unwrap();
    let mut reading = shelf.start();
    let other = Shelf::of(&[("a\u{1b}[2J.html", &text)]);
    let source = Source::Directory(other.path(""));
    for entry in shelf.entries_of(source) {
        reading.find(vec![entry]);
    }
    drop(other);
    assert!(!reading.notice().contains(char::is_control), "{}", reading.notice());
}

#[test]
fn a_click_selects_and_another_one_reads() {
    let mut reading = Shelf::fixture().open();
    reading.mouse(CLICK, 5, 4);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("03", Focus::List));
    reading.mouse(CLICK, 5, 5);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("03", Focus::Reader));
    reading.mouse(CLICK, 5, 0);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("01", Focus::List));
    reading.mouse(CLICK, 80, 3);
    assert_eq!(reading.app.focus, Focus::Reader);
    reading.mouse(CLICK, 5, 27);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("01", Focus::List));
    reading.mouse(MouseEventKind::Down(MouseButton::Right), 5, 4);
    reading.mouse(MouseEventKind::Up(MouseButton::Left), 5, 4);
    reading.mouse(MouseEventKind::Moved, 5, 4);
    reading.mouse(CLICK, 5, 29);
    assert_eq!(reading.selected(), "01", "only the main button, only above the bottom row");
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let mut reading = Shelf::fixture().open();
    reading.resize(100, 12).mouse(MouseEventKind::ScrollDown, 80, 5);
    assert_eq!((reading.top(), reading.selected().as_str()), (3, "01"));
    reading.mouse(MouseEventKind::ScrollUp, 80, 5).mouse(MouseEventKind::ScrollUp, 80, 5);
    assert_eq!(reading.top(), 0);
    reading.mouse(MouseEventKind::ScrollDown, 5, 5).mouse(MouseEventKind::ScrollDown, 5, 5);
    assert_eq!(reading.selected(), "03");
    reading.mouse(MouseEventKind::ScrollUp, 5, 5);
    assert_eq!(reading.selected(), "02");
}
