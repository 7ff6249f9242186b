//! The README's tables are those of the program. `BLESS=1 cargo test` writes them anew.

use std::fs;

use sahifa::format::FORMATS;
use sahifa::locale::{Language, Locale};
use sahifa::tui::command::{COMMANDS, Row};
use sahifa::tui::keymap::Keymap;

#[test]
fn the_readme_names_every_key() {
    let keymap = Keymap::built_in();
    let english = Locale::new(Language::English, None);
    let help = |row: &Row| english.text(&format!("command-{}", row.name));
    let row = |row: &Row| {
        let keys = keymap.keys(row.command).iter().map(|key| format!("`{key}`"));
        format!("| {} | {} |\n", keys.collect::<Vec<_>>().join(" "), help(row))
    };
    let rows: String = COMMANDS.iter().map(row).collect();
    check("keys", &format!("| key | |\n|---|---|\n{rows}"));
}

#[test]
fn the_readme_names_every_format() {
    let row = |format: &sahifa::format::Format| {
        let endings = format.extensions.iter().map(|ending| format!("`.{ending}`"));
        let endings = endings.collect::<Vec<_>>().join(" ");
        format!("| {} | {endings} | {} |\n", format.name, format.about)
    };
    let rows: String = FORMATS.iter().map(row).collect();
    check("formats", &format!("| format | endings | |\n|---|---|---|\n{rows}"));
}

/// Compares what stands in the README between the comments `<!-- name: … -->` and `<!-- /name -->`.
fn check(name: &str, expected: &str) {
    let readme = fs::read_to_string("README.md").unwrap();
    let (head, rest) = readme.split_once(&format!("<!-- {name}:")).unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (table, tail) = rest.split_once(&format!("<!-- /{name} -->")).unwrap();
    if std::env::var_os("BLESS").is_some() {
        let blessed = format!("{head}<!-- {name}:{comment}-->\n{expected}<!-- /{name} -->{tail}");
        fs::write("README.md", blessed).unwrap();
    } else {
        assert_eq!(table, expected, "BLESS=1 cargo test readme writes the table anew");
    }
}
