//! `sahifa print`: one article, typeset, or as plain text, or as JSON.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::article::{Article, Block, Content, Rich};
use crate::config::Digits;
use crate::library::{Wish, encoding_named, encodings};
use crate::locale::{Dates, Locale};
use crate::page::{Annotations, Dress, Page, Setting};
use crate::search::marked;
use crate::store::Store;
use crate::text;
use crate::text::{Fill, Joining, Marks};
use crate::tui::Own;

use super::invocation::Invocation;
use super::json;
use super::output::{Color, without_bidi_controls};
use super::rows;
use super::rows::{Paint, Rows};
use super::target;
use super::target::Target;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Files, articles' ids, or - for standard input
    #[arg(required = true, value_name = "FILE|ID|-")]
    targets: Vec<OsString>,
    /// Columns; 0 never wraps and never pads [default: the terminal's, else 80]
    #[arg(long, value_name = "N")]
    width: Option<u16>,
    #[command(flatten)]
    letters: Letters,
    #[command(flatten)]
    reading: Reading,
    /// The body's lines alone: no headline, indents, bullets, link numbers
    #[arg(long)]
    bare: bool,
    /// When to colour
    #[arg(long, value_enum, default_value_t)]
    color: Color,
    #[command(flatten)]
    untypeset: Untypeset,
}

/// How letters are shown, where the settings do not suit.
#[derive(Debug, Args)]
struct Letters {
    /// Whether letters are joined here [default: on unless the dialect is logical]
    #[arg(long, value_enum)]
    forms: Option<Toggle>,
    /// Whether vowel signs are shown [default: where the terminal draws them well]
    #[arg(long, value_enum)]
    marks: Option<Visibility>,
    /// How digits are shown; arabic: in Persian and Urdu articles their own [default: as written]
    #[arg(long, value_enum)]
    digits: Option<Digits>,
    /// Stretch right-to-left lines to the width with tatweel
    #[arg(long)]
    justify: bool,
}

/// How files are read, where what is found out is wrong.
#[derive(Debug, Args)]
struct Reading {
    /// Read files in this encoding, whatever they declare [default: what is found out]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static str>,
    /// All of a page, not only the article in it
    #[arg(long)]
    whole: bool,
}

/// What is printed instead of a typeset page.
#[derive(Debug, Args)]
struct Untypeset {
    /// Title and body, one paragraph a line, in logical order
    #[arg(long, conflicts_with = "json")]
    plain: bool,
    /// Metadata and blocks, a line for each article
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Toggle {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Visibility {
    Show,
    Hide,
}

/// An article with the file that it came from.
#[derive(Serialize)]
struct Fields<'a> {
    path: String,
    format: &'a str,
    encoding: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<&'a str>,
    words: usize,
    #[serde(flatten)]
    article: &'a Article,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    let wish = options.reading.wish();
    let targets = target::find_as(invocation, &options.targets, &wish)?;
    let locale = invocation.locale();
    let mut rows = Rows::open(invocation, invocation.dialect)?;
    let Untypeset { plain: is_plain, json: is_json } = options.untypeset;
    let state = (!(is_plain || is_json || options.bare)).then(|| invocation.store());
    for (index, target) in targets.iter().enumerate() {
        if is_json {
            json::line(&mut rows.out, &Fields::new(target))?;
            continue;
        }
        if index > 0 {
            writeln!(rows.out)?;
        }
        if is_plain {
            plain(&mut rows.out, &target.article)?;
        } else {
            typeset(&mut rows, options, (target, state.as_ref(), &locale))?;
        }
    }
    Ok(rows.close()?)
}

impl<'a> Fields<'a> {
    fn new(target: &'a Target) -> Self {
        let Target { article, item, format, encoding, member, .. } = target;
        let path = item.path.to_string_lossy().into_owned();
        Self { path, format, encoding, member: member.as_deref(), words: article.words(), article }
    }
}

fn typeset(
    rows: &mut Rows,
    options: &Options,
    (target, store, locale): (&Target, Option<&Store>, &Locale),
) -> io::Result<()> {
    let article = &target.article;
    let mut annotations = Annotations::new(article, &marked(article), locale);
    if let Some(store) = store {
        let entry = target.entry.as_ref();
        let tags = entry.map_or(&article.metadata.tags, |entry| &entry.metadata.tags);
        let own = Own { state: store.state(), ids: &target.names().0, tags };
        annotations = own.beside(annotations, article, locale);
    }
    let page = Page::annotated(article, setting(rows, options), &annotations);
    let paint = if options.color.is_wanted() { Paint::Sgr } else { Paint::Plain };
    page.lines(..).try_for_each(|line| rows.line(&line, paint))
}

fn setting(rows: &Rows, options: &Options) -> Setting {
    let width = options.width.map_or_else(rows::width, usize::from);
    let text = options.letters.outrank(rows.setting((width > 0).then_some(width)));
    let dress = if options.bare { Dress::Bare } else { Dress::Full };
    // What is printed is read by scripts, which know one calendar.
    Setting { text, dress, dates: Dates::Iso }
}

impl Reading {
    fn wish(&self) -> Wish {
        Wish { encoding: self.encoding, whole: self.whole, member: None }
    }
}

/// An encoding by any of its labels.
fn encoding(label: &str) -> Result<&'static str, String> {
    let known = || format!("no encoding of that name; there are {}", encodings().join(", "));
    encoding_named(label).ok_or_else(known)
}

impl Letters {
    fn outrank(&self, mut text: text::Setting) -> text::Setting {
        text.joining = match self.forms {
            Some(Toggle::On) => Joining::Forms,
            Some(Toggle::Off) => Joining::Base,
            None => text.joining,
        };
        text.marks = match self.marks {
            Some(Visibility::Show) => Marks::Show,
            Some(Visibility::Hide) => Marks::Hide,
            None => text.marks,
        };
        text.digits = match self.digits {
            Some(Digits::AsWritten) => text::Digits::AsWritten,
            Some(Digits::Latin) => text::Digits::Latin,
            Some(Digits::Arabic) => text::Digits::Arabic,
            None => text.digits,
        };
        if self.justify {
            text.fill = Fill::Tatweel;
        }
        text
    }
}

/// Title and body as extracted, pictures by their captions only; in code the line feeds stay, and a table's row is a line.
fn plain(out: &mut impl Write, article: &Article) -> io::Result<()> {
    let mut line = |text: &str| writeln!(out, "{}", without_bidi_controls(text));
    line(&article.metadata.title)?;
    for block in &article.body {
        match &block.content {
            Content::Code { text, .. } => line(text.text())?,
            Content::Table { rows, .. } => {
                for row in rows {
                    let cells: Vec<_> = row.iter().map(|cell| flat(cell.text())).collect();
                    line(&cells.join("\t"))?;
                }
            }
            _ => {
                let is_read = |text: &&Rich| !text.is_blank() && !text.is_alternative();
                for text in Block::texts(block).filter(is_read) {
                    line(&flat(text.text()))?;
                }
            }
        }
    }
    Ok(())
}

fn flat(text: &str) -> String {
    text.replace('\n', " ")
}
