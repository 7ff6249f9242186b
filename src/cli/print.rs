//! `sahifa print`: one article, typeset, or as plain text, or as JSON.

use std::io::{self, BufWriter, IsTerminal, Write};

use clap::{Args, ValueEnum};

use crate::article::{Article, Block, Content, is_bidi_control};
use crate::page::{Dress, Page, Setting};
use crate::terminal;
use crate::terminal::Dialect;
use crate::text::{Joining, Marks};

use super::output::{self, Color};
use super::target::{self, Target};
use super::{Invocation, json};

const DEFAULT_WIDTH: usize = 80;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// A file, an article's id, or - for standard input
    #[arg(value_name = "FILE|ID|-")]
    target: String,
    /// Columns; 0 never wraps and never pads [default: the terminal's, else 80]
    #[arg(long, value_name = "N")]
    width: Option<usize>,
    /// How rows are written [a pipe: logical]
    #[arg(long, value_enum, default_value_t)]
    dialect: DialectName,
    /// Whether letters are joined here [default: on unless the dialect is logical]
    #[arg(long, value_enum)]
    forms: Option<Toggle>,
    /// Whether vowel signs are shown [default: show]
    #[arg(long, value_enum)]
    marks: Option<Visibility>,
    /// The body's lines alone, without headline and indents
    #[arg(long)]
    bare: bool,
    /// When to colour
    #[arg(long, value_enum, default_value_t)]
    color: Color,
    /// Title and body, one paragraph a line, in logical order
    #[arg(long, conflicts_with = "json")]
    plain: bool,
    /// Metadata and blocks
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum DialectName {
    #[default]
    Auto,
    Visual,
    Kitty,
    Lrm,
    Logical,
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

impl DialectName {
    const fn dialect(self) -> Option<Dialect> {
        match self {
            Self::Auto => None,
            Self::Visual => Some(Dialect::Visual),
            Self::Kitty => Some(Dialect::Kitty),
            Self::Lrm => Some(Dialect::Lrm),
            Self::Logical => Some(Dialect::Logical),
        }
    }
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    let targets = target::find(invocation, &options.target)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (index, target) in targets.iter().enumerate() {
        if options.json {
            json::article(&mut out, target)?;
        } else if options.plain {
            plain(&mut out, &target.article)?;
        } else {
            if index > 0 {
                writeln!(out)?;
            }
            typeset(&mut out, invocation, options, target)?;
        }
    }
    out.flush()?;
    Ok(())
}

fn typeset(
    out: &mut impl Write,
    invocation: &Invocation,
    options: &Options,
    target: &Target,
) -> io::Result<()> {
    let terminal = invocation.terminal();
    let dialect = output::dialect(options.dialect.dialect(), &terminal);
    let page = Page::set(&target.article, setting(options, dialect, invocation.config.marks));
    let color = options.color.is_wanted();
    // Rows printed while a terminal's own reordering is off stay as they were printed.
    let switch =
        (io::stdout().is_terminal() && dialect != Dialect::Logical).then_some(terminal.switch);
    if let Some(switch) = switch {
        write!(out, "{}", switch.off)?;
    }
    for line in &page.lines {
        writeln!(out, "{}", output::row(line, dialect, color))?;
    }
    if let Some(switch) = switch {
        write!(out, "{}", switch.on)?;
    }
    Ok(())
}

fn setting(options: &Options, dialect: Dialect, marks: Option<bool>) -> Setting {
    let width = options.width.or_else(terminal::columns).unwrap_or(DEFAULT_WIDTH);
    let mut text = output::setting(dialect, (width > 0).then_some(width));
    match options.forms {
        Some(Toggle::On) => text.joining = Joining::Forms,
        Some(Toggle::Off) => text.joining = Joining::Base,
        None => {}
    }
    text.marks = match options.marks {
        Some(Visibility::Hide) => Marks::Hide,
        None if marks == Some(false) => Marks::Hide,
        _ => Marks::Show,
    };
    Setting { text, dress: if options.bare { Dress::Bare } else { Dress::Full } }
}

/// Title and body as extracted; in code the line feeds stay, and a table's row is a line.
fn plain(out: &mut impl Write, article: &Article) -> io::Result<()> {
    let mut line = |text: &str| {
        let clean: String = text.chars().filter(|&c| !is_bidi_control(c)).collect();
        writeln!(out, "{clean}")
    };
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
                for text in Block::texts(block).filter(|text| !text.is_blank()) {
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
