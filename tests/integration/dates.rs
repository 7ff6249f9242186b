//! A thousand spellings of dates, in twenty ways of writing them and four calendars.
//!
//! The days are spelled by ICU's formatter, whose names of months and orders of parts come from CLDR
//! and not from the parser's tables; what people write otherwise is spelled out below by hand.

#![expect(clippy::print_stdout, reason = "what is not read is told")]

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fs;

use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::fieldsets::YMDE;
use icu_locale_core::Locale;
use jiff::ToSpan;
use jiff::civil;

use sahifa::format::date;

/// The calendars, and who dates by them.
const CALENDARS: [(&str, &str); 4] = [
    ("gregory", "ar-EG ar-SY ar-MA ar-DZ ar-SA fa fa-AF ur he en fr de es ru tr pl uk pt it nl"),
    ("persian", "fa fa-AF en"),
    ("islamic-umalqura", "ar-EG ar-SY ar-MA ar-SA fa fa-AF ur en tr"),
    ("hebrew", "he en"),
];

/// Days of thirty years, of all months and weekdays.
fn days() -> impl Iterator<Item = civil::Date> {
    let first = civil::date(1996, 1, 3);
    (0..60).filter_map(move |n: i64| first.checked_add((n * 181).days()).ok())
}

#[test]
fn a_thousand_spellings_are_read() {
    let (mut total, mut wrong, mut unread) = (0, Vec::new(), Vec::new());
    let mut spelled = BTreeMap::<(&str, &str), usize>::new();
    for (calendar, locales) in CALENDARS {
        for locale in locales.split(' ') {
            let name = format!("{locale}-u-ca-{calendar}");
            let tag: Locale = name.parse().expect("a locale");
            let long = DateTimeFormatter::try_new(tag.clone().into(), YMD::long()).expect("long");
            let full = DateTimeFormatter::try_new(tag.into(), YMDE::long()).expect("full");
            for day in days() {
                let (y, m, d) = (i32::from(day.year()), day.month(), day.day());
                let any = Date::try_new_iso(y, m.unsigned_abs(), d.unsigned_abs()).expect("a day");
                for text in [long.format(&any).to_string(), full.format(&any).to_string()] {
                    total += 1;
                    *spelled.entry((calendar, locale.get(..2).unwrap_or(locale))).or_insert(0) += 1;
                    match date::parse(&text) {
                        Some(read) if read.to_day() == day => {}
                        Some(read) => wrong.push(format!("{name}: {text} is {day}, not {read}")),
                        None => unread.push(format!("{name}: {text} ({day})")),
                    }
                }
            }
        }
    }
    for ((calendar, language), count) in &spelled {
        println!("{calendar} {language}: {count}");
    }
    let languages: HashSet<&str> = spelled.keys().map(|(_, language)| *language).collect();
    assert!(languages.len() >= 10, "{languages:?}");
    println!("{total} spellings, {} unread, {} wrong", unread.len(), wrong.len());
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for line in &unread {
        let count = seen.entry(line.split(':').next().unwrap_or_default().to_owned()).or_default();
        *count += 1;
        if *count <= 3 {
            println!("{line}");
        }
    }
    wrong.iter().take(20).for_each(|line| println!("{line}"));
    assert!(wrong.is_empty());
    assert!(total - unread.len() >= 1000 && unread.len() * 100 <= total);
}

