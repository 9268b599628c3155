//! Documents that nobody made for this: each compared with itself, with a copy in another order and style, and with
//! copies that lack one property.
//!
//! They stand in a folder beside the workspace, or where `ASYNCAPI_CORPUS` says; without it there is nothing to do.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diff::{Perspective, compare};
use asyncapi_codegen::model::{Model, Object, Property, Schema, Shape};
use asyncapi_codegen::pointer::Pointer;
use asyncapi_codegen::source::Origin;
use asyncapi_codegen::{Request, Resolved};
use serde_json::Value;
use tests::{folders, workspace};

/// How many properties of a document are tried.
const TRIED: usize = 3;
/// Lists whose order means nothing.
const SETS: [&str; 5] = ["oneOf", "anyOf", "enum", "x-enum-varnames", "required"];
/// Values that are not schemas, in which those words mean nothing.
const VALUES: [&str; 6] = [
    "example", "examples", "default", "const", "bindings", "enum",
];

#[test]
fn a_document_and_its_copies_differ_in_what_was_changed_alone() {
    let folder =
        std::env::var_os("ASYNCAPI_CORPUS").map_or(workspace("../shared/corpus"), PathBuf::from);
    if !folder.exists() {
        eprintln!(
            "skipped: there is no folder of documents at {}",
            folder.display()
        );
        return;
    }
    let mut faults = Vec::new();
    let mut compared = 0;
    for path in documents(&folder) {
        let name = path.strip_prefix(&folder).unwrap_or(&path).display();
        let Some(found) = found(&path) else {
            continue;
        };
        compared += 1;
        faults.extend(found.iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(
        faults.is_empty(),
        "{}\nof {compared} documents",
        faults.join("\n")
    );
    assert!(
        compared > 0,
        "no document of {} can be read",
        folder.display()
    );
}

/// The document of each folder, as the list of all of them names it.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let list = std::fs::read_to_string(folder.join("manifest.tsv"))
        .expect("the folder has a list of its documents");
    let known: BTreeSet<String> = folders(folder).into_iter().collect();
    let rows = list
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect::<Vec<_>>());
    let rows = rows.filter(|row| known.contains(row[0]));
    rows.map(|row| folder.join(row[0]).join(row[row.len() - 1]))
        .collect()
}

/// A copy of a document and of what it refers to, which is taken away in the end.
struct Copy {
    folder: PathBuf,
    document: PathBuf,
}

impl Copy {
    fn of(document: &Path) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes-corpus");
        let _ = std::fs::remove_dir_all(&folder);
        let from = document.parent().expect("a document stands in a folder");
        copy(from, &folder);
        Self {
            document: folder.join(document.file_name().expect("a document has a name")),
            folder,
        }
    }

    /// The model of the document, or of a text in its place.
    fn model(&self, text: Option<&str>) -> Option<Resolved> {
        if let Some(text) = text {
            std::fs::remove_file(&self.document).expect("the document is there");
            std::fs::write(&self.document, text).expect("the document can be written");
        }
        Request::document(&self.document).resolve().ok()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("the file can be copied");
        }
    }
}

/// What is told of a document and its copies, but should not; `None` for a document that cannot be read.
fn found(path: &Path) -> Option<Vec<String>> {
    let copy = Copy::of(path);
    let resolved = copy.model(None)?;
    let model = &resolved.models[0];
    let value = resolved.sources.cursor(model.at.file).node.to_json();
    let mut faults = Vec::new();
    let mut expect = |about: &str, count: usize, other: &Model| {
        let told: Vec<String> = compare(model, other, Perspective::Client)
            .changes
            .iter()
            .map(|change| format!("{} {}", change.rule.id, change.pointer()))
            .collect();
        if told.len() != count {
            faults.push(format!("{about}: {}", told.join(", ")));
        }
    };
    expect("itself", 0, model);
    // A document that cannot be read in another order points into a list by a number.
    for text in [value.to_string(), backwards(&reordered(&value))] {
        if let Some(other) = copy.model(Some(&text)) {
            expect("another order", 0, &other.models[0]);
        }
    }
    for property in properties(model, &value) {
        let other =
            without(&value, &property).and_then(|value| copy.model(Some(&value.to_string())));
        let other = other.filter(|other| is_gone(&property, model, &other.models[0]));
        if let Some(other) = other {
            expect(&format!("without {property}"), 1, &other.models[0]);
        }
    }
    Some(faults)
}

