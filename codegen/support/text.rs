//! Strings that remember how they were spelt on the wire: as a string, or as a number where a string is specified.
//! In: a string or a number; out: the same on the wire again, and text for everybody else.
//! Two texts are equal when they read the same; how they are spelt matters to the wire alone.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Decode;
use super::spelling::{self, FromSpelling};

/// Text that was a string on the wire, or a number where a string is specified; it is written as it was read.
///
/// Two of them are equal when their text is: `Text::from("5")` equals the number 5 that was read.
#[derive(Clone)]
pub struct Text(Spelling);

#[derive(Clone)]
enum Spelling {
    String(Box<str>),
    Number(Box<str>),
}

impl Text {
    /// The text; of a number, its JSON spelling.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Spelling::String(text) | Spelling::Number(text) => text,
        }
    }

    /// The text, owned.
    pub fn into_string(self) -> String {
        match self.0 {
            Spelling::String(text) | Spelling::Number(text) => text.into(),
        }
    }

    /// Whether this is a number on the wire.
    pub fn is_number(&self) -> bool {
        matches!(self.0, Spelling::Number(_))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::from("")
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Spelling::String(text.into()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Spelling::String(text.into()))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.into_string()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Spelling::String(text) => serializer.serialize_str(text),
            Spelling::Number(text) => write_number(text, serializer),
        }
    }
}

/// Writes a number; integers as the format has them, because `arbitrary_precision` disguises a number of serde_json.
fn write_number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match (text.parse::<i64>(), text.parse::<u64>()) {
        (Ok(number), _) if text != "-0" => serializer.serialize_i64(number),
        (_, Ok(number)) => serializer.serialize_u64(number),
        _ => match text.parse::<serde_json::Number>() {
            Ok(number) => number.serialize(serializer),
            Err(_) => serializer.serialize_str(text),
        },
    }
}

impl FromSpelling for Text {
    fn from_string(text: Cow<'_, str>) -> Self {
        Self(Spelling::String(text.into()))
    }

    fn from_number(number: serde_json::Number) -> Self {
        Self(Spelling::Number(number.to_string().into()))
    }
}

impl Decode for Text {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        spelling::read(deserializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        spelling::read(deserializer)
    }
}
