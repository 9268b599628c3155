//! From the text of the settings to the settings.
//!
//! In: a file that was read. Out: [`Settings`], or every problem of the file at once, each at its line.
//! This room never sees the documents that the settings speak of.

mod check;
mod session;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::ledger::{Decided, Document, Marked, Suppression};
use super::{Decision, HandWritten, Settings, entry, locate};
use crate::diagnostic::{Diagnostic, Diagnostics, excerpt};
use crate::pointer::Pointer;
use crate::source::{Cursor, FileId, Sources};

/// The settings in a file.
pub(super) fn settings(sources: &Sources, file: FileId) -> Result<Settings, Diagnostics> {
    let root = sources.cursor(file);
    let value = value(&sources.source(file).text).map_err(|sentence| {
        Diagnostics::from(Diagnostic::error("invalid-setting", root.place(), sentence))
    })?;
    let mut reader = Reader {
        problems: Vec::new(),
    };
    let settings = reader.settings(&value, &root);
    match settings {
        Some(settings) if reader.problems.is_empty() => Ok(settings),
        _ => Err(reader.problems.into_iter().collect()),
    }
}

fn value(text: &str) -> Result<Value, String> {
    let mut value: Value = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    value.apply_merge().map_err(|error| error.to_string())?;
    Ok(value)
}

struct Reader {
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn settings(&mut self, value: &Value, root: &Cursor) -> Option<Settings> {
        let entry::File {
            crate_name,
            modules,
            documents,
        } = locate::piece(value, root, &mut self.problems)?;
        let documents = documents.unwrap_or_default();
        let modules = self.modules(&modules.unwrap_or_default(), &below(root, "modules"));
        let list = below(root, "documents");
        let mut settings = Settings {
            crate_name,
            modules,
            ..Settings::default()
        };
        for (name, value) in documents {
            let at = below(&list, &name);
            if let Some(document) = self.document(&name, &value, &at) {
                settings
                    .documents
                    .insert(name, Marked::new(Arc::new(document), at.key_place()));
            }
        }
        Some(settings)
    }

    fn modules(&mut self, values: &[Value], at: &Cursor) -> Vec<HandWritten> {
        let items = values.iter().zip(at.items());
        items
            .filter_map(|(value, at)| self.module(value, &at))
            .collect()
    }

    fn module(&mut self, value: &Value, at: &Cursor) -> Option<HandWritten> {
        let entry::Module {
            name,
            path,
            feature,
            why,
        } = locate::piece(value, at, &mut self.problems)?;
        self.reason(&why, at);
        let name = self.identifier(name, &below(at, "name"))?;
        Some(HandWritten {
            name,
            path,
            feature,
        })
    }

    fn document(&mut self, file_name: &str, value: &Value, at: &Cursor) -> Option<Document> {
        let empty = Value::Mapping(Mapping::new());
        let value = if value.is_null() { &empty } else { value };
        let entry: entry::Document = locate::piece(value, at, &mut self.problems)?;
        let default = Document::for_file(file_name);
        let module = entry
            .module
            .and_then(|name| self.identifier(name, &below(at, "module")));
        Some(Document {
            written: true,
            module: module.unwrap_or(default.module),
            perspective: entry.perspective.unwrap_or_default(),
            root: entry
                .root
                .and_then(|text| self.root(&text, &below(at, "root"))),
            unknown_fields: entry.unknown_fields,
            names: self.by_pointer(entry.names, &below(at, "names"), Self::name),
            decisions: self.by_pointer(entry.decisions, &below(at, "decisions"), Self::decisions),
            session: entry
                .session
                .and_then(|value| self.session(&value, &below(at, "session"))),
            suppressions: self.suppressions(
                &entry.suppressions.unwrap_or_default(),
                &below(at, "suppressions"),
            ),
        })
    }

    fn root(&mut self, text: &str, at: &Cursor) -> Option<Marked<Pointer>> {
        Some(Marked::new(self.pointer(text, at.place())?, at.place()))
    }

