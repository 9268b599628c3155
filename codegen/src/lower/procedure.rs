//! A union's decision procedure in words, in the order in which it is decided.
//!
//! In: a route. Out: a Markdown list. The code that follows the route is the runtime's; this must say the same.

use super::docs::code;
use crate::rust::{Condition, Ident, JsonKind, KeyEvidence, Overlap, Route, Tag};

/// The procedure as a Markdown list.
pub(super) fn procedure(route: &Route) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(tag) = &route.tag {
        lines.extend(by_tag(tag, route));
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

fn by_tag(tag: &Tag, route: &Route) -> Vec<String> {
    let key = code(&tag.key);
    if tag.values.is_empty() {
        let noun = noun(tag.kind);
        return vec![format!(
            "- {noun} under {key} is kept as the tag of what is read as `Unknown`"
        )];
    }
    let mut lines = vec![format!(
        "- an object goes by the {0} under {key}, where any other {0} is `Unknown`:",
        bare(tag.kind)
    )];
    let told = |variant: &Ident| {
        route
            .shared
            .iter()
            .find(|shared| shared.variant == *variant)
    };
    lines.extend(tag.values.iter().map(|value| {
        let further = told(&value.variant).map(|shared| further(&shared.evidence));
        let (wire, further) = (code(&value.wire), further.unwrap_or_default());
        format!("  - {wire}{further} is `{}`", value.variant)
    }));
    let mut common: Vec<String> = Vec::new();
    for value in tag.values.iter().filter(|it| told(&it.variant).is_some()) {
        let wire = code(&value.wire);
        if !common.contains(&wire) {
            common.push(wire);
        }
    }
    let otherwise = match route.overlap {
        Overlap::Malformed => "fits none of these is `Unknown`, and one that fits two is malformed",
        Overlap::Unknown => "fits none or two of these is `Unknown`",
    };
    let common = (!common.is_empty()).then(|| joined(&common, "or"));
    lines.extend(common.map(|common| format!("  - an object with {common} that {otherwise}")));
    lines
}

/// What must hold beside a tag that several variants have.
fn further(evidence: &[Vec<Condition>]) -> String {
    let all = |conditions: &Vec<Condition>| {
        let conditions: Vec<String> = conditions.iter().map(condition).collect();
        joined(&conditions, "and")
    };
    let ways: Vec<String> = evidence.iter().map(all).collect();
    format!(" with {}", ways.join(", or with "))
}

fn condition(condition: &Condition) -> String {
    match condition {
        Condition::Present(key) => code(key),
        Condition::Fixed { key, values, .. } => {
            format!("{} under {}", list(values, "or"), code(key))
        }
    }
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
        Some(tag) if !route.undecided.is_empty() => format!(
            "- an object whose {} is given twice is malformed, anything else is `Unknown`",
            code(&tag.key)
        ),
        Some(tag) if route.overlap == Overlap::Unknown && !route.keys.is_empty() => format!(
            "- an object that could be two of these is `Unknown`; one whose {} is given twice, or which is nothing of the above, is malformed",
            code(&tag.key)
        ),
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
    joined(&keys, last)
}

fn joined(words: &[String], last: &str) -> String {
    match words {
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
        JsonKind::Null => "null",
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "a list",
        JsonKind::Object => "an object",
    }
}
