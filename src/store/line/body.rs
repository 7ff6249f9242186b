//! What a line says of an event: one operation for each kind of change, and the fields that it needs.
//!
//! The journals may come from anywhere, so what is shown from them is scrubbed when it is read.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::article::Offset;
use crate::article::{scrub, scrub_line};
use crate::store::Change;
use crate::store::Content;
use crate::store::DeviceId;
use crate::store::Edit;
use crate::store::Event;
use crate::store::Label;
use crate::store::NoteId;
use crate::store::Position;
use crate::store::Quote;
use crate::store::Sighting;

/// Defines [`Body`]: fields that are left out where there is nothing to say.
macro_rules! body {
    ($($(#[$about:meta])* $field:ident: $type:ty,)*) => {
        #[derive(Default, Serialize, Deserialize)]
        #[serde(default)]
        pub(super) struct Body {
            #[serde(skip_serializing_if = "Option::is_none")]
            ts: Option<String>,
            op: String,
            art: ArticleId,
            $($(#[$about])* #[serde(skip_serializing_if = "Option::is_none")] $field: Option<$type>,)*
        }
    };
}

body! {
    on: bool,
    title: String,
    path: String,
    offset: usize,
    progress: u8,
    tag: String,
    note: String,
    /// The version of a note.
    edit: String,
    /// The versions that it was written over.
    over: Vec<String>,
    text: String,
    quote: String,
    prefix: String,
    suffix: String,
    url: String,
    identifier: String,
    member: String,
    size: u64,
    /// A hash of a file's bytes.
    bytes: String,
    published: String,
    words: usize,
    /// The sketch of a text.
    like: String,
    /// The other name of an article.
    same: ArticleId,
}

impl Body {
    pub(super) fn of(event: &Event) -> Self {
        let ts = event.at.map(|at| at.to_string());
        let blank = Self { ts, art: event.article.clone(), ..Self::default() };
        match &event.change {
            Change::Bookmark(label) => Self {
                op: "bookmark".to_owned(),
                on: Some(label.is_some()),
                title: label.as_ref().map(|label| label.title.clone()),
                path: label.as_ref().and_then(|label| text(label.path.as_ref())),
                ..blank
            },
            Change::Read(on) => Self { op: "read".to_owned(), on: Some(*on), ..blank },
            Change::Position(position) => Self {
                op: "position".to_owned(),
                offset: Some(position.offset.0),
                progress: Some(position.progress),
                ..blank
            },
            Change::Tag(tag, on) => {
                Self { op: "tag".to_owned(), on: Some(*on), tag: Some(tag.clone()), ..blank }
            }
            Change::Note(edit) => blank.with_note(edit),
            Change::Seen(seen) => blank.with_sighting(seen),
            Change::Same(other, on) => {
                Self { op: "same".to_owned(), on: Some(*on), same: Some(other.clone()), ..blank }
            }
        }
    }

    fn with_note(self, edit: &Edit) -> Self {
        let over = edit.over.iter().map(ToString::to_string).collect();
        let quote = edit.content.as_ref().and_then(|content| content.quote.as_ref());
        Self {
            op: "note".to_owned(),
            note: Some(edit.note.to_string()),
            edit: Some(edit.version.to_string()),
            over: Some(over).filter(|over: &Vec<String>| !over.is_empty()),
            text: edit.content.as_ref().map(|content| content.text.clone()),
            quote: quote.map(|quote| quote.exact.clone()),
            prefix: quote.map(|quote| quote.prefix.clone()),
            suffix: quote.map(|quote| quote.suffix.clone()),
            offset: quote.map(|quote| quote.at.0),
            ..self
        }
    }

    fn with_sighting(self, seen: &Sighting) -> Self {
        Self {
            op: "seen".to_owned(),
            title: Some(seen.title.clone()),
            url: seen.url.clone(),
            identifier: seen.identifier.clone(),
            path: text(seen.path.as_ref()),
            member: seen.member.clone(),
            size: seen.size,
            bytes: seen.bytes.clone(),
            published: seen.published.map(|day| day.to_string()),
            words: Some(seen.words),
            like: Some(seen.text.to_string()).filter(|like| !like.is_empty()),
            ..self
        }
    }

    pub(super) fn into_event(self, device: DeviceId, lamport: u64) -> Option<Event> {
        let at = self.ts.as_ref().and_then(|at| at.parse::<Timestamp>().ok());
        let article = self.art.clone();
        let change = match self.op.as_str() {
            "bookmark" => Change::Bookmark(self.on?.then(|| Label {
                title: scrub_line(&self.title.unwrap_or_default()),
                path: self.path.map(PathBuf::from),
            })),
            "read" => Change::Read(self.on?),
            "position" => Change::Position(Position {
                offset: Offset(self.offset?),
                progress: self.progress.unwrap_or_default().min(100),
            }),
            "tag" => Change::Tag(tag(&self.tag?)?, self.on?),
            "note" => Change::Note(Box::new(self.into_edit()?)),
            "seen" => Change::Seen(Box::new(self.into_sighting())),
            "same" => Change::Same(self.same?, self.on?),
            _ => return None,
        };
        Some(Event { lamport, device, at, article, change })
    }

    fn into_edit(self) -> Option<Edit> {
        let id = |digits: &String| digits.parse::<NoteId>().ok();
        let quote = self.quote.map(|exact| Quote {
            exact: scrub(&exact),
            prefix: scrub(&self.prefix.unwrap_or_default()),
            suffix: scrub(&self.suffix.unwrap_or_default()),
            at: Offset(self.offset.unwrap_or_default()),
        });
        Some(Edit {
            note: self.note.as_ref().and_then(id)?,
            version: self.edit.as_ref().and_then(id)?,
            over: self.over.unwrap_or_default().iter().filter_map(id).collect(),
            content: self.text.map(|text| Content { text: scrub(&text), quote }),
        })
    }

    fn into_sighting(self) -> Sighting {
        Sighting {
            title: scrub_line(&self.title.unwrap_or_default()),
            url: self.url.map(|url| scrub_line(&url)),
            identifier: self.identifier.map(|identifier| scrub_line(&identifier)),
            path: self.path.map(PathBuf::from),
            member: self.member,
            size: self.size,
            bytes: self.bytes,
            published: self.published.and_then(|day| day.parse().ok()),
            words: self.words.unwrap_or_default(),
            text: self.like.and_then(|like| like.parse().ok()).unwrap_or_default(),
        }
    }
}

/// A tag that can be shown and named: one line, not empty.
fn tag(tag: &str) -> Option<String> {
    Some(scrub_line(tag)).filter(|tag| !tag.is_empty())
}

/// A path, where it is Unicode: others cannot be written in JSON.
fn text(path: Option<&PathBuf>) -> Option<String> {
    Some(path?.to_str()?.to_owned())
}
