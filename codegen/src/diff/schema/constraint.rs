//! Constraints, null and defaults: what restricts values beside their type.
//!
//! In: two schemas of one kind. Out: a finding for each keyword that was tightened, loosened or changed.
//! This room never knows shapes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::rules::{Rule, table};
use crate::model::{Constraint, Schema, SchemaId};
use serde_json::Value;

impl Comparer<'_> {
    /// Compares constraints by keyword, without those that `skip` names.
    pub(super) fn constraints(
        &mut self,
        places: &Places,
        scope: Scope,
        (old, new): (&Schema, &Schema),
        skip: &BTreeSet<&'static str>,
    ) {
        let (olds, news) = (by_keyword(&old.constraints), by_keyword(&new.constraints));
        let keywords: BTreeSet<&str> = olds.keys().chain(news.keys()).copied().collect();
        for keyword in keywords
            .into_iter()
            .filter(|keyword| !skip.contains(keyword))
        {
            let (old, new) = (olds.get(keyword).copied(), news.get(keyword).copied());
            let value =
                |one: Option<&Constraint>| one.map_or(Value::Null, |one| parsed(&one.value));
            let (before, after) = (value(old), value(new));
            if before == after {
                continue;
            }
            let rule = judge(keyword, &before, &after);
            let finding = match (old, new) {
                (Some(old), Some(new)) => Finding::at(rule, places.clone(), scope).places(Places {
                    old: old.at.clone(),
                    new: new.at.clone(),
                }),
                (Some(old), None) => Finding::removed(rule, places.clone(), old.at.clone(), scope),
                (None, Some(new)) => Finding::added(rule, places.clone(), new.at.clone(), scope),
                (None, None) => continue,
            };
            self.findings
                .push(finding.subject(keyword).before(before).after(after));
        }
    }

    /// Compares whether null is allowed; where a value may be left out, readers take null for that.
    pub(super) fn null(&mut self, places: &Places, (old, new): (SchemaId, SchemaId)) {
        let inline = self.old.name(old).is_none() && self.new.name(new).is_none();
        let optional = inline && self.optional.contains(&(old, new));
        let rule = match (self.old.schema(old).nullable, self.new.schema(new).nullable) {
            (false, true) if optional => &table::OPTIONAL_NULL_ALLOWED,
            (false, true) => &table::NULL_ALLOWED,
            (true, false) => &table::NULL_FORBIDDEN,
            (true, true) | (false, false) => return,
        };
        let scope = Scope::Schema(Some(old), Some(new));
        self.findings.push(Finding::at(rule, places.clone(), scope));
    }

    /// Compares the value that stands for a missing one.
    pub(super) fn default_value(
        &mut self,
        places: &Places,
        scope: Scope,
        (old, new): (&Schema, &Schema),
    ) {
        if old.default == new.default {
            return;
        }
        let rule = if old.default.is_none() {
            &table::DEFAULT_ADDED
        } else {
            &table::DEFAULT_CHANGED
        };
        let value = |schema: &Schema| schema.default.clone().unwrap_or(Value::Null);
        self.findings.push(
            Finding::at(rule, places.clone(), scope)
                .before(value(old))
                .after(value(new)),
        );
    }
}

fn by_keyword(list: &[Constraint]) -> BTreeMap<&str, &Constraint> {
    list.iter().map(|one| (&*one.keyword, one)).collect()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

fn judge(keyword: &str, before: &Value, after: &Value) -> &'static Rule {
    if before.is_null() || (before == &Value::Bool(false) && after == &Value::Bool(true)) {
        return &table::CONSTRAINT_TIGHTENED;
    }
    if after.is_null() || (before == &Value::Bool(true) && after == &Value::Bool(false)) {
        return &table::CONSTRAINT_LOOSENED;
    }
    let (Some(before), Some(after)) = (before.as_f64(), after.as_f64()) else {
        return &table::CONSTRAINT_CHANGED;
    };
    let lower = [
        "minimum",
        "exclusiveMinimum",
        "minLength",
        "minItems",
        "minProperties",
        "minContains",
    ];
    let upper = [
        "maximum",
        "exclusiveMaximum",
        "maxLength",
        "maxItems",
        "maxProperties",
        "maxContains",
    ];
    match (lower.contains(&keyword), upper.contains(&keyword)) {
        (true, _) if after > before => &table::CONSTRAINT_TIGHTENED,
        (_, true) if after < before => &table::CONSTRAINT_TIGHTENED,
        (true, _) | (_, true) => &table::CONSTRAINT_LOOSENED,
        (false, false) => &table::CONSTRAINT_CHANGED,
    }
}
