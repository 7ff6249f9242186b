//! Arabic, Persian and Urdu verse set as a table: a line of two halves, each in a cell of its own. To a
//! reader it is no table but a poem, whose lines are kept and whose halves stand apart.

use dom_query::NodeRef;

use super::dom;
use crate::article::Direction;
use crate::article::Rich;
use crate::article::RichBuilder;

/// What stands between the halves of a line: space that does not collapse.
const CAESURA: &str = "\u{2003}";
/// The length of half a line, in characters.
const HALF: usize = 80;
/// Where nothing else tells verse, a poem has so many lines and each half so many words.
const LEAST_LINES: usize = 3;
const LEAST_WORDS: usize = 3;
/// How far up an element may say that it is a poem.
const REACH: usize = 3;

/// Words of classes that say it, as templates and wikis write them.
const NAMES: &[&str] = &[
    "poem",
    "poet",
    "verse",
    "bayt",
    "beyt",
    "qasid",
    "ghazal",
    "hemistich",
    "sher",
    "شعر",
    "قصيد",
    "بيت",
];

/// The poem in a table, if that is what it holds.
pub(super) fn stanza(table: &NodeRef<'_>) -> Option<Rich> {
    let lines = lines(table)?;
    let all = lines.iter().map(|(first, second)| format!("{first} {second} ")).collect::<String>();
    let is_long = lines
        .iter()
        .any(|(first, second)| [first, second].iter().any(|half| half.chars().count() > HALF));
    let is_poem = is_named(table) || (lines.len() >= LEAST_LINES && lines.iter().all(is_even));
    if is_long || !is_poem || Direction::of(&all) != Some(Direction::Rtl) {
        return None;
    }
    let mut text = RichBuilder::new();
    for (at, (first, second)) in lines.iter().enumerate() {
        if at > 0 {
            text.line_break();
        }
        text.text(first);
        text.text(CAESURA);
        text.text(second);
    }
    Some(text.finish())
}

/// The lines, when every row has two cells with words in them; ornaments between them aside.
fn lines(table: &NodeRef<'_>) -> Option<Vec<(String, String)>> {
    let mut lines = Vec::new();
    let rows = table.descendants_it().filter(|node| node.has_name("tr"));
    for row in rows {
        let cells = row.children_it(false).filter(|cell| cell.has_name("td"));
        let words = cells.map(|cell| dom::line(&cell));
        let words: Vec<String> = words.filter(|cell| cell.contains(char::is_alphabetic)).collect();
        match <[String; 2]>::try_from(words) {
            Ok([first, second]) => lines.push((first, second)),
            Err(none) if none.is_empty() && row.text().trim().len() < REACH => {}
            Err(_) => return None,
        }
    }
    (!lines.is_empty()).then_some(lines)
}

fn is_named(table: &NodeRef<'_>) -> bool {
    std::iter::once(*table).chain(table.ancestors_it(Some(REACH))).any(|node| {
        let class = dom::attribute(&node, "class").unwrap_or_default().to_lowercase();
        NAMES.iter().any(|name| class.contains(name))
    })
}

/// Whether the halves are words, about as many, and no figures.
fn is_even((first, second): &(String, String)) -> bool {
    let count = |half: &String| half.split_whitespace().count();
    let (short, long) = (count(first).min(count(second)), count(first).max(count(second)));
    short >= LEAST_WORDS
        && long <= short * 2
        && !format!("{first}{second}").contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn of(html: &str) -> Option<String> {
        let page = Document::fragment(html);
        stanza(&page.select("table").nodes()[0]).map(|text| text.text().to_owned())
    }

    #[test]
    fn two_halves_are_a_line() {
        let poem = "<div class=poem><table><tr><td>يا ساكني الشاطئ البعيد<td>***<td>هل من رسول إلى المدينة\
                    <tr><td>طال انتظاري على الرصيف<td>*<td>والموج يمضي بلا سكينة</table></div>";
        assert_eq!(
            of(poem).as_deref(),
            Some(
                "يا ساكني الشاطئ البعيد\u{2003}هل من رسول إلى المدينة\nطال انتظاري على الرصيف\u{2003}والموج يمضي بلا سكينة"
            )
        );
    }

    #[test]
    fn a_table_of_facts_stays_a_table() {
        for table in [
            "<table><tr><td>البلد<td>العاصمة<tr><td>لبنان<td>بيروت<tr><td>مصر<td>القاهرة</table>",
            "<table><tr><td>سعر كيلو السردين اليوم<td>3.50 دولار في السوق<tr><td>أ ب ج<td>د ه و<tr><td>أ ب ج<td>د ه و</table>",
            "<table class=poem><tr><td>one two three<td>four five six</table>",
            "<table><tr><th>أ ب ج<th>د ه و</table>",
        ] {
            assert_eq!(of(table), None, "{table}");
        }
    }
}
