//! `allOf`, `oneOf`, `anyOf` and `discriminator`, as they stand.
//!
//! In: a node. Out: ids of the parts and members, and the tag. What they come to is worked out later.
//! This room never looks into a part.

use std::sync::Arc;

use super::Schemas;
use super::body::{Body, Choice, Keyword, Mapped, Member, Tag};
use super::json::Reader;
use super::mapping;
use crate::model::{SchemaId, StatedKeyword};
use crate::source::Cursor;

impl Reader<'_, '_> {
    /// The parts of `allOf`.
    pub(super) fn parents(&mut self, cursor: &Cursor) -> Vec<SchemaId> {
        let (_, parts) = self.list(cursor, "allOf");
        parts.into_iter().map(|part| self.child(part)).collect()
    }

    /// Adds the unions; gives the tag back when there is none.
    pub(super) fn add_choices(
        &mut self,
        cursor: &Cursor,
        body: &mut Body,
        mut tag: Option<Tag>,
    ) -> Option<Tag> {
        for (word, keyword) in [("oneOf", Keyword::OneOf), ("anyOf", Keyword::AnyOf)] {
            let (at, members) = self.list(cursor, word);
            if let Some(at) = at {
                self.context.state(&at, StatedKeyword::Union(word));
                let members = members
                    .into_iter()
                    .map(|member| self.member(member))
                    .collect();
                body.choices
                    .push(self.schemas.choice(at, keyword, members, tag.take()));
            }
        }
        tag
    }

    /// The discriminator: AsyncAPI's property name, or OpenAPI's object.
    pub(super) fn tag(&mut self, cursor: &Cursor) -> Option<Tag> {
        let stated = cursor.get("discriminator")?;
        let property = match stated.node.as_mapping() {
            Some(mapping) => mapping
                .get("propertyName")
                .and_then(|entry| entry.value.as_text()),
            None => stated.node.as_text().filter(|_| !stated.node.is_null()),
        };
        let Some(property) = property else {
            self.malformed(
                &stated,
                "`discriminator` is the name of a property, or an object with `propertyName`",
            );
            return None;
        };
        let mapping = stated
            .get("mapping")
            .map_or_else(Vec::new, |mapping| mapping.entries());
        let mapping = mapping
            .into_iter()
            .filter_map(|entry| self.mapped(entry))
            .collect();
        Some(Tag {
            at: stated.origin.clone(),
            property: property.to_owned(),
            mapping,
        })
    }

    fn mapped(&mut self, (value, at): (String, Cursor)) -> Option<Mapped> {
        let target = at.node.as_text()?.to_owned();
        Some(Mapped {
            value,
            places: mapping::places(self.context, &at, &target),
            target,
            at,
        })
    }

    fn member(&mut self, cursor: Cursor) -> Member {
        let id = self.child(cursor);
        Member {
            stated: id,
            whole: id,
        }
    }

    /// A keyword that holds a list of schemas; an empty one says nothing.
    fn list(&mut self, cursor: &Cursor, keyword: &str) -> (Option<Cursor>, Vec<Cursor>) {
        let Some(list) = cursor.get(keyword) else {
            return (None, Vec::new());
        };
        let items = list.items();
        if list.node.as_sequence().is_none() && !list.node.is_null() {
            self.malformed(&list, &format!("`{keyword}` is a list of schemas"));
        } else if items.is_empty() {
            self.odd(
                &list,
                &format!("`{keyword}` lists no schema; it is read past"),
            );
        }
        ((!items.is_empty()).then_some(list), items)
    }
}

impl Schemas {
    /// A union as stated.
    pub(super) fn choice(
        &self,
        at: Cursor,
        keyword: Keyword,
        members: Vec<Member>,
        tag: Option<Tag>,
    ) -> Arc<Choice> {
        let offered = members
            .iter()
            .map(|member| self.meant(member.stated))
            .collect();
        Arc::new(Choice {
            at,
            keyword,
            members,
            offered,
            tag,
        })
    }

    /// The schema behind what stands beside references.
    pub(super) fn meant(&self, mut id: SchemaId) -> SchemaId {
        while let Some(target) = self.entry(id).stands_for {
            id = target;
        }
        id
    }
}
