//! `diff`: compare two versions of a document, and say whom the changes hurt.
//!
//! In: read arguments. Out: a report on standard output, and how it ended.

mod revision;

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::Diagnostics;
use asyncapi_codegen::diff::{self, Comparison};
use asyncapi_codegen::{Failure, Request, Resolved};

use crate::Outcome;
use crate::arguments::{Diff, Format, Versions};
use crate::console::Console;
use crate::workspace;
use revision::Revision;

/// Runs the command.
pub(crate) fn run(arguments: &Diff, console: &Console) -> Outcome {
    match &arguments.versions {
        Versions::Files(old, new) => pair(old, new, arguments, console, str::to_owned),
        Versions::Revision(name, document) => match Revision::check_out(name) {
            Ok(revision) => against(&revision, document.as_deref(), arguments, console),
            Err(problem) => {
                console.diagnostics(&format!("error: {problem}\n"));
                Outcome::Failed
            }
        },
    }
}

/// The documents of `spec/`, each against its form in a revision.
fn against(
    revision: &Revision,
    document: Option<&str>,
    arguments: &Diff,
    console: &Console,
) -> Outcome {
    let pairs = match revision.pairs(&workspace::spec(), document) {
        Ok(pairs) => pairs,
        Err(problem) => {
            console.diagnostics(&format!("error: {problem}\n"));
            return Outcome::Failed;
        }
    };
    let outcomes: Vec<Outcome> = pairs
        .iter()
        .map(|(old, new)| pair(old, new, arguments, console, |text| revision.named(text)))
        .collect();
    let failed = outcomes.contains(&Outcome::Failed);
    if failed {
        Outcome::Failed
    } else {
        Outcome::Done
    }
}

/// Compares two files; `named` puts the names that people know in the place of paths.
fn pair(
    old: &Path,
    new: &Path,
    arguments: &Diff,
    console: &Console,
    named: impl Fn(&str) -> String,
) -> Outcome {
    match compared(old, new, arguments) {
        Ok(compared) => {
            console.print(&named(&compared.report(arguments.format, console)));
            compared.outcome(arguments, console)
        }
        Err(failure) => {
            console.diagnostics(&named(&failure.render(console.style())));
            Outcome::Failed
        }
    }
}

/// Two versions and what changed between them.
struct Compared {
    old: Resolved,
    new: Resolved,
    comparison: Comparison,
    /// Suppressions that no change needed.
    stale: Diagnostics,
}

fn compared(old: &Path, new: &Path, arguments: &Diff) -> Result<Compared, Box<Failure>> {
    let settings = arguments.settings.clone().or_else(|| settings_beside(new));
    let old = Request::document(old).resolve()?;
    let new = settings
        .iter()
        .fold(Request::document(new), |request, path| {
            request.settings(path)
        })
        .resolve()?;
    let settings = &new.settings[0];
    let mut comparison = diff::compare(&old.models[0], &new.models[0], settings.perspective());
    comparison.suppress(|rule, at| settings.suppression(rule, at).map(str::to_owned));
    let stale = settings.unused_suppressions().into_iter().collect();
    Ok(Compared {
        old,
        new,
        comparison,
        stale,
    })
}

/// The settings of the workspace, for a document of the workspace.
fn settings_beside(document: &Path) -> Option<PathBuf> {
    let settings = workspace::spec().join("codegen.yaml");
    let folder = document.parent()?.canonicalize().ok()?;
    let own = workspace::spec().canonicalize().ok()?;
    (folder == own && settings.exists()).then_some(settings)
}

impl Compared {
    fn report(&self, format: Format, console: &Console) -> String {
        let (old, new) = (&self.old.sources, &self.new.sources);
        match format {
            Format::Text => self.comparison.text(console.report_style(), old, new),
            Format::Markdown => self.comparison.markdown(old, new),
            Format::Json => format!("{:#}\n", self.comparison.json(old, new)),
        }
    }

    fn outcome(&self, arguments: &Diff, console: &Console) -> Outcome {
        console.diagnostics(&self.stale.render(&self.new.sources, console.style()));
        let fails = arguments
            .fail_on
            .is_some_and(|axis| self.comparison.fails_on(axis));
        if fails || self.stale.has_errors() {
            Outcome::Failed
        } else {
            Outcome::Done
        }
    }
}
