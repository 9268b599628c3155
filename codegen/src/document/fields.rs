//! A reader for one object of the standard: every key is taken by somebody, or reported.
//!
//! In: the tree of an object. Out: its fields, typed as the standard says, each with its place; at the end
//! a [`Remainder`]: the faults, and the keys that nobody took. Objects are read straight from the tree
//! rather than through structures, because that keeps places and raw text and makes it impossible to drop
//! a key in silence.
//! This room never knows what a field means.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Cursor, Kind, Origin};

/// The fields of one object that were not taken yet.
#[derive(Debug)]
pub(crate) struct Fields {
    /// Where the object stands.
    pub at: Origin,
    object: &'static str,
    entries: Vec<(String, Cursor)>,
    remainder: Remainder,
}

/// What is left of an object after reading.
#[derive(Debug, Default)]
pub(crate) struct Remainder {
    /// What was wrong with the fields that were taken.
    pub faults: Diagnostics,
    /// The keys that have no effect, each with its value and why.
    pub ignored: Vec<(String, Cursor, &'static str)>,
}

impl Fields {
    /// The fields of an object; `object` is its name in the standard, with its article (`a Channel Object`).
    ///
    /// # Errors
    ///
    /// `wrong-type` when the value is no object.
    pub(crate) fn of(cursor: &Cursor, object: &'static str) -> Result<Self, Diagnostics> {
        if !matches!(cursor.node.kind, Kind::Mapping(_)) {
            return Err(wrong_type(cursor, object).into());
        }
        Ok(Self::from_entries(
            cursor.origin.clone(),
            cursor.entries(),
            object,
        ))
    }

    /// The fields of an object that was put together from several.
    pub(crate) fn from_entries(
        at: Origin,
        entries: Vec<(String, Cursor)>,
        object: &'static str,
    ) -> Self {
        Self {
            at,
            object,
            entries,
            remainder: Remainder::default(),
        }
    }

    /// The name of the object in the standard, with its article.
    pub(crate) fn object(&self) -> &'static str {
        self.object
    }

    /// The keys that were not taken, in the order of the file.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_str())
    }

    /// Whether a key that was not taken holds null.
    pub(crate) fn is_null(&self, key: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|(own, value)| own == key && value.node.is_null())
    }

    /// The value of a key whatever it is, null included.
    pub(crate) fn raw(&mut self, key: &str) -> Option<Cursor> {
        let index = self.entries.iter().position(|(own, _)| own == key)?;
        Some(self.entries.remove(index).1)
    }

    /// The value of a key; null counts as absent and is reported as such.
    pub(crate) fn value(&mut self, key: &str) -> Option<Cursor> {
        let value = self.raw(key)?;
        if !value.node.is_null() {
            return Some(value);
        }
        let entry = (key.to_owned(), value, "null says nothing here");
        self.remainder.ignored.push(entry);
        None
    }

    /// The value of a key that holds an object; anything else is not taken.
    pub(crate) fn object_under(&mut self, key: &str) -> Option<Cursor> {
        let mut entries = self.entries.iter();
        let (_, value) = entries.find(|(own, _)| own == key)?;
        value.node.as_mapping()?;
        self.raw(key)
    }

    /// The text of a key: a string, or a number or boolean as it was written.
    pub(crate) fn text(&mut self, key: &str) -> Option<String> {
        let value = self.value(key)?;
        let text = value.node.as_text().map(str::to_owned);
        self.expect(text, &value, "a text")
    }

    /// The texts of a key that holds a list.
    pub(crate) fn texts(&mut self, key: &str) -> Vec<String> {
        let items = self.list(key);
        let text = |item: &Cursor| item.node.as_text().map(str::to_owned);
        items
            .iter()
            .filter_map(|item| self.expect(text(item), item, "a text"))
            .collect()
    }

    /// The items of a key that holds a list; empty when it is absent.
    pub(crate) fn list(&mut self, key: &str) -> Vec<Cursor> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let items = value.node.as_sequence().map(|_| value.items());
        self.expect(items, &value, "a list").unwrap_or_default()
    }

    /// Takes a key that is read past, and says why.
    pub(crate) fn ignore(&mut self, key: &str, reason: &'static str) {
        if let Some(value) = self.raw(key) {
            self.remainder.ignored.push((key.to_owned(), value, reason));
        }
    }

    /// Takes all keys that are left.
    pub(crate) fn rest(&mut self) -> Vec<(String, Cursor)> {
        std::mem::take(&mut self.entries)
    }

    /// Ends reading: the faults, and each key that nobody took.
    pub(crate) fn finish(mut self) -> Remainder {
        for (key, value) in self.entries {
            let reason = unread(&key);
            self.remainder.ignored.push((key, value, reason));
        }
        self.remainder
    }

    fn expect<T>(&mut self, found: Option<T>, value: &Cursor, expected: &'static str) -> Option<T> {
        if found.is_none() {
            self.remainder.faults.push(wrong_type(value, expected));
        }
        found
    }
}

/// Why a key that no reader takes has no effect.
fn unread(key: &str) -> &'static str {
    if key.starts_with("x-") {
        "an extension that is not understood"
    } else {
        "not a key of this object"
    }
}

/// `wrong-type`: what was expected at a place, and what stands there.
pub(crate) fn wrong_type(value: &Cursor, expected: &str) -> Diagnostic {
    let key = value.origin.pointer.last();
    let key = key.map_or_else(|| "the document".to_owned(), |key| format!("`{key}`"));
    let found = found(value);
    Diagnostic::error(
        "wrong-type",
        value.place(),
        format!("{key} must be {expected}, not {found}"),
    )
    .label(format!("expected {expected}"))
}

fn found(value: &Cursor) -> &'static str {
    match &value.node.kind {
        Kind::Mapping(_) => "an object",
        Kind::Sequence(_) => "a list",
        Kind::Scalar(_) if value.node.is_null() => "null",
        Kind::Scalar(_) if value.node.as_bool().is_some() => "a boolean",
        Kind::Scalar(_) if value.node.as_str().is_some() => "a text",
        Kind::Scalar(_) => "a number",
    }
}
