//! A library of traps: files too deep, too long, too many when unpacked, endless, or no files at all. The list
//! is on the screen at once, and each of them is a problem or an article.

use std::fs;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::screen::{Screen, program};
use super::stream::article;
use crate::judge::Leave;

const SIZE: (u16, u16) = (60, 160);

/// How large the traps are.
struct Scale {
    nested: usize,
    unpacked: u64,
    sparse: u64,
    line: usize,
    folders: usize,
}

const SMALL: Scale =
    Scale { nested: 60_000, unpacked: 80 << 20, sparse: 10 << 30, line: 2 << 20, folders: 300 };
const LARGE: Scale = Scale {
    nested: 1_000_000,
    unpacked: 1 << 30,
    sparse: 10 << 30,
    line: 100 << 20,
    folders: 100_000,
};

/// Lays the traps; gives the names of those that have to be told as problems.
fn lay(dir: &Path, scale: &Scale) -> Vec<&'static str> {
    article(dir, "good.txt");
    let page = |tag: &str, name: &str| {
        let words = format!("Words of {name}. ").repeat(9);
        format!("<title>Deep {name}</title>{}<p>{words}</p>", tag.repeat(scale.nested))
    };
    for (name, tag) in [
        ("div", "<div>"),
        ("list", "<ul><li>"),
        ("bold", "<b><p>"),
        ("table", "<table><tr><td>"),
        ("quote", "<blockquote>"),
    ] {
        fs::write(dir.join(format!("{name}.html")), page(tag, name)).unwrap();
    }
    let attributes: String = (0..scale.nested / 10).map(|number| format!(" a{number}=1")).collect();
    fs::write(dir.join("attributes.html"), format!("<title>Many</title><p{attributes}>Words.</p>"))
        .unwrap();
    fs::write(dir.join("deep.json"), "[".repeat(scale.nested)).unwrap();
    fs::write(
        dir.join("deep.xml"),
        format!("<?xml version=\"1.0\"?><rss>{}", "<item>".repeat(scale.nested)),
    )
    .unwrap();
    fs::write(dir.join("laughs.xml"), laughs()).unwrap();
    bombs(dir, scale.unpacked);
    for name in ["sparse.txt", "sparse.html", "sparse.zip"] {
        File::create(dir.join(name)).unwrap().set_len(scale.sparse).unwrap();
    }
    line(&dir.join("line.txt"), scale.line);
    no_files(dir);
    folders(dir, scale.folders);
    let mut told = vec![
        "bomb.zip",
        "bomb.gz",
        "sparse.txt",
        "sparse.html",
        "sparse.zip",
        "pipe",
        "socket",
        "zero",
        "around",
        "one",
        "two",
        "out",
        "void",
        "deep.json",
    ];
    if scale.line > 64 << 20 {
        told.push("line.txt");
    }
    told
}

fn laughs() -> String {
    let mut entities = "<!ENTITY a0 \"lol\">".to_owned();
    for number in 1..=9 {
        entities.push_str(&format!(
            "<!ENTITY a{number} \"{}\">",
            format!("&a{};", number - 1).repeat(10)
        ));
    }
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [{entities}<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
        <rss version=\"2.0\"><channel><title>T</title><item><title>&a9;&x;</title><description>Words.</description></item></channel></rss>"
    )
}

fn bombs(dir: &Path, unpacked: u64) {
    let mut archive = ZipWriter::new(File::create(dir.join("bomb.zip")).unwrap());
    archive.start_file("a.txt", SimpleFileOptions::default()).unwrap();
    zeros(&mut archive, unpacked);
    archive.finish().unwrap();
    let mut stream =
        GzEncoder::new(File::create(dir.join("bomb.gz")).unwrap(), Compression::fast());
    zeros(&mut stream, unpacked);
    stream.finish().unwrap();
}

fn zeros(out: &mut impl Write, count: u64) {
    let chunk = vec![b' '; 1 << 20];
    (0..count >> 20).for_each(|_| out.write_all(&chunk).unwrap());
}

fn line(path: &Path, length: usize) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    (0..length / 10).for_each(|_| out.write_all(b"words and ").unwrap());
}

