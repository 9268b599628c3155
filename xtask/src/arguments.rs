//! The command line, read.
//!
//! In: the words after `cargo xtask`. Out: a [`Command`], or a [`Usage`] error that says what was not understood.
//! This room never touches the disk.

mod codegen;
mod corpus;
mod diff;

use lexopt::Arg::{Long, Short, Value};

pub(crate) use codegen::{Codegen, Mode, Target};
pub(crate) use corpus::{Corpus, Extent};
pub(crate) use diff::{Diff, Format, Versions};

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Print a help text.
    Help(&'static str),
    /// Generate, or check what was generated.
    Codegen(Codegen),
    /// Measure the generator on a folder of documents.
    Corpus(Corpus),
    /// Compare two versions of a document.
    Diff(Diff),
}

/// A command line that cannot be understood.
#[derive(Debug, PartialEq)]
pub(crate) struct Usage {
    /// The command whose help text explains the right use.
    pub(crate) command: &'static str,
    /// What was not understood.
    pub(crate) message: String,
}

const OVERVIEW: &str = "\
The workspace's own commands.

Usage: cargo xtask <COMMAND> [OPTIONS]

Commands:
  codegen   Generate Rust from AsyncAPI documents, or check what was generated
  corpus    Generate, compile and try every document of a folder, and print a table
  diff      Say what changed between two versions of a document, and whom it hurts
  help      Print this text

`cargo xtask <COMMAND> --help` tells more about a command.
";

/// Reads a command line.
pub(crate) fn parse(mut words: lexopt::Parser) -> Result<Command, Usage> {
    match words
        .next()
        .map_err(|error| Usage::new("", error.to_string()))?
    {
        None => Err(Usage::new("", "a command is missing")),
        Some(Short('h') | Long("help")) => Ok(Command::Help(OVERVIEW)),
        Some(Value(command)) => match command.to_str() {
            Some("help") => Ok(Command::Help(OVERVIEW)),
            Some("codegen") => codegen::parse(&mut words),
            Some("corpus") => corpus::parse(&mut words),
            Some("diff") => diff::parse(&mut words),
            _ => Err(Usage::new(
                "",
                format!("there is no command `{}`", command.display()),
            )),
        },
        Some(other) => Err(Usage::new("", other.unexpected().to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Mode, Target, parse};

    fn parsed(words: &[&str]) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(words)).map_err(|usage| usage.message)
    }

    #[test]
    fn codegen_without_options_writes_the_workspace() {
        let Ok(Command::Codegen(codegen)) = parsed(&["codegen"]) else {
            panic!("a codegen command")
        };
        assert_eq!(
            (codegen.target, codegen.mode),
            (Target::Workspace, Mode::Write)
        );
    }

    #[test]
    fn a_crate_of_its_own_needs_both_ends() {
        assert!(parsed(&["codegen", "--spec", "a.yaml", "--out=b", "--name", "c"]).is_ok());
        assert_eq!(
            parsed(&["codegen", "--spec", "a.yaml"]),
            Err("--spec needs --out DIR".into())
        );
        assert_eq!(
            parsed(&["codegen", "--out", "b"]),
            Err("--out needs --spec FILE".into())
        );
        assert!(parsed(&["codegen", "--name", "c"]).is_err());
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(parsed(&[]), Err("a command is missing".into()));
        assert_eq!(
            parsed(&["codgen"]),
            Err("there is no command `codgen`".into())
        );
        assert!(parsed(&["codegen", "--chek"]).is_err_and(|message| message.contains("--chek")));
        assert!(parsed(&["codegen", "--check", "--report"]).is_err());
        assert!(parsed(&["codegen", "--map", "nowhere"]).is_err());
    }
}
