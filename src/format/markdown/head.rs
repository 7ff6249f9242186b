//! The lines under a Markdown headline that are about the article: labels in bold, a byline, a date.
//! They are the plain text's, but for the mark-up around them.

use crate::article::Metadata;
use crate::format::plain::facts::Fact;
use crate::format::plain::preamble;

/// The source without the lines that tell about the article, which are added to the metadata.
pub(super) fn take(source: &str, metadata: &mut Metadata) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let heading = heading(&lines);
    let below = lines.get(heading..).unwrap_or_default();
    let bare: Vec<String> = below.iter().take(24).map(|line| without_markup(line)).collect();
    let bare: Vec<&str> = bare.iter().map(String::as_str).collect();
    let begins = bare.iter().find(|line| !line.is_empty());
    // A line of tags may be all there is at the top; names without labels need a headline above.
    let is_told = begins.is_some_and(|line| heading > 0 || !Fact::all(line).is_empty());
    let taken = if is_told { preamble::read(&bare, metadata) } else { 0 };
    let is_all = below.iter().skip(taken).all(|line| line.trim().is_empty());
    if taken == 0 || is_all {
        return source.to_owned();
    }
    let kept = lines.iter().take(heading).chain(&[""]).chain(below.iter().skip(taken));
    kept.copied().collect::<Vec<_>>().join("\n")
}

/// How many lines the headline takes, blank ones above it included: `# …`, or underlined.
fn heading(lines: &[&str]) -> usize {
    let blank = lines.iter().take_while(|line| line.trim().is_empty()).count();
    let first = lines.get(blank).copied().unwrap_or_default();
    let second = lines.get(blank + 1).copied().unwrap_or_default().trim();
    let is_underline = second.len() > 2 && second.chars().all(|c| c == '=');
    match () {
        () if first.starts_with("# ") => blank + 1,
        () if is_underline && !first.trim().is_empty() => blank + 2,
        () => 0,
    }
}

/// A line without the mark-up of emphasis, quotations, lists and hard breaks.
fn without_markup(line: &str) -> String {
    let line = line.trim().trim_end_matches('\\');
    let line = line.strip_prefix("- ").or_else(|| line.strip_prefix("> ")).unwrap_or(line);
    let line = line.replace("**", "").replace("__", "");
    line.trim().trim_matches(|c| matches!(c, '*' | '_')).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(source: &str) -> (Metadata, String) {
        let mut metadata = Metadata::default();
        let rest = take(source, &mut metadata);
        (metadata, rest)
    }

    #[test]
    fn a_byline_in_italics_leaves_the_text() {
        let (metadata, rest) = taken("# Harbour\n\n*By Ada Venn | March 5, 2024*\n\nText.");
        assert_eq!(metadata.authors, ["Ada Venn"]);
        assert!(metadata.published.is_some());
        assert_eq!(rest, "# Harbour\n\nText.");
    }

    #[test]
    fn a_text_of_its_own_stays() {
        for source in
            ["# Harbour\n\nThe boats left.\n", "Text.\n\n# Later\n\n5 March 2024\n", "#sea #towns"]
        {
            assert_eq!(taken(source).1, source, "{source}");
        }
    }
}
