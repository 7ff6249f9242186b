//! Marks follow their articles whatever becomes of the files, and never another article's: libraries are
//! made, read and marked, changed in all the ways that files are, and read again.
#![expect(clippy::unwrap_used, reason = "a test that cannot use its directory should stop")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sahifa::article::ArticleId;
use sahifa::identity;
use sahifa::identity::Followed;
use sahifa::library;
use sahifa::library::{Entry, Snapshot, Source};
use sahifa::search::Corpus;
use sahifa::store::{Change, Store};
use tempfile::TempDir;

#[path = "identity/writer.rs"]
mod writer;

use writer::{Dice, Draft};

/// A library, and a state.
struct World {
    dir: TempDir,
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("library")).unwrap();
        Self { dir }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join("library").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        let to = self.path(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(self.path(from), to).unwrap();
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    fn store(&self) -> Store {
        Store::open(&self.dir.path().join("state"))
    }

    /// Reads the library as a start of the program does, and keeps what has been found out.
    fn start(&self) -> (Vec<Arc<Entry>>, Store, Followed) {
        let corpus = Arc::new(Corpus::in_memory());
        let source = Source::Directory(self.path(""));
        let (entries, _) = library::collect_into(source, &corpus);
        let mut store = self.store();
        let snapshot = Snapshot::new(entries.clone());
        let followed = identity::catch_up(&snapshot, store.state(), &corpus);
        let record = |(article, change): &(_, Change)| store.record(article, change.clone());
        let events: Vec<_> = followed.changes.iter().map(record).collect();
        store.journal().unwrap().append(&events).unwrap();
        (entries, store, followed)
    }

    /// Tags what is in these files, and looks at it as the program does.
    fn tag(&self, tags: &[(&str, &str)]) {
        let (entries, mut store, _) = self.start();
        for (name, tag) in tags {
            let entry = entry_of(&entries, &self.path(name)).unwrap();
            store.save(&entry.id, Change::Tag((*tag).to_owned(), true)).unwrap();
        }
        drop(store);
        self.start();
    }

    /// The tags of what is in each file.
    fn tags(&self) -> HashMap<PathBuf, Vec<String>> {
        let (entries, store, _) = self.start();
        let tags = |entry: &Arc<Entry>| {
            let tags = store.state().tags(&entry.ids(), &[]);
            let paths = entry.versions().into_iter().map(|version| version.item.path);
            paths.map(|path| (path, tags.clone())).collect::<Vec<_>>()
        };
        entries.iter().flat_map(tags).collect()
    }
}

fn entry_of(entries: &[Arc<Entry>], path: &Path) -> Option<Arc<Entry>> {
    let lies =
        |entry: &&Arc<Entry>| entry.versions().iter().any(|version| version.item.path == path);
    entries.iter().find(lies).cloned()
}

/// What is done to the file of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Rename,
    Move,
    Word,
    Third,
    Convert,
    SavedAgain,
    Copy,
    Swap,
    Restore,
    Case,
    Displaced,
    Replaced,
    SameAddress,
    Readdressed,
    SameGuid,
}

const FATES: [Fate; 15] = [
    Fate::Rename,
    Fate::Move,
    Fate::Word,
    Fate::Third,
    Fate::Convert,
    Fate::SavedAgain,
    Fate::Copy,
    Fate::Swap,
    Fate::Restore,
    Fate::Case,
    Fate::Displaced,
    Fate::Replaced,
    Fate::SameAddress,
    Fate::Readdressed,
    Fate::SameGuid,
];

/// Where an article is to be found, and which files are to have no mark of it.
struct Outcome {
    at: Option<String>,
    others: Vec<String>,
}

impl Outcome {
    fn at(name: impl Into<String>) -> Self {
        Self { at: Some(name.into()), others: Vec::new() }
    }

    fn not(self, name: impl Into<String>) -> Self {
        Self { others: vec![name.into()], ..self }
    }
}

