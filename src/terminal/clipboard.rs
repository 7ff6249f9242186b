//! The way of a text to the clipboard: through the terminal (OSC 52), through tmux, or through a tool
//! of the desktop, whichever can be relied on here.
//!
//! A terminal does not say whether it has taken a text. What is known of it decides; where nothing is
//! known a tool of the desktop is surer, and where there is none, the answer says that much and no more.
//! Not here: what is copied, and how the outcome is told.

mod surroundings;
mod tool;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::detect::Clipboard;
use super::detect::Terminal;
use super::screen;
use surroundings::Surroundings;
use tool::Tool;

/// Many terminals drop OSC 52 from 100 kB of base64 on.
const LONG: usize = 75_000;

/// Where a text has got to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// The clipboard.
    Clipboard,
    /// tmux's buffer, and the terminal around it, which may or may not have passed it on.
    Multiplexer,
    /// The terminal, of which it is not known whether it passes text on.
    Terminal,
    /// The terminal, which may drop so long a text.
    LongForTerminal,
    /// Nowhere: the terminal takes no text, and there is no other way.
    Nowhere,
    /// Nowhere: the terminal takes no text, and the tools here are not those of the user's desktop.
    NowhereFromAfar,
    /// Nowhere, though there was a way; a clause that says what failed.
    Failed(String),
}

/// One way to take.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// OSC 52, as it is.
    Sequence,
    /// OSC 52 for tmux and for the terminal around it.
    Wrapped,
    /// A program that takes the text, and how it is called.
    Program(&'static Tool),
}

/// Copies a text; blocks until it is known how that went, at most a few seconds.
#[must_use]
pub fn copy(terminal: &Terminal, text: &str) -> Landing {
    let here = Surroundings::look(terminal);
    let mut best = None;
    let mut failure = None;
    for (way, landing) in ways(&here, text.len()) {
        match way.carry(text) {
            Ok(()) if landing == Landing::Clipboard => return landing,
            Ok(()) => best = best.or(Some(landing)),
            Err(reason) => failure = Some(reason),
        }
    }
    match (best, failure) {
        (Some(landing), _) => landing,
        (None, Some(reason)) => Landing::Failed(reason),
        (None, None) if here.remote => Landing::NowhereFromAfar,
        (None, None) => Landing::Nowhere,
    }
}

/// The ways to try until one of them leads to the clipboard, each with where it leads.
fn ways(here: &Surroundings, length: usize) -> Vec<(Way, Landing)> {
    let mut ways = Vec::new();
    let takes = here.clipboard == Clipboard::Takes && length <= LONG;
    let handed = match here.clipboard {
        _ if length > LONG => Landing::LongForTerminal,
        Clipboard::Takes => Landing::Clipboard,
        Clipboard::Refuses | Clipboard::Unknown => Landing::Terminal,
    };
    if here.multiplexed {
        let landing = if takes { Landing::Clipboard } else { Landing::Multiplexer };
        ways.extend(here.tmux.map(|tmux| (Way::Program(tmux), landing)));
    } else if takes {
        ways.push((Way::Sequence, Landing::Clipboard));
    }
    if !here.remote {
        ways.extend(here.tools.iter().map(|tool| (Way::Program(tool), Landing::Clipboard)));
    }
    if here.multiplexed && here.tmux.is_none() {
        ways.push((Way::Wrapped, handed));
    } else if !here.multiplexed && !takes && here.clipboard != Clipboard::Refuses {
        ways.push((Way::Sequence, handed));
    }
    ways
}

impl Way {
    fn carry(&self, text: &str) -> Result<(), String> {
        let sent = match self {
            Self::Sequence => screen::write(osc52(text).as_bytes()),
            Self::Wrapped => screen::write(wrapped(&osc52(text)).as_bytes()),
            Self::Program(tool) => return tool.feed(text),
        };
        sent.map_err(|error| error.to_string())
    }
}

/// The control sequence that hands a text to the terminal.
fn osc52(text: &str) -> String {
    let mut sequence = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    sequence
}

