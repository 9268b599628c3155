//! A package with every kind of item, and items named like everything that generated text mentions.

use serde_json::json;

use super::build::{
    address, alias, boxed, const_key, docs, field, file, hole, id, keys, literal, named, newtype,
    object, parameter, schema, server, string_enum, tag, union, variant,
};
use crate::rust::{
    Constant, ConstantValue, FieldKind, FileKind, Item, JsonKind, Module, Package, Route, Type,
    UnknownKeys, ValueEnum, ValueVariant,
};

/// Every kind of item, in files of every kind.
pub(in crate::emit) fn package() -> Package {
    let files = vec![
        file("agent", FileKind::Schemas, agent()),
        file("events", FileKind::Channel, events()),
        file("other", FileKind::Channel, other()),
        file("scalars", FileKind::Schemas, scalars()),
        file("servers", FileKind::Servers, servers()),
        file("shadows", FileKind::Schemas, shadows()),
    ];
    let constant = |name: &str, value| Constant {
        name: id(name),
        docs: docs("A fact."),
        value,
    };
    let module = Module {
        name: id("sample"),
        source: "spec/sample.yaml".to_owned(),
        docs: docs("A sample."),
        constants: vec![
            constant("TITLE", ConstantValue::Text("A \"title\"".to_owned())),
            constant(
                "TAGS",
                ConstantValue::Texts(vec!["a".to_owned(), "b".to_owned()]),
            ),
        ],
        files,
        root_channel: Some(id("events")),
    };
    Package {
        modules: vec![module],
        ..Package::default()
    }
}

fn agent() -> Vec<Item> {
    let mut agent = object(
        "Agent",
        vec![
            field("id", "id", FieldKind::Required, named("AgentId")),
            field("name", "name", FieldKind::Required, Type::Text),
            field("state", "state", FieldKind::Optional, named("AgentState")),
            field("r#type", "type", FieldKind::Nullable, Type::Integer("i64")),
            field(
                "chief",
                "chief",
                FieldKind::Optional,
                Type::Boxed(boxed(named("Agent"))),
            ),
            field(
                "places",
                "places",
                FieldKind::Required,
                Type::Vec(boxed(Type::Map(boxed(Type::Number)))),
            ),
            field(
                "pair",
                "pair",
                FieldKind::Optional,
                Type::Tuple(vec![Type::Bool, Type::Value]),
            ),
            field(
                "one",
                "one",
                FieldKind::Required,
                Type::Nullable(boxed(Type::OneOrMany(boxed(Type::Text)))),
            ),
        ],
    );
    agent.constants = vec![
        const_key("event", json!("agent"), true),
        const_key("version", json!(-1), false),
    ];
    agent.unknown = UnknownKeys::Keep(id("entries"), Type::Value);
    let mut closed = object(
        "Closed",
        vec![field("token", "token", FieldKind::Optional, Type::Secret)],
    );
    closed.constants = vec![const_key("event", json!("closed"), true)];
    closed.unknown = UnknownKeys::Refuse;
    vec![
        Item::Struct(agent),
        Item::StringEnum(string_enum(
            "AgentState",
            &[("LoggedIn", "LOGGED_IN"), ("Away", "away \"now\"")],
        )),
        Item::Struct(closed),
    ]
}

fn events() -> Vec<Item> {
    let route = Route {
        tag: tag("event", &[("Agent", "agent"), ("Closed", "closed")]),
        keys: vec![keys("Envelope", &["correlationId", "family", "sentAt"])],
        ..Route::default()
    };
    let members = ["Agent", "Closed", "Envelope"].map(|name| variant(name, named(name)));
    let envelope = object(
        "Envelope",
        vec![field("family", "family", FieldKind::Optional, Type::Text)],
    );
    vec![
        Item::Union(union("ServerMessage", members.into(), route)),
        Item::Struct(envelope),
        Item::Address(address(
            "ADDRESS",
            "/v1/{events}",
            Vec::new(),
            vec![literal("/v1/{events}")],
        )),
    ]
}

fn other() -> Vec<Item> {
    let parameters = vec![
        parameter("region", Some("Region"), None),
        parameter("r#type", None, Some("all")),
    ];
    let segments = vec![
        literal("/{v}/"),
        hole("region"),
        literal("/"),
        hole("r#type"),
    ];
    vec![
        Item::Address(address(
            "Address",
            "/{v}/{region}/{type}",
            parameters,
            segments,
        )),
        Item::StringEnum(string_enum("Region", &[("North", "north")])),
    ]
}

fn scalars() -> Vec<Item> {
    let kinds = vec![
        (JsonKind::Number, id("Count")),
        (JsonKind::String, id("Label")),
        (JsonKind::Array, id("List")),
    ];
    let members = vec![
        variant("Count", Type::Integer("i64")),
        variant("Label", Type::Text),
        variant("List", named("Names")),
    ];
    vec![
        Item::Newtype(newtype("AgentId", Type::Text)),
        Item::Newtype(newtype("Token", Type::Secret)),
        Item::Newtype(newtype("Count", Type::Integer("i64"))),
        Item::Newtype(newtype("Ratio", Type::Number)),
        Item::Alias(alias("Names", Type::Vec(boxed(Type::Text)))),
        Item::Union(union(
            "Reading",
            members,
            Route {
                kinds,
                ..Route::default()
            },
        )),
    ]
}

fn servers() -> Vec<Item> {
    let port = || parameter("port", None, Some("443"));
    let url = || vec![literal("wss://"), hole("host"), literal(":"), hole("port")];
    vec![
        Item::Server(server(
            "Fixed",
            Vec::new(),
            vec![literal("wss://example.com")],
        )),
        Item::Server(server(
            "Production",
            vec![parameter("host", None, Some("a.example")), port()],
            url(),
        )),
        Item::Server(server(
            "Custom",
            vec![parameter("host", None, None), port()],
            url(),
        )),
    ]
}

/// Items that carry the names which generated text uses for other things.
fn shadows() -> Vec<Item> {
    let fields = vec![
        field(
            "option",
            "option",
            FieldKind::Required,
            Type::Vec(boxed(named("Option"))),
        ),
        field("text", "text", FieldKind::Optional, Type::Text),
        field(
            "string",
            "string",
            FieldKind::Optional,
            Type::Boxed(boxed(named("Text"))),
        ),
    ];
    let names = [
        "Option", "None", "Some", "Ok", "Err", "Result", "String", "Vec", "Box", "Into", "From",
        "Default",
    ];
    let names = names.into_iter().chain([
        "Text", "Value", "Unknown", "Map", "Number", "Iterator", "Send", "Clone", "Debug",
    ]);
    let newtypes = names.map(|name| Item::Newtype(newtype(name, Type::Text)));
    std::iter::once(Item::Struct(object("Shadows", fields)))
        .chain(newtypes)
        .collect()
}

pub(in crate::emit) fn value_enum() -> ValueEnum {
    let variant = |name: &str, wire: serde_json::Value| ValueVariant {
        name: id(name),
        docs: docs(&format!("`{wire}`")),
        wire,
    };
    let variants = vec![
        variant("One", json!(1)),
        variant("Half", json!(-0.5)),
        variant("Yes", json!(true)),
        variant("Null", json!(null)),
        variant("Pair", json!([1, "a"])),
    ];
    ValueEnum {
        at: schema("Level"),
        name: id("Level"),
        docs: Vec::new(),
        variants,
    }
}
