//! Encoded words in headers (RFC 2047).
//!
//! Programs cut a letter in two across words, put blanks into them, and hide them in quotation marks:
//! the bytes of neighbouring words of one charset are joined before they become letters.

use super::charset;
use super::transfer;

/// A run of bytes in one encoding.
struct Run<'a> {
    bytes: Vec<u8>,
    charset: Option<&'a str>,
    is_word: bool,
}

/// A field's text on one line, what is not coded taken to be in `charset`.
pub(in crate::format) fn decode(raw: &[u8], charset: Option<&str>) -> String {
    let runs = runs(raw, charset);
    let texts = runs.iter().filter_map(|run| charset::decode(&run.bytes, run.charset));
    let text: String = texts.map(|(text, _)| text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn runs<'a>(raw: &'a [u8], charset: Option<&'a str>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut rest = raw;
    while let Some((before, word, after)) = next_word(rest) {
        let joins = runs.last().is_some_and(|run| run.is_word) && before.trim_ascii().is_empty();
        if !joins && !before.is_empty() {
            runs.push(Run { bytes: before.to_vec(), charset, is_word: false });
        }
        match runs.last_mut() {
            Some(run) if joins && is_same(run.charset, word.charset) => {
                run.bytes.extend(word.bytes)
            }
            _ => runs.push(word),
        }
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(Run { bytes: rest.to_vec(), charset, is_word: false });
    }
    runs
}

fn is_same(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// The first encoded word, with what stands before and after it.
fn next_word(raw: &[u8]) -> Option<(&[u8], Run<'_>, &[u8])> {
    let mut from = 0;
    loop {
        let at = from + memchr::memmem::find(raw.get(from..)?, b"=?")?;
        if let Some((word, after)) = raw.get(at + 2..).and_then(word) {
            return Some((raw.get(..at)?, word, after));
        }
        from = at + 2;
    }
}

/// `utf-8?Q?text?=`, perhaps with a language (RFC 2231, 5): `utf-8*ar?Q?…`.
fn word(raw: &[u8]) -> Option<(Run<'_>, &[u8])> {
    let (label, rest) = cut(raw, b"?")?;
    let (kind, rest) = cut(rest, b"?")?;
    let (coded, after) = cut(rest, b"?=")?;
    let label = std::str::from_utf8(label).ok().filter(|label| label.len() < 40)?;
    let bytes = match kind {
        b"B" | b"b" => transfer::base64(coded),
        b"Q" | b"q" => transfer::quoted_printable(&spaced(coded)),
        _ => return None,
    };
    Some((Run { bytes, charset: label.split('*').next(), is_word: true }, after))
}

fn spaced(coded: &[u8]) -> Vec<u8> {
    coded.iter().map(|byte| if *byte == b'_' { b' ' } else { *byte }).collect()
}

fn cut<'a>(bytes: &'a [u8], sign: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = memchr::memmem::find(bytes, sign)?;
    Some((bytes.get(..at)?, bytes.get(at + sign.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_words(coded: &str, text: &str) {
        assert_eq!(decode(coded.as_bytes(), None), text, "{coded}");
    }

    #[test]
    fn words_are_decoded_where_they_stand() {
        assert_words("=?utf-8?B?2K7YqNix?=", "خبر");
        assert_words("Re: =?UTF-8?Q?=D8=AE=D8=A8=D8=B1?= (1)", "Re: خبر (1)");
        assert_words("=?utf-8*ar?Q?a_b?=", "a b");
        assert_words("a =?broken and =?utf-8?X?x?= b", "a =?broken and =?utf-8?X?x?= b");
    }

    #[test]
    fn a_letter_may_be_cut_across_words() {
        assert_words("=?utf-8?Q?=D8=AE=D8?= \t=?utf-8?Q?=A8=D8=B1?=", "خبر");
        assert_words("=?utf-8?B?2K7Y?= =?UTF-8?B?qNix?=", "خبر");
    }

    #[test]
    fn blanks_between_words_are_none_and_beside_them_are() {
        assert_words("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= b", "aé b");
    }

    #[test]
    fn a_word_is_read_in_the_encoding_that_it_is_in() {
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode("عودة الصيادين إلى المرفأ القديم");
        let coded: String = bytes.iter().map(|byte| format!("={byte:02X}")).collect();
        for label in ["windows-1256", "utf-8", "unknown-8bit"] {
            assert_words(&format!("=?{label}?Q?{coded}?="), "عودة الصيادين إلى المرفأ القديم");
        }
    }
}
