//! Lines of the form `Label: value`, and the words that label what, in the languages that articles
//! are saved in. All words are written as [`letters::fold`] leaves them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::letters;

/// What a line says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum Label {
    Title,
    Source,
    Author,
    Published,
    Updated,
    Saved,
    Url,
    Tags,
    /// What mail says to the machines that carry it.
    Idle,
}

/// Words longer than this label nothing.
const LONGEST: usize = 30;

#[rustfmt::skip]
const WORDS: &[(Label, &[&str])] = &[
    (Label::Title, &[
        "title|headline|subject", "العنوان|عنوان", "تيتر|عنوان خبر", "כותרת", "سرخي",
        "titel|titre|titulo|titolo|tytuł|tytul|baslik|заголовок",
    ]),
    (Label::Source, &[
        "source|agency|publication|publisher|news source", "المصدر|مصدر|الوكاله|وكاله|نقلا عن",
        "منبع|خبرگزاري", "מקור", "ماخذ|ذرايع", "quelle|fuente|fonte|kaynak|источник|bron|zrodło",
    ]),
    (Label::Author, &[
        "by|author|authors|byline|written by|reporter|reporting by|story by|words by|interview by|from",
        "بقلم|كتب|كتبت|الكاتب|الكاتبه|كاتب المقال|المولف|اعداد|اعده|المحرر|تحرير|حوار|حاوره|حاورها|اجري الحوار|اجرت الحوار",
        "نويسنده|به قلم|نگارنده|خبرنگار|مصنف", "מאת|כתב|כתבה|מחבר|מחברת",
        "autor|auteur|autore|auteurs|von|par|por|yazar|автор|verfasser",
    ]),
    (Label::Published, &[
        "date|published|published on|published at|publication date|posted|posted on|pubdate",
        "التاريخ|تاريخ|تاريخ النشر|نشر في|نشر بتاريخ|نشرت في|تم النشر|النشر",
        "تاريخ انتشار|انتشار|زمان انتشار|تاريخ اشاعت|اشاعت", "תאריך|פורסם|פורסם בתאריך|תאריך פרסום",
        "sent|first published|date published",
        "datum|fecha|data|tarih|дата|veroffentlicht|publie le|publicado",
    ]),
    (Label::Updated, &[
        "updated|updated on|last updated|update|modified|last modified|date modified|revised", "اخر تحديث|تحديث|تم التحديث|حدث في",
        "به روز رساني|بهروزرساني|اخرين به روز رساني", "עודכן|עודכן בתאריך|עדכון אחרון", "mis a jour|aktualisiert|actualizado|guncelleme|обновлено",
    ]),
    (Label::Idle, &[
        "to|cc|bcc|reply-to|message-id|mime-version|content-type|content-transfer-encoding|return-path|received|list-id|x-mailer",
    ]),
    (Label::Saved, &[
        "saved|saved on|date saved|retrieved|retrieved on|accessed|archived",
        "تاريخ الحفظ|حفظ في", "תאריך שמירה|נשמר", "تاريخ ذخيره",
    ]),
    (Label::Url, &[
        "url|link|source url|permalink|original|original url|web|read more at",
        "الرابط|رابط|رابط المقال|رابط الخبر", "پيوند|لينك|لينك خبر|نشاني", "קישור|לינק|כתובת",
        "lien|enlace|collegamento|odnosnik|ссылка|baglanti",
    ]),
    (Label::Tags, &[
        "categories|category|tags|tag|keywords|key words|filed under|filed in|topics|topic|section|sections|subjects",
        "القطاعات|القطاع|التصنيفات|التصنيف|تصنيفات|تصنيف|الوسوم|وسوم|الاقسام|القسم|قسم|المواضيع|مواضيع",
        "الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه|هاشتاغ|الفيات|الفيه|الموضوعات",
        "برچسبها|برچسب ها|برچسب|دستهبندي|دسته بندي|دستهها|كليدواژهها|كليدواژه ها|كليد واژهها|كليدواژه",
        "واژههاي كليدي|كلمات كليدي|موضوعات|موضوع|گروه خبري",
        "ٹيگز|ٹيگ|زمره|زمرهجات|زمره جات|زمرے|كيٹيگري",
        "תגיות|תגית|תגים|קטגוריות|קטגוריה|נושאים|נושא|מילות מפתח|מדור|מדורים",
        "mots-cles|mots cles|rubrique|rubriques|etiquettes|themes|schlagworter|schlagworte|stichworter|stichworte",
        "kategorien|kategorie|rubrik|themen|etiquetas|categorias|categoria|palabras clave|palavras-chave|temas",
        "parole chiave|categorie|etiketler|etiket|kategori|anahtar kelimeler|теги|метки|рубрика|рубрики|ключевые слова|категория|категории",
    ]),
];

