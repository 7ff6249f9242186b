//! The lines between a headline and its report: byline, publication, place, date, address, in any
//! order, with or without labels. Other formats have them too, below their own headlines.
//!
//! A line without a label is believed to be a name only beside a line that can be nothing else: a
//! date, a byline, an address.

use crate::article::Date;
use crate::article::Metadata;

use super::super::publication;
use super::facts;
use super::facts::Fact;
use super::line;

/// More lines than this are not about the article, they are it.
const LONGEST: usize = 12;

/// Lines without a label that may stand before one that is a fact for certain.
const REACH: usize = 2;

/// Reads the lines about the article; how many lines they were, blank ones after them included.
pub(in crate::format) fn read(lines: &[&str], metadata: &mut Metadata) -> usize {
    let mut updated = None;
    let before = metadata.clone();
    let mut at = blank(lines);
    for index in 0..LONGEST {
        let rest = lines.get(at..).unwrap_or_default();
        let Some(line) = rest.first() else { break };
        let facts = match Fact::all(line) {
            facts if facts.is_empty() => unlabelled(rest, index, metadata).into_iter().collect(),
            facts => facts,
        };
        if facts.is_empty() {
            break;
        }
        // Two days of publication are two entries of a list.
        if facts.iter().any(|fact| contradicts(fact, metadata)) {
            *metadata = before;
            return 0;
        }
        for fact in facts {
            updated = updated.or(update(&fact));
            fact.add_to(metadata);
        }
        at += 1 + blank(rest.get(1..).unwrap_or_default());
    }
    metadata.published = metadata.published.or(updated);
    if at == blank(lines) { 0 } else { at }
}

fn contradicts(fact: &Fact, metadata: &Metadata) -> bool {
    let told = metadata.published.map(Date::to_day);
    matches!(fact, Fact::Published(date) if told.is_some_and(|day| day != date.to_day()))
}

/// The day of the last change, which is better than none.
const fn update(fact: &Fact) -> Option<Date> {
    match fact {
        Fact::Updated(date) => Some(*date),
        _ => None,
    }
}

/// A publication or a person, known by what stands near; `told` lines about the article stand above.
fn unlabelled(rest: &[&str], told: usize, metadata: &Metadata) -> Option<Fact> {
    let name = line::trim(rest.first()?);
    let text: Vec<&str> =
        rest.iter().copied().skip(1).filter(|l| !line::trim(l).is_empty()).collect();
    let is_sure = |line: &&&str| Fact::all(line).iter().any(is_certain);
    let near = text.iter().take(REACH).position(|line| is_sure(&line));
    // Between this line and that fact, only names.
    let near = near.filter(|&at| text.iter().take(at).all(|line| is_short_name(line)));
    if publication::is_publication(name) && (near.is_some() || told > 0) {
        return Some(Fact::Source(name.to_owned()));
    }
    let is_author = metadata.authors.is_empty() && facts::is_person(name);
    if near.is_some() && is_author && is_short_name(name) {
        return Some(Fact::Authors(vec![name.to_owned()]));
    }
    let is_source = metadata.source.is_none() && told > 0 && is_short_name(name);
    (near == Some(0) && is_source && facts::is_person(name)).then(|| Fact::Source(name.to_owned()))
}

/// Whether a fact can be nothing else. Tags and labelled sources stand below reports as well.
const fn is_certain(fact: &Fact) -> bool {
    matches!(fact, Fact::Published(_) | Fact::Updated(_) | Fact::Authors(_) | Fact::Url(_))
}

fn is_short_name(text: &str) -> bool {
    facts::is_name(text) && !line::is_wider(text, 40) && !line::ends_unlike_headline(text)
}

fn blank(lines: &[&str]) -> usize {
    lines.iter().take_while(|line| line::trim(line).is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Metadata, usize) {
        let mut metadata = Metadata::default();
        let lines: Vec<&str> = text.lines().collect();
        let taken = read(&lines, &mut metadata);
        (metadata, taken)
    }

    #[test]
    fn a_publication_needs_no_label_between_byline_and_date() {
        for text in [
            "By Miriam Aldous\nThe Harbour Review\n3 November 2024\n\nEvery evening he climbs.",
            "Miriam Aldous\n\nThe Harbour Review\n\n3 November 2024\n\nEvery evening he climbs.",
            "3 November 2024\nThe Harbour Review\nBy Miriam Aldous\n\nEvery evening he climbs.",
        ] {
            let (metadata, taken) = told(text);
            assert_eq!(metadata.source.as_deref(), Some("The Harbour Review"), "{text}");
            assert_eq!(metadata.authors, ["Miriam Aldous"], "{text}");
            assert_eq!(metadata.published.unwrap().to_string(), "2024-11-03", "{text}");
            assert_eq!(text.lines().nth(taken), Some("Every evening he climbs."), "{text}");
        }
    }

    #[test]
    fn arabic_names_are_known_by_the_date_below_them() {
        let (metadata, taken) = told("مريم الدوس\nصحيفة المرفأ\nالأحد 3 نوفمبر 2024\n\nصعد.");
        assert_eq!(metadata.authors, ["مريم الدوس"]);
        assert_eq!(metadata.source.as_deref(), Some("صحيفة المرفأ"));
        assert_eq!(taken, 4);
    }

    #[test]
    fn a_text_that_begins_at_once_loses_nothing() {
        for text in ["Ada Venn\nwent home.\n3 March 2024 it was.", "Serves four\nBoil the water."] {
            assert_eq!(told(text).1, 0, "{text}");
        }
    }

    #[test]
    fn a_list_of_days_is_no_preamble() {
        let (metadata, taken) = told("سمير الهادي، 3 مارس 2024\nهدى سالم، 4 مارس 2024");
        assert_eq!((metadata.published, taken), (None, 0));
    }

    #[test]
    fn the_day_of_an_update_is_better_than_none() {
        let (metadata, _) = told("Updated: March 5, 2024\n\nText.");
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05");
        let (metadata, _) = told("Updated: March 5, 2024\nPublished: March 4, 2024\n\nText.");
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-04");
    }
}
