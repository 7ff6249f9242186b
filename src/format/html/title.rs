//! The headline, without the name of the site that pages hang on it.
//!
//! Only an affix that is the site's name, or whose removal leaves the page's own first heading, or
//! that stands behind a bar is taken off; a colon in a headline is the writer's.

mod affix;

use super::dom;
use crate::format::publication;
use affix::words;

/// What separates a headline from what is hung on it, where a heading tells the headline.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ~ ", " / ", " ـ ", " : ",
    "- ", "|",
];

/// Titles that templates give to every page, folded to small letters.
const NAMELESS: &[&str] =
    &["untitled", "untitled document", "document", "home", "الرئيسية", "index"];

/// What a page tells of its headline.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The `<title>`.
    pub(super) title: String,
    /// The headlines that the page declares to machines, the most careful first.
    pub(super) declared: Vec<String>,
    /// The texts of its `<h1>`.
    pub(super) firsts: Vec<String>,
    /// The texts of its `<h2>` and `<h3>`.
    pub(super) others: Vec<String>,
    /// What the site may be called.
    pub(super) sites: Vec<String>,
}

/// The headline; empty when the page tells none.
pub(super) fn settle(mut told: Told) -> String {
    // A headline that a template puts where the site's name belongs.
    told.sites.retain(|site| words(site) <= affix::LONGEST);
    let is_site = |text: &String| affix::is_exactly(text, &told.sites);
    told.declared.retain(|text| words(text) > 0 && !is_site(text));
    told.firsts.retain(|text| !text.is_empty() && !is_site(text));
    told.others.retain(|text| !text.is_empty() && !is_site(text));
    if let Some(found) = told.declared.first() {
        let named = declared(found, &told);
        return whole(named, &told);
    }
    // Where the first heading is the site's, the headline is one of the next.
    let is_nameless = NAMELESS.contains(&told.title.trim().to_lowercase().as_str());
    let headings = [told.firsts.as_slice(), told.others.as_slice()].concat();
    let is_told = !(is_nameless || is_site(&told.title)) || told.firsts.is_empty();
    if words(&told.title) == 0 || !is_told {
        return headings.into_iter().next().unwrap_or_default();
    }
    headline(&told.title, &headings, &told.sites)
}

