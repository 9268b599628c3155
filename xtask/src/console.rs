//! Talking to whoever runs the command.
//!
//! In: texts. Out: standard output for what was asked for, standard error for everything else. Progress and summary are
//! for people: they are left out when standard error is not a terminal. Colours follow the terminal and `NO_COLOR`.

use std::io::{IsTerminal, Write};

use anstream::ColorChoice;
use asyncapi_codegen::diagnostic::Style;
use asyncapi_codegen::diff;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::arguments::Usage;

/// Where messages go, and to whom.
pub(crate) struct Console {
    audience: Audience,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Audience {
    Person,
    Pipe,
}

impl Console {
    /// The console of this process.
    pub(crate) fn stderr() -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self {
            audience: if terminal {
                Audience::Person
            } else {
                Audience::Pipe
            },
        }
    }

    /// How diagnostics are to be rendered.
    pub(crate) fn style(&self) -> Style {
        match anstream::AutoStream::choice(&std::io::stderr()) {
            ColorChoice::Never => Style::Plain,
            _ => Style::Coloured,
        }
    }

    /// How a report on standard output is to be rendered.
    pub(crate) fn report_style(&self) -> diff::Style {
        match anstream::AutoStream::choice(&std::io::stdout()) {
            ColorChoice::Never => diff::Style::Plain,
            _ => diff::Style::Coloured,
        }
    }

    /// Prints what the command was asked for.
    pub(crate) fn print(&self, text: &str) {
        // A reader that has gone away is no reason to fail.
        let _ = write!(anstream::stdout(), "{text}");
    }

    /// Prints diagnostics, whoever listens.
    pub(crate) fn diagnostics(&self, text: &str) {
        let _ = write!(anstream::stderr(), "{text}");
    }

    /// A bar for `length` steps, drawn for people only.
    pub(crate) fn progress(&self, length: usize, task: &'static str) -> ProgressBar {
        let target = match self.audience {
            Audience::Person => ProgressDrawTarget::stderr(),
            Audience::Pipe => ProgressDrawTarget::hidden(),
        };
        let style = ProgressStyle::with_template("{msg:>10} {wide_bar} {pos}/{len} {elapsed}");
        let bar = ProgressBar::with_draw_target(Some(length as u64), target);
        bar.set_style(style.expect("the template is well-formed"));
        bar.with_message(task)
    }

    /// Prints a line about progress or a summary, for people only.
    pub(crate) fn note(&self, line: &str) {
        if self.audience == Audience::Person {
            let _ = writeln!(anstream::stderr(), "{line}");
        }
    }

    /// Says what was wrong with the command line.
    pub(crate) fn usage(&self, usage: &Usage) {
        let command = if usage.command.is_empty() {
            String::new()
        } else {
            format!(" {}", usage.command)
        };
        let _ = writeln!(
            anstream::stderr(),
            "error: {}\n\n`cargo xtask{command} --help` tells the right use.",
            usage.message
        );
    }
}