/// The same for tmux itself, which may be set to take it, and passed through to what is around it.
fn wrapped(sequence: &str) -> String {
    format!("{sequence}\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tool::{TMUX, TOOLS};

    fn here(clipboard: Clipboard) -> Surroundings {
        Surroundings { clipboard, multiplexed: false, remote: false, tmux: None, tools: Vec::new() }
    }

    fn tool() -> &'static Tool {
        TOOLS.first().unwrap()
    }

    #[test]
    fn the_bytes_are_base64_of_utf8_to_the_clipboard() {
        assert_eq!(osc52("سلام\n"), "\x1b]52;c;2LPZhNin2YUK\x1b\\");
        assert_eq!(
            wrapped(&osc52("ab")),
            "\x1b]52;c;YWI=\x1b\\\x1bPtmux;\x1b\x1b]52;c;YWI=\x1b\x1b\\\x1b\\"
        );
    }

    #[test]
    fn without_tools_the_terminal_is_what_there_is() {
        let landings = [
            (Clipboard::Takes, 10, Some(Landing::Clipboard)),
            (Clipboard::Takes, LONG + 1, Some(Landing::LongForTerminal)),
            (Clipboard::Unknown, 10, Some(Landing::Terminal)),
            (Clipboard::Unknown, LONG + 1, Some(Landing::LongForTerminal)),
            (Clipboard::Refuses, 10, None),
        ];
        for (clipboard, length, landing) in landings {
            let expected: Vec<_> = landing.into_iter().map(|at| (Way::Sequence, at)).collect();
            assert_eq!(ways(&here(clipboard), length), expected, "{clipboard:?} {length}");
        }
    }

    #[test]
    fn a_tool_comes_before_a_terminal_that_is_not_known_to_take_it() {
        let by_tool = (Way::Program(tool()), Landing::Clipboard);
        let with = |clipboard| Surroundings { tools: vec![tool()], ..here(clipboard) };
        let by_terminal = (Way::Sequence, Landing::Clipboard);
        assert_eq!(ways(&with(Clipboard::Takes), 9), [by_terminal, by_tool.clone()]);
        let last = (Way::Sequence, Landing::Terminal);
        assert_eq!(ways(&with(Clipboard::Unknown), 9), [by_tool.clone(), last]);
        assert_eq!(ways(&with(Clipboard::Refuses), 9), std::slice::from_ref(&by_tool));
        let long = (Way::Sequence, Landing::LongForTerminal);
        assert_eq!(ways(&with(Clipboard::Takes), LONG + 1), [by_tool, long]);
    }

    #[test]
    fn from_afar_the_tools_are_another_desktops() {
        let afar =
            |clipboard| Surroundings { tools: vec![tool()], remote: true, ..here(clipboard) };
        assert_eq!(ways(&afar(Clipboard::Unknown), 9), [(Way::Sequence, Landing::Terminal)]);
        assert_eq!(ways(&afar(Clipboard::Refuses), 9), []);
    }

    #[test]
    fn in_tmux_its_buffer_comes_first_and_the_desktop_after_it() {
        let inside =
            |clipboard| Surroundings { multiplexed: true, tmux: Some(&TMUX), ..here(clipboard) };
        let buffer = |landing| (Way::Program(&TMUX), landing);
        assert_eq!(ways(&inside(Clipboard::Takes), 9), [buffer(Landing::Clipboard)]);
        assert_eq!(ways(&inside(Clipboard::Unknown), 9), [buffer(Landing::Multiplexer)]);
        let desktop = Surroundings { tools: vec![tool()], ..inside(Clipboard::Refuses) };
        let by_tool = (Way::Program(tool()), Landing::Clipboard);
        assert_eq!(ways(&desktop, 9), [buffer(Landing::Multiplexer), by_tool]);
        let out_of_reach = Surroundings { tmux: None, ..inside(Clipboard::Unknown) };
        assert_eq!(ways(&out_of_reach, 9), [(Way::Wrapped, Landing::Terminal)]);
    }
}
