//! What is said when a reference leads nowhere.
//!
//! In: the reference and the last node that exists on its way. Out: a diagnostic with the likely meaning.
//! This room never reads a file.

use super::{Reference, child};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::pointer::Pointer;
use crate::resolve::nearest::nearest;
use crate::source::{Cursor, Origin};

/// How many names are listed where none is near.
const SHOWN: usize = 8;

/// A pointer leads to a key that does not exist in `at`, the last node on the way that does.
pub(super) fn pointer(reference: &Reference<'_>, at: &Cursor, token: &str) -> Diagnostics {
    let message = format!("`{}` leads nowhere", reference.text);
    let label = format!("`{}` has no `{token}`", at.origin.pointer);
    let fault = Diagnostic::error("dangling-ref", reference.value.place(), message).label(label);
    let entries = at.entries();
    let near = nearest(token, entries.iter().map(|(key, _)| key.as_str()));
    Diagnostics::from(match near {
        Some(near) => did_you_mean(fault, &at.origin.pointer.push(near)),
        None => fault.help(existing(entries.iter().map(|(key, _)| key.as_str()))),
    })
}

/// What a reference could lead to instead.
fn existing<'n>(all: impl ExactSizeIterator<Item = &'n str>) -> String {
    let several = all.len() > SHOWN;
    let names: Vec<String> = all.take(SHOWN).map(|name| format!("`{name}`")).collect();
    match (names.is_empty(), several) {
        (true, _) => "there is nothing at all; add it, or correct the reference".to_owned(),
        (false, true) => format!("there are {}, …", names.join(", ")),
        (false, false) => format!("there are only {}", names.join(", ")),
    }
}

/// No place calls itself by the part after `#`, which is no pointer either; `known` are plain names and named types.
pub(super) fn name(
    reference: &Reference<'_>,
    root: &Cursor,
    (anchors, types): &(Vec<&str>, Vec<&str>),
) -> Diagnostics {
    let (location, name) = reference
        .text
        .split_once('#')
        .unwrap_or((reference.text, ""));
    let known: Vec<&str> = anchors.iter().chain(types).copied().collect();
    if known.is_empty() || meant(root, name).is_some() {
        return malformed(reference, root);
    }
    let message = format!("`{}` leads nowhere", reference.text);
    let fault = Diagnostic::error("dangling-ref", reference.value.place(), message)
        .label(format!("nothing is called `{name}`"));
    Diagnostics::from(match nearest(name, known.iter().copied()) {
        Some(near) => fault.help(format!("did you mean `{location}#{near}`?")),
        None => fault.help(existing(known.into_iter())),
    })
}

/// A file of Avro types has none of this name.
pub(super) fn named_type(reference: &Reference<'_>, name: &str, types: &[&str]) -> Diagnostics {
    let (location, _) = super::split(reference.text);
    let message = format!("`{}` leads nowhere", reference.text);
    let fault = Diagnostic::error("dangling-ref", reference.value.place(), message)
        .label(format!("no type is called `{name}`"));
    Diagnostics::from(match nearest(name, types.iter().copied()) {
        Some(near) => fault.help(format!("did you mean `{location}#/{near}`?")),
        None => fault.help(existing(types.iter().copied())),
    })
}

/// Two places call themselves by the name that is referred to.
pub(super) fn several(reference: &Reference<'_>, first: Origin, second: Origin) -> Diagnostics {
    let message = format!("`{}` may mean either of two places", reference.text);
    let fault = Diagnostic::error("ambiguous-ref", reference.value.place(), message).help(format!(
        "refer to one of them by its place: `{}`",
        first.pointer
    ));
    Diagnostics::from(
        fault
            .related(Place::Value(first), "one")
            .related(Place::Value(second), "the other"),
    )
}

/// The part after `#` is no pointer.
pub(super) fn malformed(reference: &Reference<'_>, root: &Cursor) -> Diagnostics {
    let message = format!("`{}` holds no JSON pointer after `#`", reference.text);
    let fault = Diagnostic::error("wrong-ref", reference.value.place(), message);
    let fragment = reference
        .text
        .split_once('#')
        .map_or("", |(_, fragment)| fragment);
    Diagnostics::from(match meant(root, fragment) {
        Some(meant) => did_you_mean(fault, &meant),
        None => fault.help("a pointer begins with `#/`"),
    })
}

/// A file does not exist; `root` is that of the file which holds the reference.
pub(super) fn file(reference: &Reference<'_>, path: &str, root: &Cursor) -> Diagnostics {
    let message = format!("`{}` leads to a file that does not exist", reference.text);
    let fault = Diagnostic::error("missing-file", reference.value.place(), message)
        .label(format!("no file `{path}`"));
    Diagnostics::from(match meant(root, reference.text) {
        Some(meant) => did_you_mean(fault, &meant),
        None => fault.help("a path counts from the folder of the file that holds the reference"),
    })
}

/// The node that a pointer without its beginning means, when there is one.
fn meant(root: &Cursor, text: &str) -> Option<Pointer> {
    let pointer = Pointer::parse(&format!("#/{}", text.trim_start_matches('/')))?;
    let mut at = root.clone();
    for token in pointer.tokens() {
        at = child(&at, &token)?;
    }
    Some(pointer)
}

fn did_you_mean(fault: Diagnostic, pointer: &Pointer) -> Diagnostic {
    fault.help(format!("did you mean `{pointer}`?"))
}
