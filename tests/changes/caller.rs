//! A caller of generated code that uses everything in it.
//!
//! In: the items of one version. Out: the text of a module that constructs, assigns, matches and names all of them,
//! by the types that they have in that version. It reaches them as `api`, and the support code as `support`.
//! This room never knows another version.

#[path = "caller/items.rs"]
mod items;
#[path = "caller/types.rs"]
mod types;

use asyncapi_codegen::rust::{File, FileKind, Item, Module};

use types::Paths;

/// What callers share: values out of nothing, and what is asked of types.
pub(crate) const SUPPORT: &str = "\
use std::fmt::{Debug, Display};
use std::hash::Hash;
use versions::support;

pub fn given<T>() -> T {
    unreachable!()
}
pub fn is<T>(_: &T) {}
pub fn shows<T: Display>(_: &T) {}
pub fn data<T>()
where
    T: Clone + Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned + support::Decode + Send + Sync + 'static,
{
}
pub fn orders<T: Eq + Hash + Ord>() {}
pub fn starts<T: Default>() -> T {
    T::default()
}
pub fn reads<'a, T: From<&'a str> + From<String>>() {}
pub fn object<T: support::Object>() {}
";

/// The text of a module that uses all items of `module`, as `api` is: a path to them, or to those of another version.
pub(crate) fn text(module: &Module, api: &str) -> String {
    let mut text = format!(
        "#![allow(unused_imports, unused_mut, unused_variables)]\n\
         use crate::{{data, given, is, object, orders, reads, shows, starts}};\n\
         use versions::{{support, {api} as api}};\n\n"
    );
    for constant in &module.constants {
        text += &items::constant("api", constant);
    }
    let paths = Paths::new(module);
    for file in &module.files {
        for item in &file.items {
            text += &used(item, &scope(file), &paths);
        }
    }
    text
}

/// Where the items of a file are reached.
fn scope(file: &File) -> String {
    match file.kind {
        FileKind::Schemas => "api".to_owned(),
        FileKind::Channel | FileKind::Servers => format!("api::{}", file.name),
    }
}

fn used(item: &Item, scope: &str, paths: &Paths<'_>) -> String {
    let name = format!("{scope}::{}", item.name());
    match item {
        Item::Struct(item) => items::object(&name, item, paths),
        Item::StringEnum(item) => items::string_enum(&name, item),
        Item::ValueEnum(item) => items::value_enum(&name, item),
        Item::Union(item) => items::union(&name, item, paths),
        Item::Newtype(item) => items::newtype(&name, item, paths),
        Item::Alias(item) => items::alias(&name, item, paths),
        Item::Constant(item) => items::constant(scope, item),
        Item::Server(item) => items::server(&name, item, scope),
        Item::Address(item) => items::address(&name, item, scope),
        Item::Session(_) => String::new(),
    }
}
