//! To be written.

use super::{Document, Error, Format};
use crate::article::Article;

pub(super) const FORMAT: Format =
    Format { name: "html", extensions: &[], about: "", recognises: |_| false, read };

fn read(_: &Document) -> Result<Vec<Article>, Error> {
    Err(Error::Empty)
}
