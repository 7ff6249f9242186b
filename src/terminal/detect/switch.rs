//! The switches: what stops a terminal from reordering, and what lets it reorder again.
//!
//! Where the terminal says what it was set to (DECRQM 8), it gets back just that. Konsole and mlterm
//! cannot be asked: they get their reordering back, which is what they start with.

/// The control sequences that stop a terminal from reordering and that let it reorder again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Stops it. Rows take it when they are next erased.
    pub off: &'static str,
    /// Gives it back, as the user had it.
    pub on: &'static str,
}

impl Switch {
    /// ECMA-48's bidirectional support mode: VTE and mintty need it, and nobody else minds.
    pub const BDSM: Self = Self { off: "\x1b[8l", on: "\x1b[8h" };
    /// The mode was off when we came, by the user's wish or as `WezTerm` starts: giving it back would
    /// switch it on.
    pub const STAY_OFF: Self = Self { off: "\x1b[8l", on: "" };
    /// The mode is what it is for good.
    pub const NONE: Self = Self { off: "", on: "" };
    /// Konsole, for the whole view, at once.
    pub const KONSOLE: Self = Self {
        off: "\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07",
        on: "\x1b]50;BidiRenderingEnabled=true\x07\x1b[8h",
    };
    /// mlterm, for the whole screen, at once.
    pub const MLTERM: Self =
        Self { off: "\x1b[8l\x1b]5379;use_ctl=false\x07", on: "\x1b]5379;use_ctl=true\x07\x1b[8h" };

    /// Whether it is the mode's alone, which belongs to rows. The others turn the whole window.
    #[must_use]
    pub fn is_of_rows(self) -> bool {
        self != Self::KONSOLE && self != Self::MLTERM
    }

    /// What is to be sent where the terminal has answered that the mode is set (1), reset (2), or
    /// either for good (3, 4). Any other answer says nothing.
    pub(super) fn as_found(self, bdsm: Option<u16>) -> Self {
        match bdsm {
            Some(1) if self.is_of_rows() => Self::BDSM,
            Some(2) if self.is_of_rows() => Self::STAY_OFF,
            Some(3 | 4) if self.is_of_rows() => Self::NONE,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_what_is_given_back() {
        let cases = [
            (Switch::BDSM, None, Switch::BDSM),
            (Switch::BDSM, Some(0), Switch::BDSM),
            (Switch::BDSM, Some(1), Switch::BDSM),
            (Switch::BDSM, Some(2), Switch::STAY_OFF),
            (Switch::BDSM, Some(3), Switch::NONE),
            (Switch::BDSM, Some(4), Switch::NONE),
            (Switch::STAY_OFF, None, Switch::STAY_OFF),
            (Switch::STAY_OFF, Some(1), Switch::BDSM),
            (Switch::STAY_OFF, Some(2), Switch::STAY_OFF),
            (Switch::KONSOLE, Some(1), Switch::KONSOLE),
            (Switch::MLTERM, Some(0), Switch::MLTERM),
        ];
        for (known, bdsm, expected) in cases {
            assert_eq!(known.as_found(bdsm), expected, "{known:?} {bdsm:?}");
        }
    }
}
