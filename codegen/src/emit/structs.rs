//! Structs with named fields.
//!
//! In: [`Struct`]. Out: the struct, a constructor where something is required, and the table of its wire names.

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::Scope;
use super::support::Table;
use super::{docs, types, values};
use crate::rust::{ConstKey, Field, FieldKind, Item, Struct, Type, UnknownKeys};

/// The items of a struct.
pub(super) fn tokens<'a>(item: &'a Struct, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let default = required(item).next().is_none().then(|| quote!(Default,));
    let fields: Vec<_> = item.fields.iter().map(|it| field(it, scope)).collect();
    let rest = rest(&item.unknown, scope);
    let constructor = constructor(item, scope);
    let table = table(item, scope);
    quote! {
        #docs
        #[derive(Clone, Debug, #default PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
        #constructor
        #table
    }
}

fn required(item: &Struct) -> impl Iterator<Item = &Field> {
    item.fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required)
}

fn field<'a>(field: &'a Field, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::part(&field.docs, &field.wire), ident(&field.name));
    let ty = types::field(field.kind, &field.ty, scope);
    quote!(#docs pub #name: #ty)
}

fn rest<'a>(unknown: &'a UnknownKeys, scope: &mut Scope<'a>) -> Option<TokenStream> {
    let UnknownKeys::Keep(name, ty) = unknown else {
        return None;
    };
    let (name, ty) = (ident(name), types::tokens(ty, scope));
    let map = scope.support("Map");
    Some(quote! {
        /// Every entry whose key is none of the above.
        pub #name: #map<#ty>,
    })
}

fn constructor<'a>(item: &'a Struct, scope: &mut Scope<'a>) -> Option<TokenStream> {
    required(item).next()?;
    let name = ident(&item.name);
    let arguments: Vec<_> = required(item).map(|field| argument(field, scope)).collect();
    let fields: Vec<_> = item
        .fields
        .iter()
        .map(|field| initial(field, scope))
        .collect();
    let rest = match &item.unknown {
        UnknownKeys::Keep(name, _) => {
            let (name, map) = (ident(name), scope.support("Map"));
            Some(quote!(#name: #map::new()))
        }
        UnknownKeys::Skip | UnknownKeys::Refuse => None,
    };
    let fields = fields.into_iter().chain(rest);
    Some(quote! {
        impl #name {
            /// A value with what must be there; everything else is absent.
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#fields),* }
            }
        }
    })
}

fn argument<'a>(field: &'a Field, scope: &mut Scope<'a>) -> TokenStream {
    let (name, ty) = (ident(&field.name), types::tokens(&field.ty, scope));
    if converts(&field.ty, scope) {
        let into = scope.prelude("Into");
        quote!(#name: impl #into<#ty>)
    } else {
        quote!(#name: #ty)
    }
}

fn initial<'a>(field: &'a Field, scope: &mut Scope<'a>) -> TokenStream {
    let name = ident(&field.name);
    match field.kind {
        FieldKind::Required if converts(&field.ty, scope) => quote!(#name: #name.into()),
        FieldKind::Required => quote!(#name),
        FieldKind::Optional | FieldKind::Nullable => {
            let none = scope.prelude("None");
            quote!(#name: #none)
        }
    }
}

/// Whether a caller may give something simpler than the type itself.
fn converts(ty: &Type, scope: &Scope<'_>) -> bool {
    if matches!(ty, Type::Boxed(_)) {
        return true;
    }
    match scope.index().behind(ty) {
        Type::Text | Type::Secret => true,
        Type::Named(name) => matches!(
            scope.index().item(name),
            Some(Item::Newtype(_) | Item::StringEnum(_) | Item::ValueEnum(_) | Item::Union(_))
        ),
        _ => false,
    }
}

/// Whether null is one of the type's own values.
fn takes_null(ty: &Type, scope: &Scope<'_>) -> bool {
    let ty = scope.index().behind(ty);
    matches!(ty, Type::Null | Type::Value | Type::Nullable(_))
}

fn table(item: &Struct, scope: &mut Scope<'_>) -> TokenStream {
    let (object, name) = (scope.table(Table::Object), ident(&item.name));
    let constants = item.constants.iter().map(constant);
    let fields = item.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.name), &field.wire);
        let kind = match field.kind {
            FieldKind::Required => quote!(required),
            FieldKind::Optional if takes_null(&field.ty, scope) => quote!(any),
            FieldKind::Optional => quote!(optional),
            FieldKind::Nullable => quote!(nullable),
        };
        quote!(#name: #kind #wire)
    });
    let unknown = match &item.unknown {
        UnknownKeys::Skip => None,
        UnknownKeys::Refuse => Some(quote!(..deny)),
        UnknownKeys::Keep(name, _) => {
            let name = ident(name);
            Some(quote!(..keep #name))
        }
    };
    let rows = constants.chain(fields).chain(unknown);
    quote!(#object! { #name { #(#rows,)* } })
}

fn constant(constant: &ConstKey) -> TokenStream {
    let (wire, value) = (&constant.wire, values::tree(&constant.value));
    if constant.required {
        quote!(#wire = #value required)
    } else {
        quote!(#wire = #value optional)
    }
}
