//! The names of months, in the calendars and languages that articles are dated in.
//!
//! A name may belong to two calendars (Nisan is a month of the Hebrew one and Turkish for April): the
//! year tells which. Alternatives stand behind a bar, as they are spelled; all are folded when the
//! table is first asked.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::calendar::Calendar;
use super::token;

/// Twelve names; the first month of the calendar first.
type Months = [&'static str; 12];

/// A month: its calendar and its number there.
pub(super) type Month = (Calendar, u32);

/// The leap month of the Hebrew calendar, which stands before the sixth.
pub(super) const ADAR_I: u32 = 13;

/// Adar of a year in which there are two.
pub(super) const ADAR_II: u32 = 14;

#[rustfmt::skip]
const GREGORIAN: &[Months] = &[
    ["january|jan", "february|feb|febr", "march|mar", "april|apr", "may", "june|jun",
     "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"],
    ["janvier|janv", "février|févr|fév", "mars", "avril|avr", "mai", "juin",
     "juillet|juil", "août", "septembre", "octobre", "novembre", "décembre|déc"],
    ["januar|jänner|jän", "februar", "märz|maerz|mrz|mär", "april", "mai", "juni",
     "juli", "august", "september", "oktober|okt", "november", "dezember|dez"],
    ["enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio",
     "julio", "agosto|ago", "septiembre|setiembre", "octubre", "noviembre", "diciembre|dic"],
    ["gennaio|gen", "febbraio", "marzo", "aprile", "maggio|mag", "giugno|giu",
     "luglio|lug", "agosto", "settembre|set", "ottobre|ott", "novembre", "dicembre"],
    ["janeiro", "fevereiro|fev", "março", "abril", "maio", "junho",
     "julho", "agosto", "setembro", "outubro|out", "novembro", "dezembro"],
    ["januari", "februari", "maart|mrt", "april", "mei", "juni",
     "juli", "augustus|augusti", "september", "oktober", "november", "december"],
    ["ocak|oca", "şubat|şub", "mart", "nisan|nis", "mayıs", "haziran|haz",
     "temmuz|tem", "ağustos|ağu", "eylül|eyl", "ekim|eki", "kasım|kas", "aralık|ara"],
    ["январь|января|янв", "февраль|февраля|фев|февр", "март|марта|мар", "апрель|апреля|апр", "май|мая", "июнь|июня|июн",
     "июль|июля|июл", "август|августа|авг", "сентябрь|сентября|сен|сент", "октябрь|октября|окт", "ноябрь|ноября|ноя|нояб", "декабрь|декабря|дек"],
    ["січень|січня", "лютий|лютого", "березень|березня", "квітень|квітня", "травень|травня", "червень|червня",
     "липень|липня", "серпень|серпня", "вересень|вересня", "жовтень|жовтня", "листопад|листопада", "грудень|грудня"],
    ["styczeń|stycznia", "luty|lutego", "marzec|marca", "kwiecień|kwietnia", "maj|maja", "czerwiec|czerwca",
     "lipiec|lipca", "sierpień|sierpnia", "wrzesień|września", "październik|października", "listopad|listopada", "grudzień|grudnia"],
    ["ιανουάριος|ιανουαρίου|ιαν", "φεβρουάριος|φεβρουαρίου|φεβ", "μάρτιος|μαρτίου|μαρ|μάρ", "απρίλιος|απριλίου|απρ", "μάιος|μαΐου|μαϊ|μαΐ", "ιούνιος|ιουνίου|ιουν",
     "ιούλιος|ιουλίου|ιουλ", "αύγουστος|αυγούστου|αυγ", "σεπτέμβριος|σεπτεμβρίου|σεπ", "οκτώβριος|οκτωβρίου|οκτ", "νοέμβριος|νοεμβρίου|νοε", "δεκέμβριος|δεκεμβρίου|δεκ"],
    ["január", "február|februári", "március|márc", "április|ápr|április", "május|máj|mae", "június|jún",
     "július|júl", "augusztus", "szeptember|szept", "október", "november", "december"],
    // Egypt, the Gulf, Sudan
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو|يونيه",
     "يوليو|يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    // the Levant and Iraq
    ["كانون الثاني|كانون ثاني|كانون2", "شباط", "آذار", "نيسان", "أيار", "حزيران",
     "تموز", "آب", "أيلول", "تشرين الأول|تشرين أول", "تشرين الثاني|تشرين ثاني", "كانون الأول|كانون أول"],
    // Tunisia and Algeria; Morocco
    ["جانفي|جانفييه", "فيفري|فبرير", "مارس", "أفريل|إبريل|ابريل", "ماي|ماية", "جوان|يونيو",
     "جويلية|جويليا|يوليوز", "أوت|غشت", "سبتمبر|شتنبر", "أكتوبر", "نوفمبر|نونبر", "ديسمبر|دجنبر|دجمبر"],
    // Persian, as in Iran and in Afghanistan
    ["ژانویه|جنوری", "فوریه|فبروری", "مارس|مارچ", "آوریل|اپریل", "مه|می", "ژوئن|جون",
     "ژوئیه|جولای|ژولای", "اوت|آگوست|اگست", "سپتامبر|سپتمبر", "اکتبر|اکتوبر", "نوامبر|نومبر", "دسامبر|دسمبر"],
    // Urdu; Pashto; Sindhi
    ["جنوری|جنوري", "فروری|فبروري|فيبروري", "مارچ", "اپریل|اپرېل", "مئی|مۍ", "جون",
     "جولائی|جولای", "اگست|آگسټ|اګست", "ستمبر|سپټمبر|سپتمبر", "اکتوبر|اکټوبر", "نومبر", "دسمبر|ډسمبر|ڊسمبر"],
    // Kurdish of the Arabic script
    ["کانوونی دووەم|کانونی دووەم|ینایر", "شوبات|شوباتی", "ئازار|ئازاری|مارت|مارتی", "نیسان|نیسانی", "ئایار|ئایاری", "حوزەیران|حوزەیرانی",
     "تەممووز|تەممووزی|تەمموز|تەمموزی", "ئاب|ئابی", "ئەیلوول|ئەیلوولی|ئەیلول|ئەیلولی", "تشرینی یەکەم|تشرینی یەکەمی", "تشرینی دووەم|تشرینی دووەمی", "کانوونی یەکەم|کانونی یەکەم"],
    // Uyghur
    ["يانۋار", "فېۋرال", "مارت", "ئاپرېل", "ماي", "ئىيۇن", "ئىيۇل", "ئاۋغۇست", "سېنتەبىر", "ئۆكتەبىر", "نويابىر", "دېكابىر"],
    ["ינואר", "פברואר", "מרץ|מרס|מארס", "אפריל", "מאי", "יוני",
     "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"],
    ["ינו", "פבר", "מרץ", "אפר", "מאי", "יונ", "יול", "אוג", "ספט", "אוק", "נוב", "דצמ"],
    // Yiddish
    ["יאַנואַר", "פֿעברואַר", "מערץ", "אַפּריל", "מיי", "יוני",
     "יולי", "אויגוסט", "סעפּטעמבער", "אָקטאָבער", "נאוועמבער|נאָוועמבער", "דעצעמבער"],
];

#[rustfmt::skip]
const JALALI: &[Months] = &[
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد|امرداد", "شهریور",
     "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند|اسفندماه"],
    // Afghanistan: Dari; Pashto
    ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"],
    ["وری", "غویی|غوايي", "غبرګولی|غبرګولي", "چنګاښ", "زمری|زمري", "وږی|وږي", "تله", "لړم", "لیندۍ", "مرغومی|مرغومي", "سلواغه", "کب"],
    // Kurdish
    ["خاکەلێوە", "گوڵان|بانەمەڕ", "جۆزەردان", "پووشپەڕ|پوشپەڕ", "گەلاوێژ", "خەرمانان",
     "ڕەزبەر|رەزبەر", "گەڵاڕێزان|خەزەڵوەر", "سەرماوەز", "بەفرانبار", "ڕێبەندان|رێبەندان", "ڕەشەمە|رەشەمە|ڕەشەمێ"],
    ["farvardin", "ordibehesht", "khordad", "tir", "mordad|amordad", "shahrivar",
     "mehr", "aban", "azar", "dey", "bahman", "esfand"],
];

