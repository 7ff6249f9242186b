//! Pictures of pages.

use super::*;
use crate::article::Block;
use crate::article::Content;
use crate::article::Marker;
use crate::article::Metadata;
use crate::article::Nest;
use crate::article::RichBuilder;
use crate::article::Style;
use crate::text::Digits;
use crate::text::Fill;
use crate::text::Joining;

fn setting(measure: usize, dress: Dress) -> Setting {
    let text =
        text::Setting { measure: Some(measure), joining: Joining::Base, ..text::Setting::VISUAL };
    Setting { text, dress, dates: Dates::Iso }
}

fn picture(page: &Page) -> Vec<String> {
    let row = |line: Line| {
        let cells: String = line.cells.iter().map(|cell| cell.symbol.as_str()).collect();
        format!("{}{cells}", " ".repeat(line.pad)).trim_end().to_owned()
    };
    page.lines(..).map(row).collect()
}

fn body(metadata: Metadata, body: Vec<Block>, measure: usize) -> Vec<String> {
    let page = Page::set(&Article::new(metadata, body), setting(measure, Dress::Full));
    picture(&page)
}

fn item(marker: Marker, text: &str) -> Block {
    Block { nest: vec![Nest::Item(marker)], ..Block::paragraph(text) }
}

#[test]
fn a_hebrew_article_stands_on_the_right() {
    let metadata = Metadata {
        title: "כותרת".into(),
        source: Some("העיתון".into()),
        direction: Direction::Rtl,
        ..Metadata::default()
    };
    let blocks = vec![
        Block::paragraph("אבג דהו"),
        item(Marker::Bullet, "פריט ראשון"),
        item(Marker::Number(2), "שני"),
    ];
    assert_eq!(
        body(metadata, blocks, 12),
        ["       תרתוכ", "      ןותיעה", "", "     והד גבא", "", "ןושאר טירפ •", "      ינש .2"]
    );
}

#[test]
fn quotes_have_a_bar_and_lists_an_indent() {
    let quote = |text| Block { nest: vec![Nest::Quote], ..Block::paragraph(text) };
    let blocks = vec![
        quote("one two"),
        quote("three"),
        item(Marker::Number(10), "ten eleven"),
        item(Marker::Continued, "more"),
    ];
    assert_eq!(
        body(Metadata::default(), blocks, 10),
        ["│ one two", "│", "│ three", "", "10. ten", "    eleven", "", "    more"]
    );
}

#[test]
fn links_are_numbered_and_listed_once() {
    let mut rich = RichBuilder::new();
    for word in ["see", "also"] {
        rich.open(Style::Link { url: "https://example.org/".into() });
        rich.text(word);
        rich.close();
        rich.text(" x ");
    }
    let article = Article::new(
        Metadata::default(),
        vec![Block::new(Content::Paragraph { text: rich.finish() })],
    );
    let page = Page::set(&article, setting(30, Dress::Full));
    assert_eq!(page.links, ["https://example.org/"]);
    assert_eq!(
        picture(&page),
        ["see[1] x also[1] x", "", "         ────────────", "[1] https://example.org/"]
    );
    let bytes = |at: usize| page.line(0).unwrap().cells[at].bytes.clone();
    assert_eq!(bytes(2), Some(Offset(2)..Offset(3)));
    assert_eq!(bytes(3), None);
    assert_eq!(bytes(6), Some(Offset(3)..Offset(4)));
    let bare = Page::set(&article, setting(30, Dress::Bare));
    assert_eq!(picture(&bare), ["see x also x"]);
}

#[test]
fn a_table_turns_with_the_article() {
    let row = |cells: [&str; 2]| cells.map(crate::article::Rich::from).to_vec();
    let rows = vec![row(["א", "12"]), row(["בבב", "3"])];
    let table = Block::new(Content::Table { rows, header: true });
    let metadata = Metadata { direction: Direction::Rtl, ..Metadata::default() };
    assert_eq!(body(metadata, vec![table], 10), ["  12 │   א", "  ───┼────", "   3 │ בבב"]);
}

#[test]
fn a_place_in_the_text_is_found_again_at_any_measure() {
    let text = "one two three four five six seven eight nine ten ".repeat(20);
    let article = Article::new(Metadata::default(), vec![Block::paragraph(text.as_str())]);
    let narrow = Page::set(&article, setting(20, Dress::Full));
    let wide = Page::set(&article, setting(60, Dress::Full));
    for line in 0..narrow.height() {
        let offset = narrow.offset_at(line).unwrap();
        let there = wide.line_at(offset);
        let shown = wide.line(there).unwrap();
        assert!(shown.start().unwrap() <= offset);
        assert!(wide.line(there + 1).is_none_or(|next| next.start().unwrap() > offset));
    }
}

