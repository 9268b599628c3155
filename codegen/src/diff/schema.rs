//! Schemas against schemas, each pair once.
//!
//! In: the schemas of both documents. Out: findings at the schema that changed, never at those that mention it.
//! Named schemas are paired by name, others by where they stand in their parents.
//! This room never knows which messages a schema is part of.

mod constraint;
mod docs;
mod kind;
mod object;
mod pairs;
mod union;
mod value;

use std::collections::BTreeSet;

pub(super) use self::docs::message_example;

use super::Comparer;
use super::change::Places;
use super::finding::{Finding, Scope};
use super::pairing::Pairs;
use super::rules::{Rule, table};
use super::view::settled;
use crate::model::{Docs, SchemaId, Shape};

impl Comparer<'_> {
    /// Compares all named schemas, and with each the schemas in place that stand in it.
    pub(super) fn schemas(&mut self, pairs: &Pairs<SchemaId>) {
        for &(old, new) in &pairs.both {
            if self.renames.get(&old) == Some(&new) {
                self.schema_renamed(old, new);
            }
            self.waiting.push((old, new));
            self.drain();
        }
        for &id in pairs.removed.iter().filter(|id| !self.gone.contains(id)) {
            let (at, name) = (
                self.old.at(id).clone(),
                self.old.name(id).unwrap_or_default(),
            );
            let finding = Finding::removed(
                &table::SCHEMA_REMOVED,
                self.document(),
                at,
                Scope::Schema(Some(id), None),
            );
            self.findings.push(finding.subject(name));
        }
        for &id in pairs.added.iter().filter(|id| !self.come.contains(id)) {
            let (at, name) = (
                self.new.at(id).clone(),
                self.new.name(id).unwrap_or_default(),
            );
            let finding = Finding::added(
                &table::SCHEMA_ADDED,
                self.document(),
                at,
                Scope::Schema(None, Some(id)),
            );
            self.findings.push(finding.subject(name));
        }
    }

    fn schema_renamed(&mut self, old: SchemaId, new: SchemaId) {
        let places = self.places(old, new);
        let names = (
            self.old.name(old).unwrap_or_default(),
            self.new.name(new).unwrap_or_default(),
        );
        let finding = Finding::at(
            &table::SCHEMA_RENAMED,
            places,
            Scope::Schema(Some(old), Some(new)),
        );
        self.findings.push(finding.before(names.0).after(names.1));
    }

    /// Compares what waits, and the schemas in place below.
    pub(super) fn drain(&mut self) {
        while let Some(pair) = self.waiting.pop() {
            if self.done.insert(pair) {
                self.pair(pair.0, pair.1);
            }
        }
    }

    /// Compares two schemas that mean the same thing in their documents.
    fn pair(&mut self, old: SchemaId, new: SchemaId) {
        let (one, other) = (self.old.schema(old), self.new.schema(new));
        let (places, scope) = (self.places(old, new), Scope::Schema(Some(old), Some(new)));
        let mismatch = self.mismatch(old, new);
        let unsaid = matches!(one.shape, Shape::Any) || matches!(other.shape, Shape::Any);
        if self.retitled.contains(&(old, new)) {
            let docs = Docs {
                title: other.docs.title.clone(),
                ..one.docs.clone()
            };
            self.docs(&places, scope, (&docs, &other.docs));
        } else if mismatch.is_none() || !unsaid {
            self.docs(&places, scope, (&one.docs, &other.docs));
        }
        if let Some(rule) = mismatch {
            self.mismatched(rule, &places, scope, (old, new));
            return;
        }
        self.null(&places, (old, new));
        self.default_value(&places, scope, (one, other));
        let skip = self.shapes(&places, (old, new));
        self.constraints(&places, scope, (one, other), &skip);
    }

    /// Compares shapes of one kind; returns the constraints of which nothing more is to be said.
    fn shapes(
        &mut self,
        places: &Places,
        (old, new): (SchemaId, SchemaId),
    ) -> BTreeSet<&'static str> {
        let scope = Scope::Schema(Some(old), Some(new));
        match (&self.old.schema(old).shape, &self.new.schema(new).shape) {
            (Shape::Alias(one), Shape::Alias(other)) => self.meet(places, scope, *one, *other),
            (Shape::Alias(one), _) => self.meet(places, scope, *one, new),
            (_, Shape::Alias(other)) => self.meet(places, scope, old, *other),
            (Shape::Array(one), Shape::Array(other)) => self.meet(places, scope, *one, *other),
            (Shape::Const(one), Shape::Const(other)) => self.constant(places, scope, (one, other)),
            (Shape::Scalar(one), Shape::Scalar(other)) => {
                return self.scalar(places, scope, (one, other));
            }
            (Shape::Enum(one), Shape::Enum(other)) => self.values(places, scope, (one, other)),
            (Shape::Tuple(one), Shape::Tuple(other)) => self.tuple(places, scope, (one, other)),
            (Shape::Object(one), Shape::Object(other)) => self.object((old, new), (one, other)),
            (Shape::Union(one), Shape::Union(other)) => self.union((old, new), (one, other)),
            (Shape::Opaque(one), Shape::Opaque(other)) => {
                self.differ(
                    &table::SCHEMA_FORMAT_CHANGED,
                    places,
                    scope,
                    (&one.format, &other.format),
                );
            }
            _ => {}
        }
        BTreeSet::new()
    }

    /// Compares two uses of schemas at one place: a property's, an item's, a payload's.
    pub(super) fn meet(&mut self, site: &Places, scope: Scope, old: SchemaId, new: SchemaId) {
        let (old, new) = (settled(self.old.model, old), settled(self.new.model, new));
        let named = (self.old.name(old).is_some(), self.new.name(new).is_some());
        if named == (false, false) || self.same_name(old, new) {
            self.waiting.push((old, new));
            return;
        }
        if let Some(rule) = self.mismatch(old, new) {
            self.mismatched(rule, site, scope, (old, new));
            return;
        }
        let equal = self.same_content(old, new);
        let rule = match named {
            (true, true) if equal => &table::REFERENCE_CHANGED,
            (true, true) => &table::SCHEMA_REPLACED,
            (true, false) => &table::SCHEMA_INLINED,
            (false, _) => &table::SCHEMA_EXTRACTED,
        };
        if !equal || self.has_own_type(old) {
            self.named_otherwise(rule, site, scope, (old, new));
        }
        if !equal && named != (true, true) {
            self.waiting.push((old, new));
        }
    }

    fn named_otherwise(
        &mut self,
        rule: &'static Rule,
        site: &Places,
        scope: Scope,
        (old, new): (SchemaId, SchemaId),
    ) {
        if self.new.name(new).is_none() {
            self.gone.insert(old);
        }
        if self.old.name(old).is_none() {
            self.come.insert(new);
        }
        self.mismatched(rule, site, scope, (old, new));
    }

    fn mismatched(
        &mut self,
        rule: &'static Rule,
        site: &Places,
        scope: Scope,
        (old, new): (SchemaId, SchemaId),
    ) {
        let labels = (self.label_old(old), self.label_new(new));
        let finding = Finding::at(rule, site.clone(), scope);
        self.findings.push(finding.before(labels.0).after(labels.1));
    }

    /// The places of two schemas.
    pub(super) fn places(&self, old: SchemaId, new: SchemaId) -> Places {
        Places {
            old: self.old.at(old).clone(),
            new: self.new.at(new).clone(),
        }
    }

    /// Reports a text that differs.
    pub(super) fn differ<T: PartialEq + ToString>(
        &mut self,
        rule: &'static Rule,
        places: &Places,
        scope: Scope,
        (old, new): (&T, &T),
    ) {
        if old != new {
            let finding = Finding::at(rule, places.clone(), scope);
            self.findings
                .push(finding.before(old.to_string()).after(new.to_string()));
        }
    }
}