impl Fate {
    /// Does it; what lay beside it stays.
    fn befall(self, world: &World, draft: &Draft, dice: &mut Dice) -> Outcome {
        let (name, number) = (draft.name(), draft.number);
        match self {
            Self::Rename => {
                let new = format!("renamed-{number}.{}", draft.ending);
                world.rename(&name, &new);
                Outcome::at(new)
            }
            Self::Move => {
                let new = format!("folder/{number}/{name}");
                world.rename(&name, &new);
                Outcome::at(new)
            }
            Self::Word => {
                world.write(&name, &draft.edited(1, dice).file());
                Outcome::at(name)
            }
            Self::Third => {
                world.write(&name, &draft.edited(draft.words() * 3 / 10, dice).file());
                Outcome::at(name)
            }
            Self::Convert => {
                let new = Draft { ending: "md", ..draft.clone() }.with_paragraph(dice);
                world.remove(&name);
                world.write(&new.name(), &new.file());
                Outcome::at(new.name())
            }
            Self::SavedAgain => {
                // With its address under another name, without one in its place.
                let again = draft.with_paragraph(dice).edited(2, dice);
                world.remove(&name);
                let new = if draft.url.is_some() { format!("again-{name}") } else { name };
                world.write(&new, &again.file());
                Outcome::at(new)
            }
            Self::Copy => {
                let new = format!("copy-{name}");
                world.write(&new, &draft.file());
                Outcome::at(name)
            }
            _ => self.displace(world, draft, dice),
        }
    }

    /// The same where other files come or go.
    fn displace(self, world: &World, draft: &Draft, dice: &mut Dice) -> Outcome {
        let (name, number) = (draft.name(), draft.number);
        match self {
            Self::Swap => {
                let other = Draft::new(number + 50_000, dice);
                let other = Draft { ending: draft.ending, ..other };
                world.write(&name, &other.file());
                world.write(&format!("swapped-{name}"), &draft.file());
                Outcome::at(format!("swapped-{name}")).not(name)
            }
            Self::Restore => {
                world.remove(&name);
                world.start();
                world.write(&name, &draft.file());
                Outcome::at(name)
            }
            Self::Case => {
                let new = name.to_uppercase().replace(&draft.ending.to_uppercase(), draft.ending);
                world.rename(&name, &new);
                Outcome::at(new)
            }
            Self::Displaced => {
                let new = format!("displaced/{name}");
                world.rename(&name, &new);
                let other = Draft { ending: draft.ending, ..Draft::new(number + 60_000, dice) };
                world.write(&name, &other.file());
                Outcome::at(new).not(name)
            }
            Self::Replaced => {
                let other = Draft { ending: draft.ending, ..Draft::new(number + 70_000, dice) };
                world.write(&name, &other.file());
                Outcome { at: None, others: vec![name] }
            }
            // At another address, and three words in ten are others or the headline is: only what the feed
            // calls it is as it was.
            Self::Readdressed if draft.guid.is_some() => {
                let tenths = if number.is_multiple_of(2) { 3 } else { 1 };
                let new = draft.edited(draft.words() * tenths / 10, dice);
                let url = draft.url.as_ref().map(|_| format!("https://moved.example/{number}/x"));
                let other = Draft::new(number, dice).title;
                let title = if tenths == 3 { draft.title.clone() } else { other };
                let new = Draft { url, title, ..new };
                world.remove(&name);
                let path = format!("elsewhere/{number}/new.xml");
                world.write(&path, &new.file());
                Outcome::at(path)
            }
            Self::Readdressed => Self::Rename.befall(world, draft, dice),
            // Another article is called the same.
            Self::SameGuid => {
                let other = Draft { ending: "xml", ..Draft::new(number + 90_000, dice) };
                let other = Draft { guid: draft.guid.clone(), ..other };
                world.remove(&name);
                world.write(&other.name(), &other.file());
                Outcome { at: None, others: vec![other.name()] }
            }
            // Another article is saved from the same address.
            _ => {
                let other = Draft::new(number + 80_000, dice);
                let other = Draft { url: draft.url.clone(), ..other };
                world.remove(&name);
                world.write(&other.name(), &other.file());
                Outcome { at: None, others: vec![other.name()] }
            }
        }
    }
}

