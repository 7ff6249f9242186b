//! A file as formats take it: a name, bytes, and what is wished of the reading. Nobody here opens files.

/// A file, or a member of an archive.
#[derive(Clone, Debug)]
pub struct File<'a> {
    /// The name without its folders, as a person would read it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// What is wished of the reading.
    pub wish: Wish,
    /// How many archives it lies in.
    pub depth: usize,
}

/// How a file is to be read. By default everything is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wish {
    /// In this encoding, by its name, whatever the file declares.
    pub encoding: Option<&'static str>,
    /// All of a page, without looking for the article in it.
    pub whole: bool,
    /// Only this member of an archive; no other is unpacked.
    pub member: Option<String>,
}

impl<'a> File<'a> {
    /// A file that lies in no archive and is read in the usual way.
    #[must_use]
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, wish: Wish::default(), depth: 0 }
    }

    /// The name's ending in lower case, empty without one.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
    }
}

/// The same for another thread.
#[derive(Debug)]
pub(super) struct OwnFile {
    name: String,
    bytes: Vec<u8>,
    wish: Wish,
    depth: usize,
}

impl OwnFile {
    pub(super) fn of(file: &File) -> Self {
        let File { name, bytes, wish, depth } = file;
        Self { name: (*name).to_owned(), bytes: bytes.to_vec(), wish: wish.clone(), depth: *depth }
    }

    pub(super) fn file(&self) -> File<'_> {
        let Self { name, bytes, wish, depth } = self;
        File { name, bytes, wish: wish.clone(), depth: *depth }
    }
}
