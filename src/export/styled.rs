//! Text with marks on it as a stream: styles that open, letters, styles that close, each within the one
//! opened before it.

use crate::article::{Rich, Style};

/// A piece of the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// A style begins, around these letters.
    Open(&'a Style, &'a str),
    /// Letters.
    Text(&'a str),
    /// A style ends that began around these letters.
    Close(&'a Style, &'a str),
}

/// The stream of a text. A style that begins within another and ends after it is cut at the other's end.
pub(super) fn events(rich: &Rich) -> Vec<Event<'_>> {
    let text = rich.text();
    let mut events = Vec::new();
    let mut open: Vec<(usize, &Style, &str)> = Vec::new();
    let mut at = 0;
    for span in rich.spans() {
        close(&mut events, &mut open, (text, &mut at), span.range.start);
        let end = open.last().map_or(span.range.end, |(end, ..)| span.range.end.min(*end));
        let Some(inside) = text.get(span.range.start..end) else { continue };
        push(&mut events, text.get(at..span.range.start));
        at = span.range.start.max(at);
        events.push(Event::Open(&span.style, inside));
        open.push((end, &span.style, inside));
    }
    close(&mut events, &mut open, (text, &mut at), usize::MAX);
    push(&mut events, text.get(at..));
    events
}

/// Ends the styles that end up to here.
fn close<'a>(
    events: &mut Vec<Event<'a>>,
    open: &mut Vec<(usize, &'a Style, &'a str)>,
    (text, at): (&'a str, &mut usize),
    until: usize,
) {
    while let Some((end, style, inside)) = open.pop_if(|(end, ..)| *end <= until) {
        push(events, text.get(*at..end));
        *at = end.max(*at);
        events.push(Event::Close(style, inside));
    }
}

fn push<'a>(events: &mut Vec<Event<'a>>, text: Option<&'a str>) {
    events.extend(text.filter(|text| !text.is_empty()).map(Event::Text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::RichBuilder;

    #[test]
    fn styles_open_and_close_around_their_letters() {
        let mut rich = RichBuilder::new();
        rich.text("a ");
        rich.open(Style::Strong);
        rich.text("b ");
        rich.open(Style::Emphasis);
        rich.text("c");
        rich.close();
        rich.close();
        rich.text(" d");
        let rich = rich.finish();
        let (strong, emphasis) = (Style::Strong, Style::Emphasis);
        assert_eq!(
            events(&rich),
            [
                Event::Text("a "),
                Event::Open(&strong, "b c"),
                Event::Text("b "),
                Event::Open(&emphasis, "c"),
                Event::Text("c"),
                Event::Close(&emphasis, "c"),
                Event::Close(&strong, "b c"),
                Event::Text(" d"),
            ]
        );
    }
}
