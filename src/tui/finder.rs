//! The thread that answers queries: always the last one that was asked. One that nobody waits for any
//! more is given up in the middle.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::search;
use crate::search::{Corpus, Docs, Query};

use super::FRAME;
use super::update::Message;

/// What comes while a library is read is looked through no more often: reading it matters more.
const PAUSE: Duration = Duration::from_millis(250);

/// Takes queries.
pub(super) struct Finder {
    queries: Sender<Asked>,
    count: Arc<AtomicU64>,
    added: Added,
}

/// Words that are found with texts and are not in them.
type Added = Arc<Mutex<search::Added>>;

/// A query to be answered.
struct Asked {
    query: Query,
    /// Whether it has been answered before, but for what has come since.
    again: bool,
    /// Whether it is how well things fit that is asked for.
    ranks: bool,
}

impl Finder {
    pub(super) fn start(corpus: Arc<Corpus>, messages: Sender<Message>) -> Self {
        let (queries, asked) = channel();
        let count = Arc::new(AtomicU64::new(0));
        let added = Added::default();
        let (counted, known) = (Arc::clone(&count), Arc::clone(&added));
        let search = Search { corpus, asked, count: counted, taken: 0, added: known, last: None };
        thread::spawn(move || search.answer_all(&messages));
        Self { queries, count, added }
    }

    /// Has these words found with texts from now on, in the place of all before.
    pub(super) fn add(&self, added: search::Added) {
        *self.added.lock().unwrap_or_else(PoisonError::into_inner) = added;
    }

    /// Has a query answered by a message.
    pub(super) fn find(&self, query: Query) {
        self.ask(Asked { query, again: false, ranks: false });
    }

    /// Has it answered anew for what has come since, which has time.
    pub(super) fn find_again(&self, query: Query) {
        self.ask(Asked { query, again: true, ranks: false });
    }

    /// Has it found how well what fits a query does.
    pub(super) fn rank(&self, query: Query) {
        self.ask(Asked { query, again: false, ranks: true });
    }

    fn ask(&self, asked: Asked) {
        self.count.fetch_add(1, Ordering::Relaxed);
        // The thread ends only with the program.
        let _ended = self.queries.send(asked);
    }
}

struct Search {
    corpus: Arc<Corpus>,
    asked: Receiver<Asked>,
    /// How many queries have been asked, and how many of them taken.
    count: Arc<AtomicU64>,
    taken: u64,
    added: Added,
    /// What was answered last.
    last: Option<(Query, Docs)>,
}

impl Search {
    fn answer_all(mut self, messages: &Sender<Message>) {
        let mut rested = Instant::now();
        while let Some(asked) = self.next(rested) {
            let answer = if asked.ranks {
                self.rank(asked.query)
            } else {
                self.answer(asked.query, messages)
            };
            rested = Instant::now() + PAUSE;
            if answer.is_some_and(|answer| messages.send(answer).is_err()) {
                return;
            }
        }
    }

    /// What was asked last. Until `rested`, only what has not been answered before is answered.
    fn next(&mut self, rested: Instant) -> Option<Asked> {
        let mut asked = self.asked.recv().ok()?;
        self.taken += 1;
        loop {
            let wait = if asked.again { rested } else { Instant::now() };
            let wait = wait.saturating_duration_since(Instant::now());
            match self.asked.recv_timeout(wait) {
                Ok(newer) => {
                    self.taken += 1;
                    // One that somebody waits for is not put off because more has come.
                    let again = newer.again && (asked.again || newer.query != asked.query);
                    asked = Asked { again, ..newer };
                }
                Err(_) => return Some(asked),
            }
        }
    }

    /// What fits, and before that what has been found so far, as often as it can be seen; nothing if
    /// something else is asked for meanwhile.
    fn answer(&mut self, query: Query, messages: &Sender<Message>) -> Option<Message> {
        let mut told = Instant::now();
        let tell = |docs: &Docs| {
            if told.elapsed() > FRAME {
                told = Instant::now();
                // That nobody listens any more is seen at the end.
                let _ended = messages.send(Message::SoFar(query.clone(), docs.clone()));
            }
        };
        let docs = self.corpus.find_with((&query, &self.added()), &self.stop(), tell);
        let docs = docs.map_err(|error| error.to_string()).transpose()?;
        self.last = docs.as_ref().ok().map(|docs| (query.clone(), docs.clone()));
        Some(Message::Matches(query, docs))
    }

    /// How well what was found last fits; nothing where that was by another query, which is ranked in its
    /// turn. That it cannot be found out is told by [`Self::answer`].
    fn rank(&self, query: Query) -> Option<Message> {
        let stop = self.stop();
        let (_, docs) = self.last.as_ref().filter(|(last, _)| *last == query)?;
        let ranks = self.corpus.rank(&query, docs, &stop).ok()??;
        Some(Message::Ranked(query, ranks))
    }

    fn added(&self) -> search::Added {
        Arc::clone(&self.added.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn stop(&self) -> impl Fn() -> bool + Sync {
        let (count, taken) = (&self.count, self.taken);
        move || count.load(Ordering::Relaxed) > taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Haystack;

    fn started(texts: &[&str]) -> (Finder, Receiver<Message>) {
        let corpus = Corpus::in_memory();
        for text in texts {
            corpus.add(&Haystack::default().with([*text])).unwrap();
        }
        let (sender, messages) = channel();
        (Finder::start(Arc::new(corpus), sender), messages)
    }

    fn answer(messages: &Receiver<Message>) -> (String, usize) {
        match messages.recv_timeout(Duration::from_secs(20)) {
            Ok(Message::Matches(query, Ok(docs))) => (query.to_string(), docs.len()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_last_query_is_answered_whatever_becomes_of_those_before() {
        let (finder, messages) = started(&["a sea", "a ship", "seas"]);
        for query in ["s", "se", "sea"] {
            finder.find(Query::parse(query));
        }
        let last = std::iter::repeat_with(|| answer(&messages)).find(|(query, _)| query == "sea");
        assert_eq!(last, Some(("sea".into(), 2)));
    }

    #[test]
    fn what_has_come_since_waits_and_a_new_query_does_not() {
        let (finder, messages) = started(&["a sea"]);
        finder.find(Query::parse("sea"));
        assert_eq!(answer(&messages).0, "sea");
        let start = Instant::now();
        finder.find_again(Query::parse("sea"));
        assert_eq!(answer(&messages).0, "sea");
        assert!(start.elapsed() > PAUSE / 2);
        finder.find_again(Query::parse("sea"));
        finder.find(Query::parse("ship"));
        assert_eq!(answer(&messages), ("ship".into(), 0), "the other is not wanted any more");
    }
}
