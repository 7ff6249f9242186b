//! What a command is to work on: files, articles by their ids, or standard input.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};

use crate::article::{Article, ArticleId, Given};
use crate::format::Part;
use crate::library;
use crate::library::{Entry, Item, Problem, Source, Version, Wish};

use super::invocation::{Invocation, is_input};
use super::output::shown;

/// Fewer digits are no id: one would hit an article by chance.
const SHORTEST_ID: usize = 4;

/// One article and the file that it came from.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) article: Article,
    pub(super) item: Item,
    pub(super) format: &'static str,
    pub(super) encoding: &'static str,
    pub(super) member: Option<String>,
    /// Which of the articles of its file it is.
    index: usize,
    /// Where it is one of the library's, all that is known there: other versions, what files tell.
    pub(super) entry: Option<Arc<Entry>>,
}

impl Target {
    /// Where it lies.
    pub(super) fn version(&self) -> Version {
        Version {
            id: self.article.id.clone(),
            item: self.item.clone(),
            member: self.member.clone(),
            index: self.index,
            format: self.format,
            encoding: self.encoding,
        }
    }

    /// The names that marks of it may stand under, and what its files tell of its reader.
    pub(super) fn names(&self) -> (Vec<ArticleId>, Given) {
        match &self.entry {
            Some(entry) => (entry.ids().into_owned(), entry.given.clone()),
            None => (vec![self.article.id.clone()], self.article.given.clone()),
        }
    }
}

/// The articles that `names` mean, in their order: for each name those of a file or of standard input,
/// or the one article whose id begins so.
pub(super) fn find(invocation: &Invocation, names: &[OsString]) -> anyhow::Result<Vec<Target>> {
    find_as(invocation, names, &Wish::default())
}

/// The same, read in the way that is wished.
pub(super) fn find_as(
    invocation: &Invocation,
    names: &[OsString],
    wish: &Wish,
) -> anyhow::Result<Vec<Target>> {
    let mut targets = Vec::new();
    let mut library = None;
    for name in names {
        let path = Path::new(name);
        if is_input(path) {
            targets.extend(all(&Source::Input(standard_input()?), wish)?);
        } else if path.is_dir() {
            bail!("{}: is a directory; name a file, or list it with `sahifa list`", shown(path));
        } else if path.exists() {
            targets.extend(all(&Source::Paths(vec![path.to_owned()]), wish)?);
        } else {
            let entries = match &mut library {
                Some(entries) => entries,
                unread => unread.insert(library::collect(invocation.source(None)?).0),
            };
            targets.push(by_id(entries, name, wish)?);
        }
    }
    Ok(targets)
}

/// Whether a name can be the beginning of an id; the digits as ids have them.
pub(super) fn id_digits(name: &OsString) -> Option<String> {
    let digits = name.to_str()?;
    let plausible =
        digits.len() >= SHORTEST_ID && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plausible.then(|| digits.to_ascii_lowercase())
}

/// The article one of whose ids begins so. Where its shown version cannot be had, another is read.
fn by_id(entries: &[Arc<Entry>], name: &OsString, wish: &Wish) -> anyhow::Result<Target> {
    let unknown = || {
        let name = shown(Path::new(name));
        format!("{name}: no such file, nor an article's id; `sahifa list` tells the ids")
    };
    let digits = id_digits(name).with_context(unknown)?;
    let is_meant =
        |entry: &&Arc<Entry>| entry.ids().iter().any(|id| id.as_str().starts_with(&digits));
    let mut fitting = entries.iter().filter(is_meant);
    let entry = fitting.next().with_context(unknown)?;
    if fitting.any(|other| other.id != entry.id) {
        bail!("{digits}: several articles have an id that begins so; give more digits");
    }
    let part = library::open(entry, wish.clone()).map_err(explain)?;
    Ok(Target { entry: Some(Arc::clone(entry)), ..target((entry.index, part), &entry.item) })
}

fn all(source: &Source, wish: &Wish) -> anyhow::Result<Vec<Target>> {
    let mut targets = Vec::new();
    for item in library::items(source) {
        let item = item.map_err(explain)?;
        let opened = library::articles_as(&item, wish.clone()).map_err(explain)?;
        let parts = opened.parts.into_iter().enumerate();
        targets.extend(parts.map(|part| target(part, &opened.item)));
    }
    Ok(targets)
}

fn target((index, part): (usize, Part), item: &Item) -> Target {
    let Part { article, format, encoding, member } = part;
    Target { article, item: item.clone(), format, encoding, member, index, entry: None }
}

pub(super) fn standard_input() -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("-: standard input cannot be read")?;
    Ok(bytes)
}

fn explain(problem: Problem) -> anyhow::Error {
    anyhow::anyhow!("{}: {}", shown(&problem.path), problem.reason)
}
