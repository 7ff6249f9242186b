//! Entries made on the spot, delivered in any order.
#![expect(clippy::print_stdout, reason = "what folding takes is told")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::article::{Article, Block, Given, Metadata};
use crate::format::Part;
use crate::library::{Item, Opened, Place};
use crate::search::{Haystack, Query};

const STORY: &str = "The ferry to the outer islands sails again from Monday, the harbour master said, \
    after three weeks in which the boats lay at the quay and the islanders carried their letters, \
    their bread and their lamp oil across the strait in rowing boats whenever the wind allowed it.";
const OTHER: &str = "A bakery on the market square has found a wall painting behind its oldest oven, \
    and the restorers who came to look at it believe that it shows the founding of the town, with \
    the river, two bridges and a procession of bakers who carry loaves to a bishop on a white horse.";

/// What has the texts of all entries of these tests.
static CORPUS: LazyLock<Arc<Corpus>> = LazyLock::new(|| Arc::new(Corpus::in_memory()));

fn catalogue() -> Catalogue {
    Catalogue::new(Arc::clone(&CORPUS))
}

/// One article of a file.
fn part(path: &str, (title, url): (&str, &str), text: &str) -> Arc<Entry> {
    let url = Some(url.to_owned()).filter(|url| !url.is_empty());
    let metadata = Metadata { title: title.into(), url, ..Metadata::default() };
    let body = if text.is_empty() { Vec::new() } else { vec![Block::paragraph(text)] };
    entry(path, Article::new(metadata, body))
}

fn entry(path: &str, article: Article) -> Arc<Entry> {
    let format = if path.contains(".md") { "markdown" } else { "html" };
    let (path, index) = path.split_once('#').unwrap_or((path, "0"));
    let part = Part { article, format, encoding: "UTF-8", member: None };
    let item = Item { path: path.into(), place: Place::File };
    let (parts, problems) = (Vec::new(), Vec::new());
    let opened = Opened { item, modified: None, parts, problems };
    let doc = CORPUS.add(&Haystack::new(&part.article)).ok();
    Arc::new(Entry::new(&part, &opened, index.parse().unwrap(), doc))
}

/// A record that names the file of its text.
fn entry_with_tag(path: &str, text: &str, tag: &str) -> Arc<Entry> {
    let metadata =
        Metadata { title: "Metadata".into(), tags: vec![tag.into()], ..Metadata::default() };
    let mut record = Article::new(metadata, vec![]);
    record.text_in = vec![text.into()];
    entry(path, record)
}

/// The rows, each as the paths of its versions.
fn rows(batches: impl IntoIterator<Item = Vec<Arc<Entry>>>) -> BTreeSet<Vec<String>> {
    let mut catalogue = catalogue();
    let mut rows: Vec<Option<Arc<Entry>>> = Vec::new();
    for change in batches.into_iter().flat_map(|batch| catalogue.add(batch)) {
        match change {
            Change::Row(row, entry) if row as usize == rows.len() => rows.push(Some(entry)),
            Change::Row(row, entry) => rows[row as usize] = Some(entry),
            Change::Gone { row, into } => {
                assert!(rows[into as usize].is_some());
                rows[row as usize] = None;
            }
        }
    }
    let path = |version: Version| format!("{}#{}", version.item.path.display(), version.index);
    let paths = |entry: Arc<Entry>| entry.versions().into_iter().map(path).collect();
    rows.into_iter().flatten().map(paths).collect()
}

use crate::library::Version;

fn of(entries: &[Arc<Entry>]) -> Vec<String> {
    rows([entries.to_vec()]).into_iter().map(|row| row.join(" ")).collect()
}

#[test]
fn one_address_and_one_text_are_one_row_and_the_clipping_is_shown() {
    let longer = format!("Menu. Home. {STORY} Read more about islands.");
    let found = of(&[
        part(
            "a.html",
            ("Ferry sails again | The Islander", "http://www.example.org/ferry/"),
            &longer,
        ),
        part("b.md", ("Ferry sails again", "https://example.org/ferry?utm_source=x"), STORY),
        part("c.csv", ("Ferry sails again", "https://m.example.org/ferry#top"), ""),
        part("d.md", ("A wall painting", "https://example.org/bakery"), OTHER),
    ]);
    assert_eq!(found, ["b.md#0 a.html#0 c.csv#0", "d.md#0"]);
}

