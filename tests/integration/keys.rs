//! The reader, from keys to the screen: the whole app but for the terminal, the threads and the clock.
//!
//! Small things are asserted one by one; whole screens are pictures under `snapshots`, made anew by
//! `INSTA_UPDATE=always cargo test keys` and then looked at.

#[path = "keys/driver.rs"]
mod driver;

// Moving through the list, its orders, and how it fills.
#[path = "keys/list.rs"]
mod list;

// The list in groups.
#[path = "keys/groups.rs"]
mod groups;

// Groups of tags and of formats.
#[path = "keys/tags.rs"]
mod tags;

// Orders, and what is kept of them.
#[path = "keys/arranged.rs"]
mod arranged;

// Moving through an article.
#[path = "keys/reader.rs"]
mod reader;

// A long article, of which the beginning comes first.
#[path = "keys/beginning.rs"]
mod beginning;

// Typing a filter, and what it finds.
#[path = "keys/filter.rs"]
mod filter;

// Typing faster than anybody finds.
#[path = "keys/ahead.rs"]
mod ahead;

// What is told while a large library is read.
#[path = "keys/progress.rs"]
mod progress;

// Bookmarks, read marks, positions: what a next start finds.
#[path = "keys/marks.rs"]
mod marks;

// Notes, tags, marked passages, and articles that were marked before they were edited.
#[path = "keys/notes.rs"]
mod notes;

// Copying, links, and what the mouse selects.
#[path = "keys/copy.rs"]
mod copy;

// Where links lead, as the terminal is told it.
#[path = "keys/hyperlinks.rs"]
mod hyperlinks;

// Help, problems, keys and commands as such.
#[path = "keys/commands.rs"]
mod commands;

// Whole screens.
#[path = "keys/screens.rs"]
mod screens;

// In which encoding, whole or not: how the open article is shown.
#[path = "keys/shown.rs"]
mod shown;

// The interface in five languages, and mirrored.
#[path = "keys/languages.rs"]
mod languages;

// What the screen tells without colour, and where its cursor stands.
#[path = "keys/accessibility.rs"]
mod accessibility;

// One frame after another, as the terminal keeps them, in every dialect.
#[path = "keys/frames.rs"]
mod frames;

// Anything at all, two thousand times.
#[path = "keys/walk.rs"]
mod walk;
