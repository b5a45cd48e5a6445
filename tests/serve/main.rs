//! The preview as people use it: what it serves, what it notices, and what it does not fall for. `ARCHITECTURE.md` lists
//! the laws.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "runs the program on folders")]

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod changes;
mod errors;
mod hardness;
mod preview;
mod same;
