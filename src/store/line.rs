//! One line of a journal: a JSON object, a space, the CRC-32 of the object in eight hexadecimal
//! digits.
//!
//! Plain text that can be searched and merged with any tool, yet no changed byte goes unseen. What
//! the check passes but this version does not understand comes from a later one: it is kept, it
//! counts in the numbering, it is not damage.

mod body;

use memchr::memmem;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::DeviceId;
use super::Event;
use body::Body;

const VERSION: u32 = 1;

/// No device has made so many changes: a greater number or time is mischief, and is not followed.
const MAX: u64 = 1 << 53;

/// How every line starts. Within the object no second `{"v":` can stand: JSON escapes quotes.
const START: &[u8] = br#"{"v":"#;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Record {
    /// Whose line it is, and its number there.
    pub(super) seq: Option<(DeviceId, u64)>,
    pub(super) lamport: u64,
    /// `None` when only a later version understands it, and where it tells of no event.
    pub(super) event: Option<Event>,
    /// Of the numbers up to this one, so many are lost; the rest need not be there any more.
    pub(super) settled: Option<u64>,
}

impl Record {
    /// Whether only a later version understands it.
    pub(super) const fn is_foreign(&self) -> bool {
        self.event.is_none() && self.settled.is_none()
    }
}

/// What was read from a line.
#[derive(Debug, Default)]
pub(super) struct Reading<'a> {
    /// One, unless the line is damaged.
    pub(super) records: Vec<Record>,
    /// The text of each record.
    pub(super) texts: Vec<&'a [u8]>,
    /// Whether some of the line fails the check.
    pub(super) is_damaged: bool,
}

/// Known to all versions.
#[derive(Deserialize)]
struct Head {
    v: u32,
    dev: DeviceId,
    seq: u64,
    lam: u64,
    from: Option<DeviceId>,
    settled: Option<u64>,
}

#[derive(Serialize)]
struct Line<T> {
    v: u32,
    dev: DeviceId,
    seq: u64,
    lam: u64,
    /// The device that has made the change, where that is not the journal's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<DeviceId>,
    #[serde(flatten)]
    body: T,
}

/// That all numbers up to this line's own are accounted for.
#[derive(Serialize)]
struct Settled {
    settled: u64,
}

/// The line for an event in the journal of `dev`, with its line feed.
pub(super) fn encode(event: &Event, dev: DeviceId, seq: u64) -> serde_json::Result<String> {
    let from = Some(event.device).filter(|&from| from != dev);
    let body = Body::of(event);
    sealed(&Line { v: VERSION, dev, seq, lam: event.lamport, from, body })
}

/// The line that accounts for all numbers up to `seq`: so many of them are `lost`.
pub(super) fn encode_settled(
    (dev, seq): (DeviceId, u64),
    lam: u64,
    lost: u64,
) -> serde_json::Result<String> {
    sealed(&Line { v: VERSION, dev, seq, lam, from: None, body: Settled { settled: lost } })
}

/// The object of a line that passes the check as it is told outside of journals: by whom the change
/// was made, without its number.
pub(super) fn object(line: &[u8]) -> Option<Map<String, Value>> {
    let mut object: Map<String, Value> = serde_json::from_slice(checked(line)?).ok()?;
    object.remove("seq");
    if let Some(from) = object.remove("from") {
        object.insert("dev".to_owned(), from);
    }
    Some(object)
}

/// What [`object`] gave, read again.
pub(super) fn read_object(object: &Map<String, Value>) -> serde_json::Result<Record> {
    let mut numbered = object.clone();
    numbered.insert("seq".to_owned(), 0.into());
    let json = serde_json::to_vec(&numbered)?;
    serde_json::from_slice::<Head>(&json)?;
    Ok(Record { seq: None, ..record(&json) })
}

