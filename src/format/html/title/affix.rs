//! The name of a site at the beginning or the end of a headline: where it may be parted from the
//! headline, and whether what stands there is that name.
//!
//! A name is known by what the page declares (its site, publisher, address, account), never by its
//! length alone. A page's own headings are not looked at here.

use crate::article::is_bidi_control;
use crate::article::is_letter_or_digit;
use crate::format::letters;
use crate::format::publication;

/// Signs that part a headline from a name even where no space stands beside them.
const BARS: &[char] = &['|', '｜', '¦', '•', '»', '«', '·', '⋆', '║'];
/// Signs that part only with a space on one side: within words they are a hyphen.
const DASHES: &[char] = &['-', '–', '—', '−', 'ـ', '/', '~', '›', '‹', '⁓'];

/// No site calls itself by more words.
pub(super) const LONGEST: usize = 7;
/// A section between the headline and the site's name has no more words.
const SECTION: usize = 3;

/// A place where a title can be parted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut<'a> {
    pub(super) before: &'a str,
    pub(super) after: &'a str,
    pub(super) is_bar: bool,
}

/// All places where a title can be parted, in its order; both sides have words.
pub(super) fn cuts(title: &str) -> Vec<Cut<'_>> {
    let is_space = |c: Option<char>| c.is_some_and(|c| c.is_whitespace() || is_bidi_control(c));
    let mut cuts = Vec::new();
    for (at, sign) in title.char_indices() {
        let Some((before, rest)) = title.split_at_checked(at) else { continue };
        let after = rest.strip_prefix(sign).unwrap_or_default();
        let (left, right) = (is_space(before.chars().next_back()), is_space(after.chars().next()));
        let is_doubled = sign == ':' && before.ends_with(" :") && right;
        // Within words the pointed ones are quotation marks.
        let is_quote = matches!(sign, '«' | '»') && !(left && right);
        let is_bar = (BARS.contains(&sign) && !is_quote) || is_doubled;
        if is_bar || (DASHES.contains(&sign) && (left || right)) {
            let (before, after) = (trim(before), trim(after));
            if words(before) > 0 && words(after) > 0 {
                cuts.push(Cut { before, after, is_bar });
            }
        }
    }
    cuts
}

/// `title` without the site's name at either end, and without what stands beyond the name.
pub(super) fn without(title: &str, sites: &[String]) -> String {
    let mut rest = trim(title);
    // What stands behind the name belongs to it: a slogan, its name in another script.
    if let Some(cut) = cuts(rest).into_iter().find(|cut| is_site_or_publication(first(cut), sites))
    {
        rest = without_sections(cut);
    }
    let first_cut = |title| cuts(title).into_iter().next();
    // A product may be called like an account, and a headline about it begins with its name.
    let names: Vec<String> = sites.iter().filter(|site| !site.starts_with('@')).cloned().collect();
    while let Some(cut) = first_cut(rest).filter(|cut| is_site_or_publication(cut.before, &names)) {
        rest = cut.after;
    }
    match rest.split_once(": ") {
        Some((name, after)) if is_exactly(name, sites) => trim(after).to_owned(),
        _ => rest.to_owned(),
    }
}

/// What stands before the name, without the sections parted by the same bars: `Headline | World |
/// The Paper`.
fn without_sections<'a>(cut: Cut<'a>) -> &'a str {
    let mut rest = cut.before;
    while cut.is_bar
        && let Some(section) = cuts(rest).into_iter().rfind(|section| section.is_bar)
        && words(section.after) <= SECTION
        && words(section.before) >= 3
    {
        rest = section.before;
    }
    rest
}

/// The part right behind a cut, up to the next.
fn first<'a>(cut: &Cut<'a>) -> &'a str {
    cuts(cut.after).first().map_or(cut.after, |next| next.before)
}

fn is_site_or_publication(name: &str, sites: &[String]) -> bool {
    is_site(name, sites) || publication::is_publication(trim(name))
}

