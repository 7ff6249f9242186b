//! Wire copy: IPTC 7901 and its American sister ANPA 1312, plain text between control characters,
//! as agencies sent it over telegraph lines and still do.
//!
//! What stands before the text is for machines, what follows it is the time of sending. The
//! headline's lines end with `=` or, in ANPA, each begins with `^` and ends with `<`.

use super::compose;
use super::compose::Draft;
use super::date;
use super::nitf;
use super::{Document, Error, File, Format, Kind, Part, Reading};
use crate::article::Date;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "iptc7901",
    extensions: &[],
    about: "news agencies' wire copy: IPTC 7901, ANPA 1312",
    kind: Kind::Bytes { recognises, read },
};

/// Start of the header, of the text, end of the text (ECMA-48).
const SOH: u8 = 1;
const STX: u8 = 2;
const ETX: u8 = 3;

/// How far down the header and the text begin.
const FIRST: usize = 16;
const HEAD: usize = 400;

/// A place with the agency's name behind it.
const LONGEST_PLACE: usize = 60;

fn recognises(file: &File) -> bool {
    let has =
        |length: usize, sign: u8| file.bytes.get(..length).unwrap_or(file.bytes).contains(&sign);
    has(FIRST, SOH) && has(HEAD, STX) && !has(HEAD, 0)
}

fn read(file: &File) -> Result<Reading, Error> {
    let mut halves = file.bytes.splitn(2, |byte| *byte == STX);
    let head = halves.next().unwrap_or_default();
    let mut rest = halves.next().unwrap_or_default().splitn(2, |byte| *byte == ETX);
    let (text, tail) = (rest.next().unwrap_or_default(), rest.next().unwrap_or_default());
    let clean = |bytes: &[u8]| -> Vec<u8> {
        bytes
            .iter()
            .copied()
            .filter(|byte| !byte.is_ascii_control() || b"\t\n\r".contains(byte))
            .collect()
    };
    let text = Document::decode(&File { bytes: &clean(text), ..file.clone() })?;
    let lines: Vec<&str> = text.text.lines().map(str::trim_end).collect();
    let is_anpa =
        lines.iter().find(|line| !line.is_empty()).is_some_and(|line| line.starts_with('^'));
    let mut draft = if is_anpa { anpa(&lines) } else { iptc(&lines) };
    let metadata = &mut draft.metadata;
    metadata.published = sent(&String::from_utf8_lossy(&clean(tail)));
    let head = String::from_utf8_lossy(&clean(head)).into_owned();
    metadata.source = metadata.source.take().or_else(|| agency(&head));
    metadata.dateline = place(&compose::line(&draft.html));
    draft.name = text.stem().to_owned();
    let article = compose::article(draft);
    let (format, encoding) = (FORMAT.name, text.encoding);
    let part = Part { article, format, encoding, member: None };
    Ok(Reading { parts: vec![part], failures: Vec::new() })
}

/// The headline up to the `=`, and the text below it.
fn iptc(lines: &[&str]) -> Draft {
    let end = lines.iter().take(12).position(|line| line.ends_with('=')).unwrap_or(0);
    let (head, body) = lines.split_at_checked(end + 1).unwrap_or_default();
    let mut metadata = Metadata::default();
    let head = head.iter().map(|line| line.trim_end_matches('=').trim());
    for line in head.filter(|line| !line.is_empty() && !is_notice(line)) {
        if is_byline(line) {
            metadata.authors.push(line.to_owned());
        } else {
            metadata.title = format!("{} {line}", metadata.title).trim().to_owned();
        }
    }
    Draft { metadata, html: text(body), ..Draft::default() }
}

/// What says that this is sent again: `1ST LEAD`, `REFILE`.
fn is_notice(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words <= 2 && !line.contains(char::is_lowercase) && line.is_ascii()
}

fn is_byline(line: &str) -> bool {
    line.starts_with("By ") || line.starts_with("BY ")
}

/// Lines that begin with `^`, the first of them a label for machines, and the text below them.
fn anpa(lines: &[&str]) -> Draft {
    let is_head = |line: &&&str| line.trim_start().starts_with('^') || line.trim().is_empty();
    let count = lines.iter().take_while(is_head).count();
    let (head, body) = lines.split_at_checked(count).unwrap_or_default();
    let head =
        head.iter().flat_map(|line| line.split('^')).map(|line| line.trim_matches(['<', '=', ' ']));
    let mut head = head.filter(|line| !line.is_empty() && !line.starts_with('*'));
    let label = head.next().unwrap_or_default();
    let mut metadata = Metadata::default();
    let mut others: Vec<&str> = Vec::new();
    for line in head {
        if is_byline(line) {
            metadata.authors.push(line.to_owned());
        } else if line.ends_with("Press") {
            metadata.source = Some(line.to_owned());
        } else if !line.starts_with("Eds:") && !line.starts_with("AP Photo") {
            others.push(line);
        }
    }
    let mut others = others.into_iter();
    let label = label.rsplit_once(',').map_or(label, |(label, _)| label);
    metadata.title = others.next().unwrap_or(label).to_owned();
    metadata.tags = vec![label.to_owned()];
    let html = text(body).replace("``", "“").replace("''", "”").replace(" _ ", " — ");
    // A digest is nothing but headlines.
    let html = if html.is_empty() { others.map(compose::paragraphs).collect() } else { html };
    Draft { metadata, html, ..Draft::default() }
}

