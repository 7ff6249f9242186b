//! The names of the days of the week. They say little that a date does not, but settle two readings
//! of it.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::token;
use super::token::Token;

/// Monday first, as ISO 8601 has it.
#[rustfmt::skip]
const NAMES: [&str; 7] = [
    "monday mon lundi lun montag mo lunes lunedì segunda maandag pazartesi pzt понедельник пн понеділок poniedziałek δευτέρα δευ hétfő \
     الاثنين الإثنين اثنين دوشنبه پیر سوموار دووشەممە دووشەم دوشنبې שני מאָנטיק دۈشەنبە",
    "tuesday tue tues mardi mar dienstag di martes martedì terça dinsdag salı sal вторник вт вівторок wtorek τρίτη τρι kedd \
     الثلاثاء الثلثاء ثلاثاء سهشنبه سه‌شنبه منگل سێشەممە سێشەم שלישי דינסטיק سەيشەنبە",
    "wednesday wed mercredi mer mittwoch mi miércoles mercoledì quarta woensdag çarşamba çar среда ср середа środa τετάρτη τετ szerda \
     الأربعاء الاربعاء أربعاء چهارشنبه بدھ چوارشەممە چوارشەم רביעי מיטוואך چارشەنبە",
    "thursday thu thur thurs jeudi jeu donnerstag do jueves giovedì quinta donderdag perşembe per четверг чт четвер czwartek πέμπτη πεμ csütörtök \
     الخميس خميس پنجشنبه پنج‌شنبه پنجشنبې جمعرات پێنجشەممە پێنجشەم חמישי דאָנערשטיק پەيشەنبە",
    "friday fri vendredi ven freitag fr viernes venerdì sexta vrijdag cuma cum пятница пт п'ятниця пʼятниця piątek παρασκευή παρ péntek \
     الجمعة جمعة جمعه جمعہ هەینی جومعە שישי שישי פרײַטיק جۈمە",
    "saturday sat samedi sam samstag sonnabend sa sábado sabato zaterdag cumartesi cmt суббота сб субота sobota σάββατο σαβ szombat \
     السبت سبت شنبه شنبې ہفتہ شەممە שבת שבת شەنبە",
    "sunday sun dimanche dim sonntag so domingo domenica zondag pazar paz воскресенье вс неділя niedziela κυριακή κυρ vasárnap \
     الأحد أحد الاحد يكشنبه یکشنبه یک‌شنبه اتوار یەکشەممە ראשון זונטיק يەكشەنبە",
];

static DAYS: LazyLock<HashMap<String, Weekday>> = LazyLock::new(|| {
    let days = NAMES
        .iter()
        .zip(1..)
        .filter_map(|(names, n)| Some((names, Weekday::from_monday_one_offset(n).ok()?)));
    let days = days.flat_map(|(names, day)| {
        names.split_whitespace().map(move |name| (token::fold(name), day))
    });
    days.collect()
});

/// The weekday that a word names.
pub(super) fn named(word: &str) -> Option<Weekday> {
    DAYS.get(word).copied()
}

/// The weekday that a text names; `None` when it names two, or counts the days as Persian does with
/// a space between.
pub(super) fn told(tokens: &[Token]) -> Option<Weekday> {
    let counts = |word: &str| matches!(word, "يك" | "دو" | "سه" | "چهار" | "پنج");
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let mut days = words.iter().filter_map(|word| named(word));
    let day = days.next()?;
    let is_one = days.all(|other| other == day) && !words.iter().any(|word| counts(word));
    is_one.then_some(day)
}
