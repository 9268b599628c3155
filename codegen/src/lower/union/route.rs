//! A plan → the route of an enum: the same evidence, with variants for members, and constants for tags.
//!
//! In: a choice and the names of its variants. Out: the [`Route`].
//! This room decides nothing and knows no docs.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::lower::names::{Claim, Kind, Place, Scope};
use crate::lower::plans::Choice;
use crate::lower::route::Plan;
use crate::lower::types::Surroundings;
use crate::model::SchemaId;
use crate::rust::{Ident, JsonKind, KeyEvidence, Route, SharedTag, Tag, TagValue, TagWriter};

impl Surroundings<'_, '_> {
    pub(super) fn route(&self, choice: &Choice, names: &[Ident]) -> Route {
        let Plan {
            shared,
            keys,
            kinds,
            undecided,
            ..
        } = &choice.plan;
        let evidence = keys.iter().map(|evidence| KeyEvidence {
            variant: names[evidence.member].clone(),
            own: evidence.own.clone(),
            shared: evidence.shared.clone(),
            required: evidence.required.clone(),
        });
        let shared = shared.iter().map(|shared| SharedTag {
            variant: names[shared.member].clone(),
            evidence: shared.evidence.clone(),
        });
        Route {
            overlap: choice.overlap,
            tag: self.tag(choice, names),
            shared: shared.collect(),
            keys: evidence.collect(),
            kinds: kinds
                .iter()
                .map(|(kind, member)| (*kind, names[*member].clone()))
                .collect(),
            undecided: undecided
                .iter()
                .map(|member| names[*member].clone())
                .collect(),
        }
    }

    fn tag(&self, choice: &Choice, names: &[Ident]) -> Option<Tag> {
        let Plan { tag, bare, .. } = &choice.plan;
        let (key, _) = tag.as_ref()?;
        let values = values(choice);
        let constants = constants(choice, &values);
        let value = |(wire, member): &(&str, usize)| TagValue {
            wire: (*wire).to_owned(),
            constant: constants[wire].clone(),
            variant: names[*member].clone(),
            writer: self.writer(choice.members[*member].schema, key),
        };
        Some(Tag {
            key: key.clone(),
            kind: bare.unwrap_or(JsonKind::String),
            values: values.iter().map(value).collect(),
        })
    }

    /// A member that declares the tag, or is itself a union, writes it.
    fn writer(&self, schema: SchemaId, key: &str) -> TagWriter {
        let atoms = self.forms.atoms(&[schema]);
        let several = atoms.len() > 1;
        let declares = |id| {
            self.forms
                .properties(id)
                .iter()
                .any(|property| property.name == key)
        };
        if several || atoms.into_iter().any(declares) {
            TagWriter::Member
        } else {
            TagWriter::Union
        }
    }
}

/// The values of the tag, each with its member: those of one member, then those that several share.
fn values(choice: &Choice) -> Vec<(&str, usize)> {
    let alone = choice.plan.tag.iter().flat_map(|(_, values)| values);
    let alone = alone.map(|(value, member)| (value.as_str(), *member));
    let shared = choice.plan.shared.iter().flat_map(|shared| {
        let values = shared.values.iter();
        values.map(|value| (value.as_str(), shared.member))
    });
    alone.chain(shared).collect()
}

/// A name for the constant of each value of a tag.
fn constants<'c>(choice: &Choice, values: &[(&'c str, usize)]) -> BTreeMap<&'c str, Ident> {
    let mut seen = BTreeSet::new();
    let distinct = values.iter().filter(|(wire, _)| seen.insert(*wire));
    let distinct: Vec<&(&str, usize)> = distinct.collect();
    let claim = |(wire, member): &&(&str, usize)| {
        let at = &choice.members[*member].at;
        Claim::new(Kind::Constant, Place::Value, at, wire)
    };
    let claims: Vec<Claim> = distinct.iter().map(claim).collect();
    // Two values may differ in case alone, which is no fault of the document.
    let names = Scope::new(Kind::Constant).assign(&claims, &mut Diagnostics::default());
    distinct.iter().map(|(wire, _)| *wire).zip(names).collect()
}
