//! Which value of the tag property stands for which member.
//!
//! In: a discriminator and the members that it tells apart. Out: a value for each: from the mapping, else the
//! member's constant, else its declared name.
//! This room never decides whether that is enough.

use super::Schemas;
use super::body::Tag;
use super::simplify::Members;
use crate::model::{Discriminator, SchemaId, Shape};
use crate::resolve::Context;
use serde_json::Value;

impl Schemas {
    /// The discriminator of a union, with a value for each member.
    pub(super) fn discriminator(
        &mut self,
        context: &mut Context<'_>,
        tag: &Tag,
        members: &Members,
    ) -> Discriminator {
        let mapping = self.mapping(context, tag, members);
        let values = members.iter().map(|member| {
            let mapped = mapping.get(&member.1).cloned();
            mapped.or_else(|| self.stated_value(&tag.property, *member))
        });
        let values = values.collect();
        Discriminator {
            at: tag.at.clone(),
            property: tag.property.clone(),
            values,
        }
    }

    /// Whether a member is itself a union told apart by the property: then the values are those of its members.
    fn is_told_by(&self, property: &str, member: SchemaId) -> bool {
        let Some(Shape::Union(union)) = self.seen(member) else {
            return false;
        };
        let tag = union.discriminator.as_ref();
        tag.is_some_and(|tag| tag.property == property)
    }

    fn stated_value(&self, property: &str, (stated, end): (SchemaId, SchemaId)) -> Option<String> {
        let name = || {
            self.entry(stated)
                .name
                .clone()
                .or_else(|| self.entry(end).name.clone())
        };
        if self.is_told_by(property, end) {
            return None;
        }
        let Shape::Object(object) = self.flat_shape(end) else {
            return name();
        };
        let Some(property) = object
            .properties
            .iter()
            .find(|known| known.name == property)
        else {
            return name();
        };
        match self.flat_shape(property.schema) {
            Shape::Const(Value::String(text)) => Some(text.clone()),
            Shape::Const(_) => None,
            Shape::Enum(values) => match values.values.as_slice() {
                [only] => only.value.as_str().map(str::to_owned),
                several => name().filter(|name| several.iter().any(|value| value.value == **name)),
            },
            _ => name(),
        }
    }
}
