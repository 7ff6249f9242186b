//! The folding rules for one character: what it becomes, and what a mark does to the letter before.
//!
//! The rules work on canonically decomposed text (UAX #15), so they cannot depend on how a letter was
//! composed. Marks that decorate a letter (Arabic, Hebrew, Latin, Greek, Cyrillic) are dropped; marks
//! that spell (vowel signs and viramas of India and South-East Asia, the voicing of kana) are kept,
//! for without them the words are others. Speed is not looked for here: see [`super::fold()`].

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::char::decompose_canonical;
use unicode_normalization::char::decompose_compatible;
use unicode_properties::GeneralCategory;
use unicode_properties::UnicodeGeneralCategory;

/// Appends what `c` becomes to `out`, the folded text before it.
pub(super) fn push(c: char, out: &mut String) {
    decompose_canonical(c, |c| {
        if !push_special(c, out) {
            decompose_compatible(c, |c| {
                if !push_special(c, out) {
                    push_cased(c, out);
                }
            });
        }
    });
}

/// Whether what `c` becomes depends on the text before it.
pub(super) fn depends_on_context(c: char) -> bool {
    c.is_whitespace() || c == HAMZA_ABOVE || is_spelling_mark(c)
}

const HAMZA_ABOVE: char = '\u{654}';

/// The rules that outrank decomposition; whether one of them applied.
fn push_special(c: char, out: &mut String) -> bool {
    if c.is_whitespace() {
        if !out.ends_with(' ') {
            out.push(' ');
        }
    } else if c == HAMZA_ABOVE {
        seat_hamza(out);
    } else if let Some(plain) = plain(c) {
        out.push(plain);
    } else if is_spelling_mark(c) {
        insert_mark(c, out);
    } else {
        return is_dropped(c);
    }
    true
}

/// The letter or sign that readers type for `c`.
fn plain(c: char) -> Option<char> {
    let plain = match c {
        'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ہ' | 'ۃ' => 'ه',
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' => 'd',
        'ħ' | 'Ħ' => 'h',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '٫' => '.',
        '٬' => ',',
        '\u{2018}'..='\u{201b}' | '‹' | '›' | '′' | 'ʼ' | '´' | '׳' => '\'',
        '\u{201c}'..='\u{201f}' | '«' | '»' | '″' | '״' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '־' => '-',
        _ => return digit(c),
    };
    Some(plain)
}

/// Digits of every script; Unicode lays each ten of them out in a row, from zero up.
fn digit(c: char) -> Option<char> {
    let is_digit = |c: char| c.general_category() == GeneralCategory::DecimalNumber;
    if !c.is_numeric() || c.is_ascii() || !is_digit(c) {
        return None;
    }
    let before = (0..c as u32).rev().map_while(char::from_u32).take_while(|&c| is_digit(c));
    char::from_digit(u32::try_from(before.count() % 10).ok()?, 10)
}

fn is_dropped(c: char) -> bool {
    is_ignorable(c) || is_arabic_sign(c) || is_enclosing(c) || is_decoration(c)
}

/// `Default_Ignorable_Code_Point`: joiners, bidi controls, soft hyphens, variation selectors, tags.
const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Tatweel, the signs of the Quran, and vowel signs that presentation forms put on a space of their
/// own, which would cut the word in two.
const fn is_arabic_sign(c: char) -> bool {
    matches!(c,
        '\u{640}' | '\u{6d6}'..='\u{6ed}' | '\u{fc5e}'..='\u{fc63}' | '\u{fcf2}'..='\u{fcf4}'
        | '\u{fe70}'..='\u{fe7f}')
}

const fn is_enclosing(c: char) -> bool {
    matches!(c,
        '\u{488}' | '\u{489}' | '\u{1abe}' | '\u{20dd}'..='\u{20e0}' | '\u{20e2}'..='\u{20e4}'
        | '\u{a670}'..='\u{a672}')
}

/// Overlays, the points of Hebrew, Arabic and Syriac, and what stands above or below a letter.
fn is_decoration(c: char) -> bool {
    matches!(canonical_combining_class(c), 1 | 10..=36 | 200..=240)
}

/// Nuktas, the voicing of kana, viramas, and vowels of a place of their own.
fn is_spelling_mark(c: char) -> bool {
    matches!(canonical_combining_class(c), 6..=9 | 84..=132)
}

/// A hamza makes a letter of its own of waw and yeh, but not of alef; over the ae of Persian it is
/// the sign of the construct after heh. Each of the pairs takes two bytes, so nothing moves.
fn seat_hamza(out: &mut String) {
    let base = out.trim_end_matches(is_spelling_mark);
    let seated = match base.chars().next_back() {
        Some('و') => "ؤ",
        Some('ي') => "ئ",
        Some('ە') => "ه",
        _ => return,
    };
    let end = base.len();
    out.replace_range(end - seated.len()..end, seated);
}

/// As many marks on one letter as the Stream-Safe Text Format (UAX #15) lets stand; a flood of them
/// would make ordering quadratic.
const MAX_MARKS: usize = 30;

/// The canonical ordering algorithm (UAX #15), which must see through whatever was dropped.
fn insert_mark(c: char, out: &mut String) {
    let marks = out.chars().rev().take(MAX_MARKS).take_while(|&c| is_spelling_mark(c)).count();
    if marks == MAX_MARKS {
        return;
    }
    let class = canonical_combining_class(c);
    let later = |mark: char| canonical_combining_class(mark) > class && is_spelling_mark(mark);
    let at = out.trim_end_matches(later).len();
    out.insert(at, c);
}

/// Full case folding: the detour by way of the capital makes ß ss, ς σ and dotless ı i.
fn push_cased(c: char, out: &mut String) {
    let capital = c.to_lowercase().flat_map(char::to_uppercase);
    out.extend(capital.flat_map(char::to_lowercase));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| push(c, &mut out));
        out
    }

    #[test]
    fn hamza_above_makes_a_letter_of_waw_and_yeh_only() {
        assert_eq!(folded("و\u{654} ي\u{654} ى\u{654} ا\u{654} ه\u{654} \u{6c0}"), "ؤ ئ ئ ا ه ه");
        assert_eq!(folded("و\u{64e}\u{654}"), "ؤ");
    }

    #[test]
    fn digits_of_every_script_count_from_zero() {
        assert_eq!(folded("٠١٩ ۰۵۹ ०४९ 𝟗 ７ 𑛣"), "019 059 049 9 7 9");
    }

    #[test]
    fn marks_that_spell_are_kept() {
        assert_eq!(folded("हिन्दी"), "हिन्दी");
        assert_ne!(folded("パパ"), folded("ハハ"));
        assert_eq!(folded("パ"), folded("ハ\u{309a}"));
    }

    #[test]
    fn a_flood_of_marks_is_cut() {
        assert_eq!(folded(&"\u{94d}\u{93c}".repeat(100_000)).chars().count(), MAX_MARKS);
    }

    #[test]
    fn isolated_vowel_signs_leave_no_space() {
        assert_eq!(folded("ك\u{fe76}تب"), "كتب");
    }

    #[test]
    fn case_folds_fully() {
        assert_eq!(folded("STRASSE Straße ẞ ΣΟΦΟΣ σοφος"), "strasse strasse ss σοφοσ σοφοσ");
        assert_eq!(folded("İstanbul ISTANBUL ıstanbul"), "istanbul istanbul istanbul");
    }
}