#[test]
fn one_address_is_not_one_article_where_texts_differ() {
    let front = "https://example.org/";
    let section = "https://example.org/news";
    let titled = |url| ("The Islander", url);
    assert_eq!(
        of(&[part("a.md", titled(front), STORY), part("b.md", titled(front), OTHER)]).len(),
        2
    );
    let two = [part("a.md", titled(section), STORY), part("b.md", titled(section), OTHER)];
    assert_eq!(of(&two).len(), 2);
    let feed = [
        part("feed.xml#0", ("Ferry sails again", section), STORY),
        part("feed.xml#1", ("A wall painting", section), OTHER),
        part("page.html", ("The Islander", section), &format!("{STORY} {OTHER}")),
    ];
    assert_eq!(of(&feed).len(), 3, "an address that a feed gives to all its items is no article's");
}

#[test]
fn a_record_belongs_to_its_text_whatever_list_it_is_in() {
    let url = "https://example.org/ferry";
    let text = part("a.md", ("Ferry sails again", url), STORY);
    let listed = [
        part("l.csv#0", (url, url), ""),
        part("l.csv#1", ("Ferry sails again - The Isl", url), ""),
        part("l.csv#2", ("Harbour master on the ferry to the islands", url), ""),
        part("l.csv#3", ("Quarterly figures of a bank", url), ""),
    ];
    let with_text: Vec<_> = listed.iter().cloned().chain([text]).collect();
    assert_eq!(of(&with_text), ["a.md#0 l.csv#0 l.csv#1 l.csv#2", "l.csv#3"]);
    assert_eq!(of(&listed).len(), 4, "without a text they are what the list has");
}

#[test]
fn the_same_words_are_one_row_but_not_a_few_words_under_two_titles() {
    let twins = [part("a.md", ("One", ""), STORY), part("b.md", ("Two", ""), STORY)];
    assert_eq!(of(&twins).len(), 1);
    let notice = "Please switch your scripts on.";
    let pages = [part("a.html", ("One", ""), notice), part("b.html", ("Two", ""), notice)];
    assert_eq!(of(&pages).len(), 2);
}

#[test]
fn a_record_names_the_file_of_its_text() {
    let mut record =
        Article::new(Metadata { title: "Metadata".into(), ..Metadata::default() }, vec![]);
    record.text_in = vec!["content/a.html".into(), "./x/../content/b.html".into()];
    record.metadata.tags = vec!["Sea".into()];
    let record = record.with_given(Given { bookmarked: Some(true), ..Given::default() });
    let found = [
        part("o/content/a.html", ("One", ""), STORY),
        entry("o/metadata.json", record),
        part("o/content/b.html", ("Two", ""), OTHER),
        part("content/a.html", ("Three", ""), "Another text in another folder."),
    ];
    let all = "o/content/a.html#0 o/content/b.html#0 o/metadata.json#0";
    let found_rows = of(&found);
    assert_eq!(found_rows.len(), 2, "{found_rows:?}");
    assert!(found_rows.iter().any(|row| row.ends_with("metadata.json#0")), "{all}: {found_rows:?}");
    let mut catalogue = catalogue();
    let changes = catalogue.add(found.to_vec());
    let Change::Row(0, entry) = &changes[0] else { panic!("a row") };
    assert_eq!(
        (entry.metadata.tags.as_slice(), entry.given.bookmarked),
        (&["Sea".into()][..], Some(true))
    );
    let text = CORPUS.haystack(entry.doc.unwrap()).unwrap().unwrap();
    assert!(Query::parse("sea").matches(&text));
    let more = entry_with_tag("o/2/metadata.json", "../content/a.html", "Ferry");
    let [Change::Row(0, later)] = &catalogue.add(vec![more])[..] else { panic!("a row") };
    let text = CORPUS.haystack(later.doc.unwrap()).unwrap().unwrap();
    assert!(Query::parse("sea ferry").matches(&text));
    assert_eq!(CORPUS.haystack(entry.doc.unwrap()).unwrap(), None, "nobody needs the old one");
    assert_eq!(entry.ids().len(), 3);
}

