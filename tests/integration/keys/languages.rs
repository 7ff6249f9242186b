//! The interface in five languages, mirrored where they run from right to left.

use std::path::PathBuf;

use crossterm::event::{MouseButton, MouseEventKind};
use insta::Settings;
use sahifa::library::Problem;
use sahifa::locale::Language;
use sahifa::tui::app::Focus;
use sahifa::tui::update::Message;

use super::driver::{Reading, Shelf, visual};

const CLICK: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

fn open(language: Language) -> Reading {
    let mut reading = Shelf::fixture().in_language(language).open();
    let path = PathBuf::from("tests/fixtures/library/not-an-article.docx");
    let reason = "the file is not in a format that sahifa reads".to_owned();
    reading.fail(vec![Problem { path, reason: reason.into() }]);
    reading
}

/// The screens that these keys lead to, one under the other.
fn compare(name: &str, (width, height): (u16, u16), steps: &[&str]) {
    for language in Language::ALL {
        let screen = |keys: &&str| {
            let picture = open(language).resize(width, height).type_keys(keys).picture();
            format!("{keys}\n{}\n{picture}", "═".repeat(width.into()))
        };
        let screens: Vec<_> = steps.iter().map(screen).collect();
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path("../snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = format!("{}_{name}", language.code());
        settings.bind(|| insta::assert_snapshot!(name, screens.join("\n\n")));
    }
}

const STEPS: &[&str] = &["jjb", "j⏎", "?", "/كتاب⏎", "/lamp", "p", "jBU"];

#[test]
fn list_and_article_help_filter_problems_and_notices_on_a_large_screen() {
    compare("100x30", (100, 30), STEPS);
}

#[test]
fn the_same_on_a_small_one() {
    compare("40x12", (40, 12), STEPS);
}

#[test]
fn a_screen_of_twenty_by_six_can_be_used() {
    compare("20x6", (20, 6), &["", "j⏎", "?", "?jj", "p", "/كتاب", "b"]);
}

#[test]
fn rows_that_the_terminal_turns_are_not_mirrored_by_us() {
    compare("logical_60x12", (60, 12), &["②②②②②", "②②②②②j⏎", "②②②②②?", "②②②②②/كتاب⏎"]);
}

#[test]
fn in_arabic_the_list_is_on_the_right_and_clicks_find_it_there() {
    let mut reading = open(Language::Arabic);
    reading.mouse(CLICK, 95, 4);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("03", Focus::List));
    reading.mouse(CLICK, 95, 5);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("03", Focus::Reader));
    reading.mouse(CLICK, 95, 0);
    assert_eq!((reading.selected().as_str(), reading.app.focus), ("01", Focus::List));
    reading.mouse(CLICK, 20, 3);
    assert_eq!(reading.app.focus, Focus::Reader);
    reading.mouse(MouseEventKind::ScrollDown, 95, 3);
    assert_eq!(reading.selected(), "02");
}

#[test]
fn in_arabic_texts_start_at_the_right_edge_and_the_key_for_help_ends_the_row_on_the_left() {
    let mut reading = open(Language::Arabic);
    let row = reading.type_keys("⏎").status_line();
    assert!(row.ends_with(&visual("٨ مقالات")), "{row}");
    assert!(row.starts_with(&format!(" {}", visual("مساعدة"))), "{row}");
    assert!(row.contains("٪"), "{row}");
}

#[test]
fn a_notice_keeps_its_order_whatever_is_put_into_it() {
    let mut reading = open(Language::Arabic);
    reading.send(Message::NotSaved("disk full".into()));
    let row = reading.status_line();
    assert!(row.ends_with(&format!("disk full :{}", visual("لم يُحفظ"))), "{row}");
}

#[test]
fn days_are_told_in_the_reader_s_language_in_list_and_byline() {
    let mut reading = open(Language::Persian);
    let screen = reading.type_keys("j").picture();
    let day = visual("۱۹ خرداد ۱۴۰۳");
    assert_eq!(screen.matches(&day).count(), 2, "{day}\n{screen}");
}
