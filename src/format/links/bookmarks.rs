//! Bookmarks in HTML: the file that all browsers and most services write since Netscape, folders in
//! folders, and the simpler lists of Pocket and Instapaper. The elements are not closed in such
//! files, so they are read tag by tag, not as a tree.

use super::{Document, Error, Format, Kind, Link, Shelf, articles, split};
use crate::article::Article;
use crate::article::Date;
use crate::format::html;
use crate::format::html::{Tag, next_tag};

pub(in crate::format) const NETSCAPE: Format = Format {
    name: "bookmarks",
    extensions: &[],
    about: "bookmarks of browsers, Pinboard, Shaarli, linkding, Shiori, Raindrop (HTML)",
    kind: Kind::Text { recognises: is_netscape, read },
};

pub(in crate::format) const POCKET_HTML: Format = Format {
    name: "pocket-html",
    extensions: &[],
    about: "Pocket's list of links (HTML)",
    kind: Kind::Text {
        recognises: |document| is_titled(document, "<title>pocket export</title>"),
        read,
    },
};

pub(in crate::format) const INSTAPAPER_HTML: Format = Format {
    name: "instapaper-html",
    extensions: &[],
    about: "Instapaper's list of links (HTML)",
    kind: Kind::Text {
        recognises: |document| is_titled(document, "<title>instapaper: export</title>"),
        read,
    },
};

/// Folders nested deeper are no reader's; the inner ones tell more.
const DEEPEST: usize = 16;

/// How many characters of a file are looked at to tell what it is.
const HEAD: usize = 1000;

/// Folders that browsers make by themselves; they say nothing about what is in them.
const OWN_FOLDERS: [&str; 9] = [
    "bookmarks bar",
    "bookmarks toolbar",
    "bookmarks menu",
    "other bookmarks",
    "mobile bookmarks",
    "favorites bar",
    "favourites bar",
    "favorites",
    "bookmarks",
];

fn is_markup(document: &Document) -> bool {
    document.text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

fn opening(document: &Document) -> String {
    let opening: String = document.text.trim_start_matches('\u{feff}').chars().take(HEAD).collect();
    opening.to_ascii_lowercase()
}

fn is_netscape(document: &Document) -> bool {
    is_markup(document)
        && opening(document).trim_start().starts_with("<!doctype netscape-bookmark-file-1")
}

fn is_titled(document: &Document, title: &str) -> bool {
    is_markup(document) && opening(document).contains(title)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let mut walk = Walk { html: &document.text, ..Walk::default() };
    let mut at = 0;
    while let Some(tag) = next_tag(walk.html, at) {
        at = walk.take(&tag);
    }
    articles(walk.links)
}

#[derive(Default)]
struct Walk<'a> {
    html: &'a str,
    links: Vec<Link>,
    /// The names of the open folders; one without a name is empty.
    folders: Vec<String>,
    /// The heading that the next folder is called by.
    heading: String,
    /// The shelf that a heading above the list has named.
    shelf: Option<Shelf>,
}

impl Walk<'_> {
    /// Takes a tag in; gives where to go on.
    fn take(&mut self, tag: &Tag) -> usize {
        if tag.is_end {
            if tag.is("dl") {
                self.folders.pop();
            }
            return tag.end;
        }
        match tag.name.to_ascii_lowercase().as_str() {
            "a" => {
                let (text, end) = self.text(tag.end, &["a"]);
                self.add(tag, &text);
                return end;
            }
            "h3" => {
                let is_own = |name: &str| tag.attribute(name).is_some();
                let (text, end) = self.text(tag.end, &["h3"]);
                let is_own =
                    is_own("PERSONAL_TOOLBAR_FOLDER") || is_own("UNFILED_BOOKMARKS_FOLDER");
                self.heading = if is_own { String::new() } else { text };
                return end;
            }
            "h1" | "h2" => {
                let (text, end) = self.text(tag.end, &["h1", "h2"]);
                self.shelf = Shelf::named(&text);
                return end;
            }
            "dd" => {
                let (text, end) = self.text(tag.end, &["dt", "dl", "dd", "/dl"]);
                if let Some(link) = self.links.last_mut().filter(|_| !text.is_empty()) {
                    link.given.note = Some(text);
                }
                return end;
            }
            "dl" => self.folders.push(std::mem::take(&mut self.heading)),
            _ => {}
        }
        tag.end
    }

    /// The text up to one of these tags, and where that is or, past the end tag, where it is over.
    fn text(&self, start: usize, until: &[&str]) -> (String, usize) {
        let mut at = start;
        let end = loop {
            let Some(tag) = next_tag(self.html, at) else {
                break (self.html.len(), self.html.len());
            };
            let is_it = |name: &str| match name.strip_prefix('/') {
                Some(name) => tag.is_end && tag.is(name),
                None => tag.is(name),
            };
            if until.iter().any(|name| is_it(name)) {
                let is_own_end = tag.is_end && !tag.is("dl");
                break (tag.start, if is_own_end { tag.end } else { tag.start });
            }
            at = tag.end;
        };
        let text = html::unescape(self.html.get(start..end.0).unwrap_or_default());
        (text.trim().to_owned(), end.1)
    }

    fn add(&mut self, tag: &Tag, title: &str) {
        let attribute = |name: &str| tag.attribute(name).map(html::unescape);
        let moment = |name: &str| moment(tag.attribute(name)?);
        let mut link = Link {
            title: title.to_owned(),
            url: attribute("href").unwrap_or_default(),
            saved: moment("add_date").or_else(|| moment("time_added")),
            tags: attribute("tags").map(|tags| split(&tags, &[','])).unwrap_or_default(),
            ..Link::default()
        };
        let outer = self.folders.len().saturating_sub(DEEPEST);
        for folder in self.folders.iter().skip(outer) {
            let is_telling = !OWN_FOLDERS.contains(&folder.to_lowercase().as_str());
            let is_new = !folder.is_empty() && is_telling && !link.tags.contains(folder);
            link.tags.extend(Some(folder.clone()).filter(|_| is_new));
        }
        if let Some(shelf) = self.shelf {
            shelf.mark(&mut link.given);
        }
        let is_set = |name: &str| tag.attribute(name).map(|value| value == "1" || value == "yes");
        link.given.read = is_set("toread").or(is_set("unread")).map(|yes| !yes).or(link.given.read);
        link.given.bookmarked = link.given.bookmarked.or(is_set("important")).or(is_set("starred"));
        self.links.push(link);
    }
}

/// Seconds since 1970; some write milliseconds or microseconds.
fn moment(number: &str) -> Option<Date> {
    let mut count: i64 = number.trim().parse().ok().filter(|&count| count > 0)?;
    while count > 100_000_000_000 {
        count /= 1000;
    }
    jiff::Timestamp::from_second(count).ok().map(Date::utc)
}
