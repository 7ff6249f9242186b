//! How the store is: whether it keeps changes, and what of the past is lost.

use std::fmt;

/// Nothing but zeros when all is well.
///
/// Damage once done stays in the counts, for the journals keep it; what is new at this start, and
/// worth a word to the reader, is in `read_only` and `quarantined`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Why nothing is written in this session.
    pub read_only: Option<String>,
    /// Lines in the journals that fail their check.
    pub damaged: usize,
    /// How many of those were found for the first time at this start and set aside.
    pub quarantined: usize,
    /// Journals whose last line has no end: cut by a crash, or being written at this moment.
    pub cut: usize,
    /// Changes that are missing from the devices' numbering.
    pub missing: u64,
    /// Changes of a kind that only a later version of the program knows; they are kept.
    pub foreign: usize,
}

impl Health {
    /// Whether all changes of the past are here and all to come will be kept.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.read_only.is_none() && self.damaged == 0 && self.cut == 0 && self.missing == 0
    }
}

/// A line for each thing that there is to say; `sound` if there is nothing.
impl fmt::Display for Health {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.damaged as u64, "damaged lines in the journals"),
            (self.quarantined as u64, "of them new, set aside in journal/quarantine"),
            (self.cut as u64, "journals whose last line is cut"),
            (self.missing, "changes missing"),
            (self.foreign as u64, "changes of a later version, kept"),
        ];
        let mut lines: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{what}: {count}"))
            .collect();
        if let Some(reason) = &self.read_only {
            lines.insert(0, format!("read-only, changes are not kept: {reason}"));
        }
        if lines.is_empty() {
            lines.push("sound".to_owned());
        }
        f.write_str(&lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_there_is_to_say_is_said() {
        assert_eq!(Health::default().to_string(), "sound");
        let health =
            Health { read_only: Some("disk: gone".into()), missing: 2, ..Health::default() };
        assert!(!health.is_sound());
        assert_eq!(
            health.to_string(),
            "read-only, changes are not kept: disk: gone\nchanges missing: 2"
        );
    }
}
