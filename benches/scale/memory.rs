//! What a process takes of memory, as Linux tells it.

use std::fs;

/// Kilobytes.
pub(crate) struct Memory {
    /// All that is resident, mapped files too.
    pub(crate) resident: u64,
    /// What is the process's own.
    pub(crate) anonymous: u64,
    /// The most that was ever resident.
    pub(crate) peak: u64,
}

/// The memory of a process; `None` where the system does not tell.
pub(crate) fn of(process: u32) -> Option<Memory> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    Some(Memory {
        resident: field(&rollup, "Rss:")?,
        anonymous: field(&rollup, "Anonymous:")?,
        peak: field(&status, "VmHWM:")?,
    })
}

fn field(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Megabytes, for people.
pub(crate) fn megabytes(kilobytes: u64) -> String {
    format!("{:.1} MB", kilobytes as f64 / 1024.0)
}
