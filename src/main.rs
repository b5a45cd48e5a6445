//! The `ladder-site` binary.

fn main() {}
