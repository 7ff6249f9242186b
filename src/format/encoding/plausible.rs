//! How much a decoded text looks like one that somebody wrote: the judge between two encodings that
//! both can read the same bytes.
//!
//! Every language has few letters that do most of the work; read in the wrong encoding, the rare ones
//! do, and letters of two scripts and signs of no script stand in one word.

/// What is looked at; more would not change the answer.
const SAMPLE: i64 = 8_000;

const GOOD: i64 = 3000;
const POOR: i64 = -3000;
const BAD: i64 = -6000;

/// The letters that make about two thirds of any text, by script.
const COMMON: &[&str] =
    &["اليمونرتهبدسفعکی", "יוהלאתרבשמםנחדע", "оеаинтсрвлкмдпу", "αοιετσνηρκπυμάίόέ"];

/// The mean over all characters that are not ASCII, in thousandths; zero for a text without any.
pub(super) fn score(text: &str) -> i64 {
    let (mut sum, mut count) = (0, 0);
    let mut before = ' ';
    for c in text.chars() {
        // ASCII counts as a neighbour only.
        if !c.is_ascii() {
            sum += weight(before, c);
            count += 1;
        }
        if count == SAMPLE {
            break;
        }
        before = c;
    }
    if count == 0 { 0 } else { sum / count }
}

fn weight(before: char, c: char) -> i64 {
    let (script, last) = (script(c), script(before));
    let is_mixed = |a, b| a != b && a != Script::None && b != Script::None;
    match script {
        _ if matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}' | '\u{2190}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}') => {
            BAD
        }
        Script::None if !c.is_alphanumeric() => {
            if c.is_alphabetic() {
                0
            } else {
                -500
            }
        }
        Script::Mark if last == Script::Arabic => 0,
        Script::Mark => POOR,
        Script::Latin if last == Script::Latin && before.is_ascii() => GOOD * 2 / 3,
        Script::Latin if !before.is_alphabetic() => 0,
        Script::Latin => POOR,
        _ if is_mixed(script, last) && last != Script::Mark => BAD,
        _ if before.is_lowercase() && c.is_uppercase() => POOR,
        // Hebrew becomes such in KOI8-R; nobody writes at length in capitals.
        _ if before.is_uppercase() && c.is_uppercase() => 0,
        _ if is_common(c) => GOOD,
        _ => 0,
    }
}

fn is_common(c: char) -> bool {
    let is_in = |c: char| COMMON.iter().any(|letters| letters.contains(c));
    is_in(c) || c.to_lowercase().any(is_in)
}

#[derive(Clone, Copy, PartialEq)]
enum Script {
    Arabic,
    Hebrew,
    Mark,
    Latin,
    Other,
    None,
}

fn script(c: char) -> Script {
    match c {
        '\u{64b}'..='\u{65f}' => Script::Mark,
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6ff}' => Script::Arabic,
        '\u{5d0}'..='\u{5ea}' | '\u{5f0}'..='\u{5f2}' => Script::Hebrew,
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' if c.is_alphabetic() => Script::Latin,
        _ if c.is_alphabetic() => Script::Other,
        _ => Script::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::charset::Charset;
    use super::*;

    const TEXTS: &[(&str, &str)] = &[
        ("windows-1256", include_str!("../../../tests/fixtures/format/encoding/arabic.txt")),
        ("ISO-8859-6", include_str!("../../../tests/fixtures/format/encoding/arabic.txt")),
        ("windows-1255", include_str!("../../../tests/fixtures/format/encoding/hebrew.txt")),
        (
            "windows-1251",
            "Старая гавань снова открылась после двадцати лет ремонта, и рыбаки вернулись.",
        ),
        (
            "windows-1252",
            "La réunion a été décidée à Genève, où l'été fut très chaud. Übrigens: schön.",
        ),
    ];

    /// CP864 is left out: it has letters wherever others have them, and so is only taken by a margin.
    #[test]
    fn every_text_looks_best_in_its_own_encoding() {
        for (own, text) in TEXTS {
            let (bytes, _, unmappable) =
                encoding_rs::Encoding::for_label(own.as_bytes()).unwrap().encode(text);
            assert!(!unmappable);
            let mine = score(text);
            for other in [
                "windows-1256",
                "ISO-8859-6",
                "windows-1255",
                "windows-1251",
                "windows-1252",
                "CP720",
                "CP862",
                "CP437",
                "windows-1254",
            ] {
                let (read, damaged) = Charset::for_label(other).unwrap().decode(&bytes);
                if read != *text && !damaged {
                    assert!(mine > score(&read), "{own} as {other}: {mine}, {}", score(&read));
                }
            }
        }
    }

    #[test]
    fn ascii_is_not_judged() {
        assert_eq!(score("plain"), 0);
    }
}
