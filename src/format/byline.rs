//! From a byline to the names in it: `By Ada Venn and Tom Baraka, Correspondent`,
//! `إعداد: وردة الخطيب · السبت 15/3/2025`, `מאת דוד כהן ומרים לוי`.
//!
//! What is not a name is taken off: the words before it, dates, roles, addresses. What is left is
//! never made shorter than it was written; a byline that only looks odd stays as it is.

use super::date;
use super::letters;
use super::plain::labels;
use crate::article::is_letter;

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

/// What follows is about somebody else's work.
const OTHERS: [&str; 4] = [" edited by ", " Edited by ", " translated by ", " Translated by "];

/// The names in a byline, in its order; empty when there is none.
pub(super) fn names(byline: &str) -> Vec<String> {
    let byline = without_brackets(byline);
    let mut names: Vec<String> = Vec::new();
    let signs = ['|', '·', '•', '\n', '؛', ';', '/'];
    for part in byline.split(signs).flat_map(|part| part.split(" - ")) {
        let part =
            OTHERS.iter().find_map(|sign| part.split_once(sign)).map_or(part, |(own, _)| own);
        for name in people(without_opening(part)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The people in a list. `Smith, John` and `Mac & i` are one.
fn people(list: &str) -> Vec<String> {
    let is_name = |name: &String| is_name(name);
    let parts = list.split([',', '،']).map(|part| without_tail(part).to_owned());
    let parts: Vec<String> = parts.filter(is_name).collect();
    if let [last, first] = parts.as_slice() {
        let is_one_word = |name: &str| !name.contains(' ');
        if list.contains(',')
            && (is_one_word(last) || is_one_word(first))
            && split_at_and(first).len() == 1
        {
            return vec![parts.join(", ")];
        }
    }
    let split = |part: &String| {
        let names = split_at_and(part);
        let whole = names.iter().all(|name| name.chars().filter(|c| is_letter(*c)).count() > 1);
        if whole { names } else { vec![part.clone()] }
    };
    parts
        .iter()
        .flat_map(split)
        .map(|name| without_tail(&name).to_owned())
        .filter(is_name)
        .collect()
}

/// Without what stands in brackets: addresses, agencies, roles. In the middle of a name they are a
/// part of it.
fn without_brackets(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(['(', '<', '[']) {
        let (inside, after) = inside.split_once([')', '>', ']']).unwrap_or((inside, ""));
        bare.push_str(before);
        let is_address = inside.contains(['@', '/', '.']) && !inside.ends_with('.');
        if after.trim_start().starts_with(char::is_alphabetic) && !is_address {
            bare.push_str(&format!("({inside})"));
        }
        rest = after;
    }
    bare + rest
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

/// Without what follows the name: `in Valletta`, a day, an address.
fn without_tail(name: &str) -> &str {
    let name = name.split_once(" in ").map_or(name, |(name, _)| name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_dated = |word: &&str| word.starts_with(char::is_numeric);
    let is_day = |word: &str| word.chars().count() > 5 && date::is_idle(word);
    let tail = words.iter().enumerate().skip(1).find_map(|(at, word)| {
        let before_date = || words.get(at + 1).is_some_and(is_dated) && date::is_month(word);
        (is_dated(word) || word.starts_with('@') || before_date() || is_day(word)).then_some(*word)
    });
    let name =
        tail.and_then(|word| name.split_once(&format!(" {word}"))).map_or(name, |(name, _)| name);
    // `Lucas Nolan22 Dec`: the page kept them apart by style alone.
    let name = if name.contains(' ') { name.trim_end_matches(char::is_numeric) } else { name };
    name.trim_matches(|c: char| c.is_whitespace() || ":–—-".contains(c))
}

/// Whether a line tells what somebody does.
pub(super) fn has_role(line: &str) -> bool {
    let folded = letters::fold(line);
    folded.split(|c| !is_letter(c)).any(|word| ROLES.contains(&word))
}

/// Whether it can be a person's name, or that of a desk.
fn is_name(text: &str) -> bool {
    let folded = letters::fold(text);
    let is_label = text.contains(':') || labels::labelled(&format!("{text}:")).is_some();
    // `CC7567` is a name, `Room 7` and `7 March` are none.
    let is_numbered = text.contains(char::is_numeric)
        && (text.contains(' ') || text.starts_with(char::is_numeric));
    text.contains(is_letter)
        && text.chars().count() <= LONGEST
        && !["@", "://"].iter().any(|sign| text.contains(sign))
        && !is_numbered
        && !has_role(text)
        && !is_label
        && !OPENINGS.contains(&folded.as_str())
        && !date::is_idle(&folded)
        && !date::is_month(text)
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
            ("Jong, Michiel de", &["Jong, Michiel de"]),
            ("Mac & i", &["Mac & i"]),
            ("by Steven Musil January 18, 2017 11:00 PM PST @stevenmusil", &["Steven Musil"]),
            ("by Lucas Nolan22 Dec 2016651", &["Lucas Nolan"]),
            ("Joe Wee Monday, February 29, 2016 @ 11:10 PM UTC", &["Joe Wee"]),
            ("Bruno (Henrique) Rodrigues", &["Bruno (Henrique) Rodrigues"]),
            ("Bradley M. Kuhn (http://ebb.org/bkuhn/)", &["Bradley M. Kuhn"]),
            ("Written by Rob Roe Edited by Betsy Beyer", &["Rob Roe"]),
            ("Organization for Old Works", &["Organization for Old Works"]),
            ("CC7567", &["CC7567"]),
            ("Theresa May", &["Theresa May"]),
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
