//! Channels and operations that carry no message.
//!
//! In: the place that should have given one. Out: a located `no-message` diagnostic.
//! A document may leave messages out, which is worth a warning; a `message` that is there but is none
//! is an error. This room never looks for messages itself.

use super::Context;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::Cursor;

const CODE: &str = "no-message";

impl Context<'_> {
    /// The channel or operation called `what` says nothing of messages.
    pub(super) fn no_message(&mut self, at: Place, what: &str) {
        let message = format!("{what} has no message");
        let help = "nothing is generated for it; say which messages pass here";
        self.push(Diagnostic::warning(CODE, at, message).help(help));
    }

    /// A `message` or `messages` that holds none, when nothing else was found wrong with it.
    pub(super) fn empty_message(&mut self, value: &Cursor) {
        let inside = |place: &Place| match place {
            Place::Value(origin) | Place::Key(origin) => {
                origin.file == value.origin.file && origin.pointer.is_within(&value.origin.pointer)
            }
            Place::Bytes(..) | Place::Path(_) => false,
        };
        if self.diagnostics.iter().any(|known| inside(&known.at)) {
            return;
        }
        let message = "this holds no message";
        let help = "give a Message Object, a `$ref` to one, or a `oneOf` that lists some";
        self.push(Diagnostic::error(CODE, value.place(), message).help(help));
    }
}
