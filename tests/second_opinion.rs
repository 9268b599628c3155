//! The second opinion: for schemas that typify can do too, its types and ours accept the same values.
//!
//! In: `second-opinion/asyncapi.yaml`, whose schemas go to both generators, and values made from them. Out: a program
//! that reads each value both ways, and what it says: there is no value that typify reads and we refuse, none that we
//! read and write back as another, and what we alone read is in the snapshot.

#[path = "second_opinion/values.rs"]
mod values;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use asyncapi_codegen::{Files, Layout, Request};
use schemars::schema::{RootSchema, Schema};
use serde_json::{Value, json};
use tests::{rendered, workspace};
use typify::{TypeSpace, TypeSpaceSettings};

#[test]
fn typify_reads_nothing_that_we_refuse() {
    let table = run(&program());
    for word in ["THEIRS ALONE", "CHANGED", "both 0"] {
        assert!(!table.contains(word), "{table}");
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(workspace("tests/second-opinion"));
    settings.bind(|| insta::assert_snapshot!("agreement", table));
}

/// The schemas of the document, with references that every reader of JSON Schema follows.
fn definitions() -> Value {
    let document = fs::read_to_string(document()).expect("the document");
    let document = document.replace("#/components/schemas/", "#/definitions/");
    let document: Value = serde_yaml::from_str(&document).expect("YAML");
    document["components"]["schemas"].clone()
}

fn document() -> PathBuf {
    workspace("tests/second-opinion/asyncapi.yaml")
}

/// What typify makes of the schemas.
fn theirs(definitions: &Value) -> String {
    let root = json!({"definitions": definitions});
    let root: RootSchema = serde_json::from_value(root).expect("a schema");
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    let all: Vec<(String, Schema)> = root.definitions.into_iter().collect();
    space
        .add_ref_types(all)
        .expect("schemas that typify can do");
    space.to_stream().to_string()
}

fn lines(definitions: &Value) -> String {
    let values = values::of_properties(&definitions["All"], definitions);
    let lines = values
        .iter()
        .map(|(key, value)| json!({key: value}).to_string());
    lines.collect::<Vec<_>>().join("\n")
}

/// The workspace of the program, written beside the target folder.
fn program() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("second-opinion");
    let definitions = definitions();
    let layout = Layout::Crate {
        name: Some("ours".to_owned()),
    };
    let mut ours = rendered(Request::document(&document()).generate()).files(&layout);
    let manifest = ours.get(Path::new("Cargo.toml")).expect("a manifest");
    let manifest = manifest.replace("\n[workspace]\n", "");
    ours.insert("Cargo.toml", manifest);
    write(&ours, &root.join("ours"));
    let main =
        fs::read_to_string(workspace("tests/second_opinion/program.rs")).expect("the program");
    let mut files = Files::owning("src");
    files.insert("src/main.rs", main);
    files.insert("src/theirs.rs", theirs(&definitions));
    files.insert("src/values.jsonl", lines(&definitions));
    files.insert("Cargo.toml", MANIFEST.to_owned());
    files.insert(
        "Cargo.lock",
        fs::read_to_string(workspace("Cargo.lock")).expect("the lock file"),
    );
    write(&files, &root);
    root
}

const MANIFEST: &str = r#"[package]
name = "second-opinion"
edition = "2024"

[dependencies]
ours = { path = "ours" }
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[workspace]
members = ["ours"]
"#;

fn write(files: &Files, folder: &Path) {
    files
        .write(folder)
        .expect("the target folder can be written to");
}

/// What the program prints.
fn run(root: &Path) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("CARGO_BUILD_TARGET")
        .output()
        .expect("cargo starts");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}
