//! The names under which documents declare schemas.
//!
//! In: the place of a schema, the path of its file, and which file is the document. Out: its name, or `None` for a schema in place.
//! This room never knows what the schema says.

use std::path::Path;

use crate::source::{FileId, Origin};

/// Keys that hold one schema within a schema, a message or a parameter: below the root of a file they are not names.
const POSITIONS: [&str; 14] = [
    "items",
    "additionalItems",
    "additionalProperties",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
    "payload",
    "headers",
    "schema",
];

/// What files say of what they hold, before what they say of how it is written.
const KINDS: [&str; 2] = ["message", "schema"];

/// The declared name of the schema at a place.
pub(super) fn name(origin: &Origin, path: &Path, document: FileId) -> Option<String> {
    if origin.pointer.is_root() {
        return stem(path);
    }
    name_below_root(origin, document)
}

/// The declared name of the schema at a place that is not a whole file.
pub(super) fn name_below_root(origin: &Origin, document: FileId) -> Option<String> {
    let tokens: Vec<String> = origin.pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    match tokens.as_slice() {
        // 3.x puts a schema in another language below `schema`.
        ["components", "schemas", name] | ["components", "schemas", name, "schema"] => {
            Some((*name).to_owned())
        }
        [before @ .., "definitions" | "$defs", name] if !is_property(before) => {
            Some((*name).to_owned())
        }
        [name] if origin.file != document && !is_position(name) => Some((*name).to_owned()),
        ["schemas", name] if origin.file != document => Some((*name).to_owned()),
        _ => None,
    }
}

/// Whether a key below the root of a file is no name: a keyword, or the index of a list.
fn is_position(token: &str) -> bool {
    POSITIONS.contains(&token) || token.parse::<usize>().is_ok()
}

/// Whether the next token is a property's name and not a keyword.
fn is_property(before: &[&str]) -> bool {
    let container = |token: &&&str| {
        matches!(
            **token,
            "properties" | "patternProperties" | "definitions" | "$defs"
        )
    };
    before.iter().rev().take_while(container).count() % 2 == 1
}

/// The name of a file without what says what it is: `user.schema.json` → `user`, `order.placed.v1.json` → `order.placed.v1`.
pub(in crate::resolve) fn stem(path: &Path) -> Option<String> {
    let stem = Path::new(path.file_stem()?);
    let says = |word: &str| stem.extension().is_some_and(|said| said == word);
    let named = match stem.file_stem().filter(|_| KINDS.into_iter().any(says)) {
        Some(named) => named,
        None => stem.as_os_str(),
    };
    let name = named.to_str()?.trim_start_matches('.');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::stem;

    #[test]
    fn files_are_called_what_they_hold() {
        for (path, name) in [
            ("a/user.schema.json", Some("user")),
            ("a/moved.message.yaml", Some("moved")),
            ("user.yaml", Some("user")),
            ("user", Some("user")),
            ("order.placed.v1.json", Some("order.placed.v1")),
            ("schema.json", Some("schema")),
            (".hidden", Some("hidden")),
            ("..", None),
        ] {
            assert_eq!(stem(Path::new(path)).as_deref(), name, "{path}");
        }
    }
}
