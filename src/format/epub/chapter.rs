//! One chapter of a book: the blocks of its documents, made an article.

use super::facts::Facts;
use super::package::Package;
use crate::article::Article;
use crate::article::Block;
use crate::article::Direction;
use crate::article::Metadata;
use crate::format::finish;
use crate::format::html;

/// Elements that HTML itself knows to be empty.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// A chapter that is being read.
pub(super) struct Chapter {
    /// The path of its first document.
    path: String,
    label: Option<String>,
    body: Vec<Block>,
    languages: Vec<String>,
    direction: Option<Direction>,
    facts: Facts,
    pub(super) encoding: &'static str,
}

impl Chapter {
    /// Reads one document.
    pub(super) fn read(
        path: &str,
        (text, encoding): (&str, &'static str),
        label: Option<String>,
    ) -> Self {
        let (mut languages, mut direction, mut at) = (Vec::new(), None, 0);
        let mut facts = Facts::default();
        while let Some(tag) = html::next_tag(text, at).filter(|tag| !tag.is("p")) {
            if tag.is("html") || tag.is("body") {
                let language = tag.attribute("xml:lang").or_else(|| tag.attribute("lang"));
                languages.extend(language.map(str::to_owned));
                direction = tag.attribute("dir").and_then(Direction::from_keyword).or(direction);
            }
            facts.take(&tag);
            at = tag.end;
        }
        let context = html::Context { base: None, language: languages.first().map(String::as_str) };
        let inside = inside_body(text);
        let inside = if facts.is_known() { without_header(inside) } else { inside };
        let body = html::fragment(&with_end_tags(inside), context);
        Self { path: path.to_owned(), label, body, languages, direction, facts, encoding }
    }

    /// Adds the document that follows in the same chapter.
    pub(super) fn append(&mut self, next: Self) {
        self.body.extend(next.body);
        self.direction = self.direction.or(next.direction);
        self.languages.extend(next.languages);
    }

    /// Whether there are words in it; covers have none.
    pub(super) fn has_text(&self) -> bool {
        let mut texts = self.body.iter().flat_map(Block::texts);
        texts.any(|text| text.text().contains(char::is_alphanumeric))
    }

    /// The article.
    pub(super) fn article(self, package: &Package) -> Article {
        let mut body = self.body;
        let heading = html::first_heading(&body);
        let title = self.label.or(heading).or_else(|| html::first_words(&body));
        let title = title.or_else(|| package.title.clone()).unwrap_or_default();
        html::without_headline(&mut body, &title);
        let text = html::letters(&title, &body);
        let declared = self.languages.iter().chain(&package.languages).map(String::as_str);
        let language = html::settle(declared, &text);
        let direction = self.direction.or_else(|| turning(package, language.as_deref()));
        let direction = html::direct(direction, language.as_deref(), &text);
        html::forget_language(&mut body, language.as_deref());
        let facts = self.facts.metadata(&title, &self.path, package);
        let metadata = Metadata { title, language, direction, ..facts };
        finish::article(metadata, body)
    }
}

/// The direction that the turning of the pages tells; Japanese and Chinese books are turned so too.
fn turning(package: &Package, language: Option<&str>) -> Option<Direction> {
    let is_vertical = |tag: &str| ["ja", "zh", "ko"].iter().any(|east| tag.starts_with(east));
    (package.is_rtl && !language.is_some_and(is_vertical)).then_some(Direction::Rtl)
}

/// What stands between the tags of the body; all of it where there are none.
fn inside_body(text: &str) -> &str {
    let mut inside = text;
    let mut at = 0;
    while let Some(tag) = html::next_tag(text, at) {
        at = tag.end;
        if tag.is("body") && !tag.is_end {
            inside = text.get(tag.end..).unwrap_or_default();
            break;
        }
    }
    inside.rsplit_once("</body").map_or(inside, |(inside, _)| inside)
}

/// What comes after the header that a body begins with: it says again what the document's head tells.
fn without_header(body: &str) -> &str {
    let first = html::next_tag(body, 0).filter(|tag| tag.is("header") && !tag.is_end);
    let rest = first.and_then(|_| body.split_once("</header>"));
    rest.map_or(body, |(_, rest)| rest)
}

/// XML ends an empty element in its own tag, which HTML takes for a start tag and no more.
fn with_end_tags(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(tag) = html::next_tag(text, at) {
        let before = text.get(at..tag.end).unwrap_or_default();
        let name = tag.name.trim_end_matches('/');
        let is_void = VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
        match before.strip_suffix("/>").filter(|_| !tag.is_end && !is_void) {
            Some(open) => whole.extend([open, "></", name, ">"]),
            None => whole.push_str(before),
        }
        at = tag.end;
    }
    whole + text.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_elements_do_not_swallow_what_follows() {
        let text = r#"<body><p><a id="p1"/>Text <br/>here<span/></p></body>"#;
        assert_eq!(
            with_end_tags(inside_body(text)),
            r#"<p><a id="p1"></a>Text <br/>here<span></span></p>"#
        );
    }
}
