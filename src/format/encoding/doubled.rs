//! UTF-8 that a program took for a Western or Arabic encoding and wrote as UTF-8 once more: `Ø§Ù„` for
//! `ال`. Undone where it is sure: most of what is not ASCII is such pairs, and they give Arabic or Hebrew.

use std::sync::LazyLock;

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

/// So many places where a sign stands show whether the text is doubled.
const PLACES: usize = 64;

/// Fewer letters might be a text about the fault.
const LETTERS: usize = 12;

/// A text of which so many letters are right is right as a whole.
const RIGHT: usize = 4096;

/// The text as it was meant, if it was doubled.
pub(super) fn undo(text: &str) -> Option<String> {
    let is_there =
        |(sign, encoding): &&(&str, &'static Encoding)| begins_pairs(text, sign, encoding);
    let mut encodings: Vec<_> =
        SIGNS.iter().filter(is_there).map(|(_, encoding)| *encoding).collect();
    encodings.dedup();
    encodings.into_iter().find_map(|encoding| undo_as(text, encoding))
}

/// Whether what follows a sign is mostly what the second byte of a letter becomes: in Arabic that is
/// right, ظ is a letter like others.
fn begins_pairs(text: &str, sign: &str, encoding: &'static Encoding) -> bool {
    let table = Table::of(encoding);
    let after = memchr::memmem::find_iter(text.as_bytes(), sign.as_bytes())
        .take(PLACES)
        .filter_map(|at| text.get(at + sign.len()..)?.chars().next());
    let second = |c: char| table.byte(c).is_some_and(|byte| matches!(byte, 0x80..=0xbf));
    let (all, paired) =
        after.fold((0, 0), |(all, paired), c| (all + 1, paired + usize::from(second(c))));
    paired * 2 > all
}

fn undo_as(text: &str, encoding: &'static Encoding) -> Option<String> {
    let table = Table::of(encoding);
    is_doubled(text, table).then(|| {
        let mut undone = String::with_capacity(text.len());
        for run in text.split_inclusive(|c| table.byte(c).is_none()) {
            let end = run.char_indices().next_back().filter(|(_, c)| table.byte(*c).is_none());
            let (letters, rest) = run.split_at(end.map_or(run.len(), |(at, _)| at));
            let bytes: Vec<u8> = letters.chars().filter_map(|c| table.byte(c)).collect();
            undone.push_str(meant(&bytes).unwrap_or(letters));
            undone.push_str(rest);
        }
        undone
    })
}

/// Whether most of what is not ASCII are such letters.
fn is_doubled(text: &str, table: &Table) -> bool {
    let (mut mended, mut other) = (0, 0);
    let mut run = Vec::new();
    let mut end_run = |run: &mut Vec<u8>, other: &mut usize| {
        match meant(run) {
            Some(read) => mended += read.chars().count(),
            None => *other += run.len(),
        }
        run.clear();
        mended
    };
    for c in text.chars() {
        if let Some(byte) = table.byte(c) {
            run.push(byte);
            continue;
        }
        if !run.is_empty() && end_run(&mut run, &mut other) == 0 && other > RIGHT {
            return false;
        }
        other += usize::from(!c.is_ascii());
    }
    let mended = end_run(&mut run, &mut other);
    mended >= LETTERS && mended > other
}

/// What these bytes were before they were taken for characters.
fn meant(bytes: &[u8]) -> Option<&str> {
    str::from_utf8(bytes).ok().filter(|read| read.chars().all(is_ours))
}

/// Which byte above ASCII became which character: all of these are among the first of Unicode.
struct Table(Vec<u8>);

impl Table {
    const END: usize = 0x2200;

    fn of(encoding: &'static Encoding) -> &'static Self {
        static WESTERN: LazyLock<Table> = LazyLock::new(|| Table::new(WINDOWS_1252));
        static ARABIC: LazyLock<Table> = LazyLock::new(|| Table::new(WINDOWS_1256));
        if encoding == WINDOWS_1256 { &ARABIC } else { &WESTERN }
    }

    fn new(encoding: &'static Encoding) -> Self {
        let mut bytes = vec![0; Self::END];
        for byte in 0x80..=0xff {
            let read = encoding.decode_without_bom_handling(&[byte]).0.chars().next();
            if let Some(place) = read.and_then(|c| bytes.get_mut(c as usize)) {
                *place = byte;
            }
        }
        Self(bytes)
    }

    fn byte(&self, c: char) -> Option<u8> {
        self.0.get(c as usize).copied().filter(|byte| *byte > 0)
    }
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
