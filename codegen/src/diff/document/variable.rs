//! Server variables and channel parameters: what a client chooses when it connects.
//!
//! In: the variables of one server or channel in both documents. Out: findings at the variables.
//! This room never knows templates.

use serde_json::Value;

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::table;
use crate::model::Variable;

/// What the variables belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::diff) enum Holder {
    /// A server.
    Server,
    /// A channel.
    Channel,
}

impl Comparer<'_> {
    /// Compares variables by name.
    pub(in crate::diff) fn variables(
        &mut self,
        holder: Holder,
        places: &Places,
        (old, new): (&[Variable], &[Variable]),
    ) {
        let pairs = Pairs::new(0..old.len(), 0..new.len())
            .by(|at| Some(&old[at].name), |at| Some(&new[at].name));
        for index in pairs.removed {
            let rule = match holder {
                Holder::Server => &table::VARIABLE_REMOVED,
                Holder::Channel => &table::PARAMETER_REMOVED,
            };
            let finding = Finding::removed(
                rule,
                places.clone(),
                old[index].at.clone(),
                Scope::Connection,
            );
            self.findings.push(finding.subject(&*old[index].name));
        }
        for index in pairs.added {
            let rule = match (holder, &new[index].default) {
                (Holder::Channel, Some(_)) if !old.is_empty() => &table::DEFAULTED_PARAMETER_ADDED,
                (Holder::Channel, _) => &table::PARAMETER_ADDED,
                (Holder::Server, Some(_)) => &table::VARIABLE_ADDED,
                (Holder::Server, None) => &table::REQUIRED_VARIABLE_ADDED,
            };
            let finding = Finding::added(
                rule,
                places.clone(),
                new[index].at.clone(),
                Scope::Connection,
            );
            self.findings.push(finding.subject(&*new[index].name));
        }
        for (one, other) in pairs.both {
            self.variable(&old[one], &new[other]);
        }
    }

    fn variable(&mut self, old: &Variable, new: &Variable) {
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        self.docs(&places, Scope::Connection, (&old.docs, &new.docs));
        let examples = (old.examples.join(", "), new.examples.join(", "));
        self.text(
            &places,
            Scope::Connection,
            "examples",
            (Some(&*examples.0), Some(&*examples.1)),
        );
        let rule = match (&old.default, &new.default) {
            (None, Some(_)) => &table::VARIABLE_DEFAULT_ADDED,
            (Some(_), None) => &table::VARIABLE_DEFAULT_REMOVED,
            _ => &table::VARIABLE_DEFAULT_CHANGED,
        };
        self.optional(rule, &places, (old.default.as_ref(), new.default.as_ref()));
        self.optional(
            &table::LOCATION_CHANGED,
            &places,
            (old.location.as_ref(), new.location.as_ref()),
        );
        self.choices(&places, (&old.values, &new.values));
    }

    fn choices(&mut self, places: &Places, (old, new): (&[String], &[String])) {
        let finding = |rule| Finding::at(rule, places.clone(), Scope::Connection);
        match (old.is_empty(), new.is_empty()) {
            (true, true) => {}
            (true, false) => self
                .findings
                .push(finding(&table::VARIABLE_ENUM_ADDED).after(Value::from(new))),
            (false, true) => self
                .findings
                .push(finding(&table::VARIABLE_ENUM_REMOVED).before(Value::from(old))),
            (false, false) => {
                let gone = old.iter().filter(|value| !new.contains(value));
                self.findings.extend(gone.map(|one| {
                    finding(&table::VARIABLE_VALUE_REMOVED)
                        .subject(&**one)
                        .before(&**one)
                }));
                let come = new.iter().filter(|value| !old.contains(value));
                self.findings.extend(come.map(|one| {
                    finding(&table::VARIABLE_VALUE_ADDED)
                        .subject(&**one)
                        .after(&**one)
                }));
            }
        }
    }
}
