//! Docs of every public item, from what the document says.
//!
//! In: descriptions, titles, constraints. Out: Markdown lines as the document wrote them; the first says what the item is.
//! Making foreign Markdown safe is not the business of this room, and neither are names.

use crate::model::{Docs, Schema, Shape};
use crate::rust::DEPRECATED;
use crate::source::Origin;

/// Docs under construction: paragraphs with an empty line between.
#[derive(Clone, Debug, Default)]
pub(super) struct Page(Vec<String>);

impl Page {
    /// What the document says: title, summary, description, tags and a link; nothing when it is silent.
    pub(super) fn of(docs: &Docs, name: &str) -> Self {
        let mut page = Self::words(docs, name);
        if docs.deprecated {
            page = page.line(DEPRECATED);
        }
        if !docs.tags.is_empty() {
            page = page.line(format!("Tags: {}.", codes(&docs.tags)));
        }
        match &docs.external {
            Some(link) => page.markdown(&format!("More: {link}")),
            None => page,
        }
    }

    /// Title, summary and description alone.
    pub(super) fn words(docs: &Docs, name: &str) -> Self {
        let mut page = Self::default();
        let description = docs.description.as_deref().unwrap_or_default();
        for heading in [&docs.title, &docs.summary].into_iter().flatten() {
            let told =
                heading.trim() == description.trim() || heading.trim().eq_ignore_ascii_case(name);
            if !told {
                page = page.markdown(heading);
            }
        }
        page.markdown(description)
    }

    /// A page of one paragraph.
    pub(super) fn text(text: &str) -> Self {
        Self::default().markdown(text)
    }

    /// The same with a paragraph or more from the document.
    pub(super) fn markdown(self, text: &str) -> Self {
        self.lines(
            text.trim()
                .lines()
                .map(|line| line.trim_end().to_owned())
                .collect(),
        )
    }

    /// The same with a paragraph of our own.
    pub(super) fn line(self, text: impl Into<String>) -> Self {
        self.lines(vec![text.into()])
    }

    /// The same with a block of our own.
    pub(super) fn lines(mut self, lines: Vec<String>) -> Self {
        if !lines.is_empty() && !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
        self
    }

    /// The same, or a sentence of our own when the document is silent.
    pub(super) fn or(self, text: impl FnOnce() -> String) -> Self {
        if self.0.is_empty() {
            Self(vec![text()])
        } else {
            self
        }
    }

    /// The same with what a schema asks beyond its type.
    pub(super) fn restrictions(self, schema: &Schema) -> Self {
        let constraint = |constraint: &crate::model::Constraint| {
            format!("{} {}", code(&constraint.keyword), code(&constraint.value))
        };
        let (defaults, constraints): (Vec<_>, Vec<_>) = schema
            .constraints
            .iter()
            .partition(|constraint| is_default(constraint));
        let fixed = match &schema.shape {
            Shape::Const(value) if !value.is_null() && !value.is_string() => {
                Some(format!("`const` {}", code(&value.to_string())))
            }
            _ => None,
        };
        let constraints: Vec<String> = fixed
            .into_iter()
            .chain(constraints.into_iter().map(constraint))
            .collect();
        let stated = schema.default.as_ref().map(|default| default.to_string());
        let kept = || Some(defaults.first()?.value.clone());
        let page = match &schema.shape {
            Shape::Opaque(opaque) if !opaque.format.is_empty() => {
                self.line(format!("Bytes in the format {}.", code(&opaque.format)))
            }
            _ => self,
        };
        let page = match stated.or_else(kept) {
            Some(default) => page.line(format!("Default: {}.", code(&default))),
            None => page,
        };
        if constraints.is_empty() {
            page
        } else {
            page.line(format!(
                "Constraints: {}; not checked.",
                constraints.join(", ")
            ))
        }
    }

    /// The lines.
    pub(super) fn finish(self) -> Vec<String> {
        self.0
    }

    /// The first paragraph alone.
    pub(super) fn first(mut self) -> Self {
        let fenced = self.0.first().is_some_and(|line| line.starts_with("```"));
        if let (Some(end), false) = (self.0.iter().position(String::is_empty), fenced) {
            self.0.truncate(end);
        }
        self
    }
}

/// Whether this is a default that no JSON value holds, which is kept as its text; what Avro's enums call so is another
/// thing.
fn is_default(constraint: &crate::model::Constraint) -> bool {
    let read: Option<serde_json::Value> = serde_json::from_str(&constraint.value).ok();
    let printed = read.map(|value| value.to_string());
    constraint.keyword == "default" && printed.as_ref() != Some(&constraint.value)
}

/// Text as code, whatever backticks it holds; on one line.
pub(super) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    match longest {
        0 if text.trim().is_empty() => "(empty)".to_owned(),
        0 => format!("`{text}`"),
        _ => {
            let fence = "`".repeat(longest + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

/// Texts as code, with commas between.
pub(super) fn codes<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| code(text.as_ref())).collect();
    texts.join(", ")
}

/// What can be said of a schema in place that the document says nothing of.
pub(super) fn in_place(at: &Origin) -> String {
    let tokens: Vec<String> = at.pointer.tokens().collect();
    // A payload in several formats stands one step further down.
    let tokens = match tokens.as_slice() {
        [outer @ .., last] if last == "schema" && is_part(outer.last()) => outer,
        all => all,
    };
    match tokens {
        [.., parent, name] if parent == "properties" => format!("The {} property.", code(name)),
        [.., last] if last == "items" => "An item of the list.".to_owned(),
        [.., last] if last == "additionalProperties" => "A value of the object.".to_owned(),
        [.., last] if is_part(Some(last)) => format!("The {last} of the message."),
        _ => "Declared in place.".to_owned(),
    }
}

fn is_part(token: Option<&String>) -> bool {
    token.is_some_and(|token| token == "payload" || token == "headers")
}
