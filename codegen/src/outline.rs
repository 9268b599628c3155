//! The API of a package as text, one line per fact: what a reviewer reads instead of the generated files.
//!
//! In: a [`Package`], or one [`Module`] of it. Out: lines in document order. Every line names its owner, so that a
//! hunk of a diff needs no context, and one changed fact changes one line.
//! This room knows no tokens and no documentation: of the docs only the deprecation shows.

mod items;
mod place;
mod sessions;
mod types;
mod unions;

use crate::rust::{Constant, ConstantValue, File, FileKind, Item, Module, Package};

use items::Owner;

pub(crate) use place::type_at;

/// The lines of every module, the modules apart by an empty line.
pub fn package(package: &Package) -> String {
    let modules: Vec<String> = package.modules.iter().map(module).collect();
    modules.join("\n")
}

/// The lines of one module.
///
/// Items that are reached at the module's root stand without a path, those of channels and servers with their module.
pub fn module(module: &Module) -> String {
    let mut lines = vec![format!("module {} from {:?}", module.name, module.source)];
    if let Some(root) = &module.root_channel {
        lines.push(format!("module {} re-exports {root}", module.name));
    }
    let root = Owner::root();
    for value in &module.constants {
        constant(&mut lines, &root, value);
    }
    for file in &module.files {
        file_lines(&mut lines, file);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn file_lines(lines: &mut Vec<String>, file: &File) {
    let owner = match file.kind {
        FileKind::Schemas => Owner::root(),
        FileKind::Channel => {
            lines.push(format!("channel {}", file.name));
            Owner::within(&file.name)
        }
        FileKind::Servers => Owner::within(&file.name),
    };
    for one in &file.items {
        item(lines, &owner, one);
    }
}

fn item(lines: &mut Vec<String>, owner: &Owner, item: &Item) {
    match item {
        Item::Struct(item) => items::object(lines, owner, item),
        Item::StringEnum(item) => items::string_enum(lines, owner, item),
        Item::ValueEnum(item) => items::value_enum(lines, owner, item),
        Item::Union(item) => unions::union(lines, owner, item),
        Item::Newtype(item) => items::newtype(lines, owner, item),
        Item::Alias(item) => items::alias(lines, owner, item),
        Item::Constant(item) => constant(lines, owner, item),
        Item::Server(item) => items::server(lines, owner, item),
        Item::Address(item) => items::address(lines, owner, item),
        Item::Session(item) => sessions::session(lines, owner, item),
    }
}

/// A text is one fact; a list is a fact for each of its texts.
fn constant(lines: &mut Vec<String>, owner: &Owner, constant: &Constant) {
    let name = owner.path(&constant.name);
    match &constant.value {
        ConstantValue::Text(text) => lines.push(format!("const {name} = {text:?}")),
        ConstantValue::Texts(texts) => {
            lines.push(format!("const {name}: list"));
            lines.extend(texts.iter().map(|text| format!("{name} lists {text:?}")));
        }
    }
}

#[cfg(test)]
mod tests;
