//! Lines stored as they are seen, from left to right, turned into the order in which they are read.
//!
//! Pages of the nineties have Hebrew so; their lines end at `<br>`, since such text cannot be wrapped.
//! Marks inside a line are turned with it. Whether a text is stored so is asked of its words.

mod line;
mod markup;

/// Whether Hebrew words begin with the letters that only end words.
pub(super) fn is_visual_hebrew(text: &str) -> bool {
    let is_final = |c: char| "ךםןףץ".contains(c);
    let is_letter = |c: char| matches!(c, 'א'..='ת');
    let (mut visual, mut logical) = (0, 0);
    for word in text.split(|c| !is_letter(c)).filter(|word| word.chars().nth(1).is_some()) {
        visual += usize::from(word.starts_with(is_final));
        logical += usize::from(word.ends_with(is_final));
    }
    visual > logical * 2
}

/// The text with each line in the order of reading.
pub(super) fn to_logical(text: &str) -> String {
    if markup::has_tags(text) {
        return markup::to_logical(text);
    }
    text.split_inclusive('\n')
        .map(|line| {
            let words = line.trim_end_matches(['\n', '\r']);
            let end = line.get(words.len()..).unwrap_or_default();
            line::to_logical(words) + end
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn final_letters_tell_the_order() {
        assert!(is_visual_hebrew("םולש םלוע לש"));
        assert!(!is_visual_hebrew("שלום עולם של"));
        assert!(!is_visual_hebrew("אין"));
        assert!(!is_visual_hebrew("no Hebrew"));
    }

    #[test]
    fn every_line_is_turned_by_itself() {
        assert_eq!(to_logical("םולש\r\nםלוע\n"), "שלום\r\nעולם\n");
    }

    #[test]
    fn a_page_is_turned_between_its_tags() {
        let page = "<p>םלועל <b>םולש</b></p><br>2024 תנש";
        assert_eq!(to_logical(page), "<p><b>שלום</b> לעולם</p><br>שנת 2024");
    }
}
