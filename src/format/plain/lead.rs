//! What opens a report: `CAIRO, March 5 (Reuters) – `, `(وكالة) – `, `واشنطن – `.
//!
//! The opening stays in the body as written; here it is read for the source, the place and the date,
//! and so that a headline can be made of what follows it.

use crate::article::Date;
use crate::article::is_letter;

use super::super::date;
use super::super::letters;
use super::super::publication;
use super::line;

/// The opening of a report, and the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::format) struct Lead<'a> {
    /// The agency.
    pub(in crate::format) source: Option<&'a str>,
    /// Where the report was filed.
    pub(in crate::format) place: Option<&'a str>,
    /// When, if it says the year.
    pub(in crate::format) date: Option<Date>,
    /// What is reported.
    pub(in crate::format) rest: &'a str,
}

/// No opening is longer, in characters.
const LONGEST: usize = 100;

/// What stands before a dash and is neither place nor agency, folded.
#[rustfmt::skip]
const OTHER_OPENINGS: &[&str] = &[
    "breaking", "update", "updated", "exclusive", "video", "watch", "opinion", "analysis", "live", "explainer", "photos",
    "عاجل", "خاص", "حصري", "فيديو", "بالفيديو", "صور", "بالصور", "شاهد", "تقرير", "تحليل", "راي", "دراسه", "مقال",
    "متابعه", "تحديث", "تحقيق", "حوار", "رياضه", "اقتصاد", "ثقافه", "محدث",
    "گزارش", "يادداشت", "فوري", "ويديو", "عكس", "اختصاصي", "گفتگو", "گفتوگو",
    "דעה", "עדכון", "בלעדי", "וידאו", "פרשנות", "ראיון", "מבזק", "צפו", "תיעוד",
];

/// Countries that stand in brackets behind a town, where an agency may stand too; folded.
#[rustfmt::skip]
const COUNTRIES: &[&str] = &[
    "سوريا", "سوريه", "لبنان", "العراق", "مصر", "الاردن", "تونس", "ليبيا", "الجزاير", "المغرب", "السودان", "اليمن", "فلسطين", "السعوديه", "قطر",
    "الامارات", "تركيا", "ايران", "فرنسا", "روسيا", "اوكرانيا", "الولايات المتحده", "بريطانيا", "المانيا", "الصين", "الهند", "باكستان", "افغانستان",
    "ايطاليا", "اسبانيا", "اليونان", "syria", "lebanon", "iraq", "egypt", "jordan", "tunisia", "libya", "algeria", "morocco", "sudan", "yemen",
    "turkey", "iran", "france", "russia", "ukraine", "germany", "china", "india", "pakistan", "italy", "spain", "greece", "israel",
];

/// Reads the opening of a paragraph, if it has one.
pub(in crate::format) fn read(paragraph: &str) -> Option<Lead<'_>> {
    let paragraph = line::trim(paragraph);
    let lead = dashes(paragraph).take(2).find_map(|(head, rest)| {
        let opening = opening(head)?;
        Some(Lead { rest: line::trim(rest), ..opening })
    });
    let lead = lead.or_else(|| bracketed(paragraph)).map(with_place).map(with_second_dash);
    let lead = lead.or_else(|| reported(paragraph))?;
    line::has_letters(lead.rest).then_some(lead)
}

/// The paragraph parted at each dash near its beginning.
fn dashes(paragraph: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = paragraph
        .char_indices()
        .take(LONGEST)
        .filter(|(_, c)| matches!(c, '–' | '—' | '―' | '-' | 'ـ' | ':'));
    places.filter_map(|(at, c)| {
        let (head, rest) = paragraph.split_at_checked(at)?;
        let rest = rest.strip_prefix(c)?;
        let after_bracket = head.trim_end().ends_with([')', ']']);
        let spaced = rest.starts_with(char::is_whitespace);
        let is_dash = match c {
            ':' | 'ـ' => after_bracket,
            '-' => spaced || after_bracket,
            _ => spaced || head.ends_with(char::is_whitespace) || after_bracket,
        };
        (is_dash && !head.trim().is_empty()).then_some((head, rest))
    })
}

