//! `generated/src` is what `spec/` gives, byte for byte, and the same every time.
//!
//! The comparison is the one that `cargo xtask codegen --check` makes.

use std::path::Path;

use asyncapi_codegen::{Layout, Request};
use tests::{rendered, workspace};

#[test]
fn generated_sources_are_what_the_documents_say() {
    let generated =
        rendered(Request::folder(&workspace("spec")).and_then(|request| request.generate()));
    if let Err(stale) = generated
        .files(&Layout::Sources)
        .check(&workspace("generated"))
    {
        panic!("{}", stale.render("cargo xtask codegen"));
    }
}

#[test]
fn generating_twice_gives_identical_bytes() {
    let files = |spec: &Path| {
        let generated = rendered(Request::folder(spec).and_then(|request| request.generate()));
        generated.files(&Layout::Crate { name: None })
    };
    let spec = workspace("spec");
    assert_eq!(files(&spec), files(&spec));
}
