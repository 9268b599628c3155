//! Security: what is asked of a client, and the schemes by which it is given.
//!
//! In: requirements and schemes of both documents. Out: findings about what got stricter or laxer.
//! This room never knows how a scheme works.

use std::collections::BTreeSet;

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::table;
use crate::model::SecurityRequirement;

type Alternative = (String, String, BTreeSet<String>);

impl Comparer<'_> {
    /// Compares the alternatives of which a client must satisfy one.
    pub(in crate::diff) fn security(
        &mut self,
        places: &Places,
        (old, new): (&[SecurityRequirement], &[SecurityRequirement]),
    ) {
        let (olds, news) = (alternatives(old), alternatives(new));
        if olds == news {
            return;
        }
        let kept = olds
            .iter()
            .all(|one| news.iter().any(|other| satisfies(one, other)));
        let looser = new.is_empty() || (!old.is_empty() && kept);
        let rule = if looser {
            &table::SECURITY_LOOSENED
        } else {
            &table::SECURITY_TIGHTENED
        };
        let finding = Finding::at(rule, places.clone(), Scope::Connection);
        self.findings
            .push(finding.before(label(&olds)).after(label(&news)));
    }

    /// Compares schemes by name.
    pub(in crate::diff) fn security_schemes(&mut self) {
        let (olds, news) = (
            &self.old.model.security_schemes,
            &self.new.model.security_schemes,
        );
        let pairs = Pairs::new(0..olds.len(), 0..news.len())
            .by(|at| Some(&olds[at].name), |at| Some(&news[at].name));
        let (document, scope) = (self.document(), Scope::Connection);
        for one in pairs.removed.into_iter().map(|at| &olds[at]) {
            let finding = Finding::removed(
                &table::SECURITY_SCHEME_REMOVED,
                document.clone(),
                one.at.clone(),
                scope,
            );
            self.findings.push(finding.subject(&*one.name));
        }
        for one in pairs.added.into_iter().map(|at| &news[at]) {
            let finding = Finding::added(
                &table::SECURITY_SCHEME_ADDED,
                document.clone(),
                one.at.clone(),
                scope,
            );
            self.findings.push(finding.subject(&*one.name));
        }
        for (one, other) in pairs
            .both
            .into_iter()
            .map(|(one, other)| (&olds[one], &news[other]))
        {
            let places = Places {
                old: one.at.clone(),
                new: other.at.clone(),
            };
            self.docs(&places, scope, (&one.docs, &other.docs));
            if (&one.kind, &one.details) != (&other.kind, &other.details) {
                let finding =
                    Finding::at(&table::SECURITY_SCHEME_CHANGED, places, scope).subject(&*one.name);
                self.findings.push(
                    finding
                        .before(one.details.clone())
                        .after(other.details.clone()),
                );
            }
        }
    }
}

fn alternatives(list: &[SecurityRequirement]) -> BTreeSet<Alternative> {
    let own = |one: &SecurityRequirement| {
        (
            one.scheme.clone(),
            one.kind.clone(),
            one.scopes.iter().cloned().collect(),
        )
    };
    list.iter().map(own).collect()
}

/// Whether who satisfies the old alternative satisfies the new one.
fn satisfies(old: &Alternative, new: &Alternative) -> bool {
    (&old.0, &old.1) == (&new.0, &new.1) && new.2.is_subset(&old.2)
}

fn label(list: &BTreeSet<Alternative>) -> String {
    let one = |(scheme, kind, scopes): &Alternative| {
        let name = if scheme.is_empty() { kind } else { scheme };
        let scopes: Vec<&str> = scopes.iter().map(|scope| &**scope).collect();
        if scopes.is_empty() {
            name.clone()
        } else {
            format!("{name} ({})", scopes.join(" "))
        }
    };
    let names: Vec<String> = list.iter().map(one).collect();
    if names.is_empty() {
        "none".into()
    } else {
        names.join(" or ")
    }
}
