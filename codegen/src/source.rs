//! Files as they were read: text, the tree of their nodes, and positions.
//!
//! In: paths and text. Out: [`Sources`], the set of files of one run, and [`Origin`]s into them.
//! This room knows YAML and JSON; it never knows AsyncAPI. Only `source/yaml` knows the event parser.

mod build;
mod cursor;
mod embed;
mod json;
mod limit;
mod load;
mod mapping;
mod merge;
mod node;
mod position;
mod scalar;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use self::position::Lines;
use crate::diagnostic::{Diagnostics, Place};
use crate::pointer::Pointer;

pub use crate::origin::{FileId, Origin};
pub use cursor::Cursor;
pub use mapping::{Entry, Mapping};
pub use node::{Kind, Node, Scalar, Span, Style};
pub use scalar::ScalarKind;

/// One file: its path as it is shown to people, its text, and its tree.
#[derive(Debug)]
pub struct Source {
    /// The path shown in diagnostics, relative to where the user stands when possible.
    pub path: PathBuf,
    /// The text, without a byte order mark, exactly as read otherwise.
    pub text: String,
    /// The root node.
    pub root: Node,
}

/// Every file that a run has read, in the order of first use.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<File>,
    by_path: BTreeMap<PathBuf, FileId>,
    /// What texts hold that were read as JSON, by the place of the text.
    embedded: BTreeMap<Origin, Node>,
    embedded_bytes: usize,
}

#[derive(Debug)]
struct File {
    source: Arc<Source>,
    lines: OnceLock<Lines>,
    /// Why the root is not what the text says.
    problems: Option<Diagnostics>,
}

impl Sources {
    /// Reads a file, once: a second call gives the same id, or the same problems.
    ///
    /// # Errors
    ///
    /// `file-not-found`, `not-a-file`, `unreadable-file`, `file-too-large`, `invalid-utf8`, and those of [`Sources::add`].
    pub fn read(&mut self, path: &Path) -> Result<FileId, Diagnostics> {
        let canonical = load::canonical(path)?;
        if let Some(&file) = self.by_path.get(&canonical) {
            return self.problems(file).map_or(Ok(file), Err);
        }
        let bytes = load::bytes(path)?;
        let file = self.next_id();
        self.by_path.insert(canonical, file);
        match String::from_utf8(bytes) {
            Ok(text) => self.add(path, text),
            Err(error) => {
                let problem = load::invalid_utf8(file, &error);
                self.push(
                    path,
                    String::from_utf8_lossy(error.as_bytes()).into_owned(),
                    Err(problem.into()),
                )
            }
        }
    }

    /// Adds text that stands for a file; the path is only shown.
    ///
    /// # Errors
    ///
    /// `yaml-syntax`, `json-syntax`, `empty-file`, `several-documents`, `nul-character`, `duplicate-key`, `key-not-text`,
    /// `too-deep`, `recursive-alias`, `alias-expansion`, `merge-key`, `file-too-large`: all point into the text, which
    /// is kept so that they can be rendered.
    pub fn add(&mut self, path: &Path, text: impl Into<String>) -> Result<FileId, Diagnostics> {
        let text = load::without_byte_order_mark(text.into());
        let root = load::tree(self.next_id(), path, &text);
        self.push(path, text, root)
    }

    /// A file: its path, text and tree.
    pub fn source(&self, file: FileId) -> Arc<Source> {
        Arc::clone(&self.file(file).source)
    }

    /// The root of a file.
    pub fn cursor(&self, file: FileId) -> Cursor {
        let origin = Origin {
            file,
            pointer: Pointer::root(),
        };
        Cursor {
            node: self.file(file).source.root.clone(),
            origin,
        }
    }

    /// The node at a place; `None` when the file has nothing there.
    pub fn at(&self, origin: &Origin) -> Option<Cursor> {
        let root = &self.files.get(origin.file.0 as usize)?.source.root;
        let below = |node, tokens: Vec<String>| {
            tokens
                .iter()
                .try_fold(node, |node: &Node, token| node.child(token))
        };
        let node = below(root, origin.pointer.tokens().collect()).or_else(|| {
            let (root, tokens) = self.embedded(origin)?;
            below(root, tokens)
        })?;
        Some(Cursor {
            node: node.clone(),
            origin: origin.clone(),
        })
    }

    /// The bytes of a place; those of its nearest ancestor when the file has nothing there, `None` for paths.
    pub fn span_of(&self, place: &Place) -> Option<(FileId, Range<usize>)> {
        let (origin, span): (&Origin, SpanOf) = match place {
            Place::Path(_) => return None,
            Place::Bytes(file, range) => return Some((*file, range.clone())),
            Place::Value(origin) => (origin, value_span),
            Place::Key(origin) => (origin, key_span),
        };
        let root = &self.files.get(origin.file.0 as usize)?.source.root;
        let (node, tokens) = match self.embedded(origin) {
            Some((node, tokens)) if !tokens.is_empty() => (node, tokens),
            _ => (root, origin.pointer.tokens().collect()),
        };
        Some((origin.file, nearest_span(node, &tokens, span).range()))
    }

    /// Line and column of a byte, both counted from 1, columns in characters.
    pub fn line_column(&self, file: FileId, byte: usize) -> (usize, usize) {
        self.lines(file)
            .line_column(&self.file(file).source.text, byte)
    }

    /// The number of the line that holds a byte, and the bytes of that line without its end.
    pub fn line(&self, file: FileId, byte: usize) -> (usize, Range<usize>) {
        self.lines(file).line(&self.file(file).source.text, byte)
    }

    /// All files, in the order of first use.
    pub fn file_ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.next_id().0).map(FileId)
    }

    /// The paths of all files, in the order of first use.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| file.source.path.as_path())
    }

    fn push(
        &mut self,
        path: &Path,
        text: String,
        root: Result<Node, Diagnostics>,
    ) -> Result<FileId, Diagnostics> {
        let id = self.next_id();
        let (root, problems) = match root {
            Ok(root) => (root, None),
            Err(problems) => (Node::absent(), Some(problems)),
        };
        let source = Arc::new(Source {
            path: path.to_owned(),
            text,
            root,
        });
        self.files.push(File {
            source,
            lines: OnceLock::new(),
            problems,
        });
        self.problems(id).map_or(Ok(id), Err)
    }

    fn next_id(&self) -> FileId {
        FileId(u32::try_from(self.files.len()).expect("a run reads fewer than 2^32 files"))
    }

    fn file(&self, file: FileId) -> &File {
        &self.files[file.0 as usize]
    }

    fn problems(&self, file: FileId) -> Option<Diagnostics> {
        self.file(file).problems.clone()
    }

    fn lines(&self, file: FileId) -> &Lines {
        let file = self.file(file);
        file.lines.get_or_init(|| Lines::of(&file.source.text))
    }
}

/// The span of what stands under a token of a node.
type SpanOf = fn(&Node, &str) -> Option<Span>;

/// The span of what tokens lead to, as far as they lead.
fn nearest_span(mut node: &Node, tokens: &[String], span: SpanOf) -> Span {
    let mut found = node.span;
    for token in tokens {
        let Some(child) = node.child(token) else {
            break;
        };
        found = span(node, token).unwrap_or(child.span);
        node = child;
    }
    found
}

fn value_span(parent: &Node, token: &str) -> Option<Span> {
    parent.child(token).map(|child| child.span)
}

fn key_span(parent: &Node, token: &str) -> Option<Span> {
    parent.as_mapping()?.get(token).map(|entry| entry.key_span)
}

#[cfg(test)]
mod tests;
