//! The dialects: rows of any scrubbed text, in each of them, are nothing but text and the sequences that
//! the dialect is made of.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahifa::article::scrub_line;
use sahifa::terminal::Dialect;
use sahifa::text::{Level, Setting, fit};
use sahifa_fuzz::judge::{Leave, faults};

fuzz_target!(|data: &[u8]| {
    let Some((&[choice, width], bytes)) = data.split_first_chunk() else { return };
    let dialect = Dialect::ALL[usize::from(choice) % Dialect::ALL.len()];
    let text = scrub_line(&sahifa_fuzz::text_of(bytes));
    let (order, joining) = dialect.layout();
    let measure = Some(usize::from(width));
    let level = if choice & 0x80 == 0 { Level::ltr() } else { Level::rtl() };
    let line = fit(&text, level, Setting { measure, order, joining, ..Setting::VISUAL });
    let mut row: Vec<String> = line.cells.iter().map(|cell| cell.symbol.to_string()).collect();
    dialect.speak(&mut row);
    let marks = matches!(dialect, Dialect::Lrm | Dialect::Implicit);
    let leave = Leave { marks, joiners: dialect == Dialect::Logical };
    assert_eq!(faults(row.concat().as_bytes(), leave), [""; 0], "{row:?}");
});
