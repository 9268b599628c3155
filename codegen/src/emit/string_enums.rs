//! Open enums of strings.
//!
//! In: [`StringEnum`]. Out: its table, which is also the enum; the variant for other strings is the table's affair.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::path::ident;
use super::scope::Scope;
use super::support::Table;
use crate::rust::StringEnum;

/// The table of a string enum.
pub(super) fn tokens(item: &StringEnum, scope: &mut Scope<'_>) -> TokenStream {
    let table = scope.table(Table::StringEnum);
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (
            docs::part(&variant.docs, &variant.wire),
            ident(&variant.name),
        );
        let wire = &variant.wire;
        quote!(#docs #name = #wire)
    });
    quote!(#table! { #docs pub enum #name { #(#variants,)* } })
}
