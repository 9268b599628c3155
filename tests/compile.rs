//! Every case as a crate of its own, in one workspace beside the target folder: compiled, looked over, documented and
//! used, all with warnings denied.
//!
//! In: the documents in `cases`, the programs in `constructs`. Out: what cargo says. Offline: the crates need what this
//! workspace needs, in the versions of its `Cargo.lock`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use asyncapi_codegen::emit::BUNDLE;
use asyncapi_codegen::{Files, Layout, Request};
use tests::{folders, rendered, workspace};

/// The cases whose docs say most: those of the others are made of the same sentences.
const DOCUMENTED: [&str; 4] = ["descriptions", "names", "discriminator", "servers"];

/// The workspace of all cases, written once.
static CRATES: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases");
    let mut members: Vec<String> = documents().into_iter().map(|(name, _)| name).collect();
    for (name, document) in documents() {
        write(&case(&name, &document), &root.join(name));
    }
    for edition in ["2021", "2024"] {
        let name = format!("bundle-{edition}");
        write(&bundle(&name, edition), &root.join(&name));
        members.push(name);
    }
    write(&constructs(&members), &root.join("constructs"));
    members.push("constructs".to_owned());
    write(&manifest(&members), &root);
    root
});

#[test]
fn every_case_compiles_and_does_on_the_wire_what_it_says() {
    cargo(&["test", "--quiet", "--package", "constructs", "--lib"]);
}

#[test]
fn clippy_finds_nothing() {
    cargo(&["clippy", "--quiet", "--workspace", "--", "-Dwarnings"]);
}

#[test]
fn rustdoc_finds_nothing() {
    let mut arguments = vec!["doc", "--quiet", "--no-deps"];
    DOCUMENTED
        .iter()
        .for_each(|case| arguments.extend(["--package", *case]));
    cargo(&arguments);
}

fn cargo(arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .arg("--offline")
        .args(arguments)
        .current_dir(&*CRATES)
        .env("CARGO_TARGET_DIR", CRATES.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_ENCODED_RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .env_remove("CARGO_BUILD_TARGET")
        .output()
        .expect("cargo starts");
    let (out, error) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(
        output.status.success(),
        "cargo {}\n{out}{error}",
        arguments.join(" ")
    );
}

/// Each document of each case, under the name of its crate.
fn documents() -> Vec<(String, PathBuf)> {
    let cases = workspace("tests/cases");
    let both = |case: String| {
        [("", "asyncapi.yaml"), ("-3", "asyncapi-3.yaml")]
            .map(|(suffix, file)| (format!("{case}{suffix}"), cases.join(&case).join(file)))
    };
    let all = folders(&cases).into_iter().flat_map(both);
    all.filter(|(_, document)| document.exists()).collect()
}

/// A crate as a user would have it, but a member of the workspace.
fn case(name: &str, document: &Path) -> Files {
    let layout = Layout::Crate {
        name: Some(name.to_owned()),
    };
    let mut files = rendered(Request::document(document).generate()).files(&layout);
    let alone = files
        .get(Path::new("Cargo.toml"))
        .expect("a crate has a manifest");
    let member = alone.replace("\n[workspace]\n", "");
    files.insert("Cargo.toml", member);
    files
}

/// A crate that includes one bundle in two of its modules.
fn bundle(name: &str, edition: &str) -> Files {
    let document = workspace("spec/agent-engagement.yaml");
    let mut files = rendered(Request::document(&document).generate()).files(&Layout::Bundle);
    let bundle = files.get(Path::new(BUNDLE)).expect("the bundle").to_owned();
    let included = format!("include!(\"{BUNDLE}\");");
    let root = format!(
        "//! One bundle, twice.\n\npub mod one {{\n    {included}\n}}\n\nmod two {{\n    {included}\n}}\n"
    );
    files = Files::default();
    files.insert(Path::new("src").join(BUNDLE), bundle);
    files.insert("src/lib.rs", root);
    files.insert("Cargo.toml", package(name, edition, &[]));
    files
}

/// The crate whose tests use all others.
fn constructs(others: &[String]) -> Files {
    let mut files = Files::owning("src");
    for entry in fs::read_dir(workspace("tests/constructs")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a source file");
        files.insert(
            Path::new("src").join(path.file_name().expect("a name")),
            text,
        );
    }
    files.insert("Cargo.toml", package("constructs", "2024", others));
    files
}

fn package(name: &str, edition: &str, others: &[String]) -> String {
    let others: String = others
        .iter()
        .map(|it| format!("{it} = {{ path = \"../{it}\" }}\n"))
        .collect();
    format!(
        "[package]\nname = \"{name}\"\nedition = \"{edition}\"\n\n[dependencies]\nserde = \"1\"\nserde_json = \"1\"\n{others}"
    )
}

fn manifest(members: &[String]) -> Files {
    // The workspace itself has no folder in which everything is ours.
    let mut files = Files::owning("none");
    files.insert(
        "Cargo.toml",
        format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
    );
    let lock = fs::read_to_string(workspace("Cargo.lock")).expect("the lock file");
    files.insert("Cargo.lock", lock);
    files
}

fn write(files: &Files, folder: &Path) {
    files
        .write(folder)
        .expect("the target folder can be written to");
}
