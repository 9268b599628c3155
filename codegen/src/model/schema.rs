//! The one schema model: what any accepted schema language is resolved to.
//!
//! In: nothing; `resolve/schema` fills these. Out: [`Schema`]s that point at one another by [`SchemaId`].
//! Composition (`allOf`) is flattened and references are followed before a schema gets here.
//! This room never knows which language a schema was written in.

use std::collections::BTreeSet;

use serde_json::{Number, Value};

use crate::source::{Cursor, Origin};

/// An index into `Model::schemas`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemaId(pub u32);

impl SchemaId {
    /// The index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One schema.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Its place.
    pub at: Origin,
    /// The name under which the document declares it (a key of `components/schemas`, `definitions` or `$defs`,
    /// the full name of an Avro type, the stem of a file that is a schema); `None` for a schema in place.
    pub name: Option<String>,
    /// What the document says of it.
    pub docs: Docs,
    /// Whether `null` is allowed beside the shape.
    pub nullable: bool,
    /// The value that stands for a missing one.
    pub default: Option<Value>,
    /// Constraints that the types do not enforce, for the docs and for comparing versions.
    pub constraints: Vec<Constraint>,
    /// The values that are allowed.
    pub shape: Shape,
}

/// Human text about a node, and its examples.
#[derive(Clone, Debug, Default)]
pub struct Docs {
    /// A title or short name.
    pub title: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// Markdown.
    pub description: Option<String>,
    /// Names of tags.
    pub tags: Vec<String>,
    /// A link to more.
    pub external: Option<String>,
    /// Whether its use is discouraged.
    pub deprecated: bool,
    /// Example values, in document order (`example` and each of `examples`).
    pub examples: Vec<Cursor>,
}

/// A keyword that restricts values beyond what the Rust type can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The keyword (`minLength`, `pattern`).
    pub keyword: String,
    /// Its value as JSON text.
    pub value: String,
    /// Its place.
    pub at: Origin,
}

/// The closed list of shapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Any value at all.
    Any,
    /// No value at all (`false`).
    Never,
    /// Exactly the values of another schema.
    Alias(SchemaId),
    /// One value.
    Const(Value),
    /// A string, number, boolean or null.
    Scalar(Scalar),
    /// One of a list of values.
    Enum(Enum),
    /// A list of items of one schema.
    Array(SchemaId),
    /// A list with a schema for each position.
    Tuple(Tuple),
    /// An object.
    Object(Object),
    /// One of several schemas.
    Union(Union),
    /// Bytes in a format that this tool does not read (Protobuf, RAML).
    Opaque(Opaque),
}

/// A scalar type.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// The JSON type.
    pub kind: ScalarKind,
    /// `format`, as written.
    pub format: Option<String>,
    /// The least value, exclusive bounds of integers already moved by one.
    pub minimum: Option<Number>,
    /// The greatest value, likewise.
    pub maximum: Option<Number>,
}

/// The JSON scalar types of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScalarKind {
    /// `string`.
    String,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `boolean`.
    Boolean,
    /// `null`.
    Null,
}

/// A list of allowed values, without `null` (that is [`Schema::nullable`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// The values in document order, without repetitions.
    pub values: Vec<EnumValue>,
    /// Whether the document allows any other string too: a list beside a plain string.
    pub open: bool,
}

/// One allowed value.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value.
    pub value: Value,
    /// Its place.
    pub at: Origin,
    /// A name for it from `x-enum-varnames` or `x-enumNames`.
    pub name: Option<String>,
    /// A description for it from `x-enum-descriptions`.
    pub description: Option<String>,
}

/// A list with a schema for each position.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The positions.
    pub items: Vec<SchemaId>,
    /// What may follow; `None`: nothing is said, or nothing may.
    pub rest: Option<SchemaId>,
}

/// An object: declared properties and what else may stand in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// Declared properties in document order; those of flattened parents first.
    pub properties: Vec<Property>,
    /// Undeclared properties.
    pub additional: Additional,
    /// `patternProperties`: expression and schema.
    pub patterns: Vec<(String, SchemaId)>,
    /// Keys that are named under conditions or by constraints alone; an object that has some is not closed.
    pub implied: BTreeSet<String>,
}

/// What is said of undeclared properties.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional {
    /// Nothing is said.
    Unspecified,
    /// They are allowed in so many words, whatever they hold (`true`), or the document's own examples have some.
    Open,
    /// They are forbidden (`false`).
    Closed,
    /// They are allowed and follow a schema.
    Schema(SchemaId),
}

/// One declared property.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Its place: where it stands under `properties`, or its name's place in `required`.
    pub at: Origin,
    /// The key on the wire.
    pub name: String,
    /// Its schema.
    pub schema: SchemaId,
    /// Whether it must be there.
    pub presence: Presence,
    /// Text beside a `$ref`, which speaks of this use and not of the schema.
    pub docs: Option<String>,
}

/// Whether a property must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Presence {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}

/// One of several schemas.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Which keyword said so.
    pub kind: UnionKind,
    /// The members in document order, without the null member (that is [`Schema::nullable`]).
    /// Properties declared beside the union are already part of each object member.
    pub members: Vec<SchemaId>,
    /// The property that tells the members apart.
    pub discriminator: Option<Discriminator>,
}

/// The keyword behind a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnionKind {
    /// `oneOf`, or a list of types.
    OneOf,
    /// `anyOf`.
    AnyOf,
}

/// The property that tells members apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// Its place.
    pub at: Origin,
    /// The property's key on the wire.
    pub property: String,
    /// The value for each member, in the order of the members: from the mapping, else the member's `const` or
    /// only enum value, else the name under which it is declared; `None` where there is none of these.
    pub values: Vec<Option<String>>,
}

/// A payload in a format that this tool does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opaque {
    /// The schema format as written (`application/vnd.google.protobuf;version=3`).
    pub format: String,
}
