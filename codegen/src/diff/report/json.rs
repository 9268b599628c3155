//! The report for tools.
//!
//! In: a comparison. Out: a JSON value, as [`Comparison::json`] documents it.
//! This room decides nothing about impact.

use serde_json::{Value, json};

use super::detail::summary;
use super::{Locator, direction, position};
use crate::diff::change::{Change, Direction};
use crate::diff::{Comparison, Impact};
use crate::source::{FileId, Origin, Sources};

/// The whole report.
pub(super) fn render(comparison: &Comparison, locator: &Locator<'_>) -> Value {
    let changes: Vec<Value> = comparison
        .changes
        .iter()
        .map(|one| change(one, locator))
        .collect();
    let suppressed = comparison.suppressed.iter().map(|one| {
        let mut value = change(&one.change, locator);
        value["accepted"] = Value::from(&*one.why);
        value
    });
    json!({
        "changes": changes,
        "suppressed": suppressed.collect::<Vec<_>>(),
        "semver": comparison.semver().word(),
    })
}

fn change(change: &Change, locator: &Locator<'_>) -> Value {
    let messages: Vec<&str> = change.messages.iter().map(|one| &*one.message).collect();
    json!({
        "rule": change.rule.id,
        "pointer": change.pointer().to_string(),
        "wire": impact(change.wire),
        "rust": impact(change.rust),
        "before": change.before,
        "after": change.after,
        "messages": messages,
        "summary": summary(change),
        "why": change.rule.why,
        "direction": (!messages.is_empty()).then(|| way(direction(&change.messages))),
        "old": place(locator.old, change.old.as_ref()),
        "new": place(locator.new, change.new.as_ref()),
    })
}

fn impact(impact: Impact) -> &'static str {
    match impact {
        Impact::Safe => "safe",
        Impact::Breaking => "breaking",
    }
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Received => "received",
        Direction::Sent => "sent",
        Direction::Both => "both",
        Direction::Unused => "unused",
    }
}

fn place((sources, _): (&Sources, FileId), at: Option<&Origin>) -> Value {
    at.map_or(Value::Null, |at| {
        let (line, column) = position(sources, at);
        json!({
            "path": sources.source(at.file).path.to_string_lossy(),
            "pointer": at.pointer.to_string(),
            "line": line,
            "column": column,
        })
    })
}
