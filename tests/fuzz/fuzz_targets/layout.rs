//! The text engine: any text at any width becomes lines that cover it, of cells that may be sent and whose
//! bytes are in the text; laid out one line at a time it comes to the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahifa::text::{
    Digits, Fill, Isolate, IsolateKind, Joining, Level, Marks, Memory, Order, Outline, Paragraph,
    Setting, lay_out,
};
use sahifa_fuzz::judge::{Leave, is_forbidden};

fuzz_target!(|data: &[u8]| {
    let Some((&[looks, kind, width, from, length], bytes)) = data.split_first_chunk() else { return };
    let text = sahifa_fuzz::text_of(bytes);
    let setting = setting(looks, width);
    let level = if looks & 1 == 0 { Level::ltr() } else { Level::rtl() };
    let isolates = isolates(&text, kind, (from.into(), length.into()));
    let paragraph = Paragraph { text: &text, level, isolates: &isolates };
    let lines = lay_out(&paragraph, setting);
    let logical = setting.order == Order::Logical;
    for line in &lines {
        assert!(text.get(line.range.clone()).is_some(), "{line:?}");
        for cell in &line.cells {
            let bytes = cell.bytes.clone();
            assert!(line.range.start <= bytes.start && bytes.end <= line.range.end, "{cell:?}");
            assert!(text.get(bytes).is_some(), "{cell:?}");
            // What is private or unassigned is changed before it comes here.
            let leave = Leave { joiners: logical, ..Leave::default() };
            let bad = |c: char| c.is_control() || is_forbidden(c, leave) && !is_scrubbed(c);
            assert!(!cell.symbol.contains(bad), "{cell:?}");
        }
    }
    let outline = Outline::new(&paragraph, setting);
    assert_eq!(outline.height(), lines.len());
    let (line, mut memory) = (usize::from(from) % lines.len().max(1), Memory::default());
    let one = outline.lines((&paragraph, setting), line..line + 1, &mut memory);
    assert_eq!(one.first(), lines.get(line));
});

fn is_scrubbed(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

fn setting(looks: u8, width: u8) -> Setting {
    Setting {
        measure: (width > 0).then_some(usize::from(width)),
        order: if looks & 2 == 0 { Order::Visual } else { Order::Logical },
        joining: [Joining::Forms, Joining::FormsOrBase, Joining::Base][usize::from(looks >> 2) % 3],
        marks: if looks & 16 == 0 { Marks::Show } else { Marks::Hide },
        digits: [Digits::AsWritten, Digits::Latin, Digits::Arabic, Digits::Persian]
            [usize::from(looks >> 5) % 4],
        fill: if looks & 128 == 0 { Fill::Ragged } else { Fill::Tatweel },
    }
}

fn isolates(text: &str, kind: u8, (from, length): (usize, usize)) -> Vec<Isolate> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |index: usize| bounds.get(index).copied().unwrap_or(text.len());
    let range = at(from)..at(from + length);
    let kind = match kind % 6 {
        0 => IsolateKind::FirstStrong,
        1 => IsolateKind::Isolate(Level::ltr()),
        2 => IsolateKind::Isolate(Level::rtl()),
        3 => IsolateKind::Override(Level::rtl()),
        _ => return Vec::new(),
    };
    if range.is_empty() { Vec::new() } else { vec![Isolate { range, kind }] }
}
