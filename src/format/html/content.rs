//! Which part of a page is the article: the Readability algorithm first, and where that finds too
//! little, the page's own word for it.
//!
//! The algorithm loses short reports, since it weighs by length. So its finding has to hold against
//! what the page's paragraphs hold, and other findings are tried in the order of their precision.
//! What is found is cleared of furniture here; lines that only their words betray are for later.

mod algorithm;
mod declared;
mod furniture;
mod hidden;
mod index;
mod measure;
mod place;

pub(super) use declared::take_off as take_off_undeclared;
pub(super) use hidden::take_off as take_off_hidden;

use dom_query::Document;
use dom_smoothie::CandidateSelectMode;

use super::dom;
use super::places::Elements;
use super::prescan;
use crate::article::Direction;

/// Characters of text from which the algorithm is trusted whatever else the page holds, and from
/// which it is trusted where the page's paragraphs hold little more.
const PLENTY: usize = 1000;
const ENOUGH: usize = 250;

/// The article within its page.
pub(super) struct Found {
    /// It alone.
    pub(super) tree: Document,
    /// A byline that stood in the text.
    pub(super) byline: Option<String>,
    /// The direction that the elements around it declare.
    pub(super) direction: Option<Direction>,
    /// Whether it is a list of headlines, each of which leads elsewhere.
    pub(super) is_index: bool,
}

impl Found {
    /// What is in this HTML.
    fn of(html: &str) -> Self {
        Self::all(Document::fragment(html))
    }

    /// All of a page.
    pub(super) const fn all(tree: Document) -> Self {
        Self { tree, byline: None, direction: None, is_index: false }
    }

    fn length(&self) -> usize {
        measure::length(&self.tree.root())
    }

    fn prose(&self) -> usize {
        measure::prose(&self.tree.root())
    }
}

/// What the metadata tells of the text.
#[derive(Clone, Copy, Default)]
pub(super) struct Clues<'a> {
    /// The headline.
    pub(super) title: &'a str,
    /// The summary, by which a short text is found.
    pub(super) summary: Option<&'a str>,
    /// The text, where the metadata carries it.
    pub(super) body: Option<&'a str>,
}

/// The texts by which what is found is judged: those that the page itself says are the article's.
pub(super) fn declared(page: &Elements<'_>, clues: &Clues<'_>) -> Vec<String> {
    let place: String = place::BODY.iter(page).map(|node| node.text().to_string()).collect();
    clues.body.map(dom::unescape).into_iter().chain([place]).collect()
}

/// Finds the article; on a page that is an index of articles, the headlines.
pub(super) fn find(page: &Elements<'_>, clues: &Clues<'_>) -> Found {
    if let Some(headlines) = index::read(page, clues) {
        return Found { is_index: true, ..headlines };
    }
    let found = article(page, clues);
    furniture::take_off(&found.tree);
    found
}

fn article(page: &Elements<'_>, clues: &Clues<'_>) -> Found {
    let held = || page.document.select("p").nodes().iter().map(measure::length).sum::<usize>();
    let is_enough = |length: usize| length >= ENOUGH && length * 4 >= held();
    let mut findings = Vec::new();
    for mode in [CandidateSelectMode::Readability, CandidateSelectMode::DomSmoothie] {
        let Some(found) = algorithm::find(page, clues.title, mode) else { continue };
        if measure::holds(&found.tree.root(), PLENTY) {
            return settled(found, page);
        }
        let length = found.length();
        if is_enough(length) {
            let other = summed_up(&found, length, page, clues.summary);
            return other.unwrap_or_else(|| settled(found, page));
        }
        findings.push((found, length));
    }
    let longest = findings.iter().map(|(_, length)| *length).max().unwrap_or(0);
    let declared = clues.body.map(paragraphs);
    // The page's own word is taken before the algorithm's unless it holds far less than a finding
    // of some length. On a short page the algorithm takes the furniture with it.
    let own = place::all(page, clues.summary).chain(declared);
    let mut own = own.chain(std::iter::once_with(|| place::without_furniture(page)));
    let is_fair = |length: usize| length > 0 && (longest < ENOUGH || length * 3 >= longest);
    if let Some(found) = own.find(|found| is_fair(found.length())) {
        return found;
    }
    let best = findings.into_iter().rev().max_by_key(|(_, length)| *length);
    best.map_or_else(|| Found::of(""), |(found, _)| found)
}

