//! Models made by hand for the tests: the few keywords that they need, read straight from schemas in YAML.

use std::collections::BTreeSet;
use std::path::Path;

use crate::model::{
    Additional, Discriminator, Docs, Enum, EnumValue, Info, Model, Object, Presence, Property,
    Scalar, ScalarKind, Schema, SchemaId, Shape, Union, UnionKind,
};
use crate::source::{Cursor, Node, Sources};

/// A document that holds nothing but schemas: a map from names to schemas.
pub(super) struct Document {
    pub(super) sources: Sources,
    pub(super) model: Model,
}

pub(super) fn document(text: &str) -> Document {
    let mut sources = Sources::default();
    let file = sources
        .add(Path::new("doc.yaml"), text)
        .expect("it is YAML");
    let root = sources.cursor(file);
    let mut schemas: Vec<Schema> = Vec::new();
    let named = root.entries();
    let names: Vec<String> = named.iter().map(|(name, _)| name.clone()).collect();
    schemas.extend(named.iter().map(|(_, at)| blank(at)));
    for (index, (_, at)) in named.iter().enumerate() {
        let schema = Reader {
            names: &names,
            schemas: &mut schemas,
        }
        .schema(at);
        schemas[index] = schema;
    }
    Document {
        sources,
        model: model(root, schemas),
    }
}

fn model(root: Cursor, schemas: Vec<Schema>) -> Model {
    Model {
        at: root.origin,
        asyncapi: "2.1.0".to_owned(),
        info: Info::default(),
        default_content_type: None,
        servers: Vec::new(),
        channels: Vec::new(),
        operations: Vec::new(),
        messages: Vec::new(),
        schemas,
        security_schemes: Vec::new(),
        files: Vec::new(),
        ignored: Vec::new(),
        stated: Vec::new(),
    }
}

fn blank(at: &Cursor) -> Schema {
    Schema {
        at: at.origin.clone(),
        name: None,
        docs: Docs::default(),
        nullable: false,
        default: None,
        constraints: Vec::new(),
        shape: Shape::Any,
    }
}

struct Reader<'a> {
    names: &'a [String],
    schemas: &'a mut Vec<Schema>,
}

impl Reader<'_> {
    fn id(&mut self, at: &Cursor) -> SchemaId {
        if let Some(name) = text(at, "$ref") {
            return self.named(&name);
        }
        let schema = self.schema(at);
        self.schemas.push(schema);
        SchemaId(u32::try_from(self.schemas.len() - 1).expect("few"))
    }

    fn named(&self, name: &str) -> SchemaId {
        let index = self
            .names
            .iter()
            .position(|one| one == name)
            .expect("it is declared");
        SchemaId(u32::try_from(index).expect("few"))
    }

    fn schema(&mut self, at: &Cursor) -> Schema {
        let mut schema = blank(at);
        schema.shape = self.shape(at);
        schema.nullable = at.get("nullable").is_some();
        schema.default = at.get("default").map(|default| default.node.to_json());
        schema.docs.examples = at.get("example").into_iter().collect();
        let many = at.get("examples").map(|list| list.items());
        schema.docs.examples.extend(many.into_iter().flatten());
        schema
    }

    fn shape(&mut self, at: &Cursor) -> Shape {
        if let Some(name) = text(at, "$ref") {
            return Shape::Alias(self.named(&name));
        }
        if let Some(value) = at.get("const") {
            return Shape::Const(value.node.to_json());
        }
        if let Some(values) = at.get("enum") {
            return Shape::Enum(Enum {
                values: values.items().iter().map(enum_value).collect(),
                open: false,
            });
        }
        for (key, kind) in [("oneOf", UnionKind::OneOf), ("anyOf", UnionKind::AnyOf)] {
            if let Some(members) = at.get(key) {
                return self.union(at, kind, &members);
            }
        }
        let kind = match text(at, "type").unwrap_or_default().as_str() {
            "object" => return self.object(at),
            "array" => return Shape::Array(self.id(&at.get("items").expect("items"))),
            "string" => ScalarKind::String,
            "integer" => ScalarKind::Integer,
            "number" => ScalarKind::Number,
            "boolean" => ScalarKind::Boolean,
            _ => return Shape::Any,
        };
        let number = |key| text(at, key).and_then(|text| text.parse().ok());
        let (minimum, maximum) = (number("minimum"), number("maximum"));
        Shape::Scalar(Scalar {
            kind,
            format: text(at, "format"),
            minimum,
            maximum,
        })
    }

    fn union(&mut self, at: &Cursor, kind: UnionKind, members: &Cursor) -> Shape {
        let refs: Vec<Option<String>> = members
            .items()
            .iter()
            .map(|member| text(member, "$ref"))
            .collect();
        let members = members
            .items()
            .iter()
            .map(|member| self.id(member))
            .collect();
        let discriminator = at.get("discriminator").map(|key| Discriminator {
            property: key.node.as_text().unwrap_or_default().to_owned(),
            at: key.origin,
            values: refs,
        });
        Shape::Union(Union {
            kind,
            members,
            discriminator,
        })
    }

    fn object(&mut self, at: &Cursor) -> Shape {
        let required: Vec<String> = at
            .get("required")
            .iter()
            .flat_map(Cursor::items)
            .filter_map(|one| own_text(&one))
            .collect();
        let properties = at
            .get("properties")
            .map(|properties| properties.entries())
            .unwrap_or_default();
        let property = |(name, at): (String, Cursor)| Property {
            schema: self.id(&at),
            presence: if required.contains(&name) {
                Presence::Required
            } else {
                Presence::Optional
            },
            at: at.origin,
            name,
            docs: None,
        };
        let properties = properties.into_iter().map(property).collect();
        let additional = match at.get("additionalProperties") {
            None => Additional::Unspecified,
            Some(other) => match other.node.as_bool() {
                Some(false) => Additional::Closed,
                Some(true) => Additional::Open,
                None => Additional::Schema(self.id(&other)),
            },
        };
        Shape::Object(Object {
            properties,
            additional,
            patterns: Vec::new(),
            implied: BTreeSet::new(),
        })
    }
}

fn enum_value(at: &Cursor) -> EnumValue {
    EnumValue {
        value: at.node.to_json(),
        at: at.origin.clone(),
        name: None,
        description: None,
    }
}

fn text(at: &Cursor, key: &str) -> Option<String> {
    own_text(&at.get(key)?)
}

fn own_text(at: &Cursor) -> Option<String> {
    Node::as_text(&at.node).map(str::to_owned)
}
