//! The named types of an Avro schema, found before anything is read: a name may stand before what it names.
//!
//! In: the outermost node. Out: a [`Scope`] that finds definitions by name and namespace.
//! This room never makes a shape.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::resolve::Context;
use crate::source::{Cursor, Kind};

/// Named types, and the namespace in which names stand.
#[derive(Clone, Debug)]
pub(in crate::resolve::schema) struct Scope {
    /// Definitions by full name, each with the namespace around it.
    types: Arc<BTreeMap<String, (Cursor, String)>>,
    /// The namespace that names without one belong to; may be empty.
    pub(super) namespace: String,
}

impl Scope {
    /// The types that a schema defines, in itself or behind references.
    pub(super) fn around(context: &mut Context<'_>, root: &Cursor) -> Self {
        Self {
            types: Arc::new(definitions(context, root)),
            namespace: String::new(),
        }
    }

    /// The definition that a name means here, with the scope that it stands in.
    pub(super) fn find(&self, name: &str) -> Option<(Cursor, Arc<Scope>)> {
        let near = qualified(name, &self.namespace);
        let found = self.types.get(&near).or_else(|| self.types.get(name));
        let (cursor, namespace) = found?;
        let scope = Scope {
            types: Arc::clone(&self.types),
            namespace: namespace.clone(),
        };
        Some((cursor.clone(), Arc::new(scope)))
    }

    /// The scope within a named type.
    pub(super) fn within(&self, cursor: &Cursor) -> Scope {
        Scope {
            types: Arc::clone(&self.types),
            namespace: inner_namespace(cursor, &self.namespace),
        }
    }
}

/// The full name of a definition.
pub(super) fn full_name(cursor: &Cursor, around: &str) -> Option<String> {
    let name = cursor
        .node
        .get("name")?
        .as_text()
        .filter(|name| !name.is_empty())?;
    let namespace = cursor
        .node
        .get("namespace")
        .and_then(|namespace| namespace.as_text());
    Some(qualified(name, namespace.unwrap_or(around)))
}

/// The name of a definition without its namespace.
pub(super) fn short_name(cursor: &Cursor) -> Option<String> {
    let full = full_name(cursor, "")?;
    full.rsplit('.').next().map(str::to_owned)
}

fn qualified(name: &str, namespace: &str) -> String {
    if name.contains('.') || namespace.is_empty() {
        name.to_owned()
    } else {
        format!("{namespace}.{name}")
    }
}

fn inner_namespace(cursor: &Cursor, around: &str) -> String {
    let full = full_name(cursor, around);
    let space = full
        .as_deref()
        .and_then(|full| full.rsplit_once('.'))
        .map(|(space, _)| space.to_owned());
    space.unwrap_or_else(|| around.to_owned())
}

fn definitions(context: &mut Context<'_>, root: &Cursor) -> BTreeMap<String, (Cursor, String)> {
    let mut found = BTreeMap::new();
    let mut open = vec![(root.clone(), String::new())];
    let mut behind = BTreeSet::new();
    while let Some((cursor, namespace)) = open.pop() {
        if cursor
            .node
            .get("$ref")
            .is_some_and(|target| target.as_text().is_some())
        {
            let target = context.follow(cursor).map(|followed| followed.target);
            open.extend(
                target
                    .filter(|target| behind.insert(target.origin.clone()))
                    .map(|target| (target, namespace)),
            );
            continue;
        }
        let inner = if is_definition(&cursor) {
            let inner = inner_namespace(&cursor, &namespace);
            if let Some(name) = full_name(&cursor, &namespace) {
                found.entry(name).or_insert((cursor.clone(), namespace));
            }
            inner
        } else {
            namespace
        };
        open.extend(
            below(&cursor)
                .into_iter()
                .rev()
                .map(|cursor| (cursor, inner.clone())),
        );
    }
    found
}

fn is_definition(cursor: &Cursor) -> bool {
    let kind = cursor.node.get("type").and_then(|kind| kind.as_text());
    let content = ["fields", "symbols", "size"]
        .iter()
        .any(|word| cursor.node.get(word).is_some());
    content && matches!(kind, Some("record" | "error" | "enum" | "fixed"))
}

/// The places in which a definition may stand.
fn below(cursor: &Cursor) -> Vec<Cursor> {
    match &cursor.node.kind {
        Kind::Sequence(_) => cursor.items(),
        Kind::Mapping(_) => ["type", "items", "values", "fields"]
            .iter()
            .filter_map(|word| cursor.get(word))
            .collect(),
        Kind::Scalar(_) => Vec::new(),
    }
}
