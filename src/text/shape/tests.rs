//! What letters look like beside each other: the rules, and whole alphabets of languages whose letters
//! Unicode has given no forms.

use super::super::forms::Forms;
use super::*;

fn with(joining: Joining, text: &str) -> String {
    let levels = Levels::flat(Level::rtl());
    let words = words(text, &levels, joining);
    let range = if joining == Joining::Base { 0..0 } else { 0..text.len() };
    let letters = shape(text, &range, &levels, &words);
    let mut result = String::new();
    for (at, c) in text.char_indices() {
        match letters
            .iter()
            .position(|letter| letter.at == at)
            .and_then(|index| letters[index].shape(&letters[index + 1..]))
        {
            Some(Shape::Form(form)) => result.push_str(form),
            Some(Shape::InLamAlef) => {}
            None if Nature::of(c).is_none() || c == '\u{200c}' => {}
            None => {
                result.extend(Some(c).filter(|c| c.is_alphanumeric() || *c == ' ' || *c == 'ـ'))
            }
        }
    }
    result
}

fn shaped(text: &str) -> String {
    with(Joining::Forms, text)
}

#[test]
fn letters_join_across_their_marks() {
    assert_eq!(shaped("مُحَمَّد"), "ﻣﺤﻤﺪ");
}

#[test]
fn lam_alef_is_one_with_marks_between_too() {
    assert_eq!(shaped("سلام"), "ﺳﻼﻡ");
    assert_eq!(shaped("لأ"), "ﻷ");
    assert_eq!(shaped("لَا"), "ﻻ");
}

#[test]
fn zwnj_parts_and_zwj_joins() {
    assert_eq!(shaped("می\u{200c}خواهم"), "ﻣﯽﺧﻮﺍﻫﻢ");
    assert_eq!(shaped("ه\u{200d}"), "ﻫ");
    assert_eq!(shaped("ل\u{200d}ا"), "ﻟﺎ");
    assert_eq!(shaped("ل\u{200c}ا"), "ﻝﺍ");
}

#[test]
fn tatweel_joins_both_sides() {
    assert_eq!(shaped("بـب"), "ﺑـﺐ");
}

#[test]
fn nothing_reaches_out_to_a_letter_without_forms() {
    assert_eq!(shaped("بڪب"), "ﺏڪﺏ");
}

#[test]
fn urdu_noon_ghunna_joins() {
    assert_eq!(shaped("میں"), "ﻣﯿﮟ");
}

/// Each letter between two behs, letter by letter through an alphabet.
fn in_the_middle(alphabet: &[(char, &str)]) {
    for &(letter, expected) in alphabet {
        assert_eq!(shaped(&format!("ب{letter}ب")), expected, "U+{:04X}", u32::from(letter));
    }
}

#[test]
fn the_pashto_alphabet() {
    in_the_middle(&[
        ('ا', "ﺑﺎﺏ"),
        ('ب', "ﺑﺒﺐ"),
        ('پ', "ﺑﭙﺐ"),
        ('ت', "ﺑﺘﺐ"),
        ('ټ', "ﺑﺘ\u{325}ﺐ"),
        ('ث', "ﺑﺜﺐ"),
        ('ج', "ﺑﺠﺐ"),
        ('ځ', "ﺑﺤ\u{654}ﺐ"),
        ('چ', "ﺑﭽﺐ"),
        ('څ', "ﺏڅﺏ"),
        ('ح', "ﺑﺤﺐ"),
        ('خ', "ﺑﺨﺐ"),
        ('د', "ﺑﺪﺏ"),
        ('ډ', "ﺑﺪ\u{325}ﺏ"),
        ('ذ', "ﺑﺬﺏ"),
        ('ر', "ﺑﺮﺏ"),
        ('ړ', "ﺑﺮ\u{325}ﺏ"),
        ('ز', "ﺑﺰﺏ"),
        ('ژ', "ﺑﮋﺏ"),
        ('ږ', "ﺑﺰ\u{323}ﺏ"),
        ('س', "ﺑﺴﺐ"),
        ('ش', "ﺑﺸﺐ"),
        ('ښ', "ﺑﺴ\u{323}\u{307}ﺐ"),
        ('ص', "ﺑﺼﺐ"),
        ('ض', "ﺑﻀﺐ"),
        ('ط', "ﺑﻄﺐ"),
        ('ظ', "ﺑﻈﺐ"),
        ('ع', "ﺑﻌﺐ"),
        ('غ', "ﺑﻐﺐ"),
        ('ف', "ﺑﻔﺐ"),
        ('ق', "ﺑﻘﺐ"),
        ('ک', "ﺑﮑﺐ"),
        ('ګ', "ﺑﮑ\u{325}ﺐ"),
        ('گ', "ﺑﮕﺐ"),
        ('ل', "ﺑﻠﺐ"),
        ('م', "ﺑﻤﺐ"),
        ('ن', "ﺑﻨﺐ"),
        ('ڼ', "ﺑﻨ\u{325}ﺐ"),
        ('ه', "ﺑﻬﺐ"),
        ('و', "ﺑﻮﺏ"),
        ('ی', "ﺑﯿﺐ"),
        ('ي', "ﺑﻴﺐ"),
        ('ې', "ﺑﯧﺐ"),
        ('ۍ', "ﺏۍﺏ"),
        ('ئ', "ﺑﺌﺐ"),
        ('ء', "ﺏءﺏ"),
    ]);
}

