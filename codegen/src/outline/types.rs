//! Types as text, as they read in the generated code.
//!
//! In: a [`Type`], and for fields how absence is told. Out: its text (`Option<Vec<AgentId>>`).
//! This room never knows where a type is used.

use std::fmt;

use crate::rust::{Field, FieldKind, Type};

/// A type, shown as Rust.
pub(super) struct Shown<'a>(pub(super) &'a Type);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Type::Named(name) => write!(f, "{name}"),
            Type::Text => f.write_str("Text"),
            Type::Secret => f.write_str("Secret"),
            Type::Number => f.write_str("Number"),
            Type::Bool => f.write_str("bool"),
            Type::Integer(name) => f.write_str(name),
            Type::Null => f.write_str("Null"),
            Type::Value => f.write_str("Value"),
            Type::Bytes => f.write_str("Bytes"),
            Type::Vec(item) => write!(f, "Vec<{}>", Shown(item)),
            Type::OneOrMany(item) => write!(f, "OneOrMany<{}>", Shown(item)),
            Type::Map(value) => write!(f, "Map<{}>", Shown(value)),
            Type::Nullable(inner) => write!(f, "Option<{}>", Shown(inner)),
            Type::Boxed(inner) => write!(f, "Box<{}>", Shown(inner)),
            Type::Tuple(items) => tuple(f, items),
        }
    }
}

fn tuple(f: &mut fmt::Formatter<'_>, items: &[Type]) -> fmt::Result {
    let items: Vec<String> = items.iter().map(|item| Shown(item).to_string()).collect();
    write!(f, "({})", items.join(", "))
}

/// The whole type of a field.
pub(super) fn field_type(field: &Field) -> String {
    let ty = Shown(&field.ty);
    match field.kind {
        FieldKind::Required => ty.to_string(),
        FieldKind::Optional => format!("Option<{ty}>"),
        FieldKind::Nullable => format!("Option<Option<{ty}>>"),
    }
}
