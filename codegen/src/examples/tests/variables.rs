use super::document::document;
use crate::examples::{contradictions, valid};
use crate::model::{Channel, Docs, Message, MessageExample, SchemaId, Variable};
use crate::settings::DocumentSettings;
use crate::source::Origin;

fn variable(at: Origin, default: &str) -> Variable {
    Variable {
        at,
        name: "size".to_owned(),
        docs: Docs::default(),
        values: vec!["S".to_owned(), "L".to_owned()],
        default: Some(default.to_owned()),
        examples: vec!["L".to_owned()],
        location: None,
    }
}

fn channel(parameters: Vec<Variable>) -> Channel {
    Channel {
        at: parameters[0].at.clone(),
        name: "lamps".to_owned(),
        address: None,
        docs: Docs::default(),
        parameters,
        messages: Vec::new(),
        servers: Vec::new(),
        bindings: Vec::new(),
    }
}

#[test]
fn defaults_of_parameters_are_among_their_values() {
    let mut document = document("size: { enum: [S, L], default: M }");
    let at = document.model.schemas[0].at.clone();
    let parameters = vec![variable(at.clone(), "M"), variable(at, "S")];
    document.model.channels.push(channel(parameters));
    document.model.schemas.clear();
    let settings = DocumentSettings::for_file("doc.yaml");
    let list = contradictions(&document.model, &document.sources, &settings);
    assert_eq!(list.len(), 1);
    let one = &list[0];
    assert_eq!(
        (one.kind.code(), &*one.evidence[0].found),
        ("unknown-value", "the string \"M\"")
    );
    assert_eq!(one.expected, "one of \"S\", \"L\"");
}

#[test]
fn examples_of_messages_belong_to_payload_and_headers() {
    let mut document =
        document("N: { type: integer }\nexamples: { example: { payload: x, headers: 1 } }");
    let root = document.sources.cursor(document.model.at.file);
    let example = root
        .get("examples")
        .and_then(|at| at.get("example"))
        .expect("it is there");
    let message = Message {
        at: root.origin,
        name: "lamp".to_owned(),
        within: None,
        other_names: Vec::new(),
        docs: Docs::default(),
        payload: Some(SchemaId(0)),
        headers: Some(SchemaId(0)),
        content_type: None,
        correlation_id: None,
        response: None,
        examples: vec![MessageExample {
            name: None,
            headers: example.get("headers"),
            payload: example.get("payload"),
        }],
        bindings: Vec::new(),
    };
    document.model.messages.push(message);
    document.model.schemas.truncate(1);
    let settings = DocumentSettings::for_file("doc.yaml");
    let list = contradictions(&document.model, &document.sources, &settings);
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].evidence[0].found, "the string \"x\"");
    assert_eq!(valid(&document.model).len(), 1);
}
