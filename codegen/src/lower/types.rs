//! Schema → type, as it stands in a field, a list or a variant.
//!
//! In: forms and names. Out: [`Type`]s. Null belongs to the use: a list of nullable items is a list of options.
//! A list that holds nothing but itself has no Rust type of its own; there it holds any value.

use super::form::{Form, Forms, Rest};
use super::names::Names;
use super::plans::Plans;
use super::secret;
use crate::model::{Property, Schema, SchemaId};
use crate::rust::Type;
use crate::settings::Accept;

/// What lowering one item needs to know of the others.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'f, 'a> {
    /// What every schema becomes.
    pub forms: &'f Forms<'a>,
    /// How values of unions find their members.
    pub plans: &'f Plans<'a>,
    /// What every item is called.
    pub names: &'f Names,
}

impl Surroundings<'_, '_> {
    /// The type of a schema's values, null aside.
    pub(super) fn plain(&self, id: SchemaId) -> Type {
        match self.names.item(id) {
            Some(name) => Type::Named(name.clone()),
            None => self.in_place(id, &mut Vec::new()),
        }
    }

    /// The type of a schema's values, null included.
    pub(super) fn used(&self, id: SchemaId) -> Type {
        or_null(self.plain(id), self.forms.nullable(id))
    }

    /// What a declared schema stands for: the type behind its name.
    pub(super) fn meant(&self, id: SchemaId) -> Type {
        self.in_place(id, &mut Vec::new())
    }

    /// The type of a property's values, null aside: redacted where the name says that it is a secret.
    pub(super) fn property(&self, property: &Property) -> Type {
        let ty = match (
            self.forms.accept(&property.at),
            self.forms.get(self.forms.target(property.schema)),
        ) {
            (Some(Accept::Any), _) => return Type::Value,
            (Some(Accept::Single), Form::List(item)) => Type::OneOrMany(Box::new(self.used(*item))),
            _ => self.plain(property.schema),
        };
        if ty == Type::Text && self.secret(property) {
            Type::Secret
        } else {
            ty
        }
    }

    /// The type within a declared string: redacted where the schema's name says that it is a secret.
    pub(super) fn redacted(&self, schema: &Schema, inner: &Type) -> Type {
        let decided = self
            .forms
            .own(&schema.at)
            .then(|| self.forms.settings.secret(&schema.at.pointer))
            .flatten();
        let named = || schema.name.as_deref().is_some_and(secret::is_secret);
        if *inner == Type::Text && decided.unwrap_or_else(named) {
            Type::Secret
        } else {
            inner.clone()
        }
    }

    /// The type of undeclared keys that are kept.
    pub(super) fn entries(&self, rest: Rest) -> Option<Type> {
        match rest {
            Rest::Skip | Rest::Refuse => None,
            Rest::Keep(value) => Some(value.map_or(Type::Value, |id| self.used(id))),
        }
    }

    fn secret(&self, property: &Property) -> bool {
        let decided = self
            .forms
            .own(&property.at)
            .then(|| self.forms.settings.secret(&property.at.pointer))
            .flatten();
        decided.unwrap_or_else(|| secret::is_secret(&property.name))
    }

    fn in_place(&self, id: SchemaId, open: &mut Vec<SchemaId>) -> Type {
        if open.contains(&id) {
            return Type::Value;
        }
        open.push(id);
        let ty = match self.forms.get(id) {
            Form::Leaf(ty) => ty.clone(),
            Form::Same(target) => self.within(*target, open),
            Form::List(item) => Type::Vec(Box::new(self.part(*item, open))),
            Form::OneOrMany(item) => Type::OneOrMany(Box::new(self.part(*item, open))),
            Form::Map(value) => Type::Map(Box::new(
                value.map_or(Type::Value, |id| self.part(id, open)),
            )),
            Form::Tuple(items) => {
                Type::Tuple(items.iter().map(|id| self.part(*id, open)).collect())
            }
            // These have names; without one they are reached by nothing that does.
            Form::Struct(_) | Form::StringEnum(_) | Form::ValueEnum(_) | Form::Union(_) => {
                Type::Value
            }
        };
        open.pop();
        ty
    }

    fn within(&self, id: SchemaId, open: &mut Vec<SchemaId>) -> Type {
        match self.names.item(id) {
            Some(name) => Type::Named(name.clone()),
            None => self.in_place(id, open),
        }
    }

    fn part(&self, id: SchemaId, open: &mut Vec<SchemaId>) -> Type {
        or_null(self.within(id, open), self.forms.nullable(id))
    }
}

/// The type with null beside its values; types that hold null already stay as they are.
fn or_null(ty: Type, nullable: bool) -> Type {
    match ty {
        Type::Value | Type::Null | Type::Nullable(_) => ty,
        _ if nullable => Type::Nullable(Box::new(ty)),
        _ => ty,
    }
}
