//! Places as people and editors read them.
//!
//! In: a place. Out: `file:line:column`, counted from 1; a path with forward slashes on every system.

use crate::diagnostic::Place;
use crate::pointer::Pointer;
use crate::source::{Origin, Sources};

/// The text of a place.
pub(super) fn shown(sources: &Sources, place: &Place) -> String {
    let Some((file, bytes)) = sources.span_of(place) else {
        return match place {
            Place::Path(path) => path.display().to_string(),
            Place::Value(_) | Place::Key(_) | Place::Bytes(..) => "?".to_owned(),
        };
    };
    let (line, column) = sources.line_column(file, bytes.start);
    let path = sources
        .source(file)
        .path
        .to_string_lossy()
        .replace('\\', "/");
    format!("{path}:{line}:{column}")
}

/// The pointer of a place that has one.
pub(super) fn pointer(place: &Place) -> Option<&Pointer> {
    match place {
        Place::Value(origin) | Place::Key(origin) => Some(&origin.pointer),
        Place::Bytes(..) | Place::Path(_) => None,
    }
}

/// The text of the value at an origin.
pub(super) fn value(sources: &Sources, origin: &Origin) -> String {
    shown(sources, &Place::Value(origin.clone()))
}
