//! The width of integers.
//!
//! In: an integer schema. Out: the range of the integers that are meant, by its format, else 64 bits.
//! This room never knows a Rust type.

use super::{Scalar, ScalarKind};

/// A range of integers with the name of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// The format (`int32`).
    pub name: &'static str,
    /// The least integer.
    pub least: i128,
    /// The greatest integer.
    pub greatest: i128,
    /// Whether the schema's format says so.
    pub stated: bool,
}

impl Scalar {
    /// The width of an integer schema: its format's, else 64 bits, unsigned where the schema excludes negative numbers;
    /// `None` for any other type.
    pub fn width(&self) -> Option<Width> {
        if self.kind != ScalarKind::Integer {
            return None;
        }
        let stated = self.format.as_deref().and_then(named);
        let (name, least, greatest) = stated.unwrap_or(if self.may_be_negative() {
            ("int64", i64::MIN.into(), i64::MAX.into())
        } else {
            ("uint64", 0, u64::MAX.into())
        });
        Some(Width {
            name,
            least,
            greatest,
            stated: stated.is_some(),
        })
    }

    fn may_be_negative(&self) -> bool {
        let least = self.minimum.as_ref().and_then(|least| least.as_f64());
        least.is_none_or(|least| least < 0.0)
    }
}

/// The range that the name of a format stands for.
fn named(format: &str) -> Option<(&'static str, i128, i128)> {
    Some(match format {
        "int8" => ("int8", i8::MIN.into(), i8::MAX.into()),
        "int16" | "short" => ("int16", i16::MIN.into(), i16::MAX.into()),
        "int32" => ("int32", i32::MIN.into(), i32::MAX.into()),
        "int64" | "long" | "int" => ("int64", i64::MIN.into(), i64::MAX.into()),
        "uint8" => ("uint8", 0, u8::MAX.into()),
        "uint16" => ("uint16", 0, u16::MAX.into()),
        "uint32" => ("uint32", 0, u32::MAX.into()),
        "uint64" | "uint" => ("uint64", 0, u64::MAX.into()),
        _ => return None,
    })
}
