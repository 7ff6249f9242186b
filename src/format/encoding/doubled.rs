//! UTF-8 that a program took for a Western or Arabic encoding and wrote as UTF-8 once more: `Ø§Ù„` for
//! `ال`. Undone where it is sure: most of what is not ASCII is such pairs, and they give Arabic or Hebrew.

use encoding_rs::Encoding;
use encoding_rs::WINDOWS_1252;
use encoding_rs::WINDOWS_1256;

/// The letters that the first bytes of Arabic and Hebrew letters become, each a sign to look closer.
const SIGNS: &[(&str, &Encoding)] = &[
    ("Ø", WINDOWS_1252),
    ("Ù", WINDOWS_1252),
    ("×", WINDOWS_1252),
    ("×", WINDOWS_1256),
    ("ظ", WINDOWS_1256),
];

/// Fewer letters might be a text about the fault.
const LETTERS: usize = 12;

/// A text of which so many letters are right is right as a whole.
const RIGHT: usize = 4096;

/// The text as it was meant, if it was doubled.
pub(super) fn undo(text: &str) -> Option<String> {
    let is_there = |sign: &&(&str, &Encoding)| {
        memchr::memmem::find(text.as_bytes(), sign.0.as_bytes()).is_some()
    };
    let mut encodings: Vec<_> =
        SIGNS.iter().filter(is_there).map(|(_, encoding)| *encoding).collect();
    encodings.dedup();
    encodings.into_iter().find_map(|encoding| undo_as(text, encoding))
}

fn undo_as(text: &str, encoding: &'static Encoding) -> Option<String> {
    let mut table = table(encoding);
    table.sort_unstable();
    let byte_of = |c: char| {
        let place = table.binary_search_by_key(&c, |(known, _)| *known).ok()?;
        table.get(place).map(|(_, byte)| *byte)
    };
    let mut undone = Undone::default();
    let mut done = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        // What is ASCII stands as it is, and parts what does not.
        if at > done {
            undone.end_run();
            undone.text.push_str(text.get(done..at).unwrap_or_default());
        }
        done = at + c.len_utf8();
        if undone.mended == 0 && undone.other > RIGHT {
            return None;
        }
        match byte_of(c) {
            Some(byte) => undone.run.push((c, byte)),
            None => {
                undone.end_run();
                undone.other += 1;
                undone.text.push(c);
            }
        }
    }
    undone.end_run();
    undone.text.push_str(text.get(done..).unwrap_or_default());
    (undone.mended >= LETTERS && undone.mended > undone.other).then_some(undone.text)
}

/// A text that is being mended: what came out, how much of it was mended and how much was not, and the
/// characters that may be the bytes of others, with those bytes.
#[derive(Default)]
struct Undone {
    text: String,
    mended: usize,
    other: usize,
    run: Vec<(char, u8)>,
    bytes: Vec<u8>,
}

impl Undone {
    fn end_run(&mut self) {
        self.bytes.clear();
        self.bytes.extend(self.run.iter().map(|(_, byte)| *byte));
        match str::from_utf8(&self.bytes).ok().filter(|read| read.chars().all(is_ours)) {
            Some(read) => {
                self.mended += read.chars().count();
                self.text.push_str(read);
            }
            None => {
                self.other += self.run.len();
                self.text.extend(self.run.iter().map(|(c, _)| *c));
            }
        }
        self.run.clear();
    }
}

/// What each byte above ASCII became.
fn table(encoding: &'static Encoding) -> Vec<(char, u8)> {
    let decode = |byte: u8| {
        encoding.decode_without_bom_handling(&[byte]).0.chars().next().map(|c| (c, byte))
    };
    (0x80..=0xff).filter_map(decode).collect()
}

/// Letters of Arabic and Hebrew, and the signs that stand among them.
fn is_ours(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6ff}' | '\u{2000}'..='\u{206f}' | '\u{a0}' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubled(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn arabic_and_hebrew_are_restored() {
        for text in [
            "<p>قال المتحدث إن «الميناء» سيفتح، غدًا.</p>",
            "הנמל הישן נפתח מחדש – אחרי עשרים שנה",
            "روزنامه‌نگاران گفتند که بندر باز شد",
        ] {
            for encoding in [WINDOWS_1252, WINDOWS_1256] {
                assert_eq!(
                    undo(&doubled(text, encoding)).as_deref(),
                    Some(text),
                    "{}",
                    encoding.name()
                );
            }
        }
    }

    #[test]
    fn what_is_right_stays() {
        for text in [
            "الميناء القديم يفتح أبوابه من جديد ظهرا",
            "L'été à Genève, Øresund, 3 × 4",
            "A text about Ø§Ù„ in pages.",
            "الحروف التي تظهر هكذا Ø§Ù„ علامة على خطأ في الترميز",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
