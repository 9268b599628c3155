//! Type aliases.
//!
//! In: [`Alias`]. Out: `pub type`.

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::{docs, types};
use crate::rust::Alias;

/// A type alias.
pub(super) fn tokens<'a>(item: &'a Alias, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let ty = types::tokens(&item.ty, scope);
    quote!(#docs pub type #name = #ty;)
}
