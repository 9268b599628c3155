//! Which documents are read at all, and what is said of the others.

use super::resolve;

fn first(text: &str) -> String {
    let outcome = resolve(text);
    outcome.lines().into_iter().next().unwrap_or_default()
}

fn with_version(version: &str) -> String {
    first(&format!(
        "asyncapi: {version}\ninfo: {{title: T, version: '1'}}\nchannels: {{}}"
    ))
}

#[test]
fn supported_versions_are_read() {
    for version in [
        "2.0.0",
        "2.6.0",
        "3.0.0",
        "3.1.0",
        "'2.4.0'",
        "2.1",
        "3.0.0-rc.1",
    ] {
        assert_eq!(with_version(version), "", "{version}");
    }
}

#[test]
fn a_newer_minor_is_read_with_a_warning() {
    let message = "warning newer-version 1:11 AsyncAPI 2.7.0 is newer than this tool";
    assert_eq!(with_version("2.7.0"), message);
}

#[test]
fn other_versions_are_refused() {
    let refused = |version: &str| with_version(version);
    assert_eq!(
        refused("1.2.0"),
        "error unsupported-version 1:11 AsyncAPI 1.2.0 is not supported"
    );
    assert_eq!(
        refused("4.0.0"),
        "error unsupported-version 1:11 AsyncAPI 4.0.0 is not supported"
    );
    let wrong = "error wrong-version 1:11 `asyncapi` must be a version such as `2.6.0`";
    for version in ["latest", "[2, 6]", "2.x.0"] {
        assert_eq!(refused(version), wrong, "{version}");
    }
}

#[test]
fn other_files_are_refused() {
    let missing = "error missing-version 1:1 this file states no version of AsyncAPI: it has no `asyncapi` key";
    assert_eq!(first("openapi: 3.0.0"), missing);
    assert!(resolve("openapi: 3.0.0").help().contains("OpenAPI"));
    assert_eq!(first("info: {title: T}"), missing);
    let list =
        "error not-a-document 1:1 this file holds no AsyncAPI document: its root is not an object";
    assert_eq!(first("[1, 2]"), list);
}

#[test]
fn a_document_without_title_still_has_a_model() {
    let outcome = resolve("asyncapi: 2.0.0\ninfo: {}\nchannels: {}");
    assert_eq!(
        outcome.lines(),
        [
            "warning missing-key 2:7 an Info Object has no `title`",
            "warning missing-key 2:7 an Info Object has no `version`",
        ]
    );
    assert_eq!(outcome.model().info.title, "Untitled");
}

#[test]
fn info_keeps_the_version_as_written_and_the_notes() {
    let text = "asyncapi: 2.0.0
id: urn:example:api
info:
  title: T
  version: 1.10
  termsOfService: https://example.com/terms
  contact: {name: Ann, email: ann@example.com}
  license: {name: MIT, url: https://example.com/mit}
tags: [{name: live, description: 'Now. '}]
externalDocs: {url: https://example.com}
channels: {}";
    let info = resolve(text).clean().info;
    assert_eq!(info.version, "1.10");
    assert_eq!(info.id.as_deref(), Some("urn:example:api"));
    assert_eq!(
        info.notes,
        [
            "Terms of service: <https://example.com/terms>",
            "Contact: Ann <ann@example.com>",
            "Licence: MIT <https://example.com/mit>",
            "Tag `live`: Now.",
            "More: <https://example.com>",
        ]
    );
}
