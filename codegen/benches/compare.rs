//! How long comparing takes: two versions of made-up documents of growing size, and reading them with it.
//!
//! In the new version every seventh schema has a property more, one less, and one of another type.

use std::fmt::Write;
use std::path::Path;

use asyncapi_codegen::diff::{Comparison, Perspective, compare};
use asyncapi_codegen::{Request, Resolved};

fn main() {
    divan::main();
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn two_models(bencher: divan::Bencher<'_, '_>, schemas: usize) {
    let documents = Documents::new(schemas);
    let (old, new) = documents.resolved();
    bencher.bench(|| compared(&old, &new));
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn two_documents(bencher: divan::Bencher<'_, '_>, schemas: usize) {
    let documents = Documents::new(schemas);
    bencher.bench(|| {
        let (old, new) = documents.resolved();
        compared(&old, &new).json(&old.sources, &new.sources)
    });
}

fn compared(old: &Resolved, new: &Resolved) -> Comparison {
    compare(&old.models[0], &new.models[0], Perspective::Client)
}

/// Two versions on the disk, removed in the end.
struct Documents {
    folder: std::path::PathBuf,
}

impl Documents {
    fn new(schemas: usize) -> Self {
        let name = format!("asyncapi-codegen-compare-{schemas}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        for version in [Version::Old, Version::New] {
            std::fs::write(folder.join(version.file()), made_up(schemas, version))
                .expect("a temporary file");
        }
        Self { folder }
    }

    fn resolved(&self) -> (Resolved, Resolved) {
        let read = |version: Version| resolved(&self.folder.join(version.file()));
        (read(Version::Old), read(Version::New))
    }
}

impl Drop for Documents {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).expect("the temporary folder");
    }
}

fn resolved(document: &Path) -> Resolved {
    Request::document(document)
        .resolve()
        .unwrap_or_else(|failure| panic!("{failure}"))
}

/// Which of the two versions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    Old,
    New,
}

impl Version {
    fn file(self) -> &'static str {
        match self {
            Version::Old => "old.yaml",
            Version::New => "new.yaml",
        }
    }
}

/// A document of so many object schemas, each with a dozen properties, which refer to one another all round.
fn made_up(schemas: usize, version: Version) -> String {
    let mut text = String::from(
        "asyncapi: 2.6.0\ninfo: { title: Made up, version: 1.0.0 }\nchannels:\n  events:\n    subscribe:\n      message:\n        \
         name: event\n        payload: { $ref: '#/components/schemas/Schema0' }\ncomponents:\n  schemas:\n",
    );
    for schema in 0..schemas {
        let next = (schema * 7 + 1) % schemas;
        let (state, more) = match version {
            Version::New if schema % 7 == 0 => ("integer", "added: { type: string }"),
            _ => ("string", "removed: { type: string }"),
        };
        write!(
            text,
            "    Schema{schema}:\n      type: object\n      required: [id]\n      properties:\n        id: {{ type: string }}\n        \
             state: {{ type: {state} }}\n        next: {{ $ref: '#/components/schemas/Schema{next}' }}\n        {more}\n"
        )
        .expect("writing to a string");
        for property in 0..8 {
            let kind = ["string", "integer", "number", "boolean"][property % 4];
            writeln!(text, "        property{property}: {{ type: {kind}, description: The property of rank {property}. }}")
                .expect("writing to a string");
        }
    }
    text
}
