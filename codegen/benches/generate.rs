//! How long generating takes: the first document, and made-up documents of growing size.
//!
//! From the document's bytes on the disk to the text of every generated file, nothing written.

use std::fmt::Write;
use std::path::PathBuf;

use asyncapi_codegen::{Files, Layout, Request};

fn main() {
    divan::main();
}

#[divan::bench]
fn first_document(bencher: divan::Bencher<'_, '_>) {
    let document = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../spec/agent-engagement.yaml"
    ));
    bencher.bench(|| generate(&document));
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn made_up_document(bencher: divan::Bencher<'_, '_>, schemas: usize) {
    let document = std::env::temp_dir().join(format!(
        "asyncapi-codegen-{schemas}-{}.yaml",
        std::process::id()
    ));
    std::fs::write(&document, made_up(schemas)).expect("a temporary file");
    bencher.bench(|| generate(&document));
    std::fs::remove_file(&document).expect("the temporary file");
}

fn generate(document: &std::path::Path) -> Files {
    let generated = Request::document(document)
        .generate()
        .unwrap_or_else(|failure| panic!("{failure}"));
    generated.files(&Layout::Sources)
}

/// A document of so many object schemas, each with a dozen properties, some of which refer to other schemas.
fn made_up(schemas: usize) -> String {
    let mut text = String::from(
        "asyncapi: 2.6.0\ninfo: { title: Made up, version: 1.0.0 }\nchannels:\n  events:\n    subscribe:\n      message:\n        \
         name: event\n        payload: { $ref: '#/components/schemas/Schema0' }\ncomponents:\n  schemas:\n",
    );
    for schema in 0..schemas {
        let next = (schema * 7 + 1) % schemas;
        write!(
            text,
            "    Schema{schema}:\n      type: object\n      description: The schema of rank {schema}.\n      required: [id]\n      properties:\n        \
             id: {{ type: string }}\n        state: {{ type: string, enum: [on, off, stand-by] }}\n        next: {{ $ref: '#/components/schemas/Schema{next}' }}\n"
        )
        .expect("writing to a string");
        for property in 0..9 {
            let kind = ["string", "integer", "number", "boolean"][property % 4];
            writeln!(text, "        property{property}: {{ type: {kind}, description: The property of rank {property}. }}")
                .expect("writing to a string");
        }
    }
    text
}
