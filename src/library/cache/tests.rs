//! What is written comes back, and of what is damaged nothing does.

pub(super) mod arbitrary;

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::article::{Given, Metadata};
use crate::format;
use crate::library::{Item, Key, Place, Reason, Version};
use crate::search::Doc;
use arbitrary::any_entry;

/// A library's folder, and a directory for its cache.
struct Home {
    library: TempDir,
    cache: TempDir,
}

impl Home {
    fn new() -> Self {
        Self { library: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() }
    }

    fn open(&self) -> Result<Base, Damage> {
        Base::open(self.cache.path(), self.library.path())
    }

    fn item(&self, path: &str) -> Item {
        Item { path: self.library.path().join(path), place: Place::File }
    }

    /// Entries that are a row each, each in a file of its own, and problems.
    fn write(&self, entries: &[Entry], problems: &[(u32, Problem)]) {
        let mut draft = Draft::new(self.cache.path(), self.library.path()).unwrap();
        for (entry, number) in entries.iter().zip(0..) {
            let placed = Placed { entry, doc: number + 7, file: number };
            draft.row(entry, number + 7, &[placed]).unwrap();
        }
        let files: Vec<_> = entries.iter().map(|entry| (&*entry.item.path, stamp(1))).collect();
        let problems = problems.iter().map(|(file, problem)| (*file, problem));
        draft.finish(files, problems, 42).unwrap().take_place().unwrap();
    }

    fn file(&self) -> PathBuf {
        fs::read_dir(self.cache.path()).unwrap().next().unwrap().unwrap().path()
    }

    fn entry(&self, path: &str, title: &str, day: i8) -> Entry {
        let metadata = Metadata {
            title: title.into(),
            published: Some(Date::day(jiff::civil::date(2025, 3, day))),
            ..Metadata::default()
        };
        let id = format!("{:0>16}", title.len());
        let version =
            Version { id: id.as_str().into(), item: self.item(path), ..version("", self) };
        entry(version, (metadata, Given::default(), vec![]), (100, None), vec![])
    }
}

fn stamp(size: u64) -> Stamp {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::new(1_700_000_000, 5);
    Stamp::new(size, long_ago, SystemTime::now())
}

fn version(id: &str, home: &Home) -> Version {
    let item = home.item("a");
    Version { id: id.into(), item, member: None, index: 0, format: "plain", encoding: "UTF-8" }
}

type About = (Metadata, Given, Vec<String>);

fn entry(
    version: Version,
    (metadata, given, text_in): About,
    (words, modified): (usize, Option<Date>),
    others: Vec<Version>,
) -> Entry {
    let Version { id, item, member, index, format, encoding } = version;
    Entry {
        id,
        item,
        member,
        index,
        format,
        encoding,
        metadata,
        given,
        words,
        modified,
        doc: Some(Doc(7)),
        others,
        text_in,
    }
}

fn assert_same(one: &Entry, other: &Entry) {
    assert_eq!(one.versions(), other.versions());
    assert_eq!(one.metadata, other.metadata);
    assert_eq!(one.given, other.given);
    assert_eq!((one.words, one.modified), (other.words, other.modified));
    assert_eq!(one.text_in, other.text_in);
}

#[test]
fn names_in_columns_come_back_and_folders_are_those_of_the_library_as_it_is_named() {
    let home = Home::new();
    let named = |path: &str, source: Option<&str>, day| {
        let mut entry = home.entry(path, path, day);
        entry.metadata.source = source.map(str::to_owned);
        entry
    };
    let entries =
        [named("b/1", Some("Post"), 1), named("2", None, 2), named("b/3", Some("Post"), 3)];
    home.write(&entries, &[]);
    let base = home.open().unwrap();
    let named = |column| {
        let Named { names, rows, .. } = base.labels(column).unwrap();
        rows.into_iter().map(|row| names.get(row as usize).cloned()).collect::<Vec<_>>()
    };
    let post = Some("Post".to_owned());
    assert_eq!(named(Column::Source), [post.clone(), None, post]);
    let folder = |path: &str| Some(home.library.path().join(path).to_string_lossy().into_owned());
    let top = Some(home.library.path().to_string_lossy().into_owned());
    assert_eq!(named(Column::Folder), [folder("b"), top, folder("b")]);
    assert_eq!(named(Column::Author), [None, None, None]);
}

