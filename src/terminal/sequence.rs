//! The bytes that enter the terminal and that give it back, and why they stand in this order.
//! Pure: nothing is written here.
//!
//! A switch that a multiplexer passes on goes ahead of the rest, and the rest waits: tmux drops what
//! comes while it has to draw a new screen, and draws the new one when the switch has arrived.

use super::detect::Keyboard;
use super::detect::Switch;
use super::detect::Terminal;
use super::dialect::Dialect;
use super::multiplexer::Passage;

const ALTERNATE: (&str, &str) = ("\x1b[?1049h", "\x1b[?1049l");
const ERASE: &str = "\x1b[H\x1b[2J";
const PASTE: (&str, &str) = ("\x1b[?2004h", "\x1b[?2004l");
/// Presses and the wheel, then dragging, then coordinates of any size. Motion without a button is
/// not asked for: through ssh it would drown the keys.
const MOUSE: (&str, &str) =
    ("\x1b[?1000h\x1b[?1002h\x1b[?1006h", "\x1b[?1006l\x1b[?1002l\x1b[?1000l");
/// The kitty keyboard protocol: keys are told apart, with their places, all as sequences and with the
/// text that they type. Each screen has a stack of its own: pushed on the alternate one, popped there.
const KEYBOARD: (&str, &str) = ("\x1b[>29u", "\x1b[<u");
const PLAIN: &str = "\x1b[0m";
const SHOW_CURSOR: &str = "\x1b[?25h";

/// What is sent, and has to have arrived, before [`enter_sequence`]. Mostly nothing.
#[must_use]
pub fn ahead_of_entering(terminal: &Terminal) -> String {
    terminal.wrapped(terminal.off())
}

/// What is sent, and has to have arrived, before [`leave_sequence`]. Mostly nothing.
#[must_use]
pub fn ahead_of_leaving(terminal: &Terminal) -> String {
    terminal.wrapped(terminal.on())
}

/// What is sent, and has to have arrived, before [`change_sequence`]. Mostly nothing.
#[must_use]
pub(super) fn ahead_of_changing(from: &Terminal, to: &Terminal) -> String {
    [ahead_of_leaving(from), ahead_of_entering(to)].concat()
}

/// What enters: the terminal's own reordering off, then the alternate screen, erased. Erasing comes
/// after the switch because VTE's rows take the mode when they are erased, and not before.
#[must_use]
pub fn enter_sequence(terminal: &Terminal) -> String {
    [terminal.bare(terminal.off()), ALTERNATE.0, ERASE, PASTE.0, MOUSE.0, terminal.push()].concat()
}

/// What leaves: everything undone. Reordering comes back while the alternate screen still stands:
/// mlterm, switched after it, leaves pieces of our rows between those of the shell. Behind a
/// multiplexer the terminal has one screen, whose rows take the switch when they are erased.
#[must_use]
pub fn leave_sequence(terminal: &Terminal) -> String {
    let erase = if ahead_of_leaving(terminal).is_empty() { "" } else { ERASE };
    let on = terminal.bare(terminal.on());
    [terminal.pop(), MOUSE.1, PASTE.1, PLAIN, on, erase, ALTERNATE.1, SHOW_CURSOR].concat()
}

/// What enters once more where the screen was ours all the time, whatever has become of it.
#[must_use]
pub(super) fn renew_sequence(terminal: &Terminal) -> String {
    [terminal.pop(), &enter_sequence(terminal)].concat()
}

/// What changes the dialect, or all that is known, while the screen is ours; everything has to be drawn anew after it.
#[must_use]
pub(super) fn change_sequence(from: &Terminal, to: &Terminal) -> String {
    [from.bare(from.on()), from.pop(), to.bare(to.off()), PLAIN, ERASE, to.push()].concat()
}

impl Terminal {
    /// Logical rows are ordered by the terminal: it must not be stopped from that.
    fn is_switched(&self) -> bool {
        self.dialect != Dialect::Logical
    }

