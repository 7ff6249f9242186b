//! Runs the program and hands on its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    sahifa::cli::run()
}
