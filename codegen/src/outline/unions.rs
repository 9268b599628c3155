//! The lines of unions: their members, and the evidence by which a value finds its member.
//!
//! In: a union and its [`Owner`]. Out: one line for each member, and one for each piece of evidence.
//! This room never knows whether the evidence is unambiguous: that was proved before.

use std::collections::BTreeSet;

use super::items::{Owner, deprecated};
use super::types::Shown;
use crate::rust::{
    Condition, Ident, JsonKind, KeyEvidence, Overlap, Route, Tag, TagWriter, Union, Variant,
};

pub(super) fn union(lines: &mut Vec<String>, owner: &Owner, item: &Union) {
    let name = owner.path(&item.name);
    let by = match &item.route.tag {
        Some(tag) => format!(" by {:?}", tag.key),
        None => String::new(),
    };
    lines.push(format!("union {name}{by}{}", deprecated(&item.docs)));
    if item.route.overlap == Overlap::Unknown {
        lines.push(format!("{name} may be several of its members at once"));
    }
    for variant in &item.variants {
        member(lines, &name, &item.route, variant);
    }
    let of_strings = |tag: &&Tag| tag.kind == JsonKind::String;
    let strings = item.route.tag.iter().filter(of_strings);
    let mut seen = BTreeSet::new();
    let values = strings.flat_map(|tag| &tag.values);
    for value in values.filter(|value| seen.insert(&value.constant)) {
        lines.push(format!(
            "const {name}::{} = {:?}",
            value.constant, value.wire
        ));
    }
}

fn member(lines: &mut Vec<String>, union: &str, route: &Route, variant: &Variant) {
    let name = format!("{union}::{}", variant.name);
    let mark = deprecated(&variant.docs);
    lines.push(format!("{name}({}){mark}", Shown(&variant.ty)));
    if let Some(tag) = &route.tag {
        tags(lines, &name, tag, &variant.name);
    }
    let shared = route
        .shared
        .iter()
        .filter(|one| one.variant == variant.name);
    for conditions in shared.flat_map(|shared| &shared.evidence) {
        let conditions: Vec<String> = conditions.iter().map(condition).collect();
        lines.push(format!("{name} with {}", conditions.join(" and ")));
    }
    let keys = route.keys.iter().filter(|one| one.variant == variant.name);
    keys.for_each(|evidence| key_evidence(lines, &name, evidence));
    let kinds = route.kinds.iter().filter(|(_, one)| *one == variant.name);
    lines.extend(kinds.map(|(kind, _)| format!("{name} when {}", json_kind(*kind))));
    if route.undecided.contains(&variant.name) {
        lines.push(format!("{name} on request only"));
    }
}

fn tags(lines: &mut Vec<String>, name: &str, tag: &Tag, variant: &Ident) {
    for value in tag.values.iter().filter(|value| value.variant == *variant) {
        let writer = match value.writer {
            TagWriter::Union => ", written by the union",
            TagWriter::Member => "",
        };
        let wire = spelt(&value.wire, tag.kind);
        lines.push(format!("{name} when {:?} = {wire}{writer}", tag.key));
    }
}

fn condition(condition: &Condition) -> String {
    match condition {
        Condition::Present(key) => format!("key {key:?}"),
        Condition::Fixed { key, kind, values } => {
            let values: Vec<String> = values.iter().map(|value| spelt(value, *kind)).collect();
            format!("{key:?} = {}", values.join(" or "))
        }
    }
}

fn spelt(value: &str, kind: JsonKind) -> String {
    match kind {
        JsonKind::String => format!("{value:?}"),
        _ => value.to_owned(),
    }
}

fn key_evidence(lines: &mut Vec<String>, name: &str, evidence: &KeyEvidence) {
    let mut list = |word: &str, keys: &[String]| {
        lines.extend(keys.iter().map(|key| format!("{name} {word} key {key:?}")));
    };
    list("when own", &evidence.own);
    list("when shared", &evidence.shared);
    list("needs", &evidence.required);
}

fn json_kind(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "a list",
        JsonKind::Object => "an object",
    }
}
