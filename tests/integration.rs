//! The one integration binary. A comment above each module says what belongs there.
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test should stop")]

// Unicode's own test files, through our functions: UAX #9, #14 and #29.
#[path = "integration/conformance.rs"]
mod conformance;

// Our visual lines against those of Debian's `fribidi`, cell by cell.
#[path = "integration/fribidi.rs"]
mod fribidi;

// What holds of the lines of any text at all: nothing lost, nothing doubled, nothing too wide.
#[path = "integration/props_text.rs"]
mod props_text;

// Properties of folding and matching that hold of any text.
#[path = "integration/props_search.rs"]
mod props_search;

// The index against a look at each text.
#[path = "integration/props_index.rs"]
mod props_index;

// Journals cut, damaged, copied and written by two.
#[path = "integration/props_store.rs"]
mod props_store;

// Marks that follow renamed, moved, edited and converted articles.
#[path = "integration/identity.rs"]
mod identity;

// Spellings of dates: ICU's, and people's.
#[path = "integration/dates.rs"]
mod dates;

// Files of all kinds, and what each is taken for.
#[path = "integration/heads.rs"]
mod heads;

// Headlines in many languages.
#[path = "integration/languages.rs"]
mod languages;

// Other projects' files, where they are present.
#[path = "integration/corpora.rs"]
mod corpora;

// Pages that real programs saved.
#[path = "integration/saved.rs"]
mod saved;

// What each kind of terminal makes of what each dialect writes.
#[path = "integration/dialects.rs"]
mod dialects;

// What the README says that the program knows better.
#[path = "integration/readme.rs"]
mod readme;

// The program as scripts and people's shells see it: arguments in; output, errors and exit code out.
#[cfg(unix)]
#[path = "integration/cli.rs"]
mod cli;

// Folders as programs leave them, through the program from outside.
#[cfg(unix)]
#[path = "integration/folders.rs"]
mod folders;

// A library kept from one start to the next.
#[path = "integration/keeper.rs"]
mod keeper;

// The reader without a terminal: from typed keys to the expected screen.
#[path = "integration/keys.rs"]
mod keys;

// The program itself behind a pseudo-terminal.
#[cfg(unix)]
#[path = "integration/pty.rs"]
mod pty;

// Which bytes may go to a terminal; the fuzz targets ask the same judge.
#[path = "hostile/judge.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets have it in a library")]
mod judge;

// Hostile characters, addresses, files and terminals.
#[cfg(unix)]
#[path = "integration/hostile.rs"]
mod hostile;
