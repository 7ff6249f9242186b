//! The one integration binary. A comment above each module says what belongs there.
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test should stop")]

// Properties of folding and matching that hold of any text.
#[path = "integration/props_search.rs"]
mod props_search;

// Journals cut, damaged, copied and written by two.
#[path = "integration/props_store.rs"]
mod props_store;

// Other projects' files, where they are present.
#[path = "integration/corpora.rs"]
mod corpora;

// The reader without a terminal: from typed keys to the expected screen.
#[path = "integration/keys.rs"]
mod keys;

// The program itself behind a pseudo-terminal.
#[cfg(unix)]
#[path = "integration/pty.rs"]
mod pty;
