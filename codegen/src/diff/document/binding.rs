//! Bindings: settings of protocols.
//!
//! In: the bindings of one thing in both documents. Out: a finding for each protocol whose settings differ.
//! This room never knows a protocol.

use serde_json::Value;

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::table;
use crate::model::Binding;

impl Comparer<'_> {
    /// Compares settings of protocols.
    pub(in crate::diff) fn bindings(
        &mut self,
        places: &Places,
        scope: Scope,
        (old, new): (&[Binding], &[Binding]),
    ) {
        let pairs = Pairs::new(0..old.len(), 0..new.len())
            .by(|at| Some(&old[at].protocol), |at| Some(&new[at].protocol));
        let rule = &table::BINDING_CHANGED;
        for index in pairs.removed {
            let finding = Finding::removed(rule, places.clone(), old[index].at.clone(), scope);
            self.findings.push(
                finding
                    .subject(&*old[index].protocol)
                    .before(old[index].value.clone()),
            );
        }
        for index in pairs.added {
            let finding = Finding::added(rule, places.clone(), new[index].at.clone(), scope);
            self.findings.push(
                finding
                    .subject(&*new[index].protocol)
                    .after(new[index].value.clone()),
            );
        }
        for (one, other) in pairs.both {
            let (one, other) = (&old[one], &new[other]);
            if unordered(&one.value, "") != unordered(&other.value, "") {
                let own = Places {
                    old: one.at.clone(),
                    new: other.at.clone(),
                };
                let finding = Finding::at(rule, own, scope).subject(&*one.protocol);
                self.findings
                    .push(finding.before(one.value.clone()).after(other.value.clone()));
            }
        }
    }
}

/// A value in which lists that mean sets to JSON Schema, which bindings may hold, are sorted.
fn unordered(value: &Value, key: &str) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| unordered(item, "")).collect();
            if ["enum", "required", "type", "oneOf", "anyOf", "allOf"].contains(&key) {
                items.sort_by_key(ToString::to_string);
            }
            items.into()
        }
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| (key.clone(), unordered(value, key));
            Value::Object(entries.iter().map(entry).collect())
        }
        other => other.clone(),
    }
}
