//! Names that the schema around them does not define: types of the document's other Avro schemas.
//!
//! In: the names that were met, and all Avro schemas of the run, once everything that can be reached is read.
//! Out: ids that stand for definitions elsewhere, or a located remark. A name means a definition only when one alone
//! has it, or when all that have it say the same: the order in which schemas are met decides nothing.
//! This room never reads a type.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::{Scope, Types};
use super::primitive;
use super::twins::Defined;
use crate::diagnostic::{Diagnostic, excerpt};
use crate::model::SchemaId;
use crate::resolve::Context;
use crate::resolve::schema::Schemas;
use crate::resolve::schema::entry::Reading;
use crate::source::{Cursor, Origin};

/// All Avro schemas of a run.
#[derive(Default)]
pub(in crate::resolve::schema) struct Elsewhere {
    /// The outermost schemas read so far, each with the types that it defines.
    pub(super) roots: BTreeMap<Origin, Types>,
    /// The types in place that were met so far.
    pub(super) defined: Defined,
    /// Names that the schema around them does not define.
    wanted: Vec<Wanted>,
}

/// A name, where it stands, and what it may mean there.
#[derive(Clone)]
struct Wanted {
    id: SchemaId,
    word: Cursor,
    scope: Arc<Scope>,
    found: bool,
}

/// A definition, with the scope that it stands in.
type Candidate = (Cursor, Arc<Scope>);

impl Elsewhere {
    /// Notes a name that the schema around it does not define.
    pub(super) fn want(&mut self, id: SchemaId, word: &Cursor, scope: &Arc<Scope>) {
        self.wanted.push(Wanted {
            id,
            word: word.clone(),
            scope: Arc::clone(scope),
            found: false,
        });
    }

    /// The definitions that have the first of these names that any has.
    fn candidates(&self, wanted: &Wanted) -> Vec<Candidate> {
        let text = wanted.word.node.as_text().unwrap_or_default();
        let meanings = wanted.scope.meanings(text);
        let named = |name: &String| -> Vec<Candidate> {
            let mut found: Vec<Candidate> = Vec::new();
            for types in self.roots.values() {
                if let Some((at, namespace)) = types.get(name) {
                    let scope = Arc::new(Scope::of(types, namespace));
                    found.push((at.clone(), scope));
                }
            }
            found
        };
        let mut found = meanings.iter().map(named);
        found.find(|found| !found.is_empty()).unwrap_or_default()
    }
}

impl Schemas {
    /// Finds what names mean in other schemas; true when there is something new to read.
    pub(in crate::resolve::schema) fn find_elsewhere(&mut self, context: &mut Context<'_>) -> bool {
        let mut wanted = std::mem::take(&mut self.avro.wanted);
        let mut fresh = false;
        for one in wanted.iter_mut().filter(|one| !one.found) {
            let candidates = self.avro.candidates(one);
            if let Some((at, scope)) = only(context, candidates) {
                let target = self.reserve(context, at, Reading::Avro(Some(scope)));
                self.stand_for(one.id, target);
                (one.found, fresh) = (true, true);
            }
        }
        self.avro.wanted = wanted;
        fresh
    }

    /// Says which names mean nothing, or several things.
    pub(in crate::resolve::schema) fn report_elsewhere(&mut self, context: &mut Context<'_>) {
        for one in std::mem::take(&mut self.avro.wanted) {
            let candidates = self.avro.candidates(&one);
            if candidates.is_empty() {
                context.push(unknown(&one));
            } else if only(context, candidates.clone()).is_none() {
                context.push(ambiguous(context, &one, candidates));
            }
        }
    }

    /// Makes an entry mean another one.
    pub(super) fn stand_for(&mut self, id: SchemaId, target: SchemaId) {
        if id != target {
            let entry = self.entry_mut(id);
            entry.parents = vec![target];
            entry.stands_for = Some(target);
        }
    }
}

/// The definition that all candidates amount to; of those that say the same, the first by path and place.
fn only(context: &Context<'_>, mut candidates: Vec<Candidate>) -> Option<Candidate> {
    sort(context, &mut candidates);
    let first = candidates.first()?.0.clone();
    let same = |at: &Cursor| at.origin == first.origin || at.node.to_json() == first.node.to_json();
    let agree = candidates.iter().all(|(at, _)| same(at));
    agree.then(|| candidates.swap_remove(0))
}

fn sort(context: &Context<'_>, candidates: &mut [Candidate]) {
    candidates.sort_by_cached_key(|(at, _)| {
        let path = context.sources.source(at.origin.file).path.clone();
        (path, at.origin.pointer.clone())
    });
}

fn ambiguous(context: &Context<'_>, wanted: &Wanted, mut candidates: Vec<Candidate>) -> Diagnostic {
    let text = wanted.word.node.as_text().unwrap_or_default();
    let message = format!("several schemas define `{}`, and not alike", excerpt(text));
    sort(context, &mut candidates);
    candidates.dedup_by(|(left, _), (right, _)| left.origin == right.origin);
    let found = remark(wanted, message);
    let found = candidates.iter().take(2).fold(found, |found, (at, _)| {
        found.related(at.place(), "one definition")
    });
    found.help("refer to the one that is meant by `$ref`, or make them alike")
}

fn unknown(wanted: &Wanted) -> Diagnostic {
    let word = &wanted.word;
    let text = word.node.as_text().unwrap_or_default();
    if text.contains(char::is_whitespace) {
        let message = "this text is neither the name of an Avro type nor a schema in JSON";
        return Diagnostic::error("unknown-type", word.place(), message)
            .help("write the schema itself here, or its JSON as text");
    }
    let message = format!(
        "`{}` is no type of Avro, and none that a schema of this document defines",
        excerpt(text)
    );
    remark(wanted, message).help(
        "named types are found by their full name, or by their name within the same namespace, in every Avro schema \
         of the document: one under `components` is enough",
    )
}

/// The name of a type may be known to the registry that the schema was made for; that of a primitive is misspelt.
fn remark(wanted: &Wanted, message: String) -> Diagnostic {
    let place = wanted.word.place();
    let text = wanted.word.node.as_text().unwrap_or_default();
    let is_misspelt = primitive(&wanted.word, &text.to_lowercase()).is_some();
    let is_name = text.contains('.') || text.starts_with(char::is_uppercase) && !is_misspelt;
    match is_name {
        true => Diagnostic::warning("unknown-type", place, message).label("any value is accepted"),
        false => Diagnostic::error("unknown-type", place, message),
    }
}
