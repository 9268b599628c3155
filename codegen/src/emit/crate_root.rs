//! The crate's root.
//!
//! In: [`Package`]. Out: the text of `lib.rs`: a module per document, and the support types at the root.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::path::ident;
use super::{docs, support, text};
use crate::rust::{Module, Package};
use crate::settings::HandWritten;

/// The text of `lib.rs`.
pub(super) fn text(package: &Package) -> String {
    let docs = docs::crate_root(&lines(package));
    let modules = package.modules.iter().map(module);
    let names = support::exports().into_iter();
    let hand_written = package.hand_written.iter().map(hand_written);
    let session = support::has_session(package).then(session);
    let tokens = quote! {
        #docs
        #![forbid(unsafe_code)]
        #(#modules)*
        pub mod support;
        pub use support::{#(#names),*};
        #session
        #(#hand_written)*
    };
    text::file(&[header(package)], tokens)
}

/// A module that lies outside `src`.
fn hand_written(module: &HandWritten) -> TokenStream {
    let HandWritten {
        name,
        path,
        feature,
    } = module;
    // A keyword is no name of a module; its file is told by the path in any case.
    let name: Ident = syn::parse_str(name).unwrap_or_else(|_| format_ident!("{name}_"));
    quote! {
        #[cfg(feature = #feature)]
        #[path = #path]
        pub mod #name;
    }
}

/// Documents' modules have none of these names.
fn session() -> TokenStream {
    quote! {
        pub use support::{client, session};
        #[cfg(feature = "websocket")]
        pub use support::websocket;
    }
}

/// The header of what is made from all documents together.
pub(super) fn header(package: &Package) -> String {
    let sources: Vec<&str> = package
        .modules
        .iter()
        .map(|module| module.source.as_str())
        .collect();
    text::header(&sources.join(", "))
}

fn module(module: &Module) -> TokenStream {
    let name = ident(&module.name);
    quote!(pub mod #name;)
}

fn lines(package: &Package) -> Vec<String> {
    let mut lines = vec![
        "Typed messages of event streams, generated from AsyncAPI documents.".to_owned(),
        String::new(),
    ];
    lines.extend(
        package
            .modules
            .iter()
            .map(|module| format!("- [`{}`]", module.name)),
    );
    lines
}
