//! What the index finds is what a look at each text finds, whatever the texts, the queries, and the order in
//! which texts come, go, are indexed and saved; and damage is an error, not another answer.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sahifa::article::Article;
use sahifa::article::Block;
use sahifa::article::Metadata;
use sahifa::search::Corpus;
use sahifa::search::Doc;
use sahifa::search::Docs;
use sahifa::search::Haystack;
use sahifa::search::Query;
use sahifa::search::Stop;
use tempfile::tempdir;

const NEVER: Stop<'_> = &|| false;

/// Few letters, so that words repeat; signs and spaces, so that they end.
const PIECES: &[&str] = &[
    "a",
    "b",
    "ا",
    "ب",
    "ت",
    "1",
    "2",
    " ",
    " ",
    " ",
    " ",
    "\n",
    ".",
    ",",
    "+",
    "-",
    "\"",
    "'",
    "中",
    "国",
    "ก",
    "א",
    "ב",
    "👩‍🚀",
    "क",
    "\u{94d}",
    "\u{301}",
    "\u{0}",
    "ab",
    "الكتاب",
    "c++",
    "3.5",
    "صه\"ל",
    "a-b",
    " في ",
    " علي ",
];

/// What is longer than words are, with signs inside and without.
const LONG: &[&str] = &[
    "https://a.b/aaaaaaaaaa/bbbbbbbbbbbbbbbb?c++=3.5&a-b",
    "ababababababababababababababababababababab",
    "------------------------------------------",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        60 => select(PIECES).prop_map(str::to_owned),
        2 => select(LONG).prop_map(str::to_owned),
        1 => select(LONG).prop_map(|long| long.repeat(9)),
        2 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn haystacks() -> impl Strategy<Value = Haystack> {
    (texts(), texts(), proptest::option::weighted(0.3, texts())).prop_map(|(title, body, added)| {
        let metadata = Metadata { title, ..Metadata::default() };
        let haystack =
            Haystack::new(&Article::new(metadata, vec![Block::paragraph(body.as_str())]));
        haystack.with(added.as_deref())
    })
}

/// A query: words, phrases, exclusions, made up or cut from the text.
fn queries() -> impl Strategy<Value = (String, usize, usize, usize)> {
    let piece = prop_oneof![
        8 => select(PIECES).prop_map(str::to_owned),
        1 => select(&["\"", "-", " -\"", "\" \"", "-a", "https://a.b", "aaa/bb", "b?c"][..]).prop_map(str::to_owned),
    ];
    (vec(piece, 1..7).prop_map(|pieces| pieces.concat()), 0..4usize, 0..40usize, 1..12usize)
}

/// Some are cut from one of the texts, as phrases.
fn asked((made, kind, start, length): &(String, usize, usize, usize), texts: &[Haystack]) -> Query {
    let cut = || -> Option<String> {
        let text = texts.get(start % texts.len().max(1))?;
        Some(text.text().chars().skip(*start).take(*length).collect())
    };
    let source = match kind {
        0 => cut().map(|cut| format!("\"{cut}\"")),
        1 => cut(),
        2 => cut().map(|cut| format!("{made} -\"{cut}\"")),
        _ => None,
    };
    Query::parse(source.as_ref().unwrap_or(made))
}

#[derive(Clone, Debug)]
enum Step {
    Add(Haystack),
    Remove(usize),
    Index,
    Save,
    Ask((String, usize, usize, usize)),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        12 => haystacks().prop_map(Step::Add),
        2 => any::<usize>().prop_map(Step::Remove),
        2 => Just(Step::Index),
        1 => Just(Step::Save),
        12 => queries().prop_map(Step::Ask),
    ];
    vec(step, 1..60)
}

