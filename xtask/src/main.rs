//! `cargo xtask …`: the workspace's own commands.
//!
//! In: the command line. Out: files, a report, and an exit status: 0 done, 1 the document or the check failed,
//! 2 wrong usage. This crate knows nothing of AsyncAPI; it reads arguments, calls the library and prints.

mod arguments;
mod codegen;
mod console;
mod corpus;
mod diff;
mod workspace;

use std::process::ExitCode;

use arguments::{Command, Usage};
use console::Console;

fn main() -> ExitCode {
    let console = Console::stderr();
    match arguments::parse(lexopt::Parser::from_env()) {
        Ok(command) => run(command, &console).into(),
        Err(usage) => {
            console.usage(&usage);
            Outcome::WrongUsage.into()
        }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// What was asked is done, or holds.
    Done,
    /// A document is wrong, or the check does not hold; the reason was printed.
    Failed,
    /// The command line cannot be understood; the reason was printed.
    WrongUsage,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Failed => ExitCode::from(1),
            Outcome::WrongUsage => ExitCode::from(2),
        }
    }
}

fn run(command: Command, console: &Console) -> Outcome {
    match command {
        Command::Help(text) => {
            console.print(text);
            Outcome::Done
        }
        Command::Codegen(arguments) => codegen::run(&arguments, console),
        Command::Corpus(arguments) => corpus::run(&arguments, console),
        Command::Diff(arguments) => diff::run(&arguments, console),
    }
}

impl Usage {
    /// The usage error that `message` describes, for a command.
    fn new(command: &'static str, message: impl Into<String>) -> Self {
        Self {
            command,
            message: message.into(),
        }
    }
}
