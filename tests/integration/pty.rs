//! The program itself behind a pseudo-terminal: it starts, leaves the terminal as it found it however
//! it ends, follows a resize, keeps what it is told, and refuses what is no terminal.
//!
//! That a panic gives the terminal back is tested where one can be caused, beside the session.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;
use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use sahifa::article::Offset;
use sahifa::library;
use sahifa::library::{Source, Wish};
use sahifa::store::{Change, Label, Store};

// What it is asked, and what becomes of answers in time, late, in pieces, or never.
#[path = "pty/answers.rs"]
mod answers;

// A text of several megabytes.
#[path = "pty/long.rs"]
mod long;

// Before a library has been read.
#[path = "pty/early.rs"]
mod early;

// Several on one library.
#[path = "pty/together.rs"]
mod together;

const PROGRAM: &str = env!("CARGO_BIN_EXE_sahifa");
const LIBRARY: &str = "tests/fixtures/library";
/// What leaves VTE: its own reordering comes back, then the shell's screen and cursor.
const LEFT: &[u8] = b"\x1b[8h\x1b[H\x1b[2J\x1b[?1049l\x1b[8h\x1b[?25h";
const PATIENCE: Duration = Duration::from_secs(10);

/// A terminal with the program running in it.
struct Terminal {
    pty: PtyPair,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<Seen>>,
    settings: String,
}

/// What has come from the program so far.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

impl Terminal {
    /// Starts the reader on the fixture library.
    fn start(state: &Path) -> Self {
        Self::start_at(state, (30, 100))
    }

    fn start_at(state: &Path, size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.arg(LIBRARY);
        Self::run(command, state, size)
    }

    fn run(mut command: CommandBuilder, state: &Path, (rows, columns): (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(size(rows, columns)).unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("VTE_VERSION", "7600");
        command.env("SAHIFA_STATE", state);
        command.env("HOME", state);
        command.env("PATH", "/usr/bin:/bin");
        command.cwd(std::env::current_dir().unwrap());
        let settings = settings(&pty);
        let child = pty.slave.spawn_command(command).unwrap();
        let seen =
            Seen { parser: vt100::Parser::new(cells(rows), cells(columns), 0), bytes: Vec::new() };
        let seen = Arc::new(Mutex::new(seen));
        watch(&pty, &seen);
        let keys = pty.master.take_writer().unwrap();
        Self { pty, child, keys, seen, settings }
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn contents(&self) -> String {
        self.seen.lock().unwrap().parser.screen().contents()
    }

    /// Waits until the screen fits.
    #[track_caller]
    fn shows(&self, fits: impl Fn(&vt100::Screen) -> bool) {
        let fits = || fits(self.seen.lock().unwrap().parser.screen());
        assert!(eventually(fits), "the screen stayed:\n{}", self.contents());
    }

    #[track_caller]
    fn shows_text(&self, text: &str) {
        self.shows(|screen| screen.contents().contains(text));
    }

    fn resize(&self, rows: u16, columns: u16) {
        self.seen.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.pty.master.resize(size(rows, columns)).unwrap();
    }

    /// Waits for the end, and gives the exit status.
    #[track_caller]
    fn ends(&mut self) -> u32 {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("still running:\n{}", self.contents());
    }

    #[track_caller]
    fn is_as_found(&self) {
        let left = || self.seen.lock().unwrap().bytes.ends_with(LEFT);
        assert!(eventually(left), "the last bytes are others: {}", self.contents());
        assert_eq!(settings(&self.pty), self.settings, "the line settings differ");
        let seen = self.seen.lock().unwrap();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.contents().trim(), "", "something was left on the shell's screen");
    }
}

/// Ends what a failed test has left running.
impl Drop for Terminal {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

const fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn settings(pty: &PtyPair) -> String {
    format!("{:?}", pty.master.get_termios())
}

/// Takes in what the program writes, until the terminal is gone.
fn watch(pty: &PtyPair, seen: &Arc<Mutex<Seen>>) {
    let mut output = pty.master.try_clone_reader().unwrap();
    let seen = Arc::clone(seen);
    thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(length @ 1..) = output.read(&mut chunk) {
            let mut seen = seen.lock().unwrap();
            seen.parser.process(&chunk[..length]);
            seen.bytes.extend_from_slice(&chunk[..length]);
        }
    });
}

