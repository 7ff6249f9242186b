//! What the user adds to articles: bookmarks, read marks, places.

use crate::article::ArticleId;
use crate::store::{Change, Label, Position};

use super::super::app::App;
use super::super::panes::Panes;
use super::Effect;

pub(super) fn toggle_bookmark(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.list.current().cloned() else { return Vec::new() };
    let id = entry.id.clone();
    let on = !app.marks(&id).bookmarked;
    app.say(if on { "bookmarked" } else { "bookmark removed" });
    let label = on.then(|| Label {
        title: entry.metadata.title.clone(),
        path: Some(entry.item.path.clone()),
    });
    app.marks.entry(id.clone()).or_default().bookmarked = on;
    app.list.kept = Some(id.clone());
    app.refresh();
    vec![Effect::Save(id, Change::Bookmark(label))]
}

pub(super) fn toggle_read(app: &mut App) -> Vec<Effect> {
    let Some(id) = current(app) else { return Vec::new() };
    let read = !app.marks(&id).read;
    app.say(if read { "marked as read" } else { "marked as unread" });
    set_read(app, id, read)
}

/// The article has come under the reader's eyes.
pub(super) fn mark_read(app: &mut App) -> Vec<Effect> {
    match current(app) {
        Some(id) if !app.marks(&id).read => set_read(app, id, true),
        _ => Vec::new(),
    }
}

/// Notes where the open article has been read to, if that has changed.
pub(super) fn keep_place(app: &mut App) -> Vec<Effect> {
    let height = Panes::of(app).reader.map_or(0, |area| area.height);
    let Some(reader) = &app.reader else { return Vec::new() };
    let position = Position { offset: reader.position(), progress: reader.progress(height) };
    let id = reader.id().clone();
    let known = app.marks(&id).position;
    let unmoved = known.map(|known| known.offset).unwrap_or_default() == position.offset;
    if unmoved {
        return Vec::new();
    }
    app.marks.entry(id.clone()).or_default().position = Some(position);
    vec![Effect::Save(id, Change::Position(position))]
}

fn set_read(app: &mut App, id: ArticleId, read: bool) -> Vec<Effect> {
    app.marks.entry(id.clone()).or_default().read = read;
    app.list.kept = Some(id.clone());
    app.refresh();
    vec![Effect::Save(id, Change::Read(read))]
}

fn current(app: &App) -> Option<ArticleId> {
    app.list.current().map(|entry| entry.id.clone())
}
