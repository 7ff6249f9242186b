//! One page of HTML, well-formed XML too: one article or several, each with its language and direction.

use super::head::{attributes, head, headline, remarks};
use super::markup::{Pictures, body, escaped};
use super::{Piece, direction, language};

/// Enough to be read: a measure, and the start side for quotes.
const STYLE: &str = "body{max-width:40em;margin:2em auto;padding:0 1em;line-height:1.6}\
                     blockquote{margin-inline:0;padding-inline-start:1em;border-inline-start:3px solid}\
                     img{max-width:100%}article+article{border-top:1px solid;margin-top:3em}";

/// The page; called `title` where it has several articles.
#[must_use]
pub fn page(pieces: &[Piece], title: &str) -> String {
    let about = attributes(language(pieces), direction(pieces));
    let head = match pieces {
        [piece] => head(piece),
        _ => format!("<title>{}</title>\n", escaped(title)),
    };
    let articles: String = pieces.iter().map(article).collect();
    format!(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"{about}>\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n{head}<style>{STYLE}</style>\n</head>\n\
         <body>\n{articles}</body>\n</html>\n"
    )
}

fn article(piece: &Piece) -> String {
    let metadata = &piece.article.metadata;
    let about = attributes(metadata.language.as_deref(), metadata.direction);
    let body = body(&piece.article.body, Pictures::Linked);
    let (headline, remarks) = (headline(metadata), remarks(&piece.remarks));
    format!("<article{about}>\n{headline}{body}{remarks}</article>\n")
}