/// What a look at each text finds.
fn looked(texts: &[Haystack], removed: &[usize], query: &Query) -> Docs {
    let fits = |at: &usize| !removed.contains(at) && query.matches(&texts[*at]);
    (0..texts.len()).filter(fits).map(|at| Doc(u32::try_from(at).unwrap())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_a_look_at_each_text_finds(steps in steps()) {
        let dir = tempdir().unwrap();
        let mut corpus = Corpus::create(dir.path()).unwrap();
        let (mut texts, mut removed) = (Vec::new(), Vec::new());
        for step in steps {
            match step {
                Step::Add(haystack) => {
                    let number = u32::try_from(texts.len()).unwrap();
                    prop_assert_eq!(corpus.add(&haystack).unwrap(), Doc(number));
                    texts.push(haystack);
                }
                Step::Remove(number) if !texts.is_empty() => {
                    let number = number % texts.len();
                    corpus.remove(Doc(u32::try_from(number).unwrap()));
                    removed.push(number);
                }
                Step::Remove(_) => {}
                Step::Index => prop_assert!(corpus.index(NEVER).unwrap()),
                Step::Save => {
                    let generation = Corpus::new_generation();
                    prop_assert!(corpus.save(generation, NEVER).unwrap());
                    corpus = Corpus::open(dir.path(), generation).unwrap();
                }
                Step::Ask(query) => {
                    let query = asked(&query, &texts);
                    let found = corpus.find(&query, NEVER).unwrap().unwrap();
                    prop_assert_eq!(found, looked(&texts, &removed, &query), "{}", query);
                }
            }
        }
        for (at, text) in texts.iter().enumerate() {
            let found = corpus.haystack(Doc(u32::try_from(at).unwrap())).unwrap();
            prop_assert_eq!(found.as_ref(), Some(text).filter(|_| !removed.contains(&at)));
        }
    }
}

/// A corpus of a few texts, saved; the names of its files.
fn saved(dir: &Path) -> (u64, Vec<PathBuf>) {
    let corpus = Corpus::create(dir).unwrap();
    for number in 0..40 {
        let words = format!("البحر ab{} في علي c++ no{number}", number % 7);
        corpus.add(&Haystack::default().with([words.as_str()])).unwrap();
    }
    corpus.remove(Doc(3));
    let generation = Corpus::new_generation();
    assert!(corpus.save(generation, NEVER).unwrap());
    let files = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    (generation, files)
}

/// What everything answers, or an error.
fn answers(dir: &Path, generation: u64) -> io::Result<Vec<Docs>> {
    let corpus = Corpus::open(dir, generation)?;
    let queries = ["ab3", "\"في علي\"", "c++", "بح -no7", "no1", "\"b5 في\""].map(Query::parse);
    queries.iter().map(|query| Ok(corpus.find(query, NEVER)?.unwrap())).collect()
}

#[test]
fn damage_is_an_error_and_never_another_answer() {
    let dir = tempdir().unwrap();
    let (generation, files) = saved(dir.path());
    let sound = answers(dir.path(), generation).unwrap();
    assert!(sound.iter().all(|docs| !docs.is_empty()));
    for file in files {
        let bytes = fs::read(&file).unwrap();
        let damaged = |bytes: &[u8]| {
            fs::write(&file, bytes).unwrap();
            match answers(dir.path(), generation) {
                Ok(answers) => assert_eq!(answers, sound),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        };
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            damaged(&flipped);
        }
        for end in (0..bytes.len()).step_by(7) {
            damaged(&bytes[..end]);
            assert!(answers(dir.path(), generation).is_err());
        }
        damaged(&[&bytes[..], b"more"].concat());
        damaged(b"something else");
        fs::write(&file, bytes).unwrap();
    }
    assert_eq!(answers(dir.path(), generation).unwrap(), sound);
}

#[test]
fn only_what_is_in_use_stays_in_the_directory() {
    let dir = tempdir().unwrap();
    let count = || fs::read_dir(dir.path()).unwrap().count();
    let (old, _) = saved(dir.path());
    let corpus = Corpus::open(dir.path(), old).unwrap();
    corpus.add(&Haystack::default().with(["new"])).unwrap();
    let new = Corpus::new_generation();
    assert!(corpus.save(new, NEVER).unwrap());
    assert_eq!(count(), 4);
    fs::write(dir.path().join("unfinished-1"), "left by a process that was killed").unwrap();
    fs::write(dir.path().join("mine"), "somebody else's").unwrap();
    drop(Corpus::open(dir.path(), new).unwrap());
    assert_eq!(count(), 4);
    assert!(Corpus::open(dir.path(), old).is_err());
    drop(corpus);
}

#[test]
fn work_that_is_stopped_is_taken_up_again() {
    let dir = tempdir().unwrap();
    let corpus = Corpus::create(dir.path()).unwrap();
    corpus.add(&Haystack::default().with(["sea"])).unwrap();
    assert!(!corpus.index(&|| true).unwrap());
    assert!(!corpus.save(1, &|| true).unwrap());
    let query = Query::parse("sea");
    assert_eq!(corpus.find(&query, NEVER).unwrap().unwrap().len(), 1);
    let generation = Corpus::new_generation();
    assert!(corpus.save(generation, NEVER).unwrap());
    let opened = Corpus::open(dir.path(), generation).unwrap();
    assert_eq!(opened.find(&query, NEVER).unwrap().unwrap().len(), 1);
    assert_eq!(opened.find(&query, &|| true).unwrap(), None);
}

#[test]
fn frequent_letters_are_found_in_a_larger_library() {
    let dir = tempdir().unwrap();
    let corpus = Corpus::create(dir.path()).unwrap();
    let mut texts = Vec::new();
    for number in 0..3000usize {
        let words: Vec<_> = (1..40).map(|at| format!("كت{}", (number * at) % 1511)).collect();
        texts.push(Haystack::default().with([words.join(" ").as_str()]));
        corpus.add(&texts[number]).unwrap();
    }
    corpus.save(1, NEVER).unwrap();
    for query in ["ك", "كت", "كت1", "1", "كت15", "\"0 كت\"", "\"7 كت3\"", "-كت1", "\"كت7 كت14\""]
    {
        let query = Query::parse(query);
        assert_eq!(
            corpus.find(&query, NEVER).unwrap().unwrap(),
            looked(&texts, &[], &query),
            "{query}"
        );
    }
}
