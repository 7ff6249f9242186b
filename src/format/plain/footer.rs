//! The lines below the report: tags, source, address, date. They tell what nothing above told, and
//! stay in the body, since agencies put sentences of their own around them.

use crate::article::Metadata;

use super::facts::Fact;
use super::labels;
use super::labels::Label;
use super::line;

/// Lines from the end that may be about the article.
const LONGEST: usize = 10;

/// Adds what the last lines tell.
pub(in crate::format) fn read(body: &[&str], metadata: &mut Metadata) {
    let lines: Vec<&str> = body.iter().copied().filter(|l| !line::trim(l).is_empty()).collect();
    let last = lines.get(lines.len().saturating_sub(LONGEST)..).unwrap_or_default();
    for (index, line) in last.iter().enumerate() {
        let next = last.get(index + 1).copied().unwrap_or_default();
        let fact = Fact::of(line).or_else(|| tags_below(line, next)).or_else(|| bracketed(line));
        if let Some(fact) = fact.filter(|fact| !matches!(fact, Fact::Title(_))) {
            fact.add_to(metadata);
        }
    }
}

/// `Tags:`, and the tags on the next line.
fn tags_below(line: &str, next: &str) -> Option<Fact> {
    let (label, value) = labels::labelled(line)?;
    let tags = labels::entries(next);
    let short = tags.iter().all(|tag| tag.chars().count() <= 30) && !line::ends_sentence(next);
    let fits = label == Label::Tags && value.is_empty() && !tags.is_empty() && short;
    fits.then_some(Fact::Tags(tags))
}

/// `(Agency)` on a line of its own, as agencies sign.
fn bracketed(line: &str) -> Option<Fact> {
    let name = line::trim(line).strip_prefix('(')?.strip_suffix(')')?;
    let short = name.split_whitespace().count() <= 3 && !name.contains(['(', ')']);
    (short && line::has_letters(name)).then(|| Fact::Source(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(text: &str) -> Metadata {
        let mut metadata = Metadata::default();
        read(&text.lines().collect::<Vec<_>>(), &mut metadata);
        metadata
    }

    #[test]
    fn the_last_lines_tell_tags_source_and_address() {
        let metadata =
            metadata("Text.\n\nالوسوم:\nماء، هواء\nالمصدر: وكالة\nhttps://example.org/a\n\nMore.");
        assert_eq!(metadata.tags, ["ماء", "هواء"]);
        assert_eq!(metadata.source.as_deref(), Some("وكالة"));
        assert_eq!(metadata.url.as_deref(), Some("https://example.org/a"));
    }

    #[test]
    fn an_agency_signs_in_brackets() {
        assert_eq!(metadata("قال المدير ذلك.\n(رويترز)").source.as_deref(), Some("رويترز"));
        assert_eq!(metadata("He left.\n(He came back on the next day, though.)").source, None);
    }

    #[test]
    fn labels_in_the_middle_of_a_long_text_are_text() {
        let text = format!("Tags: a, b\n{}", "And so on.\n".repeat(12));
        assert_eq!(metadata(&text).tags, Vec::<String>::new());
    }
}
