//! The reports as people and tools read them: of the first document's update, in a form that is snapshotted, and of
//! every seeded edit, in the form that its schema describes.

use std::path::Path;

use asyncapi_codegen::Request;
use asyncapi_codegen::diff::{Comparison, Perspective, Semver, Style, compare};
use asyncapi_codegen::source::Sources;
use serde_json::Value;
use tests::{rendered, snapshots, workspace};

use crate::edits::Edits;
use crate::schema;

/// Two versions, with what changed.
struct Update {
    comparison: Comparison,
    old: Sources,
    new: Sources,
}

/// From the version before the current one to the current one.
fn update() -> Update {
    let old = workspace("tests/changes/agent-engagement-1.0.1.yaml");
    between(&old, &workspace("spec/agent-engagement.yaml"))
}

fn between(old: &Path, new: &Path) -> Update {
    let [old, new] = [old, new].map(|path| rendered(Request::document(path).resolve()));
    Update {
        comparison: compare(&old.models[0], &new.models[0], Perspective::Client),
        old: old.sources,
        new: new.sources,
    }
}

/// Places from the root of the workspace on, wherever that is.
fn relative(report: &str) -> String {
    report.replace(
        &format!("{}/", workspace("").display()).replace("//", "/"),
        "",
    )
}

fn shows(name: &str, report: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(workspace("tests/changes"));
    settings.bind(|| insta::assert_snapshot!(name, relative(report)));
}

#[test]
fn no_snapshot_is_left_over() {
    assert_eq!(snapshots(&workspace("tests/changes")), ["markdown", "text"]);
}

#[test]
fn the_update_of_the_first_document_fits_on_a_screen() {
    let update = update();
    let report = update
        .comparison
        .text(Style::Plain, &update.old, &update.new);
    shows("text", &report);
    let report = relative(&report);
    assert!(report.lines().count() <= 24 && report.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn the_update_of_the_first_document_reads_well_in_a_pull_request() {
    let update = update();
    shows(
        "markdown",
        &update.comparison.markdown(&update.old, &update.new),
    );
}

#[test]
fn the_update_of_the_first_document_breaks_nothing() {
    let comparison = update().comparison;
    assert_eq!(comparison.semver(), Semver::Minor);
    let count = |rule: &str| {
        comparison
            .changes
            .iter()
            .filter(|change| change.rule.id == rule)
            .count()
    };
    let rules = [
        "union-member-added",
        "enum-value-added",
        "optional-property-added",
        "version-changed",
    ];
    assert_eq!(rules.map(count), [3, 4, 16, 1]);
    assert_eq!(comparison.changes.len(), 24);
}

#[test]
fn every_report_for_tools_follows_its_schema() {
    let described: Value =
        serde_json::from_str(Comparison::JSON_SCHEMA).expect("the schema is JSON");
    let edits = Edits::read();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes-reports");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for pair in &edits.pairs {
        let [old, new] = [("old.yaml", pair.old), ("new.yaml", pair.new)].map(|(name, version)| {
            let path = folder.join(name);
            std::fs::write(&path, &edits.versions[version]).expect("the document can be written");
            path
        });
        let mut update = between(&old, &new);
        follows(&update, &described, &pair.edit);
        update.comparison.suppress(|_, _| Some("seen".to_owned()));
        follows(&update, &described, &pair.edit);
    }
}

fn follows(update: &Update, described: &Value, edit: &str) {
    let report = update.comparison.json(&update.old, &update.new);
    let faults = schema::faults(&report, described);
    assert!(
        faults.is_empty(),
        "{edit}\n{}\n{report:#}",
        faults.join("\n")
    );
}
