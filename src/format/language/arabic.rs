//! The languages of the Arabic script, told apart by the letters that each has added to it.
//!
//! Statistics know fewer of these languages and need longer texts.

/// Letters that one of these languages has and its neighbours lack, or use for a foreign sound only.
const LETTERS: [(&str, &str); 5] = [
    ("ur", "ٹڈڑےۓہۂںھ"),
    ("ckb", "ەێۆڵڕڎ"),
    ("ps", "ټډړښځڅږڼګۍې"),
    ("ug", "ۇۈېۋڭەۆ"),
    ("sd", "ٻڀٺٿڄڃڇڏڌڊڍڙڦڳڱڻ"),
];

/// Little words that a Persian sentence can hardly do without.
const PERSIAN_WORDS: [&str; 10] = ["است", "از", "که", "كه", "را", "این", "به", "در", "برای", "تا"];

/// A text in Arabic letters.
pub(super) fn detect(text: &str) -> &'static str {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let count = |set: &str| text.chars().filter(|c| set.contains(*c)).count();
    let (language, own) = LETTERS
        .map(|(language, set)| (language, count(set)))
        .into_iter()
        .rev()
        .max_by_key(|(_, own)| *own)
        .unwrap_or_default();
    if own * 33 >= letters && own > 1 {
        return language;
    }
    let persian = count("پچژگ") * 80 >= letters && count("پچژگ") > 0;
    let keyboard = count("کی") * 25 >= letters && count("کی") > 0;
    match share_of_articles(text) {
        share if share >= 0.15 => "ar",
        _ if persian || keyboard || has_persian_words(text) => "fa",
        _ => "ar",
    }
}

/// How many of the words have the Arabic definite article, which no other of these languages has.
fn share_of_articles(text: &str) -> f64 {
    let words = text.split_whitespace().count().max(1);
    let prefixes = ["ال", "وال", "بال", "لل", "فال", "كال", "ولل"];
    let has_article = |word: &&str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
        word.chars().count() > 4 && prefixes.iter().any(|prefix| word.starts_with(prefix))
    };
    let articles = text.split_whitespace().filter(has_article).count();
    f64::from(u32::try_from(articles).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(words).unwrap_or(u32::MAX))
}

fn has_persian_words(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let persian = text.split_whitespace().filter(|word| PERSIAN_WORDS.contains(word)).count();
    persian > 1 && persian * 6 >= words
}
