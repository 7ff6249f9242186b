//! A link as a file of its own, as desktops make them: `.url` of Windows, `.desktop` of Linux,
//! `.webloc` of the Macintosh.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::html;

pub(super) const FORMAT: Format = Format {
    name: "shortcut",
    extensions: &["url", "webloc"],
    about: "links as files: .url, .webloc, .desktop",
    kind: Kind::Text { recognises, read },
};

/// Shortcuts are small.
const LONGEST: usize = 16 << 10;

fn recognises(document: &Document) -> bool {
    let text = document.text.trim_start_matches('\u{feff}').trim_start();
    let is_entry = text.starts_with("[InternetShortcut]")
        || text.starts_with("[Desktop Entry]") && text.contains("Type=Link");
    let is_webloc = text.contains("<plist") && text.contains("<key>URL</key>");
    document.text.len() < LONGEST && (is_entry || text.starts_with('<') && is_webloc)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let value = |key: &str| {
        let lines = document.text.lines().map(str::trim);
        let value = lines.filter_map(|line| line.strip_prefix(key)?.strip_prefix('=')).next();
        value.map(|value| value.trim().to_owned())
    };
    let url = value("URL").or_else(|| value("URL[$e]")).or_else(|| webloc(&document.text));
    let title = value("Name").unwrap_or_else(|| document.stem().to_owned());
    articles(url.map(|url| Link { title, url, ..Link::default() }))
}

/// The text after the key in a property list.
fn webloc(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("<key>URL</key>")?;
    let (value, _) = rest.split_once("<string>")?.1.split_once("</string>")?;
    Some(html::unescape(value).trim().to_owned())
}
