//! The user's own program for addresses. Nothing is fetched here: an address is handed on, on an
//! explicit key, without a shell, to what the desktop opens addresses with, or to `BROWSER` where
//! there is no desktop. There it is most likely a text browser, which gets the terminal for itself.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::article::Address;

/// How an address is opened.
#[derive(Debug)]
pub(super) enum Opener {
    /// By a program that has its own window.
    Beside(Command),
    /// By one that takes our place in the terminal.
    InPlace(Command),
}

/// What the environment says.
struct Place<'a> {
    system: &'a str,
    variable: &'a dyn Fn(&str) -> Option<String>,
    find: &'a dyn Fn(&str) -> Option<PathBuf>,
}

impl Opener {
    /// The opener for an address, which begins with a scheme, so that no program takes it for an option;
    /// `None` where there is none.
    pub(super) fn of_this_place(address: &Address) -> Option<Self> {
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        Place { system: env::consts::OS, variable: &variable, find: &find }
            .opener(&address.to_ascii())
    }
}

impl Place<'_> {
    fn opener(&self, address: &str) -> Option<Opener> {
        let has_desktop = ["WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"]
            .iter()
            .any(|name| (self.variable)(name).is_some());
        let by = |program: &str, arguments: &[&str]| {
            Some(Opener::Beside(beside((self.find)(program)?, arguments, address)))
        };
        match self.system {
            "macos" => by("open", &[]),
            "windows" => by("rundll32.exe", &["url.dll,FileProtocolHandler"]),
            _ if has_desktop => by("xdg-open", &[])
                .or_else(|| by("wslview", &[]))
                .or_else(|| self.browser(address).map(Opener::InPlace)),
            _ => self.browser(address).map(Opener::InPlace),
        }
    }

    /// The first of `BROWSER` that is there: commands parted by colons, the address in the place of
    /// `%s` or at the end.
    fn browser(&self, address: &str) -> Option<Command> {
        let browsers = (self.variable)("BROWSER")?;
        browsers.split(':').find_map(|line| {
            let mut words = line.split_whitespace();
            let mut command = Command::new((self.find)(words.next()?)?);
            command.args(words.map(|word| word.replace("%s", address)));
            if !line.contains("%s") {
                command.arg(address);
            }
            Some(command)
        })
    }
}

/// A program in the background, with nothing of the terminal's: it must neither draw on the screen nor
/// end with what the terminal sends to our process group.
fn beside(program: PathBuf, arguments: &[&str], address: &str) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

/// Where a program is: named by an absolute path, or on the search path.
fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let places = env::split_paths(&path).filter(|place| place.is_absolute());
    // Joining an absolute path gives that path.
    places.map(|place| place.join(program)).find(|place| place.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://example.org/?a=1&b=$(x)";

    /// What is called in this place; in brackets if it takes our place in the terminal.
    fn told(system: &str, set: &[(&str, &str)], there: &[&str]) -> Option<String> {
        let variable = |name: &str| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let find = |name: &str| there.contains(&name).then(|| PathBuf::from(name));
        let words = |command: &Command| {
            let words = std::iter::once(command.get_program()).chain(command.get_args());
            words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
        };
        match (Place { system, variable: &variable, find: &find }).opener(ADDRESS)? {
            Opener::Beside(command) => Some(words(&command)),
            Opener::InPlace(command) => Some(format!("[{}]", words(&command))),
        }
    }

    #[test]
    fn each_desktop_has_its_opener() {
        let by = |call: &str| Some(call.replace('@', ADDRESS));
        assert_eq!(told("macos", &[], &["open"]), by("open @"));
        let windows = by("rundll32.exe url.dll,FileProtocolHandler @");
        assert_eq!(told("windows", &[], &["rundll32.exe"]), windows);
        let desktop = [("DISPLAY", ":0"), ("BROWSER", "w3m")];
        assert_eq!(told("linux", &desktop, &["xdg-open", "w3m"]), by("xdg-open @"));
        assert_eq!(told("linux", &desktop, &["w3m"]), by("[w3m @]"));
    }

    #[test]
    fn without_a_desktop_the_browser_takes_our_place() {
        let by = |call: &str| Some(call.replace('@', ADDRESS));
        let there = ["xdg-open", "w3m", "lynx"];
        assert_eq!(told("linux", &[], &there), None);
        let browser = |line| told("linux", &[("BROWSER", line)], &there);
        assert_eq!(browser("w3m"), by("[w3m @]"));
        assert_eq!(browser("links2:lynx -x"), by("[lynx -x @]"));
        assert_eq!(browser("w3m -o a=%s -B"), by("[w3m -o a=@ -B]"));
        assert_eq!(browser("links2"), None);
        assert_eq!(browser(" : "), None);
    }
}