fn eventually(holds: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if holds() {
            return true;
        }
        thread::sleep(Duration::from_millis(10));
    }
    holds()
}

#[test]
fn it_starts_shows_titles_and_quits_clean() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.shows_text("The keeper of the last lamp");
    terminal.shows_text("8 articles");
    terminal.shows_text("ninety-one steps");
    terminal.shows(|screen| screen.alternate_screen() && screen.bracketed_paste());
    assert_ne!(settings(&terminal.pty), terminal.settings, "keys come one by one");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_found();
}

#[test]
fn the_language_is_the_option_s_else_the_environment_s_else_the_settings_else_the_system_s() {
    let state = tempfile::tempdir().unwrap();
    let settings = state.path().join("settings.toml");
    fs::write(&settings, "language = 'fa'").unwrap();
    let settings = settings.to_str().unwrap();
    let (articles, hebrew, persian) = ("8 articles", "תובתכ 8", "ﻪﻟﺎﻘﻣ ۸");
    for (environment, arguments, shown) in [
        (&["LANG=he_IL.UTF-8"][..], &[][..], hebrew),
        (&["LANG=he_IL.UTF-8", "LC_ALL=C"], &[], articles),
        (&["LANG=he_IL.UTF-8"], &["--config", settings], persian),
        (&["LANG=C", "SAHIFA_LANGUAGE=he"], &["--config", settings], hebrew),
        (&["SAHIFA_LANGUAGE=he"], &["--config", settings, "--language", "en"], articles),
    ] {
        // The environment is cleared for the reader; what is wanted comes back by way of `env`.
        let mut command = CommandBuilder::new("/usr/bin/env");
        command.args(environment);
        command.args([PROGRAM, LIBRARY]);
        command.args(arguments);
        let mut terminal = Terminal::run(command, state.path(), (30, 100));
        terminal.shows_text(shown);
        terminal.type_keys("q");
        assert_eq!(terminal.ends(), 0, "{environment:?} {arguments:?}");
    }
}

#[test]
fn a_resize_is_followed() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.shows_text("ninety-one steps");
    terminal.shows(|screen| {
        screen.contents().lines().nth(29).is_some_and(|row| row.contains("8 articles"))
    });
    terminal.resize(12, 50);
    terminal.shows(|screen| {
        let contents = screen.contents();
        let status = contents.lines().nth(11).unwrap_or_default();
        status.contains("8 articles") && !contents.contains('│')
    });
    terminal.resize(40, 120);
    terminal.shows(|screen| {
        let contents = screen.contents();
        contents.lines().nth(39).is_some_and(|row| row.contains("8 articles"))
            && contents.contains('│')
    });
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn drawing_anew_and_another_dialect_ask_the_terminal_nothing() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.shows_text("ninety-one steps");
    let drawn = |terminal: &Terminal| terminal.seen.lock().unwrap().bytes.len();
    let before = drawn(&terminal);
    terminal.keys.write_all(b"\x0c").unwrap();
    let is_drawn_anew = || drawn(&terminal) > before + 1000;
    assert!(eventually(is_drawn_anew), "{before} and {}", drawn(&terminal));
    terminal.type_keys("\x1bOQ");
    terminal.shows_text("dialect: kitty");
    terminal.shows_text("ninety-one steps");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
    let query = b"\x1b[6n";
    assert!(!terminal.seen.lock().unwrap().bytes.windows(query.len()).any(|at| at == query));
}

#[test]
fn a_signal_to_end_restores_the_terminal() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.shows_text("ninety-one steps");
    let process = terminal.child.process_id().unwrap();
    kill_process(Pid::from_raw(i32::try_from(process).unwrap()).unwrap(), Signal::TERM).unwrap();
    assert_eq!(terminal.ends(), 128 + 15);
    terminal.is_as_found();
}