/// The line for what [`object`] gave, in the journal of `dev`.
pub(super) fn encode_object(
    object: &Map<String, Value>,
    dev: DeviceId,
    seq: u64,
) -> serde_json::Result<String> {
    let mut body = object.clone();
    body.insert("seq".to_owned(), 0.into());
    let head: Head = serde_json::from_value(Value::Object(body.clone()))?;
    for name in ["v", "dev", "seq", "lam", "from"] {
        body.remove(name);
    }
    let from = Some(head.dev).filter(|&from| from != dev);
    sealed(&Line { v: head.v, dev, seq, lam: head.lam, from, body })
}

fn sealed<T: Serialize>(line: &Line<T>) -> serde_json::Result<String> {
    let json = serde_json::to_string(line)?;
    let check = crc32fast::hash(json.as_bytes());
    Ok(format!("{json} {check:08x}\n"))
}

/// Reads a line, given without its line feed.
///
/// When its end was lost the next line's object stands in it too, so a damaged line is searched for
/// records that pass the check by themselves.
pub(super) fn decode(line: &[u8]) -> Reading<'_> {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Reading::default();
    }
    if let Some(json) = checked(line) {
        return Reading { records: vec![record(json)], texts: vec![line], is_damaged: false };
    }
    let starts: Vec<usize> = memmem::find_iter(line, START).collect();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(&start, end)| line.get(start..end));
    let texts: Vec<&[u8]> = pieces.filter_map(salvaged).collect();
    let records = texts.iter().filter_map(|text| checked(text)).map(record).collect();
    Reading { records, texts, is_damaged: true }
}

/// The object in a line that passes the check.
fn checked(line: &[u8]) -> Option<&[u8]> {
    let (rest, digits) = line.split_last_chunk::<8>()?;
    let json = rest.strip_suffix(b" ")?;
    let check = str::from_utf8(digits).ok().and_then(|hex| u32::from_str_radix(hex, 16).ok())?;
    (crc32fast::hash(json) == check).then_some(json)
}

/// The record in a piece of a line that has something else after its check.
fn salvaged(piece: &[u8]) -> Option<&[u8]> {
    let end = memmem::rfind(piece, b"} ")? + b"} ".len() + 8;
    piece.get(..end).filter(|text| checked(text).is_some())
}

