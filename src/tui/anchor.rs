//! The place that is read, found again in another text of the same article: by the first words on
//! screen, else by how far into the text they stood.

use crate::article::{Article, Offset};
use crate::search::passages;

/// Words looked for together: enough to be told from other places, few enough to be there unbroken.
const WORDS: usize = 8;
/// Lines of text looked for one after the other: what stands first on the screen of a whole page may
/// not be in the article.
const TRIES: usize = 24;

/// What was read, to be found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The first words of the stretches of text on and below the place, the nearest first.
    openings: Vec<String>,
    /// Characters before the place.
    before: usize,
    /// Characters in all, where they are known.
    all: Option<usize>,
}

impl Anchor {
    /// The place in an article.
    #[must_use]
    pub fn of(article: &Article, place: Offset) -> Self {
        let text = article.text();
        let all = Some(text.chars().count());
        Self { all, ..Self::of_beginning(&text, place) }
    }

    /// The place in a text that goes on.
    #[must_use]
    pub fn of_beginning(text: &str, place: Offset) -> Self {
        let (above, below) = text.split_at_checked(place.0).unwrap_or((text, ""));
        let opening =
            |line: &str| line.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
        let openings = below.lines().map(opening).filter(|words| !words.is_empty()).take(TRIES);
        Self { openings: openings.collect(), before: above.chars().count(), all: None }
    }

    /// Where it is in another text of the article; the start stays the start.
    #[must_use]
    pub fn find(&self, article: &Article) -> Offset {
        if self.before == 0 { Offset(0) } else { self.find_in(&article.text()) }
    }

    /// Where it is in a text; the start stays the start.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Offset {
        if self.before == 0 {
            return Offset(0);
        }
        let found = passages(text, self.openings.iter().map(String::as_str));
        let by_words = found.into_iter().flatten().next().map(|range| range.start);
        Offset(by_words.unwrap_or_else(|| self.by_share(text)))
    }

    /// The same letters in another encoding are as many characters, or nearly so.
    fn by_share(&self, text: &str) -> usize {
        let count = text.chars().count();
        let all = self.all.filter(|all| *all > 0 && *all != count);
        let nth = all.map_or(self.before, |all| self.before * count / all);
        text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Metadata};

    fn article(paragraphs: &[&str]) -> Article {
        let blocks = paragraphs.iter().map(|text| Block::paragraph(*text)).collect();
        Article::new(Metadata::default(), blocks)
    }

    fn moved(one: &[&str], words: &str, two: &[&str]) -> String {
        let (one, two) = (article(one), article(two));
        let place = Offset(one.text().find(words).unwrap());
        let found = Anchor::of(&one, place).find(&two);
        two.text().get(found.0..).unwrap().chars().take(12).collect()
    }

    const ARTICLE: &[&str] = &["The first paragraph.", "A second one, on ships.", "The end."];
    const WHOLE: &[&str] =
        &["Home News Sport", "The first paragraph.", "Advertisement", "A second one, on ships."];

    #[test]
    fn the_words_on_screen_are_found_in_the_whole_page_and_back() {
        assert_eq!(moved(ARTICLE, "A second", WHOLE), "A second one");
        assert_eq!(moved(WHOLE, "Advertisement", ARTICLE), "A second one");
    }

    #[test]
    fn what_is_not_found_is_as_far_in_as_it_was() {
        assert_eq!(moved(&["abcdef", "ghij klmnop"], "klm", &["АБВГДЕ", "ЖЗИЙ КЛМНОП"]), "КЛМНОП");
        assert_eq!(
            moved(&["abcdef"], "def", &["uvwxyzuvwxyz"]),
            "xyzuvw".replace("xyzuvw", "uvwxyz")
        );
        assert_eq!(moved(&["abcdef"], "def", &[]), "");
    }

    #[test]
    fn the_place_in_a_beginning_is_as_many_letters_into_the_whole() {
        let anchor = Anchor::of_beginning("abcdef", Offset(3));
        assert_eq!(anchor.find(&article(&["АБВГДЕЖЗИ"])), Offset("АБВ".len()));
        assert_eq!(anchor.find(&article(&["ab", "def def"])), Offset("ab\n".len()), "by its words");
    }

    #[test]
    fn the_start_stays_the_start() {
        assert_eq!(moved(ARTICLE, "The first", WHOLE), "Home News Sp");
    }
}
