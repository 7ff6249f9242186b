//! How folded text is cut into the words of the vocabulary, so that what is looked for in words is found
//! exactly where it is found in the text.
//!
//! White space always cuts. Between, the signs before the first letter and after the last one are words of
//! their own, so that a full stop does not make another word; signs inside stay (`3.5`, `a-b`). Scripts that
//! put no space between words are cut into pairs of characters. Whatever would fill the vocabulary with what
//! stands nowhere else, as addresses would, is cut at its inner signs too: into letters, signs, and letters with
//! the signs that are between them. The text is then said to be odd: see [`Odd`].

use std::ops::Range;
use std::sync::LazyLock;

/// Characters of a word as people write them, at most; addresses are longer.
const LONG: usize = 32;
/// Bytes of what programs write for people to copy, at most.
const ENDLESS: usize = 256;

/// What words alone do not tell of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Odd {
    /// Something in it was cut at its inner signs.
    pub(super) long: bool,
    /// Something in it was left out.
    pub(super) endless: bool,
}

/// What a character is to the cutting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space.
    Blank,
    Letter,
    /// Punctuation, symbols, and marks that are not letters.
    Sign,
    /// A letter of a script without spaces between words.
    Dense,
}

/// What `c` is.
pub(super) fn class(c: char) -> Class {
    match TABLE.get(c as usize) {
        Some(&class) => class,
        None => rule(c),
    }
}

/// The words of `text`, as they come: the bytes of each. Of words that end together, the shortest comes first.
pub(super) fn words(text: &str, each: impl FnMut(Range<usize>)) -> Odd {
    let mut cutter = Cutter { text, each, odd: Odd::default() };
    let (mut stretch, mut dense) = (Stretch::default(), Run::default());
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match class(c) {
            Class::Letter => stretch.letter(at, end),
            Class::Sign => stretch.sign(at, end),
            Class::Blank => cutter.stretch(&mut stretch),
            Class::Dense => {
                cutter.stretch(&mut stretch);
                cutter.pair(&mut dense, at, end);
                continue;
            }
        }
        cutter.single(&mut dense);
    }
    cutter.stretch(&mut stretch);
    cutter.single(&mut dense);
    cutter.odd
}

/// Where the letters and signs between two cuts stand.
#[derive(Clone, Copy, Debug, Default)]
struct Stretch {
    start: usize,
    end: usize,
    /// From the first letter to the end of the last.
    core: Option<(usize, usize)>,
}

impl Stretch {
    const fn letter(&mut self, at: usize, end: usize) {
        self.sign(at, end);
        let start = match self.core {
            Some((start, _)) => start,
            None => at,
        };
        self.core = Some((start, end));
    }

    const fn sign(&mut self, at: usize, end: usize) {
        if self.end == 0 {
            self.start = at;
        }
        self.end = end;
    }
}

/// The last character of a script without spaces, and whether it has been said as part of a pair.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    last: Option<(usize, usize)>,
    paired: bool,
}

struct Cutter<'a, F> {
    text: &'a str,
    each: F,
    odd: Odd,
}

impl<F: FnMut(Range<usize>)> Cutter<'_, F> {
    fn word(&mut self, start: usize, end: usize) {
        if end - start > ENDLESS {
            self.odd.endless = true;
        } else if start < end {
            (self.each)(start..end);
        }
    }

    fn stretch(&mut self, stretch: &mut Stretch) {
        let Stretch { start, end, core } = std::mem::take(stretch);
        let Some((first, last)) = core else { return self.word(start, end) };
        self.word(start, first);
        if self.is_long(first, last) {
            self.odd.long = true;
            self.long(first, last);
        } else {
            self.word(first, last);
        }
        self.word(last, end);
    }

    fn is_long(&self, start: usize, end: usize) -> bool {
        let is_first = |byte: &&u8| **byte & 0xc0 != 0x80;
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        bytes.len() > LONG && bytes.iter().filter(is_first).count() > LONG
    }

    /// Its letters and its signs, apart, and letters with the signs that stand between them.
    fn long(&mut self, start: usize, end: usize) {
        let core = self.text.get(start..end).unwrap_or_default();
        let (mut run, mut letters, mut before) = (start, None, Class::Letter);
        let ends = core.char_indices().map(|(at, c)| (start + at, class(c)));
        for (at, class) in ends.chain([(end, Class::Blank)]).filter(|&(at, _)| at > start) {
            if class == before {
                continue;
            }
            self.word(run, at);
            if before == Class::Letter
                && let Some(first) = letters.replace(run)
            {
                self.word(first, at);
            }
            (run, before) = (at, class);
        }
    }

    fn pair(&mut self, run: &mut Run, at: usize, end: usize) {
        if let Some((first, _)) = run.last {
            self.word(first, end);
            run.paired = true;
        }
        run.last = Some((at, end));
    }

    /// A run has ended: one that had a single character is a word.
    fn single(&mut self, run: &mut Run) {
        if let Run { last: Some((at, end)), paired: false } = std::mem::take(run) {
            self.word(at, end);
        }
    }
}

static TABLE: LazyLock<[Class; 0x1100]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        rule(u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default())
    })
});

fn rule(c: char) -> Class {
    match c {
        ' ' | '\n' => Class::Blank,
        // Thai, Lao, Tibetan, Burmese, Khmer; kana, ideographs.
        '\u{e00}'..='\u{fff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Class::Dense,
        _ if c.is_alphanumeric() => Class::Letter,
        _ => Class::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Vec<&str>, Odd) {
        let mut found = Vec::new();
        let odd = words(text, |word| found.push(text.get(word).unwrap()));
        (found, odd)
    }

    #[test]
    fn signs_around_a_word_are_words_of_their_own() {
        assert_eq!(
            cut("\"صه\"ل, 3.5 (c++) -\nx").0,
            ["\"", "صه\"ل", ",", "3.5", "(", "c", "++)", "-", "x"]
        );
        assert_eq!(cut("").0, [""; 0]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_pairs() {
        assert_eq!(cut("ab中国人c 中").0, ["ab", "中国", "国人", "c", "中"]);
    }

    #[test]
    fn what_is_long_is_cut_at_its_signs_and_what_is_endless_left_out() {
        let address = format!("a/{}.b", "x".repeat(LONG));
        let (words, odd) = cut(&address);
        let x = "x".repeat(LONG);
        let (first, last) = (format!("a/{x}"), format!("{x}.b"));
        assert_eq!(words, ["a", "/", &x, &first, ".", "b", &last]);
        assert_eq!(odd, Odd { long: true, endless: false });
        let endless = format!("a {} b", "-".repeat(ENDLESS + 1));
        assert_eq!(cut(&endless), (vec!["a", "b"], Odd { long: false, endless: true }));
    }
}
