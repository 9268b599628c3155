//! Rounds of trials: with the crates as they are, then with crates that keep the keys which no schema declares.
//!
//! In: documents whose crates compile. Out: a [`Trial`] for each. An example may hold such keys and be right; that the
//! generator reads past them by itself is its policy, and the second round shows that nothing else was lost.

use std::io;
use std::num::NonZeroUsize;

use indicatif::ProgressBar;

use super::document::Document;
use super::examples;
use super::generation;
use super::place::Work;
use super::trial::{self, Subject, Trial};
use super::{compilation, workers};

/// What a round needs.
pub(super) struct Round<'a> {
    /// How many documents are tried at a time.
    pub(super) jobs: NonZeroUsize,
    /// Where files are.
    pub(super) work: &'a Work,
    /// A step for each document.
    pub(super) bar: &'a ProgressBar,
}

impl Round<'_> {
    /// Tries the examples of each document.
    ///
    /// # Errors
    ///
    /// A file that cannot be written, a program that cannot be started.
    pub(super) fn run(&self, documents: &[&Document]) -> io::Result<Vec<Trial>> {
        let found = workers::each(documents, self.jobs, |document| examples::of(document));
        let subjects = documents
            .iter()
            .zip(&found)
            .filter_map(|(document, cases)| {
                let cases = cases.as_ref().filter(|cases| !cases.is_empty())?;
                Some(Subject { document, cases })
            });
        let subjects: Vec<Subject> = subjects.collect();
        let mut tried = trial::run(&subjects, self.jobs, self.work, self.bar)?.into_iter();
        let trials = found.iter().map(|cases| match cases {
            None => Trial::lost(),
            Some(cases) if cases.is_empty() => Trial::default(),
            Some(_) => tried.next().unwrap_or_default(),
        });
        Ok(trials.collect())
    }

    /// Tries those again where examples did not come back, with crates that keep undeclared keys.
    ///
    /// # Errors
    ///
    /// A file that cannot be written, a program that cannot be started.
    pub(super) fn again(&self, documents: &[&Document], trials: &mut [Trial]) -> io::Result<()> {
        let wrong = |trial: &Trial| trial.right < trial.total;
        let mut wrong: Vec<(Document, &mut Trial)> = documents
            .iter()
            .zip(trials)
            .filter(|(_, trial)| wrong(trial))
            .map(|(document, trial)| (document.keeping(), trial))
            .collect();
        if wrong.is_empty() {
            return Ok(());
        }
        let keeping = wrong.iter().map(|(document, _)| document);
        let generated: Vec<bool> = keeping
            .map(|document| generation::again(document, self.work))
            .collect::<io::Result<_>>()?;
        let mut generated = generated.into_iter();
        wrong.retain(|_| generated.next() == Some(true));
        let keeping: Vec<&Document> = wrong.iter().map(|(document, _)| document).collect();
        let compilation = compilation::run(&keeping, self.work, self.bar)?;
        wrong.retain(|(document, _)| compilation.problem_of(document).is_none());
        let keeping: Vec<&Document> = wrong.iter().map(|(document, _)| document).collect();
        let again = self.run(&keeping)?;
        for ((_, trial), again) in wrong.iter_mut().zip(again) {
            trial.kept = again.right.saturating_sub(trial.right);
        }
        Ok(())
    }
}
