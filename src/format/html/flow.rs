//! The flat body in the making: text, styles and nests arrive as a stream, blocks come out.
//!
//! HTML and Markdown both nest their mark-up freely; a body is flat. A style that is open when a
//! block ends goes on in the next one, and an item's marker stands before its first block only. What
//! the mark-up was called is not known here.

use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Marker;
use crate::article::Nest;
use crate::article::Rich;
use crate::article::RichBuilder;
use crate::article::Style;

/// A body in the making.
#[derive(Debug, Default)]
pub(in crate::format) struct Flow {
    blocks: Vec<Block>,
    rich: RichBuilder,
    styles: Vec<Style>,
    nest: Vec<Nest>,
    scopes: Vec<Scope>,
    heading: Option<u8>,
    /// A line break that counts only if text follows it in the same block.
    broken: bool,
    /// Pictures met within a paragraph, which stand after it.
    figures: Vec<Content>,
}

/// What an ancestor declares for the blocks inside it.
#[derive(Clone, Debug, Default)]
pub(in crate::format) struct Scope {
    /// The direction.
    pub(in crate::format) direction: Option<Direction>,
    /// The language tag.
    pub(in crate::format) language: Option<String>,
}

impl Flow {
    /// Text whose white space collapses.
    pub(in crate::format) fn text(&mut self, text: &str) {
        if self.broken && !text.trim().is_empty() {
            self.broken = false;
            self.rich.line_break();
        }
        self.rich.text(text);
    }

    /// A line break within the paragraph; a second one in a row starts a new paragraph.
    pub(in crate::format) fn line_break(&mut self) {
        if self.broken && self.heading.is_none() {
            self.end_block();
        } else {
            self.broken = !self.rich.is_empty();
        }
    }

    /// Opens an inline style; it stays open across blocks until [`Self::close`].
    pub(in crate::format) fn open(&mut self, style: Style) {
        if self.broken {
            self.broken = false;
            self.rich.line_break();
        }
        self.rich.open(style.clone());
        self.styles.push(style);
    }

    /// Closes the style opened last.
    pub(in crate::format) fn close(&mut self) {
        if self.styles.pop().is_some() {
            self.rich.close();
        }
    }

    /// Ends the paragraph or heading being written, if any.
    pub(in crate::format) fn end_block(&mut self) {
        self.broken = false;
        let text = std::mem::take(&mut self.rich).finish();
        for style in &self.styles {
            self.rich.open(style.clone());
        }
        if !text.is_blank() {
            let content = match self.heading {
                Some(level) => Content::Heading { level, text },
                None => Content::Paragraph { text },
            };
            self.emit(content);
        }
        for figure in std::mem::take(&mut self.figures) {
            self.emit(figure);
        }
    }

    /// What follows is a heading, until [`Self::end_heading`].
    pub(in crate::format) fn start_heading(&mut self, level: u8) {
        self.end_block();
        self.heading = Some(level.clamp(1, 6));
    }

    /// Ends the heading.
    pub(in crate::format) fn end_heading(&mut self) {
        self.end_block();
        self.heading = None;
    }

    /// A picture, after the paragraph being written.
    pub(in crate::format) fn figure(&mut self, caption: &str, url: Option<String>) {
        self.picture(Rich::plain(caption.trim()), url);
    }

    /// The same, with a caption that has marks on it.
    pub(in crate::format) fn picture(&mut self, caption: Rich, url: Option<String>) {
        self.figures.push(Content::Figure { caption, url });
        if self.rich.is_empty() {
            self.end_block();
        }
    }

    /// Gives the picture right above a caption, if there is one that has none.
    pub(in crate::format) fn caption(&mut self, words: impl FnOnce() -> Rich) -> bool {
        let Some(Content::Figure { caption, .. }) =
            self.blocks.last_mut().map(|block| &mut block.content)
        else {
            return false;
        };
        if !(caption.is_blank() || caption.is_alternative()) {
            return false;
        }
        let words = words();
        if !words.is_blank() {
            *caption = words;
        }
        true
    }

    /// A block that is complete.
    pub(in crate::format) fn push(&mut self, content: Content) {
        self.end_block();
        self.emit(content);
    }

    /// Blocks that are complete, inside what is open here.
    pub(in crate::format) fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.end_block();
        for block in blocks {
            let depth = self.nest.len();
            let scope = Scope { direction: block.direction, language: block.language };
            self.scopes.push(self.inherited(scope));
            self.nest.extend(block.nest);
            self.emit(block.content);
            self.nest.truncate(depth);
            self.scopes.pop();
        }
    }

    /// Enters a quote or a list item.
    pub(in crate::format) fn enter(&mut self, nest: Nest) {
        self.end_block();
        self.nest.push(nest);
    }

    /// Leaves the quote or item entered last.
    pub(in crate::format) fn leave(&mut self) {
        self.end_block();
        self.nest.pop();
    }

    /// Enters an element that declares a direction or a language.
    pub(in crate::format) fn enter_scope(&mut self, scope: Scope) {
        self.end_block();
        let scope = self.inherited(scope);
        self.scopes.push(scope);
    }

    /// Leaves it.
    pub(in crate::format) fn leave_scope(&mut self) {
        self.end_block();
        self.scopes.pop();
    }

    /// The language declared for what is written now.
    pub(in crate::format) fn language(&self) -> Option<&str> {
        self.scopes.last()?.language.as_deref()
    }

    /// The body.
    pub(in crate::format) fn finish(mut self) -> Vec<Block> {
        self.end_block();
        self.blocks
    }

    fn inherited(&self, scope: Scope) -> Scope {
        let outer = self.scopes.last().cloned().unwrap_or_default();
        Scope {
            direction: scope.direction.or(outer.direction),
            language: scope.language.or(outer.language),
        }
    }

    fn emit(&mut self, content: Content) {
        let scope = self.scopes.last().cloned().unwrap_or_default();
        self.blocks.push(Block {
            nest: self.nest.clone(),
            content,
            direction: scope.direction,
            language: scope.language,
        });
        for nest in &mut self.nest {
            if let Nest::Item(marker) = nest {
                *marker = Marker::Continued;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_has_its_marker_once() {
        let mut flow = Flow::default();
        flow.enter(Nest::Item(Marker::Number(3)));
        flow.text("one");
        flow.end_block();
        flow.text("two");
        flow.leave();
        let nests: Vec<_> = flow.finish().into_iter().map(|block| block.nest).collect();
        assert_eq!(nests, [[Nest::Item(Marker::Number(3))], [Nest::Item(Marker::Continued)]]);
    }

    #[test]
    fn a_style_goes_on_in_the_next_block() {
        let mut flow = Flow::default();
        flow.open(Style::Strong);
        flow.text("one");
        flow.end_block();
        flow.text("two");
        flow.close();
        let spans = |block: &Block| block.texts().map(|text| text.spans().len()).sum::<usize>();
        assert_eq!(flow.finish().iter().map(spans).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn two_line_breaks_part_paragraphs_and_one_parts_lines() {
        let mut flow = Flow::default();
        for part in ["one", "two", "", "three"] {
            flow.text(part);
            flow.line_break();
        }
        assert_eq!(flow.finish(), [Block::paragraph("one\ntwo"), Block::paragraph("three")]);
    }

    #[test]
    fn a_picture_within_a_paragraph_follows_it() {
        let mut flow = Flow::default();
        flow.text("before");
        flow.figure("صورة", None);
        flow.text(" after");
        let body = flow.finish();
        assert_eq!(body[0], Block::paragraph("before after"));
        assert!(matches!(body[1].content, Content::Figure { .. }));
    }
}