/// Everything that a base can tell.
fn read_all(home: &Home) -> Result<String, Damage> {
    let base = home.open()?;
    let mut all = format!("{} {} {}", base.rows(), base.entries(), base.corpus());
    let mut note = |told: &dyn std::fmt::Debug| all.push_str(&format!("{told:?}\n"));
    for row in 0..base.rows() {
        let entry = base.entry(row)?;
        note(&base.rows_of(&entry.id)?);
        note(&base.kin(&entry)?);
        note(&entry);
    }
    for number in 0..base.entries() {
        note(&base.unfolded(number)?);
    }
    for sort in Sort::ALL {
        note(&base.order(sort)?);
    }
    for column in Column::ALL {
        note(&base.labels(column)?);
    }
    note(&(base.docs()?, base.dates()?, base.traits()?));
    note(&(base.entry_docs()?, base.entry_rows()?, base.entry_files()?));
    note(&(base.files()?, base.problems()?));
    Ok(all)
}

fn small() -> Home {
    let home = Home::new();
    let entries = [home.entry("a.txt", "One", 1), home.entry("b/c.txt", "Other", 2)];
    let problem = Problem::new(home.item("b/c.txt").path, format::Error::Binary("a PNG image"));
    home.write(&entries, &[(1, problem)]);
    home
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn entries_come_back_as_they_were(
        entries in vec(any_entry(PathBuf::from("library")), 0..12),
    ) {
        let home = Home::new();
        let inside = |mut version: Version| {
            version.item.path = home.library.path().join(version.item.path);
            version
        };
        let entries: Vec<Entry> = entries.into_iter().map(|mut it| {
            it.item.path = home.library.path().join(it.item.path);
            it.others = it.others.into_iter().map(inside).collect();
            it
        }).collect();
        home.write(&entries, &[]);
        let base = home.open().unwrap();
        prop_assert_eq!(base.rows() as usize, entries.len());
        for (row, entry) in (0..).zip(&entries) {
            assert_same(&base.entry(row).unwrap(), entry);
            assert_same(&base.unfolded(row).unwrap(), entry);
            for id in entry.ids().iter() {
                prop_assert!(base.rows_of(id).unwrap().contains(&row));
            }
            prop_assert!(base.kin(entry).unwrap().contains(&row));
            let path = Some(&*entry.item.path);
            let near = base.rows_near(&entry.metadata.title, path, usize::MAX).unwrap();
            prop_assert!(near.contains(&row));
            if let Some(identifier) = &entry.metadata.identifier {
                let is_telling = Keys::identifier(identifier).is_some();
                let found = base.rows_by(identifier).unwrap().contains(&row);
                prop_assert_eq!(found, is_telling);
            }
        }
        let dates: Vec<_> = entries.iter().map(Entry::date).collect();
        prop_assert_eq!(base.dates().unwrap(), dates);
        let traits: Vec<_> = entries.iter().map(Traits::of).collect();
        prop_assert_eq!(base.traits().unwrap(), traits);
        let keys: Vec<Key> = entries.iter().map(Key::of).collect();
        for sort in Sort::ALL {
            let order = base.order(sort).unwrap();
            let rows: BTreeSet<u32> = order.iter().copied().collect();
            prop_assert_eq!(rows, (0..base.rows()).collect());
            let keys: Vec<&Key> = order.iter().map(|&row| &keys[row as usize]).collect();
            prop_assert!(keys.is_sorted_by(|one, other| sort.compare(one, other).is_le()));
        }
    }
}

