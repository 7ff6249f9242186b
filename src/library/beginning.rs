//! The beginning of a long text, which is there long before the whole: what is read first is read first.
//!
//! Only texts that are written from the top down have one: of anything else, nothing is known before the
//! end is. The whole is read in any case; it may tell that the beginning is to be read otherwise.

use std::io::Read;

use crate::article::{Article, Block, Given, Rich};
use crate::format;
use crate::format::{File, Reading};

use super::read::guarded;
use super::{Entry, Part, Place, Reason, regular};

/// A file that is not longer is read to its end before anyone could look, in bytes.
const SHORT: u64 = 256 << 10;

/// A beginning fills the largest screens a few times over, and takes a millisecond. In bytes.
const LENGTH: u64 = 64 << 10;

/// The formats that are read from the top down.
const FORMATS: &[&str] = &["plain", "markdown"];

/// The beginning of an article.
#[derive(Debug)]
pub struct Beginning {
    /// The article as far as it goes: under the headline of the whole, and without what the file tells of its
    /// reader, which has places in all of the text.
    pub part: Part,
    /// How many of the file's bytes that is, and how many there are.
    pub share: (u64, u64),
}

/// Reads the beginning of an article, where its file is so long that this is worth it and it can be told
/// what the whole begins with: as it was when it was last read, it is in UTF-8, and says the same of itself.
#[must_use]
pub fn beginning(entry: &Entry) -> Option<Beginning> {
    let is_text = FORMATS.contains(&entry.format) && entry.encoding == "UTF-8";
    if entry.item.place != Place::File || entry.member.is_some() || !is_text {
        return None;
    }
    let (head, length) = head(entry).ok()??;
    let text = cut(&head)?;
    let part = read(entry, text)?;
    Some(Beginning { part, share: (text.len() as u64, length) })
}

/// The first bytes of a long file, and how many it has.
fn head(entry: &Entry) -> Result<Option<(Vec<u8>, u64)>, Reason> {
    let (file, metadata) = regular::open(&entry.item.path)?;
    if metadata.len() <= SHORT {
        return Ok(None);
    }
    let mut head = Vec::new();
    file.take(LENGTH).read_to_end(&mut head).map_err(|error| Reason::from(&error))?;
    Ok(Some((head, metadata.len())))
}

/// Up to the last end of a paragraph, else of a word. Where neither is far in, the text is of another kind.
fn cut(head: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_some() => return None,
        Err(error) => std::str::from_utf8(head.get(..error.valid_up_to())?).ok()?,
    };
    let far = |at: &usize| *at >= text.len() / 2;
    let paragraph = ["\n\n", "\n\r\n"].iter().filter_map(|end| text.rfind(end)).max();
    let end = paragraph.filter(far).or_else(|| text.rfind(char::is_whitespace).filter(far))?;
    text.get(..end)
}

fn read(entry: &Entry, text: &str) -> Option<Part> {
    let name = entry.item.path.file_name()?.to_string_lossy();
    let file = File::new(&name, text.as_bytes());
    let Reading { mut parts, failures } = guarded(|| format::read(&file)).ok()?;
    let mut part = parts.pop().filter(|part| parts.is_empty() && part.format == entry.format)?;
    if !failures.is_empty() || !is_alike(&part.article, entry) {
        return None;
    }
    part.article.metadata = entry.metadata.clone();
    part.article.given = Given::default();
    leave_last(&mut part.article.body);
    Some(part)
}

/// Whether the beginning of the text says the same of it as all of it does.
fn is_alike(article: &Article, entry: &Entry) -> bool {
    let (own, whole) = (&article.metadata, &entry.metadata);
    own.title == whole.title && own.language == whole.language && own.direction == whole.direction
}

