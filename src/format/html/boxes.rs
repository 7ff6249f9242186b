//! What stands in an article and is not of it: the lines under the headline that became metadata,
//! boxes of links ("Read also"), invitations to a newsletter, a caption said twice.
//!
//! Only what can be nothing else is taken off, and never the last of the text.

mod lines;
mod signs;
mod tail;
mod words;

use super::super::byline;
use super::super::date;
use super::super::letters;
use super::super::plain::facts;
use super::super::plain::facts::Fact;
use crate::article::Block;
use crate::article::Content;
use crate::article::Date;
use crate::article::Metadata;
use crate::article::Rich;
use crate::article::Style;
use words::INVITATIONS;
use words::RELATED;

/// Blocks under the headline that may be about the article.
const HEAD: usize = 8;

/// A line of longer text is prose.
const SHORT: usize = 110;

/// What a box is headed by is not longer.
const LABEL: usize = 60;

/// Takes off all of it; what the lines under the headline tell is added where nothing told it.
pub(super) fn take_off(body: &mut Vec<Block>, metadata: &mut Metadata) {
    head(body, metadata);
    related(body);
    invitations(body);
    repeated_captions(body);
    signs::take_off(body);
    lines::take_off(body);
    tail::take_off(body, &metadata.authors);
}

/// The lines under the headline: date, byline, how long it takes to read.
fn head(body: &mut Vec<Block>, metadata: &mut Metadata) {
    let prose = body.iter().take(HEAD).position(is_prose).unwrap_or(0);
    let mut at = 0;
    let mut after_author = false;
    let dates = body.iter().filter(|block| dated_heading(block).is_some()).count();
    for _ in 0..prose {
        // Where several headings are days, the text is a diary.
        if let Some(day) = body.get(at).and_then(dated_heading).filter(|_| dates == 1) {
            add(&day, metadata);
            body.remove(at);
            continue;
        }
        let Some(line) = body.get(at).and_then(line) else {
            at += 1;
            continue;
        };
        let below = body.get(at + 1).and_then(self::line).unwrap_or_default();
        let names = is_byline(&line, metadata) || (facts::is_person(&line) && is_role(&below));
        let told = names || (after_author && is_role(&line)) || is_count(&line) || is_dated(&line);
        if !told {
            at += 1;
            continue;
        }
        add(&line, metadata);
        if names && metadata.authors.is_empty() {
            metadata.authors = byline::names(&line);
        }
        after_author = names;
        body.remove(at);
    }
}

/// The words of a heading that is a date.
fn dated_heading(block: &Block) -> Option<String> {
    let Content::Heading { text, .. } = &block.content else { return None };
    let line = text.text().trim();
    (is_at_most(line, SHORT) && is_dated(line)).then(|| line.to_owned())
}

/// Adds what a line tells.
fn add(line: &str, metadata: &mut Metadata) {
    Fact::all(line).into_iter().for_each(|fact| fact.add_to(metadata));
    metadata.published = metadata.published.or_else(|| day(line));
}

/// The date in a line, whose words may touch where the page kept them apart by style alone.
fn day(line: &str) -> Option<Date> {
    let mut apart = String::new();
    for c in line.chars() {
        if c.is_numeric() && apart.ends_with(char::is_alphabetic) {
            apart.push(' ');
        }
        apart.push(c);
    }
    whole_day(line).or_else(|| whole_day(&apart))
}

fn whole_day(line: &str) -> Option<Date> {
    line.split([',', '|', '،', '\n']).find_map(date::within).or_else(|| date::within(line))
}

/// The words of a short paragraph outside of lists and quotations.
fn line(block: &Block) -> Option<String> {
    let Content::Paragraph { text } = &block.content else { return None };
    let line = text.text().trim();
    (block.nest.is_empty() && line.chars().count() <= SHORT).then(|| line.replace('\n', " "))
}

fn is_prose(block: &Block) -> bool {
    let Content::Paragraph { text } = &block.content else { return false };
    text.text().chars().count() > SHORT || (is_sentence(text.text()) && !is_dated(text.text()))
}

fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '؟', '۔', '…', '»', '”', '"'])
        && text.split_whitespace().count() > 5
}

