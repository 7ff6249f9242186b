//! What holds of the store whatever happens to it: events in any order, journals cut or damaged
//! anywhere, two programs at once.
#![expect(clippy::unwrap_used, reason = "a test that cannot use its directory should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;
use sahifa::article::ArticleId;
use sahifa::article::Offset;
use sahifa::article::Sketch;
use sahifa::store::Change;
use sahifa::store::Content;
use sahifa::store::DeviceId;
use sahifa::store::Edit;
use sahifa::store::Event;
use sahifa::store::Health;
use sahifa::store::Label;
use sahifa::store::NoteId;
use sahifa::store::Position;
use sahifa::store::Quote;
use sahifa::store::Sighting;
use sahifa::store::State;
use sahifa::store::Store;
use tempfile::TempDir;

fn id(number: usize) -> ArticleId {
    ArticleId::from(format!("{number:016x}").as_str())
}

fn changes() -> impl Strategy<Value = Change> {
    let label = "[a-dح]{0,3}".prop_map(|title| Label { title, path: None });
    prop_oneof![
        proptest::option::of(label).prop_map(Change::Bookmark),
        any::<bool>().prop_map(Change::Read),
        (0usize..9, 0u8..=100)
            .prop_map(|(at, progress)| Change::Position(Position { offset: Offset(at), progress })),
        ("[aAحb]{1,2}", any::<bool>()).prop_map(|(tag, on)| Change::Tag(tag, on)),
        (0usize..3, any::<bool>()).prop_map(|(other, on)| Change::Same(id(other), on)),
        "[a-c ]{0,9}".prop_map(|text| {
            let (words, text) = (text.len(), Sketch::of(&text));
            Change::Seen(Box::new(Sighting { words, text, ..Sighting::default() }))
        }),
        notes().prop_map(|edit| Change::Note(Box::new(edit))),
    ]
}

/// Versions of a few notes; the writer says over which they are written.
fn notes() -> impl Strategy<Value = Edit> {
    let quote = (0usize..9).prop_map(|at| Quote { at: Offset(at), ..Quote::default() });
    let content = ("[a-cح]{0,3}", proptest::option::of(quote))
        .prop_map(|(text, quote)| Content { text, quote });
    (0u64..3, proptest::option::of(content)).prop_map(|(note, content)| {
        let note = format!("{note:x}").parse().unwrap();
        Edit { note, version: NoteId::random(), over: Vec::new(), content }
    })
}

/// The same change as a reader makes it: over all that he knows of a note.
fn over_all(writer: &State, change: Change) -> Change {
    let Change::Note(edit) = change else { return change };
    let text = edit.content.as_ref().map(|content| content.text.clone());
    writer.rewritten(edit.note, text).unwrap_or(Change::Note(edit))
}

/// Events of three writers, two of them processes of one device, which hear of each other at times.
fn histories() -> impl Strategy<Value = Vec<Event>> {
    vec((0usize..3, 0usize..3, changes(), any::<bool>()), 1..24).prop_map(|steps| {
        let shared = DeviceId::random();
        let mut writers = [shared, shared, DeviceId::random()].map(State::new);
        let mut events: Vec<Event> = Vec::new();
        for (writer, article, change, hears) in steps {
            if hears {
                for event in &events {
                    writers[writer].apply(event.clone());
                }
            }
            let change = over_all(&writers[writer], change);
            events.push(writers[writer].record(&id(article), change));
        }
        events
    })
}