/// How many articles are in one library; two in three are marked.
const SHELF: usize = 26;

#[test]
#[expect(clippy::print_stdout, reason = "these are the figures in the README")]
fn marks_follow_their_articles_and_no_other_whatever_becomes_of_the_files() {
    const ROUNDS: usize = 75;
    let mut dice = Dice::new(20_251_130);
    let (mut cases, mut followed, mut wrong) = (0, 0, 0);
    let mut lost: BTreeMap<Fate, usize> = BTreeMap::new();
    for round in 0..ROUNDS {
        let world = World::new();
        let drafts: Vec<Draft> =
            (0..SHELF).map(|at| Draft::new(round * SHELF + at, &mut dice)).collect();
        drafts.iter().for_each(|draft| world.write(&draft.name(), &draft.file()));
        let is_marked = |draft: &Draft| !draft.number.is_multiple_of(3);
        let tagged: Vec<(String, String)> = drafts
            .iter()
            .filter(|draft| is_marked(draft))
            .map(|draft| (draft.name(), format!("mark-{}", draft.number)))
            .collect();
        let tagged: Vec<_> = tagged.iter().map(|(name, tag)| (&**name, &**tag)).collect();
        world.tag(&tagged);
        let mut outcomes = Vec::new();
        for draft in &drafts {
            let fate = FATES[(draft.number + round) % FATES.len()];
            outcomes.push((draft, fate, fate.befall(&world, draft, &mut dice)));
        }
        let tags = world.tags();
        for (draft, fate, outcome) in outcomes {
            let mark = vec![format!("mark-{}", draft.number)];
            let own = outcome.at.map(|name| tags[&world.path(&name)].clone());
            let is_clean = |name: &String| tags[&world.path(name)].is_empty();
            let strangers = own.iter().flatten().filter(|tag| !mark.contains(tag)).count();
            wrong += strangers + outcome.others.iter().filter(|name| !is_clean(name)).count();
            // Where nothing is left of an article there is nothing to follow.
            if let Some(own) = own.filter(|_| is_marked(draft)) {
                cases += 1;
                followed += usize::from(own == mark);
                *lost.entry(fate).or_default() += usize::from(own != mark);
            }
        }
    }
    lost.retain(|_, count| *count > 0);
    println!("{followed} of {cases} followed, {wrong} wrong; not followed: {lost:?}");
    assert!(cases >= 1000);
    assert!(followed * 100 >= cases * 99, "{followed} of {cases}: {lost:?}");
    assert_eq!(wrong, 0);
}

#[test]
fn a_likeness_alone_asks_and_the_answer_holds() {
    let (world, mut dice) = (World::new(), Dice::new(7));
    let draft = Draft { url: None, ending: "txt", ..Draft::new(1, &mut dice) };
    world.write(&draft.name(), &draft.file());
    world.tag(&[(&draft.name(), "mine")]);
    world.remove(&draft.name());
    world.write("elsewhere/other-name.txt", &draft.edited(2, &mut dice).file());
    let (entries, mut store, followed) = world.start();
    assert!(store.state().tags(&entries[0].ids(), &[]).is_empty());
    assert!(followed.changes.is_empty(), "{followed:?}");
    let [offer] = &followed.offers[..] else { panic!("{followed:?}") };
    assert_eq!((&offer.new, &offer.title), (&entries[0].id, &draft.title));
    store.save(&offer.new, Change::Same(offer.old.clone(), true)).unwrap();
    let (entries, store, followed) = world.start();
    assert_eq!(store.state().tags(&entries[0].ids(), &[]), ["mine"]);
    assert!(followed.offers.is_empty() && followed.lost == 0);
}

