//! What the user adds to articles: bookmarks, read marks, places.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::Entry;
use crate::store::{Change, Label, Position, State};

use super::super::app::{App, Tracking};
use super::{Effect, follow};

pub(super) fn toggle_bookmark(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.subject() else { return Vec::new() };
    let on = !app.marks(&entry).bookmarked;
    tell(app, if on { app.locale.text("bookmarked") } else { app.locale.text("bookmark-removed") });
    let label = on.then(|| Label {
        title: entry.metadata.title.clone(),
        path: Some(entry.item.path.clone()),
    });
    keep(app, &entry, Change::Bookmark(label))
}

pub(super) fn toggle_read(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.subject() else { return Vec::new() };
    let read = !app.marks(&entry).read;
    tell(app, if read { app.locale.text("marked-read") } else { app.locale.text("marked-unread") });
    keep(app, &entry, Change::Read(read))
}

/// The article has come under the reader's eyes.
pub(super) fn mark_read(app: &mut App) -> Vec<Effect> {
    follow::ask(app);
    match app.subject() {
        Some(entry) if !app.marks(&entry).read => keep(app, &entry, Change::Read(true)),
        _ => Vec::new(),
    }
}

/// Notes where the open article has been read to, if that has changed; saves it when it is time.
pub(super) fn keep_place(app: &mut App) -> Vec<Effect> {
    note_place(app);
    let due = app.saving.due();
    saved_places(app, due)
}

/// The same, and does not wait.
pub(super) fn keep_all_places(app: &mut App) -> Vec<Effect> {
    note_place(app);
    let places = std::mem::take(&mut app.saving.places);
    saved_places(app, places)
}

fn saved_places(app: &mut App, places: BTreeMap<ArticleId, Position>) -> Vec<Effect> {
    let save = |(id, position)| noted(app, id, Change::Position(position));
    places.into_iter().map(save).collect()
}

fn note_place(app: &mut App) {
    let height = app.reader_rows();
    // Places in another text of the article mean nothing in the usual one.
    let Some(reader) = app.reader.as_mut().filter(|reader| reader.choice.is_usual()) else {
        return;
    };
    let progress = reader.progress(height);
    let Some(offset) = reader.take_position() else { return };
    let position = Position { offset, progress };
    let id = reader.id().clone();
    stand_in(app, &id, Change::Position(position));
    app.saving.places.insert(id, position);
}

/// Takes in what the store holds. What one is at does not vanish because it was read elsewhere.
pub(super) fn replace(app: &mut App, marks: State) -> Vec<Effect> {
    app.marks = marks;
    for (id, position) in &app.saving.places {
        let _stand_in = app.marks.record(id, Change::Position(*position));
    }
    app.tracking = Tracking::Due;
    app.list.forget_marks();
    app.annotate();
    app.list.kept = app.subject().map(|entry| entry.id.clone());
    app.refresh();
    follow::follow(app)
}

/// Filters anew by the mark that has changed; what one is at stays until one moves on.
pub(super) fn keep(app: &mut App, entry: &Arc<Entry>, change: Change) -> Vec<Effect> {
    let save = noted(app, entry.id.clone(), change);
    app.list.kept = Some(entry.id.clone());
    app.list.choose();
    app.refresh();
    std::iter::once(save).chain(follow::look(app, entry)).collect()
}

/// Makes a change here, and has it saved.
pub(super) fn noted(app: &mut App, id: ArticleId, change: Change) -> Effect {
    stand_in(app, &id, change.clone());
    app.saving.made += 1;
    Effect::Save(id, change)
}

/// The store stamps the changes that it saves; this stands in for one until it is told back.
fn stand_in(app: &mut App, id: &ArticleId, change: Change) {
    let is_of_tags = matches!(change, Change::Tag(..) | Change::Same(..));
    let _stand_in = app.marks.record(id, change);
    app.list.remark(id, &app.marks);
    if is_of_tags {
        app.list.retag();
    }
}

/// Says what was done, and that it will not last where nothing is written.
pub(super) fn tell(app: &mut App, done: String) {
    let notice = match &app.read_only {
        None => {
            app.saving.said = Some(done.clone());
            done
        }
        Some(reason) => {
            let with = [("done", done.into()), ("reason", reason.as_str().into())];
            app.locale.say("not-kept", &with)
        }
    };
    app.say(notice);
}
