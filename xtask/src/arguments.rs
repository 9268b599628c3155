//! The command line, read.
//!
//! In: the words after `cargo xtask`. Out: a [`Command`], or a [`Usage`] error that says what was not understood.
//! This room never touches the disk.

mod corpus;
mod diff;

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};

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

/// `codegen`: what to generate, and whether to write it.
#[derive(Debug, PartialEq)]
pub(crate) struct Codegen {
    /// What is generated.
    pub(crate) target: Target,
    /// Whether files are written or compared.
    pub(crate) mode: Mode,
    /// Folders beside the document's own in which references may read.
    pub(crate) allowed: Vec<PathBuf>,
    /// Prefixes of web addresses, each with the folder that stands for it.
    pub(crate) mirrors: Vec<(String, PathBuf)>,
}

/// What is generated.
#[derive(Debug, PartialEq)]
pub(crate) enum Target {
    /// The documents in `spec/`, into `generated/`.
    Workspace,
    /// One document, into a crate of its own.
    Crate {
        /// The document.
        spec: PathBuf,
        /// The folder of the crate.
        out: PathBuf,
        /// The crate's name; derived from the document when not given.
        name: Option<String>,
        /// A settings file.
        settings: Option<PathBuf>,
    },
}

/// Whether files are written or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Files are written.
    Write,
    /// Nothing is written; files that are not what they should be are shown.
    Check,
    /// Nothing is written; what the documents leave open or contradict is printed.
    Report,
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

const CODEGEN: &str = "\
Generate Rust from AsyncAPI documents.

Usage: cargo xtask codegen [--check | --report]
       cargo xtask codegen --spec FILE --out DIR [--name CRATE] [--settings FILE] [--check | --report]

Without --spec, the documents in spec/ are generated into generated/src.

Options:
      --check            Write nothing; fail when a generated file is edited, missing or left over
      --report           Write nothing; print what the documents contradict and which keywords have no effect
      --spec FILE        The document of a crate of its own
      --out DIR          The folder of that crate
      --name CRATE       The name of that crate [default: from the document's title]
      --settings FILE    Settings for that document, in the form of spec/codegen.yaml
      --allow-path DIR   Let references read below DIR too; may be repeated
      --map URL=DIR      Let references to web addresses below URL read from DIR; may be repeated
  -h, --help             Print this text

Exit status: 0 done, 1 the document or the check failed, 2 wrong usage.
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
            Some("codegen") => codegen(&mut words),
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

/// The options of `codegen` as they come, before they are held against one another.
#[derive(Default)]
struct CodegenOptions {
    mode: Option<Mode>,
    spec: Option<PathBuf>,
    out: Option<PathBuf>,
    name: Option<String>,
    settings: Option<PathBuf>,
    allowed: Vec<PathBuf>,
    mirrors: Vec<(String, PathBuf)>,
}

fn codegen(words: &mut lexopt::Parser) -> Result<Command, Usage> {
    let mut options = CodegenOptions::default();
    let wrong = |error: lexopt::Error| Usage::new("codegen", error.to_string());
    while let Some(word) = words.next().map_err(wrong)? {
        match word {
            Short('h') | Long("help") => return Ok(Command::Help(CODEGEN)),
            Long("check") => options.choose(Mode::Check)?,
            Long("report") => options.choose(Mode::Report)?,
            Long("spec") => options.spec = Some(words.value().map_err(wrong)?.into()),
            Long("out") => options.out = Some(words.value().map_err(wrong)?.into()),
            Long("name") => options.name = Some(text(words.value().map_err(wrong)?)?),
            Long("settings") => options.settings = Some(words.value().map_err(wrong)?.into()),
            Long("allow-path") => options.allowed.push(words.value().map_err(wrong)?.into()),
            Long("map") => options.mirrors.push(mirror(words.value().map_err(wrong)?)?),
            other => return Err(wrong(other.unexpected())),
        }
    }
    options.finish().map(Command::Codegen)
}

impl CodegenOptions {
    fn choose(&mut self, mode: Mode) -> Result<(), Usage> {
        match self.mode.replace(mode) {
            Some(before) if before != mode => Err(Usage::new(
                "codegen",
                "--check and --report cannot be given together",
            )),
            _ => Ok(()),
        }
    }

    fn finish(self) -> Result<Codegen, Usage> {
        let target = match (self.spec, self.out) {
            (Some(spec), Some(out)) => Target::Crate {
                spec,
                out,
                name: self.name,
                settings: self.settings,
            },
            (Some(_), None) => return Err(Usage::new("codegen", "--spec needs --out DIR")),
            (None, Some(_)) => return Err(Usage::new("codegen", "--out needs --spec FILE")),
            (None, None) if self.name.is_some() || self.settings.is_some() => {
                return Err(Usage::new(
                    "codegen",
                    "--name and --settings go with --spec FILE --out DIR",
                ));
            }
            (None, None) => Target::Workspace,
        };
        let mode = self.mode.unwrap_or(Mode::Write);
        Ok(Codegen {
            target,
            mode,
            allowed: self.allowed,
            mirrors: self.mirrors,
        })
    }
}

fn text(word: OsString) -> Result<String, Usage> {
    word.into_string()
        .map_err(|word| Usage::new("codegen", format!("`{}` is not UTF-8", word.display())))
}

fn mirror(word: OsString) -> Result<(String, PathBuf), Usage> {
    let word = text(word)?;
    match word.split_once('=') {
        Some((url, folder)) if url.contains("://") && !folder.is_empty() => {
            Ok((url.to_owned(), folder.into()))
        }
        _ => Err(Usage::new(
            "codegen",
            format!("--map takes URL=DIR, not `{word}`"),
        )),
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
