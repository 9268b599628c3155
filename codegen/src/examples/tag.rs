//! Examples of a union's members that lack the tag by which the union tells them apart.
//!
//! In: the unions of a model. Out: one finding for each union, with every such example.
//! An example of a member is right by the member's own schema; it is the union that could not read it.

use super::Evidence;
use super::Kind;
use super::finding::{Findings, Key};
use super::object::behind;
use super::settling::{self, Decisions};
use super::union::needs;
use crate::model::{Discriminator, Model, Presence, Schema, Shape};
use crate::source::Cursor;

pub(super) fn missing(model: &Model, decisions: &Decisions<'_>, findings: &mut Findings) {
    for schema in &model.schemas {
        let Shape::Union(union) = &schema.shape else {
            continue;
        };
        let Some(tag) = &union.discriminator else {
            continue;
        };
        let members = union
            .members
            .iter()
            .map(|member| model.schema(behind(model, *member)));
        for member in members.filter(|member| !requires(member, &tag.property)) {
            for example in member.docs.examples.iter().filter(|one| lacks(one, tag)) {
                add(decisions, findings, schema, tag, example);
            }
        }
    }
}

/// Whether a member requires the tag itself; then its example lacks a required key.
fn requires(member: &Schema, key: &str) -> bool {
    let Shape::Object(object) = &member.shape else {
        return false;
    };
    let mut properties = object.properties.iter();
    properties.any(|property| property.name == key && property.presence == Presence::Required)
}

fn lacks(example: &Cursor, tag: &Discriminator) -> bool {
    let mapping = example.node.as_mapping();
    mapping.is_some_and(|mapping| mapping.get(&tag.property).is_none())
}

fn add(
    decisions: &Decisions<'_>,
    findings: &mut Findings,
    union: &Schema,
    tag: &Discriminator,
    example: &Cursor,
) {
    let key = Key {
        schema: union.at.clone(),
        kind: Kind::MissingTag,
        expected: needs(tag),
        settled_by: decisions.settle(Kind::MissingTag, &[&union.at]),
    };
    let found = format!("no key {:?}", tag.property);
    let evidence = Evidence {
        at: example.place(),
        path: "$".to_owned(),
        found,
    };
    findings.add(key, settling::remedy(Kind::MissingTag), evidence);
}
