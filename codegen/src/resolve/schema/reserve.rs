//! Ids for places: each place gets one, before anything is known about it.
//!
//! In: cursors, which may be references or Multi Format Schema Objects. Out: ids of entries to be read later.
//! This room never knows what a schema says.

use super::body::Body;
use super::declared;
use super::entry::{Entry, Reading, Source};
use super::keyword::narrows_reference;
use super::{Language, Schemas};
use crate::diagnostic::Diagnostic;
use crate::model::SchemaId;
use crate::resolve::Context;
use crate::resolve::format::language;
use crate::resolve::reference::{Followed, is_reference};
use crate::source::{Cursor, Origin};

impl Schemas {
    /// The id for a cursor, which may be a reference.
    pub(super) fn reserve(
        &mut self,
        context: &mut Context<'_>,
        cursor: Cursor,
        reading: Reading,
    ) -> SchemaId {
        if let Some(&known) = self.by_origin.get(&cursor.origin) {
            self.prefer(known, &reading);
            return known;
        }
        let origin = cursor.origin.clone();
        let Some(followed) = context.follow(cursor) else {
            return self.enter(origin, Source::Done);
        };
        let target = match narrower(context, &followed) {
            Some(between) => self.reserve(context, between, reading),
            None => self.reserve_target(context, followed.target, reading),
        };
        match followed.reference {
            Some(reference)
                if narrows_reference(&reference) || is_component(&reference, context) =>
            {
                self.enter_beside(context, reference, target)
            }
            _ => target,
        }
    }

    /// The id for a node in a format that is not read; it is not followed either.
    pub(super) fn enter_opaque(&mut self, cursor: Cursor, format: &str) -> SchemaId {
        let reading = Reading::Opaque(format.to_owned());
        if let Some(&known) = self.by_origin.get(&cursor.origin) {
            self.prefer(known, &reading);
            return known;
        }
        let origin = cursor.origin.clone();
        self.enter(origin, Source::Node(cursor, reading))
    }

    /// The id for something that the document implies at a place where nothing, or something else, stands.
    pub(super) fn imply(&mut self, at: Origin, body: Body) -> SchemaId {
        let mut entry = Entry::new(at, Source::Done);
        entry.own = body;
        self.push(entry)
    }

    fn reserve_target(
        &mut self,
        context: &mut Context<'_>,
        target: Cursor,
        reading: Reading,
    ) -> SchemaId {
        if let Some(&known) = self.by_origin.get(&target.origin) {
            self.prefer(known, &reading);
            return known;
        }
        if let Some((schema, reading)) = wrapped(&target, &reading) {
            return self.unwrap(context, &target, schema, reading);
        }
        let origin = target.origin.clone();
        let id = self.enter(origin.clone(), Source::Node(target, reading));
        let path = &context.sources.source(origin.file).path;
        self.entry_mut(id).name = declared::name(&origin, path, context.document);
        id
    }

    /// The schema within a Multi Format Schema Object, which may not hold itself.
    fn unwrap(
        &mut self,
        context: &mut Context<'_>,
        wrapper: &Cursor,
        schema: Cursor,
        reading: Reading,
    ) -> SchemaId {
        if !self.wrappers.insert(wrapper.origin.clone()) {
            context.push(Diagnostic::error(
                "endless-schema",
                wrapper.place(),
                "this schema is nothing but itself",
            ));
            return self.enter(wrapper.origin.clone(), Source::Done);
        }
        let id = match &reading {
            Reading::Opaque(format) => self.enter_opaque(schema, format),
            Reading::Json | Reading::Avro(_) => self.reserve(context, schema, reading),
        };
        self.by_origin.insert(wrapper.origin.clone(), id);
        id
    }

    /// A schema component may be Avro: only its use says so.
    fn prefer(&mut self, id: SchemaId, reading: &Reading) {
        if let Source::Node(_, known @ Reading::Json) = &mut self.entry_mut(id).source {
            *known = reading.clone();
        }
    }

    fn enter(&mut self, origin: Origin, source: Source) -> SchemaId {
        let id = self.push(Entry::new(origin.clone(), source));
        self.by_origin.insert(origin, id);
        id
    }

    fn enter_beside(
        &mut self,
        context: &Context<'_>,
        reference: Cursor,
        target: SchemaId,
    ) -> SchemaId {
        let origin = reference.origin.clone();
        let name = declared::name_below_root(&origin, context.document);
        let id = self.enter(origin, Source::Beside(reference));
        let entry = self.entry_mut(id);
        entry.name = name;
        entry.parents = vec![target];
        entry.stands_for = Some(target);
        id
    }
}

/// The schema within a Multi Format Schema Object, with the way to read it.
fn wrapped(target: &Cursor, reading: &Reading) -> Option<(Cursor, Reading)> {
    let mapping = target.node.as_mapping()?;
    let only = |key: &str| matches!(key, "schema" | "schemaFormat") || key.starts_with("x-");
    if !matches!(reading, Reading::Json) || !mapping.entries().iter().all(|entry| only(&entry.key))
    {
        return None;
    }
    let format = target
        .node
        .get("schemaFormat")
        .and_then(|format| format.as_text())
        .unwrap_or_default();
    let reading = match language(format) {
        Some(Language::Avro) => Reading::Avro(None),
        Some(Language::Opaque) => Reading::Opaque(format.to_owned()),
        Some(Language::JsonSchema | Language::OpenApi) | None => Reading::Json,
    };
    Some((target.get("schema")?, reading))
}

/// The first reference after the first one that says more than its target does.
fn narrower(context: &Context<'_>, followed: &Followed) -> Option<Cursor> {
    let places = followed.trail.iter().skip(1);
    let mut nodes = places.filter_map(|place| context.sources.at(place));
    nodes.find(|node| is_reference(node) && narrows_reference(node))
}

/// Whether a reference is a component of its own, which keeps its name.
fn is_component(reference: &Cursor, context: &Context<'_>) -> bool {
    declared::name_below_root(&reference.origin, context.document).is_some()
}
