//! The words in dates: months, weekdays, particles, halves of the day, time zones.
//!
//! All are written as [`fold`](super::token::fold) leaves them. Alternatives stand behind a bar.

/// A calendar that month names belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    Jalali,
}

/// Half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Am,
    Pm,
}

/// Twelve names, January or Farvardin first.
type Months = [&'static str; 12];

#[rustfmt::skip]
const GREGORIAN: &[Months] = &[
    ["january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun",
     "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"],
    ["janvier|janv", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin",
     "juillet|juil", "aout", "septembre", "octobre", "novembre", "decembre"],
    ["januar|janner", "februar", "marz|maerz|mrz", "april", "mai", "juni",
     "juli", "august", "september", "oktober|okt", "november", "dezember|dez"],
    ["enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio",
     "julio", "agosto|ago", "septiembre|setiembre", "octubre", "noviembre", "diciembre|dic"],
    ["gennaio|gen", "febbraio", "marzo", "aprile", "maggio|mag", "giugno|giu",
     "luglio|lug", "agosto", "settembre|set", "ottobre|ott", "novembre", "dicembre"],
    ["janeiro", "fevereiro", "marco", "abril", "maio", "junho",
     "julho", "agosto", "setembro", "outubro|out", "novembro", "dezembro"],
    ["januari", "februari", "maart|mrt", "april", "mei", "juni",
     "juli", "augustus", "september", "oktober", "november", "december"],
    ["ocak", "subat", "mart", "nisan", "mayis", "haziran",
     "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik"],
    ["январь|января|янв", "февраль|февраля|фев", "март|марта|мар", "апрель|апреля|апр", "маи|мая", "июнь|июня",
     "июль|июля", "август|августа|авг", "сентябрь|сентября|сен|сент", "октябрь|октября|окт", "ноябрь|ноября|ноя", "декабрь|декабря|дек"],
    // Egypt, the Gulf, Sudan
    ["يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو|يونيه",
     "يوليو|يوليه", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر"],
    // the Levant and Iraq
    ["كانون الثاني|كانون ثاني", "شباط", "اذار", "نيسان", "ايار", "حزيران",
     "تموز", "اب", "ايلول", "تشرين الاول|تشرين اول", "تشرين الثاني|تشرين ثاني", "كانون الاول|كانون اول"],
    // Tunisia and Algeria; Morocco
    ["جانفي", "فيفري|فبرير", "مارس", "افريل|ابريل", "ماي", "جوان",
     "جويليه|جويليا|يوليوز", "اوت|غشت", "سبتمبر|شتنبر", "اكتوبر", "نوفمبر|نونبر", "ديسمبر|دجنبر"],
    // Persian, as in Iran and in Afghanistan
    ["ژانويه|جنوري", "فوريه|فبروري", "مارس|مارچ", "اوريل|اپريل", "مه|مي", "ژوين|جون",
     "ژوييه|جولاي", "اوت|اگوست|اگست", "سپتامبر|سپتمبر", "اكتبر|اكتوبر", "نوامبر|نومبر", "دسامبر|دسمبر"],
    // Urdu
    ["جنوري", "فروري", "مارچ", "اپريل", "ميي", "جون",
     "جولايي", "اگست", "ستمبر", "اكتوبر", "نومبر", "دسمبر"],
    ["ינואר", "פברואר", "מרץ|מרס|מארס", "אפריל", "מאי", "יוני",
     "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"],
];

#[rustfmt::skip]
const JALALI: &[Months] = &[
    ["فروردين", "ارديبهشت", "خرداد", "تير", "مرداد|امرداد", "شهريور",
     "مهر", "ابان", "اذر", "دي", "بهمن", "اسفند"],
    // Afghanistan
    ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله",
     "ميزان", "عقرب", "قوس", "جدي", "دلو", "حوت"],
];

/// Words that say nothing which the numbers and the month do not say.
#[rustfmt::skip]
const IDLE: &[&str] = &[
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "lunes martes miercoles jueves viernes sabado domingo",
    "lunedi martedi mercoledi giovedi venerdi segunda terca quarta quinta sexta feira",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pazartesi sali carsamba persembe cuma cumartesi pazar",
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت احد اثنين ثلاثاء اربعاء خميس سبت",
    "شنبه يكشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه پنجشنبه جمعه يك دو سه چهار پنج",
    "پير منگل بدھ جمعرات ھفته هفته اتوار",
    "ראשון שני שלישי רביעי חמישי שישי שבת יום",
    "st nd rd th er eme o a on at the of de del le la el den der am um uhr г года r h",
    "يوم الساعه في من لسنه سنه عام شهر م ميلادي ميلاديه",
    "ساعت روز سال بجے بجكر كو",
    "ה ב בשעה שעה של",
];

const AM: &str = "am ص صباحا صبح";
const PM: &str = "pm م مساء ظهرا عصرا عصر ظهر";

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
    ("est", -5),
    ("edt", -4),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// Names of zones that are not known for certain.
const VAGUE_ZONES: &str = "ist cst bst et ct mt pt ast local";

/// The month that `word`, perhaps with the word after it, names; and how many words it took.
pub(super) fn month(word: &str, next: Option<&str>) -> Option<(Calendar, u32, usize)> {
    let two = next.map(|next| format!("{word} {next}"));
    let bare = word.strip_prefix('ב').unwrap_or(word);
    let tables = [(Calendar::Gregorian, GREGORIAN), (Calendar::Jalali, JALALI)];
    let find = |name: &str, length: usize| {
        tables.iter().find_map(|(calendar, table)| {
            table.iter().find_map(|months| position(months, name)).map(|n| (*calendar, n, length))
        })
    };
    two.and_then(|two| find(&two, 2)).or_else(|| find(word, 1)).or_else(|| find(bare, 1))
}

fn position(months: &Months, name: &str) -> Option<u32> {
    let is_named = |names: &&str| names.split('|').any(|one| one == name);
    months.iter().position(is_named).and_then(|index| u32::try_from(index + 1).ok())
}

/// Whether a word adds nothing to a date.
pub(super) fn is_idle(word: &str) -> bool {
    IDLE.iter().any(|words| has(words, word))
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

/// Whether a word is a zone: `Some(None)` when its offset is not certain.
#[expect(clippy::option_option, reason = "no zone, and a zone of unknown offset, are two answers")]
pub(super) fn zone(word: &str) -> Option<Option<i8>> {
    let known = ZONES.iter().find(|(name, _)| *name == word).map(|(_, hours)| Some(*hours));
    known.or_else(|| has(VAGUE_ZONES, word).then_some(None))
}

/// The Arabic names of Greenwich.
pub(super) fn is_greenwich(word: &str) -> bool {
    matches!(word, "غرينتش" | "جرينتش" | "غرينيتش" | "جرينيتش")
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::super::token::fold;
    use super::*;

    #[test]
    fn the_tables_are_folded() {
        let months = GREGORIAN.iter().chain(JALALI).flatten();
        for words in months.chain(IDLE).chain([&AM, &PM]) {
            assert_eq!(fold(words), *words);
        }
    }

    #[test]
    fn no_name_means_two_months() {
        let names = GREGORIAN.iter().chain(JALALI).flat_map(|months| {
            months.iter().zip(1..).flat_map(|(names, n)| names.split('|').map(move |one| (one, n)))
        });
        for (name, number) in names {
            let mut words = name.split(' ');
            let found = month(words.next().unwrap(), words.next());
            assert_eq!(found.map(|(_, n, _)| n), Some(number), "{name}");
        }
    }

    #[test]
    fn a_hebrew_month_may_have_its_preposition() {
        assert_eq!(month("במרץ", None), Some((Calendar::Gregorian, 3, 1)));
    }
}
