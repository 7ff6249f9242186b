//! The text export of wallabag: many articles in one file, each title between two bars of a hundred
//! `=`, the text below wrapped at a hundred columns.

use crate::article::Article;
use crate::article::Metadata;
use crate::article::scrub;
use crate::format::finish;
use crate::format::plain;
use crate::format::plain::body;
use crate::format::plain::links;
use crate::format::plain::wrap::Measure;
use crate::format::{Document, Error, Format, Kind};

pub(in crate::format) const FORMAT: Format = Format {
    name: "wallabag-text",
    extensions: &[],
    about: "text exports of wallabag: many articles, parted by bars",
    kind: Kind::Text { recognises, read },
};

/// The length of a bar, and the measure of the text.
const WIDTH: usize = 100;

fn recognises(document: &Document) -> bool {
    let mut lines = document.text.lines().filter(|line| !line.trim().is_empty());
    let mut is_next = |wanted: bool| lines.next().is_some_and(|line| is_bar(line) == wanted);
    is_next(true) && is_next(false) && is_next(true)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let text = scrub(&document.text);
    let lines: Vec<&str> = text.lines().collect();
    let entries = entries(&lines);
    Ok(entries.into_iter().map(|(title, lines)| article(title, lines, document)).collect())
}

/// The titles and the lines under them. A bar begins an entry where a line and another bar follow;
/// any other is the text's own. The bar below a title begins nothing, though a text of one line and
/// the next entry's bar may follow.
fn entries<'a, 'b>(lines: &'b [&'a str]) -> Vec<(&'a str, &'b [&'a str])> {
    let mut heads: Vec<usize> = Vec::new();
    for at in 0..lines.len() {
        let is_free = heads.last().is_none_or(|last| at >= last + HEAD);
        if is_free && title(lines, at).is_some() {
            heads.push(at);
        }
    }
    let ends = heads.iter().skip(1).copied().chain([lines.len()]);
    let entry = |(&start, end): (&usize, usize)| {
        let title = title(lines, start)?;
        Some((title, lines.get(start + HEAD..end).unwrap_or_default()))
    };
    heads.iter().zip(ends).filter_map(entry).collect()
}

/// Bar, blank, title, blank, bar.
const HEAD: usize = 5;

fn title<'a>(lines: &[&'a str], at: usize) -> Option<&'a str> {
    let [above, _, title, _, below] = lines.get(at..at + HEAD)? else { return None };
    let is_head = is_bar(above) && is_bar(below) && !is_bar(title) && !title.trim().is_empty();
    is_head.then(|| title.trim())
}

fn is_bar(line: &str) -> bool {
    let line = line.trim_end();
    line.len() == WIDTH && line.chars().all(|sign| sign == '=')
}

fn article(title: &str, lines: &[&str], document: &Document) -> Article {
    let pieces = body::pieces(lines, Some(Measure::at(WIDTH)));
    let mut metadata = Metadata { title: title.to_owned(), ..Metadata::default() };
    plain::complete(&mut metadata, &pieces, document);
    let body = pieces.into_iter().map(|piece| piece.into_block(links::rich)).collect();
    finish::article(metadata, body)
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn each_title_between_bars_begins_an_article() {
        let bar = "=".repeat(100);
        let text = format!(
            "\n\n{bar}\n\nأمواج\n\n{bar}\n\nعادت القوارب.\n\nثم هدأ البحر.\n\n{bar}\n\nTides\n\n{bar}\n\nTwice a day.\n\n{bar}\n\nBoats\n\n{bar}\n\nBack."
        );
        let reading = format::read(&File::new("export.txt", text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "wallabag-text");
        let titles: Vec<_> =
            reading.parts.iter().map(|part| part.article.metadata.title.as_str()).collect();
        assert_eq!(titles, ["أمواج", "Tides", "Boats"]);
        assert_eq!(reading.parts[0].article.metadata.language.as_deref(), Some("ar"));
        assert_eq!(reading.parts[0].article.body.len(), 2);
    }

    #[test]
    fn a_text_with_a_bar_is_not_one() {
        let text = format!("Title\n{}\n\nText.", "=".repeat(100));
        let reading = format::read(&File::new("a.txt", text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "plain");
    }
}
