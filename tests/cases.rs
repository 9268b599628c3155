//! One folder a construct: the document, and everything that is generated from it but the support code.
//!
//! To add a construct: a folder with an `asyncapi.yaml` of at most 40 lines (and a `codegen.yaml` where
//! it takes settings), then accept the snapshot.

use std::fmt::Write;

use asyncapi_codegen::{Layout, Request};
use tests::{folders, rendered, workspace};

#[test]
fn every_case_generates_what_its_snapshot_shows() {
    for case in folders(&workspace("tests/cases")) {
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_snapshot_path(workspace("tests/cases").join(&case));
        settings.bind(|| insta::assert_snapshot!("expected", text(&case)));
    }
}

#[test]
fn a_twin_in_the_third_version_gives_the_same_rust() {
    let twins = folders(&workspace("tests/cases"));
    let twins: Vec<String> = twins
        .into_iter()
        .filter(|case| case.starts_with("twin-"))
        .collect();
    assert!(!twins.is_empty());
    for case in twins {
        assert_eq!(
            rust(&case, "asyncapi-3.yaml"),
            rust(&case, "asyncapi.yaml"),
            "{case}"
        );
    }
}

/// The Rust of a document, without what names its file, its version and places in it.
fn rust(case: &str, document: &str) -> String {
    let document = workspace("tests/cases").join(case).join(document);
    let files = rendered(Request::document(&document).generate()).files(&Layout::Sources);
    let own = files
        .iter()
        .filter(|(path, _)| path.components().count() > 2 && !path.starts_with("src/support"));
    let lines = own.flat_map(|(_, text)| text.lines());
    lines
        .filter(|line| !line.starts_with("// ") && !line.contains("`#/"))
        .fold(String::new(), |text, line| text + line + "\n")
}

/// The outline, then each file, under a line that names it.
fn text(case: &str) -> String {
    let document = workspace("tests/cases").join(case).join("asyncapi.yaml");
    let mut request = Request::document(&document);
    let settings = document.with_file_name("codegen.yaml");
    if settings.exists() {
        request = request.settings(&settings);
    }
    let generated = rendered(request.generate());
    let mut text = format!("==> outline\n{}", generated.outline());
    for (path, content) in generated.files(&Layout::Sources).iter() {
        let own = !path.starts_with("src/support")
            && path.as_os_str() != "src/support.rs"
            && path.as_os_str() != "src/lib.rs";
        if own {
            write!(text, "\n==> {}\n{content}", path.display()).expect("writing to a string");
        }
    }
    text
}
