//! From Markdown's events to flat blocks. `CommonMark` with tables, footnotes, strikethrough, task
//! lists and Obsidian's links; HTML within it is read as HTML.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::Event;
use pulldown_cmark::LinkType;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::TextMergeWithOffset;

use super::callout;
use super::markup::Wrappers;
use super::verse;
use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Marker;
use crate::article::Nest;
use crate::article::Rich;
use crate::article::Style;
use crate::format::html::Flow;

/// An event and where it stands in the source.
pub(super) type Spot<'a> = (Event<'a>, Range<usize>);

/// The length of a line in characters beyond which it was not wrapped: its end was meant.
const MAX_WRAP: usize = 120;

/// The blocks of a Markdown text without front matter.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_ext(source, options).into_offset_iter();
    let events = callout::rewrite(TextMergeWithOffset::new(parser).collect());
    let stanzas = verse::stanzas(source, &events);
    let mut writer = Writer { source, stanzas, flows: vec![Flow::default()], ..Writer::default() };
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(tag) => writer.start(tag, events.get(at + 1..).unwrap_or_default()),
            Event::End(tag) => writer.end(*tag),
            _ => writer.leaf(event, range),
        }
    }
    writer.finish()
}

#[derive(Default)]
struct Writer<'a> {
    source: &'a str,
    /// Where line ends were meant.
    stanzas: Vec<Range<usize>>,
    /// The body, and above it the cell or the footnote being written.
    flows: Vec<Flow>,
    lists: Vec<Option<u64>>,
    /// Code or HTML being gathered, and the language of the code.
    raw: Option<String>,
    syntax: Option<String>,
    rows: Vec<Vec<Rich>>,
    image: Option<Image>,
    /// Whether the paragraph holds nothing but pictures.
    is_gallery: bool,
    labels: Vec<String>,
    notes: Vec<(String, Vec<Block>)>,
    wrappers: Wrappers,
}

#[derive(Default)]
struct Image {
    url: String,
    alt: String,
    depth: usize,
}

