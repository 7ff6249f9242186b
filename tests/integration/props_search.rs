//! What holds of folding, queries and highlights whatever the text: idempotence, independence of
//! composition, and highlights that a reader could have drawn.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sahifa::article::Article;
use sahifa::article::Block;
use sahifa::article::Metadata;
use sahifa::search::Folded;
use sahifa::search::Haystack;
use sahifa::search::Query;
use sahifa::search::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Letters, marks and signs whose neighbours matter to folding.
const TRICKY: &[char] = &[
    'a', 'E', 'ß', ' ', '\n', '\u{a0}', '-', '"', '”', '«', '٣', 'ا', 'أ', 'و', 'ؤ', 'ي', 'ى', 'ی',
    'ئ', 'ە', 'ۀ', 'ہ', 'ه', 'ة', 'ك', 'ک', 'ل', 'ـ', 'ﻻ', 'ﷺ', 'ش', 'ל', '\u{5b8}', '\u{5c1}',
    '\u{64e}', '\u{651}', '\u{653}', '\u{654}', '\u{655}', '\u{670}', '\u{301}', '\u{308}',
    '\u{327}', '\u{345}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200f}', '\u{34f}', '\u{fe0f}',
    'क', '\u{93c}', '\u{94d}', '\u{947}', 'か', '\u{3099}', 'ﾊ', 'ﾟ', '\u{1100}', '\u{1161}',
    '\u{11a8}', '한', '👩', '🇪', '🇬', '\u{9c7}', '\u{9be}', 'ก', '\u{e48}', '\u{e38}',
];

/// What a reader takes for letters.
const CLUSTERS: &[&str] = &[
    "a",
    "É",
    "e\u{301}",
    "ß",
    "ك\u{650}",
    "ت\u{64e}ـ",
    "أ",
    "ا",
    "ؤ",
    "و\u{654}",
    "ﻻ",
    "ی\u{200c}",
    "٣",
    "ש\u{5c1}\u{5b8}",
    "ل",
    "か\u{3099}",
    "한",
    "न\u{94d}",
    "👩\u{200d}🚀",
    "🇪🇬",
    " ",
    "\n",
    "\u{a0}",
];

fn texts() -> impl Strategy<Value = String> {
    let tricky = select(TRICKY);
    let any_char = prop_oneof![6 => tricky, 1 => any::<char>()];
    vec(any_char, 0..24).prop_map(String::from_iter)
}

fn article(title: &str, body: &str) -> Article {
    let metadata = Metadata { title: title.to_owned(), ..Metadata::default() };
    Article::new(metadata, vec![Block::paragraph(body)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_does_not_see_how_letters_are_composed(text in texts()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
    }

    #[test]
    fn folded_text_is_the_fold(text in texts()) {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.text(), fold(&text));
        prop_assert!(folded.unfold(0..folded.text().len()).end <= text.len());
    }

    #[test]
    fn what_is_cut_from_a_text_is_found_and_shown_in_it(
        clusters in vec(select(CLUSTERS), 0..24), from in 0usize..24, count in 1usize..8,
    ) {
        let text = article("", &clusters.concat()).text();
        let cut = Vec::from_iter(clusters.iter().copied().skip(from).take(count)).concat();
        let query = Query::parse(&cut);
        prop_assert!(query.matches(&Haystack::new(&article("", &text))));
        prop_assert_eq!(query.highlights(&text).is_empty(), query.is_empty());
    }

    #[test]
    fn highlights_are_sorted_apart_and_on_cluster_boundaries(text in texts(), query in texts()) {
        let boundaries: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut end = None;
        for range in Query::parse(&query).highlights(&text) {
            prop_assert!(range.start < range.end);
            prop_assert!(end.is_none_or(|end| end < range.start));
            prop_assert!(boundaries.contains(&range.start) && boundaries.contains(&range.end));
            end = Some(range.end);
        }
    }

    #[test]
    fn an_excluded_phrase_is_the_opposite_of_the_phrase(text in texts(), phrase in "[a-cأايى َ]{1,4}") {
        let haystack = Haystack::new(&article("title", &text));
        let quoted = format!("\"{phrase}\"");
        let required = Query::parse(&quoted);
        let excluded = Query::parse(&format!("-{quoted}"));
        if !required.is_empty() {
            prop_assert_ne!(required.matches(&haystack), excluded.matches(&haystack));
        }
    }
}
