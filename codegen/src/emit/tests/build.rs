//! Short ways to write items by hand.

use crate::pointer::Pointer;
use crate::rust::{
    Address, Alias, ConstKey, Field, FieldKind, File, FileKind, Ident, Item, JsonKind, KeyEvidence,
    Newtype, Parameter, Route, Segment, Server, StringEnum, StringVariant, Struct, Tag, TagValue,
    TagWriter, Type, Union, UnknownKeys, Variant,
};
use crate::source::{FileId, Origin};

pub(in crate::emit) fn id(name: &str) -> Ident {
    Ident::new(name)
}

pub(in crate::emit) fn at(pointer: &str) -> Origin {
    let pointer = Pointer::parse(pointer).expect("a pointer");
    Origin {
        file: FileId(0),
        pointer,
    }
}

pub(in crate::emit) fn schema(name: &str) -> Origin {
    at(&format!("/components/schemas/{name}"))
}

pub(in crate::emit) fn docs(line: &str) -> Vec<String> {
    vec![line.to_owned()]
}

pub(in crate::emit) fn named(name: &str) -> Type {
    Type::Named(id(name))
}

pub(in crate::emit) fn boxed(ty: Type) -> Box<Type> {
    Box::new(ty)
}

pub(in crate::emit) fn field(name: &str, wire: &str, kind: FieldKind, ty: Type) -> Field {
    let docs = docs(&format!("What `{wire}` is."));
    Field {
        at: schema(wire),
        name: id(name),
        wire: wire.to_owned(),
        docs,
        ty,
        kind,
    }
}

pub(in crate::emit) fn object(name: &str, fields: Vec<Field>) -> Struct {
    let docs = docs("An object.");
    Struct {
        at: schema(name),
        name: id(name),
        docs,
        constants: Vec::new(),
        fields,
        unknown: UnknownKeys::Skip,
    }
}

pub(in crate::emit) fn const_key(wire: &str, value: serde_json::Value, required: bool) -> ConstKey {
    ConstKey {
        at: schema(wire),
        wire: wire.to_owned(),
        value,
        required,
    }
}

pub(in crate::emit) fn string_enum(name: &str, values: &[(&str, &str)]) -> StringEnum {
    let variant = |(name, wire): &(&str, &str)| StringVariant {
        name: id(name),
        wire: (*wire).to_owned(),
        docs: docs(&format!("`{wire}`")),
    };
    StringEnum {
        at: schema(name),
        name: id(name),
        docs: docs("A state."),
        variants: values.iter().map(variant).collect(),
    }
}

pub(in crate::emit) fn newtype(name: &str, inner: Type) -> Newtype {
    Newtype {
        at: schema(name),
        name: id(name),
        docs: docs("A value of its own."),
        inner,
    }
}

pub(in crate::emit) fn alias(name: &str, ty: Type) -> Alias {
    Alias {
        at: schema(name),
        name: id(name),
        docs: docs("Another name."),
        ty,
    }
}

pub(in crate::emit) fn variant(name: &str, ty: Type) -> Variant {
    Variant {
        name: id(name),
        ty,
        docs: docs(&format!("`{name}`")),
    }
}

pub(in crate::emit) fn union(name: &str, variants: Vec<Variant>, route: Route) -> Union {
    Union {
        at: schema(name),
        name: id(name),
        docs: docs("One of these."),
        variants,
        route,
    }
}

pub(in crate::emit) fn tag(key: &str, values: &[(&str, &str)]) -> Option<Tag> {
    let value = |(variant, wire): &(&str, &str)| TagValue {
        wire: (*wire).to_owned(),
        constant: Ident::new(wire.to_uppercase()),
        variant: id(variant),
        writer: TagWriter::Member,
    };
    Some(Tag {
        key: key.to_owned(),
        kind: JsonKind::String,
        values: values.iter().map(value).collect(),
    })
}

pub(in crate::emit) fn parameter(name: &str, ty: Option<&str>, default: Option<&str>) -> Parameter {
    let (ty, default) = (ty.map(id), default.map(str::to_owned));
    Parameter {
        name: id(name),
        wire: name.to_owned(),
        docs: docs("A part."),
        ty,
        default,
    }
}

pub(in crate::emit) fn server(name: &str, parameters: Vec<Parameter>, url: Vec<Segment>) -> Server {
    let security = vec![(
        "token".to_owned(),
        "httpApiKey".to_owned(),
        vec!["read".to_owned()],
    )];
    Server {
        at: at("/servers/x"),
        name: id(name),
        docs: docs("A server."),
        protocol: "wss".to_owned(),
        url,
        parameters,
        security,
    }
}

pub(in crate::emit) fn address(
    name: &str,
    template: &str,
    parameters: Vec<Parameter>,
    segments: Vec<Segment>,
) -> Address {
    let docs = docs("Where it is.");
    Address {
        at: at("/channels/x"),
        name: id(name),
        docs,
        template: template.to_owned(),
        segments,
        parameters,
    }
}

pub(in crate::emit) fn literal(text: &str) -> Segment {
    Segment::Literal(text.to_owned())
}

pub(in crate::emit) fn hole(name: &str) -> Segment {
    Segment::Parameter(id(name))
}

pub(in crate::emit) fn file(name: &str, kind: FileKind, items: Vec<Item>) -> File {
    File {
        name: id(name),
        kind,
        at: Some(schema(name)),
        docs: docs("A file."),
        items,
    }
}

pub(in crate::emit) fn keys(variant: &str, own: &[&str]) -> KeyEvidence {
    let own = own.iter().map(|key| (*key).to_owned()).collect();
    KeyEvidence {
        variant: id(variant),
        own,
        shared: Vec::new(),
        required: Vec::new(),
    }
}
