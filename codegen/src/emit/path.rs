//! Identifiers as tokens.
//!
//! In: identifiers and paths whose spelling is decided. Out: tokens. This room makes no name.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;

use crate::rust;

/// An identifier, raw where it is spelt so.
pub(super) fn ident(name: &rust::Ident) -> Ident {
    match name.as_str().strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name.as_str(), Span::call_site()),
    }
}

/// A path by its segments.
pub(super) fn path<'a>(segments: impl IntoIterator<Item = &'a str>) -> syn::Path {
    let segments: Punctuated<syn::PathSegment, syn::Token![::]> = segments
        .into_iter()
        .map(|segment| syn::PathSegment::from(Ident::new(segment, Span::call_site())))
        .collect();
    syn::Path {
        leading_colon: None,
        segments,
    }
}
