//! What the commands share that change what the reader has added: which article is meant, and saving.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Context, bail};

use crate::article::ArticleId;
use crate::identity;
use crate::library::Version;
use crate::search::fold;
use crate::store::{Change, Store};

use super::invocation::Invocation;
use super::output::shown;
use super::target;
use super::target::Target;

/// An article that is to be changed, whether it is at hand or not.
#[derive(Debug)]
pub(super) struct Subject {
    /// The name that changes are kept under.
    pub(super) id: ArticleId,
    /// All names that marks of it may stand under.
    pub(super) ids: Vec<ArticleId>,
    pub(super) target: Option<Target>,
}

impl Subject {
    fn of(target: Target) -> Self {
        let (ids, _) = target.names();
        let id = ids.first().unwrap_or(&target.article.id).clone();
        Self { id, ids, target: Some(target) }
    }
}

/// The articles that a name means: those of a file, the one of the library whose id begins so, else one that
/// is gone and was marked.
pub(super) fn subjects(
    invocation: &Invocation,
    store: &Store,
    name: &OsString,
) -> anyhow::Result<Vec<Subject>> {
    let found = target::find(invocation, std::slice::from_ref(name));
    let failure = match found {
        Ok(targets) => return Ok(targets.into_iter().map(Subject::of).collect()),
        Err(error) => error,
    };
    let digits = target::id_digits(name).filter(|_| !Path::new(name).exists());
    let Some(digits) = digits else { return Err(failure) };
    let is_meant =
        |id: &&ArticleId| id.as_str().starts_with(&digits) && store.state().is_marked(id);
    let mut gone = store.all().map(|(id, _)| id).filter(is_meant);
    match (gone.next(), gone.next()) {
        (Some(id), None) => {
            Ok(vec![Subject { id: id.clone(), ids: vec![id.clone()], target: None }])
        }
        (Some(_), Some(_)) => {
            bail!("{digits}: several articles have an id that begins so; give more digits")
        }
        (None, _) => Err(failure),
    }
}

/// The one article that a name means.
pub(super) fn subject(
    invocation: &Invocation,
    store: &Store,
    name: &OsString,
) -> anyhow::Result<Subject> {
    let mut subjects = subjects(invocation, store, name)?;
    let (first, others) = (subjects.pop(), subjects.len());
    match first {
        Some(subject) if others == 0 => Ok(subject),
        _ => bail!("{}: holds several articles; name one by its id", shown(Path::new(name))),
    }
}

/// Saves a change, and what else the article is known by, so that it can be followed when it is edited.
pub(super) fn save(
    invocation: &Invocation,
    store: &mut Store,
    (id, target): (&ArticleId, Option<&Target>),
    change: Change,
) -> anyhow::Result<()> {
    store.save(id, change).with_context(|| unsaved(invocation))?;
    let Some(target) = target else { return Ok(()) };
    let article = &target.article;
    let version = Version { id: id.clone(), ..target.version() };
    let text = fold(&article.text());
    let seen = identity::sighting_of(&article.metadata, article.words(), &text, &version);
    if store.state().sighting(id) != Some(&seen) {
        store.save(id, Change::Seen(Box::new(seen))).with_context(|| unsaved(invocation))?;
    }
    Ok(())
}

fn unsaved(invocation: &Invocation) -> String {
    let state = shown(&invocation.paths.state);
    format!("{state}: the change is not saved; see `sahifa doctor`")
}
