//! Where messages pass: servers and channel addresses, as templates with parameters.
//!
//! In: nothing; these are data.

use super::Ident;
use crate::source::Origin;

/// A server: a struct of its variables, with defaults, and `url()`.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The protocol.
    pub protocol: String,
    /// The URL, in parts.
    pub url: Vec<Segment>,
    /// Its variables.
    pub parameters: Vec<Parameter>,
    /// The alternatives of which a client must satisfy one: scheme, type, scopes.
    pub security: Vec<(String, String, Vec<String>)>,
}

/// A channel's address: a constant, or a struct of its parameters with `Display`.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The template as written.
    pub template: String,
    /// The address, in parts.
    pub segments: Vec<Segment>,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text as it stands.
    Literal(String),
    /// The value of the parameter with this field name.
    Parameter(Ident),
}

/// A server variable or a channel parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its field name.
    pub name: Ident,
    /// Its name in the template.
    pub wire: String,
    /// Markdown lines; never empty.
    pub docs: Vec<String>,
    /// Its type: `String` when `None`, else a string enum of the same file.
    pub ty: Option<Ident>,
    /// Its default.
    pub default: Option<String>,
}
