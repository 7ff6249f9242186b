//! Which language a text is in, told by its letters first and by statistics second.
//!
//! Only the letters of the script that most of the text is in count, so a Latin name or a quotation
//! does not turn an Arabic article into an English one. Language tags that a file declares are read
//! elsewhere.

mod arabic;
mod block;
mod codes;
mod script;
mod words;

pub(super) use block::mark;

use crate::article::is_letter;
use script::{Letters, Script};

/// Words are looked at up to here; more would not change the answer.
const SAMPLE: usize = 20_000;

/// Characters that statistics are made of; where these do not tell, as in tables, of so many.
const STATISTICS: [usize; 2] = [1500, 5000];

/// Below this, statistics are as good as tossing a coin; in a text of few letters, below that.
const CONFIDENCE: f64 = 0.2;
const SHORT_CONFIDENCE: f64 = 0.9;

/// A text of fewer letters is a headline or little more.
const SHORT: usize = 160;

/// The language of a text, line by line: what its start is in.
pub(super) fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    // No character takes more than four bytes.
    let mut room = 4 * SAMPLE;
    let near = lines.take_while(|line| {
        let is_near = room > 0;
        room = room.saturating_sub(line.len() + 1);
        is_near
    });
    detect(&near.flat_map(|line| [start(line, SAMPLE), "\n"]).collect::<String>())
}

/// A BCP 47 language tag, or `None` where the text does not tell.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    let sample = start(text, SAMPLE);
    let Letters { arabic, hebrew, other } = Letters::in_text(sample);
    // Names in Latin letters may be the longer part of a headline; it begins with its own.
    let other = match sample.chars().find_map(Script::of) {
        Some(Script::Arabic) if other < arabic * 3 => other.min(arabic),
        Some(Script::Hebrew) if other < hebrew * 3 => other.min(hebrew),
        _ => other,
    };
    match arabic.max(hebrew).max(other) {
        0 => None,
        most if most == arabic => Some(arabic::detect(words_in(sample, Script::Arabic))),
        most if most == hebrew => Some(hebrew_or_yiddish(sample)),
        _ => {
            let words: Vec<&str> = words_in(sample, Script::Other).collect();
            by_statistics(&words.join(" "))
        }
    }
}

/// The start of a text, at most so many characters long.
fn start(text: &str, characters: usize) -> &str {
    if text.len() <= characters {
        return text;
    }
    let end = text.char_indices().nth(characters).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The words that have a letter of the wanted script.
fn words_in(text: &str, wanted: Script) -> impl Iterator<Item = &str> + Clone {
    let has_letter = move |word: &&str| word.chars().any(|c| Script::of(c) == Some(wanted));
    text.split_whitespace().filter(has_letter)
}

/// Yiddish writes its vowels: alef with patah or qamats, and the digraphs, which Hebrew lacks.
fn hebrew_or_yiddish(text: &str) -> &'static str {
    let marked = |a: char, b: char| a == 'א' && matches!(b, '\u{5b7}' | '\u{5b8}');
    let pairs = text.chars().zip(text.chars().skip(1)).filter(|(a, b)| marked(*a, *b)).count();
    if has_yiddish_words(text) {
        return "yi";
    }
    let letters = Letters::in_text(text).hebrew;
    let own = |c: &char| matches!(c, 'װ' | 'ױ' | 'ײ' | '\u{fb1f}' | '\u{fb2e}' | '\u{fb2f}');
    let yiddish = pairs + text.chars().filter(own).count();
    // Hebrew with all its points has more marks than that beside every alef.
    let points = text.chars().filter(|c| matches!(c, '\u{5b0}'..='\u{5bc}')).count();
    let is_pointed = points * 3 > letters && points > pairs * 4;
    if yiddish * 50 > letters && !is_pointed { "yi" } else { "he" }
}

/// Yiddish without its points still has the little words of a Germanic language.
fn has_yiddish_words(text: &str) -> bool {
    let own = [
        "דער",
        "איז",
        "און",
        "פון",
        "האט",
        "מיט",
        "נישט",
        "אויף",
        "דאס",
        "ביי",
        "פאר",
        "זיך",
        "געווען",
    ];
    let words = text.split_whitespace().count();
    let found = text.split_whitespace().filter(|word| own.contains(word)).count();
    found > 1 && found * 8 >= words
}

fn by_statistics(text: &str) -> Option<&'static str> {
    let [few, many] = STATISTICS.map(|characters| start(text, characters));
    of_sample(few).or_else(|| if many.len() > few.len() { of_sample(many) } else { None })
}