#[rustfmt::skip]
const HIJRI: &[Months] = &[
    ["محرم|المحرم|محرم الحرام|محرّم", "صفر|صفر الخير|صفر المظفر", "ربيع الأول|ربيع الاول|ربیع‌الاول", "ربيع الآخر|ربيع الثاني|ربيع ثاني|ربیع‌الثانی|ربیع‌الآخر",
     "جمادى الأولى|جمادى الأول|جمادي الاولي|جمادی‌الاول|جمادی‌الاولی|جمادی الاول", "جمادى الآخرة|جمادى الثانية|جمادى الثاني|جمادى الآخر|جمادی‌الثانی|جمادی الثانی|جمادی‌الآخر",
     "رجب|رجب المرجب", "شعبان|شعبان المعظم", "رمضان|رمضان المبارك|رمضان المبارک", "شوال|شوال المكرم",
     "ذو القعدة|ذي القعدة|ذو القعده|ذی القعده|ذیقعده|ذی‌القعده|ذيقعدة|ذوالقعدة|ذیقعد", "ذو الحجة|ذي الحجة|ذی الحجه|ذیحجه|ذی‌الحجه|ذوالحجة|ذوالحجہ|ذی الحج"],
    ["muharram", "safar", "rabi i|rabiʻ i|rabi al-awwal", "rabi ii|rabiʻ ii|rabi al-thani", "jumada i", "jumada ii",
     "rajab", "shaban|shaʻban|shaaban", "ramadan|ramadhan", "shawwal", "qadah|qiʻdah|qidah", "hijjah"],
    ["muharrem", "safer", "rebiülevvel", "rebiülahir", "cemaziyelevvel", "cemaziyelahir",
     "recep", "şaban", "ramazan", "şevval", "zilkade", "zilhicce"],
];

