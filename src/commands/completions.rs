//! `completions`: what a shell needs to complete our commands. The only module that knows `clap_complete`.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::arguments::{Arguments, CompletionsArguments, ShellName};
use super::terminal::product;
use super::{Ended, Outcome};

/// Runs the command.
///
/// # Errors
/// Where the script cannot be printed.
pub fn completions(arguments: &CompletionsArguments) -> Ended {
    let shell = match arguments.shell {
        ShellName::Bash => Shell::Bash,
        ShellName::Zsh => Shell::Zsh,
        ShellName::Fish => Shell::Fish,
        ShellName::Powershell => Shell::PowerShell,
        ShellName::Elvish => Shell::Elvish,
    };
    let mut command = Arguments::command();
    let mut script = Vec::new();
    generate(shell, &mut command, "ladder-site", &mut script);
    product(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}
