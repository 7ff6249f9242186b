//! Writing notes and tags in the bottom row, and marking passages.

use std::ops::Range;
use std::sync::Arc;

use crate::article::Offset;
use crate::library::Entry;
use crate::store::{Change, Content, Edit, NoteId, Quote};

use super::super::app::{App, Mode};
use super::super::field::Field;
use super::super::keymap::Key;
use super::super::own::Own;
use super::super::panes::Panes;
use super::super::reader::Reader;
use super::super::writing::{Purpose, Writing, tags};
use super::{Effect, copy, filter, marks};

/// A note on what is selected, else the note on the article, else a new one.
pub(super) fn note(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.subject() else { return Vec::new() };
    let writing = if let Some(quote) = selected(app) {
        Writing::new(entry.id.clone(), Purpose::Note(Some(quote)), "")
    } else if let Some((id, text)) = last_note(app, &entry) {
        Writing::new(entry.id.clone(), Purpose::Rewrite(id), &text)
    } else {
        Writing::new(entry.id.clone(), Purpose::Note(None), "")
    };
    app.mode = Mode::Write(Box::new(writing));
    Vec::new()
}

/// The last note on all of an article. Two texts of it are to be made one.
fn last_note(app: &App, entry: &Entry) -> Option<(NoteId, String)> {
    let notes = app.marks.notes(&entry.ids());
    let id = notes.iter().rfind(|note| note.content.quote.is_none())?.id;
    let texts = notes.iter().filter(|note| note.id == id).map(|note| note.content.text.as_str());
    Some((id, texts.collect::<Vec<_>>().join(" / ")))
}

/// The tags of an article.
pub(super) fn tag(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.subject() else { return Vec::new() };
    let comma = app.locale.text("list-comma");
    let tags = app.marks.tags(&entry.ids(), &entry.metadata.tags).into_iter();
    // What is typed behind them is one more.
    let text: String = tags.flat_map(|tag| [tag, comma.clone()]).collect();
    app.mode = Mode::Write(Box::new(Writing::new(entry.id.clone(), Purpose::Tags, &text)));
    Vec::new()
}

/// Marks what is selected, else the paragraph of the match, else the top one; what is marked already is
/// marked no more.
pub(super) fn highlight(app: &mut App) -> Vec<Effect> {
    let quote = selected(app).or_else(|| paragraph(app));
    let Some((entry, quote)) = app.subject().zip(quote) else {
        app.say(app.locale.text("passage-none"));
        return Vec::new();
    };
    let notes = app.marks.notes(&entry.ids());
    let is_it = |it: &&crate::store::Note<'_>| {
        it.content.quote.as_ref().is_some_and(|own| own.exact == quote.exact)
    };
    let known = notes.iter().find(is_it).map(|note| (note.id, note.content.text.is_empty()));
    match known {
        Some((id, true)) => {
            let change = app.marks.rewritten(id, None);
            keep(app, &entry, change.into_iter().collect(), "passage-unmarked")
        }
        Some((_, false)) => {
            app.say(app.locale.text("passage-noted"));
            Vec::new()
        }
        None => {
            let content = Content { text: String::new(), quote: Some(quote) };
            keep(app, &entry, vec![Change::Note(Box::new(Edit::new(content)))], "passage-marked")
        }
    }
}

/// What is selected of the text, where that can be seen.
fn selected(app: &App) -> Option<Quote> {
    let reader = seen(app)?;
    let selection =
        reader.selection.as_ref().filter(|_| reader.sees_selection(app.reader_rows()))?;
    Quote::of(&reader.article.text(), selection.in_body(&reader.article)?)
}

fn paragraph(app: &App) -> Option<Quote> {
    let reader = seen(app)?;
    let Range { start: Offset(start), end: Offset(end) } = copy::block(reader, app.reader_rows())?;
    Quote::of(&reader.article.text(), start..end)
}

/// The article that is in sight, where its text is the one that notes are kept for.
fn seen(app: &App) -> Option<&Reader> {
    let is_subject = |reader: &&Reader| app.subject().is_some_and(|entry| entry.is(reader.id()));
    let reader = app.reader.as_ref().filter(|_| Panes::of(app).reader.is_some());
    reader.filter(is_subject).filter(|reader| reader.choice.is_usual())
}

