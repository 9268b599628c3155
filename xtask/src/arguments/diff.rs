//! The options of `diff`.
//!
//! In: the words after the command. Out: [`Diff`]. This room never touches the disk.

use std::path::PathBuf;

use asyncapi_codegen::diff::FailOn;
use lexopt::Arg::{Long, Short, Value};

use super::{Command, Usage};

/// `diff`: what to compare, and how to tell.
#[derive(Debug, PartialEq)]
pub(crate) struct Diff {
    /// The two versions.
    pub(crate) versions: Versions,
    /// How the report is written.
    pub(crate) format: Format,
    /// Which impact ends the command with status 1.
    pub(crate) fail_on: Option<FailOn>,
    /// The settings of the documents; those of `spec/` where a document of it is compared.
    pub(crate) settings: Option<PathBuf>,
}

/// The two versions that are compared.
#[derive(Debug, PartialEq)]
pub(crate) enum Versions {
    /// Two files.
    Files(PathBuf, PathBuf),
    /// The documents of `spec/` as a revision has them, and as they are; one of them when a name is given.
    Revision(String, Option<String>),
}

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For a terminal.
    Text,
    /// For a pull request.
    Markdown,
    /// For tools.
    Json,
}

const NAME: &str = "diff";

const HELP: &str = "\
Say what changed between two versions of a document: for the wire, and for callers of the generated crate.

Usage: cargo xtask diff OLD NEW [OPTIONS]
       cargo xtask diff --git REV [DOCUMENT] [OPTIONS]

With --git, the documents of spec/ as they are at the revision REV are compared with those on the disk;
DOCUMENT is the name of one of them.

Options:
      --git REV          The old version is that of a revision
      --format FORMAT    text, markdown or json [default: text]
      --fail-on IMPACT   End with status 1 when a change breaks: wire, rust or any
      --settings FILE    Perspective and suppressions, in the form of spec/codegen.yaml
  -h, --help             Print this text

Exit status: 0 done, 1 a document is wrong or --fail-on applies, 2 wrong usage.
";

/// The options as they come, before they are held against one another.
#[derive(Default)]
struct Options {
    git: Option<String>,
    format: Option<Format>,
    fail_on: Option<FailOn>,
    settings: Option<PathBuf>,
    operands: Vec<PathBuf>,
}

/// Reads the rest of the command line.
pub(super) fn parse(words: &mut lexopt::Parser) -> Result<Command, Usage> {
    let wrong = |error: lexopt::Error| Usage::new(NAME, error.to_string());
    let mut options = Options::default();
    while let Some(word) = words.next().map_err(wrong)? {
        match word {
            Short('h') | Long("help") => return Ok(Command::Help(HELP)),
            Long("git") => options.git = Some(text(words)?),
            Long("format") => options.format = Some(format(&text(words)?)?),
            Long("fail-on") => options.fail_on = Some(fail_on(&text(words)?)?),
            Long("settings") => options.settings = Some(words.value().map_err(wrong)?.into()),
            Value(operand) => options.operands.push(operand.into()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    options.finish().map(Command::Diff)
}

impl Options {
    fn finish(self) -> Result<Diff, Usage> {
        let mut operands = self.operands.into_iter();
        let versions = match (self.git, operands.next(), operands.next(), operands.next()) {
            (None, Some(old), Some(new), None) => Versions::Files(old, new),
            (Some(revision), document, None, _) => {
                let name = document.map(|name| name.to_string_lossy().into_owned());
                Versions::Revision(revision, name)
            }
            (Some(_), ..) => return Err(Usage::new(NAME, "--git takes one document at most")),
            (None, ..) => {
                return Err(Usage::new(
                    NAME,
                    "two versions are needed: OLD NEW, or --git REV",
                ));
            }
        };
        Ok(Diff {
            versions,
            format: self.format.unwrap_or(Format::Text),
            fail_on: self.fail_on,
            settings: self.settings,
        })
    }
}

fn text(words: &mut lexopt::Parser) -> Result<String, Usage> {
    let word = words
        .value()
        .map_err(|error| Usage::new(NAME, error.to_string()))?;
    word.into_string()
        .map_err(|word| Usage::new(NAME, format!("`{}` is not UTF-8", word.display())))
}

fn format(word: &str) -> Result<Format, Usage> {
    match word {
        "text" => Ok(Format::Text),
        "markdown" => Ok(Format::Markdown),
        "json" => Ok(Format::Json),
        other => Err(Usage::new(
            NAME,
            format!("--format takes text, markdown or json, not `{other}`"),
        )),
    }
}

fn fail_on(word: &str) -> Result<FailOn, Usage> {
    match word {
        "wire" => Ok(FailOn::Wire),
        "rust" => Ok(FailOn::Rust),
        "any" => Ok(FailOn::Any),
        other => Err(Usage::new(
            NAME,
            format!("--fail-on takes wire, rust or any, not `{other}`"),
        )),
    }
}
