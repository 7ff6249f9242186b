//! Mails, as files of their own: `.eml`, the files of a Maildir, what rss2email and feed2imap make of
//! feeds, newsletters.
//!
//! The header gives title, sender, date and address; the text is the best of the parts. What is
//! attached is named, not opened, unless it is all there is or a mail itself.

mod body;
mod flowed;
mod letter;
mod marks;
mod sender;

use super::Error;
use super::File;
use super::Format;
use super::Kind;
use super::Part;
use super::Reading;
use super::date;
use super::finish;
use super::html;
use super::mime::Entity;
use super::mime::Fields;
use super::plain::labels;
use crate::article::Article;
use crate::article::Date;
use crate::article::Metadata;

use body::Body;

pub(super) const FORMAT: Format = Format {
    name: "mail",
    extensions: &["eml"],
    about: "mails: .eml, Maildir (read and flagged stay so), rss2email, feed2imap, newsletters",
    kind: Kind::Bytes { recognises, read },
};

/// Only programs that send mail write these.
const CERTAIN: [&str; 7] = [
    "message-id",
    "received",
    "return-path",
    "delivered-to",
    "mime-version",
    "list-id",
    "content-transfer-encoding",
];

/// Any letter may begin with these.
const COMMON: [&str; 5] = ["from", "to", "date", "subject", "content-type"];

fn recognises(file: &File) -> bool {
    let (fields, _) = Fields::split(head(message(file.bytes)));
    let count = |names: &[&str]| names.iter().filter(|name| fields.has(name)).count();
    let address = fields.raw("from").is_some_and(|from| from.contains(&b'@'));
    let certain = count(&CERTAIN) + usize::from(fields.has_prefix("x-rss-")) + usize::from(address);
    let common = count(&COMMON);
    let is_sent = certain >= 1 && certain + common >= 3 && common >= 1;
    is_sent || (file.extension() == "eml" && certain + common >= 1)
}

/// As much as is looked at to tell what it is.
fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..64 << 10).unwrap_or(bytes)
}

/// Without empty lines, a byte order mark, or the line that parts the mails of an mbox.
pub(super) fn message(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_envelope = bytes.starts_with(b"From ") || bytes.starts_with(b">From ");
    let line =
        if is_envelope { memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1) } else { 0 };
    bytes.get(line..).unwrap_or_default()
}

fn read(file: &File) -> Result<Reading, Error> {
    let part = read_message(file.bytes, file)?;
    Ok(Reading { parts: vec![part], failures: Vec::new() })
}

/// Reads one mail of a file.
pub(super) fn read_message(bytes: &[u8], file: &File) -> Result<Part, Error> {
    let entity = Entity::read(message(bytes));
    let body = Body::read(&entity, file.wish.encoding);
    let encoding = body.encoding;
    let given = marks::given(&entity.fields, file.name);
    let article = article(&entity, body, file.name)?.with_given(given);
    Ok(Part { article, format: FORMAT.name, encoding, member: None })
}

fn article(entity: &Entity<'_>, body: Body, name: &str) -> Result<Article, Error> {
    let fields = &entity.fields;
    let mut metadata = Metadata {
        title: fields.text("subject").unwrap_or_default(),
        published: date(fields),
        url: url(fields).or(body.url),
        identifier: fields.text("message-id"),
        tags: tags(fields),
        ..Metadata::default()
    };
    sender::read(fields, &mut metadata);
    if body.blocks.is_empty() && metadata.title.is_empty() {
        return Err(Error::NoArticle("the mail has neither subject nor text"));
    }
    let mut blocks = body.blocks;
    html::without_headline(&mut blocks, &metadata.title);
    if metadata.title.is_empty() {
        let title = body.title.or_else(|| html::first_words(&blocks));
        metadata.title = title.unwrap_or_else(|| marks::without_flags(name).to_owned());
    }
    let text = html::letters(&metadata.title, &blocks);
    let declared = fields.text("content-language").into_iter().chain(body.language);
    let declared: Vec<String> = declared.collect();
    metadata.language = html::settle(declared.iter().map(String::as_str), &text);
    metadata.direction = html::direct(body.direction, metadata.language.as_deref(), &text);
    html::forget_language(&mut blocks, metadata.language.as_deref());
    Ok(finish::article(metadata, blocks))
}

/// When it was sent; where that is lost, when it was first received.
fn date(fields: &Fields) -> Option<Date> {
    let sent = fields.texts("date").find_map(|text| date::parse(&text));
    let received = || {
        let lines: Vec<String> = fields.texts("received").collect();
        let times = lines.iter().rev().filter_map(|line| line.rsplit_once(';'));
        times.map(|(_, time)| time).find_map(date::parse)
    };
    sent.or_else(|| fields.texts("resent-date").find_map(|text| date::parse(&text)))
        .or_else(received)
}

/// Where the article is: as the programs that turn feeds into mail say, and archives of lists.
fn url(fields: &Fields) -> Option<String> {
    const NAMES: [&str; 6] =
        ["x-rss-url", "x-rss-link", "x-rss-uri", "x-entry-url", "content-location", "archived-at"];
    let mut urls = NAMES.iter().filter_map(|name| fields.text(name));
    let url = urls.find_map(|url| {
        let url = url.trim_matches(['<', '>', ' ']).to_owned();
        html::is_web(&url).then_some(url)
    });
    let id = || fields.text("x-rss-id").filter(|id| html::is_web(id));
    url.or_else(id)
}

fn tags(fields: &Fields) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for name in ["x-rss-tags", "keywords", "x-keywords"] {
        let found = fields.texts(name).flat_map(|text| labels::entries(&text));
        tags.extend(found.filter(|tag| !tags.contains(tag)).collect::<Vec<_>>());
    }
    tags
}

#[cfg(test)]
mod tests;
