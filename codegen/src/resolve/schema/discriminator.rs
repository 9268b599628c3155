//! Which value of the tag property stands for which member.
//!
//! In: a discriminator and the members that it tells apart. Out: a value for each: from the mapping, else the
//! member's constant, else its declared name.
//! This room never decides whether that is enough.

use std::collections::BTreeMap;

use super::Schemas;
use super::body::{Mapped, Tag};
use super::simplify::Members;
use crate::model::{Discriminator, SchemaId, Shape};
use crate::pointer::Pointer;
use crate::resolve::Context;
use crate::source::Origin;
use serde_json::Value;

/// The first value that a mapping gives to each schema and to each name.
#[derive(Default)]
struct Mapping {
    by_id: BTreeMap<SchemaId, String>,
    by_name: BTreeMap<String, String>,
}

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
            let mapped = self.mapped_value(&mapping, *member);
            mapped.or_else(|| self.stated_value(&tag.property, *member))
        });
        let values = values.collect();
        Discriminator {
            at: tag.at.clone(),
            property: tag.property.clone(),
            values,
        }
    }

    fn mapping(&mut self, context: &mut Context<'_>, tag: &Tag, members: &Members) -> Mapping {
        let mut mapping = Mapping::default();
        for mapped in &tag.mapping {
            let id = self.mapped_id(mapped);
            let name = last_part(&mapped.target).to_owned();
            let fresh = match id {
                Some(id) => !mapping.by_id.contains_key(&id),
                None => !mapping.by_name.contains_key(&name),
            };
            let known = members.iter().any(|&(stated, end)| {
                id.is_some_and(|id| id == stated || id == end)
                    || self.entry(stated).name.as_deref() == Some(&name)
            });
            match (known, fresh) {
                (false, _) => self.ignore(
                    context,
                    &mapped.at.origin,
                    "mapping",
                    "leads to no member of the union",
                ),
                (true, false) => self.ignore(
                    context,
                    &mapped.at.origin,
                    "mapping",
                    "a second value for one member",
                ),
                (true, true) => {
                    mapping
                        .by_id
                        .extend(id.map(|id| (id, mapped.value.clone())));
                    mapping
                        .by_name
                        .entry(name)
                        .or_insert_with(|| mapped.value.clone());
                }
            }
        }
        mapping
    }

    fn mapped_value(
        &self,
        mapping: &Mapping,
        (stated, end): (SchemaId, SchemaId),
    ) -> Option<String> {
        let name = self
            .entry(stated)
            .name
            .as_ref()
            .or(self.entry(end).name.as_ref());
        let by_id = mapping
            .by_id
            .get(&stated)
            .or_else(|| mapping.by_id.get(&end));
        by_id.or_else(|| mapping.by_name.get(name?)).cloned()
    }

    /// The schema that a mapping's reference leads to, when it is known.
    fn mapped_id(&self, mapped: &Mapped) -> Option<SchemaId> {
        let pointer = mapped
            .target
            .strip_prefix('#')
            .and(Pointer::parse(&mapped.target))?;
        self.by_origin
            .get(&Origin {
                file: mapped.at.origin.file,
                pointer,
            })
            .copied()
    }

    fn stated_value(&self, property: &str, (stated, end): (SchemaId, SchemaId)) -> Option<String> {
        let name = || {
            self.entry(stated)
                .name
                .clone()
                .or_else(|| self.entry(end).name.clone())
        };
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

/// `other.yaml#/components/schemas/Dog` → `Dog`, `dog.json` → `dog`, `Dog` → `Dog`.
fn last_part(target: &str) -> &str {
    let last = target
        .rsplit(['/', '#'])
        .find(|part| !part.is_empty())
        .unwrap_or(target);
    let file = [".json", ".yaml", ".yml", ".avsc"]
        .iter()
        .find_map(|end| last.strip_suffix(end));
    file.unwrap_or(last)
}
