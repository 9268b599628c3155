//! Text that must not be printed: tokens, passwords, keys.
//! In and out on the wire as `Text`; in logs it is `[redacted]`. So is what a message that the document does not know
//! holds under a key that names a secret.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

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
        fmt::Debug::fmt(&Redacted, f)
    }
}

/// What logs show of a secret.
struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// How the keys of secrets end, letters alone: the same names for which fields are of the type `Secret`.
const NAMES: [&str; 25] = [
    "token",
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "secret",
    "credential",
    "credentials",
    "authorization",
    "jwt",
    "bearer",
    "cookie",
    "cvv",
    "cvc",
    "otp",
    "apikey",
    "accesskey",
    "privatekey",
    "secretkey",
    "signingkey",
    "encryptionkey",
    "masterkey",
    "sharedkey",
    "subscriptionkey",
];

fn names_secret(key: &str) -> bool {
    let letters: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters = letters.to_lowercase();
    NAMES.iter().any(|name| letters.ends_with(name))
}

/// A JSON value as logs may show it.
pub(crate) struct Shown<'a>(pub(crate) &'a Value);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Object(entries) => {
                f.write_str("Object ")?;
                let mut map = f.debug_map();
                for (key, value) in entries {
                    if names_secret(key) {
                        map.entry(key, &Redacted);
                    } else {
                        map.entry(key, &Shown(value));
                    }
                }
                map.finish()
            }
            Value::Array(elements) => {
                f.write_str("Array ")?;
                f.debug_list().entries(elements.iter().map(Shown)).finish()
            }
            scalar => scalar.fmt(f),
        }
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
