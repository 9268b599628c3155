//! Objects: properties, who must be there, and what else may stand in them.
//!
//! In: two objects. Out: findings at the object's properties; headers are properties with names of their own.
//! This room never looks into the schemas of the properties.

mod rest;

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::equal::same_words;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::{Rule, table};
use crate::diff::view::{Names, View};
use crate::model::{Object, Presence, Property, SchemaId};

/// The two objects that are compared.
struct Twins<'a> {
    ids: (SchemaId, SchemaId),
    old: &'a Object,
    new: &'a Object,
    places: Places,
    scope: Scope,
}

impl Comparer<'_> {
    /// Compares two objects.
    pub(super) fn object(&mut self, ids: (SchemaId, SchemaId), (old, new): (&Object, &Object)) {
        let places = self.places(ids.0, ids.1);
        let scope = Scope::Schema(Some(ids.0), Some(ids.1));
        let twins = Twins {
            ids,
            old,
            new,
            places,
            scope,
        };
        self.properties(&twins);
        self.additional(&twins);
        self.patterns(&twins);
    }

    fn properties(&mut self, twins: &Twins<'_>) {
        let (olds, news) = (&twins.old.properties, &twins.new.properties);
        let mut pairs = Pairs::new(0..olds.len(), 0..news.len())
            .by(|at| Some(&olds[at].name), |at| Some(&news[at].name));
        let renamed = self.renamed_properties(twins, &mut pairs);
        for &(one, other) in &renamed {
            self.property_renamed(twins, (&olds[one], &news[other]));
        }
        for &(one, other) in &pairs.both {
            self.property(twins, (&olds[one], &news[other]));
        }
        pairs
            .removed
            .iter()
            .for_each(|index| self.property_removed(twins, &olds[*index]));
        pairs
            .added
            .iter()
            .for_each(|index| self.property_added(twins, &news[*index]));
    }

    fn renamed_properties(
        &self,
        twins: &Twins<'_>,
        pairs: &mut Pairs<usize>,
    ) -> Vec<(usize, usize)> {
        let (olds, news) = (&twins.old.properties, &twins.new.properties);
        let equal = |one: usize, other: usize| self.same_use(olds[one].schema, news[other].schema);
        let described = |view: &View<'_>, property: &Property| {
            let description = view.schema(property.schema).docs.description.clone();
            property
                .docs
                .clone()
                .or(description)
                .map(|text| (property.presence, text))
        };
        let mut found = pairs.rename(
            |one| described(&self.old, &olds[one]),
            |other| described(&self.new, &news[other]),
            equal,
        );
        let print = |view: &View<'_>, one: &Property| {
            Some((
                one.presence,
                view.print(view.target(one.schema), Names::Dropped),
            ))
        };
        found.extend(pairs.rename(
            |one| print(&self.old, &olds[one]),
            |other| print(&self.new, &news[other]),
            equal,
        ));
        found
    }

    fn property_renamed(&mut self, twins: &Twins<'_>, (old, new): (&Property, &Property)) {
        let rule = match (self.fixed(twins, (old, new)), self.are_headers(twins.ids)) {
            ((true, true), _) => &table::CONSTANT_RENAMED,
            _ if same_words(&old.name, &new.name) => &table::PROPERTY_RESPELT,
            (_, true) => &table::HEADER_RENAMED,
            (_, false) => &table::PROPERTY_RENAMED,
        };
        let own = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let finding = Finding::at(rule, twins.places.clone(), twins.scope).places(own);
        self.findings
            .push(finding.before(&*old.name).after(&*new.name));
    }

    fn property_removed(&mut self, twins: &Twins<'_>, old: &Property) {
        let fixed = self.old.is_fixed(twins.ids.0, old);
        let rule = match (fixed, self.are_headers(twins.ids)) {
            (true, _) if twins.new.properties.is_empty() => &table::LAST_CONSTANT_REMOVED,
            (true, _) => &table::CONSTANT_REMOVED,
            (false, true) => &table::HEADER_REMOVED,
            (false, false) => &table::PROPERTY_REMOVED,
        };
        let label = self.label_old(old.schema);
        let finding = Finding::removed(rule, twins.places.clone(), old.at.clone(), twins.scope);
        self.findings.push(finding.subject(&old.name).before(label));
    }

    fn property_added(&mut self, twins: &Twins<'_>, new: &Property) {
        let constant = self.new.is_fixed(twins.ids.1, new);
        let rule = match (constant, self.are_headers(twins.ids), new.presence) {
            (true, _, Presence::Required) => &table::REQUIRED_CONSTANT_ADDED,
            (true, _, Presence::Optional) => &table::CONSTANT_ADDED,
            (false, true, Presence::Required) => &table::REQUIRED_HEADER_ADDED,
            (false, true, Presence::Optional) => &table::HEADER_ADDED,
            (false, false, Presence::Required) => &table::REQUIRED_PROPERTY_ADDED,
            (false, false, Presence::Optional) => &table::PROPERTY_ADDED,
        };
        let label = self.label_new(new.schema);
        let finding = Finding::added(rule, twins.places.clone(), new.at.clone(), twins.scope);
        self.findings.push(finding.subject(&new.name).after(label));
    }

    fn property(&mut self, twins: &Twins<'_>, (old, new): (&Property, &Property)) {
        let site = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let fixed = self.fixed(twins, (old, new));
        let constant = fixed == (true, true);
        if let Some(rule) = presence(fixed, (old.presence, new.presence)) {
            let own = Places {
                old: own_place(old, &twins.places.old),
                new: own_place(new, &twins.places.new),
            };
            let finding = Finding::at(rule, twins.places.clone(), twins.scope).places(own);
            self.findings.push(finding.subject(&new.name));
        }
        self.text(
            &site,
            twins.scope,
            "description",
            (old.docs.as_deref(), new.docs.as_deref()),
        );
        if (old.presence, new.presence) == (Presence::Optional, Presence::Optional) {
            self.optional.insert((old.schema, new.schema));
        }
        if !constant || self.mismatch(old.schema, new.schema).is_none() {
            self.meet(&site, twins.scope, old.schema, new.schema);
        }
    }

    /// Whether the property has one value in each document.
    fn fixed(&self, twins: &Twins<'_>, (old, new): (&Property, &Property)) -> (bool, bool) {
        let ids = twins.ids;
        (self.old.is_fixed(ids.0, old), self.new.is_fixed(ids.1, new))
    }
}

/// The rule of a presence that changes; `fixed` tells whether the property has one value in each document.
fn presence(fixed: (bool, bool), change: (Presence, Presence)) -> Option<&'static Rule> {
    match (fixed, change) {
        ((true, true), (Presence::Optional, Presence::Required)) => Some(&table::CONSTANT_REQUIRED),
        ((true, _), (Presence::Required, Presence::Optional)) => Some(&table::CONSTANT_OPTIONAL),
        (_, (Presence::Optional, Presence::Required)) => Some(&table::REQUIRED_ADDED),
        (_, (Presence::Required, Presence::Optional)) => Some(&table::REQUIRED_REMOVED),
        (
            _,
            (Presence::Optional, Presence::Optional) | (Presence::Required, Presence::Required),
        ) => None,
    }
}

/// A property's place; one that stands in another schema has its presence decided here.
fn own_place(property: &Property, object: &crate::source::Origin) -> crate::source::Origin {
    let own = property.at.file == object.file && property.at.pointer.is_within(&object.pointer);
    if own {
        property.at.clone()
    } else {
        object.clone()
    }
}