/// `PLACE`, `PLACE, date`, `(Agency)`, `PLACE, date (Agency)`.
fn opening(head: &str) -> Option<Lead<'_>> {
    let head = line::trim(head);
    let none = Lead { source: None, place: None, date: None, rest: "" };
    let Some((before, inside)) = in_brackets(head) else {
        if publication::is_publication(head) {
            return Some(Lead { source: Some(head), ..none });
        }
        let (place, date) = place(head)?;
        let plausible = is_capital(place) || (date.is_some() && has_initials(place));
        return plausible.then_some(Lead { place: Some(place), date, ..none });
    };
    let (source, inner_date) = source(inside)?;
    if before.is_empty() {
        return Some(Lead { source: Some(source), date: inner_date, ..none });
    }
    let (place, date) = place(before).filter(|(place, _)| has_initials(place))?;
    Some(Lead { source: Some(source), place: Some(place), date: date.or(inner_date), ..none })
}

/// `(Agency) The report`, `PLACE 12 March (Agency) The report`, `PLACE, 12 March. /Agency/. The
/// report`: without a dash.
fn bracketed(paragraph: &str) -> Option<Lead<'_>> {
    let open = paragraph.char_indices().take(60).find(|(_, c)| "(/".contains(*c))?.0;
    let (before, rest) = paragraph.split_at_checked(open)?;
    let close = if rest.starts_with('(') { ')' } else { '/' };
    let (inside, rest) = rest.get(1..)?.split_once(close)?;
    let (source, date) = source(inside)?;
    let none = Lead {
        source: Some(source),
        place: None,
        date,
        rest: line::trim(rest.trim_start_matches('.')),
    };
    let short = source.split_whitespace().count() <= 3;
    let before = line::trim(before);
    if before.is_empty() {
        return (short && close == ')').then_some(none);
    }
    // Without a dash, the day is what tells a place from the first words of a sentence.
    let dated = |place: &str| before.contains(char::is_numeric) && has_initials(place);
    let (place, day) = place(before).filter(|(place, _)| dated(place))?;
    short.then_some(Lead { place: Some(place), date: day.or(date), ..none })
}

/// `(Agency) - PLACE, 14 May 2024 - The report`: a place behind the agency.
fn with_place(lead: Lead<'_>) -> Lead<'_> {
    let behind = dashes(lead.rest).take(2).find_map(|(head, rest)| Some((opening(head)?, rest)));
    match behind.filter(|(place, _)| lead.place.is_none() && place.date.is_some()) {
        Some((place, rest)) => {
            let date = lead.date.or(place.date);
            Lead { place: place.place, date, rest: line::trim(rest), ..lead }
        }
        None => lead,
    }
}

/// `به گزارش خبرگزاری …، `: how reports of Persian agencies begin.
fn reported(paragraph: &str) -> Option<Lead<'_>> {
    let rest = paragraph.strip_prefix("به گزارش ")?;
    let (name, rest) = rest.split_once(['،', '؛', ','])?;
    let from = ["خبرنگار ", "گروه ", "سرویس "];
    let name = from.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let short = name.split_whitespace().count() <= 5 && line::has_letters(name);
    short.then(|| Lead {
        source: Some(line::trim(name)),
        place: None,
        date: None,
        rest: line::trim(rest),
    })
}

