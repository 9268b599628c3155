//! Lists and objects that are still being read, and the weight of what they hold.
//!
//! In: values, one by one. Out: plain data for the builder.
//! This room never decides what is too much.

use std::sync::Arc;

use crate::source::merge::Row;
use crate::source::{Node, Span};

/// What a value costs whoever walks over it, aliases followed.
#[derive(Clone, Copy)]
pub(super) struct Weight {
    pub(super) nodes: u64,
    pub(super) height: u32,
}

impl Weight {
    pub(super) const SCALAR: Self = Self {
        nodes: 1,
        height: 0,
    };
    pub(super) const COLLECTION: Self = Self {
        nodes: 1,
        height: 1,
    };

    /// The weight of a collection after one more child.
    pub(super) fn holding(self, child: Weight) -> Self {
        Self {
            nodes: self.nodes.saturating_add(child.nodes),
            height: self.height.max(child.height + 1),
        }
    }
}

/// A list or an object that is still being read.
pub(super) struct Frame {
    pub(super) span: Span,
    pub(super) anchor: usize,
    pub(super) weight: Weight,
    pub(super) content: Content,
}

impl Frame {
    /// Nothing in it yet.
    pub(super) fn new(collection: Collection, span: Span, anchor: usize) -> Self {
        let content = match collection {
            Collection::Sequence => Content::Sequence(Vec::new()),
            Collection::Mapping => Content::Mapping {
                rows: Vec::new(),
                key: None,
            },
        };
        Self {
            span,
            anchor,
            weight: Weight::COLLECTION,
            content,
        }
    }

    /// Whether the next value is a key.
    pub(super) fn expects_key(&self) -> bool {
        matches!(self.content, Content::Mapping { key: None, .. })
    }

    /// The span up to the closing bracket, or up to the last value where nothing is written to close.
    pub(super) fn span_to(&self, closing: Span) -> Span {
        let is_written = closing.start < closing.end;
        let end = if is_written {
            closing.end
        } else {
            self.span.end
        };
        Span {
            start: self.span.start,
            end,
        }
    }
}

/// The kinds of nodes that hold others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Collection {
    Sequence,
    Mapping,
}

/// What it holds so far.
pub(super) enum Content {
    Sequence(Vec<Node>),
    Mapping { rows: Vec<Row>, key: Option<Key> },
}

/// A key whose value comes next.
pub(super) enum Key {
    Plain(Arc<str>, Span),
    Merge,
}
