//! What tells the members of a union apart.
//!
//! In: two unions and which member is which. Out: findings about the key and its values.
//! A tag that is a constant of the member's own is told of there.

use serde_json::Value;

use super::{Twins, tag};
use crate::diff::Comparer;
use crate::diff::finding::Finding;
use crate::diff::rules::table;
use crate::diff::view::View;
use crate::model::{Discriminator, SchemaId, Shape, Union};

impl Comparer<'_> {
    /// Compares discriminators.
    pub(super) fn discriminators(&mut self, twins: &Twins<'_>, pairs: &[(usize, usize)]) {
        let (old, new) = (&twins.old.discriminator, &twins.new.discriminator);
        let key = |one: &Option<Discriminator>| one.as_ref().map(|one| one.property.clone());
        if key(old) != key(new) {
            let value = |key: Option<String>| key.map_or(Value::Null, Value::from);
            let fields = has_field(&self.old, twins.old, new.as_ref())
                || has_field(&self.new, twins.new, old.as_ref());
            let finding = Finding::at(
                if fields {
                    &table::DISCRIMINATOR_FIELD_CHANGED
                } else {
                    &table::DISCRIMINATOR_CHANGED
                },
                twins.places.clone(),
                twins.scope,
            );
            self.findings
                .push(finding.before(value(key(old))).after(value(key(new))));
            return;
        }
        for &(one, other) in pairs {
            let (before, after) = (tag(twins.old, one), tag(twins.new, other));
            let own =
                is_constant(&self.old, twins.old, one) && is_constant(&self.new, twins.new, other);
            if before != after && !own {
                let value = |tag: Option<String>| tag.map_or(Value::Null, Value::from);
                let finding = Finding::at(
                    &table::DISCRIMINATOR_VALUE_CHANGED,
                    twins.places.clone(),
                    twins.scope,
                );
                let label = self.label_new(twins.new.members[other]);
                self.findings.push(
                    finding
                        .subject(label)
                        .before(value(before))
                        .after(value(after)),
                );
            }
        }
    }
}

/// Whether any member has a field of the key that is a tag in the other document.
fn has_field(view: &View<'_>, union: &Union, tag: Option<&Discriminator>) -> bool {
    let field = |id: &SchemaId| match (view.shape(*id), tag) {
        (Shape::Object(member), Some(tag)) => {
            let mut keys = member
                .properties
                .iter()
                .filter(|one| one.name == tag.property);
            keys.any(|one| !view.is_fixed(view.target(*id), one))
        }
        _ => false,
    };
    union.members.iter().any(field)
}

/// Whether a member's tag is a constant of its own, of which the member itself tells.
fn is_constant(view: &View<'_>, union: &Union, index: usize) -> bool {
    let (Some(tag), Shape::Object(member)) =
        (&union.discriminator, view.shape(union.members[index]))
    else {
        return false;
    };
    let mut keys = member
        .properties
        .iter()
        .filter(|one| one.name == tag.property);
    keys.any(|one| matches!(view.shape(one.schema), Shape::Const(_)))
}
