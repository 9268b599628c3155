//! Building the tree: events of a YAML or JSON reader become nodes.
//!
//! In: scalars, openings, closings and aliases, each with its span. Out: the root node, or what is wrong
//! with the tree: keys given twice, keys that are not text, aliases that recur or explode, nesting.
//! This room never knows which syntax the events came from. Nothing here recurses.

mod frame;
mod problem;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) use self::frame::Collection;
use self::frame::{Content, Frame, Key, Weight};
use super::limit::{MAX_DEPTH, MAX_EXPANSION, MAX_PROBLEMS, MAX_VALUES};
use super::merge::Row;
use super::{Entry, FileId, Kind, Mapping, Node, Scalar, Span, Style, merge};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// The tree so far.
pub(super) struct Builder {
    file: FileId,
    open: Vec<Frame>,
    anchors: BTreeMap<usize, Option<Anchored>>,
    /// Values read so far.
    written: u64,
    /// Values added by aliases so far.
    expanded: u64,
    /// Every key text once: keys repeat by the thousand.
    keys: BTreeSet<Arc<str>>,
    root: Option<Node>,
    problems: Vec<Diagnostic>,
}

#[derive(Clone)]
struct Anchored {
    kind: Kind,
    weight: Weight,
}

impl Builder {
    /// Nothing read yet.
    pub(super) fn new(file: FileId) -> Self {
        let (open, problems) = (Vec::new(), Vec::new());
        let (anchors, keys) = (BTreeMap::new(), BTreeSet::new());
        Self {
            file,
            open,
            anchors,
            written: 0,
            expanded: 0,
            keys,
            root: None,
            problems,
        }
    }

    /// Takes a scalar. An anchor of 0 is none.
    pub(super) fn scalar(
        &mut self,
        scalar: Scalar,
        span: Span,
        anchor: usize,
    ) -> Result<(), Diagnostics> {
        if !self.expects_key() {
            self.count(span)?;
        }
        let node = Node {
            span,
            kind: Kind::Scalar(scalar),
        };
        self.finish_node(node, Weight::SCALAR, anchor)
    }

    /// Takes the start of a list or an object.
    pub(super) fn open(
        &mut self,
        collection: Collection,
        span: Span,
        anchor: usize,
    ) -> Result<(), Diagnostics> {
        if self.expects_key() {
            return Err(self.refuse(problem::key_is_not_text(self.place(span))));
        }
        if self.depth() >= MAX_DEPTH {
            return Err(self.refuse(problem::too_deep(self.place(span))));
        }
        self.count(span)?;
        if anchor != 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(Frame::new(collection, span, anchor));
        Ok(())
    }

    /// Takes the end of the innermost list or object. The span of a bracket counts, an empty one does not.
    pub(super) fn close(&mut self, span: Span) -> Result<(), Diagnostics> {
        let frame = self.open.pop().expect("readers close what they opened");
        let span = frame.span_to(span);
        let kind = match frame.content {
            Content::Sequence(items) => Kind::Sequence(Arc::from(items)),
            Content::Mapping { rows, .. } => Kind::Mapping(Arc::new(self.mapping(rows)?)),
        };
        let node = Node { span, kind };
        self.finish_node(node, frame.weight, frame.anchor)
    }

    /// Takes a reference to an anchored value, which is shared.
    pub(super) fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Diagnostics> {
        let Some(Some(Anchored { kind, weight })) = self.anchors.get(&anchor).cloned() else {
            return Err(self.refuse(problem::recursive_alias(self.place(span))));
        };
        self.expanded = self.expanded.saturating_add(weight.nodes);
        if self.expanded > MAX_EXPANSION {
            return Err(self.refuse(problem::expansion(self.place(span))));
        }
        if self.depth() + weight.height > MAX_DEPTH {
            return Err(self.refuse(problem::too_deep(self.place(span))));
        }
        self.finish_node(Node { span, kind }, weight, 0)
    }

    /// The tree; `None` when there was no value at all.
    pub(super) fn finish(self) -> Result<Option<Node>, Diagnostics> {
        if self.problems.is_empty() {
            Ok(self.root)
        } else {
            Err(self.problems.into_iter().collect())
        }
    }

    /// A problem that ends the reading, after those found so far.
    pub(super) fn refuse(&mut self, problem: Diagnostic) -> Diagnostics {
        self.problems.push(problem);
        self.problems.drain(..).collect()
    }

    /// The place of a span of this file.
    pub(super) fn place(&self, span: Span) -> Place {
        Place::Bytes(self.file, span.range())
    }

    fn depth(&self) -> u32 {
        u32::try_from(self.open.len()).expect("open collections are limited")
    }

    /// Counts one more value.
    fn count(&mut self, span: Span) -> Result<(), Diagnostics> {
        self.written += 1;
        if self.written > MAX_VALUES {
            return Err(self.refuse(problem::too_many_values(self.place(span))));
        }
        Ok(())
    }

    fn expects_key(&self) -> bool {
        self.open.last().is_some_and(Frame::expects_key)
    }

    fn finish_node(
        &mut self,
        node: Node,
        weight: Weight,
        anchor: usize,
    ) -> Result<(), Diagnostics> {
        if anchor != 0 {
            self.anchors.insert(
                anchor,
                Some(Anchored {
                    kind: node.kind.clone(),
                    weight,
                }),
            );
        }
        if self.expects_key() {
            return self.take_key(node);
        }
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        frame.span.end = frame.span.end.max(node.span.end);
        frame.weight = frame.weight.holding(weight);
        match &mut frame.content {
            Content::Sequence(items) => items.push(node),
            Content::Mapping { rows, key } => {
                rows.push(match key.take().expect("a value follows its key") {
                    Key::Plain(key, key_span) => Row::Entry(Entry {
                        key,
                        key_span,
                        value: node,
                        place: None,
                    }),
                    Key::Merge => Row::Merge(node),
                })
            }
        }
        Ok(())
    }

    fn take_key(&mut self, node: Node) -> Result<(), Diagnostics> {
        let Kind::Scalar(scalar) = node.kind else {
            return Err(self.refuse(problem::key_is_not_text(self.place(node.span))));
        };
        let is_merge = scalar.style == Style::Plain && &*scalar.text == "<<";
        let taken = if is_merge {
            Key::Merge
        } else {
            Key::Plain(self.intern(scalar.text), node.span)
        };
        if let Some(Frame {
            span,
            content: Content::Mapping { key, .. },
            ..
        }) = self.open.last_mut()
        {
            span.end = span.end.max(node.span.end);
            *key = Some(taken);
        }
        Ok(())
    }

    fn intern(&mut self, text: Arc<str>) -> Arc<str> {
        if let Some(known) = self.keys.get(&text) {
            return known.clone();
        }
        self.keys.insert(text.clone());
        text
    }

    fn mapping(&mut self, rows: Vec<Row>) -> Result<Mapping, Diagnostics> {
        let entries = merge::entries(rows)
            .map_err(|span| self.refuse(problem::merge_of_scalar(self.place(span))))?;
        for (first, again) in merge::repeated_keys(&entries) {
            let (first, again) = (&entries[first], &entries[again]);
            let place = self.place(again.key_span);
            let problem = problem::duplicate_key(&again.key, place)
                .related(self.place(first.key_span), "first given here");
            if self.problems.len() >= MAX_PROBLEMS {
                return Err(self.refuse(problem));
            }
            self.problems.push(problem);
        }
        Ok(Mapping::new(entries))
    }
}
