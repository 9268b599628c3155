//! What the crates of the cases do on the wire: for each construct, literal frames and what becomes of them.
//!
//! A frame that is read must be written as the same JSON value, known or not.

#![cfg(test)]

mod objects;
mod tags;
mod unions;

use serde_json::Value;

/// Reads frames as a type and asserts, for each, what it is read as, by a pattern, and that it is written back the same.
macro_rules! reads {
    ($Type:path { $($frame:literal => $pattern:pat $(if $guard:expr)?,)* }) => { $(
        let frame: &str = $frame;
        let value = <$Type>::from_json(frame).unwrap_or_else(|error| panic!("{error}\n{frame}"));
        assert!(matches!(&value, $pattern $(if $guard)?), "{frame} was read as {value:?}");
        crate::assert_same_again(&serde_json::to_value(&value).expect("a value is JSON"), frame);
    )* };
}

/// Asserts that frames are no such value, each with the path of what is wrong.
macro_rules! refuses {
    ($Type:path { $($frame:literal at $path:literal,)* }) => { $(
        let frame: &str = $frame;
        let error = <$Type>::from_json(frame).err().unwrap_or_else(|| panic!("{frame} was read"));
        assert_eq!(error.path(), $path, "{error}\n{frame}");
    )* };
}

use {reads, refuses};

fn assert_same_again(written: &Value, frame: &str) {
    let read: Value = serde_json::from_str(frame).expect("a frame is JSON");
    assert_eq!(*written, read);
}
