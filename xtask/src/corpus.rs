//! `corpus`: the generator measured on a folder of documents.
//!
//! In: read arguments. Out: a table, a file of failures, and how it ended. Every document is generated in a process of
//! its own; the crates are compiled together; the documents' own examples are decoded and encoded again.

mod child;
mod compilation;
mod document;
mod examples;
mod generation;
mod manifest;
mod place;
mod round;
mod table;
mod trial;
mod workers;

use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Instant;

use crate::Outcome;
use crate::arguments::{Corpus, Extent};
use crate::console::Console;
use crate::workspace;

use document::{Claim, Document};
use generation::{Fate, Generation};
use place::Work;
use round::Round;
use trial::Trial;

/// A document and what came of it.
struct Measured {
    document: Document,
    generation: Generation,
    /// What the compiler said against the crate; `None` where it was not asked.
    compiled: Option<Result<(), String>>,
    /// What became of the examples, where they were tried.
    trial: Option<Trial>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Corpus, console: &Console) -> Outcome {
    match measure(arguments, console) {
        Ok(measured) if measured.iter().all(Measured::is_fine) => Outcome::Done,
        Ok(_) => Outcome::Failed,
        Err(error) => {
            console.diagnostics(&format!("error: {error}\n"));
            Outcome::Failed
        }
    }
}

fn measure(arguments: &Corpus, console: &Console) -> io::Result<Vec<Measured>> {
    let root = arguments
        .work
        .clone()
        .unwrap_or_else(|| workspace::target().join("corpus"));
    let run = Run {
        jobs: jobs(arguments),
        work: Work::new(&root)?,
        console,
    };
    let mut documents = document::find(&arguments.documents)?;
    if let Some(count) = arguments.sample {
        documents = document::sample(documents, count.get());
    }
    let start = Instant::now();
    let mut measured = run.generate(documents)?;
    let elapsed = start.elapsed();
    if arguments.extent == Extent::Run {
        run.compile(&mut measured)?;
        run.try_examples(&mut measured)?;
    }
    console.print(&table::text(&measured));
    console.print(&table::times(&measured, elapsed));
    let failures = arguments
        .failures
        .clone()
        .unwrap_or_else(|| run.work.failures());
    run.write_failures(&measured, failures)?;
    Ok(measured)
}

fn jobs(arguments: &Corpus) -> NonZeroUsize {
    let processors = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    arguments.jobs.unwrap_or_else(processors)
}

/// What every stage needs.
struct Run<'a> {
    jobs: NonZeroUsize,
    work: Work,
    console: &'a Console,
}

impl Run<'_> {
    fn generate(&self, documents: Vec<Document>) -> io::Result<Vec<Measured>> {
        let bar = self.console.progress(documents.len(), "generating");
        let generations = workers::each(&documents, self.jobs, |document| {
            let generation = generation::run(document, &self.work);
            bar.inc(1);
            generation
        });
        bar.finish_and_clear();
        let measured = |(document, generation): (Document, io::Result<Generation>)| {
            Ok(Measured {
                document,
                generation: generation?,
                compiled: None,
                trial: None,
            })
        };
        documents
            .into_iter()
            .zip(generations)
            .map(measured)
            .collect()
    }

    fn compile(&self, measured: &mut [Measured]) -> io::Result<()> {
        let generated = measured
            .iter()
            .filter(|it| it.generation.fate == Fate::Generated);
        let documents: Vec<&Document> = generated.map(|it| &it.document).collect();
        let bar = self.console.progress(documents.len(), "compiling");
        let compilation = compilation::run(&documents, &self.work, &bar)?;
        for one in measured
            .iter_mut()
            .filter(|it| it.generation.fate == Fate::Generated)
        {
            let problem = compilation.problem_of(&one.document);
            one.compiled = Some(problem.map_or(Ok(()), |problem| Err(problem.to_owned())));
        }
        if measured.iter().any(|it| it.compiled.is_some())
            && !measured.iter().any(Measured::compiles)
        {
            self.console.diagnostics(&compilation.general);
        }
        Ok(())
    }

    /// Tries the examples; where some do not come back, once more with crates that keep undeclared keys.
    fn try_examples(&self, measured: &mut [Measured]) -> io::Result<()> {
        let compiled = measured.iter().filter(|it| it.compiles());
        let documents: Vec<&Document> = compiled.map(|it| &it.document).collect();
        let round = Round {
            jobs: self.jobs,
            work: &self.work,
            bar: &self.console.progress(documents.len(), "trying"),
        };
        let mut trials = round.run(&documents)?;
        round.again(&documents, &mut trials)?;
        let trials = measured.iter_mut().filter(|it| it.compiles()).zip(trials);
        trials.for_each(|(one, trial)| one.trial = Some(trial));
        Ok(())
    }

    fn write_failures(&self, measured: &[Measured], file: PathBuf) -> io::Result<()> {
        let failures: String = measured.iter().filter_map(Measured::failure).collect();
        if failures.is_empty() {
            return Ok(());
        }
        fs::write(&file, failures)?;
        self.console
            .print(&format!("failures in {}\n", file.display()));
        Ok(())
    }
}

impl Measured {
    /// Whether its crate compiles.
    fn compiles(&self) -> bool {
        matches!(self.compiled, Some(Ok(())))
    }

    /// Whether it is as it must be: a valid document goes all the way, another may be refused with a place.
    fn is_fine(&self) -> bool {
        match self.generation.fate {
            Fate::Generated => self.further_problem().is_none(),
            Fate::Located | Fate::Unlocated => self.document.claim != Claim::Valid,
            Fate::Panicked | Fate::TimedOut => false,
        }
    }

    /// What went wrong after generating.
    fn further_problem(&self) -> Option<(&'static str, &str)> {
        match (&self.compiled, &self.trial) {
            (Some(Err(problem)), _) => Some(("its crate does not compile", problem)),
            (_, Some(trial)) if trial.right + trial.kept < trial.total => {
                Some(("examples do not come back", &trial.problems))
            }
            _ => None,
        }
    }

    /// The failure as text, with everything that was printed.
    fn failure(&self) -> Option<String> {
        let (what, output) = match self.generation.fate {
            Fate::Generated => self.further_problem()?,
            Fate::Located => ("a located error", self.generation.output.as_str()),
            Fate::Unlocated => ("an error without a place", self.generation.output.as_str()),
            Fate::Panicked => ("a panic", self.generation.output.as_str()),
            Fate::TimedOut => ("it took too long", self.generation.output.as_str()),
        };
        let (slug, claim) = (&self.document.slug, self.document.claim.word());
        Some(format!(
            "== {slug} ({claim}): {what}\n{}\n{output}\n",
            self.document.entry.display()
        ))
    }
}
