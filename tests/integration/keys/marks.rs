//! Bookmarks, read marks, positions: what a next start finds.

use sahifa::article::{ArticleId, Offset};
use sahifa::store::{Change, Position, Store};
use sahifa::tui::update::{Effect, Message, update};

use super::driver::{Reading, Shelf};

fn id(reading: &Reading, row: usize) -> ArticleId {
    reading.app.list.row(row).unwrap().id.clone()
}

#[test]
fn a_bookmark_is_there_at_the_next_start() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    assert!(!reading.picture().contains('★'));
    reading.type_keys("jb");
    assert_eq!(reading.notice(), "bookmarked");
    let mut reading = shelf.open();
    assert!(reading.picture().contains('★'));
    assert_eq!(reading.type_keys("B").shown(), "02");
    assert!(reading.status_line().contains("bookmarks only"), "{}", reading.status_line());
    assert_eq!(reading.type_keys("B").shown(), "01 02 03 04 05 06 07 08");
    reading.type_keys("b");
    assert_eq!(reading.notice(), "bookmark removed");
    assert!(!shelf.open().picture().contains('★'));
}

#[test]
fn what_was_just_unmarked_stays_until_one_moves_on() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.type_keys("bjbjbB");
    assert_eq!((reading.shown().as_str(), reading.selected().as_str()), ("01 02 03", "03"));
    assert_eq!(reading.type_keys("kb").shown(), "01 02 03");
    reading.send(Message::Tick).resize(90, 20);
    assert_eq!(reading.shown(), "01 02 03");
    assert_eq!(reading.type_keys("b").shown(), "01 02 03", "a slip is taken back in place");
    reading.type_keys("bj");
    assert_eq!((reading.shown().as_str(), reading.selected().as_str()), ("01 03", "03"));
}

#[test]
fn the_last_bookmark_unmarked_and_left_leaves_an_empty_list() {
    let mut reading = Shelf::fixture().open();
    assert_eq!(reading.type_keys("bBb").shown(), "01");
    assert_eq!(reading.type_keys("BB").shown(), "");
    assert!(reading.picture().contains("No article passes the filter"));
}

#[test]
fn an_article_is_read_once_one_is_in_it() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.type_keys("jjk");
    let (first, second) = (id(&reading, 0), id(&reading, 1));
    assert!(!reading.store.marks(&second).read, "to pass by is not to read");
    reading.type_keys("⏎");
    assert!(reading.store.marks(&second).read);
    assert!(!reading.store.marks(&first).read);
    let mut reading = shelf.open();
    assert_eq!(reading.type_keys("U").shown(), "01 03 04 05 06 07 08");
    assert!(reading.status_line().contains("unread only"), "{}", reading.status_line());
}

#[test]
fn unread_is_a_mark_that_goes_on_and_off() {
    let mut reading = Shelf::fixture().open();
    let first = id(&reading, 0);
    reading.type_keys("u");
    assert_eq!((reading.notice(), reading.store.marks(&first).read), ("marked as read", true));
    reading.type_keys("⏎u");
    assert_eq!((reading.notice(), reading.store.marks(&first).read), ("marked as unread", false));
    reading.type_keys("⏎→j");
    assert!(!reading.store.marks(&first).read, "it was marked on purpose");
}

#[test]
fn reading_through_the_unread_keeps_the_article_that_is_read() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("Uj⏎");
    assert_eq!(reading.shown(), "01 02 03 04 05 06 07 08");
    assert_eq!(reading.type_keys("⎋").selected(), "02");
    reading.type_keys("j");
    assert_eq!(
        (reading.shown().as_str(), reading.selected().as_str()),
        ("01 03 04 05 06 07 08", "03")
    );
}

#[test]
fn a_filter_by_marks_does_not_close_what_is_read() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("jb⎋gjj⏎B");
    assert_eq!(reading.shown(), "02");
    assert_eq!(reading.reads(), "غواصات أوكوس تصل متأخرة");
    assert_eq!(reading.type_keys("⎋").reads(), "سوق الكتب القديم يفتح أبوابه ليلاً");
}

#[test]
fn the_reading_position_comes_back() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("⏎^f^fq");
    assert_eq!(reading.status, Some(0));
    let place = reading.app.reader.as_ref().unwrap().position();
    assert_ne!(place, Offset(0));
    let mut reading = shelf.open();
    reading.resize(100, 12);
    assert!(reading.top() > 10, "{}", reading.top());
    assert_eq!(reading.app.reader.as_ref().unwrap().position(), place);
    let progress = reading.store.marks(&id(&reading, 0)).position.unwrap().progress;
    assert!(progress > 50, "{progress}");
    assert!(reading.picture().contains(&format!("{progress}%")));
}

#[test]
fn the_position_is_saved_while_one_reads_and_when_one_leaves_the_article() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("⏎^f");
    let first = id(&reading, 0);
    let saved = || Store::open(&shelf.state()).marks(&first).position.map(|at| at.offset);
    assert_eq!(saved(), None);
    reading.send(Message::Tick);
    let one = saved();
    assert!(one.is_some());
    reading.type_keys("^f⎋");
    assert_eq!(saved(), one, "not all the time");
    reading.app.saving.next = None;
    reading.send(Message::Tick);
    assert!(saved() > one);
    reading.app.saving.next = None;
    reading.type_keys("⏎g").send(Message::Tick);
    assert_eq!(saved(), Some(Offset(0)), "back at the start");
}