#[test]
fn the_offsets_of_a_page_are_those_of_the_article() {
    let blocks = vec![
        Block::heading(2, "Heading"),
        Block::new(Content::Rule),
        Block::new(Content::Table { rows: vec![vec!["a".into(), "b".into()]], header: false }),
        Block::paragraph("سلام عليكم"),
        item(Marker::Bullet, "end"),
    ];
    let article = Article::new(Metadata { title: "t".into(), ..Metadata::default() }, blocks);
    let text = article.text();
    let page = Page::set(&article, setting(40, Dress::Full));
    let mut shown: Vec<_> = page
        .lines(..)
        .filter(|line| line.part != Part::Headline)
        .flat_map(|line| line.cells)
        .filter_map(|cell| Some((cell.bytes.clone()?, cell.symbol.clone())))
        .collect();
    shown.sort_by_key(|(bytes, _)| bytes.start);
    for (bytes, symbol) in &shown {
        assert_eq!(text.get(bytes.start.0..bytes.end.0), Some(symbol.as_str()));
    }
    let letters: String = shown.iter().map(|(_, symbol)| symbol.as_str()).collect();
    assert_eq!(letters, text.replace('\n', ""));
}

/// An article of this language, typeset with these digits and stretched lines.
fn arabic(language: &str, body: Vec<Block>, digits: Digits) -> Vec<String> {
    let metadata = Metadata {
        title: "عنوان 12".into(),
        language: Some(language.into()),
        direction: Direction::Rtl,
        ..Metadata::default()
    };
    let text = text::Setting {
        measure: Some(16),
        order: text::Order::Logical,
        digits,
        fill: Fill::Tatweel,
        ..text::Setting::VISUAL
    };
    let page = Page::set(
        &Article::new(metadata, body),
        Setting { text, dress: Dress::Full, dates: Dates::Iso },
    );
    picture(&page)
}

#[test]
fn running_text_alone_is_stretched_and_not_in_nastaliq() {
    let words = "كتب مجلة مسجد قديم كتاب جديد بيت كبير سوق صغير شمس";
    let stretched =
        |language, block| arabic(language, vec![block], Digits::AsWritten).join("\n").contains('ـ');
    let link = |text: &str| {
        let mut rich = RichBuilder::new();
        rich.open(Style::Link { url: "https://example.org/a/b/c/d/e".into() });
        rich.text(text);
        rich.close();
        Block::new(Content::Paragraph { text: rich.finish() })
    };
    assert!(stretched("ar", Block::paragraph(words)));
    assert!(stretched("fa", item(Marker::Bullet, words)));
    assert!(stretched("ar", link(words)));
    assert!(!stretched("ur", Block::paragraph(words)));
    let urdu = Block { language: Some("ur".into()), ..Block::paragraph(words) };
    assert!(!stretched("ar", urdu));
    assert!(!stretched("ar", Block::heading(2, words)));
    let rows = vec![vec![words.into(), words.into(), words.into()]];
    assert!(!stretched("ar", Block::new(Content::Table { rows, header: false })));
    assert!(!stretched("ar", Block::new(Content::Code { text: words.into(), syntax: None })));
}

#[test]
fn stretched_lines_end_at_both_edges_and_keep_their_places() {
    let text = "استقبلت المدينة القديمة زوارها في مسجد كبير ومكتبة جميلة وسوق مزدحم بالناس";
    let metadata = Metadata { direction: Direction::Rtl, ..Metadata::default() };
    let article = Article::new(metadata, vec![Block::paragraph(text)]);
    let of = |fill| {
        let text = text::Setting { measure: Some(27), fill, ..text::Setting::VISUAL };
        Page::set(&article, Setting { text, dress: Dress::Full, dates: Dates::Iso })
    };
    let (ragged, filled) = (of(Fill::Ragged), of(Fill::Tatweel));
    let starts = |page: &Page| page.lines(..).map(|line| line.start()).collect::<Vec<_>>();
    assert_eq!(starts(&ragged), starts(&filled));
    let body: Vec<_> = filled.lines(..).filter(|line| line.part == Part::Body).collect();
    assert!(body.len() > 2);
    assert!(body.iter().rev().skip(1).all(|line| line.width() == 27 && line.pad == 0));
    assert!(ragged.lines(..).any(|line| line.part == Part::Body && line.pad > 0));
    let cells = || body.iter().flat_map(|line| &line.cells);
    let put_in = cells().filter(|cell| cell.bytes.as_ref().is_some_and(|bytes| bytes.is_empty()));
    assert!(put_in.count() > 0, "{:#?}", picture(&filled));
}

