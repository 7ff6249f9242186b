//! JSON exports, feeds and lists of links: arbitrary bytes under their names.
#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.json", "b.jsonl", "metadata.json", "pocket.json", "c.csv", "d.toml"];

fuzz_target!(|data: &[u8]| sahifa_fuzz::read(NAMES, data));
