//! The user's browser.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Failure;

/// Opens an address with the program that the system has for it.
///
/// # Errors
/// Where there is no such program.
pub fn open_browser(url: &str) -> Result<(), Failure> {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop).map_err(Failure::of("open a browser with", Path::new(program)))
}
