//! sahifa: a terminal reader for saved articles that shows right-to-left text right.
//!
//! # The map
//!
//! | module | what it is |
//! |---|---|
//! | [`article`] | what an article is: metadata, flat blocks, text with marks on it. No I/O |
//! | [`format`](mod@format) | bytes of a file → articles; one file and one row for each format |
//! | [`library`] | a directory → rows of entries, each with its versions, and problems; kept from start to start |
//! | [`text`] | a paragraph → lines of cells: levels, joining, breaks, visual order. Pure Unicode |
//! | [`page`] | article + measure → typeset page; the one place where article meets text |
//! | [`search`] | folding, queries, matches; the corpus of texts and the index over it |
//! | [`store`] | bookmarks, read marks, positions, tags, notes: the journal |
//! | [`identity`] | which article of a library is one that was marked before, when its text is another now |
//! | [`terminal`] | which terminal this is, what rows it wants, what comes from it, how it is entered and left |
//! | [`export`] | articles to take away: Markdown, a page, a book |
//! | [`tui`] | the reader on the screen |
//! | [`cli`] | the command line; all that the screen shows, without one |
//! | [`locale`] | the reader's language: its words, its direction, its dates |
//! | [`config`], [`paths`] | the user's settings, and where the program's files live |
//!
//! The way of the data, each stage a plain value that the next one takes:
//!
//! ```text
//! file ─format→ Article ─page→ Page (lines of cells, each with the bytes it shows) ─view→ rows ─dialect→ terminal
//!          ├─→ Entry (metadata) ─→ Shelf (rows) ─→ list              store ─→ marks on all of them
//!          └─→ Corpus (folded texts) ─search→ which rows
//! ```
//!
//! # The arrows
//!
//! `main → cli → tui → {page, identity, library, locale, search, store, terminal}`; `cli → export`;
//! `page → article, locale, text`; `identity → library, search, store`; `library → format → article`;
//! `search, store, locale, export → article`; `article` and `text` name no module of ours. `ratatui` and
//! `crossterm` are named only under `tui` and `terminal`. `tests/tidy.rs` holds all this.
//!
//! # What always holds
//!
//! 1. Articles are never written to. What the user adds lives in the store.
//! 2. No socket is opened.
//! 3. Nothing foreign reaches the terminal raw: every string of an article is scrubbed when the article
//!    is made, and layout writes no control character.
//! 4. Logical order everywhere, visual order once: positions are [`article::Offset`]s, cells exist only
//!    after layout, and every cell knows the bytes that it shows.
//! 5. Text is laid out once, by us: the height of an article is the number of its lines.
//! 6. [`tui::update`] is the only place that changes the app, and does no I/O; [`tui::view`] changes
//!    nothing.
//! 7. Failure is data: a file that cannot be read is a [`library::Problem`]; layout cannot fail.
//! 8. Only "not found" means "new": on any other error the user's state is read-only, and says so.

pub mod article;
pub mod cli;
pub mod config;
pub mod export;
pub mod format;
pub mod identity;
pub mod library;
pub mod locale;
pub mod page;
pub mod paths;
pub mod search;
pub mod store;
pub mod terminal;
pub mod text;
pub mod tui;
