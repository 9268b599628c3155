//! What can be wrong with a tree, in sentences.
//!
//! In: places. Out: diagnostics.
//! This room never looks at nodes.

use crate::diagnostic::{Diagnostic, Place, excerpt};
use crate::source::limit::{MAX_DEPTH, MAX_EXPANSION, MAX_VALUES};

pub(super) fn duplicate_key(key: &str, at: Place) -> Diagnostic {
    let message = format!("the key `{}` is given twice in one object", excerpt(key));
    Diagnostic::error("duplicate-key", at, message)
        .label("given again here")
        .help("keep one of the two: readers disagree on which of them counts")
}

pub(super) fn key_is_not_text(at: Place) -> Diagnostic {
    Diagnostic::error(
        "key-not-text",
        at,
        "a list or an object stands where a key is expected",
    )
    .label("not a text")
    .help("JSON knows only texts as keys; put text that starts with `{`, `[` or `*` in quotes")
}

pub(super) fn too_deep(at: Place) -> Diagnostic {
    let message = format!("values are nested deeper than {MAX_DEPTH} levels");
    Diagnostic::error("too-deep", at, message)
        .help("name the inner schemas and refer to them with `$ref`")
}

pub(super) fn recursive_alias(at: Place) -> Diagnostic {
    Diagnostic::error(
        "recursive-alias",
        at,
        "the alias refers to a value that contains the alias itself",
    )
    .help("write a recursive schema with `$ref`")
}

pub(super) fn expansion(at: Place) -> Diagnostic {
    let message = format!("the aliases of this file expand to more than {MAX_EXPANSION} values");
    Diagnostic::error("alias-expansion", at, message).help("refer to shared schemas with `$ref`")
}

pub(super) fn too_many_values(at: Place) -> Diagnostic {
    let message = format!("the file holds more than {MAX_VALUES} values");
    Diagnostic::error("too-many-values", at, message)
        .label("one too many")
        .help(
            "split it into several files that refer to each other, or leave out what is only data",
        )
}

pub(super) fn merge_of_scalar(at: Place) -> Diagnostic {
    Diagnostic::error(
        "merge-key",
        at,
        "the merge key `<<` takes an object, or a list of objects",
    )
    .label("not an object")
    .help("write `\"<<\"` in quotes where an ordinary key of that name is meant")
}
