//! Newtypes over one wire type.
//!
//! In: [`Newtype`]. Out: the table that makes the type (`text!`, `secret!`), or a tuple struct that is on the wire what
//! it holds.

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::support::Table;
use super::{docs, types};
use crate::rust::{Newtype, Type};

/// The items of a newtype.
pub(super) fn tokens<'a>(item: &'a Newtype, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    match &item.inner {
        Type::Text => {
            let table = scope.table(Table::Text);
            quote!(#table! { #docs pub struct #name; })
        }
        Type::Secret => {
            let table = scope.table(Table::Secret);
            quote!(#table! { #docs pub struct #name; })
        }
        _ => tuple(item, scope),
    }
}

fn tuple<'a>(item: &'a Newtype, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let (inner, derives) = (types::tokens(&item.inner, scope), derives(&item.inner));
    let (from, transparent) = (scope.prelude("From"), scope.table(Table::Transparent));
    quote! {
        #docs
        #[derive(#derives)]
        pub struct #name(pub #inner);

        impl #from<#inner> for #name {
            fn from(value: #inner) -> Self {
                Self(value)
            }
        }

        #transparent! { #name, }
    }
}

fn derives(inner: &Type) -> TokenStream {
    match inner {
        Type::Bool | Type::Integer(_) => {
            quote!(
                Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash
            )
        }
        _ => quote!(Clone, Debug, PartialEq),
    }
}
