//! References by name: to an `$id`, to an `$anchor`, to a named type of Avro.
//!
//! In: the two parts of a reference. Out: the place in the file that calls itself so.
//! Only the file that holds the reference is searched for `$id`s, and a path that leads to a file leads there:
//! AsyncAPI documents count paths from the file, whatever `$id` stands around. This room never follows a reference.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::{Found, Index};
use super::location::scheme;
use super::{Reference, dangling};
use crate::diagnostic::Diagnostics;
use crate::pointer::Pointer;
use crate::resolve::Context;
use crate::source::{Cursor, FileId, Origin};

/// What the files declare that references led to so far.
#[derive(Default)]
pub(crate) struct Indexes(BTreeMap<FileId, Arc<Index>>);

impl Context<'_> {
    /// What the part of a reference before `#` means: a file as a whole, or a schema with an `$id`.
    pub(super) fn resource(
        &mut self,
        reference: &Reference<'_>,
        location: &str,
    ) -> Result<Origin, Diagnostics> {
        let holder = &reference.value.origin;
        let index = self.index(holder.file);
        if location.is_empty() {
            let pointer = index.resource(&holder.pointer);
            return Ok(Origin {
                file: holder.file,
                pointer,
            });
        }
        let declared = index.id(&index.base(&holder.pointer).join(location));
        if scheme(location).is_some() && declared.is_some() {
            return self.only(reference, holder.file, declared);
        }
        match self.file(reference, location) {
            Ok(file) => Ok(Origin {
                file,
                pointer: Pointer::root(),
            }),
            Err(_) if declared.is_some() => self.only(reference, holder.file, declared),
            Err(fault) => Err(fault),
        }
    }

    /// The place that a pointer means: within a schema with an `$id` where that has it, else within the file.
    pub(super) fn pointed(
        &self,
        reference: &Reference<'_>,
        resource: &Origin,
        fragment: &str,
    ) -> Result<Origin, Diagnostics> {
        let pointer = Pointer::parse(&format!("#{fragment}"))
            .ok_or_else(|| dangling::malformed(reference, &self.root(resource.file)))?;
        let within = resource.pointer.clone();
        let within = Origin {
            file: resource.file,
            pointer: pointer.tokens().fold(within, |at, token| at.push(&token)),
        };
        let by_path = reference.text.starts_with('#') && self.sources.at(&within).is_none();
        let whole = Origin {
            file: resource.file,
            pointer,
        };
        Ok(if by_path { whole } else { within })
    }

    /// The node that calls itself by a plain name.
    pub(super) fn named(
        &mut self,
        reference: &Reference<'_>,
        resource: &Origin,
        fragment: &str,
    ) -> Result<Cursor, Diagnostics> {
        let index = self.index(resource.file);
        let found = decoded(fragment).and_then(|name| {
            let anchor = index.anchor(&name, &resource.pointer);
            anchor.or_else(|| index.named_type(&name))
        });
        if found.is_none() {
            let root = self.root(resource.file);
            return Err(dangling::name(reference, &root, &index.names()));
        }
        let place = self.only(reference, resource.file, found)?;
        Ok(self.node(&place))
    }

    /// The type that a pointer of one token names, when it leads nowhere as a pointer.
    pub(super) fn type_or(
        &mut self,
        reference: &Reference<'_>,
        pointed: &Origin,
        fault: Diagnostics,
    ) -> Result<Cursor, Diagnostics> {
        let index = self.index(pointed.file);
        let mut tokens = pointed.pointer.tokens();
        let (Some(name), None) = (tokens.next(), tokens.next()) else {
            return Err(fault);
        };
        let (_, types) = index.names();
        match index.named_type(&name) {
            None if types.is_empty() => Err(fault),
            None => Err(dangling::named_type(reference, &name, &types)),
            found => {
                let place = self.only(reference, pointed.file, found)?;
                Ok(self.node(&place))
            }
        }
    }

    fn only(
        &self,
        reference: &Reference<'_>,
        file: FileId,
        found: Option<Found>,
    ) -> Result<Origin, Diagnostics> {
        let place = |pointer| Origin { file, pointer };
        match found {
            Some(Found::Place(pointer)) => Ok(place(pointer)),
            Some(Found::Several(first, second)) => {
                Err(dangling::several(reference, place(first), place(second)))
            }
            None => Err(dangling::malformed(reference, &self.root(file))),
        }
    }

    fn node(&self, place: &Origin) -> Cursor {
        let node = self.sources.at(place);
        node.expect("an index knows places that exist")
    }

    fn index(&mut self, file: FileId) -> Arc<Index> {
        let known = self.indexes.0.get(&file);
        let index = known.map_or_else(|| Arc::new(Index::of(&self.root(file))), Arc::clone);
        self.indexes.0.insert(file, Arc::clone(&index));
        index
    }
}

/// A plain name, escapes decoded.
fn decoded(fragment: &str) -> Option<String> {
    Pointer::parse(&format!("#/{fragment}"))?.last()
}
