//! From elements to blocks: one walk over the tree with a stack of its own, never recursive.
//!
//! Which part of the page is the article is not decided here; everything under the root is taken,
//! except what a reader of the page would not see.

use dom_query::NodeRef;

use super::code;
use super::dom;
use super::flow::Flow;
use super::flow::Scope;
use super::inline;
use super::inline::Picture;
use super::table;
use super::verse;
use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Marker;
use crate::article::Nest;
use crate::article::Rich;
use crate::article::RichBuilder;
use crate::article::Style;

/// What a walk has to know about the page around it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::format) struct Context<'a> {
    /// The address that relative ones are resolved against.
    pub(in crate::format) base: Option<&'a str>,
    /// The language where none is declared, for its quotation marks.
    pub(in crate::format) language: Option<&'a str>,
}

/// Everything under `root`, as blocks.
pub(super) fn blocks(root: &NodeRef<'_>, context: Context<'_>) -> Vec<Block> {
    let mut walk =
        Walk { context, flow: Flow::default(), steps: Vec::new(), lists: Vec::new(), quotes: 0 };
    walk.children(root);
    while let Some(step) = walk.steps.pop() {
        match step {
            Step::Visit(node) if node.is_text() => walk.flow.text(&node.text()),
            Step::Visit(node) if node.is_element() => walk.element(&node),
            Step::Visit(_) => {}
            Step::Leave(leave) => walk.leave(leave),
        }
    }
    walk.flow.finish()
}

enum Step<'a> {
    Visit(NodeRef<'a>),
    Leave(Leave),
}

