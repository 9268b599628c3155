//! The options of `corpus`.
//!
//! In: the words after the command. Out: [`Corpus`]. This room never touches the disk.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};

use super::{Command, Usage};

/// `corpus`: what to measure, and how far.
#[derive(Debug, PartialEq)]
pub(crate) struct Corpus {
    /// The folder of documents.
    pub(crate) documents: PathBuf,
    /// How many of them are taken, evenly spread; all when not given.
    pub(crate) sample: Option<NonZeroUsize>,
    /// How many documents are generated at a time; as many as there are processors when not given.
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How far each document is taken.
    pub(crate) extent: Extent,
    /// The file that failures are written to; in the work folder when not given.
    pub(crate) failures: Option<PathBuf>,
    /// The folder for generated crates and what is built from them; below the target folder when not given.
    pub(crate) work: Option<PathBuf>,
}

/// How far a document is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// It is generated.
    Generate,
    /// It is generated, compiled, and its examples are decoded and encoded again.
    Run,
}

const NAME: &str = "corpus";

const HELP: &str = "\
Generate every document of a folder, compile the crates, try the documents' own examples, and print a table.

Usage: cargo xtask corpus DIR [OPTIONS]

With a manifest.tsv in DIR, the documents are those that it lists (columns slug, entry, valid); without one, every
*.yaml, *.yml and *.json below DIR that has an `asyncapi` key.

Options:
      --sample N         Take N documents only, evenly spread
      --jobs N           Generate N documents at a time [default: one a processor]
      --no-compile       Generate only
      --failures FILE    Where failures are written [default: failures.txt in the work folder]
      --work DIR         Where crates are generated and built [default: corpus in the target folder]
  -h, --help             Print this text

Exit status: 0 done, 1 a valid document failed or anything panicked or took too long, 2 wrong usage.
";

/// Reads the rest of the command line.
pub(super) fn parse(words: &mut lexopt::Parser) -> Result<Command, Usage> {
    let mut documents = None;
    let mut corpus = Corpus {
        documents: PathBuf::new(),
        sample: None,
        jobs: None,
        extent: Extent::Run,
        failures: None,
        work: None,
    };
    while let Some(word) = words.next().map_err(wrong)? {
        match word {
            Short('h') | Long("help") => return Ok(Command::Help(HELP)),
            Long("sample") => corpus.sample = Some(count(words)?),
            Long("jobs") => corpus.jobs = Some(count(words)?),
            Long("no-compile") => corpus.extent = Extent::Generate,
            Long("failures") => corpus.failures = Some(words.value().map_err(wrong)?.into()),
            Long("work") => corpus.work = Some(words.value().map_err(wrong)?.into()),
            Value(folder) if documents.is_none() => documents = Some(folder.into()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    corpus.documents =
        documents.ok_or_else(|| Usage::new(NAME, "the folder of documents is missing"))?;
    Ok(Command::Corpus(corpus))
}

fn wrong(error: lexopt::Error) -> Usage {
    Usage::new(NAME, error.to_string())
}

fn count(words: &mut lexopt::Parser) -> Result<NonZeroUsize, Usage> {
    let word = words.value().map_err(wrong)?;
    let number = word.to_str().and_then(|word| word.parse().ok());
    number.ok_or_else(|| {
        Usage::new(
            NAME,
            format!("`{}` is not a number of 1 or more", word.display()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{Command, Extent, parse};

    fn parsed(words: &[&str]) -> Result<Command, String> {
        // A parser reads the words after the program's name; here these are the words after the command.
        parse(&mut lexopt::Parser::from_args(words)).map_err(|usage| usage.message)
    }

    #[test]
    fn a_folder_is_enough() {
        let Ok(Command::Corpus(corpus)) = parsed(&["documents"]) else {
            panic!("a corpus command")
        };
        assert_eq!(
            (corpus.documents.to_str(), corpus.sample, corpus.extent),
            (Some("documents"), None, Extent::Run)
        );
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(
            parsed(&[]),
            Err("the folder of documents is missing".into())
        );
        assert_eq!(
            parsed(&["a", "--sample", "0"]),
            Err("`0` is not a number of 1 or more".into())
        );
        assert!(parsed(&["a", "b"]).is_err_and(|message| message.contains('b')));
    }
}