#[test]
fn places_that_wait_are_not_forgotten_and_are_saved_before_the_reader_is_left_or_stopped() {
    for key in ["q", "^z"] {
        let shelf = Shelf::fixture();
        let mut reading = shelf.open();
        reading.resize(100, 12).type_keys("⏎^f").send(Message::Tick);
        let ids = [id(&reading, 0), id(&reading, 1)];
        reading.type_keys("^f⎋j⏎^f⎋");
        reading.store.refresh().unwrap();
        let marks = reading.store.state().clone();
        reading.send(Message::Marks(marks));
        reading.type_keys("k⏎");
        let place = reading.app.reader.as_ref().unwrap().position();
        reading.type_keys(key);
        let store = Store::open(&shelf.state());
        let places = ids.map(|id| store.marks(&id).position.map(|at| at.offset));
        assert_eq!(places[0], Some(place));
        assert!(places[1].is_some_and(|place| place > Offset(0)), "{key}");
    }
}

#[test]
fn saved_is_said_of_what_is_on_the_disk() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("bjb");
    reading.send(Message::Saved(1));
    assert_eq!(reading.notice(), "bookmarked", "the second one is not there yet");
    // With each goes how the article looks, to find it again.
    reading.send(Message::Saved(4));
    assert_eq!(reading.said(), "bookmarked, saved");
    reading.type_keys("b");
    reading.send(Message::NotSaved("the disk is full".into()));
    reading.type_keys("j");
    assert!(reading.status_line().contains("changes not saved yet"), "{}", reading.status_line());
    reading.send(Message::Saved(5));
    assert_eq!(reading.notice(), "all changes are saved");
    reading.type_keys("j");
    assert!(!reading.status_line().contains("not saved"), "{}", reading.status_line());
}

#[test]
fn what_was_not_moved_in_is_not_saved() {
    let mut reading = Shelf::fixture().open();
    reading.type_keys("⏎⎋jjk");
    for message in [Message::Tick, Message::Tick] {
        assert!(update(&mut reading.app, message).is_empty());
    }
    assert!(reading.store.marks(&id(&reading, 0)).position.is_none());
}

#[test]
fn two_readers_of_one_article_do_not_answer_each_other_for_ever() {
    let shelf = Shelf::fixture();
    let (mut one, mut two) = (shelf.open(), shelf.open());
    one.resize(100, 12).type_keys("⏎^f").send(Message::Tick);
    two.resize(100, 12).type_keys("⏎^f^f").send(Message::Tick);
    for reading in [&mut one, &mut two] {
        reading.store.refresh().unwrap();
        let marks = reading.store.state().clone();
        reading.send(Message::Marks(marks));
        let effects = update(&mut reading.app, Message::Tick);
        assert!(effects.is_empty(), "{effects:?}");
    }
}

#[test]
fn what_another_process_marks_is_shown_and_takes_nothing_away() {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    reading.type_keys("Uj");
    let (second, third) = (id(&reading, 1), id(&reading, 2));
    for id in [&second, &third] {
        Store::open(&shelf.state()).save(id, Change::Read(true)).unwrap();
    }
    assert!(reading.store.refresh().unwrap());
    let marks = reading.store.state().clone();
    reading.send(Message::Marks(marks));
    assert_eq!(
        (reading.shown().as_str(), reading.selected().as_str()),
        ("01 02 04 05 06 07 08", "02")
    );
}

#[test]
fn positions_of_other_lengths_do_no_harm() {
    let shelf = Shelf::fixture();
    let first = id(&shelf.open(), 0);
    for offset in [1, 1000, usize::MAX / 2] {
        let position = Position { offset: Offset(offset), progress: 200 };
        Store::open(&shelf.state()).save(&first, Change::Position(position)).unwrap();
        let mut reading = shelf.open();
        reading.resize(100, 12).type_keys("⏎jk").picture();
        assert!(reading.top() < reading.app.reader.as_ref().unwrap().page.height());
    }
}

#[test]
fn a_session_that_keeps_nothing_says_so_at_each_mark() {
    let shelf = Shelf::fixture();
    std::fs::write(shelf.state(), "in the way").unwrap();
    let mut reading = shelf.open();
    reading.type_keys("b");
    assert!(reading.said().starts_with("bookmarked until you leave"), "{}", reading.said());
    assert!(reading.picture().contains('★'));
}

#[test]
fn a_change_that_was_not_saved_is_told() {
    let mut reading = Shelf::fixture().open();
    reading.send(Message::NotSaved("the disk is full".into()));
    assert!(reading.status_line().contains("not saved: the disk is full"));
}

#[test]
fn leaving_by_a_signal_keeps_the_place() {
    let mut reading = Shelf::fixture().open();
    reading.resize(100, 12).type_keys("⏎^f");
    let request = sahifa::terminal::Request::Quit { status: 143 };
    let effects = update(&mut reading.app, Message::Signal(request));
    assert!(matches!(effects[..], [Effect::Save(..), Effect::Quit(143)]), "{effects:?}");
}