/// What is to be undone after an element's children.
enum Leave {
    Block,
    Heading,
    Nest,
    Scope,
    List,
    Styles(usize),
    Quotation(&'static str),
    Text(&'static str),
}

struct Walk<'a, 'b> {
    context: Context<'b>,
    flow: Flow,
    steps: Vec<Step<'a>>,
    /// The next number of each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
}

impl<'a> Walk<'a, '_> {
    fn children(&mut self, node: &NodeRef<'a>) {
        self.steps.extend(node.children_it(true).map(Step::Visit));
    }

    fn enter(&mut self, node: &NodeRef<'a>, leave: Leave) {
        self.steps.push(Step::Leave(leave));
        self.children(node);
    }

    fn element(&mut self, node: &NodeRef<'a>) {
        let name = dom::name(node);
        if dom::is_silent(node, &name) {
            return;
        }
        if dom::is_block(&name) {
            self.scope(node);
            self.block(node, &name);
        } else {
            self.inline(node, &name);
        }
    }

    fn scope(&mut self, node: &NodeRef<'a>) {
        let scope =
            Scope { direction: inline::direction(node), language: dom::attribute(node, "lang") };
        if scope.direction.is_some() || scope.language.is_some() {
            self.flow.enter_scope(scope);
            self.steps.push(Step::Leave(Leave::Scope));
        }
    }

    fn block(&mut self, node: &NodeRef<'a>, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(1, |digit| digit.saturating_sub(b'0'));
                self.flow.start_heading(level);
                self.enter(node, Leave::Heading);
            }
            "blockquote" => self.nest(node, Nest::Quote),
            "ul" | "ol" | "menu" | "dir" => self.list(node, name),
            "li" => self.item(node),
            "dt" => {
                self.flow.enter(Nest::Item(Marker::Bullet));
                self.steps.push(Step::Leave(Leave::Nest));
                self.strong(node);
            }
            "dd" => self.nest(node, Nest::Item(Marker::Continued)),
            "summary" => {
                self.flow.end_block();
                self.steps.push(Step::Leave(Leave::Block));
                self.strong(node);
            }
            "hr" => self.flow.push(Content::Rule),
            "pre" => self.preformatted(node),
            "table" => self.table(node),
            "figure" => self.figure(node),
            "figcaption" => self.caption(node),
            _ => self.plain(node),
        }
    }

    fn plain(&mut self, node: &NodeRef<'a>) {
        self.flow.end_block();
        self.enter(node, Leave::Block);
    }

    fn nest(&mut self, node: &NodeRef<'a>, nest: Nest) {
        self.flow.enter(nest);
        self.enter(node, Leave::Nest);
    }

    fn strong(&mut self, node: &NodeRef<'a>) {
        self.flow.open(Style::Strong);
        self.enter(node, Leave::Styles(1));
    }

    fn list(&mut self, node: &NodeRef<'a>, name: &str) {
        self.flow.end_block();
        let start = dom::attribute(node, "start").and_then(|start| start.parse().ok());
        self.lists.push((name == "ol").then(|| start.unwrap_or(1)));
        self.enter(node, Leave::List);
    }

    fn item(&mut self, node: &NodeRef<'a>) {
        let value = dom::attribute(node, "value").and_then(|value| value.parse::<u64>().ok());
        let marker = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                Marker::Number(number)
            }
            _ => Marker::Bullet,
        };
        self.nest(node, Nest::Item(marker));
    }

    fn inline(&mut self, node: &NodeRef<'a>, name: &str) {
        match name {
            "br" => self.flow.line_break(),
            "wbr" => self.flow.text("\u{200b}"),
            "img" => self.picture(node),
            "q" => self.quotation(node),
            // The sign behind a heading that links to the heading itself.
            // And the one that leads back from a footnote.
            "a" if is_sign(&dom::line(node)) => {}
            "a" if inline::is_note(node, &dom::line(node)) => {
                self.flow.text(&format!("[{}]", dom::line(node)));
            }
            "sup" | "sub" => self.raised(node, name),
            "rt" => {
                self.flow.text("(");
                self.enter(node, Leave::Text(")"));
            }
            "span" if inline::is_half_line(node) => {
                self.flow.text(" ");
                self.enter(node, Leave::Text(" "));
            }
            _ => {
                let styles = inline::styles(node, name, self.context.base);
                let count = styles.len();
                styles.into_iter().for_each(|style| self.flow.open(style));
                self.enter(node, Leave::Styles(count));
            }
        }
    }

    /// The number of a footnote, or what stands above or below the line.
    fn raised(&mut self, node: &NodeRef<'a>, name: &str) {
        let text = dom::line(node);
        let is_note = node.descendants_it().any(|inside| {
            inside.has_name("a") && inside.attr("href").is_some_and(|href| href.contains('#'))
        });
        let is_bracketed = text.starts_with(['[', '(']);
        match inline::raised(&text, name) {
            Some(_) if is_note && !is_bracketed => self.flow.text(&format!("[{text}]")),
            Some(digits) if !is_note => self.flow.text(&digits),
            _ => self.enter(node, Leave::Styles(0)),
        }
    }

    fn quotation(&mut self, node: &NodeRef<'a>) {
        let own = dom::attribute(node, "lang");
        let language = own.as_deref().or(self.flow.language()).or(self.context.language);
        let (open, close) = inline::quotation_marks(language.unwrap_or_default(), self.quotes);
        self.quotes += 1;
        self.flow.text(open);
        self.enter(node, Leave::Quotation(close));
    }

    fn picture(&mut self, node: &NodeRef<'a>) {
        let Some(picture) = Picture::of(node, self.context.base) else { return };
        let Some((sign, style)) = picture.sign() else {
            return self.flow.picture(Rich::alternative(&picture.alt), picture.url);
        };
        let styles = usize::from(style.is_some());
        style.into_iter().for_each(|style| self.flow.open(style));
        self.flow.text(sign);
        (0..styles).for_each(|_| self.flow.close());
    }

    /// Code, unless its letters run from right to left: then it is verse, set with spaces.
    fn preformatted(&mut self, node: &NodeRef<'a>) {
        let text = code::text(node);
        let lines = text.strip_prefix('\n').unwrap_or(&text).trim_end();
        if lines.is_empty() {
            return;
        }
        if Direction::of(lines) == Some(Direction::Rtl) {
            let mut verse = RichBuilder::new();
            for (index, line) in lines.trim().lines().enumerate() {
                if index > 0 {
                    verse.line_break();
                }
                verse.text(line);
            }
            self.flow.push(Content::Paragraph { text: verse.finish() });
        } else {
            self.flow.push(Content::Code { text: Rich::plain(lines), syntax: code::syntax(node) });
        }
    }

    fn table(&mut self, node: &NodeRef<'a>) {
        if let Some(text) = verse::stanza(node) {
            return self.flow.push(Content::Paragraph { text });
        }
        let Some(content) = table::data(node, self.context.base) else {
            return self.plain(node);
        };
        self.flow.end_block();
        if let Some(caption) = node.children_it(false).find(|child| child.has_name("caption")) {
            self.flow.text(&caption.text());
        }
        self.flow.push(content);
    }

    /// A picture with its caption, or with what else the figure says of it in more than a word; a
    /// figure of anything else is read for what is in it.
    fn figure(&mut self, node: &NodeRef<'a>) {
        let inside: Vec<_> = node.descendants_it().map(|node| (dom::name(&node), node)).collect();
        let is_other = |name: &str| matches!(name, "table" | "pre" | "blockquote" | "figure");
        let mut pictures = inside.iter().filter(|(name, _)| name == "img");
        let caption = inside.iter().find(|(name, _)| name == "figcaption");
        // A picture that was packed into the file has no address, but a caption all the same.
        let packed =
            (caption.is_some() && pictures.clone().next().is_some()).then(Picture::default);
        let picture =
            pictures.find_map(|(_, node)| Picture::of(node, self.context.base)).or(packed);
        let Some(picture) = picture.filter(|_| !inside.iter().any(|(name, _)| is_other(name)))
        else {
            return self.plain(node);
        };
        let rich = |node| inline::rich(node, self.context.base);
        let caption = caption.map(|(_, node)| rich(node)).filter(|caption| !caption.is_blank());
        let own =
            || Some(rich(node)).filter(|words| words.text().split_whitespace().nth(1).is_some());
        let caption = caption.or_else(own).unwrap_or_else(|| Rich::alternative(&picture.alt));
        self.flow.push(Content::Figure { caption, url: picture.url });
    }

    /// A caption outside of a figure is that of the picture right above.
    fn caption(&mut self, node: &NodeRef<'a>) {
        self.flow.end_block();
        if !self.flow.caption(|| inline::rich(node, self.context.base)) {
            self.enter(node, Leave::Block);
        }
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Block => self.flow.end_block(),
            Leave::Heading => self.flow.end_heading(),
            Leave::Nest => self.flow.leave(),
            Leave::Scope => self.flow.leave_scope(),
            Leave::List => {
                self.flow.end_block();
                self.lists.pop();
            }
            Leave::Styles(count) => (0..count).for_each(|_| self.flow.close()),
            Leave::Quotation(close) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.flow.text(close);
            }
            Leave::Text(text) => self.flow.text(text),
        }
    }
}

