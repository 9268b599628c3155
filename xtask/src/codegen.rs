//! `codegen`: generate, check or report.
//!
//! In: read arguments. Out: files on disk, or what differs, or reports; and how it ended.

use std::path::Path;

use asyncapi_codegen::{Failure, Files, Generated, Layout, Request};

use crate::Outcome;
use crate::arguments::{Codegen, Mode, Target};
use crate::console::Console;
use crate::workspace;

/// Runs the command.
pub(crate) fn run(arguments: &Codegen, console: &Console) -> Outcome {
    let generated = match request(arguments).and_then(|request| request.generate()) {
        Ok(generated) => generated,
        Err(failure) => {
            console.diagnostics(&failure.render(console.style()));
            return Outcome::Failed;
        }
    };
    console.diagnostics(&generated.render_warnings(console.style()));
    match arguments.mode {
        Mode::Report => report(&generated, console),
        Mode::Check => check(&generated.files(&layout(arguments)), arguments, console),
        Mode::Write => write(&generated, arguments, console),
    }
}

fn request(arguments: &Codegen) -> Result<Request, Box<Failure>> {
    let mut request = match &arguments.target {
        Target::Workspace => Request::folder(&workspace::spec())?,
        Target::Crate { spec, settings, .. } => {
            let request = Request::document(spec);
            settings
                .iter()
                .fold(request, |request, path| request.settings(path))
        }
    };
    for folder in &arguments.allowed {
        request = request.allow_path(folder);
    }
    for (url, folder) in &arguments.mirrors {
        request = request.mirror(url, folder);
    }
    Ok(request)
}

fn layout(arguments: &Codegen) -> Layout {
    match &arguments.target {
        Target::Workspace => Layout::Sources,
        Target::Crate { name, .. } => Layout::Crate { name: name.clone() },
    }
}

fn root(arguments: &Codegen) -> std::path::PathBuf {
    match &arguments.target {
        Target::Workspace => workspace::generated(),
        Target::Crate { out, .. } => out.clone(),
    }
}

/// The command that brings the files up to date.
fn mending_command(arguments: &Codegen) -> String {
    match &arguments.target {
        Target::Workspace => "cargo xtask codegen".to_owned(),
        Target::Crate {
            spec,
            out,
            name,
            settings,
        } => {
            let option = |flag: &str, value: Option<String>| {
                value.map_or(String::new(), |value| format!(" {flag} {value}"))
            };
            format!(
                "cargo xtask codegen --spec {} --out {}{}{}",
                spec.display(),
                out.display(),
                option("--name", name.clone()),
                option(
                    "--settings",
                    settings
                        .as_deref()
                        .map(|path: &Path| path.display().to_string())
                ),
            )
        }
    }
}

fn report(generated: &Generated, console: &Console) -> Outcome {
    console.print(&generated.contradictions_report());
    console.print("\n");
    console.print(&generated.ignored_report());
    Outcome::Done
}

fn check(files: &Files, arguments: &Codegen, console: &Console) -> Outcome {
    match files.check(&root(arguments)) {
        Ok(()) => {
            console.note(&format!("{} files are what the documents say", files.len()));
            Outcome::Done
        }
        Err(stale) => {
            console.diagnostics(&stale.render(&mending_command(arguments)));
            Outcome::Failed
        }
    }
}

fn write(generated: &Generated, arguments: &Codegen, console: &Console) -> Outcome {
    let (files, root) = (generated.files(&layout(arguments)), root(arguments));
    match files.write(&root) {
        Ok(written) => {
            for path in &written.foreign {
                let path = root.join(path);
                console.diagnostics(&format!(
                    "warning: `{}` is not generated, and nothing else may stand there; remove it\n",
                    path.display()
                ));
            }
            console.note(&format!("{}; {written}", generated.summary()));
            Outcome::Done
        }
        Err(problem) => {
            console.diagnostics(&format!("error: {problem}\n"));
            Outcome::Failed
        }
    }
}
