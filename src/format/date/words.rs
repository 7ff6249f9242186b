//! The words in dates that name no month or weekday: particles, halves of the day, time zones.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::calendar::Calendar;
use super::token;
use super::weekdays;

/// Half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
}

/// Words that say nothing which the numbers and the month do not say.
#[rustfmt::skip]
const IDLE: &[&str] = &[
    "feira",
    "st nd rd th er eme o a on at of the de del le la el den der dem am um a uhr г года год р року r roku h kl ora",
    "يوم الساعة على في من لسنة سنة عام شهر م ميلادي ميلادية بتاريخ تاريخ الموافق ل المبارك هذا هـ هجري هجرية هجريا ق ش شمسي شمسية قمري قمرية ھ ہجری عیسوی",
    "ساعت روز سال ماه مورخ خورشیدی بجے بجکر کو ء ساعة دقیقه",
    "ی ڕۆژی ساڵی سەعات کاتژمێر د نیټه کال - يىلى كۈنى ئاينىڭ",
    "יום ה ב בשעה שעה של ל",
];

/// What tells the era of a year, or belongs to the name of a month.
const ERAS: &str = "ap ah bh ad ce hicri dhuʻl dhu al dhul";

const AM: &str = "am ص صباحا صبح صباح قبلظهر بامداد پيشنيوهرو בבוקר πμ oo";
const PM: &str =
    "pm م مساء ظهرا عصرا عصر ظهر شب شام رات دوپهر بعدظهر מערב בערב בצהריים אחרהצהריים μμ os";

static IDLE_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    IDLE.iter().flat_map(|words| words.split_whitespace()).map(token::fold).collect()
});

/// Hours from UTC by name. Of two zones that share an abbreviation, neither is here.
const ZONES: &[(&str, i8)] = &[
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("cet", 1),
    ("cest", 2),
    ("mez", 1),
    ("mesz", 2),
    ("eet", 2),
    ("eest", 3),
    ("msk", 3),
    ("trt", 3),
    ("pkt", 5),
    ("jst", 9),
    ("kst", 9),
    ("hkt", 8),
    ("sgt", 8),
    ("wib", 7),
    ("мск", 3),
    ("idt", 3),
    ("sast", 2),
    ("aest", 10),
    ("aedt", 11),
    ("nzst", 12),
    ("nzdt", 13),
    ("akst", -9),
    ("akdt", -8),
    ("hst", -10),
    ("brt", -3),
    ("est", -5),
    ("edt", -4),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// Names of zones that are not known for certain.
const VAGUE_ZONES: &str = "ist cst bst et ct mt pt ast gst irst aft local";

/// Whether a word adds nothing to a date.
pub(super) fn is_idle(word: &str) -> bool {
    weekdays::named(word).is_some() || IDLE_WORDS.contains(word)
}

/// Whether a word beside a month and two numbers adds nothing to them.
pub(super) fn is_filler(word: &str) -> bool {
    is_idle(word) || has(ERAS, word)
}

/// Which half of the day a word names, after a time.
pub(super) fn half_of_day(word: &str) -> Option<Half> {
    match word {
        _ if has(AM, word) => Some(Half::Am),
        _ if has(PM, word) => Some(Half::Pm),
        _ => None,
    }
}

/// Whether a word names a half of the day so plainly that an hour may stand before it alone.
pub(super) fn is_plain_half(word: &str) -> bool {
    word != "م" && half_of_day(word).is_some()
}

/// Whether a half of the day may stand before the time that it belongs to.
pub(super) fn may_precede(word: &str) -> bool {
    word.chars().nth(1).is_some() && half_of_day(word).is_some()
}

/// Whether a word is a zone: `Some(None)` when its offset is not certain.
#[expect(clippy::option_option, reason = "no zone, and a zone of unknown offset, are two answers")]
pub(super) fn zone(word: &str) -> Option<Option<i8>> {
    let known = ZONES.iter().find(|(name, _)| *name == word).map(|(_, hours)| Some(*hours));
    known.or_else(|| has(VAGUE_ZONES, word).then_some(None))
}

/// Whether a text says that its year is one of the lunar calendar, or of the solar one.
pub(super) fn era(words: &[&str]) -> Option<Calendar> {
    let is_any = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let is_solar = is_any(&["ش", "شمسي", "شمسيه", "خورشيدي"]);
    let is_lunar = is_any(&["ه", "ھ", "هجري", "هجريه", "هجريا", "ق", "قمري", "قمريه"]);
    match (is_solar, is_lunar) {
        (true, _) => Some(Calendar::Jalali),
        (false, true) => Some(Calendar::Hijri),
        (false, false) => None,
    }
}

/// The hours from UTC of the places whose time Arabic names: Greenwich, Mecca.
pub(super) fn place(word: &str) -> Option<i8> {
    match word {
        "غرينتش" | "جرينتش" | "غرينيتش" | "جرينيتش" => Some(0),
        "مكه" | "السعوديه" => Some(3),
        _ => None,
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::super::token::fold;
    use super::*;

    #[test]
    fn the_halves_of_the_day_are_folded() {
        for words in [AM, PM] {
            assert_eq!(fold(words), words);
        }
    }
}
