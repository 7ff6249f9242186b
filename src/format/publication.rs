//! Whether a few words are the name of a newspaper, an agency, a site: told by the word that such
//! names have in common. Nothing else tells a publication's line from a person's or a headline.

use super::letters;

/// Names are not longer, in words.
const LONGEST: usize = 7;

/// Words that begin the name of a publication in Arabic, Persian, Urdu, Kurdish and Hebrew, folded.
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "صحيفه", "جريده", "مجله", "وكاله", "قناه", "موقع", "شبكه", "بوابه", "اذاعه", "راديو", "تلفزيون", "مدونه", "وكالات",
    "روزنامه", "خبرگزاري", "هفتهنامه", "ماهنامه", "وبسايت", "پايگاه", "شبكهي",
    "עיתון", "סוכנות", "אתר", "ערוץ", "מגזין", "רשת", "העיתון",
    "روژنامه", "گوڤاري", "اژانسي",
];

/// Words that a name in Latin letters ends with, or has before its country or city.
#[rustfmt::skip]
const LATIN: &[&str] = &[
    "news", "times", "post", "review", "herald", "tribune", "gazette", "journal", "magazine", "daily", "weekly", "press",
    "agency", "chronicle", "observer", "guardian", "telegraph", "standard", "mirror", "monitor", "wire", "newswire",
    "newspaper", "radio", "tv", "broadcasting", "bulletin", "courier", "dispatch", "examiner", "globe", "independent",
    "inquirer", "mail", "sun", "quarterly", "digest", "blog", "media", "agence", "zeitung", "anzeiger", "nachrichten",
    "rundschau", "presse", "gazetesi", "ajansi", "haber", "diario", "giornale",
];

/// Agencies that are known by one word, folded.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "reuters", "afp", "ap", "dpa", "upi", "tass", "xinhua", "efe", "ansa", "bloomberg", "irna", "isna", "wafa", "petra", "kuna",
    "رويترز", "وكالات", "وام", "واس", "وفا", "بترا", "كونا", "سانا", "الاناضول", "تاس", "شينخوا", "ا ف ب", "د ب ا", "اف ب", "ا ب", "ايرنا", "ايسنا", "فارس",
];

/// Whether `text` is the name of a publication and nothing else.
pub(super) fn is_publication(text: &str) -> bool {
    let folded = letters::fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if AGENCIES.contains(&words.join(" ").as_str()) {
        return true;
    }
    let Some(first) = words.first().filter(|_| words.len() <= LONGEST) else { return false };
    if text.contains(['.', '؟', '?', '!', ':', '؛', ';']) {
        return false;
    }
    // `Daily bread is dear`: in a name, all but the smallest words are capital.
    let is_small = |word: &str| word.chars().count() <= 3;
    let is_name = |word: &str| is_small(word) || !word.starts_with(char::is_lowercase);
    let latin =
        words.iter().any(|word| LATIN.contains(word)) && text.split_whitespace().all(is_name);
    let heading = FIRST.contains(first) && (2..=5).contains(&words.len());
    heading || (latin && (words.len() > 1 || *first == "newswire"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publications_are_known_by_a_word() {
        for name in [
            "The Harbour Review",
            "صحيفة المرفأ",
            "خبرگزاری دریا",
            "עיתון הנמל",
            "BBN News",
            "روزنامه بندر",
            "Reuters",
            "رويترز",
        ] {
            assert!(is_publication(name), "{name}");
        }
    }

    #[test]
    fn headlines_and_people_are_none() {
        for text in [
            "Daily bread is dear again",
            "Ada Venn",
            "مريم الدوس",
            "News",
            "صحيفة",
            "The Times, they said.",
        ] {
            assert!(!is_publication(text), "{text}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        for word in FIRST.iter().chain(LATIN).chain(AGENCIES) {
            assert_eq!(letters::fold(word), *word);
        }
    }
}
