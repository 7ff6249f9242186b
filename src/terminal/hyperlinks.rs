//! Which terminals must not be sent hyperlinks (OSC 8). All others either know them or pass over them
//! in silence.

use super::detect::Terminal;

/// VTE before 0.50 spoils the screen.
const VTE: u32 = 5000;

impl Terminal {
    /// Whether hyperlinks can be sent; `variable` looks one up in the environment.
    #[must_use]
    pub fn knows_hyperlinks(&self, variable: impl Fn(&str) -> Option<String>) -> bool {
        let value = |name: &str| variable(name).unwrap_or_default();
        let term = value("TERM");
        // The Linux console and Emacs' own terminal print what is in a sequence that they do not know.
        let prints = ["dumb", "linux", "eterm"].iter().any(|name| term.starts_with(name))
            || ["dumb", "Linux"].iter().any(|name| self.name.starts_with(name));
        // What these two call themselves only in the versions that print it.
        let old = ["gnome-terminal", "xfce4-terminal"].contains(&value("COLORTERM").as_str())
            || value("VTE_VERSION").parse().is_ok_and(|version: u32| version < VTE);
        !prints && !old
    }
}

#[cfg(test)]
mod tests {
    use crate::terminal::{Replies, detect};

    fn known(set: &[(&str, &str)]) -> bool {
        let variable = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        detect(&Replies::default(), variable).knows_hyperlinks(variable)
    }

    #[test]
    fn terminals_that_would_print_them_get_none() {
        for spoiled in [
            &[("TERM", "dumb")][..],
            &[("TERM", "linux")],
            &[("TERM", "eterm-color")],
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "4803")],
            &[("TERM", "xterm-256color"), ("COLORTERM", "xfce4-terminal")],
        ] {
            assert!(!known(spoiled), "{spoiled:?}");
        }
        for fine in [
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")][..],
            &[("TERM", "xterm-kitty")],
            &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
            &[("TERM", "tmux-256color")],
            &[],
        ] {
            assert!(known(fine), "{fine:?}");
        }
    }
}
