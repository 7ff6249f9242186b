//! What was marked in an article that Omnivore exported: `highlights/SLUG.md`, quotations with labels
//! and remarks below them.
//!
//! Nothing in such a file says what it is but its shape and its name: every passage is a quotation
//! that ends in a space, and a slug ends in the hour of saving.

use crate::article::Article;
use crate::article::Direction;
use crate::article::Given;
use crate::article::Highlight;
use crate::article::Metadata;
use crate::article::scrub;
use crate::format::finish;
use crate::format::{Document, Error, Format, Kind};

pub(in crate::format) const FORMAT: Format = Format {
    name: "omnivore-highlights",
    extensions: &[],
    about: "the passages marked in an article of an Omnivore export",
    kind: Kind::Text { recognises, read },
};

/// The length of the hour of saving at the end of a slug: milliseconds since 1970, in hexadecimal.
const HOUR: usize = 11;

fn recognises(document: &Document) -> bool {
    let is_slug = document.extension() == "md" && title(document.stem()).is_some();
    is_slug && document.text.starts_with("> ") && {
        let mut quotes = document.text.split("\n\n").filter(|group| group.starts_with('>'));
        quotes.all(|quote| quote.ends_with(' '))
    }
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let Some(title) = title(document.stem()) else {
        return Err(Error::NoArticle("its name is not one of Omnivore's"));
    };
    let given = Given { highlights: highlights(&scrub(&document.text)), ..Given::default() };
    if given.highlights.is_empty() {
        return Err(Error::NoArticle("no passage is marked in it"));
    }
    let direction = Direction::of(&title).unwrap_or_default();
    let metadata = Metadata { title, direction, ..Metadata::default() };
    let mut article = finish::article(metadata, Vec::new()).with_given(given);
    article.text_in.push(format!("../content/{}.html", document.stem()));
    Ok(vec![article])
}

/// The words of a slug; `None` where it is none.
fn title(slug: &str) -> Option<String> {
    let (words, hour) = slug.rsplit_once('-')?;
    let is_hex = |c: char| c.is_ascii_digit() || matches!(c, 'a'..='f');
    let is_slug = hour.len() == HOUR && hour.chars().all(is_hex) && !words.contains(' ');
    is_slug.then(|| words.replace('-', " "))
}

/// Quotations, and under each the remark that belongs to it; labels are Omnivore's own.
fn highlights(text: &str) -> Vec<Highlight> {
    let mut highlights: Vec<Highlight> = Vec::new();
    for group in text.split("\n\n").map(str::trim).filter(|group| !group.is_empty()) {
        if group.starts_with('>') {
            let lines = group.lines().map(|line| line.trim_start_matches('>').trim());
            let quote = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
            highlights.push(Highlight { quote, remark: None });
        } else if let Some(last) = highlights.last_mut().filter(|_| !is_labels(group)) {
            let remark = last.remark.take().map_or_else(String::new, |remark| remark + "\n");
            last.remark = Some(remark + group);
        }
    }
    highlights
}

fn is_labels(group: &str) -> bool {
    group.split_whitespace().all(|word| word.starts_with('#') && word.len() > 1)
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn passages_and_remarks_are_read() {
        let text = "> عادت القوارب\n> عند الفجر \n\n#بحر #مدن\n\nيُراجع\n\n> ثم هدأ البحر ";
        let file = File::new("old-harbour-192da4f0c1b.md", text.as_bytes());
        let part = format::read(&file).unwrap().parts.remove(0);
        assert_eq!(part.format, "omnivore-highlights");
        assert_eq!(part.article.metadata.title, "old harbour");
        let highlights = &part.article.given.highlights;
        assert_eq!(highlights[0].quote, "عادت القوارب عند الفجر");
        assert_eq!(highlights[0].remark.as_deref(), Some("يُراجع"));
        assert_eq!((highlights[1].quote.as_str(), &highlights[1].remark), ("ثم هدأ البحر", &None));
        assert_eq!(part.article.text_in, ["../content/old-harbour-192da4f0c1b.html"]);
    }

    #[test]
    fn a_note_that_begins_with_a_quotation_is_markdown() {
        for name in ["note.md", "old-harbour-192da4f0c1b.md"] {
            let file = File::new(name, b"> He came.\n\n**And** left. # No\n\n> Then");
            assert_eq!(format::read(&file).unwrap().parts[0].format, "markdown", "{name}");
        }
    }
}