fn is_sign(text: &str) -> bool {
    matches!(text.trim_end_matches('\u{fe0e}'), "¶" | "#" | "§" | "↩" | "↑" | "^" | "⏎")
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn read(html: &str) -> Vec<Block> {
        let page = Document::fragment(html);
        blocks(&page.root(), Context { base: Some("https://e.example/a/"), language: Some("ar") })
    }

    fn nested(nest: &[Nest], text: &str) -> Block {
        Block { nest: nest.to_vec(), ..Block::paragraph(text) }
    }

    #[test]
    fn text_without_paragraphs_is_read_all_the_same() {
        let body = read("one<div>two<p>three</div>four<br><br>five");
        let texts = ["one", "two", "three", "four", "five"].map(Block::paragraph);
        assert_eq!(body, texts);
    }

    #[test]
    fn lists_keep_their_numbers_and_their_depth() {
        let body = read("<ol start=3><li>ثلاثة<ul><li>أ</ul><p>تابع<li value=9>تسعة<li>عشرة</ol>");
        let item = |marker| Nest::Item(marker);
        let further = item(Marker::Continued);
        let expected = [
            nested(&[item(Marker::Number(3))], "ثلاثة"),
            nested(&[further.clone(), item(Marker::Bullet)], "أ"),
            nested(&[further], "تابع"),
            nested(&[item(Marker::Number(9))], "تسعة"),
            nested(&[item(Marker::Number(10))], "عشرة"),
        ];
        assert_eq!(body, expected);
    }

    #[test]
    fn a_direction_is_that_of_the_nearest_ancestor() {
        let body = read("<div dir=rtl lang=he><p>שלום<p dir=ltr>hello<p dir=auto>x</div><p>out");
        let directions: Vec<_> = body.iter().map(|block| block.direction).collect();
        let (rtl, ltr) = (Some(Direction::Rtl), Some(Direction::Ltr));
        assert_eq!(directions, [rtl, ltr, rtl, None]);
        assert_eq!(body[1].language.as_deref(), Some("he"));
    }

    #[test]
    fn isolates_and_overrides_are_styles() {
        let body = read("<p>أ <bdi>Bob</bdi> <span dir=ltr>x</span> <bdo dir=rtl>y</bdo>");
        let styles: Vec<_> =
            body[0].texts().flat_map(|text| text.spans()).map(|span| span.style.clone()).collect();
        let expected = [
            Style::Isolate { direction: None },
            Style::Isolate { direction: Some(Direction::Ltr) },
            Style::Override { direction: Direction::Rtl },
        ];
        assert_eq!(styles, expected);
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        let body = read("<p>قال <q>نعم <q>لا</q></q><p lang=en>he said <q>no</q>");
        assert_eq!(body[0].texts().next().unwrap().text(), "قال «نعم ‹لا›»");
        assert_eq!(body[1].texts().next().unwrap().text(), "he said “no”");
    }

    #[test]
    fn a_caption_may_stand_below_its_figure_or_in_other_words_within() {
        let figure = |caption: Rich| {
            Block::new(Content::Figure { caption, url: Some("https://e.example/a/b.jpg".into()) })
        };
        let credit = "ليلى بركات / رويترز";
        let below =
            format!("<figure><img src=b.jpg alt=x></figure><figcaption>{credit}</figcaption>");
        let within = format!("<figure><div><img src=b.jpg alt=x><p>{credit}</p></div></figure>");
        for html in [below, within] {
            assert_eq!(read(&html), [figure(credit.into())], "{html}");
        }
        let label = "<figure><span>Photo</span><img src=b.jpg alt=x></figure>";
        assert_eq!(read(label), [figure(Rich::alternative("x"))]);
        assert_eq!(
            read("<p>نص</p><figcaption>شرح</figcaption>"),
            ["نص", "شرح"].map(Block::paragraph)
        );
    }

    #[test]
    fn a_figure_is_told_by_its_caption() {
        let body = read("<figure><img src=b.jpg alt=alt><figcaption>شرح</figcaption></figure>");
        let url = Some("https://e.example/a/b.jpg".to_owned());
        assert_eq!(body, [Block::new(Content::Figure { caption: "شرح".into(), url })]);
    }

    #[test]
    fn code_keeps_its_lines_and_names_its_language() {
        let body = read("<pre><code class='hljs language-rust'>fn a() {\n    b\n}\n</code></pre>");
        let code = Content::Code { text: "fn a() {\n    b\n}".into(), syntax: Some("rust".into()) };
        assert_eq!(body, [Block::new(code)]);
    }

    #[test]
    fn a_footnote_is_referred_to_in_brackets_however_it_is_set() {
        let body = read(
            "<p>one<a href='#fn1'>1</a> two<sup><a href='#fn2'>2</a></sup> <a href='#part'>see 3</a>",
        );
        assert_eq!(body[0].texts().next().unwrap().text(), "one[1] two[2] see 3");
    }

    #[test]
    fn readings_stand_in_brackets_and_halves_of_verse_apart() {
        let body = read(
            "<p><ruby>漢字<rp>(<rt>かんじ<rp>)</ruby><p><span class=sadr>صدر</span><span class=ajz>عجز</span>",
        );
        let texts: Vec<_> = body.iter().flat_map(Block::texts).map(Rich::text).collect();
        assert_eq!(texts, ["漢字(かんじ)", "صدر عجز"]);
    }

    #[test]
    fn verse_in_a_preformatted_block_is_no_code() {
        assert_eq!(
            read("<pre>\nقفا نبك\n   بسقط اللوى</pre>"),
            [Block::paragraph("قفا نبك\nبسقط اللوى")]
        );
    }

    #[test]
    fn terms_and_ruby_and_summaries_are_read() {
        let body = read("<dl><dt>t<dd>d</dl><ruby>漢<rt>かん</ruby><details><summary>s</summary>x");
        let texts: Vec<_> = body.iter().flat_map(Block::texts).map(Rich::text).collect();
        assert_eq!(texts, ["t", "d", "漢(かん)", "s", "x"]);
    }

    #[test]
    fn notes_and_raised_digits_are_told_apart() {
        let body = read(
            "<p>نص<sup><a href='#fn1'>1</a></sup> H<sub>2</sub>O 10<sup>3</sup> 1<sup>st</sup> <a href='#r'>↩</a>",
        );
        assert_eq!(body[0].texts().next().unwrap().text(), "نص[1] H₂O 10³ 1st");
    }

    #[test]
    fn a_script_link_is_only_text() {
        let body = read("<p><a href='javascript:x()'>a</a> <a href='/b'>b</a>");
        let spans: Vec<_> = body[0].texts().flat_map(|text| text.spans()).collect();
        assert_eq!(spans.len(), 1);
        assert_eq!(spans[0].style, Style::Link { url: "https://e.example/b".into() });
    }
}