/// The label and the value of a line, which may be empty.
pub(in crate::format) fn labelled(line: &str) -> Option<(Label, &str)> {
    let (word, value) = parted(line)?;
    let label = label(word)?;
    Some((label, super::line::trim(value)))
}

/// A line in two at its first colon, where what is before that is not too long for a label.
pub(in crate::format) fn parted(line: &str) -> Option<(&str, &str)> {
    let mut near = line.char_indices().take_while(|(at, _)| *at <= LONGEST * 4);
    let (at, colon) = near.find(|(_, c)| matches!(c, ':' | '：'))?;
    Some((line.get(..at)?, line.get(at + colon.len_utf8()..)?))
}

fn label(word: &str) -> Option<Label> {
    if word.len() > LONGEST * 4 || word.chars().count() > LONGEST {
        return None;
    }
    let folded = letters::fold(word);
    let word = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let word = word.trim_matches(['*', '#', '•', '-', ' ', '(', '[']);
    LABELS.get(word).copied()
}

/// What each of the words labels. Whole articles are asked line by line.
static LABELS: LazyLock<HashMap<&str, Label>> = LazyLock::new(|| {
    let mut labels = HashMap::new();
    for (label, spellings) in WORDS {
        for word in spellings.iter().flat_map(|line| line.split('|')) {
            labels.entry(word).or_insert(*label);
        }
    }
    labels
});

/// The rest of a line that begins with one of these labels and has no colon: `Published 3 November 2024`.
pub(in crate::format) fn without<'a>(line: &'a str, wanted: &[Label]) -> Vec<(Label, &'a str)> {
    let ends = line.char_indices().filter(|(_, c)| c.is_whitespace() || *c == ':').take(4);
    let parts = ends.filter_map(|(at, _)| line.split_at_checked(at));
    let labelled: Vec<_> = parts.filter_map(|(word, rest)| Some((label(word)?, rest))).collect();
    // The longest spelling of each.
    let last = |label: &Label| labelled.iter().rfind(|(found, _)| found == label);
    let found = wanted.iter().filter_map(last);
    found
        .map(|(label, rest)| (*label, super::line::trim(rest.trim_start_matches([' ', ':']))))
        .collect()
}

/// The entries of a list of tags or names: between commas of any script, semicolons, bars, hashes.
pub(in crate::format) fn entries(value: &str) -> Vec<String> {
    let parts = value.split([',', '،', ';', '؛', '|', '#', '•', '、', '\n']);
    let clean = parts.map(|part| super::line::trim(part).trim_end_matches('.').trim());
    clean
        .filter(|part| super::line::has_letters(part) || is_number(part))
        .map(str::to_owned)
        .collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_many_spellings() {
        for (line, label) in [
            ("القطاعات: العنوان الرئيسي، الأخبار اليومية", Label::Tags),
            ("الكلمات المفتاحيّة : ماء", Label::Tags),
            ("برچسب‌ها: ورزش", Label::Tags),
            ("دسته‌بندی: ورزش", Label::Tags),
            ("תגיות: ספורט", Label::Tags),
            ("TAGS: sport", Label::Tags),
            ("Filed under: sport", Label::Tags),
            ("Mots-clés : sport", Label::Tags),
            ("المَصدر: رويترز", Label::Source),
            ("بقلم: سمير", Label::Author),
            ("Published on: March 5, 2024", Label::Published),
            ("Link: https://example.org/", Label::Url),
        ] {
            assert_eq!(labelled(line).map(|(label, _)| label), Some(label), "{line}");
        }
    }

    #[test]
    fn a_sentence_with_a_colon_is_no_label() {
        for line in ["He said: no", "https://example.org", "وقال المصدر: لا", "no colon"]
        {
            assert_eq!(labelled(line), None, "{line}");
        }
    }

    #[test]
    fn a_label_may_lack_its_colon() {
        let published = |line| without(line, &[Label::Updated, Label::Published]);
        let told = |value| vec![(Label::Published, value)];
        assert_eq!(published("Published on 3 November"), told("3 November"));
        assert_eq!(published("Publié le 3 novembre"), told("3 novembre"));
        assert_eq!(published("نشر في 3 مارس"), told("3 مارس"));
        assert_eq!(published("Nothing was published"), []);
    }

    #[test]
    fn entries_part_at_commas_of_every_script() {
        assert_eq!(entries("أ، ب, ج؛ د | هـ."), ["أ", "ب", "ج", "د", "هـ"]);
        assert_eq!(entries("#ماء #هواء 2024"), ["ماء", "هواء 2024"]);
        assert_eq!(entries(" , "), Vec::<String>::new());
    }

    #[test]
    fn the_words_are_folded() {
        for words in WORDS.iter().flat_map(|(_, words)| *words) {
            assert_eq!(letters::fold(words), *words);
        }
    }
}
