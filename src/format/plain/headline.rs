//! A headline for a report that has none, made of its first words: the first sentence if it is short,
//! else its first clause, else as many words as fit.

use super::super::letters;
use super::line;
use crate::article::is_letter;
use crate::article::is_letter_or_digit;

/// A whole sentence or clause may be this long, in characters.
const LONGEST: usize = 96;

/// Words that are cut off mid-sentence fill no more.
const CUT: usize = 90;

/// A clause that ends before this tells too little.
const SHORTEST: usize = 40;

/// What begins a clause that a headline can do without.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    " وفقا ", " وفقًا ", " بحسب ", " حسبما ", " فيما ", " بينما ", " حيث ", " وذلك ", " مشيرا ", " مشيرًا ", " مؤكدا ",
    " مؤكدًا ", " مضيفا ", " على خلفية ", " according to ", " which ", " who ", " while ", " because ", " although ",
    " as well as ", " saying ", " در حالی که ", " به گزارش ", " به گفته ", " כך ", " לפי ", " בעוד ", " لאחר ש",
    " אשר ", " جبکہ ", " کے مطابق ",
];

/// Words that a headline does not end with.
#[rustfmt::skip]
const DANGLING: &[&str] = &[
    "the", "and", "for", "with", "from", "that", "of", "in", "on", "to", "a", "an", "at", "by", "as",
    "على", "إلى", "التي", "الذي", "بعد", "قبل", "خلال", "ضمن", "بشأن", "برای", "است", "این", "على", "وأن", "إن", "أن",
    "של", "את", "על", "עם", "כי", "או",
];

/// Verbs that open a report and are followed by the speaker first, folded.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "قال", "قالت", "اكد", "اكدت", "افاد", "افادت", "صرح", "صرحت", "ذكر", "ذكرت", "اوضح", "اوضحت", "اضاف", "اضافت",
    "اشار", "اشارت", "كشف", "كشفت",
];

/// The headline; not empty unless `text` is.
pub(in crate::format) fn of(text: &str) -> String {
    let first_line = text.split('\n').map(line::trim).find(|l| line::has_letters(l));
    let text = first_line.unwrap_or(text);
    let text = line::halves(text).map_or(text, |(half, _)| half);
    let sentence = line::trim(first_sentence(start(text)));
    if sentence.chars().count() <= LONGEST {
        return unfinished(sentence).to_owned();
    }
    let clause = punctuation(sentence).or_else(|| clause(sentence));
    clause.map_or_else(|| cut(sentence), |clause| unfinished(clause).to_owned())
}

/// As much as a headline is made of: where the first sentence ends behind it, no more of that is looked at.
fn start(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST * 4).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Up to the first sign that ends a sentence and not an abbreviation.
fn first_sentence(text: &str) -> &str {
    let ends =
        text.char_indices().find(|(at, c)| ".!?؟۔。！？".contains(*c) && ends_here(text, *at, *c));
    ends.and_then(|(at, c)| text.get(..at + c.len_utf8())).unwrap_or(text)
}

fn ends_here(text: &str, at: usize, sign: char) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at + sign.len_utf8()..)) else {
        return false;
    };
    let word = before.chars().rev().take_while(|c| is_letter_or_digit(*c)).count();
    let next = after.chars().find(|c| !c.is_whitespace());
    let parted = after.is_empty() || after.starts_with(char::is_whitespace) || sign == '。';
    parted && (sign != '.' || word > 2) && !next.is_some_and(char::is_lowercase)
}

/// Up to the last comma, colon or dash that parts clauses, not the members of a list.
fn punctuation(sentence: &str) -> Option<&str> {
    let parts = candidates(sentence).filter_map(|(at, c)| {
        let (head, tail) = sentence.split_at_checked(at)?;
        let tail = tail.strip_prefix(c)?;
        let parts = match c {
            '–' | '—' | '-' => head.ends_with(' ') && tail.starts_with(' '),
            ':' => tail.starts_with(' '),
            _ => !is_member(head, tail) && !is_decimal(head, tail),
        };
        (parts && is_balanced(head) && !is_mere_speaker(head)).then_some(head)
    });
    parts.last()
}

/// Whether a comma stands in a number.
fn is_decimal(head: &str, tail: &str) -> bool {
    head.ends_with(char::is_numeric) && tail.starts_with(char::is_numeric)
}

/// Whether it tells who spoke, and not yet what was said.
fn is_mere_speaker(head: &str) -> bool {
    let folded = letters::fold(head);
    let mut words = folded.split_whitespace();
    let speaks = words.next().is_some_and(|word| SPEAKING.contains(&word));
    speaks && !words.any(|word| ["ان", "انه", "انها", "الي", "علي", "عن"].contains(&word))
}

fn candidates(sentence: &str) -> impl Iterator<Item = (usize, char)> {
    let near = sentence.char_indices().enumerate().take(LONGEST).skip(SHORTEST);
    near.map(|(_, place)| place).filter(|(_, c)| "،,;؛:–—-".contains(*c))
}

