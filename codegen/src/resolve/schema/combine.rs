//! Intersections that no place of the document states as a whole.
//!
//! In: ids of schemas that must hold at once. Out: the id of one that says so, each once, with bounds on how many
//! there may be; its content is worked out by flattening.
//! This room never looks at keywords.

use super::Schemas;
use super::entry::{Entry, Source};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::SchemaId;
use crate::resolve::Context;

/// How many intersections a document may need beside its own schemas.
const MOST_MADE: usize = 50_000;
/// How many intersections may stand one upon the other.
pub(super) const DEEPEST: u32 = 6;
/// How many properties `allOf` may copy into other schemas, on top of a few for each schema.
const MOST_COPIED: usize = 1_000_000;
/// How many for each schema.
const COPIED_EACH: usize = 16;

impl Schemas {
    /// The schema of a property that two parts declare: the more exact one, else what both allow.
    pub(super) fn both(&mut self, left: SchemaId, right: SchemaId) -> SchemaId {
        if left == right || self.is_silent(right) {
            return left;
        }
        if self.is_silent(left) {
            return right;
        }
        self.more_exact(left, right)
            .unwrap_or_else(|| self.join(&[left, right]))
    }

    /// The intersection of schemas, in this order.
    pub(super) fn join(&mut self, parts: &[SchemaId]) -> SchemaId {
        let mut ingredients: Vec<SchemaId> = Vec::new();
        for &part in parts {
            for ingredient in self.ingredients(part) {
                if !ingredients.contains(&ingredient) {
                    ingredients.push(ingredient);
                }
            }
        }
        let last = *ingredients.last().expect("an intersection is of something");
        if ingredients.len() == 1 {
            return last;
        }
        if let Some(&known) = self.joined.get(&ingredients) {
            return known;
        }
        if self.is_exhausted() {
            return last;
        }
        self.make(ingredients)
    }

    /// Whether working out intersections has come to its bounds.
    pub(super) fn is_exhausted(&self) -> bool {
        self.joined.len() >= MOST_MADE || self.copied >= MOST_COPIED + COPIED_EACH * self.read
    }

    /// Says so if it has.
    pub(super) fn report_exhaustion(&self, context: &mut Context<'_>) {
        if self.is_exhausted() {
            let root = context.sources.cursor(context.document).origin;
            let message =
                "`allOf` and unions in this document multiply past what can be worked out";
            context.push(
                Diagnostic::error("too-many-combinations", Place::Value(root), message)
                    .help(format!("at most {MOST_COPIED} properties are copied and {MOST_MADE} schemas combined")),
            );
        }
    }

    fn make(&mut self, ingredients: Vec<SchemaId>) -> SchemaId {
        let last = *ingredients.last().expect("an intersection is of something");
        let words = ingredients
            .iter()
            .rev()
            .find(|&&id| self.entry(id).is_documented())
            .unwrap_or(&last);
        let mut entry = Entry::new(self.entry(last).at.clone(), Source::Done);
        entry.docs = self.entry(*words).docs.clone();
        entry.default = ingredients
            .iter()
            .rev()
            .find_map(|&id| self.entry(id).default.clone());
        entry.generation = 1 + ingredients
            .iter()
            .map(|&id| self.entry(id).generation)
            .max()
            .unwrap_or(0);
        entry.parents = ingredients.clone();
        entry.made = true;
        let id = self.push(entry);
        self.read = self.entries.len();
        self.joined.insert(ingredients, id);
        self.pending.push_back(id);
        id
    }

    fn ingredients(&self, id: SchemaId) -> Vec<SchemaId> {
        let entry = self.entry(id);
        if entry.made {
            entry.parents.clone()
        } else {
            vec![id]
        }
    }

    /// Whether a schema says nothing at all, not even in words.
    fn is_silent(&self, id: SchemaId) -> bool {
        let entry = self.entry(id);
        !entry.is_documented()
            && entry.default.is_none()
            && entry.tag.is_none()
            && entry.body().is_some_and(|body| body.is_blank())
    }

    /// The one of two schemas that already says what both say.
    fn more_exact(&self, left: SchemaId, right: SchemaId) -> Option<SchemaId> {
        let met = self.meet_plain(left, right)?;
        let says_it = |id: &SchemaId| {
            let body = self.entry(*id).body();
            body.is_some_and(|body| {
                body.shape == met.shape
                    && body.nullable == met.nullable
                    && body.constraints == met.constraints
            })
        };
        let candidates: Vec<SchemaId> = [right, left].into_iter().filter(says_it).collect();
        let named = candidates.iter().find(|&&id| self.entry(id).name.is_some());
        let documented = candidates
            .iter()
            .find(|&&id| self.entry(id).is_documented());
        named.or(documented).or(candidates.first()).copied()
    }
}
