//! From a folder to a published site, as people do it: against a repository that stands in for a remote, with the branch
//! checked out and served below a path, as GitHub Pages does.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, clippy::panic, reason = "runs the program on folders")]

#[path = "../support/mod.rs"]
mod support;

mod branch;
mod crawl;
mod host;
mod killed;
mod project;
mod published;
mod refused;
