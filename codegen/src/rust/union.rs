//! Unions, and the evidence by which a value finds its variant.
//!
//! In: nothing; these are data. That the evidence is unambiguous was proved before it came here.

use super::{Ident, Type};
use crate::source::Origin;

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
    /// Variants whose values of the tag others have too, and what tells them there.
    pub shared: Vec<SharedTag>,
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

/// The key whose value decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The key on the wire.
    pub key: String,
    /// The kind of its values: strings, whole numbers or booleans.
    pub kind: JsonKind,
    /// Each variant's values (usually one) and who writes the key.
    pub values: Vec<TagValue>,
}

/// One value of the tag.
#[derive(Clone, Debug, PartialEq)]
pub struct TagValue {
    /// The string, or the number or boolean as JSON spells it.
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

/// A variant whose values of the tag others have too.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedTag {
    /// The variant.
    pub variant: Ident,
    /// What tells it among those with its tag: one of these, when all of its conditions hold.
    pub evidence: Vec<Vec<Condition>>,
}

/// What an entry of an object must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There, with any value.
    Present(String),
    /// There, with one of some values.
    Fixed {
        /// The key on the wire.
        key: String,
        /// The kind of the values: strings, whole numbers or booleans.
        kind: JsonKind,
        /// The strings, or the numbers or booleans as JSON spells them.
        values: Vec<String>,
    },
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
    /// Null.
    Null,
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
