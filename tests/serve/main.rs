//! The preview as people use it: what it serves, what it notices, and what it does not fall for. `ARCHITECTURE.md` lists
//! the laws.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "runs the program on folders")]

#[allow(dead_code, reason = "documents that nobody wrote use the rest")]
#[path = "../fuzz/chance.rs"]
mod chance;
#[allow(dead_code, reason = "documents that nobody wrote use the rest")]
#[path = "../fuzz/mutate.rs"]
mod mutate;
#[path = "../support/mod.rs"]
mod support;
#[allow(dead_code, reason = "documents that nobody wrote use the rest")]
#[path = "../fuzz/words.rs"]
mod words;

mod addresses;
mod changes;
mod errors;
mod gate;
mod hardness;
mod preview;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
mod reads;
mod remembered;
mod same;
