//! What inline elements mean: styles, isolates, quotation marks, pictures.

use dom_query::NodeRef;

use super::address;
use super::dom;
use crate::article::Direction;
use crate::article::Rich;
use crate::article::RichBuilder;
use crate::article::Style;

/// The styles that an inline element opens, outermost first.
pub(super) fn styles(node: &NodeRef<'_>, name: &str, base: Option<&str>) -> Vec<Style> {
    let direction = direction(node);
    let is_isolated = node.has_attr("dir") || name == "bdi";
    let mut styles = Vec::new();
    match (name, direction) {
        ("bdo", Some(direction)) => styles.push(Style::Override { direction }),
        _ if is_isolated => styles.push(Style::Isolate { direction }),
        _ => {}
    }
    styles.extend(match name {
        "em" | "i" | "cite" | "dfn" | "var" => Some(Style::Emphasis),
        "b" | "strong" => Some(Style::Strong),
        "del" | "s" | "strike" => Some(Style::Strike),
        "mark" => Some(Style::Mark),
        "code" | "kbd" | "samp" | "tt" => Some(Style::Code),
        "a" => {
            let href = dom::attribute(node, "href");
            href.and_then(|href| address::resolve(base, &href)).map(|url| Style::Link { url })
        }
        _ => None,
    });
    styles
}

/// Whether a link is the sign of a footnote: a number, or a letter, that leads down the page to one.
pub(super) fn is_note(link: &NodeRef<'_>, text: &str) -> bool {
    let target = dom::attribute(link, "href").unwrap_or_default().to_ascii_lowercase();
    let is_target = ["#fn", "#note", "#footnote", "#_ftn", "#_edn", "#cite_note", "#ref"]
        .iter()
        .any(|start| target.starts_with(start) && !target.starts_with("#fnref"));
    let is_sign = |c: char| c.is_numeric() || matches!(c, '*' | '†' | '‡');
    is_target && (1..=3).contains(&text.chars().count()) && text.chars().all(is_sign)
}

/// Whether an element is half a line of verse, kept apart from the other by style alone.
pub(super) fn is_half_line(node: &NodeRef<'_>) -> bool {
    const NAMES: [&str; 8] =
        ["sadr", "ajz", "ajuz", "hemistich", "shatr", "misra", "mesra", "bayt-part"];
    let class = dom::attribute(node, "class").unwrap_or_default().to_lowercase();
    class.split_whitespace().any(|word| NAMES.iter().any(|name| word.starts_with(name)))
}

/// The direction that an element declares; `auto` declares none.
pub(super) fn direction(node: &NodeRef<'_>) -> Option<Direction> {
    Direction::from_keyword(&node.attr("dir")?)
}

/// The quotation marks of a language, for quotations at this depth.
pub(super) fn quotation_marks(language: &str, depth: usize) -> (&'static str, &'static str) {
    let language = language.split(['-', '_']).next().unwrap_or_default();
    let outer = depth.is_multiple_of(2);
    match language {
        "ar" | "fa" | "fr" | "ckb" | "ps" | "ru" | "it" | "es" if outer => ("«", "»"),
        "ar" | "fa" | "fr" | "ckb" | "ps" => ("‹", "›"),
        "de" if outer => ("„", "“"),
        "ja" | "zh" if outer => ("「", "」"),
        "ja" | "zh" => ("『", "』"),
        _ if outer => ("“", "”"),
        _ => ("‘", "’"),
    }
}

/// Digits above or below the line, as Unicode has them; `None` for what is no number.
pub(super) fn raised(text: &str, name: &str) -> Option<String> {
    let zero = if name == "sub" { '₀' } else { '⁰' };
    let digit = |c: char| match (c.to_digit(10)?, zero) {
        (1, '⁰') => Some('¹'),
        (2, '⁰') => Some('²'),
        (3, '⁰') => Some('³'),
        (digit, _) => char::from_u32(zero as u32 + digit),
    };
    let digits: Option<String> = text.chars().map(digit).collect();
    digits.filter(|digits| !digits.is_empty())
}

/// A picture as a reader would tell of it.
#[derive(Debug, Default)]
pub(super) struct Picture {
    pub(super) alt: String,
    pub(super) url: Option<String>,
    is_formula: bool,
}

