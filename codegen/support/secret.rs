//! Text that must not be printed: tokens, passwords, keys.
//! In and out on the wire as `Text`; in logs it is `[redacted]`.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::spelling::{self, FromSpelling};
use super::{Decode, Text};

/// Text that must not show up in logs: `Debug` prints `[redacted]`, and there is no `Display`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Secret(Text);

impl Secret {
    /// The secret itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The secret itself, owned.
    pub fn into_string(self) -> String {
        self.0.into_string()
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl FromSpelling for Secret {
    fn from_string(text: Cow<'_, str>) -> Self {
        Self(Text::from_string(text))
    }

    fn from_number(number: serde_json::Number) -> Self {
        Self(Text::from_number(number))
    }
}

impl Decode for Secret {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        spelling::read(deserializer)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        spelling::read(deserializer)
    }
}
