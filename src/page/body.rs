//! The body, block by block: the direction of each, the space between them, what kind it is set as.

use std::borrow::Cow;

use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Offset;
use crate::article::Rich;
use crate::article::is_rtl_language;

use super::compose::{Composer, Role};
use super::furniture::Furniture;
use super::{Dress, Part};

impl Composer<'_> {
    pub(super) fn body(&mut self) {
        let article = self.article;
        let mut offset = Offset(0);
        let mut previous: Option<&Block> = None;
        for block in &article.body {
            let direction = direction(block, article.metadata.direction);
            self.speak(block.language.as_deref());
            self.enter(block, previous, direction);
            self.block(block, offset, direction);
            offset.0 += block.texts().map(|text| text.text().len() + 1).sum::<usize>();
            previous = Some(block);
        }
    }

    /// The space before a block, and its furniture.
    fn enter(&mut self, block: &Block, previous: Option<&Block>, direction: Direction) {
        if self.setting.dress == Dress::Bare {
            return;
        }
        let furniture = Furniture::new(&block.nest, &self.furniture, self.measure());
        if let Some(previous) = previous
            && !block.is_tight_after(previous)
        {
            self.space_behind(&self.furniture.shared(&furniture), direction);
        }
        self.furniture = furniture;
    }

    fn block(&mut self, block: &Block, offset: Offset, direction: Direction) {
        let role = |part| Role { part, direction };
        match &block.content {
            Content::Heading { level, text } => {
                self.text(text, offset, role(Part::Heading(*level)))
            }
            Content::Paragraph { text } => {
                let leaf = self.prepare(text, offset);
                self.running_text(leaf, role(Part::Body), block.language.as_deref());
            }
            Content::Code { text, .. } => self.text(text, offset, role(Part::Code)),
            Content::Figure { caption, .. } => self.figure(caption, offset, direction),
            Content::Table { rows, header } => self.table(rows, usize::from(*header), offset),
            Content::Rule => self.rule(),
        }
    }

    fn text(&mut self, text: &Rich, offset: Offset, role: Role) {
        let leaf = self.prepare(text, offset);
        self.leaf(leaf, role);
    }

    fn figure(&mut self, caption: &Rich, offset: Offset, direction: Direction) {
        if self.setting.dress == Dress::Full {
            self.furniture.add_picture(self.measure());
        }
        if self.setting.dress == Dress::Full || !caption.is_blank() {
            self.text(caption, offset, Role { part: Part::Caption, direction });
        }
    }
}

/// The direction of a block: declared, by its declared language, left to right for code and bare
/// addresses, else by its letters among those of the article.
fn direction(block: &Block, article: Direction) -> Direction {
    if matches!(block.content, Content::Code { .. }) {
        return Direction::Ltr;
    }
    let mut texts = block.texts().map(Rich::text);
    let first = Cow::from(texts.next().unwrap_or_default());
    let text = texts.fold(first, |all, next| all + " " + next);
    let by_language = || {
        let language = block.language.as_deref()?;
        Some(if is_rtl_language(language) { Direction::Rtl } else { Direction::Ltr })
    };
    let by_letters = || {
        if is_address(&text) { Direction::Ltr } else { Direction::of_block(&text, article) }
    };
    block.direction.or_else(by_language).unwrap_or_else(by_letters)
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_whitespace) && text.contains("://")
}