fn sum(reader: &State, events: impl IntoIterator<Item = Event>) -> State {
    let mut state = reader.clone();
    for event in events {
        state.apply(event);
    }
    state
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn events_in_any_order_and_number_come_to_the_same_state(
        (events, shuffled) in histories().prop_flat_map(|events| {
            let twice = [events.clone(), events.clone()].concat();
            (Just(events), Just(twice).prop_shuffle())
        }),
        again in 0usize..24,
    ) {
        let reader = State::new(DeviceId::random());
        let state = sum(&reader, events.clone());
        prop_assert_eq!(&sum(&reader, shuffled), &state);
        let some = events.into_iter().skip(again);
        prop_assert_eq!(&sum(&state, some), &state);
    }

    #[test]
    fn what_counts_of_the_events_comes_to_the_same_state(events in histories()) {
        let reader = State::new(DeviceId::random());
        let state = sum(&reader, events.clone());
        prop_assert_eq!(&sum(&reader, state.events()), &state);
        let (outdated, kept): (Vec<_>, Vec<_>) =
            events.into_iter().partition(|event| state.is_outdated(event));
        prop_assert_eq!(&sum(&reader, kept), &state);
        let later = state.events();
        prop_assert!(outdated.iter().all(|event| !later.contains(event)));
    }

    #[test]
    fn no_text_of_a_note_is_lost_that_nobody_has_written_over(events in histories()) {
        let state = sum(&State::new(DeviceId::random()), events.clone());
        let standing = state.all_notes();
        let edits = events.iter().filter_map(|event| match event.change() {
            Change::Note(edit) => Some(edit),
            _ => None,
        });
        let edits: Vec<_> = edits.collect();
        for edit in &edits {
            let is_over = edits.iter().any(|other| other.over.contains(&edit.version));
            let stands = |content: &Content| standing.iter().any(|note| note.id == edit.note && note.content == content);
            if let Some(content) = edit.content.as_ref().filter(|_| !is_over) {
                prop_assert!(stands(content), "{content:?}");
            }
        }
        prop_assert!(standing.len() <= edits.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_and_imported_is_the_same_state_and_twice_is_once(
        steps in vec((0usize..3, changes()), 1..12),
        others in vec((0usize..3, changes()), 1..12),
    ) {
        let [one, two, three] = [(); 3].map(|()| quick_dir());
        let events = |dir: &Path, steps: &[(usize, Change)]| {
            let mut store = Store::open(dir);
            for (article, change) in steps {
                store.save(&id(*article), change.clone()).unwrap();
            }
            store
        };
        let (here, there) = (events(one.path(), &steps), events(two.path(), &others));
        let document = here.export().unwrap();
        let mut empty = Store::open(three.path());
        let count = empty.import(document.as_bytes()).unwrap();
        prop_assert!(count > 0);
        prop_assert_eq!(empty.import(document.as_bytes()).unwrap(), 0);
        prop_assert_eq!(&empty.export().unwrap(), &document);
        empty.import(there.export().unwrap().as_bytes()).unwrap();
        // The same events in the other order, with the stamps of those who made them.
        let mut both = there;
        both.import(document.as_bytes()).unwrap();
        let again = Store::open(three.path());
        prop_assert_eq!(again.export().unwrap(), both.export().unwrap());
        prop_assert_eq!(again.health(), Health::default());
    }
}

/// A directory that costs no time at the disk.
fn quick_dir() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// How many articles there are in journals that are damaged.
const COUNT: usize = 3;

/// A store with `count` articles, each bookmarked and named in two scripts; and its journal.
fn filled(dir: &Path, count: usize) -> PathBuf {
    let mut store = Store::open(dir);
    let label = |number| Label {
        title: format!("صحيفة \"{number}\" {{\"v\":1"),
        path: Some(format!("library/{number}.html").into()),
    };
    let events: Vec<Event> = (0..count)
        .map(|number| store.record(&id(number), Change::Bookmark(Some(label(number)))))
        .collect();
    store.journal().unwrap().append(&events).unwrap();
    only_journal(dir)
}

/// The same after much more has been done, of which nothing counts, and all was put together.
fn worn(dir: &Path, count: usize) -> PathBuf {
    let mut store = Store::open(dir);
    for number in (0..count).chain(0..count) {
        store.save(&id(number), Change::Bookmark(None)).unwrap();
    }
    filled(dir, count);
    let mut store = Store::open(dir);
    store.repair().unwrap();
    assert_eq!(store.health(), Health::default());
    only_journal(dir)
}

fn only_journal(dir: &Path) -> PathBuf {
    let mut entries = fs::read_dir(dir.join("journal")).unwrap().map(|entry| entry.unwrap().path());
    entries.find(|path| path.extension().is_some_and(|end| end == "jsonl")).unwrap()
}

fn kept(store: &Store, count: usize) -> usize {
    (0..count).filter(|&number| store.marks(&id(number)).bookmarked).count()
}

#[test]
fn a_journal_cut_at_any_byte_loses_the_cut_record_at_most_and_can_be_written() {
    for make in [filled, worn] {
        let dir = quick_dir();
        let journal = make(dir.path(), COUNT);
        cut_at_any_byte(dir.path(), &journal);
    }
}

fn cut_at_any_byte(dir: &Path, journal: &Path) {
    let whole = fs::read(journal).unwrap();
    for length in 0..=whole.len() {
        let cut = &whole[..length];
        fs::write(journal, cut).unwrap();
        let lines = cut.iter().filter(|&&byte| byte == b'\n').count();
        let mut store = Store::open(dir);
        let lines = lines.min(COUNT);
        assert!(kept(&store, COUNT) >= lines, "cut at {length}");
        assert!(store.health().read_only.is_none() && store.health().damaged == 0);
        if length % 16 == 0 {
            store.save(&id(COUNT), Change::Read(true)).unwrap();
            let store = Store::open(dir);
            assert!(store.marks(&id(COUNT)).read, "cut at {length}");
            assert!(kept(&store, COUNT) >= lines, "cut at {length}");
        }
    }
}

#[test]
fn a_changed_byte_loses_its_own_record_at_most_and_is_told_and_never_believed() {
    for make in [filled, worn] {
        let dir = quick_dir();
        let journal = make(dir.path(), COUNT);
        change_any_byte(dir.path(), &journal);
    }
}

fn change_any_byte(dir: &Path, journal: &Path) {
    let whole = fs::read(journal).unwrap();
    let titles = |store: &Store| -> Vec<String> {
        store.bookmarks().iter().map(|bookmark| bookmark.label.title.clone()).collect()
    };
    let all = titles(&Store::open(dir));
    for at in 0..whole.len() {
        let bits = (0..8).map(|bit| 1 << bit);
        for flip in bits.chain([0xff, whole[at] ^ b'\n']) {
            let mut changed = whole.clone();
            changed[at] ^= flip;
            fs::write(journal, &changed).unwrap();
            let store = Store::open(dir);
            let kept = kept(&store, COUNT);
            assert!(kept >= COUNT - 1, "byte {at} flipped by {flip}");
            assert!(kept == COUNT || !store.health().is_sound(), "byte {at} by {flip}: not told");
            assert!(titles(&store).iter().all(|title| all.contains(title)), "byte {at} by {flip}");
            assert!(store.health().read_only.is_none());
        }
        // A quarantine that grows would make this slow; at the last byte there is none.
        drop(fs::remove_dir_all(dir.join("journal/quarantine")));
    }
}

#[test]
fn two_programs_at_once_lose_nothing() {
    const EACH: usize = 100;
    let dir = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for first in [0, EACH] {
            let dir = dir.path();
            scope.spawn(move || {
                let mut store = Store::open(dir);
                for number in first..first + EACH {
                    store.save(&id(number), Change::Bookmark(Some(Label::default()))).unwrap();
                }
            });
        }
    });
    let store = Store::open(dir.path());
    assert_eq!(kept(&store, 2 * EACH), 2 * EACH);
    assert_eq!(store.health(), Health::default());
    let text = fs::read_to_string(only_journal(dir.path())).unwrap();
    let seq = |line: &str| line.split_once("\"seq\":")?.1.split(',').next()?.parse().ok();
    let numbers: Vec<usize> = text.lines().filter_map(seq).collect();
    assert_eq!(numbers, Vec::from_iter(1..=2 * EACH));
}

#[test]
fn noise_in_place_of_a_journal_is_survived() {
    let dir = tempfile::tempdir().unwrap();
    let journal = filled(dir.path(), 1);
    let mut noise = fs::read(&journal).unwrap();
    noise.extend((0..20_000u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]));
    fs::write(&journal, noise).unwrap();
    let mut store = Store::open(dir.path());
    assert_eq!(kept(&store, 1), 1);
    assert!(store.health().damaged > 0);
    store.save(&id(1), Change::Bookmark(Some(Label::default()))).unwrap();
    assert_eq!(kept(&Store::open(dir.path()), 2), 2);
}
