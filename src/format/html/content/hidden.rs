//! What a reader of the page does not see, and pictures that a page shows by script alone: settled
//! before anything is looked for.

use std::sync::LazyLock;

use dom_query::Attr;
use dom_query::Document;
use dom_query::Element;
use dom_query::NodeRef;

use super::super::dom;
use super::super::places::Elements;
use super::super::places::Places;

/// What is never shown, or is shown over the page and not in it. `noscript` stays: pictures that are
/// loaded by script stand there.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "template", "dialog", "amp-sidebar", "amp-ad", "amp-sticky-ad", "amp-social-share", "amp-consent",
    "amp-user-notification", "amp-analytics", "amp-pixel", "amp-lightbox", "amp-state",
];
const ROLES: &[&str] = &["dialog", "alertdialog"];

/// What themes call the labels that are for screen readers only.
#[rustfmt::skip]
const CLASSES: &[&str] = &[
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "assistive-text", "show-for-sr",
    "a11y-hidden", "element-invisible", "u-visually-hidden", "offscreen", "off-screen",
];

/// Elements of which a font makes a drawing.
static ICONS: LazyLock<Places> = LazyLock::new(|| {
    Places::new("i[class*=icon], span[class*=icon], .material-icons, .material-symbols-outlined")
});

static UNSCRIPTED: LazyLock<Places> = LazyLock::new(|| Places::new("noscript"));

/// An element with more text than this is the page, whatever it is called: sites hide their text
/// until a script has run.
const MOST: usize = 2;

/// Takes off what is not seen.
pub(in crate::format::html) fn take_off(page: &Document) {
    let whole = page.body().map_or(0, |body| dom::size(&body));
    let root = page.root();
    let unseen: Vec<_> = root.descendants_it().filter(is_unseen).collect();
    for unseen in unseen {
        if dom::size(&unseen) * MOST <= whole {
            unseen.remove_from_parent();
        }
    }
    let elements = Elements::of(page);
    icons(&elements);
    unscripted(&elements);
}

fn is_unseen(node: &NodeRef<'_>) -> bool {
    let is_called = |class: &str| class.split_whitespace().any(|class| CLASSES.contains(&class));
    let says_so = |own: &Attr| match &*own.name.local {
        "hidden" => true,
        "role" => ROLES.contains(&own.value.trim()),
        "class" => is_called(&own.value),
        _ => false,
    };
    let is_unseen = |element: &Element| {
        element.attrs.iter().any(says_so) || ELEMENTS.contains(&&*element.name.local)
    };
    node.query_or(false, |node| node.as_element().is_some_and(is_unseen))
}

/// Icons that a font draws for a letter or for a word that names them.
fn icons(page: &Elements<'_>) {
    for icon in ICONS.of(page) {
        let is_word = icon.class().is_some_and(|class| class.contains("material-"));
        let is_letter = || icon.text().trim().chars().count() <= 1;
        if icon.element_children().is_empty() && (is_word || is_letter()) {
            icon.remove_from_parent();
        }
    }
}

/// Pictures that stand in `noscript`, where nothing else in the element around is one.
fn unscripted(page: &Elements<'_>) {
    for fallback in UNSCRIPTED.of(page) {
        let text = fallback.text();
        let is_markup = text.contains("<img");
        let is_lone = !fallback.parent().is_some_and(|around| has_picture(&around, &fallback));
        if is_lone && is_markup {
            fallback.replace_with_html(text);
        } else if is_lone && fallback.descendants_it().any(|inside| inside.has_name("img")) {
            fallback.replace_with_html(fallback.inner_html());
        }
    }
}

fn has_picture(around: &NodeRef<'_>, fallback: &NodeRef<'_>) -> bool {
    around.descendants_it().any(|inside| {
        inside.has_name("img") && !inside.ancestors_it(None).any(|up| up.id == fallback.id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(page: &str) -> String {
        let page = Document::from(page);
        take_off(&page);
        page.select("body").inner_html().to_string()
    }

    #[test]
    fn what_is_not_seen_goes_and_a_page_that_hides_itself_stays() {
        let page = "<body><p>Text that is read by all.</p><span class='sr-only'>jump</span>\
                    <template><p>x</p></template><p hidden>y</p>";
        assert_eq!(html(page), "<p>Text that is read by all.</p>");
        assert!(html("<body><div hidden><p>All of the text stands here.</div>").contains("All"));
    }

    #[test]
    fn letters_that_are_drawings_go() {
        let page =
            "<body><p>t<i class='material-icons'>arrow_back</i><span class='icon big'>S</span>";
        assert_eq!(html(page), "<p>t</p>");
        assert!(html("<body><span class='icon-text'>Boats</span>").contains("Boats"));
    }

    #[test]
    fn pictures_of_noscript_are_pictures() {
        let figure =
            "<body><figure><div class=lazy></div><noscript><img src=a.jpg></noscript></figure>";
        assert!(html(figure).contains("<img src=\"a.jpg\">"), "{}", html(figure));
        let both =
            "<body><figure><img data-src=a.jpg><noscript><img src=a.jpg></noscript></figure>";
        assert!(html(both).contains("noscript"));
    }
}
