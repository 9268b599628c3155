//! The named types of Avro: where definitions stand, and what they are called.
//!
//! In: a node. Out: the definitions in it, each with its full name and the namespace around it.
//! This room knows the words in which Avro writes names, and nothing of what a type says; it follows no reference.

use crate::source::{Cursor, Kind, Node};

/// The definition of a named type.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    /// The name with its namespace.
    pub name: String,
    /// Where it stands.
    pub at: Cursor,
    /// The namespace around it; may be empty.
    pub namespace: String,
}

/// Every definition in a node, in the order in which they stand.
pub(super) fn definitions(root: &Cursor) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut open = vec![(root.clone(), String::new())];
    while let Some((at, namespace)) = open.pop() {
        let inner = namespace_within(&at.node, &namespace);
        let parts = below(&at).into_iter().rev();
        open.extend(parts.map(|part| (part, inner.clone())));
        found.extend(definition(at, namespace));
    }
    found
}

/// The node as a definition, when it is one that has a name.
pub(super) fn definition(at: Cursor, namespace: String) -> Option<Definition> {
    let name = is_definition(&at.node).then(|| full_name(&at.node, &namespace))??;
    Some(Definition {
        name,
        at,
        namespace,
    })
}

/// Whether a node defines a named type.
pub(super) fn is_definition(node: &Node) -> bool {
    let kind = node.get("type").and_then(|kind| kind.as_text());
    let content = ["fields", "symbols", "size"]
        .iter()
        .any(|word| node.get(word).is_some());
    content && matches!(kind, Some("record" | "error" | "enum" | "fixed"))
}

/// The full name of a definition.
pub(super) fn full_name(node: &Node, around: &str) -> Option<String> {
    let name = node
        .get("name")?
        .as_text()
        .filter(|name| !name.is_empty())?;
    let namespace = node
        .get("namespace")
        .and_then(|namespace| namespace.as_text());
    Some(qualified(name, namespace.unwrap_or(around)))
}

/// A name with the namespace that it stands in, unless it has one.
pub(super) fn qualified(name: &str, namespace: &str) -> String {
    if name.contains('.') || namespace.is_empty() {
        name.to_owned()
    } else {
        format!("{namespace}.{name}")
    }
}

/// The namespace within a node: that of a definition, else the one around.
pub(super) fn namespace_within(node: &Node, around: &str) -> String {
    if !is_definition(node) {
        return around.to_owned();
    }
    let full = full_name(node, around);
    let space = full.as_deref().and_then(|full| full.rsplit_once('.'));
    space.map_or_else(|| around.to_owned(), |(space, _)| space.to_owned())
}

/// The places in which a definition may stand.
pub(super) fn below(cursor: &Cursor) -> Vec<Cursor> {
    match &cursor.node.kind {
        Kind::Sequence(_) => cursor.items(),
        Kind::Mapping(_) => ["type", "items", "values", "fields"]
            .iter()
            .filter_map(|word| cursor.get(word))
            .collect(),
        Kind::Scalar(_) => Vec::new(),
    }
}
