//! An article that was asked for comes, or cannot be had. Of a long one the beginning comes first, and the
//! whole takes its place.

use std::sync::Arc;

use crate::article::{ArticleId, Offset};
use crate::library::{Beginning, Entry, Part, Problem};
use crate::page::Page;

use super::super::app::{App, Focus};
use super::super::edition::{Choice, Edition};
use super::super::overlay;
use super::super::reader::{Manuscript, Reader};
use super::{Effect, marks};

/// What was asked for has come.
pub(super) fn opened(
    app: &mut App,
    id: &ArticleId,
    choice: Choice,
    result: Result<Box<Part>, Problem>,
) -> Vec<Effect> {
    let Some(entry) = wanted(app, id, &choice) else { return Vec::new() };
    app.awaiting = false;
    let anchor = app.anchor.take();
    match result {
        Err(problem) => not_opened(app, id, &choice, &problem),
        Ok(part) => {
            let edition = Edition::new(app, &entry, choice, *part);
            let place = match &anchor {
                Some(anchor) => anchor.find(&edition.article),
                None if edition.choice.is_usual() => app.place(&entry),
                None => Offset(0),
            };
            let reader = Reader::new(edition, app.page_setting(), place);
            if reader.is_typeset() {
                return show(app, reader);
            }
            // What was shown before stays until there is something to be seen.
            app.awaiting = !is_begun(app, &entry);
            app.coming = Some(Box::new(reader));
            Vec::new()
        }
    }
}

/// The beginning of what was asked for has come. It is shown if what is to be read is in it.
pub(super) fn begun(
    app: &mut App,
    id: &ArticleId,
    choice: Choice,
    Beginning { part, share }: Beginning,
) -> Vec<Effect> {
    let Some(entry) = wanted(app, id, &choice) else { return Vec::new() };
    let is_shown = app.reader.as_ref().is_some_and(|shown| shown.is(&entry.id, &choice));
    if is_shown || app.anchor.is_some() || app.coming.is_some() {
        return Vec::new();
    }
    let (edition, place) = (Edition::new(app, &entry, choice, part), app.place(&entry));
    let reader = Reader::new(edition, app.page_setting(), place).of_beginning(share);
    if !reader.fills(app.reader_rows()) {
        return Vec::new();
    }
    app.awaiting = false;
    show(app, reader)
}

/// What was asked for, if it is this and all of it has yet to come.
fn wanted(app: &App, id: &ArticleId, choice: &Choice) -> Option<Arc<Entry>> {
    let entry = app.asked.clone().filter(|asked| asked.is(id) && app.choice(id) == *choice)?;
    Some(entry).filter(|entry| app.awaiting || is_begun(app, entry))
}

/// Whether its beginning is shown.
fn is_begun(app: &App, entry: &Entry) -> bool {
    let reader = app.reader.as_ref().filter(|reader| reader.is_beginning());
    reader.is_some_and(|reader| entry.is(reader.id()))
}

/// Shows what has come. It takes the place of its beginning, which counts as read already.
fn show(app: &mut App, mut reader: Reader) -> Vec<Effect> {
    reader.find(&app.list.filter.query);
    let begun = app.reader.take().filter(|begun| reader.is_whole_of(begun));
    let is_read = begun.map(|begun| reader.take_over(begun)).is_some();
    app.reader = Some(reader);
    app.annotate();
    app.lay_out();
    if app.focus == Focus::Reader && !is_read { marks::mark_read(app) } else { Vec::new() }
}

/// Has long articles typeset.
pub(super) fn typeset(app: &mut App) -> Vec<Effect> {
    let readers = app.reader.iter_mut().chain(app.coming.as_deref_mut());
    readers.filter_map(Reader::manuscript).map(|it| Effect::Typeset(Box::new(it))).collect()
}

/// A long article has been typeset: one that was asked for, or the one that is shown.
pub(super) fn set(app: &mut App, manuscript: &Manuscript, page: Page) -> Vec<Effect> {
    if let Some(mut reader) = app.coming.take() {
        if reader.is_typeset_by(manuscript) {
            reader.take_page(manuscript, page);
            app.awaiting = false;
            return show(app, *reader);
        }
        app.coming = Some(reader);
    }
    let height = app.reader_rows();
    if let Some(reader) = &mut app.reader {
        reader.take_page(manuscript, page);
        reader.fit(height);
    }
    Vec::new()
}

/// What cannot be read as it was chosen stays as it was, and goes on to come if it is but a beginning; what
/// cannot be read at all is told.
fn not_opened(app: &mut App, id: &ArticleId, choice: &Choice, problem: &Problem) -> Vec<Effect> {
    let asked = app.asked.clone();
    let is_it = |reader: &&Reader| asked.as_ref().is_some_and(|asked| asked.is(reader.id()));
    let shown = app.reader.as_ref().filter(is_it);
    let is_beginning = shown.is_some_and(Reader::is_beginning);
    let kept = shown.map(|reader| reader.choice.clone());
    let kept = kept.filter(|kept| !is_beginning || kept != choice);
    let mut effects = Vec::new();
    if let Some(choice) = kept {
        app.choices.insert(id.clone(), choice);
        effects.extend(asked.filter(|_| is_beginning).map(|entry| app.ask(entry)));
    } else {
        effects = marks::keep_place(app);
        app.reader = None;
        app.focus = Focus::List;
        app.lay_out();
    }
    app.say(overlay::problem(&app.locale, problem));
    effects
}
