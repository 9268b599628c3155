//! Unions.
//!
//! In: [`Union`]. Out: the enum and the table of the evidence by which a value finds its variant.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::path::ident;
use super::scope::{Index, Scope};
use super::support::Table;
use super::{docs, types};
use crate::rust::{Ident, JsonKind, Overlap, Tag, Type, Union, Variant};

/// The items of a union.
pub(super) fn tokens<'a>(item: &'a Union, scope: &mut Scope<'a>) -> TokenStream {
    let (docs, name) = (docs::item(&item.docs, &item.at), ident(&item.name));
    let variants: Vec<_> = item.variants.iter().map(|it| variant(it, scope)).collect();
    let unknown = scope.support("Unknown");
    let table = table(item, scope);
    let constants = constants(item);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// None of the above, kept as it came.
            Unknown(#unknown),
        }
        #table
        #constants
    }
}

/// A constant for each value of the tag.
fn constants(item: &Union) -> TokenStream {
    let Some(tag) = &item.route.tag else {
        return TokenStream::new();
    };
    let constants = tag.values.iter().map(|value| {
        let (key, variant) = (docs::code(&tag.key), docs::code(value.variant.as_str()));
        let docs = docs::part(&[format!("The {key} of {variant}.")], &value.wire);
        let (name, wire) = (ident(&value.constant), &value.wire);
        quote!(#docs pub const #name: &str = #wire;)
    });
    let name = ident(&item.name);
    quote!(impl #name { #(#constants)* })
}

fn variant<'a>(variant: &'a Variant, scope: &mut Scope<'a>) -> TokenStream {
    let docs = docs::part(&variant.docs, variant.name.as_str());
    let (name, ty) = (ident(&variant.name), types::tokens(&variant.ty, scope));
    quote!(#docs #name(#ty))
}

fn table<'a>(item: &'a Union, scope: &mut Scope<'a>) -> TokenStream {
    let (union, name) = (scope.table(Table::Union), ident(&item.name));
    let mut members = Members::new(item, scope);
    let tag = item.route.tag.as_ref().map(|tag| members.tag(tag));
    let keys = members.keys();
    let kinds = members.kinds();
    let undecided = members.undecided();
    quote!(#union! { #name { #tag #keys #kinds #undecided } })
}

/// The union's members while its table is written: each gives its type where it is first named.
struct Members<'s, 'a> {
    item: &'a Union,
    scope: &'s mut Scope<'a>,
    named: BTreeSet<&'a Ident>,
}

impl<'s, 'a> Members<'s, 'a> {
    fn new(item: &'a Union, scope: &'s mut Scope<'a>) -> Self {
        Self {
            item,
            scope,
            named: BTreeSet::new(),
        }
    }

    fn tag(&mut self, tag: &'a Tag) -> TokenStream {
        let (key, rows) = (&tag.key, self.tag_rows(tag));
        quote!(tag #key { #(#rows,)* })
    }

    /// One row a variant, in the order of first values.
    fn tag_rows(&mut self, tag: &'a Tag) -> Vec<TokenStream> {
        let mut rows = Vec::new();
        for value in &tag.values {
            if self.named.contains(&value.variant) {
                continue;
            }
            let values = tag
                .values
                .iter()
                .filter(|other| other.variant == value.variant);
            let values = values.map(|other| &other.wire);
            let member = self.member(&value.variant);
            rows.push(quote!(#member = #(#values)|*));
        }
        rows
    }

    fn keys(&mut self) -> Option<TokenStream> {
        let rows = self.item.route.keys.iter().map(|evidence| {
            let member = self.member(&evidence.variant);
            let own = evidence.own.iter().map(|key| quote!(#key));
            let required = &evidence.required;
            let together = (!required.is_empty()).then(|| quote!(#(#required)&*));
            let sets = own.chain(together);
            quote!(#member: #(#sets)|*)
        });
        let rows: Vec<_> = rows.collect();
        let overlap = match self.item.route.overlap {
            Overlap::Malformed => None,
            Overlap::Unknown => Some(quote!(overlapping)),
        };
        (!rows.is_empty()).then(|| quote!(keys #overlap { #(#rows,)* }))
    }

    fn kinds(&mut self) -> Option<TokenStream> {
        let all = &self.item.route.kinds;
        let first = |at: usize, name: &Ident| !all[..at].iter().any(|(_, before)| before == name);
        let rows = all
            .iter()
            .enumerate()
            .filter(|(at, (_, name))| first(*at, name));
        let rows = rows.map(|(_, (_, name))| {
            let kinds = all
                .iter()
                .filter(|(_, other)| other == name)
                .map(|(kind, _)| word(*kind));
            let member = self.member(name);
            quote!(#member: #(#kinds)|*)
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| quote!(kinds { #(#rows,)* }))
    }

    fn undecided(&mut self) -> Option<TokenStream> {
        let rows: Vec<_> = self
            .item
            .route
            .undecided
            .iter()
            .map(|name| self.member(name))
            .collect();
        (!rows.is_empty()).then(|| quote!(undecided { #(#rows,)* }))
    }

    /// A variant's name, and the type that converts into the union by it.
    fn member(&mut self, name: &'a Ident) -> TokenStream {
        let variant_name = ident(name);
        let is_first = self.named.insert(name);
        let variant = self
            .item
            .variants
            .iter()
            .find(|variant| variant.name == *name);
        let Some(variant) = variant.filter(|it| is_first && self.is_only_one_of_its_type(it))
        else {
            return quote!(#variant_name(_));
        };
        match unboxed(&variant.ty) {
            Type::Named(ty) if ty == name => quote!(#variant_name),
            ty => {
                let ty = types::tokens(ty, self.scope);
                quote!(#variant_name(#ty))
            }
        }
    }

    fn is_only_one_of_its_type(&self, variant: &Variant) -> bool {
        let index = self.scope.index();
        let ty = canonical(&variant.ty, index);
        let itself = Type::Named(self.item.name.clone());
        let alike = self
            .item
            .variants
            .iter()
            .filter(|other| canonical(&other.ty, index) == ty);
        ty != itself && alike.count() == 1
    }
}

fn unboxed(ty: &Type) -> &Type {
    match ty {
        Type::Boxed(inner) => unboxed(inner),
        ty => ty,
    }
}

/// The type with every alias followed, so that two spellings of one type compare equal.
fn canonical(ty: &Type, index: &Index<'_>) -> Type {
    let within = |inner: &Type| Box::new(canonical(inner, index));
    match index.behind(ty) {
        Type::Vec(inner) => Type::Vec(within(inner)),
        Type::OneOrMany(inner) => Type::OneOrMany(within(inner)),
        Type::Map(inner) => Type::Map(within(inner)),
        Type::Nullable(inner) => Type::Nullable(within(inner)),
        Type::Tuple(positions) => {
            Type::Tuple(positions.iter().map(|ty| canonical(ty, index)).collect())
        }
        ty => ty.clone(),
    }
}

fn word(kind: JsonKind) -> TokenStream {
    match kind {
        JsonKind::String => quote!(string),
        JsonKind::Number => quote!(number),
        JsonKind::Boolean => quote!(boolean),
        JsonKind::Array => quote!(array),
        JsonKind::Object => quote!(object),
    }
}