/// A line that begins with an author that is known, or that is a byline by itself.
fn is_byline(line: &str, metadata: &Metadata) -> bool {
    let is_known = |author: &String| {
        let names = byline::names(author);
        names.iter().any(|name| line.starts_with(name.as_str())) || line == author
    };
    let is_fact = Fact::all(line).iter().any(|fact| matches!(fact, Fact::Authors(_)));
    is_fact || (metadata.authors.iter().any(is_known) && !is_sentence(line))
}

fn is_role(line: &str) -> bool {
    line.split_whitespace().count() <= 8 && byline::has_role(line) && !is_sentence(line)
}

/// `1204`, `5 min read`.
fn is_count(line: &str) -> bool {
    let folded = letters::fold(line);
    let reading = [
        "min read",
        "minute read",
        "دقايق للقراءه",
        "دقايق قراءه",
        "دقيقه قراءه",
        "زمن القراءه",
        "דקות קריאה",
    ];
    let is_number = folded.chars().all(|c| c.is_numeric() || c.is_whitespace() || ",.".contains(c));
    is_number || reading.iter().any(|words| folded.contains(words))
}

/// A line that is a date with hardly a word more.
fn is_dated(line: &str) -> bool {
    let letters = line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    line.chars().count() <= SHORT && letters <= 12 && !is_sentence(line) && day(line).is_some()
}

/// Headings such as "Read also", and the links below them with their pictures; the same in one
/// paragraph.
fn related(body: &mut Vec<Block>) {
    let mut kept: Vec<Block> = Vec::with_capacity(body.len());
    let mut in_box = false;
    for block in body.drain(..) {
        let is_head = block.texts().next().is_some_and(|text| is_headed(text, RELATED));
        let is_picture = matches!(&block.content, Content::Figure { caption, .. } if caption.is_blank() || caption.is_alternative());
        let is_link = is_linked(&block) || (in_box && is_picture);
        in_box = (is_head && !is_link && !matches!(block.content, Content::Table { .. }))
            || (in_box && is_link);
        let is_row = is_link && block.texts().next().is_some_and(|text| begins(text, RELATED));
        if !in_box && !is_row {
            kept.push(block);
        }
    }
    *body = kept;
}

/// Whether a text has so many characters or fewer.
fn is_at_most(text: &str, characters: usize) -> bool {
    text.len() <= characters * 4 && text.chars().count() <= characters
}

/// Whether it is such a heading and nothing else.
fn is_headed(text: &Rich, words: &[&str]) -> bool {
    if !is_at_most(text.text(), LABEL) {
        return false;
    }
    let folded = letters::fold(text.text());
    let bare = folded.trim().trim_end_matches([':', '.', '!', '…', ' ']);
    words.contains(&bare)
}

/// Whether it begins with such a heading and a colon.
fn begins(text: &Rich, words: &[&str]) -> bool {
    let head = text.text().split_once([':', '：']).map(|(head, _)| head);
    let head = head.filter(|head| is_at_most(head, LABEL));
    head.is_some_and(|head| words.contains(&letters::fold(head).trim()))
}

/// Whether all words but a label's are links.
fn is_linked(block: &Block) -> bool {
    let (Content::Paragraph { text } | Content::Heading { text, .. }) = &block.content else {
        return false;
    };
    let links = text.spans().iter().filter(|span| matches!(span.style, Style::Link { .. }));
    let linked: usize = links.map(|span| span.range.len()).sum();
    if linked == 0 {
        return false;
    }
    let label = text.text().split_once(':').map_or(0, |(label, _)| label.len() + 2);
    let label = if label <= 60 { label } else { 0 };
    (linked + label) * 10 >= text.text().len() * 9
}

/// A heading that invites to a newsletter, and the short paragraph below it.
fn invitations(body: &mut Vec<Block>) {
    let invites = |block: &Block| {
        let texts = block.texts().map(Rich::text).filter(|text| is_at_most(text, SHORT));
        texts.map(letters::fold).any(|text| INVITATIONS.iter().any(|words| text.contains(words)))
    };
    let is_heading = |block: &Block| matches!(block.content, Content::Heading { .. });
    while let Some(at) = body.iter().position(|block| is_heading(block) && invites(block)) {
        body.remove(at);
        if body.get(at).is_some_and(|block| line(block).is_some() && invites(block)) {
            body.remove(at);
        }
    }
}

