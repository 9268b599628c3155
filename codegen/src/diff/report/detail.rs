//! What a change says beside its rule: names, and before → after, short enough for a line.
//!
//! In: one change. Out: a few words. This room never knows where they are printed.

use serde_json::Value;

use crate::diff::change::Change;
use crate::diff::rules::Weight;

/// How many characters of a value are shown.
const WIDTH: usize = 48;
/// How many characters are shown before the first difference of two texts.
const LEAD: usize = 12;

/// The names and values of a change; `mark` stands around names.
pub(super) fn detail(change: &Change, mark: &str) -> String {
    let subject = match change.subject.as_str() {
        "" => String::new(),
        name if change.rule.weight == Weight::Documentation => name.to_owned(),
        name => format!("{mark}{name}{mark}"),
    };
    let values = if change.old.is_some() && change.new.is_some() {
        between(&change.before, &change.after)
    } else if subject.is_empty() {
        Some(show(if change.new.is_some() {
            &change.after
        } else {
            &change.before
        }))
    } else {
        constraint(change)
    };
    match values {
        Some(values) if subject.is_empty() => values,
        Some(values) => format!("{subject} {values}"),
        None => subject,
    }
}

/// One sentence for tools: rule, names and values.
pub(super) fn summary(change: &Change) -> String {
    let (title, detail) = (change.rule.title(), detail(change, ""));
    if detail.is_empty() {
        title
    } else {
        format!("{title}: {detail}")
    }
}

/// The value of a keyword that is new or gone; what else is new or gone has its name alone.
fn constraint(change: &Change) -> Option<String> {
    let numeric = |value: &Value| value.is_number() || value.is_boolean();
    let told = change.rule.id.starts_with("constraint-")
        || numeric(&change.before)
        || numeric(&change.after);
    let keyword = change.subject != show(&change.before) && change.subject != show(&change.after);
    (told && keyword)
        .then(|| between(&change.before, &change.after))
        .flatten()
}

fn between(before: &Value, after: &Value) -> Option<String> {
    if before.is_null() && after.is_null() {
        return None;
    }
    if let (Value::String(before), Value::String(after)) = (before, after) {
        let start = common(before, after);
        return Some(format!(
            "{} → {}",
            excerpt(before, start),
            excerpt(after, start)
        ));
    }
    Some(format!("{} → {}", show(before), show(after)))
}

fn show(value: &Value) -> String {
    match value {
        Value::Null => "none".into(),
        Value::String(text) => excerpt(text, 0),
        other => excerpt(&other.to_string(), 0),
    }
}

/// The number of characters in which two texts agree at their beginning, when they are too long to be shown.
fn common(one: &str, other: &str) -> usize {
    if one.chars().count().max(other.chars().count()) <= WIDTH {
        return 0;
    }
    one.chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count()
        .saturating_sub(LEAD)
}

/// A piece of a text on one line.
fn excerpt(text: &str, start: usize) -> String {
    let mut piece: String = text.chars().skip(start).take(WIDTH).collect();
    if text.chars().count() > start + WIDTH {
        piece.push('…');
    }
    let line = piece.split_whitespace().collect::<Vec<_>>().join(" ");
    if start > 0 {
        format!("…{line}")
    } else {
        line
    }
}
