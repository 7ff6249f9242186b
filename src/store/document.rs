//! All of the state as one JSON document, and back: for moving house, for backups, for other programs.
//!
//! Every change keeps who made it and when in the order of things, so that taking a document in twice,
//! or one that is older than what is there, does no harm.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Event;
use super::line;

const FORMAT: &str = "sahifa-state";
const VERSION: u32 = 1;

/// What was read from a document.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) events: Vec<Event>,
    /// What only a later version understands.
    pub(super) foreign: Vec<Map<String, Value>>,
}

#[derive(Serialize, Deserialize)]
struct Whole {
    format: String,
    version: u32,
    changes: Vec<Map<String, Value>>,
}

/// Writes a document: these events, and the records that only a later version understands.
pub(super) fn write<'a>(
    events: &[Event],
    foreign: impl Iterator<Item = &'a [u8]>,
) -> io::Result<String> {
    let mut changes = Vec::new();
    for event in events {
        let line = line::encode(event, event.device, 0)?;
        changes.extend(line::object(line.trim_end().as_bytes()));
    }
    for object in foreign.filter_map(line::object) {
        // Copies of one journal have the same.
        if !changes.contains(&object) {
            changes.push(object);
        }
    }
    let whole = Whole { format: FORMAT.to_owned(), version: VERSION, changes };
    Ok(serde_json::to_string_pretty(&whole)?)
}

/// Reads a document; nothing of one that is damaged anywhere.
pub(super) fn read(text: &[u8]) -> io::Result<Document> {
    let whole: Whole = serde_json::from_slice(text)?;
    if whole.format != FORMAT {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "not a state of sahifa"));
    }
    let mut document = Document::default();
    for object in whole.changes {
        match line::read_object(&object)?.event {
            Some(event) => document.events.push(event),
            None => document.foreign.push(object),
        }
    }
    Ok(document)
}

/// Those of a document's foreign changes that are not among the records at hand.
pub(super) fn unknown<'a>(
    foreign: Vec<Map<String, Value>>,
    known: impl Iterator<Item = &'a [u8]>,
) -> Vec<Map<String, Value>> {
    let mut known: Vec<_> = known.filter_map(line::object).collect();
    let mut new = Vec::new();
    for object in foreign {
        if !known.contains(&object) {
            known.push(object.clone());
            new.push(object);
        }
    }
    new
}
