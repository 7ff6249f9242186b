//! An EPUB 3 book: an article a chapter, the pages turning the way that most of them run.

use std::io;
use std::io::{Cursor, Write};

use jiff::Timestamp;
use zip::CompressionMethod;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::head::{attributes, head, headline, remarks};
use super::markup::{Pictures, body, escaped};
use super::{Piece, direction, keyword, language};

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n\
    </container>\n";

/// A book of these articles.
///
/// # Errors
///
/// When it gets larger than a zip archive may.
pub fn book(pieces: &[Piece], title: &str, made: Timestamp) -> io::Result<Vec<u8>> {
    let title = match pieces {
        [piece] => &piece.article.metadata.title,
        _ => title,
    };
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str, options| {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())
    };
    // Readers tell a book by its first member, which is not packed.
    put("mimetype", "application/epub+zip", stored)?;
    put("META-INF/container.xml", CONTAINER, packed)?;
    put("EPUB/package.opf", &package(pieces, title, made), packed)?;
    put("EPUB/nav.xhtml", &nav(pieces, title), packed)?;
    for (at, piece) in pieces.iter().enumerate() {
        put(&format!("EPUB/{}", file(at)), &chapter(piece), packed)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn file(at: usize) -> String {
    format!("article-{}.xhtml", at + 1)
}

/// The same articles make a book of the same name.
fn identifier(pieces: &[Piece]) -> String {
    let mut hash = blake3::Hasher::new();
    for piece in pieces {
        hash.update(piece.article.id.as_str().as_bytes());
    }
    let digits: String = hash.finalize().to_hex().chars().take(32).collect();
    format!("urn:sahifa:{digits}")
}

fn package(pieces: &[Piece], title: &str, made: Timestamp) -> String {
    let turning = keyword(direction(pieces));
    let about = attributes(language(pieces), direction(pieces));
    let (mut manifest, mut spine) = (String::new(), String::new());
    for at in 0..pieces.len() {
        let file = file(at);
        manifest.push_str(&format!(
            "<item id=\"a{at}\" href=\"{file}\" media-type=\"application/xhtml+xml\"/>\n"
        ));
        spine.push_str(&format!("<itemref idref=\"a{at}\"/>\n"));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"{}>\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n{}\
         <meta property=\"dcterms:modified\">{}</meta>\n</metadata>\n\
         <manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         {manifest}</manifest>\n<spine page-progression-direction=\"{turning}\">\n{spine}</spine>\n</package>\n",
        // The package has no attribute `lang`.
        about
            .split_once(" xml:lang")
            .map_or_else(|| format!(" dir=\"{turning}\""), |(_, rest)| format!(" xml:lang{rest}"),),
        identifier(pieces),
        escaped(title),
        facts(pieces),
        made.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
}

/// What is so of the whole book.
fn facts(pieces: &[Piece]) -> String {
    let mut languages: Vec<&str> =
        pieces.iter().filter_map(|piece| piece.article.metadata.language.as_deref()).collect();
    languages.sort_unstable();
    languages.dedup();
    if languages.is_empty() {
        languages.push("und");
    }
    let language = |tag: &&str| format!("<dc:language>{}</dc:language>\n", escaped(tag));
    let mut facts: String = languages.iter().map(language).collect();
    if let [piece] = pieces {
        let metadata = &piece.article.metadata;
        let mut fact = |name: &str, text: &str| {
            facts.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", escaped(text)));
        };
        metadata.authors.iter().for_each(|author| fact("creator", author));
        metadata.source.iter().for_each(|source| fact("publisher", source));
        metadata.published.iter().for_each(|date| fact("date", &date.to_string()));
        metadata.url.iter().for_each(|url| fact("source", url));
        piece.tags.iter().for_each(|tag| fact("subject", tag));
    }
    facts
}

fn nav(pieces: &[Piece], title: &str) -> String {
    let about = attributes(language(pieces), direction(pieces));
    let entry = |(at, piece): (usize, &Piece)| {
        let metadata = &piece.article.metadata;
        let about = attributes(metadata.language.as_deref(), metadata.direction);
        format!("<li{about}><a href=\"{}\">{}</a></li>\n", file(at), escaped(&metadata.title))
    };
    let entries: String = pieces.iter().enumerate().map(entry).collect();
    document(
        &about,
        &format!("<title>{}</title>\n", escaped(title)),
        &format!(
            "<nav epub:type=\"toc\">\n<h1>{}</h1>\n<ol>\n{entries}</ol>\n</nav>\n",
            escaped(title)
        ),
    )
}

fn chapter(piece: &Piece) -> String {
    let metadata = &piece.article.metadata;
    let about = attributes(metadata.language.as_deref(), metadata.direction);
    let body = body(&piece.article.body, Pictures::Told);
    document(&about, &head(piece), &(headline(metadata) + &body + &remarks(&piece.remarks)))
}

fn document(about: &str, head: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"{about}>\n\
         <head>\n<meta charset=\"utf-8\"/>\n{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Direction, Metadata};

    #[test]
    fn pages_turn_the_way_that_most_articles_run() {
        let piece = |direction, language: &str| {
            let metadata = Metadata {
                title: "T".into(),
                direction,
                language: Some(language.into()),
                ..Metadata::default()
            };
            let article = Article::new(metadata, Vec::new());
            Piece { article, tags: Vec::new(), bookmarked: false, remarks: Vec::new() }
        };
        let (arabic, english) = (piece(Direction::Rtl, "ar"), piece(Direction::Ltr, "en"));
        let made = Timestamp::UNIX_EPOCH;
        let mixed = [arabic.clone(), arabic.clone(), english.clone()];
        let package = package(&mixed, "T", made);
        assert!(package.contains("page-progression-direction=\"rtl\""), "{package}");
        assert!(package.contains("<dc:language>ar</dc:language>\n<dc:language>en</dc:language>"));
        assert!(!package.contains(" lang="));
        assert!(super::package(&[english], "T", made).contains("direction=\"ltr\""));
        assert!(super::package(&[arabic], "T", made).contains("xml:lang=\"ar\" dir=\"rtl\""));
    }
}
