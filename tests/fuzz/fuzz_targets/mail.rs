//! Mails, mailboxes and MHTML: arbitrary bytes under their names.
#![no_main]

use libfuzzer_sys::fuzz_target;

const NAMES: &[&str] = &["a.eml", "b.mbox", "c.mhtml", "d.mht", "1700000000.M1P2.host:2,S"];

fuzz_target!(|data: &[u8]| sahifa_fuzz::read(NAMES, data));
