//! The kinds of fields, a module each, so that a table can name them by path: `required`, `optional`,
//! `nullable`, `any`.
//! In: the slot of a key, empty if the key was absent; out: the field, and back into an entry.

/// A key that must be there; `null` is for its type to accept.
pub mod required {
    use serde::Serialize;
    use serde::de::Error;

    use super::super::entries::WriteEntries;

    /// Whether objects without the key are fine.
    pub const MAY_BE_ABSENT: bool = false;

    /// The field.
    ///
    /// # Errors
    ///
    /// A key that was absent.
    pub fn field<T, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
        slot.ok_or_else(|| E::missing_field(key))
    }

    /// Writes the field.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn write<T: Serialize, W: WriteEntries>(
        field: &T,
        key: &str,
        out: &mut W,
    ) -> Result<(), W::Error> {
        out.entry(key, field)
    }
}

/// A key that may be absent; `null` counts as absent.
pub mod optional {
    use serde::Serialize;
    use serde::de::Error;

    use super::super::entries::WriteEntries;

    /// Whether objects without the key are fine.
    pub const MAY_BE_ABSENT: bool = true;

    /// The field.
    ///
    /// # Errors
    ///
    /// None.
    pub fn field<T, E: Error>(slot: Option<Option<T>>, _: &'static str) -> Result<Option<T>, E> {
        Ok(slot.flatten())
    }

    /// Writes the field, if it is there.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn write<T: Serialize, W: WriteEntries>(
        field: &Option<T>,
        key: &str,
        out: &mut W,
    ) -> Result<(), W::Error> {
        field.iter().try_for_each(|value| out.entry(key, value))
    }
}

/// A key that may be absent, and may be `null`, which is not the same.
pub mod nullable {
    use serde::Serialize;
    use serde::de::Error;

    use super::super::entries::WriteEntries;

    /// The field.
    ///
    /// # Errors
    ///
    /// None.
    pub fn field<T, E: Error>(
        slot: Option<Option<T>>,
        _: &'static str,
    ) -> Result<Option<Option<T>>, E> {
        Ok(slot)
    }

    /// Writes the field, if it is there.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn write<T: Serialize, W: WriteEntries>(
        field: &Option<Option<T>>,
        key: &str,
        out: &mut W,
    ) -> Result<(), W::Error> {
        field.iter().try_for_each(|value| out.entry(key, value))
    }
}

/// A key that may be absent, of a type that has `null` among its values.
pub mod any {
    use serde::Serialize;
    use serde::de::Error;

    use super::super::entries::WriteEntries;

    /// The field.
    ///
    /// # Errors
    ///
    /// None.
    pub fn field<T, E: Error>(slot: Option<T>, _: &'static str) -> Result<Option<T>, E> {
        Ok(slot)
    }

    /// Writes the field, if it is there.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn write<T: Serialize, W: WriteEntries>(
        field: &Option<T>,
        key: &str,
        out: &mut W,
    ) -> Result<(), W::Error> {
        field.iter().try_for_each(|value| out.entry(key, value))
    }
}
