//! The name of an article: a hash of what it says.
//!
//! White space is folded and mark-up left out, so a renamed, moved or re-wrapped file keeps its
//! bookmarks, and two copies share them.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::scrub::nfc;
use super::{Article, Block, Rich};

/// So many bytes are hashed together, much faster than a paragraph by itself.
const TOGETHER: usize = 1 << 16;

/// Sixteen hexadecimal digits, the same for the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(String);

impl ArticleId {
    pub(super) fn of(article: &Article) -> Self {
        let mut hash = blake3::Hasher::new();
        let mut words = String::with_capacity(TOGETHER);
        let mut is_empty = true;
        for text in article.body.iter().flat_map(Block::texts).map(Rich::text) {
            let text = nfc(text);
            let text = text.trim();
            if !text.is_empty() {
                is_empty = false;
                words.push_str(&single_spaced(text));
                words.push(' ');
            }
            if words.len() >= TOGETHER {
                hash.update(words.as_bytes());
                words.clear();
            }
        }
        hash.update(words.as_bytes());
        if is_empty {
            hash.update(article.metadata.title.as_bytes());
            hash.update(article.metadata.url.as_deref().unwrap_or_default().as_bytes());
        }
        Self(hash.finalize().to_hex().chars().take(16).collect())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words of a text with one space between them: mostly the text itself.
fn single_spaced(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // White space that is not ASCII begins with one of four bytes (U+0085, U+00A0, U+1680, U+2000 to U+205F,
    // U+3000). Without a branch, so that many are looked at together.
    let is_odd = |(&byte, &next): (&u8, &u8)| {
        (byte < b' ')
            | ((byte == b' ') & (next <= b' '))
            | (byte == 0xc2)
            | (byte.wrapping_sub(0xe1) < 3)
    };
    if pairs.map(is_odd).fold(false, |any, one| any | one) {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for ArticleId {
    fn from(digits: &str) -> Self {
        Self(digits.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Metadata;

    #[test]
    fn re_wrapping_keeps_the_name() {
        let one = Article::new(Metadata::default(), vec![Block::paragraph("one two\nthree")]);
        let two = Article::new(
            Metadata { title: "A title".into(), ..Metadata::default() },
            vec![Block::paragraph("one"), Block::paragraph("two three")],
        );
        assert_eq!(one.id, two.id);
        assert_eq!(one.id.as_str().len(), 16);
    }

    #[test]
    fn only_single_spaces_are_left() {
        let spaces =
            ["", " ", "  ", "\n", " \t", "\u{b}", "\u{85}", "\u{a0}", "\u{2003}", "\u{3000}"];
        for (one, other) in spaces.iter().flat_map(|one| spaces.map(|other| (one, other))) {
            let text = format!("«a{one}خبر{other}č»…");
            let words: Vec<_> = text.split_whitespace().collect();
            assert_eq!(single_spaced(&text), words.join(" "), "{text:?}");
        }
    }
}
