//! Markdown, plain text, wire copy, link files: arbitrary bytes under their names.
#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.md", "b.txt", "c.markdown", "d", "e.url", "f.webloc", "g.desktop", "h.org"];

fuzz_target!(|data: &[u8]| sahifa_fuzz::read(NAMES, data));
