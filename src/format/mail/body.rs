//! The text of a mail: of alternatives the richest, of a mixture all that is to be shown; mails in it
//! below their own headlines; names of what is attached.

use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Marker;
use crate::article::Nest;
use crate::article::Rich;
use crate::format::date;
use crate::format::mime::Entity;
use crate::format::mime::Part;

use super::flowed;
use super::flowed::Flow;
use super::letter;

/// The text, and what it tells of itself.
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    pub(super) encoding: &'static str,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) direction: Option<Direction>,
    pub(super) url: Option<String>,
    /// What is attached: its name, and whether it is a picture.
    attached: Vec<(String, bool)>,
    /// The encoding that a person asked for.
    wished: Option<&'static str>,
}

impl Body {
    /// Reads the parts of a mail.
    pub(super) fn read(entity: &Entity<'_>, wished: Option<&'static str>) -> Self {
        let mut body = Self {
            blocks: Vec::new(),
            encoding: "UTF-8",
            title: None,
            language: None,
            direction: None,
            url: None,
            attached: Vec::new(),
            wished,
        };
        body.add(entity);
        if body.blocks.is_empty() {
            body.attached.clear();
            body.add_attached(entity);
        }
        flowed::trim(&mut body.blocks);
        body.name_attachments();
        body
    }

    fn add(&mut self, entity: &Entity<'_>) {
        match &entity.part {
            Part::Message(message) => self.message(message),
            Part::Parts(parts) => match entity.kind.as_str() {
                "multipart/alternative" => self.alternative(parts),
                "multipart/related" => self.related(entity, parts),
                "multipart/signed" => parts.iter().take(1).for_each(|part| self.add(part)),
                _ => parts.iter().for_each(|part| self.add(part)),
            },
            Part::Bytes(_) if entity.is_attachment() || !is_text(&entity.kind) => {
                self.attachment(entity);
            }
            Part::Bytes(_) => self.text(entity),
        }
    }

    /// The last is the richest (RFC 2046, 5.1.4), but a page is better than any kind that is not
    /// known, then the longest plain text, and what is empty is no alternative.
    fn alternative(&mut self, parts: &[Entity<'_>]) {
        let before = self.blocks.len();
        let (pages, mut others): (Vec<_>, Vec<_>) =
            parts.iter().rev().partition(|part| has_page(part));
        others.sort_by_key(|part| (part.kind != "text/plain", std::cmp::Reverse(part.size())));
        for part in pages.into_iter().chain(others) {
            self.add(part);
            if self.blocks.len() > before {
                return;
            }
        }
    }

    /// The page, or the part that is named as the first; the others are its pictures.
    fn related(&mut self, entity: &Entity<'_>, parts: &[Entity<'_>]) {
        let start = entity.parameter("start");
        let is_start =
            |part: &&Entity<'_>| start.is_some() && part.fields.text("content-id") == start;
        let root = parts.iter().find(is_start).or_else(|| parts.first());
        let before = self.blocks.len();
        root.into_iter().for_each(|part| self.add(part));
        if self.blocks.len() == before {
            parts.iter().skip(1).for_each(|part| self.add(part));
        } else {
            parts.iter().filter(|part| part.is_attachment()).for_each(|part| self.attachment(part));
        }
    }

    /// A mail that was sent on: below a rule, headed by its subject.
    fn message(&mut self, message: &Entity<'_>) {
        let subject = message.fields.text("subject");
        self.title = self.title.take().or_else(|| subject.clone());
        if !self.blocks.is_empty() {
            self.blocks.push(Block::new(Content::Rule));
        }
        self.blocks.extend(subject.map(|subject| Block::heading(2, subject.as_str())));
        let sent = message.fields.text("date").and_then(|sent| date::parse(&sent));
        let sent = sent.map(|sent| sent.to_day().to_string());
        let line: Vec<String> = message.fields.text("from").into_iter().chain(sent).collect();
        if !line.is_empty() {
            self.blocks.push(Block::paragraph(line.join(" · ").as_str()));
        }
        self.add(message);
    }

    fn text(&mut self, entity: &Entity<'_>) {
        let Some((text, encoding)) =
            entity.text(self.wished).filter(|(text, _)| !text.trim().is_empty())
        else {
            return;
        };
        if self.blocks.is_empty() {
            self.encoding = encoding;
        }
        if is_page(entity) {
            let base = entity.fields.text("content-location");
            let letter = letter::read(&text, base.as_deref());
            self.blocks.extend(letter.blocks);
            self.title = self.title.take().or(letter.title);
            self.language = self.language.take().or(letter.language);
            self.direction = self.direction.or(letter.direction);
            self.url = self.url.take().or(letter.url);
        } else {
            self.blocks.extend(flowed::blocks(&text, flow(entity)));
        }
    }

    fn attachment(&mut self, entity: &Entity<'_>) {
        let is_picture = entity.kind.starts_with("image/");
        if let Some(name) = entity.file_name() {
            self.attached.push((name, is_picture));
        }
    }

    /// What is attached to a mail that has no text of its own.
    fn add_attached(&mut self, entity: &Entity<'_>) {
        match &entity.part {
            Part::Message(message) => self.add_attached(message),
            Part::Parts(parts) => parts.iter().for_each(|part| self.add_attached(part)),
            Part::Bytes(_) if is_text(&entity.kind) => self.text(entity),
            Part::Bytes(_) => self.attachment(entity),
        }
    }

    fn name_attachments(&mut self) {
        for (name, is_picture) in std::mem::take(&mut self.attached) {
            let text = Rich::plain(&name);
            self.blocks.push(if is_picture {
                Block::new(Content::Figure { caption: text, url: None })
            } else {
                let nest = vec![Nest::Item(Marker::Bullet)];
                Block { nest, ..Block::paragraph(text) }
            });
        }
    }
}

/// Kinds of text that are for programs.
const FOREIGN: [&str; 8] = [
    "text/calendar",
    "text/css",
    "text/javascript",
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/rtf",
    "text/csv",
];

fn is_text(kind: &str) -> bool {
    let is_text = kind.starts_with("text/") || kind == "message/delivery-status";
    (is_text && !FOREIGN.contains(&kind)) || is_page_kind(kind)
}

fn is_page_kind(kind: &str) -> bool {
    matches!(kind, "text/html" | "application/xhtml+xml")
}

fn is_page(entity: &Entity<'_>) -> bool {
    is_page_kind(&entity.kind)
}

fn has_page(entity: &Entity<'_>) -> bool {
    match &entity.part {
        Part::Parts(parts) => parts.iter().any(has_page),
        _ => is_page(entity),
    }
}

fn flow(entity: &Entity<'_>) -> Flow {
    let is = |name: &str, value: &str| {
        entity.parameter(name).is_some_and(|own| own.eq_ignore_ascii_case(value))
    };
    match (is("format", "flowed"), is("delsp", "yes")) {
        (true, true) => Flow::SoftDeleted,
        (true, false) => Flow::Soft,
        (false, _) => Flow::Fixed,
    }
}
