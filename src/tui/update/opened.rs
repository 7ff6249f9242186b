//! An article that was asked for comes, or cannot be had.

use crate::article::{ArticleId, Offset};
use crate::library::{Part, Problem};
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
    let asked = app.asked.clone().filter(|asked| app.awaiting && asked.is(id));
    let Some(entry) = asked.filter(|_| app.choice(id) == choice) else { return Vec::new() };
    app.awaiting = false;
    let anchor = app.anchor.take();
    match result {
        Err(problem) => not_opened(app, id, &problem),
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
            app.awaiting = true;
            app.coming = Some(Box::new(reader));
            Vec::new()
        }
    }
}

fn show(app: &mut App, mut reader: Reader) -> Vec<Effect> {
    reader.find(&app.list.filter.query);
    app.reader = Some(reader);
    app.annotate();
    app.lay_out();
    if app.focus == Focus::Reader { marks::mark_read(app) } else { Vec::new() }
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

/// What cannot be read as it was chosen stays as it was; what cannot be read at all is told.
fn not_opened(app: &mut App, id: &ArticleId, problem: &Problem) -> Vec<Effect> {
    let is_it = |reader: &&Reader| app.asked.as_ref().is_some_and(|asked| asked.is(reader.id()));
    let shown = app.reader.as_ref().filter(is_it);
    if let Some(choice) = shown.map(|reader| reader.choice.clone()) {
        app.choices.insert(id.clone(), choice);
    } else {
        app.reader = None;
        app.focus = Focus::List;
        app.lay_out();
    }
    app.say(overlay::problem(&app.locale, problem));
    Vec::new()
}
