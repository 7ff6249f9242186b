//! HTML within Markdown: wrappers that stand around Markdown blocks, styles within a line, and
//! blocks of HTML that are whole.
//!
//! `<div dir="rtl">` on a line of its own, with Markdown behind it and `</div>` at the end, is how
//! Arabic and Hebrew notes are turned around: the two tags arrive as two blocks of HTML that are
//! nothing each.

use crate::article::Content;
use crate::article::Direction;
use crate::article::Style;
use crate::format::html;
use crate::format::html::Context;
use crate::format::html::Flow;
use crate::format::html::Scope;
use crate::format::html::Tag;
use crate::format::html::next_tag;

const VOID: &[&str] = &["br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area"];

/// What is open around and within the text.
#[derive(Debug, Default)]
pub(super) struct Wrappers {
    /// Elements whose start tag was a block of its own.
    open: Vec<String>,
    /// Styles within the line: an element's name, or nothing for Markdown's own.
    styles: Vec<(String, usize)>,
}

impl Wrappers {
    /// Notes that Markdown itself opened so many styles.
    pub(super) fn mark(&mut self, styles: usize) {
        self.styles.push((String::new(), styles));
    }

    /// How many styles are to be closed to end what Markdown opened last.
    pub(super) fn unmark(&mut self) -> usize {
        let mut styles = 0;
        while let Some((name, count)) = self.styles.pop() {
            styles += count;
            if name.is_empty() {
                break;
            }
        }
        styles
    }

    /// A block of HTML: whole, or the start or the end of what stands around Markdown.
    pub(super) fn block(&mut self, flow: &mut Flow, html: &str) {
        if is_whole(html) {
            flow.extend(html::fragment(html, Context::default()));
            return;
        }
        let mut at = 0;
        while let Some(tag) = next_tag(html, at) {
            self.text(flow, html.get(at..tag.start).unwrap_or_default());
            at = tag.end;
            if is_void(&tag) {
                let tag = html.get(tag.start..tag.end).unwrap_or_default();
                flow.extend(html::fragment(tag, Context::default()));
            } else if tag.is_end {
                self.close(flow, &tag);
            } else {
                flow.enter_scope(scope(&tag));
                self.open.push(tag.name.to_ascii_lowercase());
            }
        }
        self.text(flow, html.get(at..).unwrap_or_default());
        flow.end_block();
    }

    fn text(&self, flow: &mut Flow, html: &str) {
        let is_silent =
            self.open.last().is_some_and(|name| matches!(name.as_str(), "script" | "style"));
        if !is_silent && !html.trim().is_empty() {
            flow.extend(html::fragment(html, Context::default()));
        }
    }

    fn close(&mut self, flow: &mut Flow, tag: &Tag<'_>) {
        let Some(place) = self.open.iter().rposition(|name| tag.is(name)) else { return };
        for _ in place..self.open.len() {
            flow.leave_scope();
        }
        self.open.truncate(place);
    }

    /// A tag within a line.
    pub(super) fn inline(&mut self, flow: &mut Flow, html: &str) {
        let Some(tag) = next_tag(html, 0) else { return };
        let name = tag.name.to_ascii_lowercase();
        match name.as_str() {
            "br" => flow.line_break(),
            "img" => {
                for block in html::fragment(html, Context::default()) {
                    if let Content::Figure { caption, url } = block.content {
                        flow.figure(caption.text(), url);
                    }
                }
            }
            _ if is_void(&tag) => {}
            _ if tag.is_end => {
                if let Some((_, count)) = self.styles.pop_if(|(open, _)| *open == name) {
                    (0..count).for_each(|_| flow.close());
                }
            }
            _ => {
                let style = style(&tag, &name);
                self.styles.push((name, usize::from(style.is_some())));
                style.into_iter().for_each(|style| flow.open(style));
            }
        }
    }

    /// Leaves what was never closed.
    pub(super) fn finish(&mut self, flow: &mut Flow) {
        for _ in self.open.drain(..) {
            flow.leave_scope();
        }
    }
}

fn scope(tag: &Tag<'_>) -> Scope {
    Scope {
        direction: tag.attribute("dir").and_then(Direction::from_keyword),
        language: tag.attribute("lang").filter(|lang| !lang.is_empty()).map(str::to_owned),
    }
}

fn style(tag: &Tag<'_>, name: &str) -> Option<Style> {
    let direction = tag.attribute("dir").and_then(Direction::from_keyword);
    match (name, direction) {
        ("bdo", Some(direction)) => Some(Style::Override { direction }),
        ("bdi", _) | (_, Some(_)) => Some(Style::Isolate { direction }),
        ("b" | "strong", _) => Some(Style::Strong),
        ("i" | "em" | "cite", _) => Some(Style::Emphasis),
        ("s" | "del" | "strike", _) => Some(Style::Strike),
        ("mark", _) => Some(Style::Mark),
        ("code" | "kbd" | "samp", _) => Some(Style::Code),
        ("a", _) => {
            let url = html::resolve(None, tag.attribute("href")?)?;
            Some(Style::Link { url })
        }
        _ => None,
    }
}

fn is_void(tag: &Tag<'_>) -> bool {
    VOID.iter().any(|name| tag.is(name)) || tag.attributes.trim_end().ends_with('/')
}

/// Whether every element that starts here ends here.
fn is_whole(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        if is_void(&tag) {
            continue;
        }
        if !tag.is_end {
            open.push(tag.name);
        } else if open.pop().is_none_or(|name| !tag.is(name)) {
            return false;
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_whole_when_its_elements_end() {
        assert!(is_whole("<table><tr><td>a<br></td></tr></table>"));
        assert!(is_whole("<!-- note -->"));
        assert!(!is_whole("<div dir=\"rtl\">"));
        assert!(!is_whole("</div>"));
    }

    #[test]
    fn wrappers_give_their_direction_to_what_they_hold() {
        let mut flow = Flow::default();
        let mut wrappers = Wrappers::default();
        wrappers.block(&mut flow, "<div dir=\"rtl\" lang=\"he\">\n");
        flow.text("שלום");
        wrappers.block(&mut flow, "</div>\n");
        flow.text("bye");
        let body = flow.finish();
        assert_eq!(body[0].direction, Some(Direction::Rtl));
        assert_eq!(body[0].language.as_deref(), Some("he"));
        assert_eq!(body[1].direction, None);
    }

    #[test]
    fn a_stray_end_tag_ends_nothing() {
        let mut flow = Flow::default();
        let mut wrappers = Wrappers::default();
        wrappers.inline(&mut flow, "</b>");
        wrappers.block(&mut flow, "</section>");
        flow.text("x");
        assert_eq!(flow.finish().len(), 1);
    }
}
