//! Values: constants, enums, scalars and tuples.
//!
//! In: two shapes of one kind. Out: findings at their schema.
//! The widths of integers are those of the built-in types that hold them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::equal::same_words;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::{Rule, table};
use crate::model::{Enum, EnumValue, Scalar, ScalarKind, Tuple};
use serde_json::Value;

/// Formats of integers with the least and the greatest value.
const WIDTHS: [(&str, i128, i128); 10] = [
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("int", i32::MIN as i128, i32::MAX as i128),
    ("uint", 0, u32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

impl Comparer<'_> {
    /// Compares two constants.
    pub(super) fn constant(&mut self, places: &Places, scope: Scope, (old, new): (&Value, &Value)) {
        if old != new {
            let finding = Finding::at(&table::CONSTANT_CHANGED, places.clone(), scope);
            self.findings
                .push(finding.before(old.clone()).after(new.clone()));
        }
    }

    /// Compares two scalars of one type; returns the constraints that the finding speaks for.
    pub(super) fn scalar(
        &mut self,
        places: &Places,
        scope: Scope,
        (old, new): (&Scalar, &Scalar),
    ) -> BTreeSet<&'static str> {
        let (before, after) = (width(old), width(new));
        let formats = [&old.format, &new.format]
            .map(|format| format.clone().map_or(Value::Null, Value::from));
        let (rule, [before, after], skip): (_, _, &[_]) =
            if old.kind == ScalarKind::Integer && before != after {
                let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
                (
                    resized(before, after),
                    [name(before), name(after)],
                    &bounds.map(|one| one)[..],
                )
            } else if old.format != new.format {
                let secret = |scalar: &Scalar| scalar.format.as_deref() == Some("password");
                (
                    reformatted(&formats[1], secret(old) != secret(new)),
                    formats,
                    &[],
                )
            } else {
                return BTreeSet::new();
            };
        self.findings.push(
            Finding::at(rule, places.clone(), scope)
                .before(before)
                .after(after),
        );
        skip.iter().copied().collect()
    }

    /// Compares two enums by value.
    pub(super) fn values(&mut self, places: &Places, scope: Scope, (old, new): (&Enum, &Enum)) {
        let key = |list: &Enum, index: usize| Some(list.values[index].value.to_string());
        let pairs = Pairs::new(0..old.values.len(), 0..new.values.len())
            .by(|index| key(old, index), |index| key(new, index));
        for index in pairs.removed {
            let value = &old.values[index];
            let finding = Finding::removed(
                &table::ENUM_VALUE_REMOVED,
                places.clone(),
                value.at.clone(),
                scope,
            );
            self.findings.push(
                finding
                    .subject(plain(&value.value))
                    .before(value.value.clone()),
            );
        }
        for index in pairs.added {
            let value = &new.values[index];
            let finding = Finding::added(
                &table::ENUM_VALUE_ADDED,
                places.clone(),
                value.at.clone(),
                scope,
            );
            self.findings.push(
                finding
                    .subject(plain(&value.value))
                    .after(value.value.clone()),
            );
        }
        for (one, other) in pairs.both {
            self.value(scope, (&old.values[one], &new.values[other]));
        }
    }

    fn value(&mut self, scope: Scope, (old, new): (&EnumValue, &EnumValue)) {
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let name = |one: &EnumValue| one.name.clone().unwrap_or_else(|| plain(&one.value));
        if !same_words(&name(old), &name(new)) {
            let finding = Finding::at(&table::ENUM_VALUE_RENAMED, places.clone(), scope);
            let finding = finding.subject(plain(&old.value));
            self.findings
                .push(finding.before(name(old)).after(name(new)));
        }
        let texts = (old.description.as_deref(), new.description.as_deref());
        self.text(&places, scope, "description", texts);
    }

    /// Compares two lists of positions.
    pub(super) fn tuple(&mut self, places: &Places, scope: Scope, (old, new): (&Tuple, &Tuple)) {
        if old.items.len() != new.items.len() || old.rest.is_some() != new.rest.is_some() {
            let finding = Finding::at(&table::TUPLE_LENGTH_CHANGED, places.clone(), scope);
            self.findings
                .push(finding.before(old.items.len()).after(new.items.len()));
        }
        let items = old.items.iter().zip(&new.items);
        items
            .chain(old.rest.iter().zip(&new.rest))
            .for_each(|(old, new)| self.meet(places, scope, *old, *new));
    }
}

/// A value as it is named in a list: strings without quotes.
pub(super) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The range of the built-in type for an integer: by its format, else by its bounds when they are those of a type.
fn width(scalar: &Scalar) -> (i128, i128) {
    let format = scalar.format.as_deref().unwrap_or_default();
    let bound = |number: &Option<serde_json::Number>| number.as_ref()?.as_i128();
    let bounds = (bound(&scalar.minimum), bound(&scalar.maximum));
    let by_format = WIDTHS.iter().find(|(name, ..)| *name == format);
    let by_bounds = WIDTHS
        .iter()
        .find(|(_, low, high)| bounds == (Some(*low), Some(*high)));
    let positive = matches!(bounds, (Some(0 | 1), None)).then(|| &WIDTHS[WIDTHS.len() - 1]);
    let found = by_format.or(by_bounds).or(positive);
    found.map_or((i64::MIN.into(), i64::MAX.into()), |(_, low, high)| {
        (*low, *high)
    })
}

fn name(width: (i128, i128)) -> Value {
    let types: BTreeMap<(i128, i128), &str> = WIDTHS
        .iter()
        .rev()
        .map(|(name, low, high)| ((*low, *high), *name))
        .collect();
    Value::from(types.get(&width).copied().unwrap_or_default())
}

/// Signs matter before sizes: the greatest values of unsigned types are rarely meant.
fn resized(old: (i128, i128), new: (i128, i128)) -> &'static Rule {
    let wider = if old.0 == new.0 {
        new.1 > old.1
    } else {
        new.0 < old.0
    };
    if wider {
        &table::WIDTH_WIDENED
    } else {
        &table::WIDTH_NARROWED
    }
}

fn reformatted(after: &Value, redaction: bool) -> &'static Rule {
    match (redaction, after) {
        (true, _) => &table::REDACTION_CHANGED,
        (false, Value::Null) => &table::FORMAT_REMOVED,
        (false, _) => &table::FORMAT_CHANGED,
    }
}