#[test]
fn a_row_of_several_entries_has_them_all() {
    let home = Home::new();
    let (one, two) = (home.entry("a.txt", "One", 1), home.entry("b.md", "One, longer", 2));
    let mut shown = two.clone();
    shown.others = vec![one.version()];
    let mut draft = Draft::new(home.cache.path(), home.library.path()).unwrap();
    let placed = [Placed { entry: &two, doc: 2, file: 1 }, Placed { entry: &one, doc: 1, file: 0 }];
    draft.row(&shown, 3, &placed).unwrap();
    let [a, b] = ["a.txt", "b.md"].map(|path| home.item(path).path);
    draft.finish([(&*a, stamp(1)), (&*b, stamp(2))], [], 1).unwrap().take_place().unwrap();
    let base = home.open().unwrap();
    assert_eq!((base.rows(), base.entries()), (1, 2));
    assert_same(&base.entry(0).unwrap(), &shown);
    assert_same(&base.unfolded(0).unwrap(), &two);
    assert_same(&base.unfolded(1).unwrap(), &one);
    assert_eq!((base.docs().unwrap(), base.entry_docs().unwrap()), (vec![3], vec![2, 1]));
    assert_eq!(base.entry_rows().unwrap(), [0, 0]);
    assert_eq!(base.entry_files().unwrap(), [1, 0]);
    for id in [&one.id, &two.id] {
        assert_eq!(base.rows_of(id).unwrap(), [0]);
    }
    assert!(base.entry(1).is_err() && base.unfolded(2).is_err() && base.entry(u32::MAX).is_err());
}

#[test]
fn files_are_known_by_path_and_stamp() {
    let home = Home::new();
    let draft = Draft::new(home.cache.path(), home.library.path()).unwrap();
    let paths = ["a/b/c.txt", "a/b.txt", "a/خبر.txt", "z"].map(|path| home.item(path).path);
    let files = paths.iter().zip(0..).map(|(path, size)| (&**path, stamp(size)));
    draft.finish(files, [], 1).unwrap().take_place().unwrap();
    let files = home.open().unwrap().files().unwrap();
    for (path, number) in ["a/b/c.txt", "a/b.txt", "a/خبر.txt", "z"].iter().zip(0..) {
        let known = files.get(Path::new(path)).unwrap();
        assert_eq!((known.number, known.stamp), (number, stamp(number.into())));
        assert!(known.stamp.holds(&stamp(number.into())) && !known.stamp.holds(&stamp(9)));
    }
    assert_eq!(files.get(Path::new("a/b")), None);
    assert_eq!(files.folders().count(), 3);
    let base = home.open().unwrap();
    let below = base.files_at(&[Path::new("a/b"), Path::new("gone")]).unwrap();
    let expected = [("a/b/c.txt", Some(0)), ("a/b.txt", Some(1)), ("a/خبر.txt", None), ("z", None)];
    for (path, number) in expected {
        assert_eq!(below.get(Path::new(path)).map(|known| known.number), number, "{path}");
    }
    assert_eq!(base.file_count(), 4);
}

#[test]
fn what_was_changed_just_before_it_was_read_is_read_again() {
    let now = SystemTime::now();
    let changed = |seconds| Stamp::new(1, now - Duration::from_secs(seconds), now);
    assert!(changed(3).settled && !changed(1).settled);
    assert!(!changed(1).holds(&changed(1)));
    let future = Stamp::new(1, now + Duration::from_secs(3), now);
    assert!(!future.settled);
}

#[test]
fn problems_come_back_with_their_reasons() {
    use format::Error;
    let home = Home::new();
    let reasons = [
        Reason::Format(Error::Empty),
        Reason::Format(Error::Binary("a PNG image")),
        Reason::Format(Error::NoArticle("no title")),
        Reason::Format(Error::Damaged("at line 3".into())),
        Reason::Format(Error::Locked),
        Reason::Format(Error::Unsupported("a PDF")),
        Reason::Format(Error::TooLarge("64 MiB")),
        Reason::Missing,
        Reason::Forbidden,
        Reason::TooLarge("64 MiB"),
        Reason::NotRegular,
        Reason::DeadLink,
        Reason::OutsideLink,
        Reason::FolderLink,
        Reason::LinkLoop,
        Reason::FolderLoop,
        Reason::Format(Error::TooSlow),
        Reason::TooDeep,
        Reason::Gone,
        Reason::Failed,
        Reason::Other("is a directory".into()),
    ];
    let path = home.item("a.zip").path.join("member.txt");
    let problems: Vec<_> =
        reasons.map(|reason| Problem { path: path.clone(), reason }).map(|it| (3, it)).into();
    home.write(&[], &problems);
    assert_eq!(home.open().unwrap().problems().unwrap(), problems);
}

