//! Which language a text is in, told by its letters first and by statistics second.

/// A BCP 47 language tag, or `None` where the text does not tell.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    whatlang::detect_lang(text).map(|lang| lang.code())
}
