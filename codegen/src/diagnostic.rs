//! What the tool tells people: problems and remarks with a code, a sentence, places and help.
//!
//! In: what a stage found, with [`Origin`]s or byte ranges. Out: [`Diagnostics`], whose text the room `render` writes.
//! Stages push and go on; a stage ends with [`Diagnostics::into_result`].
//! This room never reads a file and never decides what is a problem.

use std::ops::Range;

use crate::origin::{FileId, Origin};

/// What the text of diagnostics is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Files, logs, tests.
    Plain,
    /// Terminals that know ANSI colours.
    Coloured,
}

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The output is right, but somebody should look.
    Warning,
}

/// A place that a diagnostic points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The value of a node.
    Value(Origin),
    /// The key under which a node stands.
    Key(Origin),
    /// A range of bytes: for text that has no tree yet.
    Bytes(FileId, Range<usize>),
    /// A path that could not be read, or no place at all (wrong usage).
    Path(std::path::PathBuf),
}

/// One problem or remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How serious it is.
    pub severity: Severity,
    /// A stable kebab-case word, such as `dangling-ref`.
    pub code: &'static str,
    /// One sentence: what is wrong.
    pub message: String,
    /// Where.
    pub at: Place,
    /// A few words under the carets; may be empty.
    pub label: String,
    /// Further places with a few words each (the other half of a clash).
    pub related: Vec<(Place, String)>,
    /// What to do, one sentence an entry.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, at: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, at, message.into())
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, at: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, at, message.into())
    }

    fn new(severity: Severity, code: &'static str, at: Place, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            at,
            label: String::new(),
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// The same with a few words under the carets.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn related(mut self, at: Place, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    /// The same with a sentence that says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// The diagnostics of a run so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.list
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All of them, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Takes over another stage's.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Ends a stage: the value when nothing was an error, the diagnostics otherwise.
    ///
    /// Warnings of a successful stage stay in `self`.
    ///
    /// # Errors
    ///
    /// All diagnostics so far, when at least one is an error.
    pub fn into_result<T>(self, value: T) -> Result<(T, Diagnostics), Diagnostics> {
        if self.has_errors() {
            Err(self)
        } else {
            Ok((value, self))
        }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            list: vec![diagnostic],
        }
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(all: I) -> Self {
        Self {
            list: all.into_iter().collect(),
        }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        self.list.extend(more);
    }
}

/// A text as it may stand within a sentence: cut after 80 characters.
pub(crate) fn excerpt(text: &str) -> std::borrow::Cow<'_, str> {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
