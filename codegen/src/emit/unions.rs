//! Unions.
//!
//! In: [`Union`]. Out: the enum, its table, and a constant for each tag.

mod table;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::{docs, types};
use crate::rust::{JsonKind, Tag, Union, Variant};

/// The items of a union.
pub(super) fn tokens<'a>(item: &'a Union, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let variants: Vec<_> = item.variants.iter().map(|it| variant(it, scope)).collect();
    let unknown = scope.support("Unknown");
    let table = table::tokens(item, scope);
    let constants = constants(item);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// None of the above, kept as it came.
            Unknown(#unknown),
        }
        #table
        #constants
    }
}

/// A constant for each string of the tag.
fn constants(item: &Union) -> TokenStream {
    let strings = |tag: &&Tag| tag.kind == JsonKind::String;
    let Some(tag) = item.route.tag.as_ref().filter(strings) else {
        return TokenStream::new();
    };
    let mut variants: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for value in &tag.values {
        let variants = variants.entry(&value.wire).or_default();
        variants.push(value.variant.as_str());
    }
    let constants = tag.values.iter().filter_map(|value| {
        let variants = variants.remove(value.wire.as_str())?;
        let variants = variants.into_iter().map(docs::code).collect::<Vec<_>>();
        let (key, variants) = (docs::code(&tag.key), variants.join(", "));
        let docs = docs::part(&[format!("The {key} of {variants}.")], &value.wire);
        let (name, wire) = (ident(&value.constant), &value.wire);
        Some(quote!(#docs pub const #name: &str = #wire;))
    });
    let constants: Vec<_> = constants.collect();
    if constants.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&item.name);
    quote!(impl #name { #(#constants)* })
}

fn variant<'a>(variant: &'a Variant, scope: &mut Scope<'a>) -> TokenStream {
    let docs = docs::part(&variant.docs, variant.name.as_str());
    let (name, ty) = (ident(&variant.name), types::tokens(&variant.ty, scope));
    quote!(#docs #name(#ty))
}
