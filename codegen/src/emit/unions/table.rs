//! The table of a union: the evidence by which a value finds its variant.
//!
//! In: [`Union`]. Out: the call of `union!`, in which each variant gives its type where it is first named.
//! This room never asks whether the evidence is unambiguous.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::path::ident;
use crate::emit::scope::{Index, Scope};
use crate::emit::support::Table;
use crate::emit::types;
use crate::rust::{Condition, Ident, JsonKind, Overlap, Tag, Type, Union, Variant};

/// The table of a union.
pub(super) fn tokens<'a>(item: &'a Union, scope: &mut Scope<'a>) -> TokenStream {
    let (union, name) = (scope.table(Table::Union), ident(&item.name));
    let mut members = Members::new(item, scope);
    let tag = item.route.tag.as_ref().map(|tag| members.tag(tag));
    let shared = members.shared();
    let keys = members.keys();
    let kinds = members.kinds();
    let undecided = members.undecided();
    quote!(#union! { #name { #tag #shared #keys #kinds #undecided } })
}

/// The union's members while its table is written: each gives its type where it is first named.
struct Members<'s, 'a> {
    item: &'a Union,
    scope: &'s mut Scope<'a>,
    /// The types of variants that alone have theirs: a value of one can be of no other variant.
    alone: BTreeMap<&'a Ident, &'a Type>,
    named: BTreeSet<&'a Ident>,
}

impl<'s, 'a> Members<'s, 'a> {
    fn new(item: &'a Union, scope: &'s mut Scope<'a>) -> Self {
        let alone = alone(item, scope.index());
        Self {
            item,
            scope,
            alone,
            named: BTreeSet::new(),
        }
    }

    fn tag(&mut self, tag: &'a Tag) -> TokenStream {
        let (key, rows) = (&tag.key, self.tag_rows(tag));
        let kind = bare(tag.kind);
        quote!(tag #key #kind { #(#rows,)* })
    }

    /// One row a variant, in the order of first values; none for those that need more than a tag.
    fn tag_rows(&mut self, tag: &'a Tag) -> Vec<TokenStream> {
        let mut values = by_variant(tag);
        for shared in &self.item.route.shared {
            values.remove(&shared.variant);
        }
        let mut rows = Vec::new();
        for value in &tag.values {
            if let Some(values) = values.remove(&value.variant) {
                let member = self.member(&value.variant);
                rows.push(quote!(#member = #(#values)|*));
            }
        }
        rows
    }

    fn shared(&mut self) -> Option<TokenStream> {
        let (tag, shared) = (self.item.route.tag.as_ref()?, &self.item.route.shared);
        let values = by_variant(tag);
        let mut seen = BTreeSet::new();
        let all = shared.iter().flat_map(|shared| &values[&shared.variant]);
        let all: Vec<&&str> = all.filter(|value| seen.insert(**value)).collect();
        let rows = shared.iter().map(|shared| {
            let values = &values[&shared.variant];
            let member = self.member(&shared.variant);
            let evidence = shared.evidence.iter().map(|all| {
                let conditions = all.iter().map(condition);
                quote!(#(#conditions)&*)
            });
            quote!(#member = #(#values)|* if #(#evidence)|*)
        });
        let rows: Vec<_> = rows.collect();
        let overlap = self.overlap();
        (!rows.is_empty()).then(|| quote!(shared #overlap #(#all)|* { #(#rows,)* }))
    }

    fn overlap(&self) -> Option<TokenStream> {
        match self.item.route.overlap {
            Overlap::Malformed => None,
            Overlap::Unknown => Some(quote!(overlapping)),
        }
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
        let overlap = self.overlap();
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
        let variant = ident(name);
        let is_first = self.named.insert(name);
        match self.alone.get(name).filter(|_| is_first) {
            None => quote!(#variant(_)),
            Some(Type::Named(ty)) if ty == name => quote!(#variant),
            Some(ty) => {
                let ty = types::tokens(ty, self.scope);
                quote!(#variant(#ty))
            }
        }
    }
}

/// The values of the tag, each variant's together.
fn by_variant(tag: &Tag) -> BTreeMap<&Ident, Vec<&str>> {
    let mut values: BTreeMap<&Ident, Vec<&str>> = BTreeMap::new();
    for value in &tag.values {
        values.entry(&value.variant).or_default().push(&value.wire);
    }
    values
}

fn condition(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Present(key) => quote!(#key),
        Condition::Fixed { key, kind, values } => {
            let kind = bare(*kind);
            quote!(#key #kind = #(#values)/ *)
        }
    }
}

/// The kind of fixed values, where they are no strings.
fn bare(kind: JsonKind) -> Option<TokenStream> {
    let kind = (kind != JsonKind::String).then(|| word(kind));
    kind.map(|kind| quote!(: #kind))
}

/// The variants whose type is that of no other variant, nor the union itself.
fn alone<'a>(item: &'a Union, index: &Index<'_>) -> BTreeMap<&'a Ident, &'a Type> {
    let mut by_type: BTreeMap<Type, Vec<&Variant>> = BTreeMap::new();
    for variant in &item.variants {
        let ty = canonical(&variant.ty, index);
        by_type.entry(ty).or_default().push(variant);
    }
    by_type.remove(&Type::Named(item.name.clone()));
    let only = |variants: Vec<&'a Variant>| match variants.as_slice() {
        [only] => Some((&only.name, unboxed(&only.ty))),
        _ => None,
    };
    by_type.into_values().filter_map(only).collect()
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
        JsonKind::Null => quote!(null),
        JsonKind::String => quote!(string),
        JsonKind::Number => quote!(number),
        JsonKind::Boolean => quote!(boolean),
        JsonKind::Array => quote!(array),
        JsonKind::Object => quote!(object),
    }
}
