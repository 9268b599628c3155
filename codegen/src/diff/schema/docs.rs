//! Texts for people, and deprecation.
//!
//! In: the docs of one thing in both documents. Out: one finding that names the texts that changed.
//! Examples count as texts. This room never knows what the texts are about.

use serde_json::{Map, Value};

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::finding::{Finding, Scope};
use crate::diff::rules::table;
use crate::model::{Docs, MessageExample};
use crate::source::Cursor;

impl Comparer<'_> {
    /// Compares the docs of one thing.
    pub(in crate::diff) fn docs(
        &mut self,
        places: &Places,
        scope: Scope,
        (old, new): (&Docs, &Docs),
    ) {
        match (old.deprecated, new.deprecated) {
            (false, true) => {
                self.findings
                    .push(Finding::at(&table::DEPRECATED_SET, places.clone(), scope))
            }
            (true, false) => {
                self.findings
                    .push(Finding::at(&table::DEPRECATED_UNSET, places.clone(), scope))
            }
            (true, true) | (false, false) => {}
        }
        let (olds, news) = (texts(old), texts(new));
        let differs = olds
            .iter()
            .zip(&news)
            .filter(|((_, old), (_, new))| old != new);
        let changed: Vec<_> = differs
            .map(|((name, old), (_, new))| (*name, old.clone(), new.clone()))
            .collect();
        self.docs_changed(places, scope, &changed);
    }

    /// Compares one text for people.
    pub(in crate::diff) fn text(
        &mut self,
        places: &Places,
        scope: Scope,
        what: &'static str,
        (old, new): (Option<&str>, Option<&str>),
    ) {
        let (old, new) = (text(old), text(new));
        if old != new {
            self.docs_changed(places, scope, &[(what, old, new)]);
        }
    }

    fn docs_changed(&mut self, places: &Places, scope: Scope, changed: &[(&str, Value, Value)]) {
        let names: Vec<&str> = changed.iter().map(|(name, _, _)| *name).collect();
        let finding =
            Finding::at(&table::DOCS_CHANGED, places.clone(), scope).subject(names.join(", "));
        match changed {
            [] => {}
            [(_, old, new)] => self
                .findings
                .push(finding.before(old.clone()).after(new.clone())),
            _ => {
                let object = |pairs: Vec<(&str, &Value)>| -> Value {
                    pairs
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value.clone()))
                        .collect::<Map<_, _>>()
                        .into()
                };
                let old = object(changed.iter().map(|(name, old, _)| (*name, old)).collect());
                let new = object(changed.iter().map(|(name, _, new)| (*name, new)).collect());
                self.findings.push(finding.before(old).after(new));
            }
        }
    }
}

fn texts(docs: &Docs) -> [(&'static str, Value); 6] {
    let mut tags = docs.tags.clone();
    tags.sort_unstable();
    let mut examples: Vec<String> = docs.examples.iter().map(line).collect();
    examples.sort_unstable();
    [
        ("title", text(docs.title.as_deref())),
        ("summary", text(docs.summary.as_deref())),
        ("description", text(docs.description.as_deref())),
        ("external docs", text(docs.external.as_deref())),
        ("tags", list(tags)),
        ("examples", list(examples)),
    ]
}

/// A text without the space at its ends, which depends on how it is written in YAML.
fn text(text: Option<&str>) -> Value {
    let trimmed = text.map(str::trim).filter(|text| !text.is_empty());
    trimmed.map_or(Value::Null, Value::from)
}

fn list(texts: Vec<String>) -> Value {
    if texts.is_empty() {
        Value::Null
    } else {
        texts.into()
    }
}

/// An example as one line, in which neither style nor the order of keys shows.
fn line(cursor: &Cursor) -> String {
    cursor.node.to_json().to_string()
}

/// A message's example as one line.
pub(in crate::diff) fn message_example(example: &MessageExample) -> String {
    let parts = [&example.headers, &example.payload]
        .map(|part| part.as_ref().map(line).unwrap_or_default());
    format!(
        "{} {}",
        example.name.as_deref().unwrap_or_default(),
        parts.join(" ")
    )
}
