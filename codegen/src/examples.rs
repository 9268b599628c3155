//! Spec against reality: every example of a document, held against the schema that it belongs to.
//!
//! In: a [`Model`], the files with the raw text of the examples, and the decisions of the settings.
//! Out: [`Contradiction`]s, each once at its schema with all the examples that show it, and the examples that are
//! right. Time is bounded: work is counted, and an example that takes too much is left alone.
//! Also out: the objects that examples show to be open. This room never changes the model; what a contradiction means
//! for the code is decided in the settings.

mod compare;
mod finding;
mod fit;
mod format;
mod level;
mod number;
mod object;
mod scalar;
mod settling;
mod shown;
mod subject;
mod tag;
mod union;
mod variable;
mod walk;
mod warning;
mod words;

use std::collections::BTreeSet;

use crate::diagnostic::Place;
use crate::model::{Model, SchemaId};
use crate::settings::DocumentSettings;
use crate::source::{Cursor, Origin, Sources};

use settling::Decisions;
use walk::{Verdict, Walk};

pub use subject::Owner;
pub use warning::warnings;
pub(crate) use words::count as counted;

/// How a schema and its examples disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A number where the schema says string.
    NumberForString,
    /// A string where the schema says number.
    StringForNumber,
    /// A number that the schema's width or bounds exclude.
    OutOfRange,
    /// Any other value of another JSON type.
    WrongType,
    /// Null where the schema does not allow it.
    NullValue,
    /// A key that a closed object does not declare.
    UndeclaredKey,
    /// No key where the schema requires it.
    MissingKey,
    /// No key where a union needs it to tell its members apart.
    MissingTag,
    /// A value that is not in the list of allowed ones.
    UnknownValue,
    /// A value other than the only one allowed.
    WrongConstant,
    /// A format that no standard knows and that looks like a known one.
    UnknownFormat,
    /// A value that fits no member of a union.
    NoMember,
    /// A value that fits several members of a `oneOf`.
    SeveralMembers,
}

impl Kind {
    /// A stable kebab-case word.
    pub fn code(self) -> &'static str {
        match self {
            Self::NumberForString => "number-for-string",
            Self::StringForNumber => "string-for-number",
            Self::OutOfRange => "out-of-range",
            Self::WrongType => "wrong-type",
            Self::NullValue => "null-value",
            Self::UndeclaredKey => "undeclared-key",
            Self::MissingKey => "missing-key",
            Self::MissingTag => "missing-tag",
            Self::UnknownValue => "unknown-value",
            Self::WrongConstant => "wrong-constant",
            Self::UnknownFormat => "unknown-format",
            Self::NoMember => "no-member",
            Self::SeveralMembers => "several-members",
        }
    }
}

/// One disagreement between a schema and examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// How they disagree.
    pub kind: Kind,
    /// The schema's place.
    pub schema: Origin,
    /// What the schema says, a few words (`a string`).
    pub expected: String,
    /// The examples that show something else, in document order; for a format, those that have it.
    pub evidence: Vec<Evidence>,
    /// How many more places there are than `evidence` keeps.
    pub omitted: usize,
    /// The decision that settles it.
    pub settled_by: Option<Settlement>,
    /// What the settings would have to say to settle it (`accept: number`), where they can.
    pub remedy: Option<String>,
}

/// What one example shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The value, or for a key too many its key, in the example.
    pub at: Place,
    /// The same place as a path from the example's root (`$.body.timestamp`).
    pub path: String,
    /// What stands there, a few words (`the number 514`).
    pub found: String,
}

/// A decision of the settings that settles a contradiction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settlement {
    /// The pointer under which it stands in the settings.
    pub at: Origin,
    /// What was decided (`accept: number`).
    pub decision: String,
    /// Why.
    pub why: String,
}

impl Contradiction {
    /// How many places in examples show it.
    pub fn examples(&self) -> usize {
        self.evidence.len() + self.omitted
    }

    /// The line of the settings, below `decisions`, that would settle it.
    pub fn settings_line(&self) -> Option<String> {
        let remedy = self.remedy.as_deref()?;
        let pointer = self.schema.pointer.to_string().replace('\'', "''");
        Some(format!("'{pointer}': {{ {remedy}, why: … }}"))
    }
}

/// Every contradiction between the document's schemas and its examples, in the order of the schemas: the first 10,000
/// that are found, each with its first 1,000 places.
pub fn contradictions(
    model: &Model,
    sources: &Sources,
    settings: &DocumentSettings,
) -> Vec<Contradiction> {
    let decisions = Decisions::new(model.at.file, settings);
    let mut subjects = subject::examples(model);
    subjects.extend(subject::defaults(model, sources));
    let mut walk = Walk::new(model, &decisions);
    for subject in &subjects {
        walk.examine(subject);
    }
    let mut findings = walk.finish();
    tag::missing(model, &decisions, &mut findings);
    format::unknown(model, &decisions, &mut findings);
    variable::unknown_values(model, &mut findings);
    findings.finish(sources)
}

/// The objects of which right examples show keys that no schema declares.
pub(crate) fn open_objects(model: &Model) -> BTreeSet<SchemaId> {
    shown::objects(model)
}

/// The examples that are right: nothing in them contradicts their schema.
pub fn valid(model: &Model) -> Vec<(Owner, Cursor)> {
    let decisions = Decisions::none(model.at.file);
    let subjects = subject::examples(model);
    let mut walk = Walk::new(model, &decisions);
    let right = subjects
        .iter()
        .filter(|subject| walk.examine(subject) == Verdict::Right);
    right
        .map(|subject| (subject.owner, subject.example.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