/// `غزة - وكالات - قال`: an agency between two dashes; `القدس – وكالة الأنباء: قال`.
fn with_second_dash(lead: Lead<'_>) -> Lead<'_> {
    if lead.source.is_some() {
        return lead;
    }
    if let Some((name, rest)) =
        lead.rest.split_once(": ").filter(|(name, _)| publication::is_publication(name))
    {
        return Lead { source: Some(line::trim(name)), rest: line::trim(rest), ..lead };
    }
    if let Some((name, rest)) = quoted(lead.rest) {
        return Lead { source: Some(name), rest, ..lead };
    }
    let Some((head, rest)) = dashes(lead.rest).next() else { return lead };
    let inside = in_brackets(line::trim(head)).map(|(_, inside)| inside);
    let name = inside.unwrap_or(line::trim(head));
    let plausible = name.split_whitespace().count() <= 2 && is_capital(name) && !is_other(name);
    if !plausible || !line::has_letters(rest) {
        return lead;
    }
    Lead { source: Some(name), rest: line::trim(rest), ..lead }
}

/// `«الصحيفة»: قالت`: a newspaper that names itself.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.strip_prefix('«')?.split_once("»: ")?;
    (name.split_whitespace().count() <= 4 && !name.contains('«'))
        .then_some((name, line::trim(rest)))
}

/// The text before the brackets that `head` ends with, and the text in them.
fn in_brackets(head: &str) -> Option<(&str, &str)> {
    let head = head.strip_suffix([')', ']'])?;
    let (before, inside) = head.rsplit_once(['(', '['])?;
    Some((line::trim(before), line::trim(inside)))
}

/// The agency in brackets, which may have a date beside it.
fn source(inside: &str) -> Option<(&str, Option<Date>)> {
    let (name, rest) = inside.split_once([',', '،']).unwrap_or((inside, ""));
    let name = line::trim(name);
    let words = name.split_whitespace().count();
    let short = words <= 6 && name.chars().count() <= 40;
    let plausible = line::has_letters(name) && short && !name.starts_with(char::is_lowercase);
    (plausible && !is_other(name) && !COUNTRIES.contains(&letters::fold(name).as_str()))
        .then(|| (name, date::parse(rest)))
}

/// The place that `text` begins with, and the date that may follow it.
fn place(text: &str) -> Option<(&str, Option<Date>)> {
    let ends = |word: &str| word.contains(char::is_numeric) || date::is_month(word);
    let mut words = 0;
    let mut end = 0;
    for word in text.split_whitespace().take_while(|word| !ends(word)) {
        let at = text.get(end..)?.find(word)?;
        end += at + word.len();
        words += 1;
    }
    let (place, rest) = text.split_at_checked(end)?;
    let place = place.trim_end();
    let place = place.strip_suffix(" في").or_else(|| place.strip_suffix(" in")).unwrap_or(place);
    let place = place.trim_end_matches([',', '،', ':', '/', ' ', '.', '-', '–', '—']);
    let letters = |c: char| {
        c.is_ascii_alphabetic() || c.is_whitespace() || ".,،'’/-".contains(c) || !c.is_ascii()
    };
    let plausible =
        (1..=5).contains(&words) && place.chars().count() <= 40 && place.chars().all(letters);
    (plausible && line::has_letters(place) && !is_other(place)).then(|| (place, date::parse(rest)))
}

/// Whether every word but the smallest begins as names do.
fn has_initials(place: &str) -> bool {
    let small = |word: &str| word.chars().count() <= 3;
    place.split_whitespace().all(|word| small(word) || !word.starts_with(char::is_lowercase))
}

/// Without brackets around an agency, a place is known by its capitals; where the script has none, by
/// being short.
fn is_capital(place: &str) -> bool {
    let cased = place.contains(|c: char| c.is_lowercase() || c.is_uppercase());
    let letters = place.chars().filter(|c| is_letter(*c)).count();
    match cased {
        true => letters >= 2 && !place.contains(char::is_lowercase),
        false => letters >= 2 && place.split_whitespace().count() <= 2,
    }
}

