//! Whether two schemas allow the same values under the same names, whatever the order and wherever they stand.
//!
//! In: a schema of each document. Out: yes or no; named schemas that they mention are equal by name.
//! This room reports nothing, and texts for people have no part in it.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::Comparer;
use super::view::{Names, settled};
use crate::model::{Additional, Constraint, Enum, Object, Schema, SchemaId, Shape, Tuple, Union};

/// How many pairs are looked at before two schemas count as different.
const LIMIT: usize = 10_000;

type Pair = (SchemaId, SchemaId);

impl Comparer<'_> {
    /// Whether two schemas have one name, or the one was renamed to the other.
    pub(super) fn same_name(&self, old: SchemaId, new: SchemaId) -> bool {
        let names = (self.old.name(old), self.new.name(new));
        let equal = matches!(names, (Some(one), Some(other)) if one == other);
        equal || self.renames.get(&old) == Some(&new)
    }

    /// Whether two uses of schemas mean the same: the same named schema, or equal ones of which one has no name.
    pub(super) fn same_use(&self, old: SchemaId, new: SchemaId) -> bool {
        let (old, new) = (settled(self.old.model, old), settled(self.new.model, new));
        let both_named = self.old.name(old).is_some() && self.new.name(new).is_some();
        self.same_name(old, new) || (!both_named && self.same_content(old, new))
    }

    /// Whether two schemas have equal content, whatever they are called.
    pub(super) fn same_content(&self, old: SchemaId, new: SchemaId) -> bool {
        let mut seen = BTreeSet::from([(old, new)]);
        let mut waiting = vec![(old, new)];
        while let Some((old, new)) = waiting.pop() {
            let (old, new) = (self.old.target(old), self.new.target(new));
            let Some(children) = self.alike(self.old.schema(old), self.new.schema(new)) else {
                return false;
            };
            for (old, new) in children {
                let pair = (settled(self.old.model, old), settled(self.new.model, new));
                if seen.contains(&pair) || self.same_name(pair.0, pair.1) {
                    continue;
                }
                let both_named = self.old.name(pair.0).is_some() && self.new.name(pair.1).is_some();
                if both_named || seen.len() > LIMIT {
                    return false;
                }
                seen.insert(pair);
                waiting.push(pair);
            }
        }
        true
    }

    /// The children that must be equal too; `None` when the schemas themselves differ.
    fn alike(&self, old: &Schema, new: &Schema) -> Option<Vec<Pair>> {
        let same = old.nullable == new.nullable
            && old.default == new.default
            && constraints(&old.constraints) == constraints(&new.constraints);
        if !same {
            return None;
        }
        match (&old.shape, &new.shape) {
            (Shape::Any, Shape::Any) | (Shape::Never, Shape::Never) => Some(Vec::new()),
            (Shape::Const(old), Shape::Const(new)) => (old == new).then(Vec::new),
            (Shape::Scalar(old), Shape::Scalar(new)) => (old == new).then(Vec::new),
            (Shape::Opaque(old), Shape::Opaque(new)) => (old == new).then(Vec::new),
            (Shape::Enum(old), Shape::Enum(new)) => (values(old) == values(new)).then(Vec::new),
            (Shape::Array(old), Shape::Array(new)) | (Shape::Alias(old), Shape::Alias(new)) => {
                Some(vec![(*old, *new)])
            }
            (Shape::Tuple(old), Shape::Tuple(new)) => tuple(old, new),
            (Shape::Object(old), Shape::Object(new)) => object(old, new),
            (Shape::Union(old), Shape::Union(new)) => self.same_members(old, new),
            _ => None,
        }
    }

    fn same_members(&self, old: &Union, new: &Union) -> Option<Vec<Pair>> {
        let tag = |union: &Union| union.discriminator.as_ref().map(|one| one.property.clone());
        if old.members.len() != new.members.len() || tag(old) != tag(new) {
            return None;
        }
        let mut olds = old.members.clone();
        let mut news = new.members.clone();
        olds.sort_by_key(|id| (self.old.name(*id), self.old.print(*id, Names::Kept)));
        news.sort_by_key(|id| (self.new.name(*id), self.new.print(*id, Names::Kept)));
        Some(olds.into_iter().zip(news).collect())
    }
}

/// Whether two names have the same words, so that what is named from them has one name in Rust.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    one == other || one.to_snake_case() == other.to_snake_case()
}

fn constraints(list: &[Constraint]) -> BTreeSet<(&str, &str)> {
    list.iter()
        .map(|one| (&*one.keyword, &*one.value))
        .collect()
}

fn values(list: &Enum) -> BTreeSet<String> {
    list.values
        .iter()
        .map(|one| one.value.to_string())
        .collect()
}

fn tuple(old: &Tuple, new: &Tuple) -> Option<Vec<Pair>> {
    let rest = match (old.rest, new.rest) {
        (None, None) => None,
        (Some(old), Some(new)) => Some((old, new)),
        _ => return None,
    };
    let items = old.items.iter().copied().zip(new.items.iter().copied());
    (old.items.len() == new.items.len()).then(|| items.chain(rest).collect())
}

fn object(old: &Object, new: &Object) -> Option<Vec<Pair>> {
    let counts = |object: &Object| (object.properties.len(), object.patterns.len());
    if counts(old) != counts(new) {
        return None;
    }
    let mut pairs: Vec<Pair> = additional(&old.additional, &new.additional)?
        .into_iter()
        .collect();
    let named: BTreeMap<&str, _> = new.properties.iter().map(|one| (&*one.name, one)).collect();
    for property in &old.properties {
        let twin = named
            .get(&*property.name)
            .filter(|twin| twin.presence == property.presence)?;
        pairs.push((property.schema, twin.schema));
    }
    let patterns: BTreeMap<&str, SchemaId> = new
        .patterns
        .iter()
        .map(|(text, id)| (&**text, *id))
        .collect();
    for (pattern, id) in &old.patterns {
        pairs.push((*id, *patterns.get(&**pattern)?));
    }
    Some(pairs)
}

fn additional(old: &Additional, new: &Additional) -> Option<Option<Pair>> {
    match (old, new) {
        (Additional::Schema(old), Additional::Schema(new)) => Some(Some((*old, *new))),
        (Additional::Closed, Additional::Closed) => Some(None),
        (
            Additional::Unspecified | Additional::Open,
            Additional::Unspecified | Additional::Open,
        ) => Some(None),
        _ => None,
    }
}
