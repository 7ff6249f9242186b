//! The filter's text field: what has been typed, in logical order. Drawing puts it in visual order.

use unicode_segmentation::UnicodeSegmentation;

/// A line of text that is edited at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// What has been typed.
    pub text: String,
}

impl Field {
    /// More than a person types: a pasted book would be looked for word by word in every article.
    const MAX_CHARS: usize = 500;

    /// Adds text; line ends and tabs become spaces, other control characters are left out, and so is
    /// what is too much.
    pub fn insert(&mut self, text: &str) {
        let room = Self::MAX_CHARS.saturating_sub(self.text.chars().count());
        let kept = text.chars().filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        });
        self.text.extend(kept.take(room));
    }

    /// Removes the last grapheme cluster.
    pub fn backspace(&mut self) {
        let last = self.text.graphemes(true).next_back().map_or(0, str::len);
        self.text.truncate(self.text.len() - last);
    }

    /// Removes the last word.
    pub fn delete_word(&mut self) {
        let kept = self.text.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
        self.text.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backspace_takes_a_letter_with_its_marks() {
        let mut field = Field::default();
        field.insert("مُحَمَّ");
        field.backspace();
        assert_eq!(field.text, "مُحَ");
    }

    #[test]
    fn a_word_goes_with_the_spaces_after_it() {
        let mut field = Field { text: "one two  ".into() };
        field.delete_word();
        assert_eq!(field.text, "one ");
        field.delete_word();
        assert_eq!(field.text, "");
    }

    #[test]
    fn a_field_is_one_line_of_letters() {
        let mut field = Field::default();
        field.insert("a\r\nb\tc\u{1b}[2J\u{0}\u{200c}d");
        assert_eq!(field.text, "a  b c[2J\u{200c}d");
    }

    #[test]
    fn a_field_takes_no_more_than_a_person_types() {
        let mut field = Field::default();
        field.insert(&"كتاب ".repeat(1000));
        assert_eq!(field.text.chars().count(), Field::MAX_CHARS);
        field.insert("x");
        assert!(!field.text.contains('x'));
        field.backspace();
        field.insert("xy");
        assert!(field.text.ends_with('x'));
    }

    #[test]
    fn an_empty_field_has_nothing_to_take_back() {
        let mut field = Field::default();
        field.backspace();
        field.delete_word();
        assert_eq!(field, Field::default());
    }
}
