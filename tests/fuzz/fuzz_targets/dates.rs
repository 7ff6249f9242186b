//! Dates: any text is a date or none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahifa::format::date;

fuzz_target!(|data: &[u8]| {
    if let Some(date) = date::parse(&sahifa_fuzz::text_of(data)) {
        assert!(!date.to_day().to_string().is_empty());
    }
    if let Some(bytes) = data.first_chunk() {
        let _date = date::from_number(i64::from_le_bytes(*bytes));
    }
});
