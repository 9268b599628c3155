//! A union's decision procedure in words, in the order in which it is decided.
//!
//! In: a route. Out: a Markdown list. The code that follows the route is the runtime's; this must say the same.

use super::docs::code;
use crate::rust::{Ident, JsonKind, KeyEvidence, Overlap, Route, Tag};

/// The procedure as a Markdown list.
pub(super) fn procedure(route: &Route) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(tag) = &route.tag {
        lines.extend(by_tag(tag));
    }
    lines.extend(
        route
            .keys
            .iter()
            .map(|evidence| by_keys(&without(route.tag.as_ref(), evidence), evidence)),
    );
    lines.extend(
        route
            .kinds
            .iter()
            .map(|(kind, variant)| format!("- {} is `{variant}`", noun(*kind))),
    );
    if !route.undecided.is_empty() {
        let names: Vec<String> = route
            .undecided
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        lines.push(format!(
            "- nothing shows that a value is {}: decode it from `Unknown` where the context tells",
            names.join(" or ")
        ));
    }
    lines.push(rest(route));
    lines
}

fn by_tag(tag: &Tag) -> Vec<String> {
    let mut lines = vec![format!(
        "- an object goes by the {0} under {1}, where any other {0} is `Unknown`:",
        bare(tag.kind),
        code(&tag.key)
    )];
    lines.extend(
        tag.values
            .iter()
            .map(|value| format!("  - {} is `{}`", code(&value.wire), value.variant)),
    );
    lines
}

/// How the tag must be missing: a variant may have the same key, of another type.
fn without(tag: Option<&Tag>, evidence: &KeyEvidence) -> String {
    match tag {
        Some(tag) if evidence.shared.contains(&tag.key) => {
            format!(" without {} under {}", noun(tag.kind), code(&tag.key))
        }
        Some(tag) => format!(" without {}", code(&tag.key)),
        None => String::new(),
    }
}

fn by_keys(without: &str, evidence: &KeyEvidence) -> String {
    let all = list(&evidence.required, "and");
    let any = match evidence.own.as_slice() {
        [] => None,
        [only] => Some(code(only)),
        several => Some(format!("one of {}", list(several, "or"))),
    };
    let keys = match (any, evidence.required.is_empty()) {
        (Some(any), true) => any,
        (Some(any), false) => format!("{any}, or with {all}"),
        (None, _) => all,
    };
    variant_line(
        &format!("an object{without} with {keys}"),
        &evidence.variant,
    )
}

fn variant_line(what: &str, variant: &Ident) -> String {
    format!("- {what} is `{variant}`")
}

/// What becomes of the rest.
fn rest(route: &Route) -> String {
    match &route.tag {
        Some(tag) => {
            let otherwise = match route.keys.is_empty() {
                true => "",
                false => ", and which is nothing of the above,",
            };
            format!(
                "- an object whose {} is missing, given twice or no {}{otherwise} is malformed",
                code(&tag.key),
                bare(tag.kind)
            )
        }
        None if route.overlap == Overlap::Unknown => {
            "- an object that could be two of these, as well as anything else, is `Unknown`"
                .to_owned()
        }
        None if route.keys.len() > 1 => {
            "- an object that could be two of these is malformed, anything else is `Unknown`"
                .to_owned()
        }

        None => "- anything else is `Unknown`".to_owned(),
    }
}

fn list(keys: &[String], last: &str) -> String {
    let keys: Vec<String> = keys.iter().map(|key| code(key)).collect();
    match keys.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

fn bare(kind: JsonKind) -> &'static str {
    noun(kind).split_at(2).1
}

pub(super) fn noun(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "a list",
        JsonKind::Object => "an object",
    }
}