/// A key while something is being written.
pub(super) fn press(app: &mut App, key: &Key, typed: &str) -> Vec<Effect> {
    match (key.0.as_str(), typed) {
        ("Enter", _) => return accept(app),
        ("Esc" | "C-c", _) => app.mode = Mode::Browse,
        // Terminals that do not tell Ctrl-J from Enter tell Alt-Enter from it.
        ("A-Enter" | "S-Enter" | "C-j", _) => insert(app, "\n"),
        (name, "") => filter::edit_by(app, name),
        (_, typed) => insert(app, typed),
    }
    Vec::new()
}

pub(super) fn insert(app: &mut App, text: &str) {
    if let Mode::Write(writing) = &mut app.mode {
        writing.insert(text);
    }
}

/// The field that is being typed into.
pub(super) fn field(app: &mut App) -> Option<&mut Field> {
    match &mut app.mode {
        Mode::Filter(field) => Some(field),
        Mode::Write(writing) => Some(&mut writing.field),
        _ => None,
    }
}

/// Keeps what was written. A note without a word is removed.
pub(super) fn accept(app: &mut App) -> Vec<Effect> {
    let Mode::Write(writing) = std::mem::take(&mut app.mode) else { return Vec::new() };
    let text = writing.text();
    let text = text.trim();
    let Writing { article, purpose, before, .. } = *writing;
    let rows = app.list.shelf.named(&article);
    let entry = rows.first().and_then(|&row| app.list.shelf.entry(row));
    let entry = entry.or_else(|| app.asked.clone().filter(|asked| asked.is(&article)));
    let Some(entry) = entry.filter(|_| text != before.trim()) else { return Vec::new() };
    let content = |quote| Content { text: text.to_owned(), quote };
    match purpose {
        Purpose::Tags => {
            let changes = retagged(app, &entry, &tags(text));
            keep(app, &entry, changes, "tags-saved")
        }
        Purpose::Rewrite(id) => {
            let text = Some(text.to_owned()).filter(|text| !text.is_empty());
            let said = if text.is_some() { "note-saved" } else { "note-removed" };
            let change = app.marks.rewritten(id, text);
            keep(app, &entry, change.into_iter().collect(), said)
        }
        Purpose::Note(quote) => {
            let edit = Edit::new(content(quote));
            keep(app, &entry, vec![Change::Note(Box::new(edit))], "note-saved")
        }
    }
}

/// What makes these the tags of an article.
fn retagged(app: &App, entry: &Entry, wanted: &[String]) -> Vec<Change> {
    let now = app.marks.tags(&entry.ids(), &entry.metadata.tags);
    let has = |tags: &[String], tag: &String| {
        tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase())
    };
    let gone =
        now.iter().filter(|tag| !has(wanted, tag)).map(|tag| Change::Tag(tag.clone(), false));
    let new = wanted.iter().filter(|tag| !has(&now, tag)).map(|tag| Change::Tag(tag.clone(), true));
    gone.chain(new).collect()
}

fn keep(app: &mut App, entry: &Arc<Entry>, changes: Vec<Change>, said: &str) -> Vec<Effect> {
    if changes.is_empty() {
        return Vec::new();
    }
    marks::tell(app, app.locale.text(said));
    let mut effects: Vec<Effect> =
        changes.into_iter().flat_map(|change| marks::keep(app, entry, change)).collect();
    app.annotate();
    effects.extend(super::find::again(app));
    effects
}

impl App {
    /// Shows the open article's notes and tags as they are now.
    pub(super) fn annotate(&mut self) {
        let Some(entry) = self.asked.clone() else { return };
        let Some(reader) = self.reader.as_mut().filter(|reader| entry.is(reader.id())) else {
            return;
        };
        let own = Own { state: &self.marks, ids: &entry.ids(), tags: &entry.metadata.tags };
        // Where passages stand is told by all of the text.
        let is_whole = !reader.is_beginning();
        let remarks = if is_whole { own.remarks(&reader.article) } else { Vec::new() };
        reader.annotate(remarks, own.tags_line(&self.locale));
        self.lay_out();
    }
}
