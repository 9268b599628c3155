//! Lists: items of one schema, or a schema for each position.
//!
//! In: a node. Out: the shape of a list. This room never knows what the items say.

use super::body::Body;
use super::json::Reader;
use crate::diagnostic::Diagnostic;
use crate::model::{SchemaId, Shape, StatedKeyword, Tuple};
use crate::source::Cursor;

impl Reader<'_, '_> {
    /// What a schema says of lists.
    pub(super) fn array(&mut self, cursor: &Cursor) -> Shape {
        let items = cursor.get("items");
        if let Some(positions) = cursor
            .get("prefixItems")
            .filter(|list| list.node.as_sequence().is_some())
        {
            return self.tuple(cursor, ("prefixItems", &positions), ("items", items));
        }
        match items {
            Some(list) if list.node.as_sequence().is_some() => {
                let rest = cursor.get("additionalItems");
                self.tuple(cursor, ("items", &list), ("additionalItems", rest))
            }
            Some(schema) => Shape::Array(self.child(schema)),
            None => Shape::Array(self.anything(cursor)),
        }
    }

    fn tuple(
        &mut self,
        cursor: &Cursor,
        (word, positions): (&'static str, &Cursor),
        (rest_word, rest): (&'static str, Option<Cursor>),
    ) -> Shape {
        self.context
            .state(positions, StatedKeyword::Positions(word));
        if let Some(rest) = &rest {
            self.context.state(rest, StatedKeyword::Rest(rest_word));
        }
        let mut items: Vec<SchemaId> = positions
            .items()
            .into_iter()
            .map(|item| self.child(item))
            .collect();
        let allowed = rest.as_ref().and_then(|rest| rest.node.as_bool());
        let closed = allowed == Some(false);
        let stated = rest.filter(|rest| allowed == Some(true) || rest.node.as_mapping().is_some());
        let limited = closed || stated.is_some() || cursor.node.get("maxItems").is_some();
        match items.len() {
            0 => Shape::Array(self.anything(cursor)),
            1 if !limited => {
                self.context.push(single(positions));
                Shape::Array(items.remove(0))
            }
            _ => Shape::Tuple(Tuple {
                items,
                rest: stated.map(|rest| self.child(rest)),
            }),
        }
    }

    fn anything(&mut self, cursor: &Cursor) -> SchemaId {
        self.schemas.imply(cursor.origin.clone(), Body::default())
    }
}

fn single(positions: &Cursor) -> Diagnostic {
    let message = "a list under `items` gives a schema for each position, and here there is one";
    Diagnostic::warning("single-position", positions.place(), message)
        .label("read as the schema of every item")
        .help("write the schema itself under `items`, or `additionalItems: false` beside it")
}
