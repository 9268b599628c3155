//! Security requirements → lines of docs.
//!
//! In: the alternatives that a server or an operation asks for, and the schemes of the document. Out: Markdown lines.
//! This room never knows how a scheme works.

use serde_json::Value;

use super::docs::{self, Page};
use crate::model::{Model, SecurityRequirement, SecurityScheme};

/// The page with what is asked for: one sentence on the alternatives, then what is said of each scheme.
pub(super) fn on(page: Page, model: &Model, needs: &[SecurityRequirement]) -> Page {
    if needs.is_empty() {
        return page;
    }
    let words: Vec<String> = needs.iter().map(|need| alternative(model, need)).collect();
    let page = page.line(format!("Security: {}.", words.join(" or ")));
    let said = needs.iter().filter_map(|need| scheme(model, need));
    said.fold(page, |page, scheme| match &scheme.docs.description {
        Some(text) => page.markdown(&format!("{}: {}", docs::code(&scheme.name), text.trim())),
        None => page,
    })
}

/// The scheme that is asked for by name.
pub(super) fn scheme<'a>(
    model: &'a Model,
    need: &SecurityRequirement,
) -> Option<&'a SecurityScheme> {
    let named = |scheme: &&SecurityScheme| scheme.name == need.scheme;
    model.security_schemes.iter().find(named)
}

/// Facts of a scheme that are one text each, and the keys of those that are more.
pub(super) fn details<'a>(scheme: &'a SecurityScheme) -> (Vec<(&'a str, &'a str)>, Vec<&'a str>) {
    let Value::Object(details) = &scheme.details else {
        return (Vec::new(), Vec::new());
    };
    let is_text = |(key, value): &(&String, &Value)| value.is_string() && !key.starts_with("x-");
    let (texts, others): (Vec<_>, Vec<_>) = details.iter().partition(is_text);
    let text = |(key, value): (&'a String, &'a Value)| Some((key.as_str(), value.as_str()?));
    (
        texts.into_iter().filter_map(text).collect(),
        others.into_iter().map(|(key, _)| key.as_str()).collect(),
    )
}

fn alternative(model: &Model, need: &SecurityRequirement) -> String {
    let kind = docs::code(&need.kind);
    let facts = scheme(model, need).map_or_else(Vec::new, |scheme| details(scheme).0);
    let facts = facts
        .iter()
        .map(|(key, value)| format!(", {key} {}", docs::code(value)));
    let facts: String = facts.collect();
    let words = if need.scheme.is_empty() {
        format!("{kind}{facts}")
    } else {
        format!("{} ({kind}{facts})", docs::code(&need.scheme))
    };
    if need.scopes.is_empty() {
        words
    } else {
        format!("{words} with {}", docs::codes(&need.scopes))
    }
}