/// A pipe, a socket, links to a device, out of the library, around, to nothing.
fn no_files(dir: &Path) {
    assert!(Command::new("mkfifo").arg(dir.join("pipe")).status().unwrap().success());
    drop(UnixListener::bind(dir.join("socket")).unwrap());
    for (link, target) in [
        ("zero", "/dev/zero"),
        ("around", "."),
        ("one", "two"),
        ("two", "one"),
        ("out", "/etc/passwd"),
        ("void", "nowhere"),
        ("memory", "/proc/self/mem"),
    ] {
        symlink(target, dir.join(link)).unwrap();
    }
    if !Command::new("mknod")
        .arg(dir.join("device"))
        .args(["c", "1", "5"])
        .status()
        .unwrap()
        .success()
    {
        println!("skipped: only root makes devices");
    }
}

/// Folders in folders, deeper than any path may be long.
fn folders(dir: &Path, depth: usize) {
    let script = "use strict; for (1..$ARGV[0]) { mkdir 'd' or die; chdir 'd' or die } open my $f, '>', 'lost.txt'";
    let made =
        Command::new("perl").current_dir(dir).args(["-e", script, &depth.to_string()]).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("skipped: no perl that makes {depth} folders");
    }
}

/// Folders deeper than paths are long can be removed from inside only.
fn remove(dir: &Path) {
    assert!(Command::new("rm").arg("-rf").arg(dir).status().unwrap().success());
}

/// The largest that a process has been, in MB.
fn peak(process: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0) / 1024
}

fn spring(scale: &Scale) {
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    fs::create_dir(&library).unwrap();
    let told = lay(&library, scale);
    let start = Instant::now();
    let mut screen = Screen::start(own.path(), &["library"], SIZE, Leave::default());
    screen.shows("newest first");
    let listed = start.elapsed();
    screen.shows("not read (p)");
    let read = start.elapsed();
    screen.type_keys("p");
    screen.settle(Duration::from_millis(300));
    let peak = peak(screen.process());
    screen.type_keys("qq");
    assert_eq!(screen.finish(), 0);
    println!(
        "traps: list on the screen after {listed:?}, all read after {read:?}, at most {peak} MB resident"
    );
    let problems = doctor(own.path());
    for name in told {
        assert!(problems.contains(&format!("library/{name}")), "{name} is not told in {problems}");
    }
    let listed = run(own.path(), &["list", "library", "--json"]);
    for name in [
        "good.txt",
        "div.html",
        "list.html",
        "bold.html",
        "table.html",
        "quote.html",
        "attributes.html",
    ] {
        assert!(listed.contains(name), "{name} is not listed in {listed}");
    }
    assert!(!listed.contains("root:x:") && !listed.contains("lost.txt"));
    remove(&library);
}

fn doctor(own: &Path) -> String {
    run(own, &["doctor", "library"])
}

fn run(own: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(program());
    command.args(arguments).current_dir(own).env("HOME", own.join("home"));
    command.env("SAHIFA_STATE", own.join("state")).env("SAHIFA_CACHE", own.join("cache"));
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn traps_are_told_and_the_rest_is_read() {
    spring(&SMALL);
}

#[test]
#[ignore = "writing the traps takes a minute: tests/hostile/run"]
fn the_largest_traps_are_told_and_the_rest_is_read() {
    spring(&LARGE);
}

/// A folder that is mounted inside itself, and files of the kernel's: regular, of no length, and endless.
#[test]
#[ignore = "only root mounts: tests/hostile/run"]
fn folders_inside_themselves_and_files_of_the_kernel_come_to_an_end() {
    let own = tempfile::tempdir().unwrap();
    let library = own.path().join("library");
    let [inside, messages] = ["inside", "messages"].map(|name| library.join(name));
    fs::create_dir_all(&inside).unwrap();
    article(&library, "good.txt");
    fs::write(&messages, "").unwrap();
    let mount =
        |from: &Path, to: &Path| Command::new("mount").arg("--bind").args([from, to]).status();
    let mounted = |from, to| mount(from, to).is_ok_and(|status| status.success());
    if !mounted(&library, &inside) {
        return println!("skipped: nothing can be mounted here");
    }
    let has_messages = mounted(Path::new("/proc/kmsg"), &messages);
    let start = Instant::now();
    let listed = run(own.path(), &["list", "library", "--json"]);
    let problems = doctor(own.path());
    let time = start.elapsed();
    for at in [&messages, &inside] {
        let _mounted = Command::new("umount").arg(at).status();
    }
    println!("mounted inside itself: {time:?}, a file of the kernel's: {has_messages}");
    assert_eq!(listed.lines().count(), 1, "{listed}");
    assert!(problems.contains("mounted inside itself"), "{problems}");
}