/// Whether another comma, or an `and`, is so near a comma that it parts one of many.
fn is_member(head: &str, tail: &str) -> bool {
    let before: String = head.chars().skip(head.chars().count().saturating_sub(20)).collect();
    let after: String = tail.chars().take(20).collect();
    let ands = [" and ", " & ", " or ", " und ", " et ", " y "];
    let is_list =
        |near: &str| near.contains(['،', ',']) || ands.iter().any(|and| near.contains(and));
    is_list(&before) || is_list(&after)
}

/// Up to a word that begins a clause.
fn clause(sentence: &str) -> Option<&str> {
    let starts = CLAUSES.iter().filter_map(|word| sentence.find(word));
    let heads = starts.filter_map(|at| sentence.get(..at));
    let fits =
        |head: &&str| (SHORTEST..=LONGEST).contains(&head.chars().count()) && is_balanced(head);
    heads.filter(fits).min_by_key(|head| head.len())
}

/// Whether every bracket and quotation mark in it is closed.
fn is_balanced(head: &str) -> bool {
    let count = |sign: char| head.matches(sign).count();
    let pairs = [('(', ')'), ('[', ']'), ('«', '»'), ('“', '”')];
    pairs.iter().all(|(open, close)| count(*open) == count(*close)) && count('"') % 2 == 0
}

/// As many words as fit, and an ellipsis.
fn cut(sentence: &str) -> String {
    let mut head = String::new();
    for word in sentence.split_whitespace() {
        if head.chars().count() + word.chars().count() >= CUT {
            break;
        }
        head.push_str(if head.is_empty() { "" } else { " " });
        head.push_str(word);
    }
    if head.is_empty() {
        head = sentence.chars().take(CUT).collect();
    }
    format!("{}…", unfinished(without_dangling(&head)))
}

/// Without the short words at the end that lean on what was cut off.
fn without_dangling(head: &str) -> &str {
    let mut head = head;
    while let Some((rest, word)) = head.rsplit_once(' ') {
        let letters = word.chars().filter(|c| is_letter(*c)).count();
        let leans = DANGLING.contains(&word) || (letters <= 2 && !word.contains(char::is_numeric));
        if !leans || rest.chars().count() < SHORTEST {
            break;
        }
        head = rest;
    }
    head
}

/// Without a full stop or what else goes on.
fn unfinished(text: &str) -> &str {
    let text = line::trim(text);
    let bare = text.trim_end_matches(['.', ',', '،', ';', '؛', ':', '۔', '。', ' ', '–', '—', '-']);
    if text.ends_with("...") || bare.is_empty() { text } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_first_sentence_is_the_headline() {
        assert_eq!(
            of("The library opened on Tuesday. It was closed for a year."),
            "The library opened on Tuesday"
        );
        assert_eq!(of("هل تعود المكتبة؟ هذا ما يسأله الناس."), "هل تعود المكتبة؟");
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_a_sentence() {
        assert_eq!(of("The U.S. team won 3.5 points. Good."), "The U.S. team won 3.5 points");
    }

    #[test]
    fn a_long_sentence_ends_at_its_first_clause() {
        let long = "أعلن مجلس المدينة في بيان نشره مساء أمس افتتاح المكتبة الجديدة، وذلك بعد سنوات طويلة من \
                    العمل المتواصل في المبنى القديم الذي هجره القراء";
        assert_eq!(of(long), "أعلن مجلس المدينة في بيان نشره مساء أمس افتتاح المكتبة الجديدة");
        let long = "The council of the city decided on Tuesday evening to open the old library again which \
                    nobody had expected so soon after the flood of last year";
        assert_eq!(
            of(long),
            "The council of the city decided on Tuesday evening to open the old library again"
        );
    }

    #[test]
    fn who_spoke_is_no_headline() {
        let long = "قال الخبير الاقتصادي ووزير المالية الأسبق، سمير نادر، إن قرار تمكين الأجانب من شراء \
                    العقارات في المدينة سيرفع أسعارها كثيرا";
        assert!(of(long).contains("إن قرار"), "{}", of(long));
    }

    #[test]
    fn a_list_is_not_cut_at_its_commas() {
        let long = "Ministers from half a dozen countries, among them Spain, Italy, Greece and Malta, met in the \
                    capital today to talk";
        assert!(of(long).ends_with('…'), "{}", of(long));
    }

    #[test]
    fn what_has_no_clauses_is_cut_between_words() {
        let headline = of(&"كلمة ".repeat(60));
        assert!(headline.ends_with("كلمة…") && headline.chars().count() <= 91, "{headline}");
        assert_eq!(of(&"ا".repeat(300)).chars().count(), 91);
    }

    #[test]
    fn a_cut_headline_does_not_end_with_a_preposition() {
        let long = "The council of the city decided on Tuesday evening that the library should be opened for \
                    the readers of the whole province";
        assert_eq!(
            of(long),
            "The council of the city decided on Tuesday evening that the library should be opened…"
        );
    }

    #[test]
    fn nothing_gives_nothing_and_signs_stay() {
        assert_eq!(of(""), "");
        assert_eq!(of("***"), "***");
    }
}