#[test]
fn the_kurdish_alphabets() {
    in_the_middle(&[
        ('ئ', "ﺑﺌﺐ"),
        ('ا', "ﺑﺎﺏ"),
        ('پ', "ﺑﭙﺐ"),
        ('چ', "ﺑﭽﺐ"),
        ('ڕ', "ﺑﺮ\u{32c}ﺏ"),
        ('ژ', "ﺑﮋﺏ"),
        ('ڤ', "ﺑﭭﺐ"),
        ('ک', "ﺑﮑﺐ"),
        ('گ', "ﺑﮕﺐ"),
        ('ڵ', "ﺑﻠ\u{65a}ﺐ"),
        ('ھ', "ﺑﮭﺐ"),
        ('ە', "ﺑﻪﺏ"),
        ('و', "ﺑﻮﺏ"),
        ('ۆ', "ﺑﯚﺏ"),
        ('ۊ', "ﺑﻮ\u{308}ﺏ"),
        ('ی', "ﺑﯿﺐ"),
        ('ێ', "ﺑﯿ\u{65a}ﺐ"),
    ]);
    assert_eq!(shaped("دڵ ڵا ێ بێ"), "ﺩڵ ﻟ\u{65a}ﺎ ێ ﺑﯽ\u{65a}", "alone it is itself");
}

#[test]
fn the_sindhi_alphabet() {
    in_the_middle(&[
        ('ٻ', "ﺑﭕﺐ"),
        ('ڀ', "ﺑﭝﺐ"),
        ('ٺ', "ﺑﭡﺐ"),
        ('ٽ', "ﺏٽﺏ"),
        ('ٿ', "ﺑﭥﺐ"),
        ('ڃ', "ﺑﭹﺐ"),
        ('ڄ', "ﺑﭵﺐ"),
        ('ڇ', "ﺑﮁﺐ"),
        ('ڊ', "ﺑﺪ\u{323}ﺏ"),
        ('ڌ', "ﺑﮅﺏ"),
        ('ڍ', "ﺑﮃﺏ"),
        ('ڏ', "ﺏڏﺏ"),
        ('ڙ', "ﺏڙﺏ"),
        ('ڦ', "ﺑﭱﺐ"),
        ('ڪ', "ﺏڪﺏ"),
        ('ک', "ﺑﮑﺐ"),
        ('ڱ', "ﺑﮝﺐ"),
        ('ڳ', "ﺑﮙﺐ"),
        ('ڻ', "ﺑﮣﺐ"),
        ('ھ', "ﺑﮭﺐ"),
        ('ہ', "ﺑﮩﺐ"),
        ('۽', "ﺏﺏ"),
        ('۾', "ﺏﺏ"),
    ]);
}

#[test]
fn the_jawi_alphabet() {
    in_the_middle(&[
        ('چ', "ﺑﭽﺐ"),
        ('ڠ', "ﺏڠﺏ"),
        ('ڤ', "ﺑﭭﺐ"),
        ('ݢ', "ﺑﮑ\u{307}ﺐ"),
        ('ڬ', "ﺑﻜ\u{307}ﺐ"),
        ('ڽ', "ﺑﭙﺐ"),
        ('ۏ', "ﺑﻮ\u{307}ﺏ"),
    ]);
    assert_eq!(shaped("ڽ ڽا بڽ"), "ڽ ﭘﺎ ﺑﮟ\u{6db}");
}

