//! Plain text, as newspapers and agencies send it and as people save it.
//!
//! Nothing marks what is what, so each part has a module that judges by what such files have in
//! common: the lines about the article at top and bottom, the agency and the place that open the
//! report, the lines that were wrapped and those that were meant. What is not certain stays text:
//! nothing of the body is lost but a headline, and lines above it that became metadata.

pub(super) mod body;
pub(super) mod facts;
pub(super) mod footer;
pub(super) mod headline;
pub(super) mod labels;
pub(super) mod lead;
pub(super) mod line;
pub(super) mod links;
pub(super) mod preamble;
pub(super) mod wrap;

mod header;
mod list;

use super::Document;
use super::Error;
use super::Format;
use super::Kind;
use super::finish;
use super::language;
use crate::article::Article;
use crate::article::Direction;
use crate::article::Metadata;
use crate::article::is_rtl_language;
use crate::article::scrub;

use body::Piece;
use lead::Lead;

pub(super) const FORMAT: Format = Format {
    name: "plain",
    extensions: &["txt", "text"],
    about: "plain text, hard-wrapped or not, with or without the lines that agencies add",
    // The last resort: it recognises nothing, and takes what nobody else does.
    kind: Kind::Text { recognises: |_| false, read },
};

pub(super) fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let text = scrub(&document.text);
    let lines: Vec<&str> = text.lines().collect();
    let header = header::read(&lines);
    let pieces = body::pieces(&header.body, None);
    let mut metadata = header.metadata;
    footer::read(&header.body, &mut metadata);
    metadata.published = metadata.published.or(document.dated_stem().0);
    complete(&mut metadata, &pieces, document);
    let body = pieces.into_iter().map(|piece| piece.into_block(links::rich)).collect();
    Ok(vec![finish::article(metadata, body)])
}

/// Adds what the words of the report tell: the agency and the place that open it, the language; and
/// a title, if there is none.
pub(super) fn complete(metadata: &mut Metadata, pieces: &[Piece], document: &Document) {
    let mut words = pieces.iter().filter_map(Piece::prose);
    let lede = words.find(|text| line::has_letters(text));
    let lead = lede.and_then(lead::read);
    if let Some(lead) = &lead {
        add_lead(metadata, lead);
    }
    add_language(metadata, pieces);
    if metadata.title.is_empty() {
        metadata.title = title(lead.map(|lead| lead.rest).or(lede), document);
    }
}

/// A headline of the first words; else the file's name; else whatever signs there are.
fn title(opening: Option<&str>, document: &Document) -> String {
    if let Some(opening) = opening {
        return headline::of(opening);
    }
    let name = document.dated_stem().1.replace(['-', '_'], " ");
    if line::has_letters(&name) { name } else { headline::of(scrub(&document.text).trim()) }
}

/// What the opening of the report tells, where nothing better did.
fn add_lead(metadata: &mut Metadata, lead: &Lead) {
    metadata.source = metadata.source.take().or(lead.source.map(str::to_owned));
    metadata.dateline = metadata.dateline.take().or(lead.place.map(str::to_owned));
    metadata.published = metadata.published.or(lead.date);
}

/// The language of the text, and the direction that it is written in.
fn add_language(metadata: &mut Metadata, pieces: &[Piece]) {
    let texts = pieces.iter().filter_map(Piece::text).chain([metadata.title.as_str()]);
    let language = language::of_lines(texts.clone());
    let direction = match language {
        Some(language) if is_rtl_language(language) => Direction::Rtl,
        _ => Direction::of_all(texts).unwrap_or_default(),
    };
    metadata.language = language.map(str::to_owned);
    metadata.direction = direction;
}

#[cfg(test)]
mod tests;
