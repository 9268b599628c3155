//! Constants: entries whose value never varies, so they are no fields.
//! In: the value on the wire; out: nothing, or an error that names the constant and never what came instead.

use std::cell::Cell;
use std::fmt;

use serde::de::Error;
use serde_json::Value;

use super::Null;
use super::content::Content;
use super::entries::ReadEntries;
use super::listed::same;
use super::place::{Step, at};
use super::scalar::{spelled, whole};

/// The keys of a type's constants, and whether each may be absent.
pub type Constants = &'static [(&'static str, bool)];

/// The constants of one object that were read so far, as bits in the order of the table.
#[derive(Default)]
pub struct Seen(Cell<u128>);

impl Seen {
    /// Checks the value of a constant, and that it comes once.
    ///
    /// # Errors
    ///
    /// Those of the format, a second value, and another value.
    pub fn check<'de, C: Constant, R: ReadEntries<'de>>(
        &self,
        constants: Constants,
        key: &'static str,
        constant: C,
        entries: &mut R,
    ) -> Result<(), R::Error> {
        let bit = bit(constants, key);
        if self.0.replace(self.0.get() | bit) & bit != 0 {
            return Err(at(R::Error::duplicate_field(key), Step::Key(key)));
        }
        let content = entries.hold().map_err(|error| at(error, Step::Key(key)))?;
        if constant.is(&content) {
            return Ok(());
        }
        Err(at(
            R::Error::custom(format_args!("not the constant {constant:?}")),
            Step::Key(key),
        ))
    }

    /// Checks that none is missing.
    ///
    /// # Errors
    ///
    /// The first one that is.
    pub fn finish<E: Error>(&self, constants: Constants) -> Result<(), E> {
        let missing = |(key, may_be_absent): &&(&'static str, bool)| {
            !may_be_absent && self.0.get() & bit(constants, key) == 0
        };
        constants
            .iter()
            .find(missing)
            .map_or(Ok(()), |(key, _)| Err(E::missing_field(key)))
    }
}

fn bit(constants: Constants, key: &str) -> u128 {
    constants
        .iter()
        .zip(0..128)
        .find(|((known, _), _)| *known == key)
        .map_or(0, |(_, index)| 1 << index)
}

/// A value that never varies on the wire.
pub trait Constant: fmt::Debug {
    /// Whether the content is that value, leniently spelt or not.
    fn is(&self, content: &Content<'_>) -> bool;
}

impl Constant for &str {
    fn is(&self, content: &Content<'_>) -> bool {
        match content {
            Content::Str(text) => text == self,
            Content::Number(number) => number.to_string() == *self,
            _ => false,
        }
    }
}

impl Constant for bool {
    fn is(&self, content: &Content<'_>) -> bool {
        match content {
            Content::Bool(value) => value == self,
            Content::Str(text) => *text == self.to_string(),
            _ => false,
        }
    }
}

/// Literals without a suffix are `i32`; longer ones carry theirs.
macro_rules! integers {
    ($($T:ident)+) => { $(
        impl Constant for $T {
            fn is(&self, content: &Content<'_>) -> bool {
                match content {
                    Content::Number(number) => whole(number) == Some(i128::from(*self)),
                    Content::Str(text) => *text == self.to_string(),
                    _ => false,
                }
            }
        }
    )+ };
}

integers! { i32 i64 u64 }

impl Constant for f64 {
    fn is(&self, content: &Content<'_>) -> bool {
        match content {
            Content::Number(number) => number.as_f64() == Some(*self),
            Content::Str(text) => spelled(text).and_then(|number| number.as_f64()) == Some(*self),
            _ => false,
        }
    }
}

impl Constant for Null {
    fn is(&self, content: &Content<'_>) -> bool {
        matches!(content, Content::Null)
    }
}

impl Constant for Value {
    fn is(&self, content: &Content<'_>) -> bool {
        same(self, &content.clone().into_value())
    }
}
