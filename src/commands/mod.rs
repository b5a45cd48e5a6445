//! One file per command: the only code that sees both `io` and the stages.
//!
//! Takes arguments, gives an exit code: 0 fine, 1 the content has errors, 2 the machine would not. Diagnostics go to
//! standard error, products to standard output.
#![allow(clippy::disallowed_methods, reason = "commands ask the clock and the terminal")]

mod arguments;
mod build;
mod check;
mod completions;
mod csv;
mod export;
mod init;
mod inputs;
mod load;
mod loads;
mod memory;
mod one_line;
mod origin;
mod outline;
mod progress;
mod publish;
mod read;
mod serve;
mod terminal;
mod theme;
mod words;
mod writing;

use std::process::ExitCode;

use clap::Parser;

use crate::io::Failure;
use arguments::{Arguments, Command};

pub use load::{Loaded, load};
pub use loads::Loads;

/// Runs the command that the arguments of the process ask for.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Outline(arguments) => outline::outline(&arguments),
        Command::Export(arguments) => export::export(&arguments),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Init(arguments) => init::init(&arguments),
        Command::Completions(arguments) => completions::completions(&arguments),
        Command::Publish(arguments) => publish::publish(&arguments),
    };
    outcome
        .unwrap_or_else(|failure| {
            terminal::failure(&failure);
            Outcome::Failed
        })
        .into()
}

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Exit code 0.
    Fine,
    /// Exit code 1: the content has errors, or warnings in a strict run.
    Content,
    /// Exit code 2: the machine would not.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Content => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

/// What a command gives back to [`run`].
type Ended = Result<Outcome, Failure>;