/// Whether `name` is what the site is called, perhaps with a word more or less: `BBC` of `BBC News`,
/// `The Paper` of `thepaper.example`.
pub(super) fn is_site(name: &str, sites: &[String]) -> bool {
    let words = bare_words(name);
    let count = words.len();
    (1..=LONGEST).contains(&count)
        && (is_exactly(name, sites)
            || sites.iter().any(|site| {
                let site = bare_words(site);
                is_shortened(&words, &site) || is_account(&words, &site)
            }))
}

/// Whether `name` is letter for letter what the site is called, articles and signs aside.
pub(super) fn is_exactly(name: &str, sites: &[String]) -> bool {
    let wanted = bare_words(name).concat();
    !wanted.is_empty() && sites.iter().any(|site| bare_words(site).concat() == wanted)
}

/// Whether one is the beginning or the end of the other, and not less than half of it.
fn is_shortened(name: &[String], site: &[String]) -> bool {
    let (short, long) = if name.len() < site.len() { (name, site) } else { (site, name) };
    let is_long_enough = short.concat().chars().count() >= 3 && short.len() * 2 >= long.len();
    is_long_enough && (long.starts_with(short) || long.ends_with(short))
}

/// Whether a site's account or host (`breitbartnews`) is the name with something hung on.
fn is_account(name: &[String], site: &[String]) -> bool {
    let [site] = site else { return false };
    let name = name.concat();
    let is_latin = name.is_ascii() && site.is_ascii();
    let (short, long) = if name.len() < site.len() { (&name, site) } else { (site, &name) };
    is_latin
        && short.len() >= 4
        && short.len() * 2 >= long.len()
        && long.starts_with(short.as_str())
}

/// The words of a name, folded, without signs and without an English article before them.
fn bare_words(name: &str) -> Vec<String> {
    let folded = letters::fold(name);
    let words = folded.split(|c| !is_letter_or_digit(c)).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    words
}

/// How many words have a letter or a digit in them.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(is_letter_or_digit)).count()
}

/// Without white space, direction marks and separators at the ends.
pub(super) fn trim(text: &str) -> &str {
    let is_edge =
        |c: char| c.is_whitespace() || is_bidi_control(c) || "|｜•·".contains(c) || c == '\u{feff}';
    let text = text.trim_matches(is_edge);
    text.strip_suffix(" :").or_else(|| text.strip_suffix(" -")).map_or(text, str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, site: &str) -> String {
        without(title, &[site.to_owned()])
    }

    #[test]
    fn a_hyphen_within_words_parts_nothing() {
        assert!(cuts("كوفيد-19 والمدارس").is_empty());
        assert!(cuts("Anglo-Saxon and/or Norman").is_empty());
        assert_eq!(cuts("a - b | c").len(), 2);
        assert!(cuts("قال: «نعم»، ثم «لا»").is_empty());
    }

    #[test]
    fn a_site_is_known_by_less_or_more_than_its_name() {
        let is = |name, site: &str| is_site(name, &[site.to_owned()]);
        assert!(is("BBC", "BBC News") && is("וואלה! חדשות", "וואלה"));
        assert!(is("Guardian", "The Guardian") && is("Breitbart", "@BreitbartNews"));
        assert!(!is("Egypt", "Daily News Egypt") && !is("حرب مصر والسودان", "مصر"));
    }

    #[test]
    fn what_stands_beyond_the_name_goes_with_it() {
        let title = "المرفأ يفتح أبوابه - صحيفة البحر | أخبار الساحل والعالم | Sea Paper";
        assert_eq!(of(title, "صحيفة البحر"), "المرفأ يفتح أبوابه");
    }

    #[test]
    fn a_title_that_is_only_the_name_stays() {
        assert_eq!(of("صحيفة البحر", "صحيفة البحر"), "صحيفة البحر");
        assert_eq!(of("", "x"), "");
    }
}