    fn by_pointer<T>(
        &mut self,
        entries: Option<BTreeMap<String, Value>>,
        at: &Cursor,
        read: fn(&mut Self, &Value, &Cursor) -> Option<T>,
    ) -> BTreeMap<Pointer, T> {
        let mut found: BTreeMap<Pointer, T> = BTreeMap::new();
        for (text, value) in entries.unwrap_or_default() {
            let at = below(at, &text);
            let read = read(self, &value, &at);
            let (Some(pointer), Some(read)) = (self.pointer(&text, at.key_place()), read) else {
                continue;
            };
            if found.insert(pointer, read).is_some() {
                let sentence = format!(
                    "`{}` is another spelling of a pointer in this list",
                    excerpt(&text)
                );
                self.problems.push(Diagnostic::error(
                    "repeated-setting",
                    at.key_place(),
                    sentence,
                ));
            }
        }
        found
    }

    fn name(&mut self, value: &Value, at: &Cursor) -> Option<Marked<String>> {
        let entry::Name { name, why } = locate::piece(value, at, &mut self.problems)?;
        let name = self.identifier(name, &below(at, "name"));
        self.reason(&why, at);
        Some(Marked::new(name?, at.key_place()))
    }

    /// One decision, or a list of several about the same place.
    fn decisions(&mut self, value: &Value, at: &Cursor) -> Option<Vec<Marked<Decided>>> {
        let Some(list) = value.as_sequence() else {
            return self
                .decision(value, at)
                .map(|decision| vec![Marked::new(decision, at.key_place())]);
        };
        let items = list.iter().zip(at.items());
        Some(
            items
                .filter_map(|(value, at)| Some(Marked::new(self.decision(value, &at)?, at.place())))
                .collect(),
        )
    }

    fn decision(&mut self, value: &Value, at: &Cursor) -> Option<Decided> {
        let known = self.problems.len();
        let entry: entry::Decision = locate::piece(value, at, &mut self.problems)?;
        self.reason(&entry.why, at);
        if self.problems.len() > known {
            return None;
        }
        if entry.alike == Some(false) {
            self.refuse(
                &below(at, "alike"),
                "`alike` takes only `true`; remove the entry where messages can be told apart",
            );
            return None;
        }
        let why = entry.why.clone();
        let mut kinds = decided(entry).into_iter().flatten();
        match (kinds.next(), kinds.next()) {
            (Some(decision), None) => Some(Decided { decision, why }),
            (first, _) => {
                let sentence = if first.is_none() {
                    "the entry decides nothing"
                } else {
                    "the entry decides several things"
                };
                let kinds = "give one of `accept`, `unknown-fields`, `format`, `tag`, `secret`, `alike`; a list holds several entries";
                self.problems.push(
                    Diagnostic::error("invalid-setting", at.key_place(), sentence).help(kinds),
                );
                None
            }
        }
    }

    fn suppressions(&mut self, values: &[Value], at: &Cursor) -> Vec<Marked<Suppression>> {
        let items = values.iter().zip(at.items());
        items
            .filter_map(|(value, at)| Some(Marked::new(self.suppression(value, &at)?, at.place())))
            .collect()
    }

    fn suppression(&mut self, value: &Value, at: &Cursor) -> Option<Suppression> {
        let entry::Suppression { rule, pointer, why } =
            locate::piece(value, at, &mut self.problems)?;
        let pointer = self.pointer(&pointer, below(at, "pointer").place());
        self.reason(&why, at);
        Some(Suppression {
            rule,
            pointer: pointer?,
            why,
        })
    }
}

fn decided(entry: entry::Decision) -> [Option<Decision>; 6] {
    [
        entry.accept.map(Decision::Accept),
        entry.unknown_fields.map(Decision::UnknownFields),
        entry.format.map(Decision::Format),
        entry.tag.map(|entry::Tag::Implied| Decision::ImpliedTag),
        entry.secret.map(Decision::Secret),
        entry.alike.map(|_| Decision::Alike),
    ]
}

/// What stands under a key, or the nearest place there is.
fn below(at: &Cursor, key: &str) -> Cursor {
    at.get(key).unwrap_or_else(|| at.clone())
}
