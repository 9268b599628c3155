//! Structs: objects with declared keys.
//!
//! In: nothing; these are data. A field's type leaves out what its kind says: the `Option` of an absent value.

use super::{Ident, Type};
use crate::source::Origin;

/// A struct with named fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// Its place in the document.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// Keys with a fixed value, which are not fields.
    pub constants: Vec<ConstKey>,
    /// Fields in document order.
    pub fields: Vec<Field>,
    /// What happens to keys that are not declared.
    pub unknown: UnknownKeys,
}

/// A key with a fixed value.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstKey {
    /// Its place.
    pub at: Origin,
    /// The key on the wire.
    pub wire: String,
    /// The value.
    pub value: serde_json::Value,
    /// Whether it must be there when reading.
    pub required: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// The key on the wire.
    pub wire: String,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// Its type, without the `Option` of an absent value.
    pub ty: Type,
    /// How absence and null are told.
    pub kind: FieldKind,
}

/// How absence and null are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// Always there: `T`.
    Required,
    /// May be absent: `Option<T>`; null reads as absent.
    Optional,
    /// May be absent or null: `Option<Option<T>>`; the inner `None` is null.
    Nullable,
}

/// What happens to keys that are not declared.
#[derive(Clone, Debug, PartialEq)]
pub enum UnknownKeys {
    /// They are read past.
    Skip,
    /// They make the value malformed.
    Refuse,
    /// They are kept in a field of this name, with values of this type.
    Keep(Ident, Type),
}
