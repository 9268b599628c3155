//! Constants.
//!
//! In: [`Constant`]. Out: `pub const`.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::path::ident;
use crate::rust::{Constant, ConstantValue};

/// A constant.
pub(super) fn tokens(item: &Constant) -> TokenStream {
    let name = ident(&item.name);
    match &item.value {
        ConstantValue::Text(text) => {
            let docs = docs::part(&item.docs, text);
            quote!(#docs pub const #name: &str = #text;)
        }
        ConstantValue::Texts(texts) => {
            let docs = docs::part(&item.docs, &texts.join(", "));
            quote!(#docs pub const #name: &[&str] = &[#(#texts),*];)
        }
    }
}
