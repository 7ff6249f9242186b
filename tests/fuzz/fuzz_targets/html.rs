//! Saved pages: arbitrary bytes as HTML.
#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.html", "b.htm", "c.xhtml", "index.html"];

fuzz_target!(|data: &[u8]| sahifa_fuzz::read(NAMES, data));