fn is_other(text: &str) -> bool {
    let folded = letters::fold(text);
    if date::is_idle(&folded) {
        return true;
    }
    folded.split_whitespace().any(|word| OTHER_OPENINGS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source, place, date, the first word of the rest; `-` for none.
    fn parts(paragraph: &str) -> Option<String> {
        let lead = read(paragraph)?;
        let date = lead.date.map_or("-".to_owned(), |date| date.to_string());
        let rest = lead.rest.split_whitespace().next().unwrap_or("-");
        Some(format!("{}|{}|{date}|{rest}", lead.source.unwrap_or("-"), lead.place.unwrap_or("-")))
    }

    #[test]
    fn openings_of_agencies_are_read() {
        for (paragraph, expected) in [
            ("(NewsWire) – بدأت المدينة أعمالها", "NewsWire|-|-|بدأت"),
            ("القاهرة (رويترز) - قال مسؤول إن", "رويترز|القاهرة|-|قال"),
            ("القاهرة 5 مارس 2024 (رويترز) - قال", "رويترز|القاهرة|2024-03-05|قال"),
            ("رام الله (د ب أ)- قال المتحدث", "د ب أ|رام الله|-|قال"),
            ("واشنطن – بدأت محادثات", "-|واشنطن|-|بدأت"),
            ("غزة - وكالات - قال شهود", "وكالات|غزة|-|قال"),
            ("CAIRO, March 5 (Reuters) – The council met", "Reuters|CAIRO|-|The"),
            ("CAIRO, March 5, 2024 (Reuters) — The council", "Reuters|CAIRO|2024-03-05|The"),
            ("WASHINGTON (AP) — The", "AP|WASHINGTON|-|The"),
            ("Paris (AFP) - The", "AFP|Paris|-|The"),
            ("LOS ANGELES -- The", "-|LOS ANGELES|-|The"),
            ("(رويترز) قال مسؤول", "رويترز|-|-|قال"),
            ("תל אביב – המועצה הודיעה", "-|תל אביב|-|המועצה"),
            ("تهران (ایرنا) – وزیر گفت", "ایرنا|تهران|-|وزیر"),
            ("بكين 12 مارس 2024 (أخبار الشرق) قال مسؤول", "أخبار الشرق|بكين|2024-03-12|قال"),
            ("موسكو، 12 مارس. /وكالة الشمال/. أعلن", "وكالة الشمال|موسكو|-|أعلن"),
            ("القدس – وكالة الأنباء المحلية: أعلنت", "وكالة الأنباء المحلية|القدس|-|أعلنت"),
            ("به گزارش خبرگزاری دریا، وزیر گفت", "خبرگزاری دریا|-|-|وزیر"),
            ("أبوظبي في 5 مارس / وام / استقبل الرئيس", "وام|أبوظبي|-|استقبل"),
            ("لندن - «القدس اليوم»: قالت", "القدس اليوم|لندن|-|قالت"),
            ("خبرگزاری دریا - مراسم نوروز", "خبرگزاری دریا|-|-|مراسم"),
            ("(SeaWire) - سنغافورة، 14 مايو 2024 - أعلنت", "SeaWire|سنغافورة|2024-05-14|أعلنت"),
            ("Beirut, Lebanon – March 5, 2024 – Marsat", "-|Beirut, Lebanon|2024-03-05|Marsat"),
        ] {
            assert_eq!(parts(paragraph).as_deref(), Some(expected), "{paragraph}");
        }
    }

    #[test]
    fn a_sentence_with_a_dash_has_no_opening() {
        for paragraph in [
            "The council – all nine members – met",
            "Self-help is the best help (or so they say) - but not here",
            "عاجل – انفجار في المدينة",
            "وقال الوزير في كلمته أمام المجلس – وهو الأول منذ سنوات – إن",
            "(2024) – a year",
            "جبلة (سوريا) – عاد الصيادون",
            "الاثنين: 08:00 - 12:00 - 16:00",
            "He came in 2019 (Paris) and left.",
            "(فيديو) شاهد ما حدث",
            "– No, he said",
            "واشنطن –",
        ] {
            assert_eq!(parts(paragraph), None, "{paragraph}");
        }
    }
}
