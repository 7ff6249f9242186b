//! An article as Markdown with YAML front matter: what note-taking programs read.
//!
//! Letters that would be mark-up are escaped where they would be, and only there as far as that is simple
//! to tell: a text is to be read by people too. What Markdown has no sign for is HTML, which it allows.

use crate::article::{Block, Content, Marker, Nest, Rich, Style};

use super::markup::language;
use super::styled::{Event, events};
use super::{Piece, keyword};

/// The article.
#[must_use]
pub fn markdown(piece: &Piece) -> String {
    let mut out = front_matter(piece);
    let mut before: Option<&Block> = None;
    for block in &piece.article.body {
        let text = element(block);
        if text.is_empty() {
            continue;
        }
        let prefixes = Prefixes::of(&block.nest);
        out.push_str(&prefixes.blank(before, block));
        for (at, line) in text.lines().enumerate() {
            let prefix = if at == 0 { &prefixes.first } else { &prefixes.rest };
            out.push_str(format!("{prefix}{line}").trim_end_matches(' '));
            out.push('\n');
        }
        before = Some(block);
    }
    out
}

fn front_matter(piece: &Piece) -> String {
    let metadata = &piece.article.metadata;
    let mut out = "---\n".to_owned();
    let mut field = |name: &str, value: &str| out.push_str(&format!("{name}: {value}\n"));
    let list = |values: &[String]| {
        format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "))
    };
    field("title", &quoted(&metadata.title));
    metadata.source.iter().for_each(|source| field("publisher", &quoted(source)));
    if !metadata.authors.is_empty() {
        field("authors", &list(&metadata.authors));
    }
    metadata.published.iter().for_each(|date| field("published", &date.to_string()));
    metadata.saved.iter().for_each(|date| field("saved", &date.to_string()));
    metadata.url.iter().for_each(|url| field("url", &quoted(url)));
    metadata.language.iter().for_each(|tag| field("lang", &quoted(tag)));
    field("dir", keyword(metadata.direction));
    metadata.dateline.iter().for_each(|place| field("dateline", &quoted(place)));
    metadata.standfirst.iter().for_each(|text| field("description", &quoted(text)));
    if !piece.tags.is_empty() {
        field("tags", &list(&piece.tags));
    }
    field("bookmarked", if piece.bookmarked { "true" } else { "false" });
    if !piece.remarks.is_empty() {
        out.push_str("notes:\n");
    }
    for remark in &piece.remarks {
        let quote = remark.quote.as_ref().map(|quote| format!("quote: {}", quoted(quote)));
        let text = (!remark.text.is_empty()).then(|| format!("text: {}", quoted(&remark.text)));
        let fields: Vec<String> = quote.into_iter().chain(text).collect();
        out.push_str(&format!("  - {}\n", fields.join("\n    ")));
    }
    out + "---\n\n"
}

/// A string of YAML, which has those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What stands before the lines of a block.
struct Prefixes {
    first: String,
    rest: String,
    /// Whether an item begins with it.
    is_item: bool,
}

impl Prefixes {
    fn of(nest: &[Nest]) -> Self {
        let (mut first, mut rest) = (String::new(), String::new());
        for nest in nest {
            let sign = match nest {
                Nest::Quote => "> ".to_owned(),
                Nest::Item(Marker::Continued) => String::new(),
                Nest::Item(Marker::Bullet | Marker::Label(_)) => "- ".to_owned(),
                Nest::Item(Marker::Number(number)) => format!("{number}. "),
            };
            if *nest == Nest::Quote {
                first.push_str(&sign);
                rest.push_str(&sign);
                continue;
            }
            let indent = sign.len().max(INDENT);
            first.push_str(&format!("{sign:indent$}"));
            rest.push_str(&" ".repeat(indent));
        }
        let is_item =
            matches!(nest.last(), Some(Nest::Item(marker)) if *marker != Marker::Continued);
        Self { first, rest, is_item }
    }

