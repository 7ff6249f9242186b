//! What becomes of what the reader has done when everything goes wrong: the program is killed, the power
//! is cut, calls to the system fail, many run at once. A change counts as acknowledged when the screen
//! says "saved"; not one of those may be lost.
//!
//! `cargo bench --bench battery -- kill|power|faults|short|processes|room [COUNT]`; `faults` takes how many
//! of its three scenes to leave out. Some need root, `strace` or the tools of file systems; where these are
//! missing it says so.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a bench should stop")]

use std::env;
use std::process::Command;
use std::time::Instant;

#[path = "battery/faults.rs"]
mod faults;
#[path = "battery/kill.rs"]
mod kill;
#[path = "battery/power.rs"]
mod power;
#[path = "battery/processes.rs"]
mod processes;
#[path = "scale/reader.rs"]
mod reader;
#[path = "battery/room.rs"]
mod room;
#[cfg(target_os = "linux")]
#[path = "battery/short.rs"]
mod short;
#[path = "battery/sitting.rs"]
mod sitting;

fn main() {
    let given: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let count = given.get(1).map(|count| count.parse().expect("a number"));
    let start = Instant::now();
    match given.first().map(String::as_str) {
        Some("kill") => kill::run(count.unwrap_or(10_000)),
        Some("power") => power::run(count.unwrap_or(100)),
        Some("faults") => faults::run(count.unwrap_or(0)),
        #[cfg(target_os = "linux")]
        Some("short") => short::run(count.map_or(200, |count| count as u64)),
        Some("processes") => processes::run(count.unwrap_or(1000)),
        Some("room") => room::run(),
        _ => return println!("name one: kill, power, faults, short, processes, room"),
    }
    println!("  ({:.0} s)", start.elapsed().as_secs_f64());
}

/// Whether a tool is there.
pub(crate) fn has(tool: &str) -> bool {
    Command::new("which").arg(tool).output().is_ok_and(|output| output.status.success())
}

/// Runs a tool that has to succeed.
pub(crate) fn tool(name: &str, arguments: &[&str]) {
    let output = Command::new(name).args(arguments).output().expect(name);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}: {told}");
}

/// Whether this is root, whom file systems may be mounted for.
pub(crate) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Numbers that look like chance (Knuth's MMIX generator).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
