//! Copying: which text is meant, and what is said once it is copied.

use std::ops::Range;

use crate::article::{Offset, is_bidi_control};
use crate::terminal::clipboard::Landing;

use super::super::app::App;
use super::super::clip::{Clip, Kind};
use super::super::panes::Panes;
use super::super::reader::Reader;
use super::Effect;

/// What is selected; without that the block that the current match is in; without that the block at
/// the top of the pane. Only what is on screen counts: nobody copies what they do not see.
pub(super) fn paragraph(app: &mut App) -> Vec<Effect> {
    let height = app.reader_rows();
    let reader = match (Panes::of(app).reader, &app.reader) {
        (Some(_), Some(reader)) => reader,
        _ => return nothing_open(app),
    };
    if reader.sees_selection(height) {
        return selection(app);
    }
    let block = block(reader, height).map(|block| reader.article.excerpt(&block));
    let Some(text) = block.filter(|text| !text.is_empty()) else { return nothing_open(app) };
    copy(Kind::Paragraph, text)
}

/// What the mouse has selected.
pub(super) fn selection(app: &App) -> Vec<Effect> {
    let Some(reader) = &app.reader else { return Vec::new() };
    let text = reader.selection.as_ref().map(|selection| selection.text(&reader.article));
    text.map_or_else(Vec::new, |text| copy(Kind::Selection, text))
}

pub(super) fn article(app: &mut App) -> Vec<Effect> {
    let subject = app.subject().map(|entry| entry.id.clone());
    let open = app.reader.as_ref().filter(|reader| Some(reader.id()) == subject.as_ref());
    let Some(reader) = open else { return nothing_open(app) };
    let (article, title) = (&reader.article, &reader.article.metadata.title);
    let text = format!("{}\n\n{}\n", plain(title), article.excerpt(&article.extent()));
    copy(Kind::Article, text)
}

pub(super) fn title(app: &mut App) -> Vec<Effect> {
    let title = app.subject().map(|entry| plain(&entry.metadata.title));
    title.map_or_else(|| nothing_open(app), |title| copy(Kind::Title, title))
}

pub(super) fn told(app: &mut App, clip: &Clip, landing: &Landing) -> Vec<Effect> {
    app.say(clip.told(landing, &app.locale));
    Vec::new()
}

/// Hands a text on, unless there is none.
pub(super) fn copy(kind: Kind, text: String) -> Vec<Effect> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    vec![Effect::Copy(Clip { kind, text })]
}

/// The block of the match, or at the top.
pub(super) fn block(reader: &Reader, height: usize) -> Option<Range<Offset>> {
    let at_match = reader.current.filter(|_| reader.sees_match(height));
    let found = at_match.and_then(|index| reader.matches.get(index));
    let place = found.map(|found| Offset(found.start)).or_else(|| {
        // Under the last block stands the list of links.
        reader.page.offset_at(reader.top).or(Some(reader.article.extent().end))
    });
    reader.article.block_at(place?)
}

fn nothing_open(app: &mut App) -> Vec<Effect> {
    app.say(app.locale.text("copy-nothing-open"));
    Vec::new()
}

fn plain(text: &str) -> String {
    text.chars().filter(|&c| !is_bidi_control(c)).collect()
}
