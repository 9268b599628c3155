//! The settings of one document, as questions.
//!
//! In: JSON pointers. Out: what was decided about what stands there; each answer leaves a mark.
//! This room never knows whether a pointer leads anywhere.

use std::sync::Arc;

use super::ledger::{Document, Marked};
use super::{Accept, Decision, Perspective, SessionSetting, UnknownFields};
use crate::diagnostic::{Diagnostic, Place};
use crate::pointer::Pointer;

/// The settings for one document. Clones share the marks.
#[derive(Clone, Debug)]
pub struct DocumentSettings(Arc<Document>, UnknownFields);

impl DocumentSettings {
    /// The defaults for a document without settings.
    pub fn for_file(file_name: &str) -> Self {
        Self::new(Arc::new(Document::for_file(file_name)))
    }

    pub(super) fn new(document: Arc<Document>) -> Self {
        Self(document, UnknownFields::default())
    }

    /// The same, with another answer where nothing is said about unknown keys.
    pub(super) fn otherwise(self, unknown_fields: UnknownFields) -> Self {
        Self(self.0, unknown_fields)
    }

    /// Whether the file of settings speaks of this document.
    pub fn is_written(&self) -> bool {
        self.0.written
    }

    /// The module that holds the document's items.
    pub fn module(&self) -> &str {
        &self.0.module
    }

    /// On which side of the channels the users of the crate are.
    pub fn perspective(&self) -> Perspective {
        self.0.perspective
    }

    /// The channel whose items are re-exported at the module's root.
    pub fn root(&self) -> Option<&Pointer> {
        self.0.root.as_ref().map(Marked::mark)
    }

    /// Where the settings name the root channel: for the case that there is no such channel.
    pub fn root_place(&self) -> Option<&Place> {
        self.0.root.as_ref().map(|root| &root.at)
    }

    /// What becomes of unknown keys where nothing else is decided.
    pub fn unknown_fields(&self) -> UnknownFields {
        self.0.unknown_fields.unwrap_or(self.1)
    }

    /// The Rust name wanted for what stands at a pointer.
    pub fn name(&self, pointer: &Pointer) -> Option<&str> {
        self.0.names.get(pointer).map(|name| name.mark().as_str())
    }

    /// Where the settings name what stands at a pointer.
    pub fn name_place(&self, pointer: &Pointer) -> Option<&Place> {
        self.0.names.get(pointer).map(|name| &name.at)
    }

    /// The first decision about what stands at a pointer. Rather ask for the kind you can honour: only what is asked
    /// for counts as used.
    pub fn decision(&self, pointer: &Pointer) -> Option<&Decision> {
        self.find(pointer, Some)
    }

    /// Why something was decided about what stands at a pointer.
    pub fn why(&self, pointer: &Pointer, decision: &Decision) -> Option<&str> {
        let mut decisions = self.0.decisions.get(pointer)?.iter();
        let decided = decisions.find(|one| one.value.decision == *decision)?;
        Some(&decided.value.why)
    }

    /// Where the settings decide something about what stands at a pointer.
    pub fn decision_place(&self, pointer: &Pointer) -> Option<&Place> {
        self.0
            .decisions
            .get(pointer)?
            .first()
            .map(|decided| &decided.at)
    }

    /// What else is accepted at a pointer.
    pub fn accept(&self, pointer: &Pointer) -> Option<Accept> {
        self.find(pointer, |decision| {
            if let Decision::Accept(accept) = decision {
                Some(*accept)
            } else {
                None
            }
        })
    }

    /// What becomes of unknown keys of the object at a pointer.
    pub fn unknown_fields_at(&self, pointer: &Pointer) -> Option<UnknownFields> {
        self.find(pointer, |decision| {
            if let Decision::UnknownFields(fields) = decision {
                Some(*fields)
            } else {
                None
            }
        })
    }

    /// The format that stands in for the schema's own.
    pub fn format(&self, pointer: &Pointer) -> Option<&str> {
        self.find(pointer, |decision| {
            if let Decision::Format(format) = decision {
                Some(format.as_str())
            } else {
                None
            }
        })
    }

    /// Whether the value at a pointer is secret, if that is decided.
    pub fn secret(&self, pointer: &Pointer) -> Option<bool> {
        self.find(pointer, |decision| {
            if let Decision::Secret(secret) = decision {
                Some(*secret)
            } else {
                None
            }
        })
    }

    /// Whether the examples of the union at a pointer leave out the tag.
    pub fn is_tag_implied(&self, pointer: &Pointer) -> bool {
        self.find(pointer, |decision| {
            (*decision == Decision::ImpliedTag).then_some(())
        })
        .is_some()
    }

    /// Whether it is known that two messages of the channel at a pointer cannot be told apart.
    pub fn is_alike(&self, pointer: &Pointer) -> bool {
        self.find(pointer, |decision| {
            (*decision == Decision::Alike).then_some(())
        })
        .is_some()
    }

    /// What is said of the sessions on the document's channels.
    pub(crate) fn session(&self) -> Option<&SessionSetting> {
        self.0.session.as_ref()
    }

    /// Why a rule of the comparison of versions is not applied at a pointer; `None` when it is.
    pub fn suppression(&self, rule: &str, pointer: &Pointer) -> Option<&str> {
        self.0.suppression(rule, pointer)
    }

    /// As [`super::Settings::unused`], for this document.
    pub fn unused(&self) -> Vec<Diagnostic> {
        self.0.unused()
    }

    /// An error `unused-setting` for each suppression that no change needed.
    pub fn unused_suppressions(&self) -> Vec<Diagnostic> {
        self.0.unused_suppressions()
    }

    fn find<'own, T>(
        &'own self,
        pointer: &Pointer,
        wanted: impl Fn(&'own Decision) -> Option<T>,
    ) -> Option<T> {
        let decisions = self.0.decisions.get(pointer)?;
        decisions
            .iter()
            .find_map(|one| wanted(&one.value.decision).inspect(|_| _ = one.mark()))
    }
}
