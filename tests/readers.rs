//! Two readers of YAML, one of them not the generator's, find the same structure and values in every document here.
//!
//! They differ in one thing: a number with a plus sign is a text to the generator, since telephone numbers are written so.

use std::path::{Path, PathBuf};

use asyncapi_codegen::source::Sources;
use serde_json::Value;
use tests::{folders, workspace};

fn documents() -> Vec<PathBuf> {
    let cases = workspace("tests/cases");
    let mut documents: Vec<PathBuf> = folders(&cases)
        .iter()
        .map(|case| cases.join(case).join("asyncapi.yaml"))
        .collect();
    documents.push(workspace("spec/agent-engagement.yaml"));
    documents.push(workspace("spec/codegen.yaml"));
    documents
}

fn read_by_the_generator(path: &Path) -> Value {
    let mut sources = Sources::default();
    let file = sources.read(path).expect("a readable document");
    sources.cursor(file).node.to_json()
}

/// The other reader's value; `None` for a document with a number past 64 bits, which it cannot hold.
fn read_by_the_other(path: &Path) -> Option<Value> {
    let text = std::fs::read_to_string(path).expect("a readable document");
    match serde_yaml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) if error.to_string().contains("number out of range") => None,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

/// Whether two values are one, a number with a plus sign being the same as its text.
fn agree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(text), Value::Number(number)) => {
            text.strip_prefix('+') == Some(&*number.to_string())
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| agree(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(key, one)| other.get(key).is_some_and(|other| agree(one, other));
            one.len() == other.len() && one.iter().all(same)
        }
        _ => one == other,
    }
}

#[test]
fn both_readers_agree_on_every_document() {
    for path in documents() {
        let one = read_by_the_generator(&path);
        if let Some(other) = read_by_the_other(&path) {
            assert!(agree(&one, &other), "{}", path.display());
        }
    }
}