/// The place in `Valletta (hna) - The old harbour`; agencies write their own names small here.
fn place(opening: &str) -> Option<String> {
    let (head, _) = opening.split_once(" - ").or_else(|| opening.split_once(" — "))?;
    nitf::place(head).filter(|_| head.ends_with(')') && head.chars().count() <= LONGEST_PLACE)
}

/// Paragraphs begin with a blank line or with an indented one.
fn text(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if line.starts_with(['\t', ' ']) {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
    }
    compose::paragraphs(text.trim_end_matches(['^', '\n', ' ', '\t']))
}

/// `AP-WF-11-13-13 1509GMT` or `131137 GMT Nov 13`: month, day and year, or day, time, month and year.
fn sent(tail: &str) -> Option<Date> {
    let line = tail.lines().find(|line| line.contains(char::is_numeric))?;
    let words: Vec<&str> = line
        .trim_end_matches(['<', ' '])
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let time = |digits: &str| {
        let (hours, minutes) = digits.split_at_checked(2)?;
        Some(format!("{hours}:{minutes}"))
    };
    match words.as_slice() {
        [.., month, day, year, clock] if clock.ends_with("GMT") => {
            let clock = time(clock.trim_end_matches("GMT"))?;
            date::parse(&format!("20{year}-{month}-{day}T{clock}:00Z"))
        }
        [stamp, .., month, year] if stamp.len() == 6 => {
            let (day, clock) = stamp.split_at_checked(2)?;
            date::parse(&format!("{day} {month} 20{year} {} GMT", time(clock)?))
        }
        _ => None,
    }
}

/// The agency in `eca062 4 i 211 ccccb dpa 061`: what stands before the last number.
fn agency(head: &str) -> Option<String> {
    let line = head.lines().find(|line| !line.trim().is_empty())?;
    let mut words = line.split_whitespace().rev();
    words.next().filter(|number| number.chars().all(|c| c.is_ascii_digit()))?;
    let agency = words.next()?;
    agency.chars().all(|c| c.is_ascii_alphabetic() || c == '-').then(|| agency.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Block;
    use crate::format;
    use crate::format::File;

    fn read(text: &str) -> Article {
        let reading = format::read(&File::new("a.tst", text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "iptc7901");
        reading.parts.into_iter().next().unwrap().article
    }

    fn texts(article: &Article) -> Vec<&str> {
        article.body.iter().flat_map(Block::texts).map(|text| text.text()).collect()
    }

    #[test]
    fn copy_in_the_international_form_is_read() {
        let text = "\u{1}hra0124 3 i 93  hna 1888\r\n\r\nHarbour/sea/\r\n\u{2}1ST LEAD\nOld harbour opens after\ntwenty years\nBy Ada Venn =\r\n\r\nVALLETTA (hna) - The old harbour\r\nopened on Tuesday.\r\n\r\nBoats left at dawn.\r\n\u{3}131137 GMT Nov 13 \r\n\u{7f}\r\n\u{4}";
        let article = read(text);
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "Old harbour opens after twenty years");
        assert_eq!(metadata.authors, ["Ada Venn"]);
        assert_eq!(metadata.source.as_deref(), Some("hna"));
        assert_eq!(metadata.dateline.as_deref(), Some("VALLETTA"));
        assert_eq!(metadata.published.unwrap().to_string(), "2013-11-13T11:37:00Z");
        assert_eq!(
            texts(&article),
            ["VALLETTA (hna) - The old harbour opened on Tuesday.", "Boats left at dawn."]
        );
    }

    #[test]
    fn copy_in_the_american_form_is_read() {
        let text = "\u{16}\u{16}\u{1}W2870\u{1f}_x\nf l\u{13}\u{11} BC-Harbour  11-13 1049\n\u{2}^BC-Harbour Opens,466<\n^Old harbour opens<\n^Eds: Leads.<\n^By ADA VENN=\n^Harbour Press=\n\t   VALLETTA (HNA) _ The ``old'' harbour\nopened.\n\t   Boats left.\n\n\t   \u{3}HP-WF-11-14-13 1509GMT<\n\u{c}\n\u{4}";
        let article = read(text);
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "Old harbour opens");
        assert_eq!(metadata.authors, ["ADA VENN"]);
        assert_eq!(metadata.source.as_deref(), Some("Harbour Press"));
        assert_eq!(metadata.published.unwrap().to_string(), "2013-11-14T15:09:00Z");
        assert_eq!(texts(&article), ["VALLETTA (HNA) — The “old” harbour opened.", "Boats left."]);
    }
}