/// Entries of few titles, addresses and texts, so that much is alike.
fn entries() -> impl Strategy<Value = Vec<Arc<Entry>>> {
    let one = (0usize..4, 0usize..4, 0usize..5, 0usize..3);
    proptest::collection::vec(one, 1..14).prop_map(|made| {
        let entry = |(number, (file, title, text, url)): (usize, (usize, usize, usize, usize))| {
            let title =
                ["Ferry sails again", "A wall painting", "Ferry sails", "https://e.org/x"][title];
            let both = format!("{STORY} {OTHER}");
            let text = ["", STORY, OTHER, both.as_str(), "Few words."][text];
            let url = ["https://example.org/a", "http://www.example.org/b/", ""][url];
            let path = format!("{}#{number}", ["a.md", "b.html", "c.csv", "d.xml"][file]);
            part(&path, (title, url), text)
        };
        made.into_iter().enumerate().map(entry).collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_delivery_changes_nothing(entries in entries(), seed in any::<u64>(), size in 1usize..5) {
        let mut other = entries.clone();
        let key = |entry: &Arc<Entry>| (entry.index as u64 + 1).wrapping_mul(seed | 1) >> 7;
        other.sort_by_key(key);
        let batches = other.chunks(size).map(<[_]>::to_vec);
        prop_assert_eq!(rows([entries.clone()]), rows(batches));
    }

    #[test]
    fn every_entry_is_in_one_row(entries in entries(), size in 1usize..5) {
        let found = rows(entries.chunks(size).map(<[_]>::to_vec));
        let mut versions: Vec<_> = found.into_iter().flatten().collect();
        versions.sort();
        let mut wanted: Vec<_> =
            entries.iter().map(|it| format!("{}#{}", it.item.path.display(), it.index)).collect();
        wanted.sort();
        prop_assert_eq!(versions, wanted);
    }
}

/// How long folding takes, in batches as the reader gets them and at once as commands do.
fn assert_fast(what: &str, made: impl Fn(usize) -> Arc<Entry>, count: usize) {
    let entries: Vec<_> = (0..count).map(made).collect();
    for size in [32, count] {
        let start = Instant::now();
        let mut catalogue = catalogue();
        let changes: usize =
            entries.chunks(size).map(|batch| catalogue.add(batch.to_vec()).len()).sum();
        let took = start.elapsed();
        println!("{count} entries, {what}, by {size}: {took:?}, {changes} changes");
        assert!(took.as_secs() < 6, "{what}, by {size}: {took:?}");
    }
}

#[test]
fn a_large_library_folds_in_no_time() {
    let made = |number: usize| {
        let (file, url) = (format!("{number}.md"), format!("https://example.org/{}", number / 2));
        part(&file, (&format!("Title number {}", number / 2), &url), &format!("Words of {number}."))
    };
    assert_fast("two and two alike", made, 100_000);
}

#[test]
fn what_all_files_share_is_not_compared_by_pairs() {
    const COUNT: usize = 4_000;
    let url = "https://example.org/a";
    let own = |number: usize| format!("{STORY} {OTHER} Number {number} is {number}.");
    assert_fast("of one text", |at| part(&format!("{at}.md"), ("T", ""), STORY), COUNT);
    assert_fast(
        "of one text and address",
        |at| part(&format!("{at}.md"), ("T", url), STORY),
        COUNT,
    );
    assert_fast("of one address", |at| part(&format!("{at}.md"), ("T", url), &own(at)), COUNT);
    assert_fast(
        "of one address in two texts",
        |at| part(&format!("{at}.md"), ("T", url), &own(at % 2)),
        COUNT,
    );
    assert_fast(
        "of one text in one file",
        |at| part(&format!("a.mbox#{at}"), ("T", ""), STORY),
        COUNT,
    );
    let title = |at: usize| format!("Ferry sails {at}");
    assert_fast(
        "records of one list",
        |at| part(&format!("a.csv#{at}"), (&title(at), url), ""),
        COUNT,
    );
    assert_fast("records of one title", |at| part(&format!("a.csv#{at}"), ("T", url), ""), COUNT);
    assert_fast(
        "records of many lists",
        |at| part(&format!("{at}.csv"), (&title(at % 40), url), ""),
        COUNT,
    );
    let wanting = |at: usize| {
        let metadata = Metadata { title: title(at), ..Metadata::default() };
        let mut record = Article::new(metadata, vec![]);
        record.text_in = vec!["a.html".into()];
        if at.is_multiple_of(2) {
            part("a.html#0", ("T", ""), STORY)
        } else {
            entry(&format!("l.json#{at}"), record)
        }
    };
    assert_fast("records of one text and copies of it", wanting, COUNT);
}
