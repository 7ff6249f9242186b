//! Obsidian's callouts, `> [!note] Title`: the events of a quotation rewritten so that its first
//! line is a title of its own.

use pulldown_cmark::CowStr;
use pulldown_cmark::Event;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use super::body::Spot;

/// Rewrites the callouts in a stream of events; other quotations pass.
pub(super) fn rewrite(events: Vec<Spot<'_>>) -> Vec<Spot<'_>> {
    let mut rewritten: Vec<Spot<'_>> = Vec::with_capacity(events.len());
    let mut in_title = false;
    for (event, at) in events {
        let is_first = matches!(
            rewritten.as_slice(),
            [.., (Event::Start(Tag::BlockQuote(_)), _), (Event::Start(Tag::Paragraph), _)]
        );
        match event {
            Event::Text(text) if is_first && title(&text).is_some() => {
                let words = title(&text).unwrap_or_default();
                rewritten.push((Event::Start(Tag::Strong), at.clone()));
                rewritten.push((Event::Text(CowStr::from(words)), at));
                in_title = true;
            }
            Event::SoftBreak | Event::HardBreak if in_title => {
                in_title = false;
                let parts = [
                    Event::End(TagEnd::Strong),
                    Event::End(TagEnd::Paragraph),
                    Event::Start(Tag::Paragraph),
                ];
                rewritten.extend(parts.map(|event| (event, at.clone())));
            }
            Event::End(TagEnd::Paragraph) if in_title => {
                in_title = false;
                rewritten.push((Event::End(TagEnd::Strong), at.clone()));
                rewritten.push((event, at));
            }
            _ => rewritten.push((event, at)),
        }
    }
    rewritten
}

/// The title in `[!kind]- Title`; without one, the kind.
fn title(text: &str) -> Option<String> {
    let (kind, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let rest = rest.trim_start_matches(['+', '-']).trim();
    let kind = kind.split('|').next().unwrap_or(kind).trim();
    let is_kind =
        !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let mut letters = kind.chars();
    let capital = letters.next().map(|c| c.to_uppercase().chain(letters).collect::<String>());
    let title = if rest.is_empty() { capital? } else { rest.to_owned() };
    is_kind.then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callout_has_a_title() {
        assert_eq!(title("[!note] تنبيه مهم").as_deref(), Some("تنبيه مهم"));
        assert_eq!(title("[!warning]-").as_deref(), Some("Warning"));
        assert_eq!(title("[1] x"), None);
        assert_eq!(title("[!] x"), None);
    }
}
