//! A body as XHTML: flat blocks become the tree of quotes and lists that they were flattened from.

use crate::article::{Address, Block, Content, Marker, Nest, Rich, Style};

use super::keyword;
use super::styled::{Event, events};

/// What becomes of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pictures {
    /// They are named by their addresses.
    Linked,
    /// Only what is said of them is left: books may name nothing outside of them.
    Told,
}

/// Text as it stands between tags and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Blocks as elements.
pub(super) fn body(blocks: &[Block], pictures: Pictures) -> String {
    let mut out = String::new();
    let mut open: Vec<Open> = Vec::new();
    for block in blocks {
        enter(&mut out, &mut open, &block.nest);
        element(&mut out, block, pictures);
    }
    leave(&mut out, &mut open, 0);
    out
}

/// A quote or list that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Quote,
    Bullets,
    /// Its last number.
    Numbers(u64),
}

/// Closes and opens what is needed to stand in `nest`.
fn enter(out: &mut String, open: &mut Vec<Open>, nest: &[Nest]) {
    let same = nest.iter().zip(&*open).take_while(|(nest, open)| goes_on(nest, **open)).count();
    let next = match (nest.get(same), open.get(same)) {
        (Some(Nest::Item(Marker::Number(number))), Some(Open::Numbers(last))) => {
            Some((Open::Numbers(*number), *number == last.saturating_add(1)))
        }
        (Some(Nest::Item(Marker::Bullet | Marker::Label(_))), Some(Open::Bullets)) => {
            Some((Open::Bullets, true))
        }
        _ => None,
    };
    let Some((list, is_next)) = next else {
        leave(out, open, same);
        nest.iter().skip(same).for_each(|nest| begin(out, open, nest));
        return;
    };
    leave(out, open, same + 1);
    out.push_str("</li>\n");
    match list {
        Open::Numbers(number) if !is_next => out.push_str(&format!("<li value=\"{number}\">")),
        _ => out.push_str("<li>"),
    }
    if let Some(slot) = open.get_mut(same) {
        *slot = list;
    }
    nest.iter().skip(same + 1).for_each(|nest| begin(out, open, nest));
}

/// Whether a block stands in the same quote or item as the one before it.
const fn goes_on(nest: &Nest, open: Open) -> bool {
    match nest {
        Nest::Quote => matches!(open, Open::Quote),
        Nest::Item(Marker::Continued) => !matches!(open, Open::Quote),
        Nest::Item(_) => false,
    }
}

fn begin(out: &mut String, open: &mut Vec<Open>, nest: &Nest) {
    match nest {
        Nest::Quote => {
            out.push_str("<blockquote>\n");
            open.push(Open::Quote);
        }
        Nest::Item(Marker::Number(number)) => {
            match number {
                1 => out.push_str("<ol>\n<li>"),
                number => out.push_str(&format!("<ol start=\"{number}\">\n<li>")),
            }
            open.push(Open::Numbers(*number));
        }
        Nest::Item(_) => {
            out.push_str("<ul>\n<li>");
            open.push(Open::Bullets);
        }
    }
}

/// Closes all but the first `left`.
fn leave(out: &mut String, open: &mut Vec<Open>, left: usize) {
    while open.len() > left {
        out.push_str(match open.pop() {
            Some(Open::Quote) => "</blockquote>\n",
            Some(Open::Bullets) => "</li>\n</ul>\n",
            Some(Open::Numbers(_)) | None => "</li>\n</ol>\n",
        });
    }
}

fn element(out: &mut String, block: &Block, pictures: Pictures) {
    let about = attributes(block);
    match &block.content {
        Content::Heading { level, text } => {
            // The title is the heading of the first level.
            let level = (*level).clamp(2, 6);
            out.push_str(&format!("<h{level}{about}>{}</h{level}>\n", rich(text)));
        }
        Content::Paragraph { text } => out.push_str(&format!("<p{about}>{}</p>\n", rich(text))),
        Content::Code { text, syntax } => {
            let syntax =
                syntax.as_ref().map(|name| format!(" class=\"language-{}\"", escaped(name)));
            let (syntax, text) = (syntax.unwrap_or_default(), escaped(text.text()));
            out.push_str(&format!("<pre dir=\"ltr\"><code{syntax}>{text}</code></pre>\n"));
        }
        Content::Table { rows, header } => {
            let (head, rest) = rows.split_at(usize::from(*header).min(rows.len()));
            table(out, (head, rest), &about);
        }
        Content::Figure { caption, url } => {
            figure(out, caption, url.as_deref().filter(|_| pictures == Pictures::Linked), &about);
        }
        Content::Rule => out.push_str("<hr/>\n"),
    }
}