impl Picture {
    /// `None` for pixels that count visitors and for pictures that nothing is known of.
    pub(super) fn of(node: &NodeRef<'_>, base: Option<&str>) -> Option<Self> {
        let is_tiny = |name| {
            let size = dom::attribute(node, name);
            size.and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size <= 2)
        };
        if is_tiny("width") || is_tiny("height") {
            return None;
        }
        let alt = dom::attribute(node, "alt").filter(|alt| !is_file_name(alt)).unwrap_or_default();
        let class = dom::attribute(node, "class").unwrap_or_default();
        let is_formula = alt.contains('\\') || class.contains("math") || class.contains("latex");
        // Lazy loading keeps the true address in an attribute of its own, beside a placeholder.
        let sources = ["data-src", "data-lazy-src", "data-original", "data-url", "src"];
        let mut urls = sources.iter().filter_map(|name| dom::attribute(node, name));
        let url = urls.find_map(|url| address::resolve(base, &url)).or_else(|| {
            let beside = || {
                let sources =
                    node.parent()?.children_it(false).filter(|one| one.has_name("source"));
                sources.filter_map(|source| dom::attribute(&source, "srcset")).next()
            };
            let set = ["data-srcset", "srcset"].iter().find_map(|name| dom::attribute(node, name));
            address::resolve(base, set.or_else(beside)?.split_whitespace().next()?)
        });
        (url.is_some() || !alt.is_empty()).then_some(Self { alt, url, is_formula })
    }

    /// What it stands for within a line: an emoji drawn as a picture, a formula.
    pub(super) fn sign(&self) -> Option<(&str, Option<Style>)> {
        let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii();
        let is_emoji = self.alt.chars().count() <= 8 && self.alt.chars().all(is_sign);
        match self.alt.as_str() {
            "" => None,
            alt if is_emoji => Some((alt, None)),
            alt if self.is_formula => {
                let bare =
                    alt.strip_prefix("{\\displaystyle ").and_then(|alt| alt.strip_suffix('}'));
                Some((bare.unwrap_or(alt).trim(), Some(Style::Code)))
            }
            _ => None,
        }
    }
}

/// `IMG_2031.jpg` tells a reader nothing.
fn is_file_name(alt: &str) -> bool {
    let end = alt.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    matches!(end.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "svg" | "avif")
}

/// All text in an element as one leaf: what a table's cell or a caption holds. Blocks inside become
/// lines.
pub(super) fn rich(root: &NodeRef<'_>, base: Option<&str>) -> Rich {
    enum Step<'a> {
        Visit(NodeRef<'a>),
        Close(usize),
        Line,
    }
    let mut text = RichBuilder::new();
    let mut is_broken = false;
    let mut steps: Vec<Step<'_>> = root.children_it(true).map(Step::Visit).collect();
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Visit(node) => node,
            Step::Close(styles) => {
                (0..styles).for_each(|_| text.close());
                continue;
            }
            Step::Line => {
                is_broken = !text.is_empty();
                continue;
            }
        };
        if node.is_text() {
            let piece = node.text();
            if is_broken && !piece.trim().is_empty() {
                text.line_break();
                is_broken = false;
            }
            text.text(&piece);
            continue;
        }
        let name = dom::name(&node);
        if dom::is_silent(&node, &name) {
            continue;
        }
        match name.as_str() {
            "br" => is_broken = !text.is_empty(),
            "img" => {
                let picture = Picture::of(&node, base);
                let sign = picture.as_ref().and_then(Picture::sign);
                text.text(sign.map(|(sign, _)| sign).unwrap_or_default());
            }
            "wbr" => text.text("\u{200b}"),
            "rt" => {
                text.text(&format!("({})", node.text()));
            }
            _ if dom::is_block(&name) => {
                is_broken = !text.is_empty();
                steps.push(Step::Line);
                steps.extend(node.children_it(true).map(Step::Visit));
            }
            _ => {
                let styles = styles(&node, &name, base);
                steps.push(Step::Close(styles.len()));
                styles.into_iter().for_each(|style| text.open(style));
                steps.extend(node.children_it(true).map(Step::Visit));
            }
        }
    }
    text.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    #[test]
    fn a_cell_is_one_leaf_with_lines() {
        let page = Document::fragment("<div id=x><p>one<br>two</p><p>th<b>ree</b></p></div>");
        let node = page.select("#x").nodes()[0];
        let leaf = rich(&node, None);
        assert_eq!(leaf.text(), "one\ntwo\nthree");
        assert_eq!(leaf.spans().len(), 1);
    }

    #[test]
    fn a_counting_pixel_is_no_picture() {
        let page = Document::fragment("<img width=1 height=1 src='/p.gif' alt=x>");
        assert!(Picture::of(&page.select("img").nodes()[0], None).is_none());
    }

    #[test]
    fn the_lazy_address_outranks_the_placeholder() {
        let page = Document::fragment("<img src='data:,' data-src='/a.jpg' alt='خريطة'>");
        let picture = Picture::of(&page.select("img").nodes()[0], Some("https://e.example/x"));
        assert_eq!(picture.unwrap().url.as_deref(), Some("https://e.example/a.jpg"));
    }
}
