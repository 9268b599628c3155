//! Servers.
//!
//! In: [`Server`]. Out: a struct of its variables that writes its URL, with the protocol and what security asks for.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::scope::Scope;
use super::template::Template;
use crate::rust::Server;

/// The items of a server.
pub(super) fn tokens<'a>(item: &'a Server, scope: &mut Scope<'a>) -> TokenStream {
    let string = scope.prelude("String");
    Template {
        name: &item.name,
        docs: docs::item(&item.docs, &item.at),
        constants: constants(item),
        methods: quote! {
            /// The URL, with the values of the variables in their places.
            pub fn url(&self) -> #string {
                self.to_string()
            }
        },
        parameters: &item.parameters,
        segments: &item.url,
    }
    .tokens(scope)
}

fn constants(item: &Server) -> TokenStream {
    let protocol = &item.protocol;
    let security = item
        .security
        .iter()
        .map(|(scheme, kind, scopes)| quote!((#scheme, #kind, &[#(#scopes),*])));
    quote! {
        /// The protocol.
        pub const PROTOCOL: &str = #protocol;
        /// The alternatives of which a client must satisfy one: scheme, type, scopes. Empty: none is asked for.
        pub const SECURITY: &[(&str, &str, &[&str])] = &[#(#security),*];
    }
}
