//! The lines of unions: their members, and the evidence by which a value finds its member.
//!
//! In: a union and its [`Owner`]. Out: one line for each member, and one for each piece of evidence.
//! This room never knows whether the evidence is unambiguous: that was proved before.

use super::items::{Owner, deprecated};
use super::types::Shown;
use crate::rust::{Ident, JsonKind, KeyEvidence, Overlap, Route, Tag, TagWriter, Union, Variant};

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
    for value in strings.flat_map(|tag| &tag.values) {
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
        let wire = match tag.kind {
            JsonKind::String => format!("{:?}", value.wire),
            _ => value.wire.clone(),
        };
        lines.push(format!("{name} when {:?} = {wire}{writer}", tag.key));
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
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "a list",
        JsonKind::Object => "an object",
    }
}