/// The headline in a page's `<title>`, given its first headings and what its site is called.
fn headline(title: &str, headings: &[String], sites: &[String]) -> String {
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

/// A headline that the page declares to machines, without the name of its site.
fn declared(found: &str, told: &Told) -> String {
    let named = without_site(found, &told.sites);
    if is_hung_on(&told.title, &named, &told.sites) {
        return named;
    }
    let is_heading = |heading: &&String| words(heading) > 0 && is_affixed(&named, heading);
    told.firsts.iter().find(is_heading).cloned().unwrap_or(named)
}

/// Whether the page hangs its name on this very headline, by another sign than those in it: what
/// else is in it is then the headline's own.
fn is_hung_on(title: &str, named: &str, sites: &[String]) -> bool {
    let rest = title.strip_prefix(named).unwrap_or_default().trim_start();
    let sign = rest.chars().next();
    let is_other = sign.is_some_and(|sign| !named.contains(&format!(" {sign} ")));
    is_other && without_site(title, sites) == named
}

/// The same headline from another place, where this one was cut short.
fn whole(found: String, told: &Told) -> String {
    let Some(start) = found.strip_suffix('…').or_else(|| found.strip_suffix("...")) else {
        return found;
    };
    let start = start.trim_end();
    if told.firsts.contains(&found) {
        return found;
    }
    let others = told.firsts.iter().chain(&told.declared).chain([&told.title]);
    let mut longer = others.filter(|other| other.starts_with(start) && other.len() > found.len());
    longer.next().map(|other| without_site(other, &told.sites)).unwrap_or(found)
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
    affix::without(title, sites)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.split('#').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// A `<title>`, the first headings and the site's names.
    fn of(title: &str, headings: &str, sites: &str) -> String {
        let (firsts, sites) = (list(headings), list(sites));
        settle(Told { title: title.to_owned(), firsts, sites, ..Told::default() })
    }

    /// A declared headline on a page with this `<title>`.
    fn told(declared: &str, title: &str, heading: &str, sites: &str) -> String {
        let (declared, firsts, sites) = (list(declared), list(heading), list(sites));
        settle(Told { title: title.to_owned(), declared, firsts, sites, ..Told::default() })
    }

    #[test]
    fn a_short_headline_loses_its_sites_name_and_nothing_of_its_own() {
        assert_eq!(of("انفجار في بيروت - الجزيرة نت", "", "الجزيرة نت"), "انفجار في بيروت");
        assert_eq!(of("الجزيرة: انفجار في بيروت", "", "الجزيرة"), "انفجار في بيروت");
        assert_eq!(of("Example News | A quiet day", "", "example news"), "A quiet day");
        assert_eq!(of("عاجل: انفجار في بيروت", "", "الجزيرة"), "عاجل: انفجار في بيروت");
        assert_eq!(of("A day - at sea - a section - Site", "A day - at sea", ""), "A day - at sea");
        let heading = "A day at the sea - Site";
        assert_eq!(of(heading, heading, "Site"), "A day at the sea");
    }

    #[test]
    fn a_sites_name_comes_off_at_either_end() {
        let news = "المرفأ القديم يفتح أبوابه للصيادين";
        let novel = "The old harbour opens its gates";
        let hebrew = "הנמל הישן נפתח לדייגים";
        let persian = "بندر قدیمی دوباره باز شد";
        let urdu = "پرانی بندرگاہ پھر کھل گئی";
        for (title, site, expected) in [
            (format!("{news} - الجزيرة نت"), "الجزيرة نت", news),
            (format!("{news} | الجزيرة نت"), "الجزيرة نت", news),
            (format!("{news} - BBC News عربي"), "BBC News عربي", news),
            (format!("BBC News عربي - {news}"), "BBC News عربي", news),
            (format!("الجزيرة: {news}"), "الجزيرة", news),
            (format!("{news}|الشروق"), "الشروق", news),
            (format!("{news} - بوابة الشروق"), "الشروق", news),
            (format!("{news} | أخبار | الساحل نت"), "الساحل نت", news),
            (format!("{news} ـ صحيفة الساحل"), "", news),
            (format!("{news}- الساحل"), "الساحل", news),
            (format!("{news} :: الساحل ::"), "الساحل", news),
            (format!("{news} » الساحل"), "الساحل", news),
            (format!("{news} • الساحل"), "الساحل", news),
            (format!("{news} \u{200f}|\u{200f} الساحل"), "الساحل", news),
            (format!("{news}\u{a0}-\u{a0}الساحل"), "الساحل", news),
            (format!("وكالة الساحل - {news}"), "", news),
            (format!("{news} - Sahel.example"), "sahel.example", news),
            (format!("{news} | قناة الساحل الإخبارية"), "", news),
            (format!("{hebrew} - וואלה! חדשות"), "וואלה", hebrew),
            (format!("{hebrew} | ישראל היום"), "ישראל היום", hebrew),
            (format!("{hebrew} - חדשות הים"), "חדשות הים", hebrew),
            (format!("{hebrew} – עיתון הים"), "", hebrew),
            (format!("{persian} - ایسنا"), "ایسنا", persian),
            (format!("{persian} - خبرگزاری دریا | اخبار ایران و جهان | Sea Agency"), "", persian),
            (format!("{persian} | روزنامه دریا"), "", persian),
            (format!("ایرنا - {persian}"), "", persian),
            (format!("{urdu} - BBC News اردو"), "BBC News اردو", urdu),
            (format!("{urdu} | روزنامہ ساحل"), "روزنامہ ساحل", urdu),
            (format!("{novel} | World | The Harbour Paper"), "The Harbour Paper", novel),
            (format!("{novel} - The Harbour Paper"), "harbourpaper", novel),
            (format!("{novel} — Harbour Review"), "", novel),
            (format!("Example News | {novel}"), "example news", novel),
            (format!("{novel} - BBC News"), "BBC", novel),
            (format!("{novel} - Breitbart"), "@BreitbartNews", novel),
        ] {
            assert_eq!(of(&title, "", site), expected, "{title}");
            assert_eq!(told(&title, &title, "", site), expected, "{title}, declared");
        }
    }

    #[test]
    fn the_headlines_own_colon_and_dash_stay() {
        for (title, site) in [
            ("عاجل: انفجار في بيروت", "الجزيرة"),
            ("مصر - إثيوبيا", ""),
            ("Egypt – a river, a dam, a war", ""),
            ("كوفيد-19: ما نعرفه حتى الآن", "الساحل"),
            ("سوريا: الحكومة تعلن خطة - والمعارضة ترفض الخطة كلها اليوم", "الساحل"),
            ("ירושלים: הישיבה - מה נאמר בה ומה לא נאמר", "וואלה"),
            ("Harbour: what we know", "The Sea"),
            ("AC/DC play the harbour", ""),
            ("The Guardian angels of the harbour", "The Guardian"),
        ] {
            assert_eq!(of(title, "", site), title);
            assert_eq!(told(title, title, "", site), title);
        }
    }

    #[test]
    fn the_first_heading_decides() {
        assert_eq!(of("A day - at sea - a section - Site", "A day - at sea", ""), "A day - at sea");
        assert_eq!(
            of("A day at the sea - Site", "A day at the sea - Site", "Site"),
            "A day at the sea"
        );
        assert_eq!(of("مدونة البحر", "المرفأ يفتح", "مدونة البحر"), "المرفأ يفتح");
        assert_eq!(of("Untitled Document", "المرفأ يفتح", ""), "المرفأ يفتح");
        assert_eq!(of("Document", "", ""), "Document");
        assert_eq!(of("المرفأ يفتح - أخبار", "الساحل#المرفأ يفتح", "الساحل"), "المرفأ يفتح");
    }

    #[test]
    fn what_the_page_hangs_its_name_on_is_the_headline() {
        let chapter = "Two: what now? - The Long Sea";
        let title = "Two: what now? - The Long Sea | Royal Coast";
        assert_eq!(told(chapter, title, "Two: what now?", "Royal Coast"), chapter);
        assert_eq!(told("Two: now - Tales", "Two: now - Tales", "Two: now", ""), "Two: now");
        let title = "Two boats left - Culture - Royal Coast";
        let heading = "Two boats left";
        assert_eq!(told("Two boats left - Culture", title, heading, "Royal Coast"), heading);
    }

    #[test]
    fn a_declared_name_and_a_headline_cut_short_are_passed_over() {
        assert_eq!(told("الساحل#خبر المرفأ", "خبر المرفأ", "", "الساحل"), "خبر المرفأ");
        let whole = "The old harbour opens its gates to all fishermen";
        assert_eq!(told("The old harbour opens…", "x", whole, ""), whole);
        assert_eq!(told("And then...", "x", "Another", ""), "And then...");
        assert_eq!(told("Boats…", "Boats… - Culture", "Boats…", ""), "Boats…");
    }
}
