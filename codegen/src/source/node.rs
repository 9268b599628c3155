//! The tree of one YAML or JSON file: ordered, spanned, with the raw text of every scalar.
//!
//! In: what the event reader saw. Out: nodes that are cheap to clone and keep `01005`, `1.10` and numbers
//! past 64 bits as written. What a scalar means is decided by whoever asks, with the questions below.
//! This room never knows what any key means.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;

use super::mapping::{Entry, Mapping};
use super::scalar::ScalarKind;

/// A range of bytes in the text of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of two byte offsets of one text, which is limited to what 32 bits count.
    pub(super) fn new(start: usize, end: usize) -> Self {
        let offset = |byte: usize| u32::try_from(byte).expect("texts are limited in size");
        Self {
            start: offset(start),
            end: offset(end),
        }
    }

    /// The span as a range of byte offsets.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value with the place where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where the value stands.
    pub span: Span,
    /// The value.
    pub kind: Kind,
}

/// The three kinds of YAML values.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A string, number, boolean or null, not yet told apart.
    Scalar(Scalar),
    /// A list.
    Sequence(Arc<[Node]>),
    /// An object, in the order of the file, without duplicate keys.
    Mapping(Arc<Mapping>),
}

/// A scalar as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// The text, unquoted and unescaped, otherwise as written.
    pub text: Arc<str>,
    /// Whether the text was quoted.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: may be a number, a boolean or null.
    Plain,
    /// In quotes, as a block, or tagged `!!str`: always a string.
    Quoted,
}

impl Node {
    /// A null that nobody wrote: the root of a file that could not be read.
    pub(super) fn absent() -> Self {
        let scalar = Scalar {
            text: Arc::from(""),
            style: Style::Plain,
        };
        Self {
            span: Span::default(),
            kind: Kind::Scalar(scalar),
        }
    }

    /// The value under a key; `None` for anything but an object that has the key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_mapping()?.get(key).map(|entry| &entry.value)
    }

    /// The value that a reference token leads to: a key of an object, or an index of a list.
    pub fn child(&self, token: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Mapping(mapping) => mapping.get(token).map(|entry| &entry.value),
            Kind::Sequence(items) => items.get(array_index(token)?),
            Kind::Scalar(_) => None,
        }
    }

    /// The object, if this is one.
    pub fn as_mapping(&self) -> Option<&Mapping> {
        match &self.kind {
            Kind::Mapping(mapping) => Some(mapping),
            Kind::Scalar(_) | Kind::Sequence(_) => None,
        }
    }

    /// The items, if this is a list.
    pub fn as_sequence(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::Sequence(items) => Some(items),
            Kind::Scalar(_) | Kind::Mapping(_) => None,
        }
    }

    /// The scalar, if this is one.
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar),
            Kind::Sequence(_) | Kind::Mapping(_) => None,
        }
    }

    /// What a scalar means; `None` for lists and objects.
    pub fn scalar_kind(&self) -> Option<ScalarKind> {
        self.as_scalar().map(Scalar::kind)
    }

    /// The text of any scalar as it was written: `1.10` stays `1.10`.
    pub fn as_text(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| &*scalar.text)
    }

    /// The text of a string: a scalar in quotes, or one that means neither null nor a boolean nor a number.
    pub fn as_str(&self) -> Option<&str> {
        self.scalar_of(ScalarKind::String)
    }

    /// The text of a number, in JSON's grammar, with every digit that was written.
    pub fn as_number(&self) -> Option<&str> {
        self.scalar_of(ScalarKind::Number)
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        self.scalar_of(ScalarKind::Bool)
            .map(|text| text.eq_ignore_ascii_case("true"))
    }

    /// Whether this is null.
    pub fn is_null(&self) -> bool {
        self.scalar_kind() == Some(ScalarKind::Null)
    }

    /// The value as JSON. Numbers past 64 bits become the nearest `f64`; those past `f64` stay text: whoever writes
    /// values to the wire asks [`Node::is_exact`] first.
    pub fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Scalar(scalar) => scalar.to_json(),
            Kind::Sequence(items) => items.iter().map(Node::to_json).collect(),
            Kind::Mapping(mapping) => {
                let pair = |entry: &Entry| (entry.key.to_string(), entry.value.to_json());
                Value::Object(mapping.entries().iter().map(pair).collect())
            }
        }
    }

    /// Whether [`Node::to_json`] says the same: that every number in the value is one that JSON values hold exactly.
    pub fn is_exact(&self) -> bool {
        match &self.kind {
            Kind::Scalar(scalar) => scalar.is_exact(),
            Kind::Sequence(items) => items.iter().all(Node::is_exact),
            Kind::Mapping(mapping) => {
                let mut entries = mapping.entries().iter();
                entries.all(|entry| entry.value.is_exact())
            }
        }
    }

    /// The value as JSON text, in which numbers of any size stay what they are.
    pub fn to_json_text(&self) -> String {
        if self.is_exact() {
            return self.to_json().to_string();
        }
        match &self.kind {
            Kind::Scalar(scalar) => scalar.text.to_string(),
            Kind::Sequence(items) => {
                let items: Vec<String> = items.iter().map(Node::to_json_text).collect();
                format!("[{}]", items.join(","))
            }
            Kind::Mapping(mapping) => {
                let pair = |entry: &Entry| {
                    let key = Value::String(entry.key.to_string());
                    format!("{key}:{}", entry.value.to_json_text())
                };
                let pairs: Vec<String> = mapping.entries().iter().map(pair).collect();
                format!("{{{}}}", pairs.join(","))
            }
        }
    }

    fn scalar_of(&self, kind: ScalarKind) -> Option<&str> {
        self.as_scalar()
            .filter(|scalar| scalar.kind() == kind)
            .map(|scalar| &*scalar.text)
    }
}

/// An index as RFC 6901 writes it: digits without leading zeros.
fn array_index(token: &str) -> Option<usize> {
    let digits = token.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = token == "0" || !token.starts_with('0');
    if digits && canonical {
        token.parse().ok()
    } else {
        None
    }
}
