//! Rust items as plain data, with every name decided: what `lower` makes and `emit` writes.
//!
//! In: nothing; these are data. Out: [`Package`], read by `emit` and `outline`.
//! This room knows neither documents nor tokens: identifiers and docs are text, types are [`Type`]s.

mod address;
mod enums;
mod session;
mod structs;
mod union;

use std::fmt;

use crate::settings::HandWritten;
use crate::source::Origin;

pub use address::{Address, Parameter, Segment, Server};
pub use enums::{StringEnum, StringVariant, ValueEnum, ValueVariant};
pub use session::{
    ReceivedMessage, Session, SessionField, SessionMessage, SessionRole, SessionStatus,
};
pub use structs::{ConstKey, Field, FieldKind, Struct, UnknownKeys};
pub use union::{
    Condition, JsonKind, KeyEvidence, Overlap, Route, SharedTag, Tag, TagValue, TagWriter, Union,
    Variant,
};

/// The docs line of an item, field or variant whose use the document discourages.
pub const DEPRECATED: &str = "**Deprecated.**";

/// A Rust identifier, raw (`r#type`) where it must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident(String);

impl Ident {
    /// Wraps a text that is an identifier; only `lower/names` makes these.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The identifier's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The modules of one generated crate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// One module per document, sorted by name.
    pub modules: Vec<Module>,
    /// Modules that are written by hand, for the crate that they are written for.
    pub hand_written: Vec<HandWritten>,
}

/// The items of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The module's name.
    pub name: Ident,
    /// The document's path as the header of each file states it (`spec/agent-engagement.yaml`).
    pub source: String,
    /// The docs of the module, Markdown lines.
    pub docs: Vec<String>,
    /// Public constants of the module: the document's title, version and so on.
    pub constants: Vec<Constant>,
    /// Files below the module, sorted by name.
    pub files: Vec<File>,
    /// The channel file whose items are re-exported at the module's root, by its name.
    pub root_channel: Option<Ident>,
}

/// One generated file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The file's module name.
    pub name: Ident,
    /// What the file is for.
    pub kind: FileKind,
    /// What it is made from, for its header; `None` where several places share it.
    pub at: Option<Origin>,
    /// One line for the module's docs.
    pub docs: Vec<String>,
    /// Items in document order.
    pub items: Vec<Item>,
}

/// What a file is for, which decides how its items are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A schema and its children: a private module whose items are re-exported by the document's module.
    Schemas,
    /// A channel: a public module of its own.
    Channel,
    /// The servers: a public module of its own.
    Servers,
}

/// One Rust item.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A struct with named fields.
    Struct(Struct),
    /// An open enum of strings.
    StringEnum(StringEnum),
    /// An open enum of values that are not all strings.
    ValueEnum(ValueEnum),
    /// A tagged or otherwise decidable union.
    Union(Union),
    /// A newtype over one wire type.
    Newtype(Newtype),
    /// A type alias.
    Alias(Alias),
    /// A constant.
    Constant(Constant),
    /// A server with its variables.
    Server(Server),
    /// A channel's address with its parameters.
    Address(Address),
    /// What a channel's messages mean to a session.
    Session(Box<Session>),
}

impl Item {
    /// The item's name.
    pub fn name(&self) -> &Ident {
        match self {
            Self::Struct(item) => &item.name,
            Self::StringEnum(item) => &item.name,
            Self::ValueEnum(item) => &item.name,
            Self::Union(item) => &item.name,
            Self::Newtype(item) => &item.name,
            Self::Alias(item) => &item.name,
            Self::Constant(item) => &item.name,
            Self::Server(item) => &item.name,
            Self::Address(item) => &item.name,
            Self::Session(item) => &item.name,
        }
    }
}

/// A type, as it stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// An item of this package, by its name: unique within the module's root scope.
    Named(Ident),
    /// `Text`: a string that remembers whether it was spelt as a number.
    Text,
    /// `Secret`: like `Text`, redacted in `Debug`.
    Secret,
    /// `Number`: any JSON number, without loss.
    Number,
    /// `bool`.
    Bool,
    /// A built-in integer type, by its name (`i64`).
    Integer(&'static str),
    /// `Null`: the JSON value null and nothing else.
    Null,
    /// `Value`: any JSON value.
    Value,
    /// `Bytes`: a payload that is not JSON.
    Bytes,
    /// `Vec<_>`.
    Vec(Box<Type>),
    /// `OneOrMany<_>`: a list that also comes as its single item.
    OneOrMany(Box<Type>),
    /// `Map<_>`: string keys.
    Map(Box<Type>),
    /// `Option<_>`: the value or null.
    Nullable(Box<Type>),
    /// `Box<_>`, where a type would contain itself.
    Boxed(Box<Type>),
    /// A tuple of two and more positions.
    Tuple(Vec<Type>),
}

/// A newtype over one wire type (`pub struct AgentId(Text)`).
#[derive(Clone, Debug, PartialEq)]
pub struct Newtype {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// What it wraps: a scalar type.
    pub inner: Type,
}

/// A type alias (`pub type Attributes = Vec<Attribute>`).
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// The type.
    pub ty: Type,
}

/// A constant.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Its name.
    pub name: Ident,
    /// Markdown lines.
    pub docs: Vec<String>,
    /// Its value.
    pub value: ConstantValue,
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstantValue {
    /// `&str`.
    Text(String),
    /// `&[&str]`.
    Texts(Vec<String>),
}
