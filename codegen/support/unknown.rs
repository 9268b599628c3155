//! A message that the document does not know: kept whole, so that it can be looked at, passed on and written back.
//! In: any JSON value that no member of a union claims; out: the same JSON value.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::secret::Shown;
use super::{Decode, DecodeError};

/// What a union read but does not know. `Debug` prints `[redacted]` under keys that name a secret; `raw` has it all.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Unknown {
    /// The tag that names it; `None` in unions without a tag.
    pub tag: Option<String>,
    /// All of it, the tag included.
    pub raw: Value,
}

impl Unknown {
    /// A message as it is to be written, and the tag in it.
    pub fn new(tag: Option<String>, raw: Value) -> Self {
        Self { tag, raw }
    }

    /// Reads it as a type that the caller chooses, where the context tells what the message does not.
    ///
    /// # Errors
    ///
    /// JSON that is not a `T`.
    pub fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        super::from_value(self.raw.clone())
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unknown")
            .field("tag", &self.tag)
            .field("raw", &Shown(&self.raw))
            .finish()
    }
}

impl Serialize for Unknown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw.serialize(serializer)
    }
}