#[test]
fn digits_are_those_of_the_language_but_in_code_and_addresses() {
    let mut rich = RichBuilder::new();
    rich.text("عام 2021 ");
    rich.open(Style::Code);
    rich.text("f(3)");
    rich.close();
    rich.open(Style::Link { url: "https://example.org/4".into() });
    rich.text("كلمة");
    rich.close();
    let body =
        vec![Block::new(Content::Paragraph { text: rich.finish() }), item(Marker::Number(7), "ب")];
    let set = |language| arabic(language, body.clone(), Digits::Arabic).join("\n");
    let (arabic, persian, hebrew) = (set("ar"), set("fa"), set("he"));
    for shown in ["١٢", "٢٠٢١", "f(3)", "[١]", "٧. ", "[١] https", "org/4"] {
        assert!(arabic.replace('\n', "").contains(shown), "{shown}: {arabic}");
    }
    for shown in ["۱۲", "۲۰۲۱", "[۱]"] {
        assert!(persian.contains(shown), "{shown}: {persian}");
    }
    assert!(hebrew.contains("12") && hebrew.contains("2021") && hebrew.contains("[1]"), "{hebrew}");
}

/// All that a body can be made of.
fn everything() -> Article {
    let mut rich = RichBuilder::new();
    for word in "كلمة one لا two في الصحيفة اليوم three قال إن".split(' ').cycle().take(70)
    {
        let linked = word.len() % 3 == 0;
        if linked {
            rich.open(Style::Link { url: format!("https://example.org/{}", word.len()) });
        }
        rich.text(word);
        if linked {
            rich.close();
        }
        rich.text(" ");
    }
    let row = |cells: [&str; 3]| cells.map(crate::article::Rich::from).to_vec();
    let rows = vec![row(["א", "12 and more", ""]), row(["", "3", "ب"])];
    let verse =
        Block::new(Content::Code { text: "one\n\n  two words and more\n".into(), syntax: None });
    let caption = "a caption that is long".into();
    let body = vec![
        Block::heading(2, "Heading of the part"),
        Block::new(Content::Paragraph { text: rich.finish() }),
        Block::new(Content::Rule),
        Block { nest: vec![Nest::Quote], ..Block::paragraph("quoted words, quoted words") },
        Block { nest: vec![Nest::Quote], ..Block::paragraph("   ") },
        Block::new(Content::Table { rows, header: true }),
        verse,
        item(Marker::Number(12), "\u{200f}the last of them"),
        Block::new(Content::Figure { caption, url: None }),
    ];
    let metadata =
        Metadata { title: "The title".into(), direction: Direction::Rtl, ..Metadata::default() };
    Article::new(metadata, body)
}

#[test]
fn the_places_of_lines_are_those_of_their_cells() {
    let article = everything();
    let end = article.text().len();
    for measure in [4, 9, 20, 33, 80, 200] {
        for dress in [Dress::Full, Dress::Bare] {
            let page = Page::set(&article, setting(measure, dress));
            let starts: Vec<_> = page.lines(..).map(|line| line.start()).collect();
            assert_eq!(starts.len(), page.height());
            let known: Vec<_> = (0..page.height()).map(|line| page.start(line)).collect();
            assert_eq!(known, starts, "{measure}");
            for line in 0..=page.height() {
                assert_eq!(page.offset_at(line), starts[line..].iter().flatten().next().copied());
            }
            for offset in (0..end + 2).map(Offset) {
                let shows = |start: &Option<Offset>| start.is_some_and(|start| start <= offset);
                let expected = starts.iter().rposition(shows).unwrap_or(0);
                assert_eq!(page.line_at(offset), expected, "{measure} {offset:?}");
            }
            assert_eq!(page.body(), starts.iter().position(Option::is_some));
        }
    }
}

#[test]
fn what_is_past_the_text_is_on_its_last_line() {
    let mut article = everything();
    article.body.truncate(2);
    let page = Page::set(&article, setting(20, Dress::Full));
    let last = (0..page.height()).rposition(|line| page.start(line).is_some());
    assert_eq!(Some(page.line_at(Offset(usize::MAX))), last);
}

#[test]
fn lines_are_the_same_in_whatever_order_they_are_asked_for() {
    let page = Page::set(&everything(), setting(20, Dress::Full));
    let all: Vec<_> = page.lines(..).collect();
    for line in (0..page.height()).rev() {
        assert_eq!(page.line(line).as_ref(), all.get(line));
    }
    assert_eq!(page.line(page.height()), None);
    assert!(page.lines(5..9).eq(all[5..9].iter().cloned()));
}
