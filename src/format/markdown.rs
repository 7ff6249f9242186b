//! Markdown, with or without front matter: clippings, notes, the sources of web sites.
//!
//! The text is `CommonMark`; what Obsidian and MarkDownload add is understood. Front matter is read
//! leniently, since real headlines break the rules of YAML every day.

mod body;
mod callout;
mod container;
mod front_matter;
mod given;
mod head;
mod header;
mod lenient;
mod markup;
mod metadata;
mod title;
mod verse;

use memchr::memmem;

use super::finish;
use super::html;
use super::plain;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Block;
use crate::article::Content;
use crate::article::Nest;
use crate::article::Rich;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd"],
    about: "Markdown, with YAML, TOML or JSON front matter or none: Obsidian, MarkDownload, Hugo, Jekyll, Pandoc, Logseq",
    kind: Kind::Text { recognises, read },
};

/// How many lines are looked at to tell Markdown from plain text.
const SAMPLE: usize = 200;

fn recognises(document: &Document) -> bool {
    front_matter::is_there(&document.text) || has_markup(&document.text)
}

/// Whether a text shows two kinds of mark-up that plain text does not use by chance, one of them a
/// heading or a link.
fn has_markup(text: &str) -> bool {
    // Most texts have none of these signs anywhere.
    let any = |sign: u8, is_kind: fn(&str) -> bool| {
        memchr::memchr(sign, text.as_bytes()).is_some() && text.lines().take(SAMPLE).any(is_kind)
    };
    let heading = any(b'#', |line| {
        let rest = line.trim_start_matches('#');
        let level = line.len() - rest.len();
        (1..=6).contains(&level) && rest.starts_with(' ') && !rest.trim().is_empty()
    });
    let link = any(b']', |line| memmem::find(line.as_bytes(), b"](http").is_some());
    let strong = any(b'*', |line| memmem::find_iter(line.as_bytes(), "**").take(2).count() == 2);
    let fence = any(b'`', |line| line.starts_with("```"));
    let quote = any(b'>', |line| line.starts_with("> "));
    (heading && (link || strong || fence || quote)) || (link && (strong || fence || quote))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let matter = front_matter::split(&document.text);
    let matter = matter.or_else(|| header::split(&document.text));
    if matter.is_none() && !has_any_markup(&document.text) {
        return plain::read(document);
    }
    let (fields, source) = matter.unwrap_or_default();
    let source = if fields == Default::default() { document.text.as_str() } else { source };
    let mut found = metadata::read(&fields);
    let source = head::take(source.trim_start_matches('\u{feff}'), &mut found);
    let mut body = body::blocks(&container::rewrite(&source));
    let (day, name) = document.dated_stem();
    found.published = found.published.or(day);
    title::settle(&mut found, &mut body, name);
    let excerpt = take_excerpt(&mut body);
    found.standfirst = found.standfirst.or(excerpt);
    if body.is_empty() && fields == Default::default() {
        return Err(Error::NoArticle("there is no text in the mark-up"));
    }
    let text = html::letters(&found.title, &body);
    found.language = html::settle(found.language.as_deref(), &text);
    found.direction = html::direct(metadata::direction(&fields), found.language.as_deref(), &text);
    html::forget_language(&mut body, found.language.as_deref());
    Ok(vec![finish::article(found, body).with_given(given::read(&fields))])
}

/// Whether a text shows any mark-up at all; without, it is plain text whatever its name says.
fn has_any_markup(text: &str) -> bool {
    let starts = [
        "#", ">", "```", "~~~", "- ", "* ", "+ ", "|", "===", "---", "***", "![", "1. ", "    ",
        "\t", "[^",
    ];
    let inside = ["](", "[[", "**", "__", "`", "~~", "==", "&", "](", "<", "$$", "\\"];
    let emphasis = |line: &str| line.matches('*').count() > 1 || line.matches(" _").count() > 0;
    text.lines().take(SAMPLE).any(|line| {
        starts.iter().any(|sign| line.starts_with(sign))
            || inside.iter().any(|sign| line.contains(sign))
            || emphasis(line)
            || line.ends_with("  ")
    })
}