#[test]
fn bookmarks_and_places_are_there_at_the_next_start() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_at(state.path(), (12, 100));
    terminal.shows_text("ninety-one steps");
    terminal.type_keys("b\rG");
    terminal.shows(|screen| {
        screen.contents().contains('★') && screen.contents().contains("until it is day")
    });
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);

    let mut terminal = Terminal::start_at(state.path(), (12, 100));
    terminal.shows(|screen| {
        screen.contents().contains('★') && screen.contents().contains("until it is day")
    });
    assert!(!terminal.contents().contains("ninety-one steps"), "{}", terminal.contents());
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_was_read_is_kept_though_the_program_is_killed() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_at(state.path(), (12, 100));
    terminal.shows_text("ninety-one steps");
    terminal.type_keys("\rG");
    let is_kept = || Store::open(state.path()).all().any(|(_, marks)| marks.position.is_some());
    assert!(eventually(is_kept), "{}", terminal.contents());
    terminal.child.kill().unwrap();
    drop(terminal);
    let terminal = Terminal::start_at(state.path(), (12, 100));
    terminal.shows_text("until it is day");
}

#[test]
fn what_another_process_marks_is_shown() {
    let state = tempfile::tempdir().unwrap();
    let terminal = Terminal::start(state.path());
    terminal.shows_text("8 articles");
    assert!(!terminal.contents().contains('★'));
    let (entries, _) = library::collect(Source::Directory(LIBRARY.into()));
    let label = Change::Bookmark(Some(Label::default()));
    Store::open(state.path()).save(&entries[7].id, label).unwrap();
    terminal.shows_text("★");
}

#[test]
fn two_readers_show_each_other_s_bookmarks() {
    let state = tempfile::tempdir().unwrap();
    let mut terminals = [Terminal::start(state.path()), Terminal::start(state.path())];
    for terminal in &terminals {
        terminal.shows_text("8 articles");
    }
    terminals[0].type_keys("b");
    terminals[0].shows_text("bookmarked, saved");
    terminals[1].shows_text("★");
    terminals[1].type_keys("b");
    terminals[0].shows(|screen| !screen.contents().contains('★'));
    for terminal in &mut terminals {
        terminal.type_keys("q");
        assert_eq!(terminal.ends(), 0);
    }
}

#[test]
fn what_cannot_be_saved_is_told_tried_again_and_told_at_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let (state, aside) = (dir.path().join("state"), dir.path().join("aside"));
    fs::create_dir(&state).unwrap();
    let mut terminal = Terminal::start(&state);
    terminal.shows_text("8 articles");
    fs::rename(&state, &aside).unwrap();
    terminal.type_keys("b");
    terminal.shows_text("not saved: ");
    fs::rename(&aside, &state).unwrap();
    terminal.shows_text("all changes are saved");
    assert_eq!(Store::open(&state).bookmarks().len(), 1);
    fs::rename(&state, &aside).unwrap();
    terminal.type_keys("jb");
    terminal.shows_text("not saved: ");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 1);
    terminal.shows_text("sahifa: changes that are not saved: 1: ");
    assert!(!state.exists(), "nothing is begun anew where the state was");
}

#[test]
fn a_shell_can_stop_the_reader_and_have_it_back() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-i", "-m"]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.type_keys(&format!("PS1='ready> '; stty -echo; '{PROGRAM}' {LIBRARY}\n"));
    terminal.shows_text("ninety-one steps");
    terminal.type_keys("\x1a");
    terminal.shows(|screen| !screen.alternate_screen() && screen.contents().contains("ready>"));
    let before = terminal.seen.lock().unwrap().bytes.len();
    terminal.type_keys("fg\n");
    terminal.shows(|screen| screen.alternate_screen() && screen.contents().contains("ninety-one"));
    let after = terminal.seen.lock().unwrap().bytes.len();
    assert!(after > before);
    terminal.type_keys("q");
    terminal.shows(|screen| !screen.alternate_screen() && screen.contents().contains("ready>"));
    terminal.type_keys("exit\n");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn right_to_left_letters_typed_find_articles() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.shows_text("8 articles");
    terminal.type_keys("/أوكوس\r");
    terminal.shows_text("1 of 8 articles");
    terminal.type_keys("\x1b");
    terminal.shows(|screen| !screen.contents().contains("1 of 8"));
    terminal.type_keys("\x03");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_found();
}