fn of_sample(sample: &str) -> Option<&'static str> {
    let letters = sample.chars().filter(|c| is_letter(*c)).count();
    let found = whatlang::detect(sample)?;
    let language = codes::two_letters(found.lang());
    // Only Latin letters are shared by many; ideographs tell in a word.
    if found.script() != whatlang::Script::Latin || letters >= SHORT {
        return (found.confidence() >= CONFIDENCE).then_some(language);
    }
    words::detect(sample).or_else(|| (found.confidence() >= SHORT_CONFIDENCE).then_some(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_tell_the_languages_of_the_arabic_script() {
        for (text, language) in [
            ("أعلنت وزارة الثقافة عن افتتاح المعرض الجديد يوم الخميس", "ar"),
            ("وزیر فرهنگ از گشایش نمایشگاه تازه در روز پنجشنبه خبر داد", "fa"),
            ("وزير فرهنگ از گشايش نمايشگاه تازه در روز پنجشنبه خبر داد", "fa"),
            ("دولت است که از مردم خواست تا به خانه بروند", "fa"),
            ("وزیر ثقافت نے جمعرات کو نئی نمائش کے افتتاح کا اعلان کیا ہے", "ur"),
            ("وەزیری ڕۆشنبیری ڕۆژی پێنجشەممە پێشانگایەکی نوێی کردەوە", "ckb"),
            ("د کلتور وزیر د پنجشنبې په ورځ نوی نندارتون پرانیست چې ډېر خلک ورته راغلل", "ps"),
            ("مەدەنىيەت مىنىستىرى پەيشەنبە كۈنى يېڭى كۆرگەزمىنى ئاچتى", "ug"),
            (
                "سنڌ جي وزير چيو ته نئين نمائش خميس ڏينهن کان شروع ٿيندي، ماڻهن کي دعوت ڏني وئي",
                "sd",
            ),
        ] {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn a_foreign_name_or_quotation_does_not_turn_a_text() {
        let arabic = "أعلنت شركة Google Incorporated عن خدمة جديدة في المنطقة العربية كلها";
        assert_eq!(detect(arabic), Some("ar"));
        let quoting = "قال المدير في طهران إن مجلة «چلچراغ» ستعود إلى الصدور في الشهر المقبل بعد \
                       توقف دام سنوات طويلة بسبب الخلاف على ملكية الاسم والشعار";
        assert_eq!(detect(quoting), Some("ar"));
        let english =
            "The museum in Cairo, known as المتحف المصري, opened its new hall to visitors";
        assert_eq!(detect(english), Some("en"));
    }

    #[test]
    fn a_headline_is_enough_or_tells_nothing() {
        for (text, language) in [
            ("مجلة چلچراغ تعود إلى طهران", Some("ar")),
            ("گوگل تطلق خدمة جديدة في مصر", Some("ar")),
            ("انتخابات مجلس آغاز شد", Some("fa")),
            ("پاکستان نے میچ جیت لیا", Some("ur")),
            ("کراچی میں تیز بارش", Some("ur")),
            ("نوی کتابتون په کابل کې پرانیستل شو", Some("ps")),
            ("דער אלטער פארט איז ווידער אפן", Some("yi")),
            ("شركة Apple تطلق iPhone 16 Pro Max في Dubai Mall", Some("ar")),
            ("The harbour reopened on Saturday", Some("en")),
            ("Harbour reopens", None),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn arabic_typed_with_persian_letters_stays_arabic() {
        let typed = "أکد المدیر أن المکتبة العامة ستفتح أبوابها في المساء للطلاب والباحثین";
        assert_eq!(detect(typed), Some("ar"));
    }

    #[test]
    fn yiddish_is_told_from_hebrew() {
        assert_eq!(detect("הספרייה העירונית נפתחה מחדש ביום חמישי"), Some("he"));
        assert_eq!(detect("די ביבליאָטעק האָט זיך געעפֿנט דאָנערשטיק אין אָװנט"), Some("yi"));
        assert_eq!(detect("בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ"), Some("he"));
    }

    #[test]
    fn latin_and_other_scripts_go_by_statistics() {
        for (text, language) in [
            ("The council said on Tuesday that the library would open again next week", "en"),
            ("Der Stadtrat hat am Dienstag beschlossen, die Bibliothek wieder zu öffnen", "de"),
            ("Le conseil municipal a décidé mardi de rouvrir la bibliothèque au public", "fr"),
            ("Городской совет решил во вторник снова открыть библиотеку для читателей", "ru"),
            ("Belediye meclisi salı günü kütüphaneyi yeniden açmaya karar verdiğini duyurdu", "tr"),
            ("市议会星期二决定重新开放图书馆", "zh"),
        ] {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn without_letters_there_is_no_language() {
        assert_eq!(detect("2024 – 15 %"), None);
        assert_eq!(detect(""), None);
    }
}
