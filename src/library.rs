//! Where articles come from: a directory, some files, standard input or the built-in samples become
//! [`Entry`]s and [`Problem`]s. Every file is one or the other; none is skipped silently, but for
//! hidden files and the `…_files` folders that browsers put beside a saved page, and but for pictures
//! and other attachments, which are counted. The same article twice is one entry.
//!
//! Files are only ever read. An entry holds what the list and the filter need; the article itself is
//! read again when it is opened, and of a long one the beginning first.

mod beginning;
mod beside;
mod cache;
mod catalogue;
mod column;
mod fingerprint;
mod keeper;
mod load;
mod news;
mod order;
mod read;
mod reason;
mod regular;
mod samples;
mod scan;
mod shelf;
mod snapshot;
mod walk;
mod watch;
mod way;

use std::borrow::Cow;
use std::path::PathBuf;

use crate::article::ArticleId;
use crate::article::Date;
use crate::article::Given;
use crate::article::Metadata;
use crate::search::Corpus;
use crate::search::Doc;

pub use crate::format::{Part, Wish, encoding_named, encodings};
pub use beginning::{Beginning, beginning};
pub(crate) use cache::NO_TEXT;
pub use cache::{
    Base, Damage, Draft, FairCopy, Files, Folder, Known, Ledger, Named, Placed, Stamp, Traits,
};
pub use catalogue::{Catalogue, Change};
pub use column::Column;
pub use fingerprint::{Fingerprint, fingerprint};
pub use keeper::Opened as Kept;
pub use load::{Loading, collect, collect_into, load};
pub use news::{News, Progress, Written};
pub use order::{Key, Sort};
pub use read::{Opened, articles, articles_as, open, open_version};
pub use reason::Reason;
pub use scan::{Scan, Seen, scan};
pub use shelf::{Labels, Shelf, Told};
pub use snapshot::Snapshot;
pub use walk::{attachments, items};
pub use watch::{Look, STATE_FOLDER, Watch};

/// Whether two articles could be the same by their titles, where something else says so too: one is the
/// other, or is in it, or most of its words are. A title that is but an address could be anything's.
#[must_use]
pub fn are_titles_alike(one: &str, other: &str) -> bool {
    catalogue::are_titles_alike(one, other)
}

/// A number that all spellings of an address have in common; none where it may be that of many articles.
#[must_use]
pub fn address_key(url: &str) -> Option<u64> {
    catalogue::Keys::address(url)
}

/// The same for what a publisher calls an article, which may be an address.
#[must_use]
pub fn identifier_key(identifier: &str) -> Option<u64> {
    catalogue::Keys::identifier(identifier)
}

/// Where a library lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Everything below a directory.
    Directory(PathBuf),
    /// These files and directories.
    Paths(Vec<PathBuf>),
    /// What was read from standard input.
    Input(Vec<u8>),
    /// The articles that come with the program.
    Samples,
}

/// One file of a library, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The path to show and to read: below the library's own path, as given.
    pub path: PathBuf,
    /// Where its bytes are.
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    File,
    Memory(Vec<u8>),
    Sample,
}

/// One article of a library.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The article's name by content.
    pub id: ArticleId,
    /// The file that it is in.
    pub item: Item,
    /// The member of the archive that it is in, where the file is one.
    pub member: Option<String>,
    /// Which of the articles there it is.
    pub index: usize,
    /// The format.
    pub format: &'static str,
    /// The encoding, as the WHATWG spells it.
    pub encoding: &'static str,
    /// What is known about it.
    pub metadata: Metadata,
    /// What the file tells of its reader.
    pub given: Given,
    /// The number of words in its body.
    pub words: usize,
    /// When the file was last changed.
    pub modified: Option<Date>,
    /// Its folded text in the corpus that it was read into; `None` where there was no room for that.
    pub doc: Option<Doc>,
    /// Where the same article is too, the best first; see [`Self::versions`].
    pub others: Vec<Version>,
    /// Where its text is said to be, as in [`Article::text_in`](crate::article::Article::text_in).
    text_in: Vec<String>,
}

/// One of the places where an article lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The article's name by its content there.
    pub id: ArticleId,
    /// The file.
    pub item: Item,
    /// The member of the archive, where the file is one.
    pub member: Option<String>,
    /// Which of the articles there it is.
    pub index: usize,
    /// The format.
    pub format: &'static str,
    /// The encoding, as the WHATWG spells it.
    pub encoding: &'static str,
}

/// A file that gave no article, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or directory.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

impl Item {
    /// Whether it is a file, and not from standard input or built in.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.place == Place::File
    }
}

impl Entry {
    fn new(part: &Part, read: &Opened, index: usize, doc: Option<Doc>) -> Self {
        let article = &part.article;
        Self {
            id: article.id.clone(),
            item: read.item.clone(),
            member: part.member.clone(),
            index,
            format: part.format,
            encoding: part.encoding,
            metadata: article.metadata.clone(),
            given: article.given.clone(),
            words: article.words(),
            modified: read.modified,
            doc,
            others: Vec::new(),
            text_in: article.text_in.clone(),
        }
    }

    /// Its text, folded, as it is searched in `corpus`; empty where that has none.
    #[must_use]
    pub fn folded_text(&self, corpus: &Corpus) -> String {
        let text = self.doc.and_then(|doc| corpus.haystack(doc).ok().flatten());
        text.map(|text| catalogue::body(&text).to_owned()).unwrap_or_default()
    }

    /// Whether only its address was saved.
    #[must_use]
    pub const fn has_no_text(&self) -> bool {
        self.words == 0
    }

    /// The names that it goes by, the shown version's first; marks are looked for under all of them.
    #[must_use]
    pub fn ids(&self) -> Cow<'_, [ArticleId]> {
        if self.others.iter().all(|version| version.id == self.id) {
            return Cow::Borrowed(std::slice::from_ref(&self.id));
        }
        let mut ids = vec![self.id.clone()];
        for version in &self.others {
            if !ids.contains(&version.id) {
                ids.push(version.id.clone());
            }
        }
        Cow::Owned(ids)
    }

    /// Whether it goes by this name, perhaps among others.
    #[must_use]
    pub fn is(&self, id: &ArticleId) -> bool {
        self.id == *id || self.others.iter().any(|version| version.id == *id)
    }

    /// What the list sorts by: when it was published, else saved, else changed on disk.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.metadata.published.or(self.metadata.saved).or(self.modified)
    }

    /// When it was saved, as it says itself, else when the file was last changed.
    #[must_use]
    pub fn saved(&self) -> Option<Date> {
        self.metadata.saved.or(self.modified)
    }
}

impl Problem {
    pub(crate) fn new(path: impl Into<PathBuf>, reason: impl Into<Reason>) -> Self {
        Self { path: path.into(), reason: reason.into() }
    }
}

#[cfg(test)]
mod tests;
