//! The name of an article: a hash of what it says.
//!
//! White space is folded and mark-up left out, so a renamed, moved or re-wrapped file keeps its
//! bookmarks, and two copies share them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::scrub::nfc;
use super::{Article, Block, Rich};

/// Sixteen hexadecimal digits, the same for the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(String);

impl ArticleId {
    pub(super) fn of(article: &Article) -> Self {
        let mut hash = blake3::Hasher::new();
        let mut words = 0;
        let mut line = String::new();
        for text in article.body.iter().flat_map(Block::texts).map(Rich::text) {
            line.clear();
            for word in nfc(text).split_whitespace() {
                line.push_str(word);
                line.push(' ');
                words += 1;
            }
            hash.update(line.as_bytes());
        }
        if words == 0 {
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
}
