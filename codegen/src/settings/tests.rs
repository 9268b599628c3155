use std::path::Path;

use super::{Accept, Decision, Perspective, Settings, UnknownFields, parse};
use crate::diagnostic::{Diagnostic, Diagnostics, Style};
use crate::pointer::Pointer;
use crate::source::Sources;

const GOOD: &str = r"
crate: some-events
documents:
  a-b.yaml:
    perspective: server
    root: '#/channels/~1v1'
    unknown-fields: keep
    names:
      '#/components/schemas/X': { name: Y, why: it is clearer }
    decisions:
      '#/a': { accept: number, why: seen }
      '#/b':
        - { secret: true, why: seen }
        - { format: date-time, why: seen }
      '#/c': { tag: implied, why: seen }
      '#/d': { alike: true, why: seen }
      '#/e': { unknown-fields: refuse, why: seen }
    suppressions:
      - { rule: field-removed, pointer: '#/f', why: nobody used it }
  empty.yaml:
";

fn sources(text: &str) -> (Sources, Result<Settings, Diagnostics>) {
    let mut sources = Sources::default();
    let file = sources
        .add(Path::new("spec/codegen.yaml"), text)
        .expect("well formed");
    let settings = parse::settings(&sources, file);
    (sources, settings)
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).expect("well formed")
}

fn rendered(sources: &Sources, list: Vec<Diagnostic>) -> String {
    let diagnostics: Diagnostics = list.into_iter().collect();
    diagnostics.render(sources, Style::Plain)
}

#[test]
fn everything_is_read() {
    let (_, settings) = sources(GOOD);
    let settings = settings.expect("good");
    assert_eq!(settings.crate_name(), Some("some-events"));
    let document = settings.document("a-b.yaml");
    assert_eq!(
        (document.module(), document.perspective()),
        ("a_b", Perspective::Server)
    );
    assert_eq!(document.root(), Some(&pointer("#/channels/~1v1")));
    assert_eq!(document.unknown_fields(), UnknownFields::Keep);
    assert_eq!(document.name(&pointer("#/components/schemas/X")), Some("Y"));
    assert_eq!(
        document.decision(&pointer("#/a")),
        Some(&Decision::Accept(Accept::Number))
    );
    assert_eq!(document.secret(&pointer("#/b")), Some(true));
    assert_eq!(document.format(&pointer("#/b")), Some("date-time"));
    assert!(document.is_tag_implied(&pointer("#/c")) && document.is_alike(&pointer("#/d")));
    assert_eq!(
        document.unknown_fields_at(&pointer("#/e")),
        Some(UnknownFields::Refuse)
    );
    assert_eq!(
        document.suppression("field-removed", &pointer("#/f")),
        Some("nobody used it")
    );
    assert_eq!(document.suppression("other", &pointer("#/f")), None);
    assert_eq!(
        (settings.unused(), document.unused_suppressions()),
        (vec![], vec![])
    );
}

#[test]
fn a_request_speaks_where_the_settings_are_silent() {
    let (_, settings) = sources(GOOD);
    let otherwise = settings.expect("good").otherwise(UnknownFields::Refuse);
    let of = |name: &str| otherwise.document(name).unknown_fields();
    assert_eq!(
        (of("a-b.yaml"), of("empty.yaml"), of("no.yaml")),
        (
            UnknownFields::Keep,
            UnknownFields::Refuse,
            UnknownFields::Refuse
        )
    );
}

#[test]
fn defaults_wish_nothing() {
    let settings = Settings::default();
    let document = settings.document("agent-engagement.yaml");
    assert_eq!(
        (document.module(), document.perspective()),
        ("agent_engagement", Perspective::Client)
    );
    assert_eq!(
        (
            document.root(),
            document.name(&pointer("#/a")),
            document.accept(&pointer("#/a"))
        ),
        (None, None, None)
    );
    assert_eq!(
        (settings.unused(), settings.unknown_documents(&[])),
        (vec![], vec![])
    );
}

