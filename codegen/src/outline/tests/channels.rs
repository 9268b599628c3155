use super::{at, docs, file, named, outline};
use crate::rust::{
    Address, FileKind, Ident, Item, JsonKind, KeyEvidence, Parameter, Route, Segment, Server, Tag,
    TagValue, TagWriter, Union, Variant,
};

fn message() -> Union {
    let variant = |name: &str| Variant {
        name: Ident::new(name),
        ty: named(name),
        docs: docs(),
    };
    let pong = TagValue {
        wire: "pong".to_owned(),
        constant: Ident::new("PONG"),
        variant: Ident::new("Pong"),
        writer: TagWriter::Member,
    };
    let route = Route {
        tag: Some(Tag {
            kind: JsonKind::String,
            key: "event".to_owned(),
            values: vec![pong],
        }),
        keys: vec![KeyEvidence {
            variant: Ident::new("Lamp"),
            own: vec!["lampId".to_owned()],
            shared: vec!["id".to_owned()],
            required: Vec::new(),
        }],
        ..Route::default()
    };
    let (name, variants) = (
        Ident::new("ServerMessage"),
        vec![variant("Pong"), variant("Lamp")],
    );
    Union {
        at: at(),
        name,
        docs: docs(),
        variants,
        route,
    }
}

#[test]
fn channels_show_address_and_evidence() {
    let address = Address {
        at: at(),
        name: Ident::new("Address"),
        docs: docs(),
        template: "/switch/{id}".to_owned(),
        segments: Vec::new(),
        parameters: vec![Parameter {
            name: Ident::new("id"),
            wire: "id".to_owned(),
            docs: docs(),
            ty: None,
            default: Some("one".to_owned()),
        }],
    };
    let items = vec![Item::Address(address), Item::Union(message())];
    assert_eq!(
        outline(vec![file("switch", FileKind::Channel, items)]),
        "\
module lamps from \"spec/lamps.yaml\"
module lamps re-exports switch
const VERSION = \"1.0\"
channel switch
address switch::Address \"/switch/{id}\"
switch::Address.{id} → id: String = \"one\"
union switch::ServerMessage by \"event\"
switch::ServerMessage::Pong(Pong)
switch::ServerMessage::Pong when \"event\" = \"pong\"
switch::ServerMessage::Lamp(Lamp)
switch::ServerMessage::Lamp when own key \"lampId\"
switch::ServerMessage::Lamp when shared key \"id\"
const switch::ServerMessage::PONG = \"pong\"
"
    );
}

#[test]
fn servers_show_url_and_security() {
    let server = Server {
        at: at(),
        name: Ident::new("Production"),
        docs: docs(),
        protocol: "wss".to_owned(),
        url: vec![
            Segment::Literal("wss://".to_owned()),
            Segment::Parameter(Ident::new("host")),
        ],
        parameters: Vec::new(),
        security: vec![(
            "key".to_owned(),
            "oauth2".to_owned(),
            vec!["read".to_owned()],
        )],
    };
    let text = outline(vec![file(
        "servers",
        FileKind::Servers,
        vec![Item::Server(server)],
    )]);
    let expected = "\
server servers::Production wss \"wss://{host}\"
servers::Production security \"key\" oauth2 \"read\"
";
    assert!(text.ends_with(expected), "{text}");
}
