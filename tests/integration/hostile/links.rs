//! Addresses that try to become something else on their way to the program that opens them: that program
//! notes what it is given.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use portable_pty::CommandBuilder;

use super::screen::{Screen, eventually, program};
use crate::judge::Leave;

/// What stands before a payload.
const BEFORE: &[&str] = &[
    "https://example.org/",
    "http://user:word@example.org/",
    "HTTPS://good.example@evil.example/",
    "https://good.example\\@evil.example/",
    "mailto:someone@example.org?subject=",
    "mailto:someone@example.org?attach=/etc/passwd&body=",
    "javascript:alert(1)//",
    "file:///etc/passwd?",
    "data:text/html,",
    "ftp://example.org/",
    "--help=https://example.org/",
    "-",
    "vscode://file/",
    "https:example.org/",
    "http://p\u{430}ypal.example/",
    "//example.org/",
];

const PAYLOADS: &[&str] = &[
    "a",
    "$(touch canary)",
    "`touch canary`",
    "; touch canary",
    "&& touch canary &",
    "| touch canary",
    "' ; touch canary ; '",
    "\" ; touch canary ; \"",
    "\n touch canary",
    "%0Atouch%20canary",
    "\u{1b}]0;owned\u{7}",
    "\u{202e}gpj.exe",
    "%s%n%s",
    "a b\tc",
    "${IFS}touch${IFS}canary",
];

#[test]
fn the_opener_gets_one_argument_an_address_of_the_web_or_of_mail() {
    let own = tempfile::tempdir().unwrap();
    let opener = own.path().join("xdg-open");
    // What it is given, parted by NULs, in one piece.
    let told = "#!/bin/sh\nprintf '%s\\0%s\\0\\n' \"$#\" \"$1\" >> \"$HOME.told\"\n";
    fs::write(&opener, told).unwrap();
    fs::set_permissions(&opener, PermissionsExt::from_mode(0o755)).unwrap();
    let count = write_page(own.path());
    assert!(count >= 200, "{count}");
    let mut command = CommandBuilder::new(program());
    command.arg("page.html");
    command.env("DISPLAY", ":0");
    command.env("PATH", format!("{}:/usr/bin:/bin", own.path().display()));
    let mut screen = Screen::run(command, own.path(), (60, 120), Leave::default());
    screen.shows("1 article");
    screen.shows("L239");
    for _ in 0..count {
        screen.type_keys("]o");
    }
    // Seven of the beginnings are of no address that may be opened.
    let lines = || fs::read_to_string(own.path().join("home.told")).unwrap_or_default();
    let opened = (BEFORE.len() - 7) * PAYLOADS.len();
    assert!(eventually(|| lines().matches("\0\n").count() >= opened), "{}", lines());
    screen.type_keys("q");
    assert_eq!(screen.finish(), 0);
    let lines = lines();
    let given: Vec<&str> = lines.split_terminator("\0\n").collect();
    assert_eq!(given.len(), opened, "{given:#?}");
    for line in given {
        let (arguments, address) = line.split_once('\0').unwrap();
        assert_eq!(arguments, "1", "{line}");
        assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{address}");
        let hosts = ["https://example.org/", "http://example.org/", "https://evil.example/"];
        let others = ["https://good.example/@evil", "mailto:someone@example.org", "http://xn--"];
        assert!(hosts.iter().chain(&others).any(|start| address.starts_with(start)), "{address}");
        assert!(!address.contains("attach="), "{address}");
    }
    for place in [own.path().join("canary"), own.path().join("home/canary")] {
        assert!(!place.exists(), "a shell has read an address");
    }
}

/// A page with all links, each with words of its own.
fn write_page(dir: &Path) -> usize {
    let mut links = Vec::new();
    for before in BEFORE {
        for payload in PAYLOADS {
            let address =
                html_escape::encode_double_quoted_attribute(&format!("{before}{payload}"))
                    .into_owned();
            links.push(format!("<a href=\"{address}\">L{}</a> ", links.len()));
        }
    }
    let words =
        "Words that make an article of it, in plain letters, as articles have them. ".repeat(20);
    let page = format!(
        "<title>Links</title><article><h1>Links</h1><p>{words}</p><p>{}</p></article>",
        links.concat()
    );
    fs::write(dir.join("page.html"), page).unwrap();
    links.len()
}
