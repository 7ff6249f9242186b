//! Addresses as pages show them: from left to right, part by part, whatever letters are in the parts. Else
//! the parts of a host in Arabic letters would stand behind the path, and where the link leads would not be
//! what stands first.

use crate::article::{Direction, Rich, RichBuilder, Style};

/// Part the parts of an address.
const SIGNS: [char; 8] = ['/', '.', ':', '?', '&', '=', '#', '@'];

/// An address behind its number, each part of it that runs from right to left an isolate.
pub(super) fn rich(number: &str, address: &str) -> Rich {
    let mut rich = RichBuilder::new();
    rich.verbatim(number);
    for part in address.split_inclusive(SIGNS) {
        let name = part.trim_end_matches(SIGNS);
        let (name, sign) = part.split_at(name.len());
        if Direction::of(name) == Some(Direction::Rtl) {
            rich.open(Style::Isolate { direction: None });
            rich.verbatim(name);
            rich.close();
        } else {
            rich.verbatim(name);
        }
        rich.verbatim(sign);
    }
    rich.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_from_right_to_left_are_isolates() {
        let address = "https://مثال.إختبار:80/سلام/a?ب=c";
        let rich = rich("[1] ", address);
        assert_eq!(rich.text(), format!("[1] {address}"));
        let isolated: Vec<&str> =
            rich.spans().iter().filter_map(|span| rich.text().get(span.range.clone())).collect();
        assert_eq!(isolated, ["مثال", "إختبار", "سلام", "ب"]);
    }
}
