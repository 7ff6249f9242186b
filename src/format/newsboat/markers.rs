//! The numbers that stand for links and pictures in the text, and the list at its end that says where
//! they lead.

use crate::article::Rich;
use crate::article::RichBuilder;
use crate::article::Style;

use super::super::letters;
use super::super::plain::links;

/// The addresses at the end of an article, by number.
#[derive(Debug, Default)]
pub(super) struct Links {
    links: Vec<Link>,
}

#[derive(Debug, PartialEq, Eq)]
struct Link {
    number: String,
    url: String,
    is_link: bool,
}

/// What markers and the list call the things that are not links, folded.
const MEDIA: &[&str] = &[
    "image",
    "images",
    "embedded",
    "iframe",
    "video",
    "audio",
    "bild",
    "imagen",
    "immagine",
    "imagem",
    "afbeelding",
    "obraz",
    "resim",
    "изображение",
    "зображення",
    "صوره",
    "تصوير",
    "عكس",
    "فيديو",
    "ويديو",
    "תמונה",
    "וידאו",
    "סרטון",
];

/// A marker with a caption is not longer.
const LONGEST: usize = 400;

impl Links {
    /// The lines without the list at their end, and the list.
    pub(super) fn take<'a, 'b>(lines: &'b [&'a str]) -> (&'b [&'a str], Self) {
        let listed = lines
            .iter()
            .rev()
            .take_while(|line| line.trim().is_empty() || Link::of(line).is_some());
        let start = lines.len() - listed.count();
        let (body, list) = lines.split_at_checked(start).unwrap_or((lines, &[]));
        let links: Vec<Link> = list.iter().filter_map(|line| Link::of(line)).collect();
        match body.split_last() {
            Some((label, body)) if !links.is_empty() && label.trim().ends_with(':') => {
                (body, Self { links })
            }
            _ if body.is_empty() && !links.is_empty() => (body, Self { links }),
            _ => (lines, Self::default()),
        }
    }

    /// The text with its markers as links, or, where they stand for a picture, as its caption.
    pub(super) fn mark(&self, text: &str) -> Rich {
        let mut rich = RichBuilder::new();
        let mut rest = text;
        while let Some((before, marker, after)) = next_marker(rest) {
            let link = self.links.iter().find(|link| link.number == marker);
            match (link, caption(marker)) {
                (Some(link), _) if link.is_link => {
                    links::add(&mut rich, before);
                    rich.open(Style::Link { url: link.url.clone() });
                    rich.verbatim(&format!("[{marker}]"));
                    rich.close();
                }
                (Some(_), _) => links::add(&mut rich, before),
                (None, Some(caption)) => links::add(&mut rich, &format!("{before}{caption}")),
                (None, None) => links::add(&mut rich, &format!("{before}[{marker}]")),
            }
            rest = after;
        }
        links::add(&mut rich, rest);
        rich.finish()
    }
}

impl Link {
    /// Of `[1]: https://example.org/ (link)`.
    fn of(line: &str) -> Option<Self> {
        let (number, rest) = line.trim().strip_prefix('[')?.split_once("]:")?;
        let (url, kind) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        (is_number && !url.is_empty()).then(|| Self {
            number: number.to_owned(),
            url: url.to_owned(),
            is_link: !is_media(kind.trim_matches(['(', ')', ' '])),
        })
    }
}

/// The text before the next `[…]`, what is in it, and the text after.
fn next_marker(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (marker, after) = rest.split_once(']')?;
    // `[[1]` opens twice; the last one counts.
    match marker.rsplit_once('[') {
        Some((more, marker)) => {
            let before = text.get(..before.len() + 1 + more.len())?;
            Some((before, marker, after))
        }
        None => Some((before, marker, after)),
    }
}

/// The caption in `image 1: caption` or `image 1 (link #2): caption`, perhaps empty; `None` when the
/// marker is the author's own.
fn caption(marker: &str) -> Option<&str> {
    let (head, caption) = marker.split_once(':').unwrap_or((marker, ""));
    let numbered =
        head.contains(|c: char| c.is_ascii_digit()) || caption.trim().parse::<u32>().is_ok();
    let is_number = caption.trim().parse::<u32>().is_ok();
    let plausible = numbered && is_media(head) && marker.len() <= LONGEST;
    plausible.then_some(if is_number { "" } else { caption.trim() })
}

fn is_media(words: &str) -> bool {
    let folded = letters::fold(words);
    folded.split_whitespace().next().is_some_and(|word| MEDIA.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 6] = [
        "See the mayor[1] and the map[2].",
        "",
        "Links: ",
        "[1]: https://example.org/mayor (link)",
        "[2]: https://example.org/map.png (image)",
        "",
    ];

    #[test]
    fn markers_become_links_and_the_list_goes() {
        let (body, links) = Links::take(&LINES);
        assert_eq!(body, &LINES[..2]);
        let rich = links.mark(LINES[0]);
        assert_eq!(rich.text(), "See the mayor[1] and the map.");
        let url = "https://example.org/mayor".to_owned();
        assert_eq!(rich.spans()[0].style, Style::Link { url });
        assert_eq!(rich.spans()[0].range, 13..16);
    }

    #[test]
    fn pictures_leave_their_captions() {
        let links = Links::default();
        assert_eq!(links.mark("[image 1]").text(), "");
        assert_eq!(links.mark("[image 1: The pier]").text(), "The pier");
        assert_eq!(links.mark("[image 2 (link #3): The pier]").text(), "The pier");
        assert_eq!(links.mark("Before [embedded flash: 4] after").text(), "Before  after");
    }

    #[test]
    fn brackets_of_the_author_stay() {
        let text = "He [the mayor] said [sic] it[7] [[twice] [";
        assert_eq!(Links::default().mark(text).text(), text);
    }

    #[test]
    fn lines_in_brackets_without_a_label_are_text() {
        let lines = ["A list.", "[1]: one two", "[2]: three"];
        assert_eq!(Links::take(&lines).0.len(), 3);
    }
}
