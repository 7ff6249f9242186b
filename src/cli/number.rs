//! Numbers as people type them: in the digits of any of our readers' keyboards.

/// The value of a digit.
pub(super) fn digit(c: char) -> Option<usize> {
    ['0', '٠', '۰'].into_iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(zero)).filter(|&value| value < 10)?;
        usize::try_from(value).ok()
    })
}

/// The value of a word that is a number.
pub(super) fn number(word: &str) -> Option<usize> {
    let add = |sum: usize, c| sum.checked_mul(10)?.checked_add(digit(c)?);
    word.chars().try_fold(0, add).filter(|_| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_any_digits() {
        for word in ["120", "١٢٠", "۱۲۰", "٠١٢٠"] {
            assert_eq!(number(word), Some(120));
        }
        for word in ["", "1a", "-1", "99999999999999999999999", "½"] {
            assert_eq!(number(word), None, "{word}");
        }
    }
}
