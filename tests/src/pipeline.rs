//! What holds for any bytes that somebody calls a document: the property that seeds, properties and the fuzzer share.
//!
//! Bytes are one file, or several: a line `#file: NAME` starts the next one. The first is the document.

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::Style;
use asyncapi_codegen::{Failure, Generated, Layout, Request, diff};

/// What starts a further file.
const FILE: &str = "\n#file: ";

/// A folder of its own, which goes when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "");
        let name = format!("asyncapi-codegen-pipeline-{}-{thread}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a temporary file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in a temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Generates from the bytes, and holds what comes of them against what is promised for every input.
///
/// # Panics
///
/// When a promise is broken: an error has a code and a place; what is written parses; the same input gives the same
/// text; a document compared with itself has no changes.
pub fn holds(bytes: &[u8]) {
    let folder = Folder::new();
    let document = unpack(&folder, bytes);
    match (
        Request::document(&document).generate(),
        Request::document(&document).generate(),
    ) {
        (Ok(first), Ok(second)) => {
            generated(&first, &second);
            unchanged(&document);
        }
        (Err(first), Err(second)) => refused(&first, &second, &document),
        _ => panic!("once refused, once not"),
    }
}

/// Writes the files; gives the document's path.
fn unpack(folder: &Folder, bytes: &[u8]) -> PathBuf {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return folder.write("document.yaml", bytes);
    };
    let mut parts = text.split(FILE);
    let document = folder.write("document.yaml", parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
        if name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && name.chars().all(plain)
            && name.len() < 64
        {
            folder.write(name, content.as_bytes());
        }
    }
    document
}

fn generated(first: &Generated, second: &Generated) {
    let files = first.files(&Layout::Sources);
    assert_eq!(
        files,
        second.files(&Layout::Sources),
        "generating twice gives the same text"
    );
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|it| it == "rs"))
    {
        assert!(
            syn::parse_file(text).is_ok(),
            "{} parses:\n{text}",
            path.display()
        );
    }
    let reports = |of: &Generated| {
        [
            of.outline(),
            of.contradictions_report(),
            of.ignored_report(),
            of.render_warnings(Style::Plain),
        ]
    };
    assert_eq!(reports(first), reports(second), "reports are the same");
}

fn refused(first: &Failure, second: &Failure, document: &Path) {
    let said = first.render(Style::Plain);
    assert_eq!(said, second.render(Style::Plain), "the same is said");
    assert!(said.contains("error["), "{said}");
    let folder = document
        .parent()
        .expect("a file is in a folder")
        .display()
        .to_string();
    let has_place = said.lines().any(|line| {
        let place = line.trim_start().strip_prefix("--> ").unwrap_or_default();
        place.contains(&folder)
            && place
                .rsplit(':')
                .take(2)
                .all(|part| part.parse::<usize>().is_ok())
    });
    assert!(has_place, "a place is said:\n{said}");
}

/// A document has not changed since itself.
fn unchanged(document: &Path) {
    let resolve = || {
        Request::document(document)
            .resolve()
            .unwrap_or_else(|failure| panic!("{failure}"))
    };
    let (old, new) = (resolve(), resolve());
    let comparison = diff::compare(
        &old.models[0],
        &new.models[0],
        new.settings[0].perspective(),
    );
    assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
}
