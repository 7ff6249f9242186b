//! Levels of single texts, and those of any text against `unicode-bidi` by way of format characters.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn numbers(text: &str, isolates: &[Isolate]) -> Vec<u8> {
    let levels = resolve(text, Some(Level::rtl()), isolates);
    text.char_indices().map(|(at, _)| levels.at(at).number()).collect()
}

#[test]
fn an_isolated_link_does_not_draw_the_digits_after_it_to_itself() {
    assert_eq!(numbers("א a 1", &[]), [1, 1, 2, 2, 2]);
    let link = Isolate { range: 3..4, kind: IsolateKind::FirstStrong };
    assert_eq!(numbers("א a 1", &[link]), [1, 1, 2, 1, 2]);
}

#[test]
fn an_override_turns_every_letter() {
    let bdo = Isolate { range: 0..2, kind: IsolateKind::Override(Level::rtl()) };
    // The isolate takes level 3, the override within it level 5.
    assert_eq!(numbers("ab", &[bdo]), [5, 5]);
}

#[test]
fn isolates_that_end_together_close_from_the_inside() {
    let kind = IsolateKind::Isolate(Level::ltr());
    let outer = Isolate { range: 0..3, kind };
    let inner = Isolate { range: 2..3, kind: IsolateKind::Isolate(Level::rtl()) };
    assert_eq!(numbers("ab1", &[outer, inner]), [2, 2, 4]);
}

/// By the other way: with the format characters that isolates stand for.
fn inserted(text: &str, level: Level, isolates: &[Isolate]) -> Levels {
    let (marked, inserted) = insert_isolates(text, isolates);
    let info = ParagraphBidiInfo::new(&marked, Some(level));
    let (stretches, isolates) = part(info.levels, &inserted);
    Levels { paragraph: info.paragraph_level, stretches, isolates }
}

/// One or two of each class, and brackets.
const LETTERS: &[char] = &[
    'a', 'א', 'ب', '1', '٢', '-', '+', '%', '$', ',', ':', '\u{300}', '\u{64e}', '\u{200c}',
    '\u{ad}', ' ', '\t', '!', '"', '(', ')', '[', ']', '{', '}', '⟨', '〈', '⟩', '〉',
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn run_by_run_is_character_by_character(
        letters in vec(select(LETTERS), 0..40),
        turned in any::<bool>(),
        cuts in vec((0..41_usize, 0..20_usize, 0..3_u8), 0..6),
    ) {
        // `unicode-bidi` 0.3.18 seeks what stands before a bracket in the wrong order across isolates.
        let plain = |c: &char| if cuts.is_empty() || class::bracket(*c).is_none() { *c } else { '!' };
        let text: String = letters.iter().map(plain).collect();
        let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |index: usize| places[index.min(places.len() - 1)];
        let isolate = |(start, length, kind): (usize, usize, u8)| Isolate {
            range: at(start)..at(start + length),
            kind: match kind {
                0 => IsolateKind::FirstStrong,
                1 => IsolateKind::Isolate(Level::ltr()),
                _ => IsolateKind::Isolate(Level::rtl()),
            },
        };
        let mut isolates: Vec<_> = cuts.into_iter().map(isolate).collect();
        isolates.sort_by_key(|isolate| (isolate.range.start, usize::MAX - isolate.range.end));
        let level = if turned { Level::rtl() } else { Level::ltr() };
        let (quick, slow) = (resolve(&text, Some(level), &isolates), inserted(&text, level, &isolates));
        for &at in places.iter().filter(|at| **at < text.len()) {
            prop_assert_eq!(quick.at(at), slow.at(at), "at {} of {:?}", at, &text);
        }
        let by_place = |mut isolates: Vec<(usize, Level)>| {
            isolates.sort_unstable();
            isolates
        };
        prop_assert_eq!(by_place(quick.isolates), by_place(slow.isolates));
    }
}

#[test]
fn a_bracket_goes_by_the_last_letter_before_it_across_an_isolate() {
    let text = "aאa(א)";
    let isolate = Isolate { range: 3..4, kind: IsolateKind::Isolate(Level::ltr()) };
    let levels = resolve(text, Some(Level::ltr()), &[isolate]);
    let numbers: Vec<_> = text.char_indices().map(|(at, _)| levels.at(at).number()).collect();
    assert_eq!(numbers, [0, 1, 2, 1, 1, 1]);
}

#[test]
fn nesting_has_its_depth_and_no_more() {
    let text = "a!ب".repeat(200);
    let kind = IsolateKind::FirstStrong;
    let isolates: Vec<_> =
        (1..200).map(|at| Isolate { range: at * 4..text.len() - at, kind }).collect();
    let isolates: Vec<_> =
        isolates.into_iter().filter(|isolate| text.is_char_boundary(isolate.range.end)).collect();
    let (quick, slow) =
        (resolve(&text, Some(Level::rtl()), &isolates), inserted(&text, Level::rtl(), &isolates));
    assert!(isolates.len() > 64 && text.char_indices().all(|(at, _)| quick.at(at) == slow.at(at)));
}

#[test]
fn every_format_character_is_found_wherever_it_stands() {
    for c in ('\0'..=char::MAX).filter(|c| is_explicit(*c)) {
        for text in [format!("{c}"), format!("{c}ب"), format!("a{c}"), format!("ab…{c}«ب»")] {
            assert!(holds_explicit(&text), "{text:?}");
        }
    }
    assert!(!holds_explicit("\ta «b» \u{200c}…“ب”"));
}