/// Tishri first.
#[rustfmt::skip]
const HEBREW: &[Months] = &[
    ["תשרי", "חשוון|חשון|מרחשוון|מרחשון|מר חשוון", "כסלו|כסליו", "טבת", "שבט", "אדר",
     "ניסן", "אייר|איר", "סיוון|סיון", "תמוז", "אב|מנחם אב", "אלול"],
    ["tishrei|tishri", "cheshvan|heshvan|marcheshvan|marheshvan", "kislev", "tevet|teveth", "shevat|shvat", "adar",
     "nisan", "iyar|iyyar", "sivan", "tamuz|tammuz", "av|menachem av", "elul"],
];

#[rustfmt::skip]
const ADARS: [(&str, u32); 4] = [
    ("אדר א|אדר ראשון|adar i|adar 1|adar rishon", ADAR_I), ("אדר ב|אדר שני|adar ii|adar 2|adar sheni|ואדר", ADAR_II),
    ("אדר-א", ADAR_I), ("אדר-ב", ADAR_II),
];

static NAMES: LazyLock<HashMap<String, Vec<Month>>> = LazyLock::new(|| {
    let calendars = [
        (Calendar::Gregorian, GREGORIAN),
        (Calendar::Jalali, JALALI),
        (Calendar::Hijri, HIJRI),
        (Calendar::Hebrew, HEBREW),
    ];
    let months = calendars.into_iter().flat_map(|(calendar, table)| {
        let months = table.iter().flat_map(|months| months.iter().zip(1..));
        months.map(move |(names, number)| (*names, (calendar, number)))
    });
    let adars = ADARS.into_iter().map(|(names, number)| (names, (Calendar::Hebrew, number)));
    let mut names: HashMap<String, Vec<Month>> = HashMap::new();
    for (spellings, month) in months.chain(adars) {
        for name in spellings.split('|') {
            let same = names.entry(token::fold(name)).or_default();
            if !same.contains(&month) {
                same.push(month);
            }
        }
    }
    names
});

/// The first words of names that have two. Most words are none of them, and need not be tried with the next.
static BEGINNINGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| NAMES.keys().filter_map(|name| Some(name.split_once(' ')?.0)).collect());

/// The months that `word`, perhaps with the word after it, can mean; and how many words it took.
pub(super) fn named(word: &str, next: Option<&str>) -> Option<(&'static [Month], usize)> {
    let find = |name: &str| NAMES.get(name).map(Vec::as_slice);
    let begins_two = |word| BEGINNINGS.contains(word);
    if let Some(next) = next.filter(|_| begins_two(word) || bare(word).is_some_and(begins_two)) {
        let two = find(&format!("{word} {next}"));
        let bare = || find(&format!("{} {next}", bare(word)?));
        if let Some(months) =
            two.or_else(bare).or_else(|| find(&format!("{word} {}", unjoined(next)?)))
        {
            return Some((months, 2));
        }
    }
    let found = find(word).or_else(|| find(bare(word)?)).or_else(|| find(unjoined(word)?));
    let found = found.or_else(|| find(word.strip_suffix("ماه")?));
    found.map(|months| (months, 1))
}

/// Without the letter that Kurdish joins the year with.
fn unjoined(word: &str) -> Option<&str> {
    word.strip_suffix('ي').filter(|word| word.chars().count() > 2)
}

/// Without the preposition that Hebrew writes before the month.
fn bare(word: &str) -> Option<&str> {
    word.strip_prefix(['ב', 'ל'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_months_of_one_calendar() {
        for (name, months) in NAMES.iter() {
            for (at, (calendar, number)) in months.iter().enumerate() {
                let other = months.iter().skip(at + 1).find(|(other, _)| other == calendar);
                assert_eq!(other, None, "{name}: {calendar:?} {number}");
            }
        }
    }

    #[test]
    fn a_hebrew_month_may_have_its_preposition() {
        assert_eq!(named("במרץ", None), Some((&[(Calendar::Gregorian, 3)][..], 1)));
        assert_eq!(named("באדר", Some("א")), Some((&[(Calendar::Hebrew, ADAR_I)][..], 2)));
    }

    #[test]
    fn a_name_of_two_calendars_is_both() {
        assert_eq!(named("nisan", None).unwrap().0.len(), 2);
    }
}
