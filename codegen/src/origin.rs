//! Which node is meant: a file of the run, and a JSON pointer in it.
//!
//! In: numbers that `source` gives to files. Out: [`Origin`]s, which every later stage passes on.
//! This room knows neither paths nor texts.

use crate::pointer::Pointer;

/// One file of a run; an index into `Sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) u32);

/// The place of a node: a file and a JSON pointer within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The file that holds the node.
    pub file: FileId,
    /// The node's pointer within that file.
    pub pointer: Pointer,
}
