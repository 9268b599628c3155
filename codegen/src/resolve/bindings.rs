//! Bindings: protocol-specific data, kept as they stand.
//!
//! In: an object's `bindings`. Out: a [`Binding`] for each protocol.
//! This room never knows a protocol.

use super::Context;
use crate::document::Fields;
use crate::model::Binding;

impl Context<'_> {
    /// Takes `bindings`.
    pub(super) fn bindings(&mut self, fields: &mut Fields) -> Vec<Binding> {
        let entries = self.entries(fields.value("bindings"));
        let mut bindings = Vec::with_capacity(entries.len());
        for (protocol, value) in entries {
            if let Some(target) = self.target(&value) {
                bindings.push(Binding {
                    parts: self.parts(&target.origin),
                    at: self.written(&target.origin),
                    protocol,
                    value: target.node.to_json(),
                });
            }
        }
        bindings
    }
}