fn attributes(block: &Block) -> String {
    let direction = block.direction.map(|direction| format!(" dir=\"{}\"", keyword(direction)));
    let language = block.language.as_ref().map(|tag| language(tag));
    direction.unwrap_or_default() + &language.unwrap_or_default()
}

/// The attributes of a language.
pub(super) fn language(tag: &str) -> String {
    let tag = escaped(tag);
    format!(" lang=\"{tag}\" xml:lang=\"{tag}\"")
}

fn table(out: &mut String, (head, rest): (&[Vec<Rich>], &[Vec<Rich>]), about: &str) {
    out.push_str(&format!("<table{about}>\n"));
    let rows = head.iter().map(|row| ("th", row)).chain(rest.iter().map(|row| ("td", row)));
    for (name, row) in rows {
        let cells: String =
            row.iter().map(|cell| format!("<{name}>{}</{name}>", rich(cell))).collect();
        out.push_str(&format!("<tr>{cells}</tr>\n"));
    }
    out.push_str("</table>\n");
}

fn figure(out: &mut String, caption: &Rich, url: Option<&str>, about: &str) {
    let alternative =
        if caption.is_alternative() { escaped(caption.text()) } else { String::new() };
    let image = url.map(|url| format!("<img src=\"{}\" alt=\"{alternative}\"/>", escaped(url)));
    let told = url.is_none() || !caption.is_alternative();
    let told = (told && !caption.is_blank())
        .then(|| format!("<figcaption>{}</figcaption>", rich(caption)));
    if image.is_some() || told.is_some() {
        let (image, told) = (image.unwrap_or_default(), told.unwrap_or_default());
        out.push_str(&format!("<figure{about}>{image}{told}</figure>\n"));
    }
}

/// Text with its marks as elements.
pub(super) fn rich(rich: &Rich) -> String {
    let mut out = String::new();
    for event in events(rich) {
        match event {
            Event::Text(text) => out.push_str(&escaped(text).replace('\n', "<br/>\n")),
            Event::Open(style, _) => out.push_str(&start(style)),
            Event::Close(style, _) => {
                out.extend(name(style).into_iter().flat_map(|name| ["</", name, ">"]));
            }
        }
    }
    out
}

fn start(style: &Style) -> String {
    let attribute = match style {
        Style::Link { url } => href(url),
        Style::Isolate { direction: Some(direction) } | Style::Override { direction } => {
            format!(" dir=\"{}\"", keyword(*direction))
        }
        _ => String::new(),
    };
    name(style).map(|name| format!("<{name}{attribute}>")).unwrap_or_default()
}

/// A link leads on the web or to a letter: what else it names stays where the article was.
fn href(url: &str) -> String {
    let address = Address::parse(url).map(|address| address.to_ascii());
    address.map(|url| format!(" href=\"{}\"", escaped(&url))).unwrap_or_default()
}

const fn name(style: &Style) -> Option<&'static str> {
    Some(match style {
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Strike => "s",
        Style::Mark => "mark",
        Style::Code => "code",
        Style::Link { .. } => "a",
        Style::Isolate { .. } => "bdi",
        Style::Override { .. } => "bdo",
        Style::Alternative => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(marker: Marker, text: &str) -> Block {
        Block { nest: vec![Nest::Item(marker)], ..Block::paragraph(text) }
    }

    #[test]
    fn links_lead_out_or_nowhere() {
        for (url, attribute) in [
            ("https://a.example/b?c&d", " href=\"https://a.example/b?c&amp;d\""),
            ("mailto:a@b.example", " href=\"mailto:a@b.example\""),
            ("https://a.example/سلام", " href=\"https://a.example/%D8%B3%D9%84%D8%A7%D9%85\""),
            ("s/9", ""),
            ("#note", ""),
            ("javascript:alert(1)", ""),
        ] {
            assert_eq!(href(url), attribute);
        }
    }

    #[test]
    fn flat_blocks_become_quotes_and_lists_again() {
        let deeper = Block {
            nest: vec![Nest::Item(Marker::Continued), Nest::Item(Marker::Bullet)],
            ..Block::paragraph("b")
        };
        let quote = Block { nest: vec![Nest::Quote], ..Block::paragraph("q < r") };
        let blocks = [
            item(Marker::Number(1), "a"),
            deeper,
            item(Marker::Continued, "c"),
            item(Marker::Number(2), "d"),
            item(Marker::Number(7), "e"),
            quote,
        ];
        let markup = body(&blocks, Pictures::Told).replace('\n', "");
        assert_eq!(
            markup,
            "<ol><li><p>a</p><ul><li><p>b</p></li></ul><p>c</p></li><li><p>d</p></li>\
             <li value=\"7\"><p>e</p></li></ol><blockquote><p>q &lt; r</p></blockquote>"
        );
    }
}
