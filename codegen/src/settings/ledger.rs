//! The settings of one document, and which of them were asked for.
//!
//! In: entries with their places. Out: answers, and an error for each entry without a question.
//! This room never reads files.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use heck::ToSnakeCase;

use super::{Decision, Perspective, SessionSetting, UnknownFields};
use crate::diagnostic::{Diagnostic, Place};
use crate::pointer::Pointer;

/// A value that knows where it stands and whether anybody asked for it.
#[derive(Debug)]
pub(crate) struct Marked<T> {
    pub(crate) value: T,
    pub(crate) at: Place,
    asked: AtomicBool,
}

impl<T> Marked<T> {
    pub(super) fn new(value: T, at: Place) -> Self {
        Self {
            value,
            at,
            asked: AtomicBool::new(false),
        }
    }

    /// The value, from now on asked for.
    pub(crate) fn mark(&self) -> &T {
        self.asked.store(true, Ordering::Relaxed);
        &self.value
    }

    pub(super) fn is_marked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    pub(super) fn unused(&self, message: impl FnOnce(&T) -> String) -> Option<Diagnostic> {
        let problem = || {
            Diagnostic::error("unused-setting", self.at.clone(), message(&self.value)).help(
                "correct the entry, or remove it: the document has changed, or never had this",
            )
        };
        (!self.is_marked()).then(problem)
    }
}

/// A rule of the comparison of versions that is not applied somewhere.
#[derive(Debug)]
pub(super) struct Suppression {
    pub(super) rule: String,
    pub(super) pointer: Pointer,
    pub(super) why: String,
}

/// A decision with its reason.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) decision: Decision,
    pub(super) why: String,
}

/// The settings of one document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) written: bool,
    pub(super) module: String,
    pub(super) perspective: Perspective,
    pub(super) root: Option<Marked<Pointer>>,
    pub(super) unknown_fields: Option<UnknownFields>,
    pub(super) names: BTreeMap<Pointer, Marked<String>>,
    pub(super) decisions: BTreeMap<Pointer, Vec<Marked<Decided>>>,
    pub(super) session: Option<SessionSetting>,
    pub(super) suppressions: Vec<Marked<Suppression>>,
}

impl Document {
    /// No wishes.
    pub(super) fn for_file(file_name: &str) -> Self {
        Self {
            written: false,
            module: module_of(file_name),
            perspective: Perspective::default(),
            root: None,
            unknown_fields: None,
            names: BTreeMap::new(),
            decisions: BTreeMap::new(),
            session: None,
            suppressions: Vec::new(),
        }
    }

    pub(super) fn suppression(&self, rule: &str, pointer: &Pointer) -> Option<&str> {
        let fits =
            |one: &&Marked<Suppression>| one.value.rule == rule && one.value.pointer == *pointer;
        self.suppressions
            .iter()
            .find(fits)
            .map(|one| one.mark().why.as_str())
    }

    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        let root = self.root.iter().filter_map(|root| {
            root.unused(|pointer| format!("the root channel `{pointer}` is not used"))
        });
        let names = self.names.iter().filter_map(|(pointer, name)| {
            name.unused(|name| format!("nothing at `{pointer}` takes the name `{name}`"))
        });
        let decisions = self
            .decisions
            .iter()
            .flat_map(|(pointer, list)| list.iter().map(move |one| (pointer, one)));
        let decisions = decisions.filter_map(|(pointer, one)| {
            one.unused(|one| format!("nothing at `{pointer}` needs {}", described(&one.decision)))
        });
        let session = self.session.iter().flat_map(SessionSetting::unused);
        root.chain(names).chain(decisions).chain(session).collect()
    }

    pub(super) fn unused_suppressions(&self) -> Vec<Diagnostic> {
        let sentence =
            |one: &Suppression| format!("no change breaks `{}` at `{}`", one.rule, one.pointer);
        self.suppressions
            .iter()
            .filter_map(|one| one.unused(sentence))
            .collect()
    }
}

fn described(decision: &Decision) -> &'static str {
    match decision {
        Decision::Accept(_) => "`accept`",
        Decision::UnknownFields(_) => "`unknown-fields`",
        Decision::Format(_) => "`format`",
        Decision::ImpliedTag => "`tag: implied`",
        Decision::Secret(_) => "`secret`",
        Decision::Alike => "`alike`",
    }
}

/// The stem of a file name in snake case, in ASCII; never empty, never a digit in front.
fn module_of(file_name: &str) -> String {
    let stem = Path::new(file_name)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let ascii: String = stem
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect();
    let snake = ascii.to_snake_case();
    match snake.chars().next() {
        None => "document".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{snake}"),
        Some(_) => snake,
    }
}

#[cfg(test)]
mod tests {
    use super::module_of;

    #[test]
    fn modules_are_named_after_files() {
        for (file, module) in [
            ("agent-engagement.yaml", "agent_engagement"),
            ("Events.v2.json", "events_v2"),
            ("2fa.yaml", "_2fa"),
            ("日本.yaml", "document"),
            ("", "document"),
        ] {
            assert_eq!(module_of(file), module);
        }
    }
}
