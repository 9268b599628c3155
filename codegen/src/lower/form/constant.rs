//! Fixed values as types.
//!
//! In: constants of a document. Out: what holds one where it is no constant of a struct: in a list, in a union, or in a
//! field that may be absent.

use serde_json::Value;

use super::{Form, Forms};
use crate::model::{EnumValue, Presence, Shape};
use crate::rust::Type;

impl Forms<'_> {
    /// A string that is fixed where it is there, and may be absent, is an enum of one value: a field can say either.
    pub(super) fn open_optional_constants(&mut self) {
        let objects = self.model.schemas.iter();
        let objects = objects.filter_map(|schema| match &schema.shape {
            Shape::Object(object) => Some(&object.properties),
            _ => None,
        });
        let optional = objects
            .flatten()
            .filter(|it| it.presence == Presence::Optional);
        for property in optional {
            let schema = self.model.schema(property.schema);
            if let (Shape::Const(value @ Value::String(_)), None) = (&schema.shape, &schema.name) {
                let only = EnumValue {
                    value: value.clone(),
                    at: schema.at.clone(),
                    name: None,
                    description: None,
                };
                self.forms[property.schema.index()] = Form::StringEnum(vec![only]);
            }
        }
    }
}

/// The type that holds a fixed value where it is no key of an object.
pub(super) fn constant_type(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Bool,
        Value::Number(number) if number.is_i64() => Type::Integer("i64"),
        Value::Number(_) => Type::Number,
        Value::String(_) => Type::Text,
        Value::Array(_) | Value::Object(_) => Type::Value,
    }
}
