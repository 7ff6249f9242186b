//! What is hostile, through the program itself behind a pseudo-terminal: characters that steer terminals, in
//! every place where text is shown; addresses; files that are traps; and terminals that die.
//!
//! What takes long is ignored here and run by `tests/hostile/run`, on the optimised program.
#![expect(clippy::print_stdout, reason = "figures are told, and why a part was skipped")]

#[path = "hostile/ends.rs"]
mod ends;
#[path = "hostile/links.rs"]
mod links;
#[path = "hostile/screen.rs"]
mod screen;
#[path = "hostile/stream.rs"]
mod stream;
#[path = "hostile/traps.rs"]
mod traps;
