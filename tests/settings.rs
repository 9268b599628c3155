//! Settings of a session that lead nowhere, or to something else than they say: each an error at its line. And messages
//! that nothing tells apart: a warning, until there are settings to decide about them.

use std::path::Path;

use asyncapi_codegen::Layout;
use asyncapi_codegen::Request;
use tests::{rendered, workspace};

const GOOD: &str = "documents:
  asyncapi.yaml:
    session:
      open: '#/channels/quotes/messages/login'
      accepted: { at: '#/components/messages/welcome/payload/properties/state', is: in }
      heartbeat: { send: '#/channels/quotes/messages/alive' }
      interval: { at: '#/components/messages/welcome/payload/properties/silence', unit: milliseconds }
      why: Said nowhere but here.
";

/// The session case's document with these settings.
fn request(name: &str, settings: &str) -> Request {
    request_for("session", name, settings)
}

/// A case's document with these settings.
fn request_for(case: &str, name: &str, settings: &str) -> Request {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{case}-{name}.yaml"));
    std::fs::write(&path, settings).expect("a file");
    let document = workspace("tests/cases").join(case).join("asyncapi.yaml");
    Request::document(&document).settings(&path)
}

#[test]
fn what_leads_nowhere_is_told_at_its_line() {
    for (index, (from, to, expected)) in [
        ("messages/login", "messages/logout", ["4:13", "nothing at `#/channels/quotes/messages/logout` can be the session's opening message"]),
        ("properties/state", "properties/status", ["5:23", "can be the session's status"]),
        ("messages/alive", "messages/dead", ["6:26", "can be the session's heartbeat"]),
        ("properties/silence", "properties/noise", ["7:23", "can be the session's interval"]),
        ("messages/alive", "messages/login", ["6:26", "a heartbeat is an object without required properties"]),
        ("properties/silence", "properties/state", ["7:23", "a time is an integer"]),
        ("messages/login", "messages/alive", ["4:13", "nothing says which message answers"]),
        ("unit: milliseconds", "unit: days", ["7:", "unknown variant `days`"]),
        ("is: in", "is: in, or: out", ["5:", "unknown field `or`"]),
        ("unit: milliseconds", "unit: seconds, at-most: 0", ["7:", "a time of zero is no time"]),
        ("why: Said nowhere but here.", "why: ''", ["8:", "the entry does not say why"]),
        ("open: '#/channels", "open: 'channels", ["4:", "is no JSON pointer"]),
    ]
    .into_iter()
    .enumerate()
    {
        let failure = request(&format!("bad-{index}"), &GOOD.replace(from, to)).generate();
        let Err(failure) = failure else {
            panic!("{from} → {to}: no error");
        };
        let text = failure.to_string();
        for part in expected {
            assert!(text.contains(part), "{from} → {to}: {part}\n{text}");
        }
    }
}

#[test]
fn a_document_without_the_entry_has_no_session() {
    for (name, settings, expected) in [("with", GOOD, true), ("without", "documents:\n", false)] {
        let generated = rendered(request(name, settings).generate());
        let layouts = [Layout::Sources, Layout::Crate { name: None }];
        for layout in layouts {
            let files = generated.files(&layout);
            for path in [
                "src/support/session.rs",
                "src/support/client.rs",
                "src/support/websocket/tls.rs",
            ] {
                assert_eq!(files.get(Path::new(path)).is_some(), expected, "{path}");
            }
            let manifest = files.get(Path::new("Cargo.toml"));
            assert!(manifest.is_none_or(|text| text.contains("websocket = ") == expected));
        }
        let bundle = generated.files(&Layout::Bundle);
        let bundle = bundle.get(Path::new("asyncapi.rs")).expect("the bundle");
        assert_eq!(bundle.contains("impl session::Protocol"), expected);
        assert!(!bundle.contains("tungstenite"));
    }
}

const CLASH: &str =
    "message `started` and message `finished` of this channel both have the tag `job`";

#[test]
fn messages_with_one_tag_and_nothing_else_are_a_warning_without_settings() {
    let document = workspace("tests/cases/tags-within-tags/asyncapi.yaml");
    let generated = rendered(Request::document(&document).generate());
    let warnings: Vec<_> = generated.diagnostics.iter().collect();
    let [warning] = warnings.as_slice() else {
        panic!("{warnings:?}");
    };
    assert_eq!(warning.code, "message-clash");
    assert!(warning.message.starts_with(CLASH), "{}", warning.message);
}

#[test]
fn messages_with_one_tag_and_nothing_else_are_an_error_until_settings_call_them_alike() {
    let case = "tags-within-tags";
    let Err(failure) = request_for(case, "none", "documents:\n  asyncapi.yaml: {}\n").generate()
    else {
        panic!("two messages with one tag are no error");
    };
    let text = failure.to_string();
    let error = format!("error[message-clash]: {CLASH}");
    for part in [&*error, "asyncapi.yaml:28:7", "'#/channels/events'"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let alike = "documents:
  asyncapi.yaml:
    decisions:
      '#/channels/events': { alike: true, why: The context tells. }
";
    let generated = rendered(request_for(case, "alike", alike).generate());
    assert_eq!(generated.diagnostics.iter().count(), 0);
}
