//! Rust items as plain data, with every name decided: what `lower` makes and `emit` writes.
//!
//! In: nothing; these are data. Out: [`Package`], read by `emit` and `outline`.
//! This room knows neither documents nor tokens: identifiers and docs are text, types are [`Type`]s.

mod session;

use std::fmt;

use crate::settings::HandWritten;
use crate::source::Origin;

pub use session::{
    ReceivedMessage, Session, SessionField, SessionMessage, SessionRole, SessionStatus,
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

/// A union; a variant `Unknown(Unknown)` is always added.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Its place.
    pub at: Origin,
    /// Its name.
    pub name: Ident,
    /// Markdown lines, the decision procedure included.
    pub docs: Vec<String>,
    /// The variants in document order.
    pub variants: Vec<Variant>,
    /// How a value finds its variant.
    pub route: Route,
}

/// One member of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub ty: Type,
    /// Markdown lines; never empty.
    pub docs: Vec<String>,
}

/// The decision procedure of a union: evidence in the value, never the order of the variants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The key whose string decides, and the variants it decides for.
    pub tag: Option<Tag>,
    /// Variants told by the presence of keys.
    pub keys: Vec<KeyEvidence>,
    /// What an object is that several variants' keys claim.
    pub overlap: Overlap,
    /// Variants told by the JSON type of the value.
    pub kinds: Vec<(JsonKind, Ident)>,
    /// Variants that no evidence tells apart: their values read as `Unknown`, and are decoded on request.
    pub undecided: Vec<Ident>,
}

/// What an object is that several variants' keys claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overlap {
    /// Malformed: a value is one of the variants only.
    #[default]
    Malformed,
    /// `Unknown`: a value may be several of the variants at once.
    Unknown,
}

/// The key whose string decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The key on the wire.
    pub key: String,
    /// Each variant's values (usually one) and who writes the key.
    pub values: Vec<TagValue>,
}

/// One value of the tag.
#[derive(Clone, Debug, PartialEq)]
pub struct TagValue {
    /// The string.
    pub wire: String,
    /// The name of its constant (`AGENT_STATE`); unique within the union.
    pub constant: Ident,
    /// The variant.
    pub variant: Ident,
    /// Who writes the key when the value is encoded.
    pub writer: TagWriter,
}

/// Who writes the tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagWriter {
    /// The union, before the member's own entries.
    Union,
    /// The member: the key is among its constants or fields.
    Member,
}

/// Evidence by presence of keys.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEvidence {
    /// The variant.
    pub variant: Ident,
    /// Keys that only this variant declares: one is enough.
    pub own: Vec<String>,
    /// Keys that others declare too.
    pub shared: Vec<String>,
    /// Keys that no other variant has all of: together they are enough. Empty where one of them is its own.
    pub required: Vec<String>,
}

/// The JSON type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonKind {
    /// A string.
    String,
    /// Any number.
    Number,
    /// A boolean.
    Boolean,
    /// A list.
    Array,
    /// An object.
    Object,
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
