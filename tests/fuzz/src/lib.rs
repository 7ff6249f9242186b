//! What the targets share: how a file is read from arbitrary bytes, and what holds of every article.

#[path = "../../hostile/judge.rs"]
pub mod judge;

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::{File, Wish};
use sahifa::locale::Dates;
use sahifa::page::{Dress, Page, Setting};
use sahifa::text;

use judge::Leave;

/// Reads bytes under one of these names, and looks at all that is read. The first byte chooses.
pub fn read(names: &[&str], data: &[u8]) {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let name = names[usize::from(choice) % names.len()];
    let wish = Wish { whole: choice & 0x80 != 0, ..Wish::default() };
    read_file(&File { wish, ..File::new(name, bytes) });
}

/// Reads a file, and looks at all that is read.
pub fn read_file(file: &File) {
    match format::read(file) {
        Ok(reading) => {
            assert!(!reading.parts.is_empty() || !reading.failures.is_empty(), "lost");
            reading.parts.iter().take(8).for_each(|part| look(&part.article));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Nothing in an article may steer a terminal, its marks are on its text, and it can be typeset.
pub fn look(article: &Article) {
    let metadata = &article.metadata;
    assert!(!metadata.title.contains('\n'), "a title on two lines");
    let one_liners = [&metadata.source, &metadata.dateline, &metadata.url, &metadata.language];
    let fields = one_liners.into_iter().flatten().chain(&metadata.authors).chain(&metadata.tags);
    fields.chain([&metadata.title]).for_each(|field| assert_clean(field));
    let text = article.text();
    assert_clean(&text);
    let mut start = 0;
    for leaf in article.body.iter().flat_map(|block| block.texts()) {
        for span in leaf.spans() {
            assert!(leaf.text().get(span.range.clone()).is_some(), "{span:?}");
        }
        start += leaf.text().len() + 1;
    }
    assert!(start <= text.len() + 1);
    typeset(article);
}

fn assert_clean(text: &str) {
    // Bidi controls and joiners are read by layout, and end there.
    let passes = |c: char| {
        matches!(c, '\t' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{180e}' | '\u{2060}'..='\u{206f}')
    };
    let bad = |c: &char| judge::is_forbidden(*c, Leave::default()) && !passes(*c) || *c == '\x1b';
    assert_eq!(text.chars().find(bad), None, "{text:?}");
}

fn typeset(article: &Article) {
    let text = text::Setting { measure: Some(40), ..text::Setting::VISUAL };
    let page = Page::set(article, Setting { text, dress: Dress::Full, dates: Dates::Iso });
    for line in page.lines(..200) {
        for cell in &line.cells {
            let bad = |c: char| judge::is_forbidden(c, Leave::default()) || c.is_control();
            assert!(!cell.symbol.contains(bad), "{cell:?}");
        }
    }
}

/// Text out of arbitrary bytes.
pub fn text_of(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
