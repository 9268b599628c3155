//! Serde's complaints, each at the line of the key that causes it.
//!
//! In: a piece of the settings as a value, and where it stands. Out: the typed piece, or one error a bad key.
//! A key is to blame when the complaint changes once the key is gone. This room never knows what pieces mean.

use serde::de::DeserializeOwned;
use serde_yaml::Value;

use crate::diagnostic::Diagnostic;
use crate::source::Cursor;

/// Reads a piece, without the keys that are to blame for a problem; `None` when that is not enough.
pub(super) fn piece<T: DeserializeOwned>(
    value: &Value,
    at: &Cursor,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let mut rest = value.clone();
    let mut blamed: Vec<String> = Vec::new();
    loop {
        let complaint = match read::<T>(&rest) {
            Ok(piece) => return Some(piece),
            Err(complaint) => complaint,
        };
        let Some((key, without)) = culprit::<T>(&rest, &complaint) else {
            // A key that is missing because it was blamed above is no second problem.
            if !blamed
                .iter()
                .any(|key| complaint.contains(&format!("`{key}`")))
            {
                problems.push(Diagnostic::error(
                    "invalid-setting",
                    at.key_place(),
                    complaint,
                ));
            }
            return None;
        };
        let place = at
            .get(&key)
            .map_or_else(|| at.key_place(), |cursor| cursor.key_place());
        problems.push(Diagnostic::error("invalid-setting", place, complaint));
        rest = without;
        blamed.push(key);
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_yaml::from_value(value.clone()).map_err(|error| error.to_string())
}

/// The key whose absence changes the complaint, and the value without it.
fn culprit<T: DeserializeOwned>(value: &Value, complaint: &str) -> Option<(String, Value)> {
    let mapping = value.as_mapping()?;
    mapping.keys().find_map(|key| {
        let mut without = mapping.clone();
        without.shift_remove(key);
        let without = Value::Mapping(without);
        let changed = read::<T>(&without).err().as_deref() != Some(complaint);
        changed.then(|| {
            (
                key.as_str().map_or_else(String::new, str::to_owned),
                without,
            )
        })
    })
}
