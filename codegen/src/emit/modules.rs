//! The files of one document: its module, and a file for each schema, channel and for the servers.
//!
//! In: [`Module`]. Out: paths and texts. It decides how items are reached: a schema's file is private and its items
//! are re-exported; channels and servers are public modules.

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::{Index, Scope};
use super::{
    addresses, aliases, constants, docs, newtypes, parallel, servers, sessions, string_enums,
    structs, text, unions, value_enums,
};
use crate::rust::{File, FileKind, Ident, Item, Module};

/// The module's own file and the files below it.
pub(super) fn files(module: &Module) -> Vec<(PathBuf, String)> {
    let index = Index::new(module);
    let folder = PathBuf::from("src").join(file_name(&module.name));
    let below = parallel::map(&module.files, |file| {
        let path = folder.join(file_name(&file.name)).with_extension("rs");
        (path, file_text(module, file, &index))
    });
    let root = (folder.with_extension("rs"), root_text(module));
    std::iter::once(root).chain(below).collect()
}

/// The name of a module's file, without its extension.
pub(super) fn file_name(name: &Ident) -> &str {
    name.as_str().trim_start_matches("r#")
}

fn root_text(module: &Module) -> String {
    let docs = docs::inner(&module.docs);
    let constants = module.constants.iter().map(constants::tokens);
    let files = module.files.iter().map(|file| {
        let name = ident(&file.name);
        match file.kind {
            FileKind::Schemas => quote!(mod #name;),
            FileKind::Channel | FileKind::Servers => quote!(pub mod #name;),
        }
    });
    let exports = module
        .files
        .iter()
        .filter(|file| is_at_root(module, file))
        .map(exports);
    let tokens = quote!(#docs #(#files)* #(#exports)* #(#constants)*);
    text::file(&[text::header(&module.source)], tokens)
}

fn is_at_root(module: &Module, file: &File) -> bool {
    file.kind == FileKind::Schemas || module.root_channel.as_ref() == Some(&file.name)
}

fn exports(file: &File) -> TokenStream {
    let module = ident(&file.name);
    let mut names: Vec<_> = file.items.iter().map(|item| ident(item.name())).collect();
    names.sort();
    match names.as_slice() {
        [] => TokenStream::new(),
        names => quote!(pub use #module::{#(#names),*};),
    }
}

fn file_text(module: &Module, file: &File, index: &Index<'_>) -> String {
    let mut scope = Scope::new(index, file);
    let items: Vec<_> = file.items.iter().map(|it| item(it, &mut scope)).collect();
    let (docs, imports) = (docs::inner(&file.docs), scope.imports());
    let place = file
        .at
        .iter()
        .map(|at| docs::printable(&at.pointer.to_string()));
    let header: Vec<String> = std::iter::once(text::header(&module.source))
        .chain(place)
        .collect();
    text::file(&header, quote!(#docs #imports #(#items)*))
}

fn item<'a>(item: &'a Item, scope: &mut Scope<'a>) -> TokenStream {
    match item {
        Item::Struct(item) => structs::tokens(item, scope),
        Item::StringEnum(item) => string_enums::tokens(item, scope),
        Item::ValueEnum(item) => value_enums::tokens(item, scope),
        Item::Union(item) => unions::tokens(item, scope),
        Item::Newtype(item) => newtypes::tokens(item, scope),
        Item::Alias(item) => aliases::tokens(item, scope),
        Item::Constant(item) => constants::tokens(item),
        Item::Server(item) => servers::tokens(item, scope),
        Item::Address(item) => addresses::tokens(item, scope),
        Item::Session(item) => sessions::tokens(item, scope),
    }
}
