//! Types as a caller writes them.
//!
//! In: a type of the generated code. Out: its text, with paths from `api` and `support` on.

use std::collections::BTreeMap;

use asyncapi_codegen::rust::{Field, FieldKind, FileKind, Ident, Item, Module, Type};

/// Where the items are that types name.
pub(crate) struct Paths<'a> {
    items: BTreeMap<&'a Ident, (String, &'a Item)>,
}

impl<'a> Paths<'a> {
    /// The items of a module that types may name: those of schemas before those of channels.
    pub(crate) fn new(module: &'a Module) -> Self {
        let mut items = BTreeMap::new();
        let (schemas, others): (Vec<_>, Vec<_>) = module
            .files
            .iter()
            .partition(|file| file.kind == FileKind::Schemas);
        for file in schemas.into_iter().chain(others) {
            for item in &file.items {
                let path = format!("{}::{}", super::scope(file), item.name());
                items.entry(item.name()).or_insert((path, item));
            }
        }
        Self { items }
    }

    /// A type.
    pub(crate) fn written(&self, ty: &Type) -> String {
        let inner = |ty: &Type| self.written(ty);
        match ty {
            Type::Named(name) => self.items[name].0.clone(),
            Type::Text => "support::Text".to_owned(),
            Type::Secret => "support::Secret".to_owned(),
            Type::Number => "support::Number".to_owned(),
            Type::Null => "support::Null".to_owned(),
            Type::Value => "support::Value".to_owned(),
            Type::Bytes => "support::Bytes".to_owned(),
            Type::Bool => "bool".to_owned(),
            Type::Integer(name) => (*name).to_owned(),
            Type::Vec(item) => format!("Vec<{}>", inner(item)),
            Type::OneOrMany(item) => format!("support::OneOrMany<{}>", inner(item)),
            Type::Map(value) => format!("support::Map<{}>", inner(value)),
            Type::Nullable(value) => format!("Option<{}>", inner(value)),
            Type::Boxed(value) => format!("Box<{}>", inner(value)),
            Type::Tuple(items) => {
                let items: Vec<String> = items.iter().map(inner).collect();
                format!("({})", items.join(", "))
            }
        }
    }

    /// The whole type of a field.
    pub(crate) fn field(&self, field: &Field) -> String {
        let ty = self.written(&field.ty);
        match field.kind {
            FieldKind::Required => ty,
            FieldKind::Optional => format!("Option<{ty}>"),
            FieldKind::Nullable => format!("Option<Option<{ty}>>"),
        }
    }

    /// The type without aliases and boxes around it.
    pub(crate) fn bare(&self, ty: &'a Type) -> &'a Type {
        match ty {
            Type::Boxed(inner) => self.bare(inner),
            Type::Named(name) => match self.items[name].1 {
                Item::Alias(alias) => self.bare(&alias.ty),
                _ => ty,
            },
            _ => ty,
        }
    }

    /// Whether a constructor takes a text for a value of the type.
    pub(crate) fn reads_text(&self, ty: &'a Type) -> bool {
        match self.bare(ty) {
            Type::Text | Type::Secret => true,
            Type::Named(name) => match self.items[name].1 {
                Item::StringEnum(_) => true,
                Item::Newtype(newtype) => matches!(newtype.inner, Type::Text | Type::Secret),
                _ => false,
            },
            _ => false,
        }
    }
}
