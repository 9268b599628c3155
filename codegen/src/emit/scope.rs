//! What the names in one file mean: which are imported, and which must be written with their path.
//!
//! In: the file's items and the module around them. Out: paths as short as the file allows, and the `use` lines for
//! exactly what was used. A schema that has the name of a support or prelude type keeps it; the other gives way.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::path::{ident, path};
use super::support::Table;
use super::types;
use crate::rust::{File, FileKind, Ident, Item, Module, Type};

/// The items of a module by name.
pub(super) struct Index<'a> {
    homes: BTreeMap<&'a Ident, (&'a File, &'a Item)>,
    root_channel: Option<&'a Ident>,
}

impl<'a> Index<'a> {
    /// Reads the module's files; a schema wins over a channel's item of the same name.
    pub(super) fn new(module: &'a Module) -> Self {
        let mut homes = BTreeMap::new();
        for file in &module.files {
            for item in &file.items {
                let home = homes.entry(item.name()).or_insert((file, item));
                if file.kind == FileKind::Schemas {
                    *home = (file, item);
                }
            }
        }
        Self {
            homes,
            root_channel: module.root_channel.as_ref(),
        }
    }

    /// The type behind aliases and boxes.
    pub(super) fn behind<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = ty;
        for _ in 0..=self.homes.len() {
            ty = match ty {
                Type::Boxed(inner) => inner,
                Type::Named(name) => match self.homes.get(name) {
                    Some((_, Item::Alias(alias))) => &alias.ty,
                    _ => return ty,
                },
                _ => return ty,
            };
        }
        ty
    }

    /// The item of this name.
    pub(super) fn item(&self, name: &Ident) -> Option<&'a Item> {
        self.homes.get(name).map(|(_, item)| *item)
    }
}

/// The names of one file.
pub(super) struct Scope<'a> {
    index: &'a Index<'a>,
    own: BTreeSet<&'a Ident>,
    taken: BTreeSet<&'a str>,
    named: BTreeSet<&'a Ident>,
    support: BTreeSet<&'static str>,
    qualified: bool,
    formats: bool,
}

/// Names of the prelude that generated text uses, with the path that works whatever they are shadowed by.
const PRELUDE: [(&str, &[&str]); 9] = [
    ("Box", &["std", "boxed", "Box"]),
    ("Default", &["std", "default", "Default"]),
    ("From", &["std", "convert", "From"]),
    ("Into", &["std", "convert", "Into"]),
    ("None", &["std", "option", "Option", "None"]),
    ("Option", &["std", "option", "Option"]),
    ("Some", &["std", "option", "Option", "Some"]),
    ("String", &["std", "string", "String"]),
    ("Vec", &["std", "vec", "Vec"]),
];

impl<'a> Scope<'a> {
    /// The scope of a file, with nothing imported yet.
    pub(super) fn new(index: &'a Index<'a>, file: &'a File) -> Self {
        let own: BTreeSet<_> = file.items.iter().map(Item::name).collect();
        let mut named = own.clone();
        for item in &file.items {
            types::names(item, &mut named);
        }
        Self {
            index,
            own,
            taken: named.into_iter().map(Ident::as_str).collect(),
            named: BTreeSet::new(),
            support: BTreeSet::new(),
            qualified: false,
            formats: false,
        }
    }

    /// The items around this file.
    pub(super) fn index(&self) -> &'a Index<'a> {
        self.index
    }

    /// An item of the package.
    pub(super) fn named(&mut self, name: &'a Ident) -> syn::Ident {
        if !self.own.contains(name) {
            self.named.insert(name);
        }
        ident(name)
    }

    /// A type of the support module.
    pub(super) fn support(&mut self, name: &'static str) -> syn::Path {
        if self.taken.contains(name) {
            self.qualified = true;
            return path(["support", name]);
        }
        self.support.insert(name);
        path([name])
    }

    /// A macro of the support module.
    pub(super) fn table(&mut self, table: Table) -> syn::Path {
        self.qualified = true;
        path(["support", table.name()])
    }

    /// A name of the prelude.
    pub(super) fn prelude(&self, name: &'static str) -> syn::Path {
        let full = PRELUDE.iter().find(|(short, _)| *short == name);
        match full {
            Some((_, full)) if self.taken.contains(name) => path(full.iter().copied()),
            _ => path([name]),
        }
    }

    /// `fmt`, imported.
    pub(super) fn fmt(&mut self) -> syn::Path {
        self.formats = true;
        path(["fmt"])
    }

    /// The `use` lines for what was used.
    pub(super) fn imports(&self) -> TokenStream {
        let formats = self.formats.then(|| {
            quote!(
                use std::fmt;
            )
        });
        let support = self.support_import();
        let items = self.item_imports();
        quote!(#formats #support #items)
    }

    fn support_import(&self) -> Option<TokenStream> {
        let names = self.support.iter().map(|name| path([*name]));
        match (self.qualified, self.support.is_empty()) {
            (true, true) => Some(quote!(
                use super::super::support;
            )),
            (true, false) => Some(quote!(use super::super::support::{self, #(#names),*};)),
            (false, false) => Some(quote!(use super::super::support::{#(#names),*};)),
            (false, true) => None,
        }
    }

    fn item_imports(&self) -> TokenStream {
        let (root, channels): (Vec<&Ident>, Vec<&Ident>) = self
            .named
            .iter()
            .copied()
            .partition(|name| self.channel_of(name).is_none());
        let channels = channels.into_iter().map(|name| {
            let channel = self.channel_of(name).map(ident);
            let name = ident(name);
            quote!(use super::#channel::#name;)
        });
        let root: Vec<_> = root.into_iter().map(ident).collect();
        let root = (!root.is_empty()).then(|| quote!(use super::{#(#root),*};));
        quote!(#(#channels)* #root)
    }

    /// The public module that an item is reached through, where the document's module does not re-export it.
    fn channel_of(&self, name: &Ident) -> Option<&'a Ident> {
        let (file, _) = self.index.homes.get(name)?;
        let at_root = file.kind == FileKind::Schemas || self.index.root_channel == Some(&file.name);
        (!at_root).then_some(&file.name)
    }
}
