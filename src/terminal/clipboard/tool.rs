//! The programs that take text for a clipboard, and how one is fed.
//!
//! The text goes in by standard input and nothing comes back: `xclip` and `wl-copy` stay behind to
//! serve it, and would hold open whatever they were given to write to. They are started in a process
//! group of their own, so that what the terminal sends to ours does not end them, without a shell, and
//! are not waited for without end.

use std::env;
use std::io;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program that takes text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tool {
    pub(super) program: &'static str,
    arguments: &'static [&'static str],
    /// When it is the right one.
    pub(super) sign: Sign,
    encoding: Encoding,
}

/// What shows that a tool's clipboard is the user's.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// This variable is set.
    Set(&'static str),
    /// We run on this system.
    System(&'static str),
}

/// What a tool takes for text.
#[derive(Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// With a byte order mark.
    Utf16,
}

const fn tool(program: &'static str, arguments: &'static [&'static str], sign: Sign) -> Tool {
    Tool { program, arguments, sign, encoding: Encoding::Utf8 }
}

/// The tools of desktops, the best first.
pub(super) static TOOLS: &[Tool] = &[
    tool("wl-copy", &["--type", "text/plain"], Sign::Set("WAYLAND_DISPLAY")),
    tool("xclip", &["-selection", "clipboard", "-in"], Sign::Set("DISPLAY")),
    tool("xsel", &["--clipboard", "--input"], Sign::Set("DISPLAY")),
    tool("pbcopy", &[], Sign::System("macos")),
    Tool { encoding: Encoding::Utf16, ..tool("clip.exe", &[], Sign::System("windows")) },
    Tool { encoding: Encoding::Utf16, ..tool("clip.exe", &[], Sign::Set("WSL_DISTRO_NAME")) },
];

/// tmux: into its buffer, and with `-w` on to the terminal around it.
pub(super) static TMUX: Tool = tool("tmux", &["load-buffer", "-w", "-"], Sign::Set("TMUX"));

/// How long a tool may take.
const PATIENCE: Duration = Duration::from_secs(3);

impl Sign {
    pub(super) fn shows(&self, is_set: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Self::Set(name) => is_set(name),
            Self::System(name) => env::consts::OS == *name,
        }
    }
}

impl Tool {
    /// Where it is. Relative entries of the search path are passed over: they name other programs in
    /// every directory.
    pub(super) fn path(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH")?;
        let places = env::split_paths(&path).filter(|place| place.is_absolute());
        places.map(|place| place.join(self.program)).find(|place| place.is_file())
    }

    /// Gives it a text; the reason if it does not take it.
    pub(super) fn feed(&self, text: &str) -> Result<(), String> {
        let Some(path) = self.path() else { return Err(format!("{}: not found", self.program)) };
        let mut command = Command::new(path);
        // pbcopy takes the locale's encoding, which is none where no locale is set.
        command.args(self.arguments).env("LC_CTYPE", "UTF-8");
        match feed(command, &self.encoding.encode(text)) {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{}: {status}", self.program)),
            Err(error) => Err(format!("{}: {error}", self.program)),
        }
    }
}

impl Encoding {
    fn encode(&self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16 => {
                let units = ['\u{feff}'].into_iter().chain(text.chars());
                let mut buffer = [0; 2];
                let mut bytes = Vec::with_capacity(text.len() * 2);
                for unit in units {
                    for unit in unit.encode_utf16(&mut buffer) {
                        bytes.extend(unit.to_le_bytes());
                    }
                }
                bytes
            }
        }
    }
}

fn feed(mut command: Command, input: &[u8]) -> io::Result<ExitStatus> {
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let pipe = child.stdin.take();
    thread::scope(|scope| {
        // It may not read to the end, or not at all; what it says at its own end counts.
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
        wait(&mut child)
    })
}

/// Waits for the end; ends what takes too long.
fn wait(child: &mut Child) -> io::Result<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.kill()?;
    child.wait()?;
    Err(io::ErrorKind::TimedOut.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_gets_utf16_with_its_mark() {
        assert_eq!(Encoding::Utf16.encode("aس"), [0xff, 0xfe, b'a', 0, 0x33, 0x06]);
        assert_eq!(Encoding::Utf16.encode("🙂").len(), 6);
    }

    #[cfg(unix)]
    #[test]
    fn a_tool_is_fed_to_the_end_and_its_failure_is_told() {
        let long = vec![b'x'; 300_000];
        let mut count = Command::new("sh");
        count.args(["-c", "test $(wc -c) -eq 300000"]);
        assert!(feed(count, &long).unwrap().success());
        // Reads nothing.
        assert!(feed(Command::new("true"), &long).unwrap().success());
        assert!(!feed(Command::new("false"), b"x").unwrap().success());
    }

    #[cfg(unix)]
    #[test]
    fn what_stays_behind_is_not_waited_for() {
        let mut daemon = Command::new("sh");
        daemon.args(["-c", "cat >/dev/null; sleep 5 &"]);
        let start = Instant::now();
        assert!(feed(daemon, b"text").unwrap().success());
        assert!(start.elapsed() < PATIENCE);
    }

    #[cfg(unix)]
    #[test]
    fn what_does_not_end_is_ended() {
        let mut endless = Command::new("sleep");
        endless.arg("60");
        let error = feed(endless, b"x").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }
}