/// A caption that follows its picture as a paragraph.
fn repeated_captions(body: &mut Vec<Block>) {
    let captions: Vec<Option<String>> = body.iter().map(caption).collect();
    let mut before = None;
    let mut captions = captions.into_iter();
    body.retain(|block| {
        let caption = captions.next().flatten();
        let said = || block.texts().next().map(|text| text.text().trim().to_owned());
        let is_repeated = before.take().is_some_and(|before| Some(before) == said());
        before = caption;
        !(is_repeated && line(block).is_some())
    });
}

fn caption(block: &Block) -> Option<String> {
    match &block.content {
        Content::Figure { caption, .. } if !caption.is_blank() => {
            Some(caption.text().trim().to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::RichBuilder;

    fn texts(body: &[Block]) -> Vec<&str> {
        body.iter().flat_map(Block::texts).map(Rich::text).collect()
    }

    fn linked(label: &str, words: &str) -> Block {
        let mut text = RichBuilder::new();
        text.text(label);
        text.open(Style::Link { url: "https://e.example".into() });
        text.text(words);
        Block::new(Content::Paragraph { text: text.finish() })
    }

    const PROSE: &str = "The old harbour opened this morning to its fishermen after eleven days.";

    #[test]
    fn the_lines_under_the_headline_become_metadata() {
        let lines =
            ["Published23 March 2024", "Ada Venn", "Harbour correspondent, Valletta", "5 min read"];
        let mut body: Vec<Block> =
            lines.iter().chain([&PROSE]).map(|line| Block::paragraph(*line)).collect();
        let mut metadata = Metadata::default();
        take_off(&mut body, &mut metadata);
        assert_eq!(texts(&body), [PROSE]);
        assert_eq!(metadata.authors, ["Ada Venn"]);
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-23");
    }

    #[test]
    fn a_date_set_as_a_heading_is_one_unless_it_is_a_diarys() {
        let day = |day| Block::heading(6, day);
        let mut body = vec![day("June 8, 2012 6:14 AM"), Block::paragraph(PROSE)];
        let mut metadata = Metadata::default();
        take_off(&mut body, &mut metadata);
        assert_eq!(texts(&body), [PROSE]);
        assert!(metadata.published.is_some());
        let mut diary = vec![day("8 June 2012"), Block::paragraph(PROSE), day("9 June 2012")];
        diary.push(Block::paragraph(PROSE));
        take_off(&mut diary, &mut Metadata::default());
        assert_eq!(diary.len(), 4);
    }

    #[test]
    fn a_short_text_about_a_day_stays() {
        let lines = ["The harbour opens on 23 March 2024, the council said.", "Bring bread."];
        let mut body: Vec<Block> = lines.iter().map(|line| Block::paragraph(*line)).collect();
        take_off(&mut body, &mut Metadata::default());
        assert_eq!(texts(&body), lines);
    }

    #[test]
    fn boxes_of_links_go_and_links_within_the_text_stay() {
        let mut body = vec![
            Block::paragraph(PROSE),
            Block::heading(2, "اقرأ أيضاً"),
            linked("", "العاصفة تضرب الساحل"),
            Block::paragraph(PROSE),
            linked("Read also: ", "The storm"),
            linked("Watch: ", "the boats leave"),
            linked("Chapter: ", "one"),
        ];
        take_off(&mut body, &mut Metadata::default());
        assert_eq!(texts(&body), [PROSE, PROSE, "Chapter: one"]);
    }

    #[test]
    fn an_invitation_and_a_caption_said_twice_go() {
        let caption = Content::Figure { caption: "Boats".into(), url: None };
        let mut body = vec![
            Block::new(caption),
            Block::paragraph("Boats"),
            Block::heading(3, "Sign up to our newsletter"),
            Block::paragraph("The best of the harbour in your inbox."),
            Block::paragraph(PROSE),
        ];
        take_off(&mut body, &mut Metadata::default());
        assert_eq!(texts(&body), ["Boats", PROSE]);
    }

    #[test]
    fn the_words_are_folded() {
        for words in RELATED.iter().chain(INVITATIONS) {
            assert_eq!(letters::fold(words), *words);
        }
    }
}
