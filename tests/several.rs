//! Several documents in one folder: each becomes a module, and none changes what comes of another.
//!
//! The second is of another version of the standard and another protocol: AsyncAPI 3.0, MQTT.

use std::path::{Path, PathBuf};

use asyncapi_codegen::{Files, Layout, Request};
use tests::{rendered, workspace};

/// A folder with these documents, for one test.
fn folder(name: &str, documents: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    for document in documents {
        let document = workspace(document);
        let name = document.file_name().expect("a file");
        std::fs::copy(&document, folder.join(name)).expect("a copy");
    }
    folder
}

fn files(folder: &Path) -> Files {
    let generated = rendered(Request::folder(folder).and_then(|request| request.generate()));
    generated.files(&Layout::Sources)
}

#[test]
fn each_document_is_a_module_and_leaves_the_others_alone() {
    let (first, second) = (
        "spec/agent-engagement.yaml",
        "tests/build-script/sensors.yaml",
    );
    let alone = files(&folder("one-document", &[first]));
    let both = files(&folder("two-documents", &[first, second]));
    let own = |path: &&Path| path.starts_with("src/agent_engagement");
    for path in alone.iter().map(|(path, _)| path).filter(own) {
        let (one, two) = (alone.get(path), both.get(path));
        // Without settings there is nothing to tell a folder of one document from one of two.
        assert_eq!(one.is_some(), two.is_some(), "{}", path.display());
        assert_eq!(
            without_source(one.expect("a file")),
            without_source(two.expect("a file")),
            "{}",
            path.display()
        );
    }
    let root = both.get(Path::new("src/lib.rs")).expect("a root");
    assert!(root.contains("pub mod agent_engagement;") && root.contains("pub mod sensors;"));
    assert!(both.get(Path::new("src/sensors/reading.rs")).is_some());
}

/// A file without its first line, which names the folder.
fn without_source(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(_, rest)| rest)
}
