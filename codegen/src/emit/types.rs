//! Types as they stand in fields, and which items they name.
//!
//! In: [`Type`]. Out: tokens with the shortest paths that the file's scope allows.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

use super::scope::Scope;
use crate::rust::{FieldKind, Ident, Item, Type, UnknownKeys};

/// A type.
pub(super) fn tokens<'a>(ty: &'a Type, scope: &mut Scope<'a>) -> TokenStream {
    match ty {
        Type::Named(name) => scope.named(name).into_token_stream(),
        Type::Text => scope.support("Text").into_token_stream(),
        Type::Secret => scope.support("Secret").into_token_stream(),
        Type::Number => scope.support("Number").into_token_stream(),
        Type::Null => scope.support("Null").into_token_stream(),
        Type::Value => scope.support("Value").into_token_stream(),
        Type::Bytes => scope.support("Bytes").into_token_stream(),
        Type::Bool => quote!(bool),
        Type::Integer(name) => proc_macro2::Ident::new(name, Span::call_site()).into_token_stream(),
        Type::OneOrMany(item) => applied(scope.support("OneOrMany"), item, scope),
        Type::Map(value) => applied(scope.support("Map"), value, scope),
        Type::Vec(item) => applied(scope.prelude("Vec"), item, scope),
        Type::Nullable(value) => applied(scope.prelude("Option"), value, scope),
        Type::Boxed(value) => applied(scope.prelude("Box"), value, scope),
        Type::Tuple(positions) => {
            let positions = positions.iter().map(|ty| tokens(ty, scope));
            quote!((#(#positions),*))
        }
    }
}

fn applied<'a>(generic: syn::Path, argument: &'a Type, scope: &mut Scope<'a>) -> TokenStream {
    let argument = tokens(argument, scope);
    quote!(#generic<#argument>)
}

/// The type of a field: the value's, and whether it may be absent or null.
pub(super) fn field<'a>(kind: FieldKind, ty: &'a Type, scope: &mut Scope<'a>) -> TokenStream {
    let value = tokens(ty, scope);
    let option = scope.prelude("Option");
    match kind {
        FieldKind::Required => value,
        FieldKind::Optional => quote!(#option<#value>),
        FieldKind::Nullable => quote!(#option<#option<#value>>),
    }
}

/// Adds the names of the package's items that an item mentions.
pub(super) fn names<'a>(item: &'a Item, found: &mut BTreeSet<&'a Ident>) {
    match item {
        Item::Struct(item) => {
            item.fields
                .iter()
                .for_each(|field| within(&field.ty, found));
            if let UnknownKeys::Keep(_, ty) = &item.unknown {
                within(ty, found);
            }
        }
        Item::Union(item) => item
            .variants
            .iter()
            .for_each(|variant| within(&variant.ty, found)),
        Item::Newtype(item) => within(&item.inner, found),
        Item::Alias(item) => within(&item.ty, found),
        Item::Server(item) => found.extend(item.parameters.iter().filter_map(|it| it.ty.as_ref())),
        Item::Address(item) => found.extend(item.parameters.iter().filter_map(|it| it.ty.as_ref())),
        Item::Session(item) => {
            let sent = [&item.opening].into_iter().chain(&item.heartbeat);
            let status = item.status.iter().map(|status| &status.field.ty);
            sent.map(|message| &message.ty)
                .chain(status)
                .for_each(|ty| within(ty, found));
        }
        Item::StringEnum(_) | Item::ValueEnum(_) | Item::Constant(_) => {}
    }
}

fn within<'a>(ty: &'a Type, found: &mut BTreeSet<&'a Ident>) {
    match ty {
        Type::Named(name) => {
            found.insert(name);
        }
        Type::Vec(inner)
        | Type::OneOrMany(inner)
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner) => within(inner, found),
        Type::Tuple(positions) => positions.iter().for_each(|ty| within(ty, found)),
        Type::Text
        | Type::Secret
        | Type::Number
        | Type::Bool
        | Type::Integer(_)
        | Type::Null
        | Type::Value
        | Type::Bytes => {}
    }
}