#[test]
fn another_way_to_the_library_finds_its_rows_there() {
    let home = small();
    let inside = home.library.path().join("x");
    fs::create_dir(&inside).unwrap();
    let other = inside.join("..");
    let base = Base::open(home.cache.path(), &other).unwrap();
    assert_eq!(base.entry(0).unwrap().item.path, other.join("a.txt"));
    assert_eq!(Base::open(home.cache.path(), &inside).unwrap_err(), Damage("there is none"),);
}

#[cfg(unix)]
#[test]
fn names_that_are_not_unicode_come_back() {
    use std::os::unix::ffi::OsStrExt;
    let home = Home::new();
    let mut entry = home.entry("a", "One", 1);
    entry.item.path.push(std::ffi::OsStr::from_bytes(b"\xff\xfe.txt"));
    home.write(std::slice::from_ref(&entry), &[]);
    let base = home.open().unwrap();
    assert_eq!(base.entry(0).unwrap().item, entry.item);
    let files = base.files().unwrap();
    let path = entry.item.path.strip_prefix(home.library.path()).unwrap();
    assert_eq!(files.get(path).unwrap().number, 0);
}

#[test]
fn a_flipped_bit_is_damage_wherever_it_is() {
    let home = small();
    let whole = fs::read(home.file()).unwrap();
    assert!(read_all(&home).is_ok());
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(home.file(), &bytes).unwrap();
        assert!(read_all(&home).is_err(), "byte {at} of {}", whole.len());
    }
}

#[test]
fn a_file_cut_or_grown_is_damage() {
    let home = small();
    let whole = fs::read(home.file()).unwrap();
    for length in 0..whole.len() {
        fs::write(home.file(), &whole[..length]).unwrap();
        assert!(read_all(&home).is_err(), "{length} bytes");
    }
    fs::write(home.file(), [&*whole, &*whole].concat()).unwrap();
    assert!(home.open().is_err());
    fs::write(home.file(), [&*whole, &[0]].concat()).unwrap();
    assert!(home.open().is_err());
}

#[test]
fn what_has_right_sums_but_wrong_numbers_is_damage() {
    let home = small();
    let (toc, blocks) = Toc::read(File::open(home.file()).unwrap()).unwrap();
    let blocks = blocks.read(0..toc.length).unwrap();
    let sums = vec![crc32fast::hash(&blocks)];
    let rewrite = |change: &dyn Fn(&mut Toc)| {
        let (sections, program, library) =
            (toc.sections.clone(), toc.program.clone(), toc.library.clone());
        let mut other = Toc { sections, program, library, sums: sums.clone(), ..toc };
        change(&mut other);
        let mut file = File::create(home.file()).unwrap();
        std::io::Write::write_all(&mut file, &blocks).unwrap();
        other.write(&mut file).unwrap();
    };
    rewrite(&|_| ());
    assert!(read_all(&home).is_ok());
    let wrong: [&dyn Fn(&mut Toc); 8] = [
        &|toc| toc.rows += 1,
        &|toc| toc.entries = u32::MAX,
        &|toc| toc.files = u32::MAX,
        &|toc| toc.length += 1,
        &|toc| toc.sums.push(0),
        &|toc| toc.program.push('1'),
        &|toc| toc.library.push(b'1'),
        &|toc| toc.sections.values_mut().for_each(|it| *it = (u64::MAX, 3)),
    ];
    for (number, change) in wrong.iter().enumerate() {
        rewrite(change);
        assert!(read_all(&home).is_err(), "change {number}");
    }
}
