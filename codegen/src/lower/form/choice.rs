//! Unions before they are unions: what one built-in type or one enum says as well.
//!
//! In: a union of schemas. Out: text for strings and numbers, one enum for several, a list that also comes as its single
//! item, any value where nothing more can be said; a real union for the rest.

use std::collections::BTreeSet;

use super::constant::constant_type;
use super::{Form, Forms};
use crate::model::{EnumValue, Schema, SchemaId, Shape, Union};
use crate::rust::{JsonKind, Type};
use crate::settings::Accept;

impl Forms<'_> {
    /// The form of a union; `None` for any other schema.
    pub(super) fn choice(&self, schema: &Schema) -> Option<Form> {
        let Shape::Union(union) = &schema.shape else {
            return None;
        };
        if self.accept(&schema.at) == Some(Accept::Any) {
            return None;
        }
        let members: Vec<SchemaId> = union
            .members
            .iter()
            .copied()
            .filter(|id| self.model.schema(*id).shape != Shape::Never)
            .collect();
        Some(match members.as_slice() {
            [] => Form::Leaf(Type::Value),
            [only] if union.discriminator.is_none() => Form::Same(*only),
            [one, other] => self
                .one_or_many(*one, *other)
                .unwrap_or_else(|| self.several(union, &members)),
            _ => self.several(union, &members),
        })
    }

    fn several(&self, union: &Union, members: &[SchemaId]) -> Form {
        let atoms = self.atoms(members);
        if union.discriminator.is_some() {
            return Form::Union(members.to_vec());
        }
        if atoms.iter().any(|id| self.is_anything(*id)) {
            return Form::Leaf(Type::Value);
        }
        let scalars: Option<Vec<JsonKind>> = atoms.iter().map(|id| self.scalar_kind(*id)).collect();
        scalars.map_or_else(
            || Form::Union(members.to_vec()),
            |kinds| self.scalars(members, &atoms, &kinds),
        )
    }

    /// A union of scalars.
    fn scalars(&self, members: &[SchemaId], atoms: &[SchemaId], kinds: &[JsonKind]) -> Form {
        let strings = kinds.contains(&JsonKind::String);
        let textual = kinds
            .iter()
            .all(|kind| matches!(kind, JsonKind::String | JsonKind::Number));
        if let Some(values) = self.strings(atoms) {
            return Form::StringEnum(values);
        }
        if textual {
            return Form::Leaf(if strings {
                Type::Text
            } else {
                self.numbers(atoms)
            });
        }
        let apart = kinds
            .iter()
            .enumerate()
            .all(|(index, kind)| !kinds[..index].contains(kind));
        if apart && members.len() == atoms.len() {
            Form::Union(members.to_vec())
        } else {
            Form::Leaf(Type::Value)
        }
    }

    /// The values of all atoms, when every one is an enum of strings or one string.
    fn strings(&self, atoms: &[SchemaId]) -> Option<Vec<EnumValue>> {
        let mut values: Vec<EnumValue> = Vec::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        for &id in atoms {
            let schema = self.model.schema(id);
            let own = match (&schema.shape, self.get(id)) {
                (_, Form::StringEnum(own)) => own.clone(),
                (Shape::Const(value), _) if value.is_string() => vec![EnumValue {
                    value: value.clone(),
                    at: schema.at.clone(),
                    name: schema.docs.title.clone(),
                    description: schema.docs.description.clone(),
                }],
                _ => return None,
            };
            values.extend(
                own.into_iter()
                    .filter(|new| known.insert(new.value.to_string())),
            );
        }
        Some(values)
    }

    fn numbers(&self, atoms: &[SchemaId]) -> Type {
        let mut types = atoms.iter().map(|id| self.get(*id));
        match types.next() {
            Some(Form::Leaf(first)) if types.all(|form| *form == Form::Leaf(first.clone())) => {
                first.clone()
            }
            _ => Type::Number,
        }
    }

    fn one_or_many(&self, one: SchemaId, other: SchemaId) -> Option<Form> {
        let list_of = |list: SchemaId, item: SchemaId| match self.get(self.target(list)) {
            Form::List(inner) if self.alike(*inner, item) && !self.may_be_list(item) => {
                Some(Form::OneOrMany(*inner))
            }
            _ => None,
        };
        list_of(other, one).or_else(|| list_of(one, other))
    }

    /// Whether a schema has lists among its values, which nothing tells from a list of its values.
    fn may_be_list(&self, id: SchemaId) -> bool {
        self.facts(id).kinds.contains(&JsonKind::Array)
    }

    /// Whether two schemas are one, or one and the same built-in type.
    fn alike(&self, one: SchemaId, other: SchemaId) -> bool {
        let (one, other) = (self.target(one), self.target(other));
        let leaf =
            |id| matches!(self.get(id), Form::Leaf(_)) && self.model.schema(id).name.is_none();
        let union = |id| matches!(self.model.schema(id).shape, Shape::Union(_));
        one == other
            || leaf(one)
                && leaf(other)
                && !union(one)
                && !union(other)
                && self.get(one) == self.get(other)
    }

    /// The schemas that a union comes down to: aliases and inner unions resolved, each once.
    pub(in crate::lower) fn atoms(&self, members: &[SchemaId]) -> Vec<SchemaId> {
        let mut seen: BTreeSet<SchemaId> = BTreeSet::new();
        let mut atoms = Vec::new();
        let mut left: Vec<SchemaId> = members.iter().rev().copied().collect();
        while let Some(id) = left.pop() {
            if !seen.insert(id) {
                continue;
            }
            match &self.model.schema(id).shape {
                Shape::Alias(target) => left.push(*target),
                Shape::Union(union) => left.extend(union.members.iter().rev()),
                _ => atoms.push(id),
            }
        }
        atoms
    }

    /// Whether a schema allows values of every kind.
    pub(in crate::lower) fn is_anything(&self, id: SchemaId) -> bool {
        let schema = self.model.schema(id);
        schema.shape == Shape::Any
            || self.get(id) == &Form::Leaf(Type::Value) && !matches!(schema.shape, Shape::Const(_))
    }

    /// The JSON kind of a scalar, enum or constant of one kind; `None` for anything else.
    pub(in crate::lower) fn scalar_kind(&self, id: SchemaId) -> Option<JsonKind> {
        match self.get(id) {
            Form::Leaf(Type::Text | Type::Secret) | Form::StringEnum(_) => Some(JsonKind::String),
            Form::Leaf(Type::Integer(_) | Type::Number) => Some(JsonKind::Number),
            Form::Leaf(Type::Bool) => Some(JsonKind::Boolean),
            Form::ValueEnum(values) => {
                let mut types = values.iter().map(|value| constant_type(&value.value));
                let numeric = types.all(|ty| matches!(ty, Type::Number | Type::Integer(_)));
                numeric.then_some(JsonKind::Number)
            }
            _ => None,
        }
    }
}
