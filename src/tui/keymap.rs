//! Which key means which command: `assets/keymap.toml`, read once.

use std::collections::HashMap;

use super::command::{COMMANDS, Command};

const KEYMAP: &str = include_str!("../../assets/keymap.toml");

/// A key as the keymap spells it: `j`, `Enter`, `C-d`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key(pub String);

/// The bindings.
#[derive(Clone, Debug)]
pub struct Keymap {
    commands: HashMap<String, Command>,
    keys: Vec<(Command, Vec<String>)>,
}

impl Keymap {
    /// The keymap that comes with the program.
    #[must_use]
    pub fn built_in() -> Self {
        let table: HashMap<String, Vec<String>> = toml::from_str(KEYMAP).unwrap_or_default();
        let mut keymap = Self { commands: HashMap::new(), keys: Vec::new() };
        for row in COMMANDS {
            let keys = table.get(row.name).cloned().unwrap_or_default();
            keymap.commands.extend(keys.iter().map(|key| (key.clone(), row.command)));
            keymap.keys.push((row.command, keys));
        }
        keymap
    }

    /// What a key means.
    #[must_use]
    pub fn command(&self, key: &Key) -> Option<Command> {
        self.commands.get(&key.0).copied()
    }

    /// The keys of a command, as the help shows them.
    #[must_use]
    pub fn keys(&self, command: Command) -> &[String] {
        let row = self.keys.iter().find(|(bound, _)| *bound == command);
        row.map_or(&[], |(_, keys)| keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_key_and_every_line_a_command() {
        let table: HashMap<String, Vec<String>> = toml::from_str(KEYMAP).unwrap();
        let mut named: Vec<_> = table.keys().map(String::as_str).collect();
        let mut commands: Vec<_> = COMMANDS.iter().map(|row| row.name).collect();
        named.sort_unstable();
        commands.sort_unstable();
        assert_eq!(named, commands);
        assert!(table.values().all(|keys| !keys.is_empty()));
    }

    #[test]
    fn no_key_means_two_things() {
        let table: HashMap<String, Vec<String>> = toml::from_str(KEYMAP).unwrap();
        let mut keys: Vec<_> = table.values().flatten().collect();
        keys.sort();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