/// The text that the summary is the beginning of, where a short finding does not have it: on a page
/// of a few lines the longest text may be its readers' comments.
fn summed_up(
    found: &Found,
    length: usize,
    page: &Elements<'_>,
    summary: Option<&str>,
) -> Option<Found> {
    let other = place::summed_up(page, summary?)?;
    let (ours, theirs) = (measure::key(&found.tree.text()), measure::key(&other.tree.text()));
    let is_missing =
        theirs.chars().take(ENOUGH).ne(ours.chars().take(ENOUGH)) && !ours.contains(&theirs);
    (is_missing && other.length() * 5 >= length * 2).then_some(other)
}

/// A finding held against the element that the page itself calls the text: that is taken where it
/// has much more running text, of which the algorithm kept a part.
fn settled(found: Found, page: &Elements<'_>) -> Found {
    let places = place::BODY.of(page);
    if places.is_empty() {
        return found;
    }
    let ours = found.prose();
    // What is taken off it would only make it less.
    if places.iter().all(|node| measure::prose(node) * 2 < ours * 3) {
        return found;
    }
    let Some(named) = place::named(page, &place::BODY) else { return found };
    let theirs = named.prose();
    // An element that holds far more holds the next articles, too.
    if theirs * 2 >= ours * 3 && theirs <= ours * 3 {
        Found { byline: found.byline, ..named }
    } else {
        found
    }
}

/// The text that the metadata carries, as paragraphs.
fn paragraphs(body: &str) -> Found {
    if body.contains("<p") || body.contains("<br") {
        return Found::of(&prescan::bound(body));
    }
    let mut html = String::new();
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        html.push_str("<p>");
        html.push_str(&line.replace('<', "&lt;"));
        html.push_str("</p>");
    }
    Found::of(&html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(found: &Found) -> String {
        dom::collapse(&found.tree.text())
    }

    fn text(html: &str, title: &str) -> String {
        text_of(&find(&Elements::of(&Document::from(html)), &Clues { title, ..Clues::default() }))
    }

    #[test]
    fn two_short_paragraphs_are_an_article() {
        let page = "<title>t</title><body><nav><a href=/>home</a></nav><p>قال الوزير كلاما.</p>
             <p>ثم انصرف.</p><footer>جميع الحقوق محفوظة</footer>";
        assert_eq!(text(page, "t"), "قال الوزير كلاما. ثم انصرف.");
    }

    #[test]
    fn tables_and_lists_of_a_short_page_stay() {
        let page = "<body><ul><li><a href=/>home</a></ul><h1>t</h1><p>Times:</p><table><tr><td>one<td>08:00
             <tr><td>two<td>12:00</table><ul><li>salt<li>bread</ul>";
        let text = text(page, "t");
        assert!(
            text.contains("08:00") && text.contains("bread") && !text.contains("home"),
            "{text}"
        );
    }

    #[test]
    fn the_articles_own_element_outranks_a_short_finding() {
        let page =
            "<body><div class=menu><a>one</a><a>two</a></div><article><p>חדשות היום.</p></article>
             <div class=related><p>כתבה אחרת</p></div>";
        assert_eq!(text(page, "t"), "חדשות היום.");
    }

    #[test]
    fn a_flash_is_found_by_its_summary() {
        let flash =
            "أعلنت هيئة الأرصاد أن العاصفة تبلغ الساحل مساء اليوم، ودعت الصيادين إلى العودة.";
        let others = "<div><p>خبر آخر عن سوق السمك في المدينة القديمة</p></div>".repeat(2);
        let page = Document::from(format!("<body>{others}<div><p>{flash}</p></div>{others}"));
        let clues = Clues { title: "t", summary: Some(flash), body: None };
        assert_eq!(text_of(&find(&Elements::of(&page), &clues)), flash);
    }

    #[test]
    fn a_text_in_the_metadata_is_taken_for_want_of_a_better() {
        let page = Document::from("<body><div id=app></div>");
        let body = Some("نص الخبر كاملا هنا في البيانات.\nسطر ثان.");
        let found = find(&Elements::of(&page), &Clues { title: "t", summary: None, body });
        assert_eq!(found.tree.select("p").length(), 2);
    }
}
