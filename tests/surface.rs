//! What the documents in `spec/` give, in short: the API outline, and the two reports.
//!
//! The outline has one line a fact, so that a reviewer reads the change of a document as a change of a line or two.

use asyncapi_codegen::{Generated, Request};
use tests::{rendered, snapshots, workspace};

fn generated() -> Generated {
    rendered(Request::folder(&workspace("spec")).and_then(|request| request.generate()))
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn no_snapshot_is_left_over() {
    let names = ["contradictions", "ignored-keywords", "outline"];
    assert_eq!(snapshots(&workspace("tests/snapshots")), names);
}

#[test]
fn outline() {
    settings().bind(|| insta::assert_snapshot!("outline", generated().outline()));
}

/// Places from the root of the workspace on, wherever that is.
fn relative(report: &str) -> String {
    report.replace(
        &format!("{}/", workspace("").display()).replace("//", "/"),
        "",
    )
}

#[test]
fn contradictions() {
    settings().bind(|| {
        insta::assert_snapshot!(
            "contradictions",
            relative(&generated().contradictions_report())
        )
    });
}

#[test]
fn ignored_keywords() {
    settings().bind(|| {
        insta::assert_snapshot!("ignored-keywords", relative(&generated().ignored_report()))
    });
}
