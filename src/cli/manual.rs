//! What the arguments say about themselves: the manual page, one for all commands, and the shells'
//! completion scripts.

use std::io::{self, Write};

use clap::Command;
use clap_complete::{Generator, Shell};
use clap_mangen::Man;

/// Writes the completion script of a shell.
pub(super) fn completions(mut command: Command, shell: Shell) -> io::Result<()> {
    command.set_bin_name("sahifa");
    command.build();
    shell.try_generate(&command, &mut io::stdout().lock())
}

/// Writes the manual page.
pub(super) fn page(command: Command) -> io::Result<()> {
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    writeln!(page, ".SH COMMANDS")?;
    for command in command.get_subcommands() {
        section(&mut page, command, "sahifa")?;
    }
    man.render_extra_section(&mut page)?;
    io::stdout().lock().write_all(&page)
}

/// A command below another: its own page, as a section of this one.
fn section(page: &mut Vec<u8>, command: &Command, parent: &str) -> io::Result<()> {
    let name = format!("{parent} {}", command.get_name());
    let man = Man::new(command.clone().bin_name(&name));
    let mut own = Vec::new();
    man.render_synopsis_section(&mut own)?;
    man.render_description_section(&mut own)?;
    man.render_options_section(&mut own)?;
    for line in String::from_utf8_lossy(&own).lines() {
        match line {
            ".SH SYNOPSIS" => writeln!(page, ".SS \"{name}\"")?,
            ".SH DESCRIPTION" | ".SH OPTIONS" => writeln!(page, ".PP")?,
            _ => writeln!(page, "{line}")?,
        }
    }
    command.get_subcommands().try_for_each(|below| section(page, below, &name))
}
