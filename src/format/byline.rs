//! From a byline to the names in it: `By Ada Venn and Tom Baraka, Correspondent`,
//! `إعداد: وردة الخطيب · السبت 15/3/2025`, `מאת דוד כהן ומרים לוי`.
//!
//! What is not a name is taken off: the words before it, dates, roles, addresses. What is left is
//! never made shorter than it was written; a byline that only looks odd stays as it is.

use super::date;
use super::letters;

/// No name is longer, in characters.
const LONGEST: usize = 80;

/// What stands before names, folded; longer ones first.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "written by", "reporting by", "story by", "words by", "posted by", "text by", "interview by", "by",
    "اعداد وتحرير", "اعداد", "كتب", "كتبت", "كتبه", "كتبها", "بقلم", "بواسطه", "تحرير", "حوار", "حاوره", "حاورها", "اجري الحوار",
    "اجرت الحوار", "للكاتب", "للكاتبه", "الكاتب", "الكاتبه", "المولف",
    "نويسنده", "به قلم", "گزارش از", "گزارشگر", "خبرنگار", "نگارنده", "گفتگو از", "تحرير",
    "מאת", "כתב", "כתבה", "כתבו", "كاتب",
    "von", "par", "por", "di", "yazan", "yazar",
];

/// Words that only a role has, folded.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "correspondent", "editor", "reporter", "columnist", "writer", "staff", "bureau", "chief", "contributor", "journalist",
    "photographer", "desk", "producer",
    "مراسل", "مراسله", "محرر", "محرره", "كاتب", "كاتبه", "صحافي", "صحافيه", "صحفي", "صحفيه", "رييس", "موفد", "خبرنگار", "سردبير", "نويسنده",
    "כתב", "כתבת", "עורך", "עורכת", "כתבנו", "פרשן", "correspondant", "redakteur", "redaktion", "muhabiri",
];

/// Given names that begin with the letter that elsewhere means `and`, folded.
#[rustfmt::skip]
const OWN_AND: &[&str] = &[
    "ورده", "وليد", "وايل", "وسام", "وسيم", "وفاء", "وداد", "وديع", "وحيد", "وجيه", "وجدي", "ورد", "وصفي", "وضاح", "وعد", "ويام",
    "وهبه", "وهيب", "وهب", "وصال", "وفيق", "واصف", "واثق", "وثاب", "ولاء", "وسن", "ورود", "وجدان", "ونوس", "ورداني", "وهبي", "وزير",
    "وحيدي", "ورنر", "ويليام", "وليام", "والتر", "ويلسون", "ويل", "واين", "وودي", "وولف", "واشنطن", "وازن", "ولي", "واحد", "وهاب", "ويكتور",
    "ורד", "ורדה", "ויקטור", "ולדימיר", "וולף", "ויקי", "ורון", "וקנין", "וייס", "וינר", "ורטהיים", "ויצמן", "וולדמן", "וקס", "וילנר", "ואזנה",
];

/// The names in a byline, in its order; empty when there is none.
pub(super) fn names(byline: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in
        byline.split(['|', '·', '•', '\n', '؛', ';', '/']).flat_map(|part| part.split(" - "))
    {
        let part = without_brackets(part);
        for name in people(without_opening(&part)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The people in a list; `Smith, John` is one.
fn people(list: &str) -> Vec<String> {
    let names = list.split([',', '،']).flat_map(split_at_and);
    let names: Vec<String> = names.map(|name| without_place(&name).to_owned()).collect();
    let names: Vec<String> = names.into_iter().filter(|name| is_name(name)).collect();
    match names.as_slice() {
        [_, first] if list.contains(',') && !first.contains(' ') => vec![names.join(", ")],
        _ => names,
    }
}

/// Without what stands in brackets: addresses, agencies, roles.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for c in text.chars() {
        match c {
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare
}

/// Without `By`, `بقلم:` and their like; more than one may stand there.
fn without_opening(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "*_:–—-".contains(c));
    let is_opening = |head: &str| {
        let folded = letters::fold(head);
        OPENINGS.contains(&folded.trim().trim_end_matches(':').trim())
    };
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace() || *c == ':').take(4);
    let rests = ends.filter_map(|(at, _)| text.split_at_checked(at));
    let rest = rests.filter(|(head, _)| is_opening(head)).last().map(|(_, rest)| rest);
    match rest.map(|rest| rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':')) {
        Some(rest) if !rest.is_empty() => without_opening(rest),
        _ => text,
    }
}

