//! The support module: real files, copied as they are.
//!
//! In: the package, for the tables that it uses. Out: paths and texts, and the names that the crate's root re-exports.
//! A table that nothing uses is left out, because the compiler warns of it.

mod sources;
mod tables;

use std::collections::BTreeSet;
use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::text;
use crate::rust::{Item, Package, Type};
use sources::{ROOT, SESSION, SOURCES, WEBSOCKET};

pub(super) use tables::Table;

/// The support files that the package needs, each with the header of generated files.
pub(super) fn files(package: &Package) -> Vec<(PathBuf, String)> {
    let tables = tables(package);
    let used = tables
        .iter()
        .map(|table| (format!("{}_table", table.name()), table.source()));
    let session = has_session(package);
    let always = SOURCES
        .iter()
        .chain(SESSION.iter().chain(WEBSOCKET).filter(|_| session))
        .map(|(name, source)| ((*name).to_owned(), *source));
    let below = always.chain(used).map(|(name, source)| {
        let path = PathBuf::from("src/support").join(name).with_extension("rs");
        (path, with_header(source))
    });
    let root = (
        PathBuf::from("src/support.rs"),
        root(&tables, session_modules(package)),
    );
    std::iter::once(root).chain(below).collect()
}

/// Whether a channel of the package has a session.
pub(super) fn has_session(package: &Package) -> bool {
    let files = package.modules.iter().flat_map(|module| &module.files);
    let mut items = files.flat_map(|file| &file.items);
    items.any(|item| matches!(item, Item::Session(_)))
}

/// The modules that only a crate with a session has.
fn session_modules(package: &Package) -> TokenStream {
    if !has_session(package) {
        return TokenStream::new();
    }
    quote! {
        pub mod client;
        pub mod session;
        #[cfg(feature = "websocket")]
        pub mod websocket;
    }
}

/// The names that the support module exports, sorted.
pub(super) fn exports() -> BTreeSet<Ident> {
    let root = syn::parse_file(ROOT).expect("the support module parses");
    let mut names = BTreeSet::new();
    for item in root.items {
        if let syn::Item::Use(item) = item {
            exported(&item.tree, &mut names);
        }
    }
    names
}

fn exported(tree: &syn::UseTree, names: &mut BTreeSet<Ident>) {
    match tree {
        syn::UseTree::Path(path) => exported(&path.tree, names),
        syn::UseTree::Name(name) => {
            names.insert(name.ident.clone());
        }
        syn::UseTree::Rename(rename) => {
            names.insert(rename.rename.clone());
        }
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| exported(tree, names)),
        syn::UseTree::Glob(_) => {}
    }
}

/// The constant part, then what sessions need, then the tables that are used.
fn root(tables: &BTreeSet<Table>, session: TokenStream) -> String {
    let modules = tables
        .iter()
        .map(|table| format_ident!("{}_table", table.name()));
    let uses = modules.clone().zip(tables).map(|(module, table)| {
        let name = Ident::new(table.name(), Span::call_site());
        quote!(pub(crate) use #module::#name;)
    });
    let tables = text::items(quote!(#session #(mod #modules;)* #(#uses)*));
    with_header(&if tables.trim().is_empty() {
        ROOT.to_owned()
    } else {
        format!("{ROOT}\n{tables}")
    })
}

fn with_header(source: &str) -> String {
    format!("// {}: the same for every document\n\n{source}", text::MARK)
}

/// The tables that the package's items use, and those that these use.
fn tables(package: &Package) -> BTreeSet<Table> {
    let files = package.modules.iter().flat_map(|module| &module.files);
    let items = files.flat_map(|file| &file.items);
    items
        .filter_map(used_by)
        .flat_map(|table| [table].into_iter().chain(table.needs().iter().copied()))
        .collect()
}

/// The table that an item is written with.
fn used_by(item: &Item) -> Option<Table> {
    match item {
        Item::Struct(_) => Some(Table::Object),
        Item::Union(_) => Some(Table::Union),
        Item::StringEnum(_) => Some(Table::StringEnum),
        Item::ValueEnum(_) => Some(Table::ValueEnum),
        Item::Newtype(item) => Some(match item.inner {
            Type::Text => Table::Text,
            Type::Secret => Table::Secret,
            _ => Table::Transparent,
        }),
        Item::Alias(_)
        | Item::Constant(_)
        | Item::Server(_)
        | Item::Address(_)
        | Item::Session(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{SESSION, SOURCES, Table, WEBSOCKET};

    #[test]
    fn every_support_file_is_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("support");
        let there: BTreeSet<String> = ["", "client", "session", "websocket"]
            .into_iter()
            .flat_map(|folder| names(&root, folder))
            .collect();
        let listed = SOURCES.iter().chain(SESSION).chain(WEBSOCKET);
        let always = listed.map(|(name, _)| (*name).to_owned());
        let tables = Table::ALL.map(|table| format!("{}_table", table.name()));
        assert_eq!(there, always.chain(tables).collect());
    }

    /// The Rust files of a folder, by their paths without the extension.
    fn names(root: &Path, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(root.join(folder)).expect("a support folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let sources = paths.filter(|path| path.extension().is_some_and(|it| it == "rs"));
        let below = sources.map(|path| path.with_extension(""));
        below
            .map(|path| {
                path.strip_prefix(root)
                    .expect("a path below")
                    .display()
                    .to_string()
            })
            .collect()
    }
}