impl Writer<'_> {
    fn start(&mut self, tag: &Tag<'_>, after: &[Spot<'_>]) {
        match tag {
            Tag::Paragraph => self.is_gallery = is_gallery(after),
            Tag::Heading { level, .. } => {
                let level = u8::try_from(*level as usize).unwrap_or(6);
                self.with(|flow| flow.start_heading(level));
            }
            Tag::BlockQuote(_) => self.with(|flow| flow.enter(Nest::Quote)),
            Tag::List(start) => {
                self.with(Flow::end_block);
                self.lists.push(*start);
            }
            Tag::Item => self.item(),
            Tag::DefinitionListTitle => self.with(|flow| {
                flow.enter(Nest::Item(Marker::Bullet));
                flow.open(Style::Strong);
            }),
            Tag::DefinitionListDefinition => {
                self.with(|flow| flow.enter(Nest::Item(Marker::Continued)));
            }
            Tag::CodeBlock(kind) => {
                self.raw = Some(String::new());
                self.syntax = syntax(kind);
            }
            Tag::HtmlBlock => self.raw = Some(String::new()),
            Tag::FootnoteDefinition(label) => {
                let label = self.label(label);
                self.notes.push((label, Vec::new()));
                self.flows.push(Flow::default());
            }
            Tag::Table(_) => self.rows = Vec::new(),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => self.flows.push(Flow::default()),
            Tag::Image { dest_url, .. } => {
                let image = self.image.get_or_insert_with(Image::default);
                image.depth += 1;
                if image.depth == 1 {
                    image.url = dest_url.to_string();
                }
            }
            _ => self.open(tag),
        }
    }

    /// Opens an inline style. A link within the own notes is shown as its text.
    fn open(&mut self, tag: &Tag<'_>) {
        let style = match tag {
            Tag::Emphasis => Some(Style::Emphasis),
            Tag::Strong => Some(Style::Strong),
            Tag::Strikethrough => Some(Style::Strike),
            Tag::Link { link_type: LinkType::WikiLink { .. }, .. } => None,
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                Some(Style::Link { url: format!("mailto:{dest_url}") })
            }
            Tag::Link { dest_url, .. } => {
                crate::format::html::resolve(None, dest_url).map(|url| Style::Link { url })
            }
            _ => return,
        };
        let depth = usize::from(style.is_some());
        self.wrappers.mark(depth);
        style.into_iter().for_each(|style| self.with(|flow| flow.open(style)));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.with(Flow::end_block),
            TagEnd::Heading(_) => self.with(Flow::end_heading),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::DefinitionListDefinition => {
                self.with(Flow::leave);
            }
            TagEnd::DefinitionListTitle => self.with(|flow| {
                flow.close();
                flow.leave();
            }),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => self.code(),
            TagEnd::HtmlBlock => {
                let html = self.raw.take().unwrap_or_default();
                if let Some(flow) = self.flows.last_mut() {
                    self.wrappers.block(flow, &html);
                }
            }
            TagEnd::FootnoteDefinition => {
                let blocks = self.flows.pop().map(Flow::finish).unwrap_or_default();
                if let Some(note) = self.notes.last_mut() {
                    note.1 = blocks;
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.with(|flow| flow.push(Content::Table { rows, header: true }));
            }
            TagEnd::TableCell => self.cell(),
            TagEnd::Image => self.picture(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                let styles = self.wrappers.unmark();
                self.with(|flow| (0..styles).for_each(|_| flow.close()));
            }
            _ => {}
        }
    }

    fn leaf(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.text(text),
            Event::Code(text) if self.image.is_none() => self.with(|flow| {
                flow.open(Style::Code);
                flow.text(text);
                flow.close();
            }),
            Event::Html(html) => {
                if let Some(raw) = &mut self.raw {
                    raw.push_str(html);
                }
            }
            Event::InlineHtml(html) => {
                if let Some(flow) = self.flows.last_mut() {
                    self.wrappers.inline(flow, html);
                }
            }
            Event::SoftBreak if self.image.is_none() && self.is_meant(range.start) => {
                self.with(Flow::end_block);
            }
            Event::SoftBreak
                if self.image.is_none()
                    && self.stanzas.iter().any(|stanza| stanza.contains(&range.start)) =>
            {
                self.with(Flow::line_break);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.with(Flow::line_break),
            Event::Rule => self.with(|flow| flow.push(Content::Rule)),
            Event::FootnoteReference(label) => {
                let label = self.label(label);
                self.with(|flow| flow.text(&format!("[{label}]")));
            }
            Event::TaskListMarker(is_done) => {
                self.with(|flow| flow.text(if *is_done { "☑ " } else { "☐ " }));
            }
            _ => {}
        }
    }

    fn with(&mut self, act: impl FnOnce(&mut Flow)) {
        if let Some(flow) = self.flows.last_mut() {
            act(flow);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(raw) = &mut self.raw {
            raw.push_str(text);
        } else if let Some(image) = &mut self.image {
            image.alt.push_str(text);
        } else {
            self.with(|flow| marked(flow, text));
        }
    }

    fn item(&mut self) {
        let marker = match self.lists.last_mut() {
            Some(Some(next)) => {
                *next = next.saturating_add(1);
                Marker::Number(*next - 1)
            }
            _ => Marker::Bullet,
        };
        self.with(|flow| flow.enter(Nest::Item(marker)));
    }

    /// Code; a right-to-left text that is only indented is a text.
    fn code(&mut self) {
        let text = self.raw.take().unwrap_or_default();
        let syntax = self.syntax.take();
        let text = text.trim_end();
        if syntax.is_none() && Direction::of(text) == Some(Direction::Rtl) {
            self.with(|flow| {
                for line in text.lines() {
                    flow.text(line);
                    flow.line_break();
                }
                flow.end_block();
            });
        } else {
            self.with(|flow| flow.push(Content::Code { text: Rich::plain(text), syntax }));
        }
    }

    fn cell(&mut self) {
        let blocks = self.flows.pop().map(Flow::finish).unwrap_or_default();
        let leaf = blocks.first().and_then(|block| block.texts().next()).cloned();
        if let Some(row) = self.rows.last_mut() {
            row.push(leaf.unwrap_or_default());
        }
    }

    /// A picture alone is a figure; one within a text is told by its alternative text.
    fn picture(&mut self) {
        let Some(mut image) = self.image.take() else { return };
        image.depth -= 1;
        if image.depth > 0 {
            self.image = Some(image);
            return;
        }
        // Obsidian writes a width where the alternative text goes, or repeats the file's name.
        let is_size = image.alt.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let is_name = image.alt == image.url && image.url.contains('.');
        let alt = if is_size || is_name { "" } else { image.alt.as_str() };
        let is_gallery = self.is_gallery;
        let url = crate::format::html::resolve(None, &image.url);
        self.with(|flow| if is_gallery { flow.figure(alt, url) } else { flow.text(alt) });
    }

    /// The number of a footnote, by the order in which footnotes are met.
    fn label(&mut self, name: &str) -> String {
        let place = self.labels.iter().position(|label| label == name).unwrap_or_else(|| {
            self.labels.push(name.to_owned());
            self.labels.len() - 1
        });
        (place + 1).to_string()
    }

    /// Whether the line that ends at `at` is longer than lines are wrapped at.
    fn is_meant(&self, at: usize) -> bool {
        let before = self.source.get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().nth(MAX_WRAP).is_some()
    }

    fn finish(mut self) -> Vec<Block> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|(label, _)| label.parse::<usize>().unwrap_or(usize::MAX));
        self.flows.truncate(1);
        let mut flow = self.flows.pop().unwrap_or_default();
        self.wrappers.finish(&mut flow);
        for (label, blocks) in notes {
            flow.enter(Nest::Item(Marker::Label(label)));
            flow.extend(blocks);
            flow.leave();
        }
        flow.finish()
    }
}

