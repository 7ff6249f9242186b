//! Multiplexers: programs between us and the terminal that we want to reach. They keep cells and draw
//! them by themselves; a control sequence that they do not know goes nowhere, unless it stands in an
//! envelope that they pass on unopened.
//!
//! * **tmux** passes on where its user allows it (`allow-passthrough`), and can be asked which terminal
//!   is attached to it just now. Its environment is that of the terminal that started it.
//! * **GNU screen** always passes on, and can be asked nothing.
//!
//! Which dialect follows is not decided here.

use std::io::Read;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::detect;
use super::replies::Replies;

/// How long tmux may take to answer. It answers in a hundredth of that, or hangs.
const PATIENCE: Duration = Duration::from_millis(200);
/// More than that is no answer.
const LONGEST: u64 = 4096;
/// What tmux is asked, the foreign words last.
const QUESTION: &str =
    "#{client_termname}\t#{allow-passthrough}\t#{set-clipboard}\t#{client_termtype}";

/// How control sequences get to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Passage {
    /// As they are: nothing stands between, or what does passes nothing on.
    #[default]
    Direct,
    /// In tmux's envelope.
    Tmux,
    /// In GNU screen's.
    Screen,
}

impl Passage {
    /// Puts control sequences into an envelope.
    #[must_use]
    pub fn wrap(self, sequence: &str) -> String {
        match self {
            Self::Tmux if !sequence.is_empty() => {
                format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b"))
            }
            // A string terminator inside would end the envelope: none of ours has one.
            Self::Screen if !sequence.is_empty() => format!("\x1bP{sequence}\x1b\\"),
            _ => sequence.to_owned(),
        }
    }
}

/// Which multiplexer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Multiplexer {
    Tmux,
    Screen,
}

/// What tmux tells of the terminal that is attached to it. Foreign words: to be compared, never shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// Its XTVERSION, where it has answered tmux.
    pub version: Option<String>,
    /// Its `TERM`.
    pub term: Option<String>,
    /// Whether tmux passes on what stands in an envelope.
    pub passes: bool,
    /// Whether tmux hands on what is to be copied (`set-clipboard on`).
    pub copies: bool,
}

/// Asks the tmux that we run in, if we run in one that can be reached from here; `variable` looks up
/// the environment.
#[must_use]
pub fn attached(
    replies: &Replies,
    variable: impl Fn(&str) -> Option<String> + Copy,
) -> Option<Client> {
    variable("TMUX").filter(|socket| !socket.is_empty())?;
    if detect::multiplexer(replies, variable) != Some(Multiplexer::Tmux) {
        return None;
    }
    let pane = variable("TMUX_PANE").filter(|pane| is_pane(pane))?;
    let mut command = Command::new("tmux");
    read(&answer(command.args(["display-message", "-p", "-t", &pane, QUESTION]))?)
}

/// tmux numbers its panes `%0`, `%1`, …
fn is_pane(text: &str) -> bool {
    let number = text.strip_prefix('%');
    number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

fn read(answer: &str) -> Option<Client> {
    let mut fields = answer.trim_end_matches('\n').splitn(4, '\t');
    let mut field = || fields.next();
    let (term, passes, copies, version) = (field()?, field()?, field()?, field()?);
    let text = |field: &str| (!field.is_empty()).then(|| field.to_owned());
    Some(Client {
        version: text(version),
        term: text(term),
        passes: !matches!(passes, "" | "0" | "off"),
        copies: copies == "on",
    })
}

/// What a command writes, if it does so in time.
fn answer(command: &mut Command) -> Option<String> {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let output = child.stdout.take();
    let (sender, answer) = mpsc::channel();
    let listen = move || {
        let mut text = String::new();
        let read = output.map(|output| output.take(LONGEST).read_to_string(&mut text));
        let _late = sender.send(matches!(read, Some(Ok(_))).then_some(text));
    };
    let listener = thread::Builder::new().spawn(listen);
    let text = listener.ok().and_then(|_| answer.recv_timeout(PATIENCE).ok()).flatten();
    let _ended = child.kill();
    let _reaped = child.wait();
    text
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn envelopes_are_those_that_tmux_and_screen_open() {
        let off = "\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07";
        assert_eq!(Passage::Direct.wrap(off), off);
        assert_eq!(
            Passage::Tmux.wrap(off),
            "\x1bPtmux;\x1b\x1b[8l\x1b\x1b]50;BidiRenderingEnabled=false\x07\x1b\\"
        );
        assert_eq!(
            Passage::Screen.wrap(off),
            "\x1bP\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07\x1b\\"
        );
        assert_eq!(Passage::Tmux.wrap(""), "");
    }

    #[test]
    fn an_answer_is_read_field_by_field() {
        let client = Client {
            version: Some("XTerm(379)".into()),
            term: Some("xterm-256color".into()),
            passes: true,
            copies: false,
        };
        assert_eq!(read("xterm-256color\t1\texternal\tXTerm(379)\n"), Some(client.clone()));
        let all = Client { copies: true, ..client };
        assert_eq!(read("xterm-256color\tall\ton\tXTerm(379)\n"), Some(all));
        assert_eq!(read("\t0\t\t\n"), Some(Client::default()));
        assert_eq!(read("\toff\toff\t\n"), Some(Client::default()));
        assert_eq!(read("no server running on /tmp/x\n"), None);
    }

    #[test]
    fn outside_tmux_nobody_is_asked() {
        assert_eq!(attached(&Replies::default(), |_| None), None);
        let leaked = |name: &str| match name {
            "TMUX" => Some("/nowhere,1,0".to_owned()),
            "TMUX_PANE" => Some("%0".to_owned()),
            "TERM" => Some("xterm-kitty".to_owned()),
            _ => None,
        };
        assert_eq!(attached(&Replies::default(), leaked), None);
    }

    #[test]
    fn a_pane_is_a_number() {
        assert!(is_pane("%0") && is_pane("%12"));
        assert!(!is_pane("%") && !is_pane("") && !is_pane("0") && !is_pane("%1;kill-server"));
    }

    #[cfg(unix)]
    #[test]
    fn who_does_not_answer_is_not_waited_for() {
        let start = Instant::now();
        assert_eq!(answer(Command::new("sleep").arg("60")), None);
        assert!(start.elapsed() < Duration::from_secs(5));
        assert_eq!(answer(&mut Command::new("no-such-program-anywhere")), None);
        assert_eq!(answer(Command::new("echo").arg("hello")), Some("hello\n".into()));
    }
}
