//! JSON that stands as text within a file: its tree, with places in the file around it.
//!
//! In: the cursor of a text. Out: the cursor of what the text holds; its places lie below that of the text, and
//! its spans in the file, quotes, escapes and indentation passed over.
//! This room never knows what the JSON is for.

use std::ops::Range;

use super::{Cursor, Entry, FileId, Kind, Mapping, Node, Origin, Sources, Span, json};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// How many bytes of embedded texts a run reads: a YAML alias may repeat one text many times.
const MAX_EMBEDDED: usize = 16 << 20;

impl Cursor {
    /// Whether this is a text that holds an object or a list in JSON.
    pub(crate) fn holds_json(&self) -> bool {
        self.node.as_str().is_some_and(json::looks_like_json)
    }
}

impl Sources {
    /// The tree of the JSON that a text holds.
    ///
    /// # Errors
    ///
    /// `json-syntax`, and those of a tree in a file of its own, all with places in the file around; `text-too-large`.
    pub(crate) fn embed(&mut self, at: &Cursor) -> Result<Cursor, Diagnostics> {
        let text = at.node.as_text().unwrap_or_default();
        self.embedded_bytes += text.len();
        if self.embedded_bytes > MAX_EMBEDDED {
            return Err(too_large(at).into());
        }
        let source = self.source(at.origin.file);
        let raw = source.text.get(at.node.span.range()).unwrap_or_default();
        let around = Around::new(at, text, raw);
        let mut node = match json::read(at.origin.file, text) {
            Ok(root) => root.unwrap_or_else(Node::absent),
            Err(json::Failure::Syntax(byte, why)) => return Err(around.syntax(byte, why).into()),
            Err(json::Failure::Refused(problems)) => return Err(around.problems(&problems)),
        };
        around.place(&mut node);
        self.embedded.insert(at.origin.clone(), node.clone());
        let origin = at.origin.clone();
        Ok(Cursor { node, origin })
    }

    /// The embedded tree that a place lies in, with the tokens from its root on.
    pub(super) fn embedded(&self, origin: &Origin) -> Option<(&Node, Vec<String>)> {
        let mut below = Vec::new();
        let mut around = (!self.embedded.is_empty()).then(|| origin.clone());
        while let Some(place) = around {
            if let Some(node) = self.embedded.get(&place) {
                below.reverse();
                return Some((node, below));
            }
            below.extend(place.pointer.last());
            let file = place.file;
            let pointer = place.pointer.parent();
            around = pointer.map(|pointer| Origin { file, pointer });
        }
        None
    }
}

/// Where the bytes of a text stand in the file around it.
struct Around {
    file: FileId,
    whole: Span,
    /// The place of each byte of the text; empty where that cannot be told.
    bytes: Vec<usize>,
}

impl Around {
    fn new(at: &Cursor, text: &str, raw: &str) -> Self {
        let whole = at.node.span;
        Self {
            file: at.origin.file,
            whole,
            bytes: aligned(text, raw, whole.range().start).unwrap_or_default(),
        }
    }

    fn range(&self, inner: Range<usize>) -> Range<usize> {
        let last = inner.end.saturating_sub(1).max(inner.start);
        match (self.bytes.get(inner.start), self.bytes.get(last)) {
            (Some(&start), Some(&end)) => start..end + 1,
            _ => self.whole.range(),
        }
    }

    fn span(&self, inner: Span) -> Span {
        let outer = self.range(inner.range());
        Span::new(outer.start, outer.end)
    }

    /// Gives a tree, which no reader nests deeply, its places in the file around.
    fn place(&self, node: &mut Node) {
        node.span = self.span(node.span);
        match &mut node.kind {
            Kind::Scalar(_) => {}
            Kind::Sequence(items) => {
                let mut placed = items.to_vec();
                placed.iter_mut().for_each(|item| self.place(item));
                *items = placed.into();
            }
            Kind::Mapping(mapping) => {
                let entries = mapping.entries().iter().cloned();
                let entries = entries.map(|entry| self.entry(entry)).collect();
                *mapping = Mapping::new(entries).into();
            }
        }
    }

    fn entry(&self, mut entry: Entry) -> Entry {
        entry.key_span = self.span(entry.key_span);
        self.place(&mut entry.value);
        entry
    }

    fn syntax(&self, byte: usize, why: &str) -> Diagnostic {
        let at = Place::Bytes(self.file, self.range(byte..byte + 1));
        Diagnostic::error("json-syntax", at, why).help("this text is read as JSON")
    }

    fn problems(&self, problems: &Diagnostics) -> Diagnostics {
        let outer = |place: &Place| match place {
            Place::Bytes(file, range) => Place::Bytes(*file, self.range(range.clone())),
            other => other.clone(),
        };
        let placed = problems.iter().map(|problem| {
            let mut problem = problem.clone();
            problem.at = outer(&problem.at);
            for (place, _) in &mut problem.related {
                *place = outer(place);
            }
            problem
        });
        placed.collect()
    }
}

/// The place of each byte of a text in what was written for it: each visible character stands at the next one that
/// is alike; blanks, which folding and escapes change, stand where the last one stood.
fn aligned(text: &str, raw: &str, start: usize) -> Option<Vec<usize>> {
    let (mut places, mut at, mut last) = (Vec::with_capacity(text.len()), 0, 0);
    for letter in text.chars() {
        if !letter.is_whitespace() {
            last = at + raw[at..].find(letter)?;
            at = last + letter.len_utf8();
        }
        places.extend((0..letter.len_utf8()).map(|byte| start + last + byte));
    }
    Some(places)
}

fn too_large(at: &Cursor) -> Diagnostic {
    let message = format!(
        "the JSON texts of this document are larger than {} MiB",
        MAX_EMBEDDED >> 20
    );
    Diagnostic::error("text-too-large", at.place(), message).help("put it in a file of its own")
}
