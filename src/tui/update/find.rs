//! Finding what fits the filter. Others look for it, and until they have found it the list shows what it
//! showed: what is typed goes on meanwhile, and keys that mean a row of the list wait for it, so that who
//! types ahead gets what he means.

use std::ops::Range;

use crate::search::{Doc, Docs, Query, Relevance};

use super::super::app::{App, Focus};
use super::super::panes::Panes;
use super::super::reader::Sought;
use super::{Effect, Message, browse, press};

/// Filters by another query.
pub(super) fn set(app: &mut App, query: Query) -> Vec<Effect> {
    if query == app.list.filter.query {
        return Vec::new();
    }
    if query.is_empty() {
        app.list.match_all(query);
        narrowed(app);
        if app.focus == Focus::List {
            app.list.return_to_noted();
            app.refresh();
        }
        return Vec::new();
    }
    app.list.seek(query.clone());
    tagged(app).into_iter().chain([Effect::Find(query)]).collect()
}

/// The reader's own tags, which are words of their articles too, where they are not as they were told.
fn tagged(app: &mut App) -> Option<Effect> {
    app.list.tagged(&app.marks).map(Effect::Tagged)
}

/// What fits has been found.
pub(super) fn found(app: &mut App, query: &Query, docs: Result<Docs, String>) -> Vec<Effect> {
    if *query != app.list.filter.query {
        return Vec::new();
    }
    let docs = docs.unwrap_or_else(|reason| {
        app.say(app.locale.say("search-failed", &[("reason", reason.into())]));
        Docs::default()
    });
    let was_sought = app.list.is_seeking();
    app.list.take_matches(&docs);
    if was_sought {
        narrowed(app);
    } else {
        app.refresh();
    }
    let mut effects = rank(app);
    effects.extend(again(app));
    effects
}

/// Has it found how well things fit, where what fits best is to come first.
pub(super) fn rank(app: &App) -> Vec<Effect> {
    let query = &app.list.filter.query;
    let is_wanted = app.list.is_best_first() && !query.is_empty() && !app.list.is_seeking();
    is_wanted.then(|| Effect::Rank(query.clone())).into_iter().collect()
}

/// How well things fit has been found.
pub(super) fn ranked(app: &mut App, query: &Query, ranks: Vec<(Doc, Relevance)>) -> Vec<Effect> {
    if *query == app.list.filter.query {
        app.list.take_ranks(ranks);
        app.refresh();
    }
    Vec::new()
}

/// Has passages found for what is on the screen.
pub(super) fn quote(app: &mut App) -> Option<Effect> {
    let area = Panes::of(app).list.filter(|_| !app.list.is_seeking())?;
    let list = &app.list;
    // Two bytes a letter are most of what is in sight, and what is longer is cut.
    let sight = list.sight(area.height, 2 * area.width);
    let wanted = app.quotes.wanted(&list.filter.query, sight, |row| list.shelf.entry(row));
    wanted.map(Effect::Quote)
}

/// Has the query found in an article that is too long for that to be done at once.
pub(super) fn mark(app: &mut App) -> Option<Effect> {
    app.reader.as_mut()?.sought().map(Effect::Mark)
}

/// Where the query occurs in the open article has been found.
pub(super) fn marked(app: &mut App, sought: &Sought, matches: Vec<Range<usize>>) -> Vec<Effect> {
    let Some(reader) = &mut app.reader else { return Vec::new() };
    match reader.take_matches(sought, matches) {
        Some(step) => browse::step_match(app, step),
        None => Vec::new(),
    }
}

/// Some of what fits has been found. Keys that mean a row still wait.
pub(super) fn found_so_far(app: &mut App, query: &Query, docs: &Docs) -> Vec<Effect> {
    if *query == app.list.filter.query && app.list.is_seeking() {
        app.list.show_matches(docs);
        narrowed(app);
    }
    Vec::new()
}

/// The first article that a new query lets through is selected, unless one is being read.
fn narrowed(app: &mut App) {
    if app.focus == Focus::List {
        app.list.select_first();
    }
    browse::narrow(app);
}

/// Has what has come since then looked through, one time after the other.
pub(super) fn again(app: &mut App) -> Vec<Effect> {
    let query = app.list.seek_again();
    let Some(query) = query else { return Vec::new() };
    tagged(app).into_iter().chain([Effect::FindAgain(query)]).collect()
}

/// Whether a message has to wait for what is sought.
pub(super) fn is_held(app: &App, message: &Message) -> bool {
    let is_first = app.held.is_empty();
    app.list.is_seeking()
        && match message {
            Message::Key(press) => !is_first || !press::is_typing(app, press),
            Message::Paste(_) => !is_first,
            Message::Mouse(..) => true,
            _ => false,
        }
}
