//! The named types of an Avro schema, found before anything is read: a name may stand before what it names.
//!
//! In: the outermost node. Out: a [`Scope`] that finds definitions by name and namespace.
//! This room never makes a shape.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::resolve::Context;
use crate::resolve::named_type::{
    below, definition, full_name, is_definition, namespace_within, qualified,
};
use crate::resolve::schema::Schemas;
use crate::source::{Cursor, Kind, Origin};

/// Definitions by full name, each with the namespace around it.
pub(super) type Types = Arc<BTreeMap<String, (Cursor, String)>>;

/// Named types, and the namespace in which names stand.
#[derive(Clone, Debug)]
pub(in crate::resolve::schema) struct Scope {
    types: Types,
    /// The namespace that names without one belong to; may be empty.
    pub(super) namespace: String,
}

impl Scope {
    /// What is known at a place that no Avro schema led to: the types of the file, where the file is an Avro
    /// schema as a whole, else those that stand at the place itself; in both cases those behind references too.
    pub(super) fn around(schemas: &mut Schemas, context: &mut Context<'_>, place: &Cursor) -> Self {
        let file = context.sources.cursor(place.origin.file);
        let (root, namespace) = match is_schema(&file) {
            true => {
                let namespace = namespace_at(&file, &place.origin);
                (file, namespace)
            }
            false => (place.clone(), String::new()),
        };
        let known = schemas.avro.roots.get(&root.origin).cloned();
        let types = known.unwrap_or_else(|| Arc::new(definitions(context, &root)));
        schemas.avro.roots.insert(root.origin, Arc::clone(&types));
        Self { types, namespace }
    }

    /// The scope of a definition that stands in a namespace.
    pub(super) fn of(types: &Types, namespace: &str) -> Self {
        Self {
            types: Arc::clone(types),
            namespace: namespace.to_owned(),
        }
    }

    /// The definition that a name means here, with the scope that it stands in.
    pub(super) fn find(&self, name: &str) -> Option<(Cursor, Arc<Scope>)> {
        let [near, far] = self.meanings(name);
        let found = self.types.get(&near).or_else(|| self.types.get(&far));
        let (cursor, namespace) = found?;
        Some((cursor.clone(), Arc::new(Self::of(&self.types, namespace))))
    }

    /// The full names that a name may mean here, the first before the second.
    pub(super) fn meanings(&self, name: &str) -> [String; 2] {
        [qualified(name, &self.namespace), name.to_owned()]
    }

    /// The scope within a named type.
    pub(super) fn within(&self, cursor: &Cursor) -> Scope {
        Self::of(
            &self.types,
            &namespace_within(&cursor.node, &self.namespace),
        )
    }
}

/// The name of a definition without its namespace.
pub(super) fn short_name(cursor: &Cursor) -> Option<String> {
    let full = full_name(&cursor.node, "")?;
    full.rsplit('.').next().map(str::to_owned)
}

/// Whether a file as a whole is an Avro schema that defines types.
fn is_schema(root: &Cursor) -> bool {
    let union = |root: &Cursor| root.items().iter().any(|item| is_definition(&item.node));
    is_definition(&root.node) || union(root)
}

/// The namespace around a place of a schema.
fn namespace_at(root: &Cursor, place: &Origin) -> String {
    let (mut node, mut namespace) = (&root.node, String::new());
    for token in place.pointer.tokens() {
        namespace = namespace_within(node, &namespace);
        match node.child(&token) {
            Some(child) => node = child,
            None => break,
        }
    }
    namespace
}

fn definitions(context: &mut Context<'_>, root: &Cursor) -> BTreeMap<String, (Cursor, String)> {
    let mut found = BTreeMap::new();
    let mut open = vec![(root.clone(), String::new())];
    let mut behind = BTreeSet::new();
    while let Some((cursor, namespace)) = open.pop() {
        if is_reference(&cursor) {
            let target = context.follow(cursor).map(|followed| followed.target);
            open.extend(
                target
                    .filter(|target| behind.insert(target.origin.clone()))
                    .map(|target| (target, namespace)),
            );
            continue;
        }
        let inner = namespace_within(&cursor.node, &namespace);
        let parts = below(&cursor).into_iter().rev();
        open.extend(parts.map(|part| (part, inner.clone())));
        if let Some(definition) = definition(cursor, namespace) {
            let place = (definition.at, definition.namespace);
            found.entry(definition.name).or_insert(place);
        }
    }
    found
}

fn is_reference(cursor: &Cursor) -> bool {
    let target = cursor.node.get("$ref");
    target.is_some_and(|target| matches!(target.kind, Kind::Scalar(_)))
}
