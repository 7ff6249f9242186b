//! Parse, run, print an error, exit.

fn main() {}
