//! Anything at all, two thousand times: no message, in whatever order, makes the reader fall or point
//! past what there is.

use crossterm::event::{MouseButton, MouseEventKind};
use sahifa::terminal::{Event, KeyCode, Modifiers, Press};
use sahifa::tui::update::Message;

use super::driver::{Reading, Shelf};

/// Numbers that are the same in each run: xorshift, Marsaglia 2003.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn size(&mut self, sides: usize) -> u16 {
        u16::try_from(self.below(sides)).unwrap()
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

const KEYS: &str = "iiffxJJKyYtco[][]jkgGhlnNbBuUsvpz?/jjkk ⏎⏎⏎⎋⎋⇥⇤⌫⌫↑↓←→⇞⇟⇱⇲①②";
const LETTERS: &str = "aelmp كتابسوق שלום \u{200c}\"-«»٣7\u{301}\u{64e}漢🙂";

fn key(dice: &mut Dice) -> String {
    let keys: Vec<char> = if dice.below(3) == 0 { LETTERS } else { KEYS }.chars().collect();
    let held = if dice.below(12) == 0 { dice.one_of(&["^", "¬"]) } else { "" };
    let key = dice.one_of(&keys);
    // Ctrl with c leaves; walking is what is to be seen.
    if held == "^" && key == 'c' { String::new() } else { format!("{held}{key}") }
}

fn step(reading: &mut Reading, dice: &mut Dice) -> String {
    match dice.below(24) {
        0..=1 => {
            let (width, height) = (dice.size(200), dice.size(60));
            reading.resize(width, height);
            format!("resize {width} {height}")
        }
        2..=4 => {
            let kinds = [
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::Drag(MouseButton::Left),
                MouseEventKind::Drag(MouseButton::Left),
                MouseEventKind::Up(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
            ];
            let (kind, x, y) = (dice.one_of(&kinds), dice.size(220), dice.size(70));
            reading.mouse(kind, x, y);
            format!("{kind:?} {x} {y}")
        }
        5 => {
            let text = dice.one_of(&["كتاب\n", "\u{1b}[2J lamp", "", "\"", "🙂\u{200d}👩"]);
            reading.paste(text);
            format!("paste {text:?}")
        }
        6 => {
            reading.send(Message::Tick);
            "tick".into()
        }
        7 => {
            let code = dice.one_of(&[KeyCode::Insert, KeyCode::F(9), KeyCode::Delete]);
            reading.event(Event::Key(Press::new(code, Modifiers::SHIFT)));
            format!("{code:?}")
        }
        _ => {
            let key = key(dice);
            reading.type_keys(&key);
            key
        }
    }
}

fn is_sound(reading: &Reading) -> Result<(), String> {
    let list = &reading.app.list;
    let shown = list.shown.len();
    let sound = list.selected < shown.max(1)
        && list.top <= list.item_count().saturating_sub(1)
        && (shown == 0 || list.is_folded_away() || list.current().is_some())
        && list.shown.iter().all(|&index| list.shelf.entry(index).is_some())
        && reading.app.reader.as_ref().is_none_or(|reader| {
            reader.top < reader.page.height().max(1)
                && reader.current.is_none_or(|current| current < reader.matches.len())
                && reader.links.current.is_none_or(|current| current < reader.links.all.len())
        });
    if sound { Ok(()) } else { Err(format!("{} of {shown}, from {}", list.selected, list.top)) }
}

/// What stands in a cell, or in the one control sequence that a cell may be.
fn within(symbol: &str) -> &str {
    let sized = symbol.strip_prefix("\x1b]66;").and_then(|rest| rest.strip_suffix("\x1b\\"));
    sized.unwrap_or(symbol)
}

fn walk(seed: u64) {
    let shelf = Shelf::fixture();
    let mut reading = shelf.open();
    let mut dice = Dice(seed);
    let mut last = Vec::new();
    for at in 0..1000 {
        last.push(step(&mut reading, &mut dice));
        if let Err(what) = is_sound(&reading) {
            panic!("seed {seed}, step {at}: {what}; {:?}", &last[last.len().saturating_sub(12)..]);
        }
        let (buffer, _) = reading.draw();
        assert!(
            buffer.content.iter().all(|cell| !within(cell.symbol()).contains(char::is_control))
        );
    }
}

#[test]
fn one_thousand_steps_of_any_kind_do_no_harm() {
    walk(0x5eed);
}

#[test]
fn another_thousand_steps_do_no_harm_either() {
    walk(0x00c0_ffee);
}
