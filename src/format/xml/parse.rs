//! From text to the tree, on quick-xml's events. Where it cannot go on, the sign that stopped it is
//! text and reading starts anew behind it.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Tree;
use super::build::Builder;

/// How many bytes may be read in vain, all restarts together: what never ends is looked for to the
/// end of the file each time.
const MAX_WASTE: usize = 64 << 20;

/// What begins with the root's name, behind its `<`.
pub(super) fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(is_blank);
    loop {
        rest = rest.strip_prefix('<')?;
        let after = if let Some(comment) = rest.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if rest.starts_with('?') {
            rest.split_once('>')?.1
        } else if rest.starts_with('!') {
            after_doctype(rest)?
        } else {
            return rest.starts_with(is_name_start).then_some(rest);
        };
        rest = after.trim_start_matches(is_blank);
    }
}

/// What follows on a document type declaration, which may hold declarations of its own.
fn after_doctype(rest: &str) -> Option<&str> {
    let (head, after) = rest.split_once('>')?;
    if !head.contains('[') {
        return Some(after);
    }
    rest.split_once(']')?.1.split_once('>').map(|(_, after)| after)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c.is_control()
}

fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

/// The tree of a text.
pub(super) fn tree(text: &str) -> Tree<'_> {
    let mut rest = text.trim_start_matches(is_blank);
    let mut builder = Builder::default();
    let mut waste = 0;
    while !rest.is_empty() && waste < MAX_WASTE && !builder.is_full() {
        let stop = read(rest, &mut builder);
        waste += stop.waste;
        rest = rest.get(stop.at..).unwrap_or_default();
        if let Some(cdata) = rest.strip_prefix("<![CDATA[") {
            builder.text(cdata.into());
            break;
        }
        let Some(after) = rest.strip_prefix('<') else { break };
        // A declaration or a comment that never ends is passed over up to the next tag.
        if after.starts_with(['!', '?']) {
            let next = after.find('<').unwrap_or(after.len());
            rest = after.get(next..).unwrap_or_default();
        } else {
            builder.text("<".into());
            rest = after;
        }
    }
    builder.finish()
}

/// Where reading stopped, and how much was read beyond in vain.
struct Stop {
    at: usize,
    waste: usize,
}

/// Reads as far as possible.
fn read<'a>(text: &'a str, builder: &mut Builder<'a>) -> Stop {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let mut at = 0;
    while !builder.is_full() {
        let event = reader.read_event();
        let end = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let Some(own) = text.get(at..end) else { break };
        match event {
            Ok(Event::Eof) => break,
            Ok(event) if take(&event, own, builder) => at = end,
            Ok(_) => return Stop { at, waste: own.len() },
            Err(_) => return Stop { at, waste: text.len().saturating_sub(at) },
        }
    }
    Stop { at: text.len(), waste: 0 }
}

/// Takes an event with the text it was read from; `false` when that is no mark-up.
fn take<'a>(event: &Event<'_>, own: &'a str, builder: &mut Builder<'a>) -> bool {
    match event {
        Event::Start(_) | Event::Empty(_) => {
            let tag = own.strip_prefix('<').and_then(|tag| tag.strip_suffix('>'));
            let tag = tag.filter(|tag| tag.starts_with(is_name_start));
            return tag.inspect(|tag| builder.start(tag)).is_some();
        }
        Event::End(tag) => builder.end(tag.name().0),
        Event::Text(_) => builder.text(own.into()),
        Event::CData(_) => {
            let inside = own.strip_prefix("<![CDATA[").and_then(|own| own.strip_suffix("]]>"));
            builder.text(inside.unwrap_or_default().into());
        }
        Event::GeneralRef(name) => builder.reference(name),
        Event::DocType(_) => builder.declare(own),
        _ => {}
    }
    true
}
