//! Which Rust type stands for a place of a document.
//!
//! In: a [`Package`] and the place of a schema. Out: the type with its whole path, as text.

use crate::rust::{Field, FieldKind, File, FileKind, Item, Module, Package, Type};
use crate::source::Origin;

/// The type of the schema at a place: the item that is made from it, else the type of the field that stands there.
/// `None` for a schema that has no type of its own.
///
/// `root` is the name under which the reader knows the crate (`crate` inside it).
pub(crate) fn type_at(package: &Package, at: &Origin, root: &str) -> Option<String> {
    let modules = || package.modules.iter();
    let item = modules().find_map(|module| {
        path(module, root, |item| {
            is_type(item) && place(item) == Some(at)
        })
    });
    item.or_else(|| modules().find_map(|module| field_type(module, at, root)))
}

fn is_type(item: &Item) -> bool {
    !matches!(
        item,
        Item::Constant(_) | Item::Server(_) | Item::Address(_) | Item::Session(_)
    )
}

fn place(item: &Item) -> Option<&Origin> {
    match item {
        Item::Struct(item) => Some(&item.at),
        Item::StringEnum(item) => Some(&item.at),
        Item::ValueEnum(item) => Some(&item.at),
        Item::Union(item) => Some(&item.at),
        Item::Newtype(item) => Some(&item.at),
        Item::Alias(item) => Some(&item.at),
        Item::Server(item) => Some(&item.at),
        Item::Address(item) => Some(&item.at),
        Item::Session(item) => Some(&item.at),
        Item::Constant(_) => None,
    }
}

/// The path of the first item that is meant; those of schemas come before those of channels.
fn path(module: &Module, root: &str, is_meant: impl Fn(&Item) -> bool) -> Option<String> {
    let found = |file: &File| {
        let item = file.items.iter().find(|item| is_meant(item))?;
        Some(match file.kind {
            FileKind::Schemas => format!("{root}::{}::{}", module.name, item.name()),
            FileKind::Channel | FileKind::Servers => {
                format!("{root}::{}::{}::{}", module.name, file.name, item.name())
            }
        })
    };
    let schemas = module
        .files
        .iter()
        .filter(|file| file.kind == FileKind::Schemas);
    let others = module
        .files
        .iter()
        .filter(|file| file.kind != FileKind::Schemas);
    schemas.chain(others).find_map(found)
}

fn field_type(module: &Module, at: &Origin, root: &str) -> Option<String> {
    let items = module.files.iter().flat_map(|file| &file.items);
    let field = items.flat_map(fields).find(|field| field.at == *at)?;
    let ty = written(&field.ty, module, root);
    Some(match field.kind {
        FieldKind::Required | FieldKind::Optional => ty,
        FieldKind::Nullable => format!("Option<{ty}>"),
    })
}

fn fields(item: &Item) -> &[Field] {
    match item {
        Item::Struct(item) => &item.fields,
        _ => &[],
    }
}

fn written(ty: &Type, module: &Module, root: &str) -> String {
    let inner = |ty: &Type| written(ty, module, root);
    let support = |name: &str| format!("{root}::support::{name}");
    match ty {
        Type::Named(name) => path(module, root, |item| is_type(item) && item.name() == name)
            .unwrap_or_else(|| name.to_string()),
        Type::Text => support("Text"),
        Type::Secret => support("Secret"),
        Type::Number => support("Number"),
        Type::Null => support("Null"),
        Type::Value => support("Value"),
        Type::Bytes => support("Bytes"),
        Type::Bool => "bool".to_owned(),
        Type::Integer(name) => (*name).to_owned(),
        Type::Vec(item) => format!("Vec<{}>", inner(item)),
        Type::OneOrMany(item) => format!("{}<{}>", support("OneOrMany"), inner(item)),
        Type::Map(value) => format!("{}<{}>", support("Map"), inner(value)),
        Type::Nullable(value) => format!("Option<{}>", inner(value)),
        Type::Boxed(value) => format!("Box<{}>", inner(value)),
        Type::Tuple(items) => {
            let items: Vec<String> = items.iter().map(inner).collect();
            format!("({})", items.join(", "))
        }
    }
}