    /// The empty line that parts a block from the one before it: none between items, and where both stand
    /// in a quotation it is a part of that.
    fn blank(&self, before: Option<&Block>, block: &Block) -> String {
        let Some(before) = before else { return String::new() };
        if self.is_item && matches!(before.nest.last(), Some(Nest::Item(_))) {
            return String::new();
        }
        let both = before.nest.iter().zip(&block.nest);
        let quotes = both.take_while(|both| *both == (&Nest::Quote, &Nest::Quote)).count();
        format!("{}\n", "> ".repeat(quotes).trim_end())
    }
}

/// How far what belongs to an item is indented: as far as the text after `1. `.
const INDENT: usize = 3;

fn element(block: &Block) -> String {
    let isolated = |text: String| {
        let direction = block.direction.map(|direction| format!(" dir=\"{}\"", keyword(direction)));
        let language = block.language.as_ref().map(|tag| language(tag));
        match direction.unwrap_or_default() + &language.unwrap_or_default() {
            about if about.is_empty() => text,
            about => format!("<span{about}>{text}</span>"),
        }
    };
    match &block.content {
        Content::Heading { level, text } => {
            let text = rich(text).replace("\\\n", " ");
            format!("{} {}", "#".repeat(usize::from((*level).clamp(2, 6))), isolated(text))
        }
        Content::Paragraph { text } => lines(&isolated(rich(text))),
        Content::Code { text, syntax } => code(text.text(), syntax.as_deref().unwrap_or_default()),
        Content::Table { rows, header } => {
            let (head, rest) = rows.split_at(usize::from(*header).min(rows.len()));
            table(head, rest)
        }
        Content::Figure { caption, url: Some(url) } => {
            let caption = caption.text().replace('\n', " ").replace(['[', ']'], "");
            format!("![{}](<{}>)", letters(&caption), address(url))
        }
        Content::Figure { caption, url: None } => lines(&rich(caption)),
        Content::Rule => "---".to_owned(),
    }
}

