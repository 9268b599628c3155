//! Structs that write a text with values in it: server URLs and channel addresses.
//!
//! In: parameters and the parts of a template. Out: the struct, its constructors, and its `Display`.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::path::ident;
use super::scope::Scope;
use crate::rust::{Ident, Parameter, Segment};

/// A struct with the parameters as its fields.
pub(super) struct Template<'a> {
    /// Its name.
    pub(super) name: &'a Ident,
    /// Its docs.
    pub(super) docs: TokenStream,
    /// Its constants.
    pub(super) constants: TokenStream,
    /// Its methods.
    pub(super) methods: TokenStream,
    /// The fields.
    pub(super) parameters: &'a [Parameter],
    /// The text.
    pub(super) segments: &'a [Segment],
}

impl<'a> Template<'a> {
    /// The struct with its `impl`s.
    pub(super) fn tokens(&self, scope: &mut Scope<'a>) -> TokenStream {
        let (docs, name) = (&self.docs, ident(self.name));
        let constants = block(&name, &self.constants);
        let derived = self.parameters.is_empty().then(|| quote!(Default,));
        let fields: Vec<_> = self.parameters.iter().map(|it| field(it, scope)).collect();
        let (constructor, methods) = (self.constructor(scope), &self.methods);
        let methods = block(&name, &quote!(#constructor #methods));
        let default = self.default(scope);
        let display = self.display(scope);
        quote! {
            #docs
            #[derive(Clone, Debug, #derived PartialEq, Eq)]
            #[non_exhaustive]
            pub struct #name { #(#fields,)* }
            #constants
            #methods
            #default
            #display
        }
    }

    /// `new`, where a parameter has no default.
    fn constructor(&self, scope: &mut Scope<'a>) -> Option<TokenStream> {
        let required = self.parameters.iter().filter(|it| it.default.is_none());
        let arguments: Vec<_> = required.map(|it| argument(it, scope)).collect();
        if arguments.is_empty() {
            return None;
        }
        let fields = self.initial_fields();
        Some(quote! {
            /// With these values, and the defaults for the rest.
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#fields),* }
            }
        })
    }

    /// `Default`, where there are parameters and each has one.
    fn default(&self, scope: &Scope<'a>) -> Option<TokenStream> {
        let complete = self.parameters.iter().all(|it| it.default.is_some());
        if self.parameters.is_empty() || !complete {
            return None;
        }
        let (name, fields) = (ident(self.name), self.initial_fields());
        let default = scope.prelude("Default");
        Some(quote! {
            impl #default for #name {
                fn default() -> Self {
                    Self { #(#fields),* }
                }
            }
        })
    }

    fn initial_fields(&self) -> impl Iterator<Item = TokenStream> + 'a {
        self.parameters.iter().map(|parameter| {
            let name = ident(&parameter.name);
            match &parameter.default {
                Some(value) => quote!(#name: #value.into()),
                None => quote!(#name: #name.into()),
            }
        })
    }

    fn display(&self, scope: &mut Scope<'a>) -> TokenStream {
        let (name, fmt) = (ident(self.name), scope.fmt());
        let write = self.write();
        quote! {
            impl #fmt::Display for #name {
                fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                    #write
                }
            }
        }
    }

    fn write(&self) -> TokenStream {
        let values = self.segments.iter().filter_map(|segment| match segment {
            Segment::Literal(_) => None,
            Segment::Parameter(name) => Some(ident(name)),
        });
        let values: Vec<_> = values.collect();
        let pieces = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => text.as_str(),
            Segment::Parameter(_) => "",
        });
        if values.is_empty() {
            let text: String = pieces.collect();
            return quote!(f.write_str(#text));
        }
        let format = self.format();
        quote!(write!(f, #format, #(self.#values),*))
    }

    fn format(&self) -> String {
        let pieces = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => text.replace('{', "{{").replace('}', "}}"),
            Segment::Parameter(_) => "{}".to_owned(),
        });
        pieces.collect()
    }
}

/// An `impl` of the struct's own; none where nothing would be in it.
fn block(name: &syn::Ident, members: &TokenStream) -> Option<TokenStream> {
    (!members.is_empty()).then(|| quote!(impl #name { #members }))
}

fn ty<'a>(parameter: &'a Parameter, scope: &mut Scope<'a>) -> TokenStream {
    match &parameter.ty {
        Some(name) => {
            let name = scope.named(name);
            quote!(#name)
        }
        None => {
            let string = scope.prelude("String");
            quote!(#string)
        }
    }
}

fn field<'a>(parameter: &'a Parameter, scope: &mut Scope<'a>) -> TokenStream {
    let docs = docs::part(&parameter.docs, &parameter.wire);
    let (name, ty) = (ident(&parameter.name), ty(parameter, scope));
    quote!(#docs pub #name: #ty)
}

fn argument<'a>(parameter: &'a Parameter, scope: &mut Scope<'a>) -> TokenStream {
    let (name, ty) = (ident(&parameter.name), ty(parameter, scope));
    let into = scope.prelude("Into");
    quote!(#name: impl #into<#ty>)
}
