//! The HTML of a mail, before it is turned into blocks: what only mail has in its pages is taken off.
//!
//! Hidden lines for the list of mails, tables that arrange the page, pixels that count readers, the
//! line that says where the mail can be seen in a browser, the header and footer of rss2email.

use dom_query::Document;
use dom_query::NodeRef;

use crate::article::Block;
use crate::article::Direction;
use crate::format::html;
use crate::format::letters;

/// Styles of what is not to be seen, without spaces. `display: none` is known to all pages.
const HIDDEN: [&str; 7] = [
    "max-height:0",
    "font-size:0",
    "font-size:1px",
    "line-height:0;",
    "opacity:0;",
    "mso-hide:all",
    "height:0;max",
];

/// The words of the link to the mail's own page, folded.
#[rustfmt::skip]
const ONLINE: &[&str] = &[
    "view in browser", "view in your browser", "view this email in your browser", "view this email in browser",
    "view online", "read online", "view it in your browser", "open in browser", "web version", "view as webpage",
    "عرض في المتصفح", "عرض هذا البريد في المتصفح", "اعرض هذه الرساله في المتصفح", "افتح في المتصفح", "مشاهده في المتصفح",
    "צפייה בדפדפן", "לצפייה בדפדפן", "הצג בדפדפן", "مشاهده در مرورگر", "نمايش در مرورگر", "براوزر ميں ديكھيں",
    "im browser ansehen", "im browser anzeigen", "voir dans le navigateur", "afficher dans le navigateur",
    "ver en el navegador", "tarayicida goruntule",
];

/// The line that such a link stands in is not longer, in characters.
const LONGEST_LINE: usize = 120;

/// What the page of a mail holds and tells.
#[derive(Default)]
pub(super) struct Letter {
    pub(super) blocks: Vec<Block>,
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) direction: Option<Direction>,
    pub(super) url: Option<String>,
}

/// Reads the page; `base` is what its addresses are seen from.
pub(super) fn read(source: &str, base: Option<&str>) -> Letter {
    let page = html::parse(source);
    let attribute = |names: &[&str], of: &str| {
        names.iter().find_map(|name| page.select(&format!("{name}[{of}]")).attr(of))
    };
    let language = attribute(&["html", "body"], "lang").map(|lang| lang.to_string());
    let direction = attribute(&["body", "html"], "dir");
    let title = page.select("head title").text().trim().to_owned();
    let url = take_online(&page);
    hide(&page);
    let context = html::Context { base, language: language.as_deref() };
    let blocks = html::fragment(&page.select("body").html(), context);
    Letter {
        blocks,
        title: Some(title).filter(|title| !title.is_empty()),
        direction: direction.and_then(|dir| Direction::from_keyword(&dir)),
        language,
        url,
    }
}

fn hide(page: &Document) {
    page.select("div.entry > .header, div.entry > .footer").remove();
    for node in page.select("[style]").nodes() {
        let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.split_whitespace().chain([";"]).collect();
        if HIDDEN.iter().any(|hidden| style.contains(hidden)) && !holds_text_size(node) {
            node.remove_from_parent();
        }
    }
    for picture in page.select("img").nodes() {
        let style: String = picture.attr("style").unwrap_or_default().split_whitespace().collect();
        let is_pixel = ["width:1px", "height:1px", "width:0", "height:0"]
            .iter()
            .any(|pixel| style.starts_with(pixel) || style.contains(&format!(";{pixel}")));
        let is_empty = picture.attr("alt").is_none_or(|alt| alt.trim().is_empty());
        let is_inside = picture.attr("src").is_some_and(|src| src.starts_with("cid:"));
        if is_pixel || (is_empty && is_inside) {
            picture.remove_from_parent();
        }
    }
    arrange(page);
}

/// Whether what is set to no size holds something that sets its own: cells and columns do, against
/// the gaps between pictures.
fn holds_text_size(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inside| {
        let style = inside.attr("style").unwrap_or_default().to_ascii_lowercase();
        style.contains("font-size") || style.contains("font:")
    })
}

/// Marks the tables that arrange the page: those that show no lines and head no column.
fn arrange(page: &Document) {
    for table in page.select("table").nodes() {
        let bordered = table.attr("border").is_some_and(|border| border.trim() != "0")
            || table.attr("class").is_some_and(|class| class.contains("MsoTableGrid"));
        let headed = table.descendants_it().any(|inside| inside.has_name("th"));
        let arranged = ["cellpadding", "cellspacing", "width", "align", "bgcolor"];
        let arranged = arranged.iter().any(|name| table.has_attr(name));
        if arranged && !bordered && !headed {
            table.set_attr("role", "presentation");
        }
    }
}

/// Takes off the link to the mail's own page, with the line that it stands in.
fn take_online(page: &Document) -> Option<String> {
    let link = page
        .select("a[href]")
        .nodes()
        .iter()
        .take(12)
        .find(|link| is_online(&link.text()))
        .copied()?;
    let url = link.attr("href").map(|href| href.trim().to_owned()).filter(|url| html::is_web(url));
    let is_line =
        |up: &NodeRef<'_>| !up.has_name("body") && up.text().chars().count() < LONGEST_LINE;
    link.ancestors_it(Some(4)).take_while(is_line).last().unwrap_or(link).remove_from_parent();
    url
}

fn is_online(text: &str) -> bool {
    let folded = letters::fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = folded.trim_matches(|c: char| !c.is_alphabetic());
    ONLINE.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Rich;

    fn texts(html: &str) -> Vec<String> {
        let letter = read(html, None);
        letter.blocks.iter().flat_map(Block::texts).map(Rich::text).map(str::to_owned).collect()
    }

    #[test]
    fn hidden_lines_and_pixels_are_taken_off() {
        let html = "<div style='font-size: 1px; max-height: 0'>للقائمة وحدها</div>\
                    <td style='font-size:0'><p style='font-size:16px'>نص.</p></td>\
                    <img src='https://t.example/o.gif' style='width: 1px; height: 1px'>";
        let letter = read(html, None);
        assert_eq!(letter.blocks, [Block::paragraph("نص.")]);
    }

    #[test]
    fn tables_that_arrange_are_none_and_tables_of_numbers_are() {
        let rows = "<tr><td>one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr>";
        assert_eq!(read(&format!("<table cellpadding=0>{rows}</table>"), None).blocks.len(), 4);
        assert_eq!(
            read(&format!("<table border=1 cellpadding=0>{rows}</table>"), None).blocks.len(),
            1
        );
    }

    #[test]
    fn the_mails_own_page_is_its_address() {
        let html =
            "<p>Trouble reading? <a href='https://n.example/7'>View in browser</a></p><p>Text.</p>";
        let letter = read(html, None);
        assert_eq!(letter.url.as_deref(), Some("https://n.example/7"));
        assert_eq!(texts(html), ["Text."]);
    }

    #[test]
    fn what_rss2email_adds_is_taken_off() {
        let html = "<html lang=ar dir=rtl><body><div class=entry><h1 class=header><a href=x>عنوان</a></h1>\
                    <div class=body><p>نص.</p></div><div class=footer><p>URL: <a href=x>x</a></p></div></div>";
        let letter = read(html, None);
        assert_eq!(
            (letter.language.as_deref(), letter.direction),
            (Some("ar"), Some(Direction::Rtl))
        );
        assert_eq!(texts(html), ["نص."]);
    }

    #[test]
    fn the_words_are_folded() {
        for words in ONLINE {
            assert_eq!(letters::fold(words), *words);
        }
    }
}
