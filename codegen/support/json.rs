//! JSON text in, values out, with errors that say where.
//! The ways in are alike; they differ in what the caller holds: text, bytes, or a value already parsed.
//! What fails is read once more, from memory, where unions need no presumption: that result counts.

use serde::de::{DeserializeSeed, IgnoredAny};
use serde_json::de::{Read, SliceRead, StrRead};
use serde_json::{Deserializer, Error, Value};

use super::content::Hold;
use super::held::Held;
use super::{Decode, DecodeError};

/// Reads a value from JSON text.
///
/// # Errors
///
/// Text that is no JSON, or JSON that is not a `T`.
pub fn from_json<T: Decode>(text: &str) -> Result<T, DecodeError> {
    read(StrRead::new(text)).or_else(|error| read_again(text.as_bytes(), &error))
}

/// Reads a value from JSON in UTF-8 bytes.
///
/// # Errors
///
/// Bytes that are no JSON, or JSON that is not a `T`.
pub fn from_slice<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    read(SliceRead::new(bytes)).or_else(|error| read_again(bytes, &error))
}

/// Reads a value from parsed JSON.
///
/// # Errors
///
/// JSON that is not a `T`.
pub fn from_value<T: Decode>(value: Value) -> Result<T, DecodeError> {
    T::decode(value).map_err(|error| DecodeError::new(&error, None))
}

fn read<'de, T: Decode, R: Read<'de>>(input: R) -> Result<T, Error> {
    let mut deserializer = Deserializer::new(input);
    let value = T::presume(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

#[cold]
fn read_again<T: Decode>(input: &[u8], first: &Error) -> Result<T, DecodeError> {
    if serde_json::from_slice::<IgnoredAny>(input).is_err() {
        return Err(DecodeError::syntax(first));
    }
    let Ok(content) = Hold::new().deserialize(&mut Deserializer::from_slice(input)) else {
        return Err(DecodeError::new(first, Some(first)));
    };
    T::decode(Held::<Error>::new(content)).map_err(|error| DecodeError::new(&error, Some(first)))
}
