//! Keywords that shape no type: kept for the docs where they restrict values, and put on record in any case.
//!
//! In: a node and the types that it is about. Out: constraints on the body, entries in the ignored-keyword report.
//! This room never changes a shape.

use super::Schemas;
use super::body::Body;
use super::bounds::is_end_of_width;
use super::json::Reader;
use super::keyword::{Effect, keyword, narrows_reference};
use super::kind::Kinds;
use crate::model::{Constraint, Ignored, Shape, StatedKeyword};
use crate::resolve::Context;
use crate::source::{Cursor, Origin};

/// The reason for what the docs show.
pub(super) const DOCUMENTED: &str = "documented, not enforced";
/// The reason for what nothing depends on.
pub(super) const NO_EFFECT: &str = "no effect";

impl Reader<'_, '_> {
    /// Goes over all keywords of a schema.
    pub(super) fn report(&mut self, cursor: &Cursor, kinds: &Kinds, body: &mut Body) {
        let entries = cursor.entries();
        if !entries.is_empty()
            && entries
                .iter()
                .all(|(word, _)| keyword(word).is_none() && !word.starts_with("x-"))
        {
            self.odd(
                cursor,
                "no keyword of JSON Schema stands here, so any value is accepted",
            );
        }
        for (word, value) in entries {
            match keyword(&word) {
                _ if word == "required" && value.node.as_bool().is_some() => {
                    self.ignore(&value, &word, "a boolean `required` belongs to draft 3");
                }
                Some((subject, effect)) if subject.concerns(&kinds.list) => {
                    self.report_known(word, value, effect, kinds, body);
                }
                Some(_) => self.ignore(&value, &word, "does not concern values of this type"),
                None if word.starts_with("x-") => {
                    self.ignore(&value, &word, "extension not understood")
                }
                None => self.ignore(&value, &word, "unknown keyword"),
            }
        }
    }

    /// What stands beside a `$ref` without effect.
    pub(super) fn report_beside(&mut self, reference: &Cursor) {
        if reference.node.get("$ref").is_none() || narrows_reference(reference) {
            return;
        }
        for (word, value) in reference.entries() {
            if !matches!(word.as_str(), "$ref" | "description") {
                self.ignore(&value, &word, "stands beside `$ref`");
            }
        }
    }

    fn state_format(&mut self, value: &Cursor, kinds: &Kinds) {
        let Some(text) = value.node.as_text() else {
            return self.ignore(value, "format", "no text");
        };
        let text = text.to_owned();
        let kinds = kinds.list.iter().filter_map(|kind| kind.scalar()).collect();
        let word = "format";
        self.context
            .state(value, StatedKeyword::Format { word, text, kinds });
    }

    fn state_openness(&mut self, value: &Cursor) {
        let empty = value
            .node
            .as_mapping()
            .is_some_and(|mapping| mapping.is_empty());
        let allowed = value.node.as_bool().or(empty.then_some(true));
        if let Some(allowed) = allowed {
            self.context
                .state(value, StatedKeyword::AdditionalProperties { allowed });
        }
    }

    fn report_known(
        &mut self,
        word: String,
        value: Cursor,
        effect: Effect,
        kinds: &Kinds,
        body: &mut Body,
    ) {
        let bound = matches!(
            word.as_str(),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum"
        );
        match effect {
            Effect::Shapes if word == "format" => self.state_format(&value, kinds),
            Effect::Shapes if word == "additionalProperties" => self.state_openness(&value),
            Effect::Shapes if bound && !is_enforced(&word, body) => {
                self.document(word, &value, body)
            }
            Effect::Shapes if matches!(word.as_str(), "definitions" | "$defs") => {
                self.schemas.definitions.push(value)
            }
            Effect::Shapes => {}
            Effect::Documented if value.node.as_bool() == Some(false) => {
                self.ignore(&value, &word, "`false` restricts nothing");
            }
            Effect::Documented => self.document(word, &value, body),
            Effect::None if matches!(word.as_str(), "$id" | "$anchor") => {
                self.ignore(&value, &word, "a name for references alone");
            }
            Effect::None => self.ignore(&value, &word, NO_EFFECT),
        }
    }

    fn document(&mut self, word: String, value: &Cursor, body: &mut Body) {
        self.ignore(value, &word, DOCUMENTED);
        body.constraints.push(constraint(word, value));
    }

    /// Puts a keyword on record.
    pub(super) fn ignore(&mut self, value: &Cursor, word: &str, reason: &'static str) {
        self.schemas
            .ignore(self.context, &value.origin, word, reason);
    }
}

impl Schemas {
    /// Puts a keyword on record, once however often its schema is merged into others.
    pub(super) fn ignore(
        &mut self,
        context: &mut Context<'_>,
        at: &Origin,
        word: &str,
        reason: &'static str,
    ) {
        if self.reported.insert((at.clone(), word.to_owned())) {
            context.ignored.push(Ignored {
                at: at.clone(),
                keyword: word.to_owned(),
                reason,
            });
        }
    }

    /// Whether a reference led to a place or below it.
    fn is_used(&self, place: &Origin) -> bool {
        let below = Origin {
            pointer: place.pointer.push(""),
            ..place.clone()
        };
        let next = self.by_origin.range(below..).next();
        let within = |(next, _): (&Origin, &_)| {
            next.file == place.file && next.pointer.is_within(&place.pointer)
        };
        self.by_origin.contains_key(place) || next.is_some_and(within)
    }

    /// Definitions that no reference led to.
    pub(super) fn report_unused_definitions(&mut self, context: &mut Context<'_>) {
        for definitions in std::mem::take(&mut self.definitions) {
            for (name, definition) in definitions.entries() {
                if !self.is_used(&definition.origin) {
                    self.ignore(context, &definition.origin, &name, "nothing refers to it");
                }
            }
        }
    }
}

/// A keyword with its value as compact JSON.
pub(super) fn constraint(keyword: String, value: &Cursor) -> Constraint {
    Constraint {
        keyword,
        value: value.node.to_json_text(),
        at: value.origin.clone(),
    }
}

/// Whether a bound of an integer is where an integer type ends.
fn is_enforced(word: &str, body: &Body) -> bool {
    let Shape::Scalar(scalar) = &body.shape else {
        return false;
    };
    let bound = if word.ends_with("inimum") {
        &scalar.minimum
    } else {
        &scalar.maximum
    };
    scalar.kind == crate::model::ScalarKind::Integer && bound.as_ref().is_some_and(is_end_of_width)
}
