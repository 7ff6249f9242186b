//! The headline, without the name of the site that pages hang on it.
//!
//! Only an affix that is the site's name, or whose removal leaves the page's own first heading, or
//! that stands behind a bar is taken off; a colon in a headline is the writer's.

use super::dom;
use crate::format::publication;

/// What separates a headline from a site's name.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ~ ", " / "];

/// The headline in a page's `<title>`, given its first headings and what its site is called.
pub(super) fn headline(title: &str, headings: &[String], sites: &[String]) -> String {
    let title = dom::collapse(title);
    if let Some(heading) = headings.iter().find(|heading| is_affixed(&title, heading)) {
        return heading.clone();
    }
    let named = without_site(&title, sites);
    if named != title || headings.contains(&title) {
        return named;
    }
    without_last_part(&title).unwrap_or(&title).to_owned()
}

/// The headline that a page declares to machines, without the name of its site.
pub(super) fn declared(title: &str, headings: &[String], sites: &[String]) -> String {
    let named = without_site(title, sites);
    let is_heading = |heading: &&String| words(heading) > 0 && is_affixed(&named, heading);
    headings.iter().find(is_heading).cloned().unwrap_or(named)
}

/// What a page's `<title>` holds besides its headline: the site's name, its sections passed over.
pub(super) fn site(title: &str, headline: &str) -> Option<String> {
    let before = title.strip_suffix(headline).filter(|rest| !rest.is_empty());
    let after = title.strip_prefix(headline).filter(|rest| !rest.is_empty());
    let marks = || SEPARATORS.iter().chain(&[": "]);
    let first = before.and_then(|rest| marks().find_map(|mark| rest.strip_suffix(mark)));
    let last = after.and_then(|rest| SEPARATORS.iter().find_map(|mark| rest.strip_prefix(mark)));
    let last = last.map(|rest| {
        SEPARATORS.iter().find_map(|mark| rest.rsplit_once(mark)).map_or(rest, |(_, name)| name)
    });
    let name = first
        .or(last)
        .map(str::trim)
        .filter(|name| (1..=5).contains(&words(name)) && !name.contains(char::is_numeric))?;
    Some(name.to_owned())
}

/// `title` without a site's name at either end.
pub(in crate::format) fn without_site(title: &str, sites: &[String]) -> String {
    for separator in SEPARATORS {
        if let Some((rest, affix)) =
            title.rsplit_once(separator).filter(|(rest, _)| !rest.trim().is_empty())
            && is_site(affix, sites)
        {
            return rest.trim().to_owned();
        }
        if let Some((affix, rest)) =
            title.split_once(separator).filter(|(_, rest)| !rest.trim().is_empty())
            && is_site(affix, sites)
        {
            return rest.trim().to_owned();
        }
    }
    match title.split_once(": ") {
        Some((affix, rest)) if is_site(affix, sites) => rest.trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// Whether `title` is `heading` with something hung on by a separator.
fn is_affixed(title: &str, heading: &str) -> bool {
    let before = title.strip_suffix(heading);
    let after = title.strip_prefix(heading);
    let is_before = |rest: &str| SEPARATORS.iter().chain(&[": "]).any(|mark| rest.ends_with(mark));
    let is_after = |rest: &str| SEPARATORS.iter().any(|mark| rest.starts_with(mark));
    let is_shorter = |rest: &&str| !rest.is_empty() && words(rest) <= words(heading);
    heading.chars().count() > 3
        && (before.filter(|rest| words(rest) < words(heading)).is_some_and(is_before)
            || after.filter(is_shorter).is_some_and(is_after))
}

/// Cuts what stands behind the last bar or dash when it is too short to belong to the headline.
fn without_last_part(title: &str) -> Option<&str> {
    let cut = |separator: &&str| title.rsplit_once(*separator);
    let (rest, affix) = SEPARATORS.iter().take(4).find_map(cut)?;
    let (rest_words, affix_words) = (words(rest), words(affix));
    let is_behind_bar = title.get(rest.len()..).is_some_and(|cut| cut.starts_with(" | "));
    let longest = if is_behind_bar { 8 } else { 4 };
    let is_short = affix_words <= longest && rest_words >= 3 && rest_words > affix_words;
    let is_affix = is_short || publication::is_publication(affix.trim());
    is_affix.then_some(rest.trim())
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn is_site(affix: &str, sites: &[String]) -> bool {
    let key = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let affix = key(affix);
    !affix.is_empty() && sites.iter().any(|site| key(site) == affix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, heading: &str, site: &str) -> String {
        let list = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
        headline(title, &list(heading), &list(site))
    }

    #[test]
    fn a_sites_name_comes_off_at_either_end() {
        assert_eq!(of("انفجار في بيروت - الجزيرة نت", "", "الجزيرة نت"), "انفجار في بيروت");
        assert_eq!(of("الجزيرة: انفجار في بيروت", "", "الجزيرة"), "انفجار في بيروت");
        assert_eq!(of("Example News | A quiet day", "", "example news"), "A quiet day");
    }

    #[test]
    fn the_headlines_own_colon_and_dash_stay() {
        assert_eq!(of("عاجل: انفجار في بيروت", "", "الجزيرة"), "عاجل: انفجار في بيروت");
        assert_eq!(of("مصر - إثيوبيا", "", ""), "مصر - إثيوبيا");
        assert_eq!(of("Egypt – a river, a dam, a war", "", ""), "Egypt – a river, a dam, a war");
    }

    #[test]
    fn the_first_heading_decides() {
        assert_eq!(of("A day - at sea - a section - Site", "A day - at sea", ""), "A day - at sea");
        assert_eq!(
            of("A day at the sea - Site", "A day at the sea - Site", "Site"),
            "A day at the sea"
        );
    }
}