#[test]
fn what_was_said_to_be_another_article_is_not_followed_again() {
    let (world, mut dice) = (World::new(), Dice::new(8));
    let draft = Draft::new(1, &mut dice);
    world.write(&draft.name(), &draft.file());
    world.tag(&[(&draft.name(), "mine")]);
    world.write(&draft.name(), &draft.edited(9, &mut dice).file());
    let (entries, mut store, followed) = world.start();
    assert_eq!(store.state().tags(&entries[0].ids(), &[]), ["mine"]);
    let same = followed.changes.iter().find_map(|(_, change)| match change {
        Change::Same(old, true) => Some(old.clone()),
        _ => None,
    });
    let id: ArticleId = entries[0].id.clone();
    store.save(&id, Change::Same(same.unwrap(), false)).unwrap();
    let (entries, store, followed) = world.start();
    assert!(store.state().tags(&entries[0].ids(), &[]).is_empty());
    assert!(followed.changes.is_empty() && followed.offers.is_empty(), "{followed:?}");
}

#[test]
fn where_two_articles_could_be_the_one_the_reader_is_asked() {
    let (world, mut dice) = (World::new(), Dice::new(9));
    let draft = Draft { url: None, ending: "md", ..Draft::new(1, &mut dice) };
    world.write(&draft.name(), &draft.file());
    world.tag(&[(&draft.name(), "mine")]);
    world.remove(&draft.name());
    for ending in ["md", "html"] {
        let half = Draft { ending, ..draft.edited(draft.words() / 4, &mut dice) };
        world.write(&half.name(), &half.file());
    }
    let (entries, store, followed) = world.start();
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|entry| store.state().tags(&entry.ids(), &[]).is_empty()));
    assert_eq!(followed.offers.len(), 2, "{followed:?}");
}

#[test]
fn marks_that_were_made_before_anything_was_remembered_follow_from_the_next_start_on() {
    let (world, mut dice) = (World::new(), Dice::new(10));
    let draft = Draft::new(1, &mut dice);
    world.write(&draft.name(), &draft.file());
    world.tag(&[(&draft.name(), "mine")]);
    // Moved and then edited, seen in between: it is known where it went.
    world.rename(&draft.name(), &format!("away/{}", draft.name()));
    world.start();
    world.write(
        &format!("away/{}", draft.name()),
        &Draft { url: None, ..draft.edited(3, &mut dice) }.file(),
    );
    let (entries, store, _) = world.start();
    assert_eq!(store.state().tags(&entries[0].ids(), &[]), ["mine"]);
    assert_eq!(
        store.state().sighting(&entries[0].id).map(|seen| seen.title.clone()),
        Some(draft.title)
    );
}

#[test]
fn an_identifier_is_followed_unless_many_articles_have_it_or_it_tells_nothing() {
    let followed = |guid: &str, namesakes: usize| {
        let (world, mut dice) = (World::new(), Dice::new(11));
        let guid = Some(guid.to_owned());
        let draft = Draft { ending: "xml", guid: guid.clone(), ..Draft::new(1, &mut dice) };
        world.write(&draft.name(), &draft.file());
        world.tag(&[(&draft.name(), "mine")]);
        world.remove(&draft.name());
        let moved = Draft { url: Some("https://moved.example/1".into()), ..draft.clone() };
        let moved = Draft { title: "Another headline".into(), ..moved.edited(9, &mut dice) };
        world.write("elsewhere/moved.xml", &moved.file());
        for number in 2..2 + namesakes {
            let other =
                Draft { ending: "xml", guid: guid.clone(), ..Draft::new(number, &mut dice) };
            world.write(&format!("others/{}", other.name()), &other.file());
        }
        world.tags()[&world.path("elsewhere/moved.xml")] == ["mine"]
    };
    assert!(followed("tag:site.example,2025:1", 0));
    assert!(followed("tag:site.example,2025:1", 2));
    assert!(!followed("tag:site.example,2025:1", 3), "four articles are called so");
    assert!(!followed("1", 0));
}
