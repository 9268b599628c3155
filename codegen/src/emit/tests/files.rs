//! What holds for the files of a package.

use std::path::Path;

use super::package::package;
use crate::emit::{BUNDLE, Files, Layout, files, is_generated};

#[test]
fn names_of_others_are_written_with_their_path() {
    let files = files(&package(), &Layout::Sources);
    let text = files
        .get(Path::new("src/sample/shadows.rs"))
        .expect("the file");
    assert!(
        text.contains("    pub option: std::vec::Vec<Option>,\n"),
        "{text}"
    );
    assert!(
        text.contains("    pub text: std::option::Option<support::Text>,\n"),
        "{text}"
    );
    assert!(
        text.contains("            text: std::option::Option::None,\n"),
        "{text}"
    );
}

#[test]
fn a_module_lists_its_files_and_items() {
    let files = files(&package(), &Layout::Sources);
    let text = files.get(Path::new("src/sample.rs")).expect("the file");
    let expected = "//! A sample.\n\nmod agent;\npub mod events;\npub mod other;\nmod scalars;\npub mod servers;\nmod shadows;\n\n\
                    pub use agent::{Agent, AgentState, Closed};\npub use events::{ADDRESS, Envelope, ServerMessage};\n";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn every_file_is_known_as_generated() {
    let layout = Layout::Crate {
        name: Some("My  events!".to_owned()),
    };
    let files: Files = files(&package(), &layout);
    assert!(files.iter().all(|(_, text)| is_generated(text)));
    assert!(
        files
            .get(Path::new("Cargo.toml"))
            .expect("the file")
            .contains("name = \"my-events\"\n")
    );
}

#[test]
fn a_bundle_is_one_file_without_inner_attributes() {
    let files = files(&package(), &Layout::Bundle);
    let parsed =
        syn::parse_file(files.get(Path::new(BUNDLE)).expect("the file")).expect("a bundle parses");
    assert_eq!(files.len(), 1);
    assert!(parsed.attrs.is_empty());
    let has_body =
        |item: &syn::Item| !matches!(item, syn::Item::Mod(module) if module.content.is_none());
    assert!(parsed.items.iter().all(has_body));
}
