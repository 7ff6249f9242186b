//! What a command is to work on: a file, an article's id, or standard input.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};

use crate::article::Article;
use crate::library;
use crate::library::{Entry, Problem, Source};

use super::{Invocation, is_input, shown};

/// One article and the file that it came from.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) article: Article,
    pub(super) path: String,
    pub(super) format: &'static str,
    pub(super) encoding: &'static str,
}

/// The articles that `name` means: those of a file or of standard input, or the one article whose id
/// begins so.
pub(super) fn find(invocation: &Invocation, name: &str) -> anyhow::Result<Vec<Target>> {
    let path = Path::new(name);
    if is_input(path) {
        return all(&Source::Input(standard_input()?));
    }
    if path.is_dir() {
        bail!("{}: is a directory; name a file, or list it with `sahifa list`", shown(path));
    }
    if path.exists() {
        return all(&Source::Paths(vec![path.to_owned()]));
    }
    let entry = by_id(invocation, name)?.with_context(|| {
        format!(
            "{}: no such file, nor an article's id; `sahifa list --json` tells the ids",
            shown(path)
        )
    })?;
    let opened = library::articles(&entry.item).map_err(explain)?;
    let (format, encoding) = (opened.format, opened.encoding);
    let article = library::open(&entry).map_err(explain)?;
    Ok(vec![Target { article, path: shown(&entry.item.path), format, encoding }])
}

/// The entry of the library whose id begins with these digits, if just one does.
fn by_id(invocation: &Invocation, id: &str) -> anyhow::Result<Option<Arc<Entry>>> {
    if id.len() < 4 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(None);
    }
    let (mut entries, _) = library::collect(invocation.source(None)?);
    let id = id.to_ascii_lowercase();
    entries.retain(|entry| entry.id.as_str().starts_with(&id));
    entries.dedup_by(|one, two| one.id == two.id);
    if entries.len() > 1 {
        bail!("{id}: {} articles have an id that begins so; give more digits", entries.len());
    }
    Ok(entries.pop())
}

fn all(source: &Source) -> anyhow::Result<Vec<Target>> {
    let mut targets = Vec::new();
    for item in library::items(source) {
        let opened = library::articles(&item.map_err(explain)?).map_err(explain)?;
        let (path, format, encoding) = (shown(&opened.item.path), opened.format, opened.encoding);
        let target = |article| Target { article, path: path.clone(), format, encoding };
        targets.extend(opened.articles.into_iter().map(target));
    }
    Ok(targets)
}

pub(super) fn standard_input() -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).context("-: standard input cannot be read")?;
    Ok(bytes)
}

pub(super) fn explain(problem: Problem) -> anyhow::Error {
    anyhow::anyhow!("{}: {}", shown(&problem.path), problem.reason)
}
