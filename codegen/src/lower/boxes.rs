//! Types that would contain themselves: a box on one deterministic edge of every cycle.
//!
//! In: the items of a document, in document order. Out: the same items, finite. Within each cycle the edge that closes it,
//! seen from the first of its items in document order, is boxed; items outside of a cycle change nothing in it.
//! An alias that leads to itself through aliases alone is no Rust type: where it would close, any value stands.

mod cycle;

use std::collections::BTreeMap;

use crate::rust::{Ident, Item, Type};
use cycle::closing_edges;

/// Boxes what must be, in place.
pub(super) fn make_finite(items: &mut [&mut Item]) {
    let aliases = |item: &Item| matches!(item, Item::Alias(_));
    cut(items, aliases, Reach::Anything, |ty| *ty = Type::Value);
    cut(
        items,
        |_| true,
        Reach::Inline,
        |ty| {
            let inner = std::mem::replace(ty, Type::Null);
            *ty = Type::Boxed(Box::new(inner));
        },
    );
}

/// Which parts of a type count as contained.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// Those that lie within its own memory.
    Inline,
    /// All.
    Anything,
}

/// Changes the types that close cycles among the items that count.
fn cut(
    items: &mut [&mut Item],
    counts: impl Fn(&Item) -> bool,
    reach: Reach,
    change: impl Fn(&mut Type),
) {
    let index: BTreeMap<Ident, usize> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| counts(item))
        .filter_map(|(index, item)| Some((name(item)?.clone(), index)))
        .collect();
    let edges = |item: &mut Item| {
        let mut out = Vec::new();
        if counts(item) {
            for ty in types(item) {
                named(ty, reach, &mut |ty| {
                    if let Type::Named(name) = ty {
                        out.extend(index.get(name));
                    }
                });
            }
        }
        out
    };
    let graph: Vec<Vec<usize>> = items.iter_mut().map(|item| edges(item)).collect();
    for (from, to) in closing_edges(&graph) {
        let Some(target) = name(items[to]).cloned() else {
            continue;
        };
        for ty in types(items[from]) {
            named(ty, reach, &mut |ty| {
                if *ty == Type::Named(target.clone()) {
                    change(ty);
                }
            });
        }
    }
}

fn name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Struct(item) => Some(&item.name),
        Item::Union(item) => Some(&item.name),
        Item::Alias(item) => Some(&item.name),
        Item::StringEnum(_)
        | Item::ValueEnum(_)
        | Item::Newtype(_)
        | Item::Constant(_)
        | Item::Server(_)
        | Item::Address(_)
        | Item::Session(_) => None,
    }
}

/// The types that an item is made of.
fn types(item: &mut Item) -> Vec<&mut Type> {
    match item {
        // Entries are a map, and so lie elsewhere.
        Item::Struct(item) => item.fields.iter_mut().map(|field| &mut field.ty).collect(),
        Item::Union(item) => item
            .variants
            .iter_mut()
            .map(|variant| &mut variant.ty)
            .collect(),
        Item::Alias(item) => vec![&mut item.ty],
        Item::StringEnum(_)
        | Item::ValueEnum(_)
        | Item::Newtype(_)
        | Item::Constant(_)
        | Item::Server(_)
        | Item::Address(_)
        | Item::Session(_) => Vec::new(),
    }
}

/// Visits the named types within a type.
fn named(ty: &mut Type, reach: Reach, visit: &mut impl FnMut(&mut Type)) {
    match ty {
        Type::Named(_) => visit(ty),
        Type::Nullable(inner) | Type::OneOrMany(inner) => named(inner, reach, visit),
        Type::Tuple(items) => items.iter_mut().for_each(|item| named(item, reach, visit)),
        Type::Vec(inner) | Type::Map(inner) | Type::Boxed(inner) if reach == Reach::Anything => {
            named(inner, reach, visit)
        }
        Type::Vec(_) | Type::Map(_) | Type::Boxed(_) => {}
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
