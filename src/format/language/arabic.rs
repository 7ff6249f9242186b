//! The languages of the Arabic script, told apart by the letters that each has added to it, and
//! Arabic from Persian by their little words.
//!
//! Statistics know fewer of these languages and need longer texts.

use std::sync::LazyLock;

use super::is_letter;

/// Letters that one of these languages has and its neighbours lack, or use for a foreign sound only.
const LETTERS: [(&str, &str); 5] = [
    ("ur", "ٹڈڑےۓہۂںھ"),
    ("ckb", "ەێۆڵڕڎ"),
    ("ps", "ټډړښځڅږڼګۍې"),
    ("ug", "ۇۈېۋڭەۆ"),
    ("sd", "ٻڀٺٿڄڃڇڏڌڊڍڙڦڳڱڻ"),
];

/// Texts of fewer letters are told by one of those letters.
const SHORT: usize = 80;

/// Little words that a Persian sentence can hardly do without, and an Arabic one does not have.
#[rustfmt::skip]
const PERSIAN: &[&str] = &[
    "است", "از", "که", "كه", "را", "این", "اين", "به", "در", "برای", "براي", "تا", "با", "شد", "شود", "کرد", "كرد", "کند", "می", "مي",
    "آن", "خود", "یک", "گفت", "بر", "داد", "های", "ها", "هاي", "هم", "شده", "بود", "نیست", "دارد", "آغاز", "روز", "سال", "مردم",
];

/// And the other way around. Words that both have are in neither.
#[rustfmt::skip]
const ARABIC: &[&str] = &[
    "في", "على", "إلى", "الى", "عن", "أن", "إن", "هذا", "هذه", "التي", "الذي", "مع", "قال", "قالت", "كان", "كانت", "بين", "لا", "لم",
    "هل", "ثم", "عند", "منذ", "حول", "خلال", "ذلك", "هو", "هي", "ما", "أو", "من", "قد", "يوم", "أمس", "اليوم",
];

/// A word without what stands around it, and what it tells.
struct Word<'a> {
    text: &'a str,
    /// Whose it is, where it is a little one.
    little: Option<Whose>,
    /// Whether it has a letter that only Arabic has.
    has_own: bool,
}

/// A text in Arabic letters, by those of its words that have some.
pub(super) fn detect<'a>(text: impl Iterator<Item = &'a str>) -> &'static str {
    let (mut letters, mut added, mut words) = (0, Vec::new(), Vec::new());
    for word in text {
        let mut has_own = false;
        for c in word.chars() {
            letters += usize::from(is_letter(c));
            has_own |= matches!(c, 'ة' | 'إ');
            // All of these letters come after those that the languages share.
            if c > 'ي' {
                added.push(c);
            }
        }
        let text = word.trim_matches(|c: char| !is_letter(c));
        words.push(Word { text, little: little(text), has_own });
    }
    let count = |set: &str| added.iter().filter(|c| set.contains(**c)).count();
    let (language, own) = LETTERS
        .map(|(language, set)| (language, count(set)))
        .into_iter()
        .rev()
        .max_by_key(|(_, own)| *own)
        .unwrap_or_default();
    let (arabic, persian) = (arabic(&words), persian(&words));
    let is_told = own > 1 || (own == 1 && letters < SHORT && !words.iter().any(has_arabic_letters));
    if own * 33 >= letters && is_told {
        // Neither Kurdish nor Urdu has alef maqsura, and Uyghur writes its commonest vowel with it.
        let has = |letters: &[char]| words.iter().any(|word| word.text.contains(letters));
        let is_uyghur =
            matches!(language, "ckb" | "ur") && has(&['ى']) && !has(&['ی', 'ێ', 'ڕ', 'ڵ']);
        return if is_uyghur { "ug" } else { language };
    }
    let persians = count("پچژگ") * 80 >= letters && count("پچژگ") > 0;
    let keyboard = count("کی") * 25 >= letters && count("کی") > 0;
    match () {
        () if arabic == 0 && has_pashto_words(&words) => "ps",
        () if arabic * 2 > persian * 3 => "ar",
        () if persian > arabic || persians || keyboard => "fa",
        () => "ar",
    }
}

/// Whose the little words are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Arabic,
    Persian,
}

/// The little words as numbers, in order.
static LITTLE: LazyLock<Vec<(u128, Whose)>> = LazyLock::new(|| {
    let arabic = ARABIC.iter().map(|word| (number(word), Whose::Arabic));
    let persian = PERSIAN.iter().map(|word| (number(word), Whose::Persian));
    let mut little: Vec<_> = arabic.chain(persian).collect();
    little.sort_unstable_by_key(|(number, _)| *number);
    little
});

/// The bytes of a short word as one number.
fn number(word: &str) -> u128 {
    word.bytes().fold(0, |number, byte| (number << 8) | u128::from(byte))
}

/// Whose a little word is; most words are longer than all of them.
fn little(word: &str) -> Option<Whose> {
    let number = Some(word).filter(|word| word.len() <= LONGEST).map(number)?;
    let place = LITTLE.binary_search_by_key(&number, |(little, _)| *little).ok()?;
    LITTLE.get(place).map(|(_, whose)| *whose)
}

/// No little word has more bytes.
const LONGEST: usize = 10;

/// Words that Arabic has and Persian has not: by the article, by letters, by being one of the little
/// ones.
fn arabic(words: &[Word<'_>]) -> usize {
    words.iter().filter(|word| has_arabic_letters(word) || word.text.ends_with('ى')).count()
}

/// Whether a word is Arabic by its beginning or by more than its last letter.
fn has_arabic_letters(word: &Word<'_>) -> bool {
    word.has_own || word.little == Some(Whose::Arabic) || has_article(word.text)
}

/// Words that Persian has and Arabic has not.
fn persian(words: &[Word<'_>]) -> usize {
    let is_persian =
        |word: &&Word<'_>| word.little == Some(Whose::Persian) || word.text.contains('\u{200c}');
    words.iter().filter(is_persian).count()
}

/// The Arabic definite article, which no other of these languages has but in Arabic phrases.
fn has_article(word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ب', 'ف', 'ك']).unwrap_or(word);
    let is_there = bare.starts_with("ال") || word.starts_with("لل") || word.starts_with("ولل");
    is_there && word.chars().count() > 4
}

/// A short Pashto text may have none of its own letters.
fn has_pashto_words(words: &[Word<'_>]) -> bool {
    let own = ["د", "په", "چې", "ته", "شو", "دی", "ده", "دي", "يې", "له"];
    words.iter().filter(|word| own.contains(&word.text)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_little_word_is_longer_than_said() {
        let longest = PERSIAN.iter().chain(ARABIC).map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST));
    }
}
