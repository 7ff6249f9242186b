//! The languages of the Arabic script, told apart by the letters that each has added to it, and
//! Arabic from Persian by their little words.
//!
//! Statistics know fewer of these languages and need longer texts.

use std::sync::LazyLock;

use crate::article::is_letter;

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

/// The letters of Persian that Arabic lacks, and those that its keyboards write for Arabic ones.
const PERSIAN_LETTERS: [&str; 2] = ["پچژگ", "کی"];

/// The sets of letters that are counted.
const SETS: usize = LETTERS.len() + PERSIAN_LETTERS.len();

/// Which of the sets each letter of the Arabic block is in, a bit for each.
static MEMBERS: LazyLock<[u8; 0x100]> = LazyLock::new(|| {
    let mut members = [0; 0x100];
    let sets = LETTERS.iter().map(|(_, set)| set).chain(&PERSIAN_LETTERS);
    for (set, letters) in sets.enumerate() {
        for place in letters.chars().map(|c| c as usize - 0x600) {
            members[place] |= 1 << set;
        }
    }
    members
});

/// What the letters of a text tell.
#[derive(Default)]
struct Count {
    letters: usize,
    /// How many are in each set.
    sets: [usize; SETS],
    /// Those that only Arabic has.
    own: usize,
}

impl Count {
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut count, members) = (Self::default(), &*MEMBERS);
        for c in words.flat_map(str::chars) {
            count.letters += usize::from(is_letter(c));
            count.own += usize::from(is_own(c));
            // All letters of the sets come after those that the languages share.
            if c > 'ي' {
                let sets = members.get(c as usize - 0x600).copied().unwrap_or_default();
                for (at, number) in count.sets.iter_mut().enumerate() {
                    *number += usize::from((sets >> at) & 1);
                }
            }
        }
        count
    }

    /// Whether it is Arabic whatever its words are.
    fn is_arabic(&self) -> bool {
        self.own > 1 && self.sets == [0; SETS]
    }

    /// The language that has most letters of its own, and how many.
    fn most(&self) -> (&'static str, usize) {
        let languages = LETTERS.iter().zip(self.sets).rev();
        let most = languages.max_by_key(|(_, own)| *own);
        most.map(|((language, _), own)| (*language, own)).unwrap_or_default()
    }
}

const fn is_own(c: char) -> bool {
    matches!(c, 'ة' | 'إ')
}

/// A word without what stands around it, and what it tells.
struct Word<'a> {
    text: &'a str,
    /// Whose it is, where it is a little one.
    little: Option<Whose>,
    /// Whether it has a letter that only Arabic has.
    has_own: bool,
}

impl<'a> Word<'a> {
    fn of(word: &'a str) -> Self {
        let text = word.trim_matches(|c| !is_letter(c));
        Self { text, little: little(text), has_own: word.contains(is_own) }
    }
}

/// A text in Arabic letters, by those of its words that have some.
pub(super) fn detect<'a>(text: impl Iterator<Item = &'a str> + Clone) -> &'static str {
    let count = Count::of(text.clone());
    if count.is_arabic() {
        return "ar";
    }
    let words: Vec<Word> = text.map(Word::of).collect();
    let ((language, own), letters) = (count.most(), count.letters);
    let is_told = own > 1 || (own == 1 && letters < SHORT && !words.iter().any(has_arabic_letters));
    if own * 33 >= letters && is_told {
        // Neither Kurdish nor Urdu has alef maqsura, and Uyghur writes its commonest vowel with it.
        let has = |letters: &[char]| words.iter().any(|word| word.text.contains(letters));
        let is_uyghur =
            matches!(language, "ckb" | "ur") && has(&['ى']) && !has(&['ی', 'ێ', 'ڕ', 'ڵ']);
        return if is_uyghur { "ug" } else { language };
    }
    let (arabic, persian) = (arabic(&words), persian(&words));
    let [.., persians, keyboard] = count.sets;
    match () {
        () if arabic == 0 && has_pashto_words(&words) => "ps",
        () if arabic * 2 > persian * 3 => "ar",
        () if persian > arabic => "fa",
        () if persians > 0 && persians * 80 >= letters => "fa",
        () if keyboard > 0 && keyboard * 25 >= letters => "fa",
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
