//! The passages that show why articles in the list were found. They are taken from the articles as they
//! are written, so each is read again: only those on the screen are, one after the other, beside the
//! input, and only until something else is looked for.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use crate::article::ArticleId;
use crate::library::{self, Entry, Wish};
use crate::search::{Query, snippet};

use super::update::Message;

/// What is wanted: passages of these articles, so many bytes long.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What they are to show.
    pub query: Query,
    /// The articles on the screen that have none yet, from the top.
    pub entries: Vec<Arc<Entry>>,
    /// How long a passage may be, in bytes.
    pub length: usize,
}

/// What is on the screen of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// The rows of the library.
    pub rows: Vec<u32>,
    /// How often the library has changed.
    pub edition: u64,
    /// How long a passage may be, in bytes.
    pub length: usize,
}

/// The passages that are known.
#[derive(Debug, Default)]
pub struct Quotes {
    query: Query,
    /// What was on the screen when something was last to be asked for.
    sight: Sight,
    /// None where nothing is to be shown.
    known: HashMap<ArticleId, Option<String>>,
    /// What was asked for last.
    asked: Vec<ArticleId>,
}

impl Quotes {
    /// The passage of an article.
    #[must_use]
    pub fn of(&self, entry: &Entry) -> Option<&str> {
        self.known.get(&entry.id)?.as_deref()
    }

    /// Takes in the passage of an article.
    pub fn take(&mut self, query: &Query, id: ArticleId, passage: Option<String>) {
        if *query == self.query {
            self.known.insert(id, passage);
        }
    }

    /// What is to be asked for, where this is on the screen; nothing that has been asked for. What is seen of
    /// the library is looked at only where it is not what was seen before.
    pub fn wanted(
        &mut self,
        query: &Query,
        sight: Sight,
        entry: impl Fn(u32) -> Option<Arc<Entry>>,
    ) -> Option<Wanted> {
        if *query != self.query {
            *self = Self { query: query.clone(), ..Self::default() };
        } else if sight == self.sight {
            return None;
        }
        self.sight = sight;
        if query.is_empty() {
            return None;
        }
        let length = self.sight.length;
        let entries = self.sight.rows.iter().filter_map(|row| entry(*row));
        // What is found in the title is seen there.
        let is_open = |entry: &Arc<Entry>| {
            !self.known.contains_key(&entry.id) && !query.is_all_in(&entry.metadata.title)
        };
        let entries: Vec<Arc<Entry>> = entries.filter(is_open).collect();
        let asked: Vec<ArticleId> = entries.iter().map(|entry| entry.id.clone()).collect();
        if entries.is_empty() || asked.iter().all(|id| self.asked.contains(id)) {
            return None;
        }
        self.asked = asked;
        Some(Wanted { query: query.clone(), entries, length })
    }
}

/// Nothing is looked for before so much time has gone by without another letter: the list itself comes
/// first, and nobody reads passages while typing.
const PAUSE: Duration = Duration::from_millis(40);

/// Answers what was asked for last; what was asked for before is no longer on the screen.
pub(super) fn answer_all(asked: &Receiver<Wanted>, messages: &Sender<Message>) {
    let mut next = asked.recv().ok();
    while let Some(wanted) = next.take() {
        next = asked.recv_timeout(PAUSE).ok();
        if next.is_some() {
            continue;
        }
        for answer in wanted.answers() {
            if messages.send(answer).is_err() {
                return;
            }
            next = asked.try_iter().last();
            if next.is_some() {
                break;
            }
        }
        next = next.or_else(|| asked.recv().ok());
    }
}

impl Wanted {
    /// The passages, each found when it is asked for.
    pub fn answers(&self) -> impl Iterator<Item = Message> {
        let quoted = |entry: &Arc<Entry>| {
            Message::Quoted(self.query.clone(), entry.id.clone(), self.passage(entry))
        };
        self.entries.iter().map(quoted)
    }

    /// The best passage; none where the article cannot be read, or was found by something else than its
    /// text.
    fn passage(&self, entry: &Entry) -> Option<String> {
        let text = library::open(entry, Wish::default()).ok()?.article.text();
        let piece = snippet(&text, &self.query, self.length)?.piece;
        let begins = text.get(..piece.start)?.chars().next_back().is_none_or(|c| c == '\n');
        let opening = if begins { "" } else { "… " };
        Some(opening.to_owned() + text.get(piece)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Source, collect};
    use std::cell::Cell;
    use std::sync::mpsc::channel;

    fn entries() -> Vec<Arc<Entry>> {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in
            [("a", "Harbour\n\nIn the morning a boat came in.\n"), ("b", "Boat\n\nWords.\n")]
        {
            std::fs::write(dir.path().join(format!("{name}.txt")), text).unwrap();
        }
        let entries = collect(Source::Directory(dir.keep())).0;
        assert_eq!(entries.len(), 2);
        entries
    }

    #[test]
    fn passages_are_asked_for_once_and_for_what_is_not_seen_in_the_title() {
        let (entries, query) = (entries(), Query::parse("boat"));
        let mut quotes = Quotes::default();
        let looked = Cell::new(0);
        let entry = |row: u32| {
            looked.set(looked.get() + 1);
            entries.get(row as usize).cloned()
        };
        let sight = |edition| Sight { rows: vec![0, 1], edition, length: 40 };
        assert!(quotes.wanted(&Query::default(), sight(0), entry).is_none());
        let wanted = quotes.wanted(&query, sight(0), entry).unwrap();
        let titles: Vec<_> = wanted.entries.iter().map(|it| it.metadata.title.as_str()).collect();
        assert_eq!(titles, ["Harbour"]);
        assert_eq!(looked.get(), 2);
        assert!(quotes.wanted(&query, sight(0), entry).is_none());
        assert_eq!(looked.get(), 2, "the same screen is not looked at again");
        assert!(quotes.wanted(&query, sight(1), entry).is_none());
        assert_eq!(looked.get(), 4, "another edition of the library is");

        let (sender, asked) = channel();
        let (messages, answers) = channel();
        sender.send(wanted).unwrap();
        drop(sender);
        answer_all(&asked, &messages);
        let Ok(Message::Quoted(query, id, Some(passage))) = answers.try_recv() else {
            panic!("an answer")
        };
        assert_eq!(passage, "… morning a boat came in");
        quotes.take(&query, id, Some(passage));
        assert_eq!(quotes.of(&entries[0]), Some("… morning a boat came in"));
        let other = Query::parse("came");
        assert!(quotes.wanted(&other, sight(1), entry).is_some());
        assert_eq!(quotes.of(&entries[0]), None, "it shows something else");
    }
}
