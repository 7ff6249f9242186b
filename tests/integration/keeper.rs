//! A library that is kept shows what reading it afresh would show, whatever has happened to its files
//! meanwhile and however often the program was started, or killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use sahifa::library::{
    Change, Column, Entry, Kept, News, Shelf, Sort, Source, collect, collect_into,
};
use sahifa::search::{Corpus, Query};
use tempfile::TempDir;

/// A folder, and a cache for it.
struct Home {
    dir: TempDir,
}

/// A library as it is shown: rows by their paths, each with its title and the paths of all its versions.
type Rows = BTreeMap<PathBuf, (String, Vec<PathBuf>)>;

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("library")).unwrap();
        Self { dir }
    }

    fn library(&self) -> PathBuf {
        self.dir.path().join("library")
    }

    fn cache(&self) -> PathBuf {
        self.dir.path().join("cache")
    }

    fn source(&self) -> Source {
        Source::Directory(self.library())
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.library().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn open(&self) -> Kept {
        Kept::new(&self.source(), &self.cache())
    }

    /// Keeps the library until it is as reading afresh shows it, and it has been written down.
    fn settle(&self) -> Shelf {
        let kept = self.open();
        let mut shelf = kept.shelf().unwrap_or_default();
        let loading = kept.keep(self.source());
        let (fresh, start) = (self.fresh(), Instant::now());
        while let Ok(news) = loading.news.recv_timeout(Duration::from_secs(20)) {
            news.written.into_iter().for_each(|written| shelf.let_go(written));
            shelf.apply(news.changes);
            if news.is_settled && rows(&mut shelf) == fresh {
                break;
            }
            assert!(start.elapsed() < Duration::from_secs(60));
        }
        assert_eq!(rows(&mut shelf), fresh);
        shelf
    }

    /// Waits until what is written down is what reading afresh shows.
    fn written(&self) {
        self.written_as(&self.fresh());
    }

    fn written_as(&self, wanted: &Rows) {
        let start = Instant::now();
        while self.open().shelf().map(|mut shelf| rows(&mut shelf)).as_ref() != Some(wanted) {
            assert!(start.elapsed() < Duration::from_secs(60), "never written down");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Begins to read, and ends before all has been read: after so many news, at least one.
    fn interrupt(&self, news: usize) -> BTreeSet<PathBuf> {
        let loading = self.open().keep(self.source());
        let told = loading.news.iter().take(news).flat_map(|news| news.changes);
        let told = told.filter_map(|change| match change {
            Change::Row(_, entry) => Some(entry.item.path.clone()),
            Change::Gone { .. } => None,
        });
        let told = told.collect();
        drop(loading);
        // Reading has ended when nobody has the ledger any more.
        let is_ledger =
            |path: &PathBuf| path.file_name().unwrap().display().to_string().starts_with("ledger");
        let ledger = files(&self.cache()).into_iter().find(is_ledger).unwrap();
        fs::File::open(ledger).unwrap().lock().unwrap();
        told
    }

    /// Writes a file that was changed so long ago that another change would be seen.
    fn write_old(&self, name: &str, text: &str) {
        self.write(name, text);
        let file = fs::File::options().write(true).open(self.library().join(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).unwrap();
    }

    fn fresh(&self) -> Rows {
        collect(self.source()).0.iter().map(|entry| row(entry)).collect()
    }
}

fn row(entry: &Entry) -> (PathBuf, (String, Vec<PathBuf>)) {
    let mut paths: Vec<_> = entry.versions().into_iter().map(|it| it.item.path).collect();
    paths.sort();
    (entry.item.path.clone(), (entry.metadata.title.clone(), paths))
}

fn rows(shelf: &mut Shelf) -> Rows {
    let sort = Sort::Newest;
    shelf.arrange(sort);
    let entries = shelf.order(sort).iter().filter_map(|&number| shelf.entry(number));
    entries.map(|entry| row(&entry)).collect()
}

/// All that a shelf tells of its rows, by their numbers.
fn told(shelf: &mut Shelf) -> impl PartialEq + std::fmt::Debug {
    let mut told = Vec::new();
    for sort in Sort::ALL {
        shelf.arrange(sort);
        told.push(shelf.order(sort).to_vec());
    }
    let numbers = 0..u32::try_from(shelf.end()).unwrap();
    let entries: Vec<_> = numbers.clone().map(|number| shelf.entry(number)).collect();
    let days = shelf.days().to_vec();
    let named = |shelf: &mut Shelf, column| {
        let labels = shelf.labels(column).unwrap();
        let names = |row| labels.of_row(row).filter_map(|number| labels.name(number));
        let names = |row| names(row).map(str::to_owned).collect::<Vec<_>>();
        numbers.clone().map(names).collect::<Vec<_>>()
    };
    let names = Column::ALL.map(|column| named(shelf, column));
    let entries: Vec<_> = entries.iter().map(|entry| entry.as_deref().map(row)).collect();
    (told, entries, days, names, shelf.docs().to_vec(), shelf.len())
}

fn article(title: &str, url: &str, words: &str) -> String {
    format!("---\ntitle: {title}\nurl: https://paper.example/{url}\n---\n\n{words}\n")
}

/// Words enough for an article to be known by them.
fn words(seed: usize) -> String {
    (0..60).map(|at| format!("word{} ", (seed * 31 + at * 7) % 997)).collect()
}

#[test]
fn what_was_read_is_there_at_the_next_start_before_anything_is_read() {
    let home = Home::new();
    for number in 0..30 {
        home.write(
            &format!("{number}.md"),
            &article(&format!("T{number}"), &number.to_string(), &words(number)),
        );
    }
    home.write("empty.txt", "");
    assert!(home.open().base.is_none());
    let kept = home.open();
    let loading = kept.keep(home.source());
    let told: Vec<News> = loading.news.iter().take_while(|news| !news.is_settled).collect();
    assert_eq!(told.iter().map(|news| news.problems.len()).sum::<usize>(), 1);
    home.written();
    let kept = home.open();
    let found = kept.corpus.find(&Query::parse("T17"), &|| false).unwrap().unwrap();
    assert_eq!(found.len(), 1);
    let problems = kept.base.as_ref().unwrap().problems().unwrap();
    assert_eq!(problems.len(), 1);
}

#[test]
fn rows_that_have_been_written_down_are_let_go_and_stay_as_they_were() {
    let home = Home::new();
    for number in 0..9 {
        let words = words(number % 7);
        let text = article(&format!("T{}", number % 7), &(number % 7).to_string(), &words);
        home.write(&format!("folder{}/{number}.md", number % 2), &text);
    }
    let loading = home.open().keep(home.source());
    let (mut before, mut after, mut late) = <(Shelf, Shelf, Shelf)>::default();
    let take_in_until_written = |(before, after, late): (&mut Shelf, &mut Shelf, &mut Shelf)| {
        let mut all = News::default();
        while all.written.is_none() {
            let news = loading.news.recv().unwrap();
            before.apply(news.changes.clone());
            after.apply(news.changes.clone());
            news.written.iter().cloned().for_each(|written| after.let_go(written));
            all.add(news);
        }
        // Whoever takes in all of it at once is told first that it was written.
        all.written.into_iter().for_each(|written| late.let_go(written));
        late.apply(all.changes);
    };
    take_in_until_written((&mut before, &mut after, &mut late));
    assert_eq!((before.snapshot().here().len(), after.snapshot().here().len()), (7, 0));
    assert_eq!(told(&mut after), told(&mut before));
    assert_eq!(told(&mut late), told(&mut before));
    let entry = before.entry(before.order(Sort::Title)[3]).unwrap();
    assert_eq!(after.named(&entry.id), before.named(&entry.id));
    assert_eq!(after.snapshot().known_as(&entry.id).len(), 1);

    home.write("folder1/5.md", &article("New", "new", &words(100)));
    fs::remove_file(home.library().join("folder0/4.md")).unwrap();
    take_in_until_written((&mut before, &mut after, &mut late));
    assert_eq!((after.len(), after.snapshot().here().len()), (6, 0));
    assert!(after.len() < after.end(), "a number is of no row any more");
    assert_eq!(told(&mut after), told(&mut before));
    assert_eq!(told(&mut late), told(&mut before));
}

#[test]
fn whatever_happens_to_files_the_library_is_as_if_it_were_read_afresh() {
    let home = Home::new();
    for number in 0..12 {
        home.write(
            &format!("{number}.md"),
            &article(&format!("T{number}"), &number.to_string(), &words(number)),
        );
    }
    home.settle();
    home.written();
    let steps: [fn(&Home); 8] = [
        // One comes, one changes, one goes, one is renamed.
        |home| home.write("new.md", &article("New", "new", &words(100))),
        |home| home.write("3.md", &article("Changed", "3", &words(101))),
        |home| fs::remove_file(home.library().join("4.md")).unwrap(),
        |home| fs::rename(home.library().join("5.md"), home.library().join("moved.md")).unwrap(),
        // A second version of one comes, in a folder of its own, and goes again.
        |home| home.write("copies/6.md", &article("T6", "6", &words(6))),
        |home| fs::remove_dir_all(home.library().join("copies")).unwrap(),
        // Two that were two become one by their words, and two again.
        |home| home.write("8.md", &article("T7", "7", &words(7))),
        |home| home.write("8.md", &article("T8", "8", &words(8))),
    ];
    for step in steps {
        step(&home);
        home.settle();
        home.written();
    }
}

#[test]
fn what_comes_while_the_library_is_open_is_told() {
    let home = Home::new();
    home.write("a.md", &article("A", "a", &words(1)));
    let kept = home.open();
    let corpus = kept.corpus.clone();
    let loading = kept.keep(home.source());
    let next = |wanted: &dyn Fn(&News) -> bool| {
        let news = std::iter::repeat_with(|| loading.news.recv_timeout(Duration::from_secs(20)));
        news.map(Result::unwrap).find(|news| wanted(news)).unwrap()
    };
    next(&|news| news.is_settled);
    home.write("b.md", &article("Zyzzyva", "b", &words(2)));
    let news = next(&|news| !news.changes.is_empty());
    let Some(Change::Row(1, entry)) = news.changes.first() else { panic!("{news:?}") };
    assert_eq!(entry.metadata.title, "Zyzzyva");
    let found = corpus.find(&Query::parse("zyzzyva"), &|| false).unwrap().unwrap();
    assert!(found.contains(entry.doc.unwrap()));
    fs::remove_file(home.library().join("b.md")).unwrap();
    let news = next(&|news| !news.changes.is_empty());
    assert!(matches!(news.changes[..], [Change::Gone { row: 1, .. }]), "{news:?}");
}

#[test]
fn how_far_the_reading_of_many_that_have_come_is_told() {
    let home = Home::new();
    home.write("a.md", &article("A", "a", &words(1)));
    home.settle();
    home.written();
    for number in 0..200 {
        let text = article(&format!("T{number}"), &number.to_string(), &words(number));
        home.write(&format!("{number}.md"), &text);
    }
    let loading = home.open().keep(home.source());
    let told: Vec<News> = loading.news.iter().take_while(|news| !news.is_settled).collect();
    assert!(!told.is_empty());
    for News { progress, .. } in told {
        assert!(0 < progress.done && progress.done < progress.all && progress.all >= 200);
    }
}

#[test]
fn a_damaged_cache_is_made_anew() {
    let home = Home::new();
    for number in 0..5 {
        home.write(
            &format!("{number}.md"),
            &article(&format!("T{number}"), &number.to_string(), &words(number)),
        );
    }
    home.settle();
    home.written();
    for at in 0..files(&home.cache()).len() {
        // What is no longer needed is cleared away meanwhile.
        let Some(file) = files(&home.cache()).get(at).cloned() else { continue };
        let Ok(mut bytes) = fs::read(&file) else { continue };
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).unwrap();
        home.settle();
        home.written();
    }
    for file in files(&home.cache()) {
        fs::write(&file, "").unwrap();
    }
    assert!(home.open().base.is_none());
    home.settle();
}

#[test]
fn what_had_been_read_when_reading_ended_early_is_not_read_again() {
    let home = Home::new();
    let title = |letter: char, number: usize| format!("{letter}{number:04}");
    let write = |letter, number: usize| {
        let text = article(&title(letter, number), &number.to_string(), &words(number));
        home.write_old(&format!("{number:04}.md"), &text);
    };
    (0..900).for_each(|number| write('A', number));
    let told = home.interrupt(20);
    assert!(told.len() > 64);
    // As far as can be seen from outside, these are the files that they were.
    (0..900).for_each(|number| write('B', number));
    let kept = home.open();
    assert!(kept.base.is_none());
    let corpus = Arc::clone(&kept.corpus);
    let (mut shelf, loading) = (Shelf::default(), kept.keep(home.source()));
    for news in loading.news.iter().take_while(|news| !news.is_settled) {
        shelf.apply(news.changes);
    }
    let rows = rows(&mut shelf);
    assert_eq!(rows.len(), 900);
    for path in &told {
        assert!(rows[path].0.starts_with('A'), "{} was read again", path.display());
    }
    // Texts are found by what was read of them, and by nothing else.
    let found = |number: usize, letter| {
        let query = Query::parse(&title(letter, number));
        corpus.find(&query, &|| false).unwrap().unwrap().len()
    };
    for (number, (title, _)) in rows.values().enumerate() {
        let is_old = title.starts_with('A');
        assert_eq!((found(number, 'A'), found(number, 'B')), (is_old.into(), (!is_old).into()));
    }
    home.written_as(&rows);
}

#[test]
fn however_often_reading_ends_early_the_library_is_as_if_it_had_not() {
    let home = Home::new();
    let path = |name: usize| format!("folder{}/{name}.md", name % 5);
    let text = |number: usize| article(&format!("T{number}"), &number.to_string(), &words(number));
    // Each third article lies there twice.
    (0..600).for_each(|name| home.write_old(&path(name), &text(name % 450)));
    home.write_old("empty.txt", "");
    for ends in [1, 2, 9] {
        home.interrupt(ends);
    }
    // Some are changed, some go, some come.
    (0..50).for_each(|name| home.write(&path(name), &text(name + 700)));
    (50..60).for_each(|name| fs::remove_file(home.library().join(path(name))).unwrap());
    (600..630).for_each(|name| home.write_old(&path(name), &text(name)));
    home.interrupt(3);
    home.settle();
    home.written();
    let kept = home.open();
    let known: Vec<_> = kept.base.as_ref().unwrap().problems().unwrap();
    assert_eq!(known.len(), 1);
    let fresh = Arc::new(Corpus::in_memory());
    let entries = collect_into(home.source(), &fresh).0;
    let mut shelf = kept.shelf().unwrap();
    shelf.arrange(Sort::Title);
    let shown: Vec<_> =
        shelf.order(Sort::Title).iter().filter_map(|&row| shelf.entry(row)).collect();
    for query in ["", "T1", "word3 word1", "word99 -word5", "\"word1 word8\""] {
        let paths = |corpus: &Corpus, entries: &[Arc<Entry>]| {
            let found = corpus.find(&Query::parse(query), &|| false).unwrap().unwrap();
            let fits = entries.iter().filter(|it| found.contains(it.doc.unwrap()));
            fits.map(|entry| entry.item.path.clone()).collect::<BTreeSet<_>>()
        };
        assert_eq!(paths(&kept.corpus, &shown), paths(&fresh, &entries), "{query}");
    }
    drop(kept);
    assert_eq!(files(&home.cache()).len(), 3, "rows, texts, and which files those are in");
}

#[test]
fn a_ledger_that_is_damaged_is_believed_as_far_as_it_is_whole() {
    let home = Home::new();
    for number in 0..300 {
        let text = article(&format!("T{number}"), &number.to_string(), &words(number));
        home.write_old(&format!("{number}.md"), &text);
    }
    home.interrupt(1);
    let sound: Vec<_> =
        files(&home.cache()).into_iter().map(|path| (fs::read(&path).unwrap(), path)).collect();
    assert_eq!(sound.len(), 2);
    for (bytes, damaged) in &sound {
        for part in 0..16 {
            fs::remove_dir_all(home.cache()).unwrap();
            for (bytes, path) in &sound {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            let at = bytes.len() * part / 16;
            let mut bytes = bytes.clone();
            if part % 2 == 0 {
                bytes[at] ^= 1
            } else {
                bytes.truncate(at)
            }
            fs::write(damaged, bytes).unwrap();
            home.settle();
        }
    }
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
