//! Feeds and other XML: arbitrary bytes under the names of XML files.
#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.rss", "b.atom", "c.rdf", "d.xml", "e.opml", "f.nitf", "g.newsml"];

fuzz_target!(|data: &[u8]| sahifa_fuzz::read(NAMES, data));
