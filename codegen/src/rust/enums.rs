//! Enums: one of a list of values, or a value that the document does not list yet.
//!
//! In: nothing; these are data.

use super::Ident;
use crate::source::Origin;

/// An open enum of strings; a variant `Unknown(String)` is always added.
#[derive(Clone, Debug, PartialEq)]
pub struct StringEnum {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The known values in document order.
    pub variants: Vec<StringVariant>,
}

/// One known value.
#[derive(Clone, Debug, PartialEq)]
pub struct StringVariant {
    /// Its name.
    pub name: Ident,
    /// The value on the wire.
    pub wire: String,
    /// Markdown lines; never empty.
    pub docs: Vec<String>,
}

/// An open enum of values of any JSON type; a variant `Unknown(Value)` is always added.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueEnum {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The known values in document order.
    pub variants: Vec<ValueVariant>,
}

/// One known value.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueVariant {
    /// Its name.
    pub name: Ident,
    /// The value on the wire.
    pub wire: serde_json::Value,
    /// Markdown lines; never empty.
    pub docs: Vec<String>,
}
