mod channels;

use super::package;
use crate::pointer::Pointer;
use crate::rust::{
    ConstKey, Constant, ConstantValue, DEPRECATED, Field, FieldKind, File, FileKind, Ident, Item,
    Module, Newtype, Package, StringEnum, StringVariant, Struct, Type, UnknownKeys,
};
use crate::source::{FileId, Origin};

fn at() -> Origin {
    let (file, pointer) = (FileId(0), Pointer::root());
    Origin { file, pointer }
}

fn docs() -> Vec<String> {
    vec!["Words.".to_owned()]
}

fn named(name: &str) -> Type {
    Type::Named(Ident::new(name))
}

fn field(name: &str, wire: &str, ty: Type, kind: FieldKind) -> Field {
    let (name, wire) = (Ident::new(name), wire.to_owned());
    Field {
        at: at(),
        name,
        wire,
        docs: docs(),
        ty,
        kind,
    }
}

fn object(name: &str, fields: Vec<Field>, unknown: UnknownKeys) -> Struct {
    let (name, constants) = (Ident::new(name), Vec::new());
    Struct {
        at: at(),
        name,
        docs: docs(),
        constants,
        fields,
        unknown,
    }
}

fn file(name: &str, kind: FileKind, items: Vec<Item>) -> File {
    File {
        name: Ident::new(name),
        kind,
        at: None,
        docs: docs(),
        items,
    }
}

fn outline(files: Vec<File>) -> String {
    let version = Constant {
        name: Ident::new("VERSION"),
        docs: docs(),
        value: ConstantValue::Text("1.0".to_owned()),
    };
    let module = Module {
        name: Ident::new("lamps"),
        source: "spec/lamps.yaml".to_owned(),
        docs: docs(),
        constants: vec![version],
        files,
        root_channel: Some(Ident::new("switch")),
    };
    package(&Package {
        modules: vec![module],
        ..Package::default()
    })
}

fn schemas(items: Vec<Item>) -> String {
    let text = outline(vec![file("lamp", FileKind::Schemas, items)]);
    let facts = text.split_once("VERSION = \"1.0\"\n").expect("a constant");
    facts.1.to_owned()
}

#[test]
fn objects_name_themselves_in_every_line() {
    let mut lamp = object(
        "Lamp",
        vec![
            field("lamp_id", "lampId", named("LampId"), FieldKind::Required),
            field("r#type", "type", Type::Text, FieldKind::Optional),
            field(
                "odd_key",
                "odd key",
                Type::Vec(Box::new(Type::Tuple(vec![
                    Type::Number,
                    Type::Integer("u8"),
                ]))),
                FieldKind::Nullable,
            ),
        ],
        UnknownKeys::Keep(Ident::new("entries"), Type::Value),
    );
    lamp.fields[1].docs.push(DEPRECATED.to_owned());
    lamp.constants.push(ConstKey {
        at: at(),
        wire: "event".to_owned(),
        value: "lamp".into(),
        required: true,
    });
    let id = Newtype {
        at: at(),
        name: Ident::new("LampId"),
        docs: docs(),
        inner: Type::Text,
    };
    assert_eq!(
        schemas(vec![Item::Struct(lamp), Item::Newtype(id)]),
        "\
struct Lamp
Lamp keeps other keys → entries: Map<Value>
Lamp.event = \"lamp\"
Lamp.lampId → lamp_id: LampId
Lamp.type → r#type: Option<Text> (deprecated)
Lamp[\"odd key\"] → odd_key: Option<Option<Vec<(Number, u8)>>>
newtype LampId(Text)
"
    );
}

#[test]
fn one_field_more_is_one_line_more() {
    let field = |name| field(name, name, Type::Text, FieldKind::Optional);
    let lamp = |fields| vec![Item::Struct(object("Lamp", fields, UnknownKeys::Refuse))];
    let before = schemas(lamp(vec![field("a"), field("c")]));
    let after = schemas(lamp(vec![field("a"), field("b"), field("c")]));
    assert!(before.lines().all(|line| after.contains(line)));
    assert_eq!(after.lines().count(), before.lines().count() + 1);
}

#[test]
fn enums_list_their_values() {
    let state = StringEnum {
        at: at(),
        name: Ident::new("LampState"),
        docs: docs(),
        variants: vec![StringVariant {
            name: Ident::new("On"),
            wire: "ON".to_owned(),
            docs: docs(),
        }],
    };
    let text = schemas(vec![Item::StringEnum(state)]);
    assert_eq!(text, "enum LampState\nLampState::On = \"ON\"\n");
}