/// Whether every object that had the property is still one, and has none of that name from elsewhere.
fn is_gone(property: &Pointer, old: &Model, new: &Model) -> bool {
    let name = property.last().unwrap_or_default();
    let holders = objects(old).filter(|(_, object)| {
        object
            .properties
            .iter()
            .any(|one| one.at.pointer == *property)
    });
    holders.into_iter().all(|(place, _)| {
        let mut same = objects(new).filter(|(at, _)| *at == place).peekable();
        same.peek().is_some()
            && same.all(|(_, object)| object.properties.iter().all(|one| one.name != name))
    })
}

fn objects(model: &Model) -> impl Iterator<Item = (&Origin, &Object)> {
    model
        .schemas
        .iter()
        .filter_map(|schema| match &schema.shape {
            Shape::Object(object) => Some((&schema.at, object)),
            _ => None,
        })
}

/// A value as text, the keys of each object from the last one to the first.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries = entries.iter().rev();
            let entries =
                entries.map(|(key, value)| format!("{}:{}", Value::from(&**key), backwards(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(backwards).collect::<Vec<_>>().join(",")
        ),
        other => other.to_string(),
    }
}

/// The same with every set the other way round.
fn reordered(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| (key.clone(), entry(key, value));
            Value::Object(entries.iter().map(entry).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(reordered).collect()),
        other => other.clone(),
    }
}

fn entry(key: &str, value: &Value) -> Value {
    let value = if VALUES.contains(&key) && !value.is_object() {
        value.clone()
    } else {
        reordered(value)
    };
    match value {
        Value::Array(items) if SETS.contains(&key) => {
            Value::Array(items.into_iter().rev().collect())
        }
        other => other,
    }
}

/// A few properties that the document itself declares.
fn properties(model: &Model, value: &Value) -> Vec<Pointer> {
    let tags: BTreeSet<&str> = model.schemas.iter().filter_map(tag).collect();
    let own = |property: &&Property| {
        let is_field = !tags.contains(&*property.name);
        is_field && property.at.file == model.at.file && declared(&property.at.pointer, value)
    };
    let all = objects(model).flat_map(|(_, object)| object.properties.iter().filter(own));
    let all: BTreeSet<Pointer> = all.map(|property| property.at.pointer.clone()).collect();
    let step = (all.len() / TRIED).max(1);
    all.into_iter().step_by(step).take(TRIED).collect()
}

/// The key that tells the members of a union apart: without it more than a property is another.
fn tag(schema: &Schema) -> Option<&str> {
    match &schema.shape {
        Shape::Union(union) => Some(&union.discriminator.as_ref()?.property),
        _ => None,
    }
}

fn declared(pointer: &Pointer, value: &Value) -> bool {
    let text = pointer.to_string();
    let kept = pointer.parent().and_then(|parent| parent.last());
    kept.as_deref() == Some("properties") && value.pointer(text.trim_start_matches('#')).is_some()
}

/// The document without a property, and without the word that it is required.
fn without(value: &Value, property: &Pointer) -> Option<Value> {
    let mut copy = value.clone();
    let (name, parent) = (property.last()?, property.parent()?);
    let inside = |pointer: &Pointer| pointer.to_string().trim_start_matches('#').to_owned();
    copy.pointer_mut(&inside(&parent))?
        .as_object_mut()?
        .remove(&name)?;
    let schema = copy.pointer_mut(&inside(&parent.parent()?))?;
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|one| *one != *name);
    }
    Some(copy)
}