/// MarkDownload puts a summary first: a quotation headed `Excerpt`, and a rule below.
fn take_excerpt(body: &mut Vec<Block>) -> Option<String> {
    let is_quoted = |block: &&Block| block.nest == [Nest::Quote];
    let is_heading = |block: &Block| matches!(&block.content, Content::Heading { text, .. } if text.text().trim() == "Excerpt");
    body.first().filter(|block| is_quoted(block) && is_heading(block))?;
    let quoted = body.iter().take_while(is_quoted).count();
    let texts: Vec<Block> = body.drain(..quoted).skip(1).collect();
    if body.first().is_some_and(|block| block.content == Content::Rule) {
        body.remove(0);
    }
    let words: Vec<&str> = texts.iter().flat_map(Block::texts).map(Rich::text).collect();
    Some(words.join(" ")).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Direction;
    use crate::format;
    use crate::format::File;

    fn article(name: &str, text: &str) -> Article {
        let reading = format::read(&File::new(name, text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "markdown");
        reading.parts.into_iter().next().unwrap().article
    }

    macro_rules! fixture {
        ($name:literal) => {
            article($name, include_str!(concat!("../../tests/fixtures/format/markdown/", $name)))
        };
    }

    #[test]
    fn an_obsidian_clipping_is_read() {
        let article = fixture!("obsidian.md");
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "الميناء القديم يفتح أبوابه من جديد");
        assert_eq!(metadata.authors, ["سلمى بن يوسف", "هارون الطيّب"]);
        assert_eq!(metadata.source.as_deref(), Some("sahel-news.example"));
        assert_eq!(metadata.tags, ["clippings", "مدن"]);
        assert_eq!(metadata.direction, Direction::Rtl);
        assert_eq!(article.body.len(), 9);
    }

    #[test]
    fn a_markdownload_clipping_is_read() {
        let article = fixture!("markdownload.md");
        assert_eq!(article.metadata.title, "הנמל הישן נפתח מחדש");
        let standfirst = article.metadata.standfirst.as_deref();
        assert_eq!(standfirst, Some("הדייגים שבו אל הרציפים לאחר עשרים שנה."));
        assert_eq!(article.metadata.tags, ["נמלים", "ים"]);
        assert_eq!(article.body.len(), 2);
    }

    #[test]
    fn hugo_and_jekyll_are_read() {
        let hugo = fixture!("hugo.md").metadata;
        assert_eq!(hugo.title, "A harbour opens: again");
        assert_eq!(hugo.tags, ["ports", "sea"]);
        assert_eq!(hugo.authors, ["Ada Moor"]);
        let jekyll = fixture!("2023-11-05-quiet-harbour.md").metadata;
        assert_eq!(jekyll.title, "Quiet harbour: twenty years later");
        assert_eq!(jekyll.published.unwrap().to_string(), "2023-11-05");
        assert_eq!(jekyll.tags, ["sea", "towns"]);
    }

    #[test]
    fn a_real_headline_is_read() {
        let metadata = fixture!("headline.md").metadata;
        let title = "عاجل: انفجار في مخزن \"النور\" – %50 من السكان بلا كهرباء";
        assert_eq!(metadata.title, title);
        assert_eq!(metadata.source.as_deref(), Some("وكالة الساحل"));
        assert_eq!(metadata.tags, ["طاقة", "مدن"]);
        assert_eq!(metadata.language.as_deref(), Some("ar"));
    }

    #[test]
    fn markup_alone_is_recognised_and_plain_text_is_not() {
        assert_eq!(article("note.txt", "# عنوان\n\n**نص** هنا").metadata.title, "عنوان");
        assert!(!super::has_markup("1. one\n- two\n#tag\n> said he\n"));
    }

    #[test]
    fn a_text_without_headings_is_called_by_its_first_words() {
        let article = article("a.md", "خبر قصير.\n\nثم سطر.");
        assert_eq!(article.metadata.title, "خبر قصير");
        assert_eq!(article.body.len(), 2);
    }

    #[test]
    fn a_text_without_markup_is_read_as_plain_text() {
        let metadata =
            article("a.md", "Harbour reopens\nBy Ada Venn\n5 March 2024\n\nIt did.").metadata;
        assert_eq!((metadata.title.as_str(), metadata.authors.len()), ("Harbour reopens", 1));
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05");
    }

    #[test]
    fn lines_under_the_headline_are_metadata() {
        let text =
            "# المرفأ\n\n**المصدر:** صحيفة المرفأ\n**التاريخ:** 23 مارس 2024\n\nنص.\n\nنص ثان.";
        let article = article("a.md", text);
        assert_eq!(article.metadata.source.as_deref(), Some("صحيفة المرفأ"));
        assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-23");
        assert_eq!(article.body.len(), 2);
    }

    #[test]
    fn the_headline_of_the_text_outranks_a_slug_and_loses_the_site() {
        let of = |title: &str| {
            let text = format!(
                "---\ntitle: {title}\nsource: The Review\n---\n# Harbour reopens today\n\nText.\n\nText."
            );
            let article = article("a.md", &text);
            assert_eq!(article.body.len(), 2);
            article.metadata.title
        };
        assert_eq!(of("harbour-reopens-today"), "Harbour reopens today");
        assert_eq!(of("Harbour reopens today | The Review"), "Harbour reopens today");
    }

    #[test]
    fn an_entry_without_a_text_is_an_article_all_the_same() {
        let article = article("a.md", "---\ntitle: \"فقط\"\n---\n");
        assert_eq!(article.metadata.title, "فقط");
        assert!(article.body.is_empty());
    }
}
