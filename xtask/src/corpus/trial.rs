//! Examples decoded and encoded again by the generated crates.
//!
//! In: the examples of the documents whose crates compile. Out: for each document, how many came back as they were,
//! and what became of the others. The program that does it is `driver.rs`; here it is only given its cases.

use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use indicatif::ProgressBar;

use super::child::{self, End};
use super::compilation::{self, Compilation};
use super::document::Document;
use super::examples::{Case, crate_name};
use super::place::Work;
use super::workers;

/// How long the examples of one document may take.
const LIMIT: Duration = Duration::from_secs(10);

/// The source of the program.
const DRIVER: &str = include_str!("driver.rs");

/// What became of a document's examples.
#[derive(Clone, Debug, Default)]
pub(super) struct Trial {
    /// How many there are.
    pub(super) total: usize,
    /// How many came back as they were.
    pub(super) right: usize,
    /// How many more come back from a crate that keeps undeclared keys.
    pub(super) kept: usize,
    /// What became of the others.
    pub(super) problems: String,
}

impl Trial {
    /// The trial of a document whose examples cannot even be looked for.
    pub(super) fn lost() -> Self {
        let problems = "looking for the examples ends with a panic\n".to_owned();
        Self {
            total: 1,
            problems,
            ..Self::default()
        }
    }
}

/// A document and its examples.
pub(super) struct Subject<'a> {
    /// The document.
    pub(super) document: &'a Document,
    /// Its examples.
    pub(super) cases: &'a [Case],
}

/// Builds the program and runs it for each document.
///
/// # Errors
///
/// A file that cannot be written, a program that cannot be started.
pub(super) fn run(
    subjects: &[Subject],
    jobs: NonZeroUsize,
    work: &Work,
    bar: &ProgressBar,
) -> io::Result<Vec<Trial>> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let folder = work.trials();
    let documents: Vec<&Document> = subjects.iter().map(|subject| subject.document).collect();
    compilation::write_crate(&folder, "corpus-trials", &documents, work)?;
    fs::write(folder.join("src").join("main.rs"), DRIVER)?;
    fs::write(folder.join("src").join("cases.rs"), cases(subjects))?;
    let built = compilation::build(&folder, work, &ProgressBar::hidden())?;
    let program = work.target().join("debug").join("corpus-trials");
    let trials = workers::each(subjects, jobs, |subject| {
        let trial = try_one(subject, &built, &program, work);
        bar.inc(1);
        trial
    });
    bar.finish_and_clear();
    trials.into_iter().collect()
}

/// The table of cases: for each document its crate, and for each of its examples the type.
fn cases(subjects: &[Subject]) -> String {
    let mut text = String::from("documents! {\n");
    for subject in subjects {
        text += &format!(
            "    {:?} {} {{\n",
            subject.document.slug,
            crate_name(subject.document)
        );
        for (index, case) in subject.cases.iter().enumerate() {
            text += &format!("        {index} {};\n", case.ty);
        }
        text += "    }\n";
    }
    text + "}\n"
}

fn try_one(
    subject: &Subject,
    built: &Compilation,
    program: &Path,
    work: &Work,
) -> io::Result<Trial> {
    let total = subject.cases.len();
    if !built.general.is_empty() {
        let problems = "the program that tries examples does not compile\n".to_owned();
        return Ok(Trial {
            total,
            problems,
            ..Trial::default()
        });
    }
    let values: Vec<_> = subject.cases.iter().map(|case| &case.value).collect();
    let (input, output) = (
        work.cases_of(subject.document),
        work.trial_of(subject.document),
    );
    fs::write(&input, serde_json::to_vec(&values)?)?;
    let mut command = Command::new(program);
    command.arg(&subject.document.slug).arg(&input);
    let (end, _) = child::run(&mut command, LIMIT, &output)?;
    let output = String::from_utf8_lossy(&fs::read(&output)?).into_owned();
    Ok(judge(subject.cases, end, &output))
}

/// What the program's lines say: one for each example, in order, `right` or what is wrong.
fn judge(cases: &[Case], end: End, output: &str) -> Trial {
    let mut trial = Trial {
        total: cases.len(),
        ..Trial::default()
    };
    let mut lines = output.lines();
    for case in cases {
        match lines.next() {
            Some("right") => trial.right += 1,
            other => {
                let what = other.unwrap_or("nothing was said");
                trial.problems += &format!("{} as {}: {what}\n", case.place, case.ty);
            }
        }
    }
    if trial.right < trial.total {
        trial.problems += &format!("the program ended with {end:?}\n");
    }
    trial
}
