//! The words of a text without a look at its structure: for texts that a parser does not come to the end
//! of. One pass; tags go, all else stays as it is.

use super::html::next_tag;
use super::{Article, Document, Error, File, plain};

/// Longer texts are cut: who could not be read for their structure are no less strange as words. In bytes.
const LONGEST: usize = 4 << 20;

/// Reads the words of a file.
///
/// # Errors
///
/// When it is no text.
pub(super) fn read(file: &File) -> Result<(Vec<Article>, &'static str), Error> {
    let mut document = Document::decode(file)?;
    if document.text.trim_start().starts_with('<') {
        document.text = without_tags(&document.text);
    }
    let ends = (0..=LONGEST.min(document.text.len())).rev();
    let end = ends.into_iter().find(|&at| document.text.is_char_boundary(at));
    document.text.truncate(end.unwrap_or(0));
    if document.text.trim().is_empty() {
        return Err(Error::NoArticle("the page has no text"));
    }
    Ok((plain::read(&document)?, document.encoding))
}

fn without_tags(text: &str) -> String {
    let (mut words, mut at) = (String::new(), 0);
    while let Some(tag) = next_tag(text, at) {
        words.push_str(text.get(at..tag.start).unwrap_or_default());
        words.push('\n');
        at = tag.end;
    }
    words.push_str(text.get(at..).unwrap_or_default());
    html_escape::decode_html_entities(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        let page = "<title>A page</title><div><p>Words &amp; more <b>words</b>.</div>";
        let (articles, encoding) = read(&File::new("a.html", page.as_bytes())).unwrap();
        assert_eq!((articles.len(), encoding), (1, "UTF-8"));
        let words = format!("{} {}", articles[0].metadata.title, articles[0].text());
        for word in ["A page", "Words & more", "words"] {
            assert!(words.contains(word), "{words}");
        }
        assert!(!words.contains('<'));
        assert!(read(&File::new("a.html", b"<div><div>")).is_err());
    }
}
