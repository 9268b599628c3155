//! References within one file.

use super::two;

/// A document whose only message is `reference`, with components to refer to.
fn with_message(reference: &str) -> String {
    format!(
        "channels:
  c: {{publish: {{message: {{$ref: {reference}}}}}}}
components:
  messages:
    Known: {{title: known}}
    a/b~c: {{title: escaped}}
    Chain: {{$ref: '#/components/messages/Known'}}
    Round: {{$ref: '#/components/messages/About'}}
    About: {{$ref: '#/components/messages/Round'}}
  channels:
    through: {{$ref: '#/x-shared'}}
x-shared: {{publish: {{message: {{title: deep}}}}}}
"
    )
}

/// The title of the message that a reference means.
fn title(reference: &str) -> Option<String> {
    let text =
        with_message(reference).replace("    Round: {$ref: '#/components/messages/About'}\n", "");
    let text = text.replace("    About: {$ref: '#/components/messages/Round'}\n", "");
    let model = two(&text).model();
    let id = *model.operations[0].messages.first()?;
    model.message(id).docs.title.clone()
}

/// The one problem of a document whose message is this reference.
fn problem(reference: &str) -> String {
    let outcome = two(&with_message(reference));
    let all = outcome.lines();
    let mine = all.into_iter().find(|line| line.contains(" 4:"));
    mine.unwrap_or_default()
}

#[test]
fn pointers_are_followed() {
    let known = Some("known".to_owned());
    assert_eq!(title("'#/components/messages/Known'"), known);
    assert_eq!(title("'#/components/messages/Chain'"), known);
    assert_eq!(title("'#/components/messages/%4Bnown'"), known);
    let escaped = Some("escaped".to_owned());
    assert_eq!(title("'#/components/messages/a~1b~0c'"), escaped);
    assert_eq!(title("'#/components/messages/a~1b%7E0c'"), escaped);
}

#[test]
fn a_pointer_may_lead_through_a_reference() {
    let deep = title("'#/components/channels/through/publish/message'");
    assert_eq!(deep.as_deref(), Some("deep"));
}

#[test]
fn a_circle_is_an_error_that_names_it() {
    let found = two(&with_message("'#/components/messages/Round'")).lines();
    let circle = "error cyclic-ref 10:19 references lead in a circle: `#/components/messages/Round` → \
                  `#/components/messages/About` → `#/components/messages/Round`";
    assert!(found.contains(&circle.to_owned()), "{found:#?}");
}

#[test]
fn a_reference_to_itself_is_a_circle() {
    let found = two("channels: {c: {publish: {message: {$ref: '#/channels/c/publish/message'}}}}");
    let place = "#/channels/c/publish/message";
    let circle =
        format!("error cyclic-ref 3:42 references lead in a circle: `{place}` → `{place}`");
    assert_eq!(found.lines(), [circle]);
}

#[test]
fn references_that_lead_nowhere_are_errors() {
    assert_eq!(
        problem("'#/components/messages/Knwon'"),
        "error dangling-ref 4:33 `#/components/messages/Knwon` leads nowhere"
    );
    assert_eq!(
        problem("'#Known'"),
        "error wrong-ref 4:33 `#Known` holds no JSON pointer after `#`"
    );
    assert_eq!(
        problem("'#/components/messages/%zz'"),
        "error wrong-ref 4:33 `#/components/messages/%zz` holds no JSON pointer after `#`"
    );
    assert_eq!(
        problem("[1]"),
        "error wrong-ref 4:33 `$ref` must be a text such as `#/components/schemas/Name`"
    );
    assert_eq!(
        problem("'urn:example:Known'"),
        "error ref-scheme 4:33 `urn:example:Known` is no file: `urn:` is not read"
    );
}

/// What a property of the payload refers to, as its declared name or its type.
fn schema(reference: &str, schemas: &str) -> String {
    let text = format!(
        "channels: {{c: {{publish: {{message: {{payload: {{$ref: '{reference}'}}}}}}}}}}
components:\n  schemas:\n{schemas}"
    );
    let outcome = two(&text);
    let lines = outcome.lines();
    let Some(model) = outcome.model else {
        return lines.join("\n");
    };
    let payload = model.messages[0].payload.expect("a payload");
    let schema = model.schema(payload);
    schema
        .name
        .clone()
        .unwrap_or_else(|| format!("{:?}", schema.at.pointer))
}

#[test]
fn schemas_may_name_themselves() {
    let schemas = "    A: {$id: '#a', type: string}
    B: {$anchor: b, type: string}
    C: {$id: 'https://example.com/c', definitions: {d: {$anchor: d, type: string}, e: {$id: e, type: string}}}
    F: {$id: f.json, type: string}
    P: {properties: {$id: {const: '#a'}, $anchor: {enum: ['#a']}}, default: {$id: '#a'}}
";
    for (reference, name) in [
        ("#a", "A"),
        ("#b", "B"),
        ("#d", "d"),
        ("https://example.com/c", "C"),
        ("https://example.com/c#", "C"),
        ("https://example.com/c#d", "d"),
        ("https://example.com/c#/definitions/d", "d"),
        ("https://example.com/e", "e"),
        ("f.json", "F"),
    ] {
        assert_eq!(schema(reference, schemas), name, "{reference}");
    }
}

#[test]
fn the_likely_meaning_is_shown() {
    let help = |reference: &str| {
        let text = format!(
            "channels: {{c: {{publish: {{message: {{$ref: '{reference}'}}}}}}}}
components: {{messages: {{Known: {{}}}}}}"
        );
        two(&text).help()
    };
    let meant = "did you mean `#/components/messages/Known`?";
    assert_eq!(help("#/components/messages/Knwn"), meant);
    assert_eq!(
        help("#/component/messages/Known"),
        "did you mean `#/components`?"
    );
    assert_eq!(help("#components/messages/Known"), meant);
    assert_eq!(help("components/messages/Known"), meant);
}

#[test]
fn long_and_branching_chains_end() {
    let mut text = "channels: {c: {publish: {message: {$ref: '#/x-a/0'}}}}\nx-a:\n".to_owned();
    for index in 0..300 {
        text.push_str(&format!("- {{$ref: '#/x-a/{}'}}\n", index + 1));
    }
    text.push_str("- {}\n");
    assert!(two(&text).lines()[0].contains("long-ref"));

    let mut text = "channels: {c: {publish: {message: {$ref: '#/x-a/0/y/y'}}}}\nx-a:\n".to_owned();
    for index in 0..90 {
        text.push_str(&format!("- {{$ref: '#/x-a/{}/y/y/y'}}\n", index + 1));
    }
    text.push_str("- {y: {y: {y: {}}}}\n");
    assert!(!two(&text).lines().is_empty());
}

#[test]
fn what_stands_beside_a_reference_is_on_record() {
    let text =
        "channels: {c: {publish: {message: {$ref: '#/x-m', title: other}}}}\nx-m: {title: own}";
    let model = two(text).clean();
    assert_eq!(model.messages[0].docs.title.as_deref(), Some("own"));
    let keywords: Vec<&str> = model
        .ignored
        .iter()
        .map(|one| one.keyword.as_str())
        .collect();
    assert!(keywords.contains(&"title"), "{keywords:?}");
}
