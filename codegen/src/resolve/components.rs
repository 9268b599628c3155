//! The Components Object: everything that others refer to.
//!
//! In: the root's `components`. Out: all its schemas, in document order and before any other, its security
//! schemes, and all its messages, used or not. Other components count where something refers to them;
//! the rest is put on record as unused. This room never knows a channel.

use super::Context;
use super::draft::Draft;
use super::messages::Called;
use crate::document::Fields;
use crate::source::{Cursor, Origin};

/// The kinds of components that have an effect only through references.
const BY_REFERENCE: [&str; 16] = [
    "servers",
    "channels",
    "operations",
    "serverVariables",
    "parameters",
    "correlationIds",
    "replies",
    "replyAddresses",
    "externalDocs",
    "tags",
    "operationTraits",
    "messageTraits",
    "serverBindings",
    "channelBindings",
    "operationBindings",
    "messageBindings",
];

/// Maps of components that were not looked at yet.
pub(super) struct Unread(Vec<Cursor>);

impl Draft<'_, '_> {
    /// Reads the components; those which only references can use are given back for [`Draft::unused`].
    pub(super) fn read_components(&mut self, root: &mut Fields) -> Unread {
        let value = root.value("components");
        let fields = value.and_then(|value| self.open(&value, "a Components Object"));
        let Some(mut fields) = fields else {
            return Unread(Vec::new());
        };
        for (_, schema) in self.context.entries(fields.value("schemas")) {
            self.schema(schema);
        }
        self.read_security_schemes(fields.value("securitySchemes"));
        for (key, value) in self.context.entries(fields.value("messages")) {
            let called = Called {
                otherwise: format!("{key}Message"),
                key: Some(key),
                grouped: false,
            };
            self.messages(&value, &called);
        }
        let unread = unread(&mut fields);
        self.context.close(fields);
        unread
    }

    /// Puts components on record that nothing refers to.
    pub(super) fn unused(&mut self, unread: Unread) {
        for map in unread.0 {
            for (key, value) in self.context.entries(Some(map)) {
                if !is_reached(self.context, &value.origin) {
                    self.context.ignore(&value, &key, "nothing refers to it");
                }
            }
        }
    }
}

fn unread(fields: &mut Fields) -> Unread {
    let kinds = BY_REFERENCE.iter();
    Unread(kinds.filter_map(|kind| fields.value(kind)).collect())
}

/// Whether a reference led to a place or below it.
fn is_reached(context: &Context<'_>, place: &Origin) -> bool {
    let below = Origin {
        file: place.file,
        pointer: place.pointer.push(""),
    };
    let next = context.reached.range(below..).next();
    let within =
        next.is_some_and(|next| next.file == place.file && next.pointer.is_within(&place.pointer));
    within || context.reached.contains(place)
}