#[test]
fn what_nobody_asks_for_is_an_error() {
    let (sources, settings) = sources(GOOD);
    let settings = settings.expect("good");
    assert_eq!(
        settings.unused(),
        vec![],
        "the document is not generated in this run"
    );
    let document = settings.document("a-b.yaml");
    assert!(
        document.accept(&pointer("#/b")).is_none() && document.secret(&pointer("#/b")).is_some()
    );
    let text = rendered(&sources, settings.unused());
    assert_eq!(text.matches("error[unused-setting]").count(), 7, "{text}");
    for part in [
        "the root channel `#/channels/~1v1` is not used\n --> spec/codegen.yaml:6:11",
        "nothing at `#/components/schemas/X` takes the name `Y`\n --> spec/codegen.yaml:9:7",
        "nothing at `#/b` needs `format`\n  --> spec/codegen.yaml:14:11",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
    assert!(
        rendered(&sources, document.unused_suppressions())
            .contains("no change breaks `field-removed` at `#/f`")
    );
    let text = rendered(&sources, settings.unknown_documents(&["a-b.yaml"]));
    assert!(
        text.contains("there is no document `empty.yaml`\n  --> spec/codegen.yaml:20:3"),
        "{text}"
    );
    assert!(text.contains("help: the documents are: `a-b.yaml`"));
}

#[test]
fn every_bad_entry_is_reported_at_its_line() {
    let text = r"
crates: x
documents:
  a.yaml:
    perspective: both
    root: channels/x
    module: a-b
    names:
      '#/x': { name: 5, why: seen }
      'x': { name: X, why: ' ' }
      '#/y': { name: 'a b', why: seen, when: now }
    decisions:
      '#/a': { acept: number, why: seen }
      '#/b': { accept: numbers, why: seen }
      '#/c': { accept: number, secret: true, why: seen }
      '#/d': { why: seen }
      '#/e': { acept: any }
      '#/f': { alike: false, why: seen }
      '#/g': { accept: any, why: seen }
      '/g': { accept: any, why: seen }
    suppressions:
      - { rule: x, pointer: y, why: seen }
";
    let (sources, settings) = sources(text);
    let said = settings.expect_err("bad").render(&sources, Style::Plain);
    for part in [
        "unknown field `crates`, expected one of `crate`, `modules`, `documents`\n --> spec/codegen.yaml:2:1",
        "unknown variant `both`, expected `client` or `server`\n --> spec/codegen.yaml:5:5",
        "error[malformed-pointer]: `channels/x` is no JSON pointer\n --> spec/codegen.yaml:6:11",
        "`a-b` is no Rust identifier\n --> spec/codegen.yaml:7:13",
        "expected a string\n --> spec/codegen.yaml:9:16",
        "error[malformed-pointer]: `x` is no JSON pointer\n  --> spec/codegen.yaml:10:7",
        "error[missing-why]: the entry does not say why\n  --> spec/codegen.yaml:10:28",
        "`a b` is no Rust identifier\n  --> spec/codegen.yaml:11:22",
        "unknown field `when`, expected `name` or `why`\n  --> spec/codegen.yaml:11:40",
        "unknown field `acept`, expected one of `accept`, `unknown-fields`",
        "unknown variant `numbers`, expected one of `number`, `string`, `single`, `any`\n  --> spec/codegen.yaml:14:16",
        "the entry decides several things\n  --> spec/codegen.yaml:15:7",
        "the entry decides nothing\n  --> spec/codegen.yaml:16:7",
        "missing field `why`\n  --> spec/codegen.yaml:17:7",
        "`alike` takes only `true`",
        "error[repeated-setting]: `/g` is another spelling",
        "`y` is no JSON pointer\n  --> spec/codegen.yaml:22:29",
    ] {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
    assert_eq!(said.matches("error[").count(), 18, "{said}");
}

#[test]
fn files_that_are_no_settings_are_refused() {
    for (text, part) in [
        ("- a\n", "error[invalid-setting]: invalid type: sequence"),
        ("documents: 5\n", "spec/codegen.yaml:1:1"),
        ("crate: [x]\n", "invalid type"),
    ] {
        let (sources, settings) = sources(text);
        let said = settings.expect_err("bad").render(&sources, Style::Plain);
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
    let mut sources = Sources::default();
    assert!(Settings::read(&mut sources, Path::new("nowhere/codegen.yaml")).is_err());
}