/// No line of a paragraph may begin as a block does.
fn lines(text: &str) -> String {
    let line = |line: &str| {
        let first = line.chars().next().unwrap_or_default();
        let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_number = digits.len() < line.len() && digits.starts_with(['.', ')']);
        if is_number {
            let at = line.len() - digits.len();
            return format!("{}\\{}", line.get(..at).unwrap_or_default(), digits);
        }
        let begins = matches!(first, '+' | '-' | '#' | '>' | '=' | ':' | '%' | '~' | '|');
        if begins { format!("\\{line}") } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn code(text: &str, syntax: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(3.max(longest + 1));
    format!("{fence}{}\n{text}\n{fence}", syntax.split_whitespace().next().unwrap_or_default())
}

/// A table has a heading in Markdown, be it an empty one.
fn table(head: &[Vec<Rich>], rest: &[Vec<Rich>]) -> String {
    let columns = head.iter().chain(rest).map(Vec::len).max().unwrap_or_default();
    let cell = |cell: &Rich| rich(cell).replace("\\\n", "<br>").replace('|', "\\|");
    let line = |row: &[Rich]| {
        let empty = columns.saturating_sub(row.len());
        let cells = row.iter().map(cell).chain(std::iter::repeat_n(String::new(), empty));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(columns));
    let rest = rest.iter().map(|row| line(row));
    [line(head.first().map_or(&[], Vec::as_slice)), rule]
        .into_iter()
        .chain(rest)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Text with its marks.
fn rich(rich: &Rich) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for event in events(rich) {
        match event {
            Event::Text(text) if in_code => out.push_str(&text.replace('\n', " ")),
            Event::Text(text) => out.push_str(&letters(text).replace('\n', "\\\n")),
            // Within code everything is letters.
            Event::Open(style, _) | Event::Close(style, _) if in_code && *style != Style::Code => {}
            Event::Open(style, inside) => {
                in_code |= *style == Style::Code;
                out.push_str(&sign(style, inside, Side::Start));
            }
            Event::Close(style, inside) => {
                in_code &= *style != Style::Code;
                out.push_str(&sign(style, inside, Side::End));
            }
        }
    }
    out
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// Stars mark what begins and ends with a letter, whatever stands beside it; for all else there are tags.
fn sign(style: &Style, inside: &str, side: Side) -> String {
    let edges = [inside.chars().next(), inside.chars().next_back()];
    let is_plain = edges.iter().all(|edge| edge.is_some_and(char::is_alphanumeric));
    let tag = |name: &str, attributes: &str| match side {
        Side::Start => format!("<{name}{attributes}>"),
        Side::End => format!("</{name}>"),
    };
    match style {
        Style::Emphasis if is_plain => "*".to_owned(),
        Style::Strong if is_plain => "**".to_owned(),
        Style::Strike if is_plain => "~~".to_owned(),
        Style::Emphasis => tag("em", ""),
        Style::Strong => tag("strong", ""),
        Style::Strike => tag("s", ""),
        Style::Mark => tag("mark", ""),
        Style::Code => ticks(inside, side),
        Style::Link { .. } if side == Side::Start => "[".to_owned(),
        Style::Link { url } => format!("](<{}>)", address(url)),
        Style::Isolate { direction: None } => tag("bdi", ""),
        Style::Isolate { direction: Some(direction) } => {
            tag("bdi", &format!(" dir=\"{}\"", keyword(*direction)))
        }
        Style::Override { direction } => tag("bdo", &format!(" dir=\"{}\"", keyword(*direction))),
        Style::Alternative => String::new(),
    }
}

/// What stands beside code: more backticks than are in it, and a space where it touches one.
fn ticks(code: &str, side: Side) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    match side {
        _ if !code.starts_with('`') && !code.ends_with('`') => ticks,
        Side::Start => ticks + " ",
        Side::End => format!(" {ticks}"),
    }
}

/// An address between angle brackets.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").replace(['\n', ' '], "%20")
}

/// Letters that are mark-up, escaped.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let is_sign = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '$' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '~' | '=' | '^' | '+' | '-' | '{' | '|' => before == c || next == c,
            '&' => next == '#' || next.is_ascii_alphabetic(),
            '#' => before.is_whitespace() && !next.is_whitespace(),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Metadata};
    use crate::export::Remark;

    #[test]
    fn an_article_reads_as_people_write_it() {
        let metadata = Metadata {
            title: "عودة \"القطار\"".into(),
            authors: vec!["Ann".into(), "ليلى".into()],
            language: Some("ar".into()),
            direction: crate::article::Direction::Rtl,
            ..Metadata::default()
        };
        let item =
            |marker, text: &str| Block { nest: vec![Nest::Item(marker)], ..Block::paragraph(text) };
        let quote = Block { nest: vec![Nest::Quote], ..Block::paragraph("a * star") };
        let body = vec![
            Block::heading(2, "First"),
            Block::paragraph("1. not a list, but snake_case\n# nor a heading"),
            item(Marker::Bullet, "one"),
            item(Marker::Bullet, "two"),
            quote,
        ];
        let article = Article::new(metadata, body);
        let remarks = vec![Remark { quote: Some("one".into()), text: "why: \"?\"".into() }];
        let piece = Piece { article, tags: vec!["بحر".into()], bookmarked: true, remarks };
        let expected = "---\ntitle: \"عودة \\\"القطار\\\"\"\nauthors: [\"Ann\", \"ليلى\"]\nlang: \"ar\"\ndir: rtl\n\
                        tags: [\"بحر\"]\nbookmarked: true\nnotes:\n  - quote: \"one\"\n    text: \"why: \\\"?\\\"\"\n---\n\n\
                        ## First\n\n1\\. not a list, but snake_case\\\n\\# nor a heading\n\n\
                        -  one\n-  two\n\n> a \\* star\n";
        assert_eq!(markdown(&piece), expected);
    }
}
