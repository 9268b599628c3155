//! The mapping of a discriminator: which member each value means.
//!
//! In: the entries of a mapping, each a reference or the name of a schema, and the members. Out: the first value of each
//! member; an entry that means none, or that comes second, is put on record. An entry means the member that stands
//! at a place on its way, else the one that refers there, else, where it leads to no schema, the one of its name.
//! This room never looks at properties.

use std::collections::BTreeMap;

use super::Schemas;
use super::body::{Mapped, Tag};
use super::simplify::Members;
use crate::model::SchemaId;
use crate::pointer::Pointer;
use crate::resolve::Context;
use crate::source::{Cursor, Origin};

/// Values by the member that they mean, as it came out.
pub(super) type Mapping = BTreeMap<SchemaId, String>;

/// Every place on the way to the schema that an entry means: a component by its name, or by reference.
pub(super) fn places(context: &mut Context<'_>, at: &Cursor, target: &str) -> Vec<Origin> {
    let components = Pointer::root().push("components").push("schemas");
    let component = Origin {
        file: context.document,
        pointer: components.push(target),
    };
    let declared = !target.is_empty() && context.sources.at(&component).is_some();
    let document = context.sources.cursor(context.document);
    match declared {
        true => context.places(&document, &component.pointer.to_string()),
        false => context.places(at, target),
    }
}

impl Schemas {
    /// The value that a mapping gives to each member.
    pub(super) fn mapping(
        &mut self,
        context: &mut Context<'_>,
        tag: &Tag,
        members: &Members,
    ) -> Mapping {
        let mut mapping = Mapping::new();
        for mapped in &tag.mapping {
            let reason = match self.mapped_member(mapped, members) {
                None => "leads to no member of the union",
                Some(member) if mapping.contains_key(&member) => "a second value for one member",
                Some(member) => {
                    mapping.insert(member, mapped.value.clone());
                    continue;
                }
            };
            self.ignore(context, &mapped.at.origin, "mapping", reason);
        }
        mapping
    }

    /// The member that an entry means, as it came out.
    fn mapped_member(&self, mapped: &Mapped, members: &Members) -> Option<SchemaId> {
        let places = mapped.places.iter();
        let ids: Vec<SchemaId> = places
            .filter_map(|place| self.by_origin.get(place).copied())
            .collect();
        let member = |is_meant: &dyn Fn(SchemaId, SchemaId) -> bool| {
            let member = members.iter().find(|&&(stated, end)| is_meant(stated, end));
            member.map(|&(_, end)| end)
        };
        if ids.is_empty() {
            let name = last_part(&mapped.target);
            let named = |id: SchemaId| self.entry(id).name.as_deref() == Some(name);
            return member(&|stated, end| named(stated) || named(end));
        }
        let itself = |id: SchemaId| member(&|stated, end| stated == id || end == id);
        let behind =
            |id: SchemaId| member(&|stated, end| self.meant(stated) == id || self.meant(end) == id);
        let direct = ids.iter().find_map(|&id| itself(id));
        direct.or_else(|| ids.iter().find_map(|&id| behind(self.meant(id))))
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