#[test]
fn an_article_can_be_piped_in_and_keys_still_come_from_the_terminal() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", &format!("cat {LIBRARY}/06-word.md | '{PROGRAM}' -")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.shows_text("1 article");
    terminal.shows_text("tide tables");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_found();
}

#[test]
fn a_copied_paragraph_goes_to_the_terminal_as_logical_text() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    let file = format!("{LIBRARY}/02-souk.md");
    shell.args(["-c", &format!("unset VTE_VERSION; TERM=foot exec '{PROGRAM}' {file}")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.shows_text("1 article");
    let (entries, _) = library::collect(Source::Paths(vec![file.into()]));
    let article = library::open(&entries[0], Wish::default()).unwrap().article;
    let paragraph = article.excerpt(&article.block_at(Offset(0)).unwrap());
    assert!(paragraph.chars().all(|c| !('\u{fb50}'..'\u{fffd}').contains(&c)), "{paragraph}");
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(&paragraph).write_ansi(&mut sequence).unwrap();
    terminal.shows(|screen| !screen.contents().contains("Opening"));
    terminal.type_keys("y");
    let is_sent = || {
        let bytes = &terminal.seen.lock().unwrap().bytes;
        bytes.windows(sequence.len()).any(|at| at == sequence.as_bytes())
    };
    assert!(eventually(is_sent), "{}", terminal.contents());
    terminal.shows_text("Paragraph copied");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn an_address_is_opened_by_the_users_own_program_in_our_place() {
    let state = tempfile::tempdir().unwrap();
    let browser = state.path().join("browser");
    fs::write(
        &browser,
        "#!/bin/sh\necho \"visiting $1\"; read line; echo \"$line\" > \"$0.typed\"\n",
    )
    .unwrap();
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&browser, executable).unwrap();
    fs::write(state.path().join("a.md"), "see [it](https://example.org/x)\n").unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    let at = state.path().display();
    shell.args(["-c", &format!("BROWSER={at}/browser exec '{PROGRAM}' {at}/a.md")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    // The list is there before the article is; a link can be chosen when its address is shown.
    terminal.shows_text("https://example.org/x");
    terminal.type_keys("]o");
    terminal.shows(|screen| {
        screen.contents().contains("visiting https://example.org/x") && !screen.alternate_screen()
    });
    // All of it goes to the browser, nothing to the reader: `q` would leave it.
    terminal.type_keys("qqqq\n");
    terminal.shows(|screen| screen.alternate_screen() && screen.contents().contains("see it"));
    let typed = fs::read_to_string(state.path().join("browser.typed")).unwrap();
    assert_eq!(typed, "qqqq\n");
    terminal.type_keys("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_is_no_terminal_is_refused_in_one_line() {
    let state = tempfile::tempdir().unwrap();
    let output = Command::new(PROGRAM)
        .arg(LIBRARY)
        .env("SAHIFA_STATE", state.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("not a terminal") && said.contains("sahifa print"), "{said}");
}

#[test]
fn a_library_that_is_not_there_is_refused_in_one_line_before_the_screen_is_taken() {
    let state = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.arg("tests/fixtures/no-such-library");
    let mut terminal = Terminal::run(command, state.path(), (30, 100));
    assert_eq!(terminal.ends(), 1);
    terminal.shows_text("no such file or directory");
    let seen = terminal.seen.lock().unwrap();
    assert!(!seen.bytes.contains(&0x1b), "{}", seen.parser.screen().contents());
    assert!(fs::read_dir(state.path()).unwrap().next().is_none(), "nothing was written");
}

/// A command that runs the self-test.
fn self_test() -> CommandBuilder {
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["doctor", "--terminal"]);
    command
}

#[test]
fn the_self_test_shows_every_dialect_and_remembers_the_answer() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(self_test(), state.path(), (30, 100));
    terminal.shows_text("Sample 1 of");
    // In visual order, from the right edge.
    terminal.shows(|screen| screen.rows(0, 100).any(|row| row.ends_with("היירפסה")));
    terminal.shows_text("Maria Rossi");
    terminal.type_keys(" ");
    terminal.shows_text("Sample 2 of");
    terminal.shows(|screen| screen.rows(0, 100).any(|row| row.ends_with("הספרייה")));
    terminal.type_keys("\x1b[D");
    terminal.shows_text("Sample 1 of");
    // Not a sample's number.
    terminal.type_keys("9x");
    terminal.type_keys("2");
    assert_eq!(terminal.ends(), 0);
    terminal.shows_text("kitty");
    terminal.shows_text("--forget");
    terminal.shows(|screen| !screen.alternate_screen());
    assert_eq!(settings(&terminal.pty), terminal.settings, "the line settings differ");

    let mut command = CommandBuilder::new(PROGRAM);
    command.arg("doctor");
    let mut terminal = Terminal::run(command, state.path(), (60, 100));
    terminal.shows_text("it was chosen in");
    assert_eq!(terminal.ends(), 0);

    let mut command = self_test();
    command.arg("--forget");
    let mut terminal = Terminal::run(command, state.path(), (30, 100));
    terminal.shows_text("Forgotten");
    terminal.shows_text("visual");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn each_sample_is_shown_on_a_screen_switched_for_it() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(self_test(), state.path(), (30, 100));
    terminal.shows_text("Sample 1 of");
    let logical = sahifa::terminal::Dialect::ALL.iter().position(|it| it.name() == "logical");
    terminal.type_keys(&" ".repeat(logical.unwrap()));
    terminal.shows(|screen| screen.contents().contains("قالت Maria Rossi (52"));
    let is_on = || {
        let bytes = &terminal.seen.lock().unwrap().bytes;
        let last = |sequence: &[u8]| bytes.windows(sequence.len()).rposition(|at| at == sequence);
        last(b"\x1b[8h") > last(b"\x1b[8l")
    };
    assert!(eventually(is_on), "the terminal orders logical rows itself");
    terminal.type_keys("\x1b");
    assert_eq!(terminal.ends(), 0);
    terminal.shows_text("Nothing was changed.");
}

#[test]
fn the_self_test_leaves_nothing_behind_when_it_is_ended() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(self_test(), state.path(), (30, 100));
    terminal.shows_text("Sample 1 of");
    let process = terminal.child.process_id().unwrap();
    kill_process(Pid::from_raw(i32::try_from(process).unwrap()).unwrap(), Signal::TERM).unwrap();
    terminal.ends();
    terminal.shows(|screen| !screen.alternate_screen());
    assert_eq!(settings(&terminal.pty), terminal.settings, "the line settings differ");
    assert!(!state.path().join("terminals.json").exists());
}

#[test]
fn a_dumb_terminal_gets_lines() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", &format!("TERM=dumb '{PROGRAM}' {LIBRARY}")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.shows_text("8 articles");
    terminal.shows_text("> ");
    terminal.type_keys("2\n");
    terminal.shows(|screen| screen.contents().contains("سوق الكتب القديم"));
    terminal.type_keys("q\n");
    assert_eq!(terminal.ends(), 0);
    assert!(!terminal.seen.lock().unwrap().bytes.contains(&0x1b), "{}", terminal.contents());
    assert_eq!(settings(&terminal.pty), terminal.settings);
}

#[test]
fn an_article_that_is_piped_in_is_read_line_by_line_with_commands_from_the_terminal() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", &format!("cat {LIBRARY}/06-word.md | '{PROGRAM}' --linear -")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.shows_text("tide tables");
    terminal.type_keys("?\n");
    terminal.shows_text("this help");
    terminal.type_keys("q\n");
    assert_eq!(terminal.ends(), 0);
}
