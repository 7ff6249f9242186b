//! Who sent a mail, and for which publication: from the sender's name, the list's, and the habits of
//! the programs that send articles.

use crate::article::Metadata;
use crate::format::mime::Fields;
use crate::format::plain::facts;
use crate::format::publication;

/// Adds authors and source.
pub(super) fn read(fields: &Fields, metadata: &mut Metadata) {
    let senders: Vec<Mailbox> = ["from", "sender", "reply-to"]
        .iter()
        .map(|name| mailboxes(fields, name))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let names: Vec<String> = senders.iter().filter_map(|sender| sender.name.clone()).collect();
    let is_feed = fields.has_prefix("x-rss-");
    let list = fields.text("list-id").map(|text| list_name(&text));
    match names.as_slice() {
        [name] if is_feed => of_feed(name, metadata),
        [name] if list.is_some() || fields.has("list-unsubscribe") => {
            of_list(name, list.flatten(), metadata);
        }
        [name] if publication::is_publication(name) => metadata.source = Some(name.clone()),
        _ => metadata.authors = names,
    }
    if metadata.source.is_none() && metadata.authors.is_empty() {
        metadata.source = senders.into_iter().find_map(|sender| sender.address);
    }
}

/// rss2email writes `Feed: Author`, or the feed alone.
fn of_feed(name: &str, metadata: &mut Metadata) {
    let (source, author) = name.split_once(": ").map_or((name, None), |(s, a)| (s, Some(a)));
    metadata.source = Some(source.to_owned());
    metadata.authors = author.into_iter().map(str::to_owned).collect();
}

/// Newsletters come from `Author from Publication`, or from the publication; lists, from people.
fn of_list(name: &str, list: Option<String>, metadata: &mut Metadata) {
    let parted = [" from ", " via ", " at ", " من "].iter().find_map(|sign| name.split_once(sign));
    if let Some((author, source)) = parted.filter(|(author, _)| facts::is_person(author)) {
        metadata.authors = vec![author.to_owned()];
        metadata.source = Some(source.to_owned());
        return;
    }
    let is_person = facts::is_person(name) && !publication::is_publication(name);
    if is_person && list.is_some() {
        metadata.authors = vec![name.to_owned()];
    }
    metadata.source =
        if is_person { list.or(Some(name.to_owned())) } else { Some(name.to_owned()) };
}

/// The words before the list's identifier (RFC 2919).
fn list_name(text: &str) -> Option<String> {
    let name = text.split('<').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '"');
    let is_name =
        name.contains(char::is_alphabetic) && !name.contains(['@', '=']) && name.contains(' ');
    is_name.then(|| name.to_owned())
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Mailbox {
    name: Option<String>,
    address: Option<String>,
}

fn mailboxes(fields: &Fields, name: &str) -> Vec<Mailbox> {
    let text = fields.text(name).unwrap_or_default();
    split(&text).iter().map(|one| mailbox(one)).filter(|one| *one != Mailbox::default()).collect()
}

/// Parts at commas and semicolons that stand in no quotation, comment or address.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quoted, mut depth) = (false, 0_usize);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '<' | '(' if !quoted => depth += 1,
            '>' | ')' if !quoted => depth = depth.saturating_sub(1),
            ',' | ';' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

/// `"Name" <address>`, `address (Name)`, `address`, or a name alone.
fn mailbox(text: &str) -> Mailbox {
    let text = text.trim();
    let (before, address) = match text.rsplit_once('<') {
        Some((before, rest)) => (before, rest.split('>').next().unwrap_or_default()),
        None => match text.split_once('(') {
            Some((address, comment)) => (comment.split(')').next().unwrap_or_default(), address),
            None if text.contains('@') => ("", text),
            None => (text, ""),
        },
    };
    let name = before.replace("\\\"", "\"").replace('\\', "");
    let name = name.trim_matches(|c: char| c.is_whitespace() || "\"'".contains(c));
    let address = Some(address.trim()).filter(|address| !address.is_empty());
    // Some programs write the address for a name.
    let name = Some(name).filter(|name| !name.is_empty() && !name.contains('@'));
    Mailbox { name: name.map(str::to_owned), address: address.map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(header: &str) -> (Vec<String>, Option<String>) {
        let mut metadata = Metadata::default();
        read(&Fields::split(format!("{header}\n\n").as_bytes()).0, &mut metadata);
        (metadata.authors, metadata.source)
    }

    #[test]
    fn a_person_is_the_author() {
        for from in [
            "Ada Venn <ada@a.example>",
            "\"Ada Venn\" <ada@a.example>",
            "ada@a.example (Ada Venn)",
            "=?utf-8?Q?Ada?= =?utf-8?Q?_Venn?= <ada@a.example>",
        ] {
            assert_eq!(sent(&format!("From: {from}")), (vec!["Ada Venn".into()], None), "{from}");
        }
        assert_eq!(
            sent("From: \"Venn, Ada\" <a@a.example>, Tom Baraka <t@a.example>").0,
            ["Venn, Ada", "Tom Baraka"]
        );
    }

    #[test]
    fn an_address_alone_is_the_source() {
        assert_eq!(sent("From: <ada@a.example>"), (vec![], Some("ada@a.example".into())));
        assert_eq!(sent("From: ada@a.example"), (vec![], Some("ada@a.example".into())));
    }

    #[test]
    fn feeds_name_themselves_and_perhaps_the_author() {
        let feed = "X-RSS-Feed: https://a.example/feed\nFrom:";
        let both = (vec!["مريم الدوس".into()], Some("صحيفة المرفأ".into()));
        assert_eq!(sent(&format!("{feed} \"صحيفة المرفأ: مريم الدوس\" <a@a.example>")), both);
        assert_eq!(
            sent(&format!("{feed} \"Harbour\" <a@a.example>")),
            (vec![], Some("Harbour".into()))
        );
    }

    #[test]
    fn newsletters_and_lists_have_a_source() {
        let both = (vec!["Ada Venn".into()], Some("Tides and Times".into()));
        assert_eq!(
            sent("List-Unsubscribe: <x>\nFrom: Ada Venn from Tides and Times <a@a.example>"),
            both
        );
        let list = (vec!["Ada Venn".into()], Some("The harbour list".into()));
        assert_eq!(
            sent("List-ID: The harbour list <h.a.example>\nFrom: Ada Venn <a@a.example>"),
            list
        );
        assert_eq!(
            sent("List-ID: <7.a.example>\nList-Unsubscribe: <x>\nFrom: Morning Tide <a@a.example>")
                .1
                .as_deref(),
            Some("Morning Tide")
        );
    }
}
