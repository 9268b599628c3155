//! The YAML reader: text → events for the tree.
//!
//! In: text without byte order mark. Out: the tree, or the place where the text is not YAML.
//! Only this file and `yaml/syntax.rs` know the event parser; nothing of it shows outside.
//! This room never knows what a tree is for.

mod syntax;

use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, Tag};

use super::build::{Builder, Collection};
use super::{FileId, Node, Scalar, Span, Style};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Reads one YAML document; `None` when the text holds no value.
pub(super) fn read(file: FileId, text: &str) -> Result<Option<Node>, Diagnostics> {
    let mut reader = Reader {
        builder: Builder::new(file),
        documents: 0,
    };
    for next in Parser::new_from_str(text) {
        match next {
            Ok((event, span)) => reader.take(event, byte_span(&span))?,
            Err(error) => {
                return Err(reader
                    .builder
                    .refuse(syntax::diagnostic(file, text, &error)));
            }
        }
    }
    let root = reader.builder.finish()?;
    Ok(root.filter(|node| !is_nothing(node)))
}

struct Reader {
    builder: Builder,
    documents: u32,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Diagnostics> {
        match event {
            Event::DocumentStart(..) => self.start_document(span),
            Event::Scalar(text, style, anchor, tag) => {
                let style = meant_style(style, tag.as_deref());
                // The parser says `~` where nothing is written at all.
                let text = if style == Style::Plain && span.start == span.end {
                    Arc::from("")
                } else {
                    Arc::from(text)
                };
                self.builder.scalar(Scalar { text, style }, span, anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.builder.open(Collection::Sequence, span, anchor)
            }
            Event::MappingStart(_, anchor, _) => {
                self.builder.open(Collection::Mapping, span, anchor)
            }
            Event::SequenceEnd | Event::MappingEnd => self.builder.close(span),
            Event::Alias(anchor) => self.builder.alias(anchor, span),
            // Comments and anchors come only when asked for; the rest carries no value.
            _ => Ok(()),
        }
    }

    fn start_document(&mut self, span: Span) -> Result<(), Diagnostics> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let problem = Diagnostic::error(
            "several-documents",
            self.builder.place(span),
            "a second YAML document starts here",
        )
        .label("one file holds one document")
        .help("put each document in a file of its own");
        Err(self.builder.refuse(problem))
    }
}

/// Whether a root is the null that stands for "nothing was written".
fn is_nothing(node: &Node) -> bool {
    node.span.start == node.span.end && node.is_null()
}

fn byte_span(span: &granit_parser::Span) -> Span {
    let range = span
        .byte_range()
        .expect("events of a string have byte ranges");
    Span::new(range.start, range.end)
}

fn meant_style(written: ScalarStyle, tag: Option<&Tag>) -> Style {
    let is_core = |name: &str| tag.is_some_and(|tag| tag.is_yaml_core_schema_tag(name));
    let is_unspecific = tag.is_some_and(|tag| tag.handle().is_empty() && tag.suffix() == "!");
    match written {
        _ if is_core("str") || is_unspecific => Style::Quoted,
        _ if ["int", "float", "bool", "null"].into_iter().any(is_core) => Style::Plain,
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted
        | ScalarStyle::DoubleQuoted
        | ScalarStyle::Literal
        | ScalarStyle::Folded => Style::Quoted,
    }
}