    fn off(&self) -> &'static str {
        let Switch { off, .. } = self.switch;
        if self.is_switched() { off } else { "" }
    }

    fn push(&self) -> &'static str {
        if self.traits.keyboard == Keyboard::Kitty { KEYBOARD.0 } else { "" }
    }

    fn pop(&self) -> &'static str {
        if self.traits.keyboard == Keyboard::Kitty { KEYBOARD.1 } else { "" }
    }

    fn on(&self) -> &'static str {
        let Switch { on, .. } = self.switch;
        if self.is_switched() { on } else { "" }
    }

    /// A switch that goes straight to the terminal.
    fn bare(&self, switch: &'static str) -> &'static str {
        if self.passage == Passage::Direct { switch } else { "" }
    }

    /// A switch that a multiplexer has to pass on.
    fn wrapped(&self, switch: &'static str) -> String {
        if self.passage == Passage::Direct { String::new() } else { self.passage.wrap(switch) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Traits;

    fn terminal(switch: Switch, dialect: Dialect) -> Terminal {
        Terminal {
            name: "test".into(),
            kind: "test".into(),
            dialect,
            switch,
            passage: Passage::Direct,
            why: "test".into(),
            traits: Traits::default(),
        }
    }

    #[test]
    fn rows_are_erased_after_reordering_is_off() {
        let vte = terminal(Switch::BDSM, Dialect::Visual);
        assert_eq!(
            enter_sequence(&vte),
            "\x1b[8l\x1b[?1049h\x1b[H\x1b[2J\x1b[?2004h\x1b[?1000h\x1b[?1002h\x1b[?1006h"
        );
    }

    #[test]
    fn leaving_undoes_everything_the_screen_last() {
        let vte = terminal(Switch::BDSM, Dialect::Visual);
        assert_eq!(
            leave_sequence(&vte),
            "\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[8h\x1b[?1049l\x1b[?25h"
        );
    }

    #[test]
    fn the_keyboard_is_pushed_on_the_alternate_screen_and_popped_there() {
        let mut kitty = terminal(Switch::BDSM, Dialect::Kitty);
        kitty.traits.keyboard = Keyboard::Kitty;
        assert!(enter_sequence(&kitty).ends_with("\x1b[?1006h\x1b[>29u"));
        assert!(leave_sequence(&kitty).starts_with("\x1b[<u\x1b[?1006l"));
        assert!(renew_sequence(&kitty).starts_with("\x1b[<u\x1b[8l\x1b[?1049h"));
        let legacy = terminal(Switch::BDSM, Dialect::Kitty);
        let found = change_sequence(&legacy, &kitty);
        assert_eq!(found, "\x1b[8h\x1b[8l\x1b[0m\x1b[H\x1b[2J\x1b[>29u");
    }

    #[test]
    fn konsole_and_mlterm_have_their_own_switches() {
        let konsole = terminal(Switch::KONSOLE, Dialect::Visual);
        let off = "\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07\x1b[?1049h";
        assert!(enter_sequence(&konsole).starts_with(off));
        let on = "\x1b]50;BidiRenderingEnabled=true\x07\x1b[8h\x1b[?1049l\x1b[?25h";
        assert!(leave_sequence(&konsole).ends_with(on));
        let mlterm = terminal(Switch::MLTERM, Dialect::Visual);
        let off = "\x1b[8l\x1b]5379;use_ctl=false\x07\x1b[?1049h";
        assert!(enter_sequence(&mlterm).starts_with(off));
        let on = "\x1b]5379;use_ctl=true\x07\x1b[8h\x1b[?1049l\x1b[?25h";
        assert!(leave_sequence(&mlterm).ends_with(on));
    }

    #[test]
    fn wezterm_stays_as_it_started() {
        let wezterm = terminal(Switch::STAY_OFF, Dialect::Visual);
        assert!(enter_sequence(&wezterm).starts_with("\x1b[8l"));
        assert!(leave_sequence(&wezterm).ends_with("\x1b[0m\x1b[?1049l\x1b[?25h"));
    }

    #[test]
    fn a_terminal_that_gets_logical_rows_goes_on_reordering() {
        let konsole = terminal(Switch::KONSOLE, Dialect::Logical);
        assert!(enter_sequence(&konsole).starts_with("\x1b[?1049h"));
        assert!(leave_sequence(&konsole).ends_with("\x1b[0m\x1b[?1049l\x1b[?25h"));
    }

    #[test]
    fn a_change_of_dialect_gives_back_what_was_switched_off_and_erases() {
        let visual = terminal(Switch::BDSM, Dialect::Visual);
        let logical = terminal(Switch::BDSM, Dialect::Logical);
        assert_eq!(change_sequence(&visual, &logical), "\x1b[8h\x1b[0m\x1b[H\x1b[2J");
        assert_eq!(change_sequence(&logical, &visual), "\x1b[8l\x1b[0m\x1b[H\x1b[2J");
    }
}
