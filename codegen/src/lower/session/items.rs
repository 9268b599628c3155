//! The items of a document that are made already, by name and by place.
//!
//! In: files. Out: structs, unions and fields.

use crate::rust::{Field, File, FileKind, Ident, Item, SessionField, Type, Union};
use crate::source::Origin;

/// The items in some files.
pub(super) struct Items<'f>(&'f [File]);

impl<'f> Items<'f> {
    pub(super) fn new(files: &'f [File]) -> Self {
        Self(files)
    }

    /// The union of one direction of a channel.
    pub(super) fn direction(&self, channel: &Ident, name: &str) -> Option<&'f Union> {
        let is_channel = |file: &&File| file.kind == FileKind::Channel && file.name == *channel;
        let items = &self.0.iter().find(is_channel)?.items;
        items.iter().find_map(|item| match item {
            Item::Union(union) if union.name.as_str() == name => Some(union),
            _ => None,
        })
    }

    /// The fields of the struct that a type names; none for other types.
    pub(super) fn fields(&self, ty: &Type) -> &'f [Field] {
        match self.behind(ty) {
            Some(Item::Struct(item)) => &item.fields,
            _ => &[],
        }
    }

    /// Whether a type names a struct.
    pub(super) fn is_struct(&self, ty: &Type) -> bool {
        matches!(self.behind(ty), Some(Item::Struct(_)))
    }

    /// The field that is made from a property.
    pub(super) fn field_at(&self, ty: &Type, at: &Origin) -> Option<SessionField> {
        let mut fields = self.fields(ty).iter();
        fields.find(|field| field.at == *at).map(told)
    }

    /// The one field whose type is a union with a tag.
    pub(super) fn tagged(&self, ty: &Type) -> Option<SessionField> {
        let is_tagged = |field: &&Field| match self.behind(&field.ty) {
            Some(Item::Union(union)) => union.route.tag.is_some(),
            _ => false,
        };
        let mut tagged = self.fields(ty).iter().filter(is_tagged);
        tagged.next().filter(|_| tagged.next().is_none()).map(told)
    }

    /// The item behind a name, aliases and boxes.
    fn behind<'t>(&self, ty: &'t Type) -> Option<&'f Item>
    where
        'f: 't,
    {
        let mut ty = ty;
        // An alias that comes back to itself ends when every item has been seen.
        for _ in 0..=self.all().count() {
            match ty {
                Type::Boxed(inner) => ty = inner,
                Type::Named(name) => match self.all().find(|item| item.name() == name)? {
                    Item::Alias(alias) => ty = &alias.ty,
                    item => return Some(item),
                },
                _ => return None,
            }
        }
        None
    }

    fn all(&self) -> impl Iterator<Item = &'f Item> + use<'f> {
        let schemas = self.0.iter().filter(|file| file.kind == FileKind::Schemas);
        schemas.flat_map(|file| &file.items)
    }
}

fn told(field: &Field) -> SessionField {
    SessionField {
        name: field.name.clone(),
        wire: field.wire.clone(),
        ty: field.ty.clone(),
        kind: field.kind,
    }
}