#[rustfmt::skip]
const WRITTEN: &[(&str, &str)] = &[
    // Mail and the web, as they should be and as they are
    ("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z"), ("2003-12-31T10:14:55.7Z", "2003-12-31T10:14:55Z"),
    ("Sun Jan  4 16:29:06 PST 2004", "2004-01-04T16:29:06-08:00"), ("Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06"),
    ("2004-07-08 23:56:58.0", "2004-07-08T23:56:58"), ("Thu, 5 Apr 2012 24:00:00 GMT", "2012-04-06T00:00:00Z"),
    ("2024-W12-6", "2024-03-23"), ("2024-083", "2024-03-23"), ("20240323T103000Z", "2024-03-23T10:30:00Z"),
    ("2024-01-02T03:04:05 (UTC +03:00)", "2024-01-02T03:04:05+03:00"), ("2024-12-31T23:59:60Z", "2024-12-31T23:59:59Z"),
    ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"), ("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00"),
    ("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15"), ("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17"),
    // Arabic, of all regions
    ("السبت 23 آذار/مارس 2024 - 10:30 صباحًا", "2024-03-23T10:30:00"), ("٢٣ شباط ٢٠٢٤ الساعة ٩:١٥ م", "2024-02-23T21:15:00"),
    ("9 غشت 2016", "2016-08-09"), ("14 جويلية 2017", "2017-07-14"), ("3 شتنبر 2019", "2019-09-03"), ("4 نونبر 2019", "2019-11-04"),
    ("5 دجنبر 2019", "2019-12-05"), ("8 فيفري 2019", "2019-02-08"), ("30 جوان 2016", "2016-06-30"), ("9 أوت 2016", "2016-08-09"),
    ("13 رمضان 1445 هـ", "2024-03-23"), ("١٣ رمضان ١٤٤٥هـ", "2024-03-23"), ("1445/09/13هـ", "2024-03-23"),
    ("الثلاثاء 1 رمضان 1445", "2024-03-12"), ("13 رمضان 1445 هـ الموافق 23 مارس 2024 م", "2024-03-23"),
    ("12 رمضان 1445 هـ - 23 مارس 2024 م", "2024-03-23"), ("23 مارس 2024 (13 رمضان 1445)", "2024-03-23"),
    ("10 جمادى الآخرة 1445", "2023-12-23"), ("1 ذي الحجة 1445", "2024-06-07"),
    // Persian, Dari, Pashto
    ("شنبه ۴ فروردین ۱۴۰۳ - ۱۰:۳۰", "2024-03-23T10:30:00"), ("۴ حمل ۱۴۰۳", "2024-03-23"), ("د ۱۴۰۳ کال د وري ۴", "2024-03-23"),
    ("۲۳ فوریه ۲۰۲۴ ساعت ۹:۱۵ ب.ظ", "2024-02-23T21:15:00"), ("1403/01/04", "2024-03-23"), ("۱۳۹۹/۱۲/۳۰", "2021-03-20"),
    // Urdu, Kurdish, Uyghur
    ("ہفتہ 23 مارچ 2024ء", "2024-03-23"), ("۲۳ جنوری ۲۰۲۴", "2024-01-23"), ("13 رمضان المبارک 1445ھ", "2024-03-23"),
    ("٢٣ی ئازاری ٢٠٢٤", "2024-03-23"), ("4ی خاکەلێوەی 1403", "2024-03-23"), ("2024-يىلى 23-مارت", "2024-03-23"),
    // Hebrew
    ("23 במרץ 2024", "2024-03-23"), ("יום שבת, 23 במרץ 2024, בשעה 10:30", "2024-03-23T10:30:00"), ("י״ג באדר ב׳ התשפ״ד", "2024-03-23"),
    ("כ״ג באדר א׳ התשפ״ד", "2024-03-03"), ("א׳ בתשרי תשפ״ה", "2024-10-03"), ("י\"ג באדר ב' תשפ\"ד, 23.03.2024", "2024-03-23"),
    ("13 Adar II 5784", "2024-03-23"),
    // Western
    ("Saturday, March 23rd, 2024 at 10:30 p.m. EST", "2024-03-23T22:30:00-05:00"), ("le samedi 23 mars 2024 à 10h30", "2024-03-23T10:30:00"),
    ("Samstag, 23. März 2024 um 10:30 Uhr", "2024-03-23T10:30:00"), ("sábado, 23 de marzo de 2024, 10:30 p. m.", "2024-03-23T22:30:00"),
    ("23 марта 2024 г., 10:30 МСК", "2024-03-23T10:30:00+03:00"), ("23 Mart 2024 Cumartesi 10:30", "2024-03-23T10:30:00"),
    ("5 Nisan 2024", "2024-04-05"), ("23 marca 2024", "2024-03-23"), ("sobota, 23 marca 2024", "2024-03-23"),
    ("Wednesday 03/04/2024", "2024-04-03"), ("Monday, 03/04/2024", "2024-03-04"), ("23/03/2024 10:30 IST", "2024-03-23T10:30:00"),
];

#[test]
fn what_people_write_is_read() {
    let wrong: Vec<String> = WRITTEN
        .iter()
        .map(|(text, iso)| (text, iso, date::parse(text).map(|date| date.to_string())))
        .filter(|(_, iso, read)| read.as_deref() != Some(**iso))
        .map(|(text, iso, read)| format!("{text} is {iso}, not {read:?}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Bylines as papers print them: labels, weekdays, times, two calendars at once.
#[test]
fn what_papers_print_beside_a_headline_is_read() {
    let table = fs::read_to_string("tests/fixtures/format/date/bylines.tsv").expect("bylines");
    let mut wrong = Vec::new();
    for (text, iso) in table.lines().filter_map(|line| line.split_once('\t')) {
        let read = date::parse(text).map_or("-".to_owned(), |date| date.to_string());
        if read != iso {
            wrong.push(format!("{text} is {iso}, not {read}"));
        }
    }
    assert!(table.lines().count() >= 300);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_means_two_days_or_none_is_not_guessed() {
    for text in [
        "03/04/2024",
        "3-4-2024",
        "٠٣/٠٤/٢٠٢٤",
        "Friday 03/04/2024",
        "1445/09/13",
        "13 رمضان",
        "منذ ساعتين",
        "قبل 3 أيام",
        "أمس",
        "3 days ago",
        "yesterday",
        "vor 3 Stunden",
        "لפני 3 ימים",
        "لפני שעתיים",
        "۲ ساعت پیش",
        "2 گھنٹے پہلے",
        "il y a 3 jours",
        "2024",
        "March 2024",
        "מרץ 2024",
        "אדר תשפ״ד",
        "י״ג באדר תשפ״ד",
        "31 نيسان 2024",
        "30 فبراير 2024",
        "31 רמדאן 1445",
        "23 March 1445",
        "4 فروردین 2024",
        "12:30",
        "5784",
        "تشپد",
        "5 March 2024 - 7 March 2024",
        "1710000000",
        "تحديث: 03/04/2024",
        "Updated 3/04/24",
        "Published 23/03/24",
        "פורסם: 03/04/2024",
        "آخر تحديث منذ 3 ساعات",
        "23 March 2024 24 March 2024",
    ] {
        assert_eq!(date::parse(text), None, "{text}");
    }
}

#[test]
fn numbers_are_dates_only_where_one_is_asked_for() {
    let read = |number| date::from_number(number).map(|date| date.to_string());
    for number in
        [1_711_189_800, 1_711_189_800_000, 1_711_189_800_000_000, 1_711_189_800_000_000_000]
    {
        assert_eq!(read(number).as_deref(), Some("2024-03-23T10:30:00Z"), "{number}");
    }
    assert_eq!((read(0), read(20_240_323), read(-5)), (None, None, None));
}
