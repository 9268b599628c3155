//! Open enums of values that are not all strings.
//!
//! In: [`ValueEnum`]. Out: its table, which is also the enum; the variant for other values is the table's affair.

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::support::Table;
use super::{docs, values};
use crate::rust::ValueEnum;

/// The table of a value enum.
pub(super) fn tokens(item: &ValueEnum, scope: &mut Scope<'_>) -> TokenStream {
    let table = scope.table(Table::ValueEnum);
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let variants = item.variants.iter().map(|variant| {
        let docs = docs::part(&variant.docs, &variant.wire.to_string());
        let (name, value) = (ident(&variant.name), values::tree(&variant.wire));
        quote!(#docs #name = #value)
    });
    quote!(#table! { #docs pub enum #name { #(#variants,)* } })
}
