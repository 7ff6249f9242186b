//! What a character is to the search for the ends of lines, and to what cuts lines into cells: most take one
//! column and stand alone or with the marks on them, and where a line may end among them needs no tables.
//!
//! The kinds are few and their members chosen with care; all that is not listed is [`Kind::Other`], which
//! is cut into atoms and asked for its breaks as UAX #14 has them.

use std::sync::LazyLock;

/// The kind of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// U+0020.
    Space,
    /// A letter or digit of class AL, HL or NU: among them no line ends.
    Letter,
    /// Lam.
    Lam,
    /// An alef that makes one cell with a lam before it.
    Alef,
    /// An opening bracket or quotation mark: no line ends after it before a letter.
    Opening,
    /// What ends a clause, or closes what was opened: no line ends before it.
    Closing,
    /// Of one column as the ones above; a line may end beside it.
    Sign,
    /// On the letter before it.
    Mark,
    /// ZWNJ: shows nothing and belongs to what is before it.
    NonJoiner,
    /// Anything.
    Other,
}

impl Kind {
    /// Whether a cluster begins at it, whatever of these stands before it, and it takes one column.
    pub(super) const fn is_base(self) -> bool {
        !matches!(self, Self::Mark | Self::NonJoiner | Self::Other)
    }

    /// Whether it looks the same from right to left.
    pub(super) const fn is_unmirrored(self) -> bool {
        self.is_letter() || matches!(self, Self::Space)
    }

    pub(super) const fn is_letter(self) -> bool {
        matches!(self, Self::Letter | Self::Lam | Self::Alef)
    }
}

const SIZE: usize = 0x2040;

static TABLE: LazyLock<[Kind; SIZE]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = u32::try_from(code).ok().and_then(char::from_u32);
        c.map_or(Kind::Other, of)
    })
});

/// The kinds of characters, looked up.
#[derive(Clone, Copy)]
pub(super) struct Kinds(&'static [Kind; SIZE]);

impl Kinds {
    pub(super) fn new() -> Self {
        Self(&TABLE)
    }

    pub(super) fn of(self, c: char) -> Kind {
        self.0.get(c as usize).copied().unwrap_or(Kind::Other)
    }
}

const fn of(c: char) -> Kind {
    match c {
        ' ' => Kind::Space,
        '\u{644}' => Kind::Lam,
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}' => Kind::Alef,
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => {
            Kind::Letter
        }
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' => Kind::Letter,
        'Α'..='Ρ' | 'Σ'..='ώ' | 'А'..='я' | 'א'..='ת' => Kind::Letter,
        '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' | '\u{6d5}' => Kind::Letter,
        '(' | '[' | '{' | '«' | '“' | '‘' => Kind::Opening,
        ')' | ']' | '}' | '»' | '”' | '’' | '.' | ',' | ':' | ';' | '!' | '?' | '…' => {
            Kind::Closing
        }
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}' => Kind::Closing,
        '!'..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{bf}' => Kind::Sign,
        '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5f3}' | '\u{5f4}' => Kind::Sign,
        '\u{66a}'..='\u{66d}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' => Kind::Sign,
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' => {
            Kind::Mark
        }
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{5c7}' => Kind::Mark,
        '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' => Kind::Mark,
        '\u{6ea}'..='\u{6ed}' => Kind::Mark,
        '\u{200c}' => Kind::NonJoiner,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Level, Paragraph, Setting, breaks, grapheme, lay_out};
    use super::*;

    fn all(fits: impl Fn(Kind) -> bool) -> Vec<char> {
        ('\0'..'\u{2040}').filter(|c| fits(of(*c))).collect()
    }

    #[test]
    fn each_takes_one_column_from_either_side_and_the_marks_on_it_none() {
        for base in all(|kind| kind.is_base() && kind != Kind::Space) {
            for level in [Level::ltr(), Level::rtl()] {
                for added in
                    [String::new()].into_iter().chain(["\u{200c}".into(), "\u{64e}".into()])
                {
                    let text = format!("{base}{added}");
                    let paragraph = Paragraph { text: &text, level, isolates: &[] };
                    let line = &lay_out(&paragraph, Setting::VISUAL)[0];
                    assert_eq!((line.cells.len(), line.width()), (1, 1), "{text:?}");
                }
            }
        }
        for mark in all(|kind| kind == Kind::Mark) {
            let text = format!("ب{mark}");
            let paragraph = Paragraph { text: &text, level: Level::rtl(), isolates: &[] };
            assert_eq!(lay_out(&paragraph, Setting::VISUAL)[0].width(), 1, "{mark:?}");
        }
    }

    #[test]
    fn what_looks_the_same_has_no_mirrored_form() {
        use super::super::mirror::mirror;
        assert!(all(Kind::is_unmirrored).into_iter().all(|c| mirror(c) == c));
    }

    #[test]
    fn clusters_begin_at_each_and_hold_its_marks() {
        let bases = all(Kind::is_base);
        for &base in &bases {
            for text in [format!("ب{base}"), format!("{base}ب"), format!("{base} {base}")] {
                let count = text.chars().count();
                assert_eq!(grapheme::clusters(&text).count(), count, "{text:?}");
            }
        }
        for mark in all(|kind| matches!(kind, Kind::Mark | Kind::NonJoiner)) {
            for base in ['a', 'ب', '(', '…'] {
                assert_eq!(grapheme::clusters(&format!("{base}{mark}ب")).count(), 2, "{mark:?}");
            }
        }
    }

    #[test]
    fn a_line_ends_before_a_word_and_nowhere_in_it() {
        let (letters, marks) =
            (all(Kind::is_letter), all(|kind| matches!(kind, Kind::Mark | Kind::NonJoiner)));
        let (opening, closing) =
            (all(|kind| kind == Kind::Opening), all(|kind| kind == Kind::Closing));
        let whole = |word: &str| {
            let text = format!("ب {word} ب");
            let expected = [3, 4 + word.len(), text.len()];
            assert_eq!(breaks::opportunities(&text), expected, "{word:?}");
        };
        for &letter in &letters {
            for other in ['ب', 'a', 'א', '5', '٥'] {
                whole(&format!("{letter}{other}"));
                whole(&format!("{other}{letter}"));
            }
            for &mark in &marks {
                whole(&format!("{letter}{mark}ب"));
            }
            for &open in &opening {
                whole(&format!("{open}{letter}"));
            }
            for &close in &closing {
                whole(&format!("{letter}{close}"));
            }
        }
        for (&one, &two) in opening.iter().flat_map(|one| opening.iter().map(move |two| (one, two)))
        {
            whole(&format!("{one}{two}ب"));
        }
        for (&one, &two) in closing.iter().flat_map(|one| closing.iter().map(move |two| (one, two)))
        {
            whole(&format!("ب{one}{two}"));
        }
    }
}
