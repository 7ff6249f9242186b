//! By what an entry can hang together with others, as numbers that stay the same: entries that have
//! none in common are never one article, whatever else there is. So a catalogue that was written down
//! is brought up to date by folding only those that share a key with what has changed.

use std::ffi::OsStr;
use std::path::Path;

use super::address;
use super::place::texts;
use crate::library::Entry;
use crate::search::fold;

/// A text of fewer words may be that of any page that says nothing; its title must be the same too.
const FEW: usize = 40;

/// Identifiers of fewer letters and digits, such as `1`, are given by every second publisher.
const TELLING: usize = 8;

/// Longer ones are data, in bytes.
const LONGEST: usize = 1024;

/// The keys of an entry that is not folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::library) struct Keys {
    /// Of its words.
    pub name: u64,
    /// Of its address.
    pub address: Option<u64>,
    /// Of its identifier: entries that share it need not be one article.
    pub identifier: Option<u64>,
    /// Of where it lies.
    pub place: u64,
    /// Of where its text is said to lie.
    pub wants: Vec<u64>,
}

impl Keys {
    /// The keys of an entry of the library at `root`.
    pub(in crate::library) fn of(entry: &Entry, root: &Path) -> Self {
        let title = (entry.words < FEW).then(|| fold(&entry.metadata.title));
        let title = title.as_ref().map(String::as_bytes);
        let place = |path: &Path, member: Option<&str>| Self::place(path, member, root);
        Self {
            name: hash("name", &[Some(entry.id.as_str().as_bytes()), title]),
            address: entry.metadata.url.as_deref().and_then(Self::address),
            identifier: entry.metadata.identifier.as_deref().and_then(Self::identifier),
            place: place(&entry.item.path, entry.member.as_deref()),
            wants: texts(entry).map(|(path, member)| place(&path, member.as_deref())).collect(),
        }
    }

    /// The key of an address; none of what may be that of many articles.
    pub(in crate::library) fn address(url: &str) -> Option<u64> {
        let address = address::canonical(url)?;
        Some(hash("address", &[Some(address.as_bytes())]))
    }

    /// The key of an identifier, which may be an address; none of one that anybody may use.
    pub(in crate::library) fn identifier(identifier: &str) -> Option<u64> {
        if address::is_web(identifier) {
            return Self::address(identifier);
        }
        let letters = identifier.chars().filter(|c| c.is_alphanumeric()).count();
        let is_telling = letters >= TELLING && identifier.len() <= LONGEST;
        is_telling.then(|| hash("identifier", &[Some(identifier.as_bytes())]))
    }

    /// The keys of what is near: by its title, and by the name of its file. They say little.
    pub(in crate::library) fn near(title: &str, path: Option<&Path>) -> impl Iterator<Item = u64> {
        let file = path.and_then(Path::file_name).map(OsStr::as_encoded_bytes);
        let file = file.map(|name| hash("file", &[Some(name)]));
        let title = hash("title", &[Some(fold(title).as_bytes())]);
        [title].into_iter().chain(file)
    }

    /// The key of a place in the library at `root`.
    pub(in crate::library) fn place(path: &Path, member: Option<&str>, root: &Path) -> u64 {
        let path = path.strip_prefix(root).unwrap_or(path);
        let path = path.as_os_str().as_encoded_bytes();
        hash("place", &[Some(path), member.map(str::as_bytes)])
    }

    /// All by which entries may be one article.
    pub(in crate::library) fn all(&self) -> impl Iterator<Item = u64> + '_ {
        [self.name, self.place].into_iter().chain(self.address).chain(self.wants.iter().copied())
    }
}

/// A number for parts, some of which may not be there; of another kind it is another number.
pub(in crate::library) fn hash(kind: &str, parts: &[Option<&[u8]>]) -> u64 {
    let mut hash = blake3::Hasher::new();
    hash.update(kind.as_bytes());
    for part in parts {
        let length = part.map_or(u64::MAX, |part| part.len() as u64);
        hash.update(&length.to_le_bytes());
        hash.update(part.unwrap_or_default());
    }
    let digest = hash.finalize();
    digest.as_bytes().first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_depend_on_the_kind_and_on_where_parts_end() {
        let of = |kind, parts: &[&[u8]]| {
            hash(kind, &parts.iter().copied().map(Some).collect::<Vec<_>>())
        };
        assert_eq!(of("name", &[b"ab", b"c"]), of("name", &[b"ab", b"c"]));
        assert_ne!(of("name", &[b"ab", b"c"]), of("name", &[b"a", b"bc"]));
        assert_ne!(of("name", &[b"a"]), of("place", &[b"a"]));
        assert_ne!(hash("place", &[Some(b"a"), None]), hash("place", &[Some(b"a"), Some(b"")]));
    }
}
