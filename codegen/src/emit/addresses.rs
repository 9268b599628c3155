//! Channel addresses.
//!
//! In: [`Address`]. Out: a constant where nothing varies, else a struct of the parameters that writes the address.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::path::ident;
use super::scope::Scope;
use super::template::Template;
use crate::rust::Address;

/// The items of an address.
pub(super) fn tokens<'a>(item: &'a Address, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, text) = (docs::item(&item.docs, &item.at), &item.template);
    if item.parameters.is_empty() {
        let name = ident(&item.name);
        return quote!(#docs pub const #name: &str = #text;);
    }
    Template {
        name: &item.name,
        docs,
        constants: quote! {
            /// The address as the document writes it.
            pub const TEMPLATE: &str = #text;
        },
        methods: TokenStream::new(),
        parameters: &item.parameters,
        segments: &item.segments,
    }
    .tokens(scope)
}