#[test]
fn the_uyghur_alphabet() {
    in_the_middle(&[
        ('ئ', "ﺑﺌﺐ"),
        ('ە', "ﺑﻪﺏ"),
        ('پ', "ﺑﭙﺐ"),
        ('چ', "ﺑﭽﺐ"),
        ('ژ', "ﺑﮋﺏ"),
        ('ڭ', "ﺑﯖﺐ"),
        ('گ', "ﺑﮕﺐ"),
        ('ھ', "ﺑﮭﺐ"),
        ('ۇ', "ﺑﯘﺏ"),
        ('ۆ', "ﺑﯚﺏ"),
        ('ۈ', "ﺑﯜﺏ"),
        ('ۋ', "ﺑﯟﺏ"),
        ('ې', "ﺑﯧﺐ"),
        ('ى', "ﺑﯩﺐ"),
        ('ي', "ﺑﻴﺐ"),
    ]);
}

#[test]
fn the_kashmiri_and_azerbaijani_letters() {
    in_the_middle(&[
        ('ؠ', "ﺑﯩ\u{325}ﺐ"),
        ('ٲ', "ﺏٲﺏ"),
        ('ٳ', "ﺑﺎ\u{65f}ﺏ"),
        ('ۄ', "ﺏۄﺏ"),
        ('ۆ', "ﺑﯚﺏ"),
        ('ۍ', "ﺏۍﺏ"),
        ('ێ', "ﺑﯿ\u{65a}ﺐ"),
        ('ژ', "ﺑﮋﺏ"),
        ('ٹ', "ﺑﭩﺐ"),
        ('ڈ', "ﺑﮉﺏ"),
        ('ڑ', "ﺑﮍﺏ"),
        ('ں', "ﺑﻨﺐ"),
        ('ہ', "ﺑﮩﺐ"),
        ('ے', "ﺑﮯﺏ"),
        ('ؽ', "ﺑﯿ\u{65b}ﺐ"),
        ('ۇ', "ﺑﯘﺏ"),
        ('ۏ', "ﺑﻮ\u{307}ﺏ"),
    ]);
}

/// On which sides the shape of a letter reaches out, told by Unicode's name for its decomposition.
fn reach(forms: Option<&Forms>, joined: Joined) -> Joined {
    let none = Joined::default();
    forms.map_or(none, |forms| Joined {
        previous: joined.previous && forms.reaches().previous,
        next: joined.next && forms.reaches().next,
    })
}

#[test]
fn no_letter_reaches_out_to_one_that_does_not_reach_back() {
    let all: Vec<char> = ('\u{600}'..='\u{77f}').chain('\u{8a0}'..='\u{8ff}').collect();
    for &one in &all {
        for &other in &all {
            let text: String = ['ب', one, other, 'ب', '\u{200c}', other, one].iter().collect();
            let letters = letters(&text, &(0..text.len()), &Levels::flat(Level::rtl()));
            for pair in letters.windows(2) {
                let [before, after] = pair else { unreachable!() };
                let tatweel = |letter: &Letter| letter.nature.kind == JoiningType::JoinCausing;
                let out = reach(before.nature.forms, before.joined).next || tatweel(before);
                let back = reach(after.nature.forms, after.joined).previous || tatweel(after);
                assert!(out == back || tatweel(before) || tatweel(after), "{one}{other}: {text}");
            }
        }
    }
}

#[test]
fn a_word_with_a_letter_without_forms_is_left_to_the_terminal_whole() {
    let shaped = |text| with(Joining::FormsOrBase, text);
    assert_eq!(shaped("پښتو ژبه"), "پښتو ﮊﺑﻪ");
    assert_eq!(shaped("کاڼي"), "ﮐﺎڼي", "the pen is lifted after alef");
    assert_eq!(shaped("ڵا سلام"), "ڵا ﺳﻼﻡ");
    assert_eq!(shaped("لاځ"), "ﻻځ");
    assert_eq!(shaped("ځلا"), "ځلا", "lam and alef stay two");
    assert_eq!(shaped("میں ۂ ە"), "ﻣﯿﮟ ۂ ﻩ");
}

#[test]
fn two_such_words_at_a_zwnj_are_not_joined_by_the_terminal() {
    let shaped = |text| with(Joining::FormsOrBase, text);
    assert_eq!(shaped("ځب\u{200c}بځ"), "ځبﺑﺢ\u{654}");
    assert_eq!(shaped("ځب\u{200c}ځب"), "ﺣ\u{654}ﺐځب");
    assert_eq!(shaped("ځب\u{200c}بب"), "ځبﺑﺐ");
    assert_eq!(shaped("ځا\u{200c}ځا"), "ځاځا", "alef does not reach out anyway");
}