fn record(json: &[u8]) -> Record {
    let Ok(head) = serde_json::from_slice::<Head>(json) else { return Record::default() };
    let seq = Some((head.dev, head.seq)).filter(|&(_, seq)| seq <= MAX);
    if head.lam > MAX {
        return Record { seq, ..Record::default() };
    }
    let is_ours = head.v == VERSION;
    let settled = head.settled.filter(|_| is_ours);
    let body = is_ours.then(|| serde_json::from_slice::<Body>(json).ok()).flatten();
    let event = body.and_then(|body| body.into_event(head.from.unwrap_or(head.dev), head.lam));
    Record { seq, lamport: head.lam, event, settled }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::article::Offset;
    use crate::store::Change;
    use crate::store::Content;
    use crate::store::Edit;
    use crate::store::Label;
    use crate::store::Position;
    use crate::store::Quote;
    use crate::store::Sighting;
    use crate::store::State;
    use jiff::Timestamp;

    fn lines() -> Vec<(Event, String)> {
        let mut state = State::new(DeviceId::random());
        let label =
            Label { title: "} 12345678 {\"v\":1 صحيفة".into(), path: Some("/a b".into()) };
        let quote = Quote { exact: "a\nb".into(), at: Offset(3), ..Quote::default() };
        let note = Edit::new(Content { text: "one\ntwo".into(), quote: Some(quote) });
        let removed = Edit { over: vec![note.version], content: None, ..note.clone() };
        let seen = Sighting {
            identifier: Some("urn:uuid:1".into()),
            title: "T".into(),
            url: Some("https://example.org/a".into()),
            path: Some("/a/b.html".into()),
            member: Some("c.html".into()),
            size: Some(7),
            bytes: Some("0123456789abcdef".into()),
            published: Some(jiff::civil::date(2025, 3, 1)),
            words: 3,
            text: crate::article::Sketch::of("one two three"),
        };
        let changes = [
            Change::Bookmark(Some(label)),
            Change::Bookmark(None),
            Change::Read(true),
            Change::Position(Position { offset: Offset(9), progress: 100 }),
            Change::Tag("بحر".into(), true),
            Change::Note(Box::new(note)),
            Change::Note(Box::new(removed)),
            Change::Seen(Box::new(seen)),
            Change::Same(ArticleId::from("b"), false),
        ];
        let events = changes.map(|change| state.record(&ArticleId::from("a"), change));
        events
            .into_iter()
            .zip(1..)
            .map(|(e, seq)| (e.clone(), encode(&e, e.device, seq).unwrap()))
            .collect()
    }

    fn sealed(json: &str) -> String {
        format!("{json} {:08x}", crc32fast::hash(json.as_bytes()))
    }

    #[test]
    fn what_is_written_is_read() {
        for (event, line) in lines() {
            let reading = decode(line.as_bytes());
            assert!(!reading.is_damaged);
            assert_eq!(reading.records.len(), 1);
            assert_eq!(reading.records[0].event, Some(event), "{line}");
        }
    }

    #[test]
    fn a_line_reads_as_documented() {
        let (event, _) = lines().remove(2);
        let event = Event { at: Some(Timestamp::UNIX_EPOCH), ..event };
        let line = encode(&event, event.device, 7).unwrap();
        let device = event.device;
        let json = format!(
            r#"{{"v":1,"dev":"{device}","seq":7,"lam":3,"ts":"1970-01-01T00:00:00Z","op":"read","art":"a","on":true}}"#
        );
        assert_eq!(line, sealed(&json) + "\n");
    }

    #[test]
    fn records_around_a_lost_line_end_are_salvaged() {
        let text: String = lines().into_iter().map(|(_, line)| line.replace('\n', "~")).collect();
        let reading = decode(text.as_bytes());
        assert!(reading.is_damaged);
        assert!(reading.records.iter().all(|record| record.event.is_some()));
        assert_eq!(reading.records.len(), 9);
    }

    #[test]
    fn later_versions_and_unknown_operations_are_not_damage() {
        for json in [
            r#"{"v":2,"dev":"0000000a","seq":5,"lam":9,"new":[1]}"#,
            r#"{"v":1,"dev":"0000000a","seq":5,"lam":9,"op":"glow","art":"a","glow":"x"}"#,
            r#"{"v":1,"dev":"0000000a","seq":5,"lam":9,"op":"read","art":"a","on":"maybe"}"#,
        ] {
            let line = sealed(json);
            let reading = decode(line.as_bytes());
            assert!(!reading.is_damaged);
            let record = &reading.records[0];
            assert_eq!((record.seq, record.lamport), (Some((device(10), 5)), 9), "{json}");
            assert_eq!(record.event, None);
        }
    }

    #[test]
    fn a_number_out_of_this_world_is_not_followed() {
        let json = r#"{"v":1,"dev":"0000000a","seq":18446744073709551615,"lam":1,"op":"read","art":"a","on":true}"#;
        let record = decode(sealed(json).as_bytes()).records.remove(0);
        assert_eq!(record.seq, None);
        assert!(record.event.is_some());
    }

    #[test]
    fn titles_from_elsewhere_are_scrubbed() {
        let json = r#"{"v":1,"dev":"0000000a","seq":1,"lam":1,"op":"bookmark","art":"a","on":true,"title":"\u001b[31m"}"#;
        let event = decode(sealed(json).as_bytes()).records.remove(0).event.unwrap();
        let Change::Bookmark(Some(label)) = event.change else { panic!("a bookmark") };
        assert_eq!(label.title, "␛[31m");
    }

    fn device(number: u32) -> DeviceId {
        serde_json::from_str(&format!("\"{number:08x}\"")).unwrap()
    }
}