/// What follows may belong to the last block, which is left out unless it is most of what there is.
fn leave_last(body: &mut Vec<Block>) {
    let length = |block: &Block| block.texts().map(|leaf: &Rich| leaf.text().len()).sum::<usize>();
    let all: usize = body.iter().map(length).sum();
    let _last = body.pop_if(|last| length(last) * 2 < all);
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::library::{Source, Wish, collect, open};

    fn entry(dir: &Path, name: &str, bytes: &[u8]) -> Arc<Entry> {
        fs::write(dir.join(name), bytes).unwrap();
        let (mut entries, problems) = collect(Source::Paths(vec![dir.join(name)]));
        assert_eq!((entries.len(), problems.len()), (1, 0), "{name}");
        entries.remove(0)
    }

    fn begun(name: &str, text: impl AsRef<[u8]>) -> Option<(Beginning, Article)> {
        let dir = tempfile::tempdir().unwrap();
        let entry = entry(dir.path(), name, text.as_ref());
        let whole = open(&entry, Wish::default()).unwrap().article;
        Some((beginning(&entry)?, whole))
    }

    fn paragraph(number: usize) -> String {
        format!("{number}. أبحرت السفن من الميناء القديم and came back by night, كما كانت تفعل.")
    }

    fn paragraphs(end: &str, count: usize) -> String {
        (0..count).map(|number| paragraph(number) + end + end).collect()
    }

    const MANY: usize = 4000;

    #[test]
    fn the_whole_begins_so() {
        let front =
            "---\ntitle: The ships\ntags: [sea]\nhighlights: [\"came back\"]\n---\n\n# One\n\n";
        for (name, text) in [
            ("a.txt", paragraphs("\n", MANY)),
            ("a.txt", paragraphs("\r\n", MANY)),
            (
                "a.txt",
                "The ships\nBy Ada Venn\n5 March 2024\n\n".to_owned() + &paragraphs("\n", MANY),
            ),
            ("a.txt", paragraphs(" ", MANY)),
            ("a.md", "**The ships** ".to_owned() + &paragraphs(" ", MANY)),
            ("a.md", front.to_owned() + &paragraphs("\n", MANY)),
            ("a.md", front.to_owned() + &paragraphs("\r\n", MANY)),
        ] {
            let (Beginning { part, share: (read, length) }, whole) = begun(name, &text).unwrap();
            let (begun, all) = (part.article.text(), whole.text());
            assert!(all.starts_with(&begun), "{name}: {}", text.get(..40).unwrap());
            let is_long = begun.len() > 50 << 10 && begun.len() < all.len() / 2;
            assert!(is_long, "{} of {}", begun.len(), all.len());
            assert_eq!(part.article.metadata, whole.metadata);
            assert!(part.article.given.highlights.is_empty());
            assert!((50 << 10..=64 << 10).contains(&read), "{read}");
            assert_eq!(length, text.len() as u64);
        }
    }

    #[test]
    fn what_is_short_or_not_read_from_the_top_or_not_utf_8_has_none() {
        let text = paragraphs("\n", MANY);
        assert!(begun("a.txt", &text).is_some());
        assert!(begun("a.txt", paragraphs("\n", 2000)).is_none(), "short");
        assert!(begun("a.html", format!("<title>t</title><p>{text}")).is_none(), "a page");
        let wide: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(begun("a.txt", wide).is_none(), "UTF-16");
        let (arabic, ..) = encoding_rs::WINDOWS_1256.encode(&text);
        assert!(begun("a.txt", &arabic).is_none(), "windows-1256");
        assert!(begun("a.txt", "ا".repeat(200_000)).is_none(), "no end of a word");
        let late = paragraphs(" ", MANY) + "**end**";
        assert!(begun("a.md", late).is_none(), "mark-up, which only the end tells");
    }

    #[test]
    fn a_text_that_has_become_another_has_none() {
        let dir = tempfile::tempdir().unwrap();
        let entry = entry(dir.path(), "a.txt", paragraphs("\n", MANY).as_bytes());
        assert!(beginning(&entry).is_some());
        let other = "Another\n\nA text about something else.\n\n".repeat(10_000);
        fs::write(dir.path().join("a.txt"), other).unwrap();
        assert!(beginning(&entry).is_none());
        fs::remove_file(dir.path().join("a.txt")).unwrap();
        assert!(beginning(&entry).is_none());
    }
}
