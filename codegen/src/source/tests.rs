use std::path::Path;

use super::{FileId, Origin, Sources};
use crate::diagnostic::{Place, Style};
use crate::pointer::Pointer;

mod broken;
mod reading;

/// The document's root as JSON.
fn json(text: &str) -> serde_json::Value {
    let mut sources = Sources::default();
    let file = sources.add(Path::new("a.yaml"), text).expect("well formed");
    sources.source(file).root.to_json()
}

/// The rendered problems of a text.
fn problems(path: &str, text: &str) -> String {
    let mut sources = Sources::default();
    let problems = sources.add(Path::new(path), text).expect_err("broken");
    problems.render(&sources, Style::Plain)
}

fn origin(file: FileId, pointer: &str) -> Origin {
    Origin {
        file,
        pointer: Pointer::parse(pointer).expect("well formed"),
    }
}

#[test]
fn places_lead_to_nodes_and_bytes() {
    let text = "a:\n  - x: 1\n  - y: [2, 3]\n";
    let mut sources = Sources::default();
    let file = sources.add(Path::new("a.yaml"), text).expect("well formed");
    let at = |pointer: &str| sources.at(&origin(file, pointer));
    assert_eq!(
        at("/a/1/y/0")
            .and_then(|cursor| cursor.node.as_number().map(str::to_owned))
            .as_deref(),
        Some("2")
    );
    assert!(
        at("/a/01").is_none() && at("/a/x").is_none() && at("/a/2").is_none() && at("/b").is_none()
    );
    let shown = |place: Place| sources.span_of(&place).map(|(_, range)| &text[range]);
    assert_eq!(shown(Place::Value(origin(file, "/a/1/y"))), Some("[2, 3]"));
    assert_eq!(shown(Place::Key(origin(file, "/a/1/y"))), Some("y"));
    assert_eq!(shown(Place::Key(origin(file, "/a/0"))), Some("x: 1"));
    assert_eq!(
        shown(Place::Value(origin(file, "/a/1/gone/deeper"))),
        Some("y: [2, 3]")
    );
    assert_eq!(
        shown(Place::Value(origin(file, "/gone"))),
        Some("a:\n  - x: 1\n  - y: [2, 3]")
    );
    assert_eq!(shown(Place::Path("x".into())), None);
    assert_eq!(
        sources.line_column(file, text.find('y').expect("there")),
        (3, 5)
    );
}

#[test]
fn files_are_read_once_and_problems_kept() {
    let folder =
        std::env::temp_dir().join(format!("asyncapi-codegen-source-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("sub")).expect("writable");
    let (good, bad) = (folder.join("good.yaml"), folder.join("bad.yaml"));
    std::fs::write(&good, "\u{FEFF}a: 1").expect("writable");
    std::fs::write(&bad, b"a: 1\nb: caf\xE9\n").expect("writable");
    let mut sources = Sources::default();
    let first = sources.read(&good).expect("well formed");
    assert_eq!(sources.read(&folder.join("sub/../good.yaml")), Ok(first));
    assert_eq!(sources.source(first).text, "a: 1");
    let mut said = |path: &Path| {
        let problems = sources.read(path).expect_err("broken");
        assert_eq!(sources.read(path).expect_err("still broken"), problems);
        problems.render(&sources, Style::Plain)
    };
    let utf8 = said(&bad);
    assert!(
        utf8.contains("byte 0xE9 at offset 11") && utf8.contains("bad.yaml:2:7"),
        "{utf8}"
    );
    assert!(said(&folder).contains("is a directory"));
    assert!(said(&folder.join("gone.yaml")).contains("error[file-not-found]: there is no file"));
    assert_eq!(sources.paths().collect::<Vec<_>>(), [&good, &bad]);
    std::fs::remove_dir_all(&folder).expect("removable");
}