/// Parts at `and`: a word of its own, or the letter that Arabic and Hebrew write before the next
/// name. That one parts only two whole names, and not where it is a name's own first letter.
fn split_at_and(text: &str) -> Vec<String> {
    let mut names: Vec<Vec<&str>> = vec![Vec::new()];
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let is_and = matches!(
            letters::fold(word).as_str(),
            "and" | "&" | "و" | "und" | "et" | "ve" | "y" | "اور"
        );
        let bare = word.strip_prefix(['و', 'ו']).filter(|bare| bare.chars().count() > 2);
        let before = names.last().map_or(0, Vec::len);
        let joins = bare.is_some() && before >= 2 && words.len() - at >= 2;
        let joins = joins && !OWN_AND.contains(&letters::fold(word).as_str());
        if is_and {
            names.push(Vec::new());
        } else if let Some(bare) = bare.filter(|_| joins) {
            names.push(vec![bare]);
        } else if let Some(name) = names.last_mut() {
            name.push(word);
        }
    }
    names.into_iter().map(|name| name.join(" ")).collect()
}

/// Without `in Valletta`.
fn without_place(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || ".:–—-".contains(c));
    let places = [" in ", " at ", " for "];
    places.iter().find_map(|word| name.split_once(word)).map_or(name, |(name, _)| name.trim_end())
}

/// Whether a line tells what somebody does.
pub(super) fn has_role(line: &str) -> bool {
    let folded = letters::fold(line);
    folded.split(|c: char| !c.is_alphabetic()).any(|word| ROLES.contains(&word))
}

/// Whether it can be a person's name, or that of a desk.
fn is_name(text: &str) -> bool {
    let folded = letters::fold(text);
    let is_label = folded.split_once(':').is_some();
    text.contains(char::is_alphabetic)
        && text.chars().count() <= LONGEST
        && !text.contains('@')
        && !text.contains("://")
        && !text.contains(char::is_numeric)
        && !has_role(text)
        && !is_label
        && !OPENINGS.contains(&folded.as_str())
        && !date::is_idle(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_freed_of_what_is_around_them() {
        for (byline, expected) in [
            ("By Ada Venn and Tom Baraka, Harbour Correspondent", &["Ada Venn", "Tom Baraka"][..]),
            ("إعداد: وردة الخطيب · السبت 15/3/2025، الساعة 06:00", &["وردة الخطيب"]),
            ("بقلم / مريم الدوس", &["مريم الدوس"]),
            ("بقلم مريم الدوس وسامر حداد", &["مريم الدوس", "سامر حداد"]),
            ("مريم الدوس ووليد سعد", &["مريم الدوس", "وليد سعد"]),
            ("سامي وليد حداد", &["سامي وليد حداد"]),
            ("بواسطة مريم الدوس", &["مريم الدوس"]),
            ("כתב: דוד כהן (david@x.example)", &["דוד כהן"]),
            ("דוד כהן, מרים לוי | פורסם: 23.03.24 | 10:30", &["דוד כהן", "מרים לוי"]),
            ("מאת דוד כהן ומרים לוי", &["דוד כהן", "מרים לוי"]),
            ("نویسنده: مریم الدوس و سامر حداد", &["مریم الدوس", "سامر حداد"]),
            ("By Ada Venn in Valletta", &["Ada Venn"]),
            ("Ada Venn <ada@harbour.example>", &["Ada Venn"]),
            ("Byron Author", &["Byron Author"]),
            ("Smith, John", &["Smith, John"]),
        ] {
            assert_eq!(names(byline), expected, "{byline}");
        }
    }

    #[test]
    fn what_holds_no_name_gives_none() {
        for byline in ["", "10:30", "السبت 23/3/2024", "Staff writer", "ada@harbour.example"] {
            assert_eq!(names(byline), Vec::<String>::new(), "{byline}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        for word in OPENINGS.iter().chain(ROLES).chain(OWN_AND) {
            assert_eq!(letters::fold(word), *word);
        }
    }
}
