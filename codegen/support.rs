//! What every generated module leans on: scalars that keep their spelling, tolerant reading, unions, errors that say
//! where, and the transport interface. In: wire text or any serde format; out: values of generated types.
//!
//! Generated modules reach all of it as `support::…`, from inside the table macros (`support::object! {…}`) too, so a
//! module that invokes a table has `support` in scope and needs nothing else. No file here knows a document.

pub mod bytes;
pub mod connection;
pub mod constant;
pub mod content;
pub mod decode;
pub mod entries;
pub mod error;
pub mod held;
pub mod json;
pub mod kind;
pub mod listed;
pub mod memory;
pub mod null;
pub mod number;
pub mod object;
pub mod one_or_many;
pub mod place;
pub mod presumed;
pub mod replay;
pub mod scalar;
pub mod secret;
pub mod spelling;
pub mod text;
pub mod transport;
pub mod union;
pub mod union_kind;
pub mod union_member;
pub mod union_shared;
pub mod union_tag;
pub mod union_write;
pub mod unknown;

pub use bytes::Bytes;
pub use connection::{Connection, ReceiveError, SendError};
pub use decode::{Decode, Map};
pub use error::DecodeError;
pub use json::{from_json, from_slice, from_value};
pub use null::Null;
pub use number::Number;
pub use object::Object;
pub use one_or_many::OneOrMany;
pub use secret::Secret;
pub use serde_json::Value;
pub use text::Text;
pub use transport::{BoxTransport, Frame, Transport};
pub use unknown::Unknown;
