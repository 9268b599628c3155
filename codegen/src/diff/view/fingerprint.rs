//! Fingerprints of schemas, by which equal ones are found without comparing all with all.
//!
//! In: a model. Out: a number for each schema; order, places and texts for people have no part in it.
//! Equal schemas share the number; whether two with one number are equal is asked of `equal.rs`.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::settled;
use crate::model::{Additional, Model, Object, Scalar, Schema, SchemaId, Shape, Union};

/// How deep schemas in place are looked into; schemas that differ only below share a number.
const DEPTH: usize = 8;

/// Whether the names of referenced schemas are part of a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::diff) enum Names {
    /// They are: another reference is another schema.
    Kept,
    /// They are not: a schema keeps its number when what it refers to is renamed.
    Dropped,
}

/// A number for each schema, by index.
pub(super) fn all(model: &Model, names: Names) -> Vec<u64> {
    let mut prints = vec![0; model.schemas.len()];
    for _ in 0..DEPTH {
        let round = Round {
            model,
            names,
            prints: &prints,
        };
        prints = model
            .schemas
            .iter()
            .map(|schema| round.schema(schema))
            .collect();
    }
    prints
}

struct Round<'a> {
    model: &'a Model,
    names: Names,
    prints: &'a [u64],
}

impl Round<'_> {
    fn schema(&self, schema: &Schema) -> u64 {
        let mut hasher = DefaultHasher::new();
        schema.nullable.hash(&mut hasher);
        schema
            .default
            .as_ref()
            .map(ToString::to_string)
            .hash(&mut hasher);
        let mut constraints: Vec<_> = schema
            .constraints
            .iter()
            .map(|one| (&one.keyword, &one.value))
            .collect();
        constraints.sort_unstable();
        constraints.hash(&mut hasher);
        std::mem::discriminant(&schema.shape).hash(&mut hasher);
        self.shape(&schema.shape, &mut hasher);
        hasher.finish()
    }

    fn shape(&self, shape: &Shape, hasher: &mut DefaultHasher) {
        match shape {
            Shape::Any | Shape::Never => {}
            Shape::Const(value) => value.to_string().hash(hasher),
            Shape::Scalar(scalar) => hash_scalar(scalar, hasher),
            Shape::Enum(values) => {
                let mut texts: Vec<_> = values
                    .values
                    .iter()
                    .map(|one| one.value.to_string())
                    .collect();
                texts.sort_unstable();
                texts.hash(hasher);
            }
            Shape::Alias(id) | Shape::Array(id) => self.child(*id).hash(hasher),
            Shape::Tuple(tuple) => {
                let items: Vec<u64> = tuple.items.iter().map(|id| self.child(*id)).collect();
                (items, tuple.rest.map(|id| self.child(id))).hash(hasher);
            }
            Shape::Object(object) => self.object(object, hasher),
            Shape::Union(union) => self.union(union, hasher),
            Shape::Opaque(opaque) => opaque.format.hash(hasher),
        }
    }

    fn object(&self, object: &Object, hasher: &mut DefaultHasher) {
        let declared = object.properties.iter();
        let mut declared: Vec<_> = declared
            .map(|one| (&one.name, one.presence, self.child(one.schema)))
            .collect();
        declared.sort_unstable();
        declared.hash(hasher);
        let mut patterns: Vec<_> = object
            .patterns
            .iter()
            .map(|(pattern, id)| (pattern, self.child(*id)))
            .collect();
        patterns.sort_unstable();
        patterns.hash(hasher);
        match &object.additional {
            Additional::Unspecified | Additional::Open => 0_u64.hash(hasher),
            Additional::Closed => 1_u64.hash(hasher),
            Additional::Schema(id) => self.child(*id).hash(hasher),
        }
    }

    fn union(&self, union: &Union, hasher: &mut DefaultHasher) {
        let mut members: Vec<u64> = union.members.iter().map(|id| self.child(*id)).collect();
        members.sort_unstable();
        members.hash(hasher);
        union
            .discriminator
            .as_ref()
            .map(|one| &one.property)
            .hash(hasher);
    }

    fn child(&self, id: SchemaId) -> u64 {
        let id = settled(self.model, id);
        let Some(name) = &self.model.schema(id).name else {
            return self.prints[id.index()];
        };
        let mut hasher = DefaultHasher::new();
        match self.names {
            Names::Kept => name.hash(&mut hasher),
            Names::Dropped => "named".hash(&mut hasher),
        }
        hasher.finish()
    }
}

fn hash_scalar(scalar: &Scalar, hasher: &mut DefaultHasher) {
    (scalar.kind, &scalar.format).hash(hasher);
    for bound in [&scalar.minimum, &scalar.maximum] {
        bound.as_ref().map(ToString::to_string).hash(hasher);
    }
}