/// Text with `==marks==` in it.
fn marked(flow: &mut Flow, text: &str) {
    let mut rest = text;
    while let Some((before, inside, after)) = next_mark(rest) {
        flow.text(before);
        flow.open(Style::Mark);
        flow.text(inside);
        flow.close();
        rest = after;
    }
    flow.text(rest);
}

fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("==")?;
    let (inside, after) = rest.split_once("==")?;
    let is_tight = |edge: Option<char>| edge.is_some_and(|c| !c.is_whitespace() && c != '=');
    let is_mark = is_tight(inside.chars().next()) && is_tight(inside.chars().next_back());
    is_mark.then_some((before, inside, after))
}

fn syntax(kind: &CodeBlockKind<'_>) -> Option<String> {
    match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().map(str::to_owned),
        CodeBlockKind::Indented => None,
    }
    .filter(|name| !name.is_empty())
}

/// Whether the paragraph that these events begin with has pictures only.
fn is_gallery(events: &[Spot<'_>]) -> bool {
    let mut depth = 0_usize;
    let mut pictures = 0_usize;
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Paragraph) => break,
            Event::Start(Tag::Image { .. }) => {
                depth += 1;
                pictures += 1;
            }
            Event::End(TagEnd::Image) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if depth > 0 || text.trim().is_empty() => {}
            _ if depth > 0 => {}
            _ => return false,
        }
    }
    pictures > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        blocks(source).iter().flat_map(Block::texts).map(|leaf| leaf.text().to_owned()).collect()
    }

    #[test]
    fn nested_lists_and_further_paragraphs_keep_their_nest() {
        let body = blocks("3. ثلاثة\n\n   تابع\n   - أ\n4. أربعة\n\n> اقتباس");
        let further = Nest::Item(Marker::Continued);
        let nests: Vec<_> = body.into_iter().map(|block| block.nest).collect();
        let expected = [
            vec![Nest::Item(Marker::Number(3))],
            vec![further.clone()],
            vec![further, Nest::Item(Marker::Bullet)],
            vec![Nest::Item(Marker::Number(4))],
            vec![Nest::Quote],
        ];
        assert_eq!(nests, expected);
    }

    #[test]
    fn a_term_and_its_definitions_are_an_item() {
        let body = blocks("مرفأ\n:   مكان ترسو فيه السفن\n\nنص.");
        let nests: Vec<_> = body.iter().map(|block| block.nest.clone()).collect();
        let expected =
            [vec![Nest::Item(Marker::Bullet)], vec![Nest::Item(Marker::Continued)], vec![]];
        assert_eq!(nests, expected);
        assert_eq!(body[1].texts().next().unwrap().text(), "مكان ترسو فيه السفن");
    }

    #[test]
    fn a_table_has_rows_and_styles_within_its_cells() {
        let body = blocks("| a | **b** |\n|---|---|\n| ج | [د](https://e.example) |\n");
        let Content::Table { rows, header: true } = &body[0].content else { panic!("no table") };
        assert_eq!(rows[1][0].text(), "ج");
        assert_eq!(rows[0][1].spans()[0].style, Style::Strong);
    }

    #[test]
    fn footnotes_stand_at_the_end_under_their_numbers() {
        let source = "one[^b] two[^1]\n\n[^1]: second\n[^b]: first\n\nlast";
        assert_eq!(texts(source), ["one[1] two[2]", "last", "first", "second"]);
        let label = Nest::Item(Marker::Label("1".into()));
        assert_eq!(blocks(source)[2].nest, [label]);
    }

    #[test]
    fn a_picture_alone_is_a_figure_and_within_a_text_its_words() {
        let body = blocks("![خريطة](a.png)\n\nsee ![the map](b.png) here");
        let url = Some("a.png".to_owned());
        assert_eq!(body[0].content, Content::Figure { caption: "خريطة".into(), url });
        assert_eq!(body[1], Block::paragraph("see the map here"));
    }

    #[test]
    fn obsidians_links_marks_and_embeds_are_read() {
        let body = blocks("[[notes/ملف|الملف]] و ==مهم== ثم a == b\n\n![[photo.png|300]]");
        let Content::Paragraph { text } = &body[0].content else { panic!("no text") };
        assert_eq!(text.text(), "الملف و مهم ثم a == b");
        assert_eq!(text.spans().iter().map(|span| &span.style).collect::<Vec<_>>(), [&Style::Mark]);
        let url = Some("photo.png".to_owned());
        assert_eq!(body[1].content, Content::Figure { caption: "".into(), url });
    }

    #[test]
    fn a_callout_is_a_quotation_with_a_title() {
        assert_eq!(texts("> [!note] تنبيه\n> نص التنبيه"), ["تنبيه", "نص التنبيه"]);
        assert_eq!(texts("> [!tip]\n> text"), ["Tip", "text"]);
        assert_eq!(texts("> [1] text"), ["[1] text"]);
    }

    #[test]
    fn a_wrapper_turns_the_markdown_inside_it() {
        let body =
            blocks("<div dir=\"rtl\">\n\n# عنوان\n\nנוסח **חזק**\n\n</div>\n\nplain<br>line");
        let directions: Vec<_> = body.iter().map(|block| block.direction).collect();
        let rtl = Some(Direction::Rtl);
        assert_eq!(directions, [rtl, rtl, None]);
        assert_eq!(body[2], Block::paragraph("plain\nline"));
    }

    #[test]
    fn html_blocks_are_read_as_html() {
        let body = blocks("<table><tr><th>أ<th>ب<tr><td>1<td>2</table>\n\n<p>نص <b>x</b></p>\n");
        assert!(matches!(body[1].content, Content::Paragraph { .. }), "{body:?}");
        assert_eq!(texts("<p>نص <b>x</b></p>"), ["نص x"]);
    }

    #[test]
    fn lines_too_long_to_be_wrapped_are_paragraphs() {
        let long = "كلمة ".repeat(40);
        assert_eq!(blocks(&format!("{long}\n{long}\nend")).len(), 3);
        assert_eq!(texts("wrapped\nat will"), ["wrapped at will"]);
    }

    #[test]
    fn verse_keeps_its_lines_and_wrapped_lines_are_joined() {
        let verse = "يا بحر هل عاد المراكب\nوالريح تعزف في الشراع\n\nنامت على كتف المدينة\nوصحوت أحصي في الرمال";
        assert_eq!(texts(verse).len(), 2);
        assert!(texts(verse).iter().all(|stanza| stanza.contains('\n')), "{:?}", texts(verse));
        let wrapped = "The ferry between the two halves of the city, which was given up\neleven years ago when \
                       the bridge was opened, is to return in\nthe spring.";
        assert!(!texts(wrapped)[0].contains('\n'));
    }

    #[test]
    fn code_has_its_language_and_an_indented_arabic_text_is_none() {
        let body = blocks("```rust\nfn a() {}\n```\n\n    قال الراوي\n    يا سادة\n");
        let code = Content::Code { text: "fn a() {}".into(), syntax: Some("rust".into()) };
        assert_eq!(body[0].content, code);
        assert_eq!(body[1], Block::paragraph("قال الراوي\nيا سادة"));
    }

    #[test]
    fn tasks_have_boxes() {
        assert_eq!(texts("- [ ] one\n- [x] two"), ["☐ one", "☑ two"]);
    }

    #[test]
    fn deep_nesting_is_only_deep() {
        assert_eq!(
            texts(&format!("{}x", "> ".repeat(20_000))).last().map(String::as_str),
            Some("x")
        );
        assert!(!blocks(&"<div>\n\n".repeat(20_000)).iter().any(|block| !block.nest.is_empty()));
        assert!(texts(&"*a ".repeat(20_000)).len() == 1);
    }
}
