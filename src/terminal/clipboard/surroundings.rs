//! What there is around the program that bears on copying: a multiplexer, a desktop with its tools, a
//! connection from afar. The environment and the search path are read here, when something is copied:
//! a desktop may come and go while the reader runs.

use std::env;

use super::super::detect::Clipboard;
use super::super::detect::Terminal;
use super::tool::TMUX;
use super::tool::TOOLS;
use super::tool::Tool;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// What is known of the terminal.
    pub(super) clipboard: Clipboard,
    /// Whether tmux stands between.
    pub(super) multiplexed: bool,
    /// Whether the user sits at another machine.
    pub(super) remote: bool,
    /// tmux, if it can be spoken to.
    pub(super) tmux: Option<&'static Tool>,
    /// The tools of this machine's desktop, the best first.
    pub(super) tools: Vec<&'static Tool>,
}

impl Surroundings {
    pub(super) fn look(terminal: &Terminal) -> Self {
        let variable = |name: &str| env::var(name).ok();
        Self::told(terminal, &variable, &|tool| tool.path().is_some())
    }

    fn told(
        terminal: &Terminal,
        variable: &dyn Fn(&str) -> Option<String>,
        is_there: &dyn Fn(&Tool) -> bool,
    ) -> Self {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        // A terminal that was started from within tmux inherits its variables: its name tells.
        let multiplexed = terminal.name.starts_with("tmux")
            || terminal.name.starts_with("screen") && is_set("TMUX");
        let fits = |tool: &&Tool| tool.sign.shows(&is_set) && is_there(tool);
        Self {
            clipboard: terminal.traits.clipboard,
            multiplexed,
            remote: is_set("SSH_CONNECTION") || is_set("SSH_TTY"),
            tmux: (multiplexed && is_set("TMUX") && is_there(&TMUX)).then_some(&TMUX),
            tools: TOOLS.iter().filter(fits).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{Replies, detect};

    fn told(set: &[(&str, &str)], there: &[&str]) -> Surroundings {
        let variable = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let terminal = detect(&Replies::default(), variable);
        Surroundings::told(&terminal, &variable, &|tool| there.contains(&tool.program))
    }

    fn tools(here: &Surroundings) -> Vec<&str> {
        here.tools.iter().map(|tool| tool.program).collect()
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn tools_are_those_of_the_desktop_that_is_there() {
        let all = ["wl-copy", "xclip", "xsel", "clip.exe"];
        assert_eq!(tools(&told(&[("WAYLAND_DISPLAY", "wayland-0")], &all)), ["wl-copy"]);
        assert_eq!(tools(&told(&[("DISPLAY", ":0")], &all)), ["xclip", "xsel"]);
        let both = [("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")];
        assert_eq!(tools(&told(&both, &["xsel", "wl-copy"])), ["wl-copy", "xsel"]);
        assert_eq!(tools(&told(&[("DISPLAY", "")], &all)), [""; 0]);
        assert_eq!(tools(&told(&[("DISPLAY", ":0")], &[])), [""; 0]);
    }

    #[test]
    fn tmux_is_told_by_the_terminal_and_reached_through_its_variable() {
        let tmux = [("TERM", "tmux-256color"), ("TMUX", "/tmp/tmux-1/default,1,0")];
        let here = told(&tmux, &["tmux"]);
        assert!(here.multiplexed && here.tmux == Some(&TMUX));
        assert!(told(&tmux, &[]).tmux.is_none());
        let afar = told(&[("TERM", "tmux-256color"), ("SSH_TTY", "/dev/pts/1")], &["tmux"]);
        assert!(afar.multiplexed && afar.remote && afar.tmux.is_none());
        let leaked = told(&[("TERM", "foot"), ("TMUX", "/tmp/tmux-1/default,1,0")], &["tmux"]);
        assert!(!leaked.multiplexed && leaked.tmux.is_none());
        assert!(told(&[("TERM", "screen"), ("TMUX", "x")], &["tmux"]).multiplexed);
        assert!(!told(&[("TERM", "screen")], &["tmux"]).multiplexed);
    }
}
