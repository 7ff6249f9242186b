//! A file's text, decoded, with its name: what every format reads from.

use super::Error;
use super::encoding;

/// The decoded text of a file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file's name without its folders, as a person would read it.
    pub name: String,
    /// The text; not scrubbed yet, since mark-up is still to be taken off.
    pub text: String,
    /// The encoding it was in.
    pub encoding: &'static str,
}

impl Document {
    /// Decodes the bytes of the file called `name`.
    ///
    /// # Errors
    ///
    /// When the bytes are not text, or nothing but white space.
    pub fn decode(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let (text, encoding) = encoding::decode(bytes)?;
        if text.trim().is_empty() {
            return Err(Error::Empty);
        }
        Ok(Self { name: name.to_owned(), text, encoding })
    }

    /// The name's ending in lower case, empty without one.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
    }

    /// The name without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem)
    }
}
