//! The options of `codegen`.
//!
//! In: the words after the command. Out: [`Codegen`]. This room never touches the disk.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short};

use super::{Command, Usage};

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

/// Reads the words after `codegen`.
pub(super) fn parse(words: &mut lexopt::Parser) -> Result<Command, Usage> {
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
