//! The lines of every item but unions.
//!
//! In: an item and its [`Owner`]. Out: its lines, the item's own first, then one for each of its parts.
//! This room never knows which file an item stands in.

use super::types::{Shown, field_type};
use crate::rust::{
    Address, Alias, ConstKey, DEPRECATED, Field, Ident, Newtype, Parameter, Segment, Server,
    StringEnum, Struct, UnknownKeys, ValueEnum,
};

/// The path in front of an item's name.
pub(super) struct Owner(String);

impl Owner {
    /// Items at the root of the document's module.
    pub(super) fn root() -> Self {
        Self(String::new())
    }

    /// Items of a public module below it.
    pub(super) fn within(module: &Ident) -> Self {
        Self(format!("{module}::"))
    }

    /// An item's name with its path.
    pub(super) fn path(&self, name: &Ident) -> String {
        format!("{}{name}", self.0)
    }
}

pub(super) fn object(lines: &mut Vec<String>, owner: &Owner, item: &Struct) {
    let name = owner.path(&item.name);
    lines.push(format!("struct {name}{}", deprecated(&item.docs)));
    lines.extend(unknown_keys(&name, &item.unknown));
    lines.extend(item.constants.iter().map(|key| const_key(&name, key)));
    lines.extend(item.fields.iter().map(|one| field(&name, one)));
}

/// Keys are read past unless a line says otherwise.
fn unknown_keys(name: &str, unknown: &UnknownKeys) -> Option<String> {
    match unknown {
        UnknownKeys::Skip => None,
        UnknownKeys::Refuse => Some(format!("{name} refuses other keys")),
        UnknownKeys::Keep(field, ty) => Some(format!(
            "{name} keeps other keys → {field}: Map<{}>",
            Shown(ty)
        )),
    }
}

fn const_key(name: &str, key: &ConstKey) -> String {
    let presence = if key.required { "" } else { ", may be absent" };
    format!("{name}{} = {}{presence}", member(&key.wire), key.value)
}

fn field(name: &str, field: &Field) -> String {
    format!(
        "{name}{} → {}: {}{}",
        member(&field.wire),
        field.name,
        field_type(field),
        deprecated(&field.docs)
    )
}

pub(super) fn string_enum(lines: &mut Vec<String>, owner: &Owner, item: &StringEnum) {
    let name = owner.path(&item.name);
    lines.push(format!("enum {name}{}", deprecated(&item.docs)));
    for one in &item.variants {
        let mark = deprecated(&one.docs);
        lines.push(format!("{name}::{} = {:?}{mark}", one.name, one.wire));
    }
}

pub(super) fn value_enum(lines: &mut Vec<String>, owner: &Owner, item: &ValueEnum) {
    let name = owner.path(&item.name);
    lines.push(format!("enum {name}{}", deprecated(&item.docs)));
    for one in &item.variants {
        let mark = deprecated(&one.docs);
        lines.push(format!("{name}::{} = {}{mark}", one.name, one.wire));
    }
}

pub(super) fn newtype(lines: &mut Vec<String>, owner: &Owner, item: &Newtype) {
    let name = owner.path(&item.name);
    let mark = deprecated(&item.docs);
    lines.push(format!("newtype {name}({}){mark}", Shown(&item.inner)));
}

pub(super) fn alias(lines: &mut Vec<String>, owner: &Owner, item: &Alias) {
    let name = owner.path(&item.name);
    let mark = deprecated(&item.docs);
    lines.push(format!("type {name} = {}{mark}", Shown(&item.ty)));
}

pub(super) fn server(lines: &mut Vec<String>, owner: &Owner, item: &Server) {
    let name = owner.path(&item.name);
    let url = template(&item.url);
    let mark = deprecated(&item.docs);
    lines.push(format!("server {name} {} {url:?}{mark}", item.protocol));
    lines.extend(item.parameters.iter().map(|one| parameter(&name, one)));
    for (scheme, kind, scopes) in &item.security {
        lines.push(security(&name, scheme, kind, scopes));
    }
}

fn security(name: &str, scheme: &str, kind: &str, scopes: &[String]) -> String {
    let scopes: Vec<String> = scopes.iter().map(|scope| format!(" {scope:?}")).collect();
    format!("{name} security {scheme:?} {kind}{}", scopes.concat())
}

pub(super) fn address(lines: &mut Vec<String>, owner: &Owner, item: &Address) {
    let name = owner.path(&item.name);
    let mark = deprecated(&item.docs);
    lines.push(format!("address {name} {:?}{mark}", item.template));
    lines.extend(item.parameters.iter().map(|one| parameter(&name, one)));
}

fn parameter(name: &str, parameter: &Parameter) -> String {
    let ty = parameter.ty.as_ref().map_or("String", Ident::as_str);
    let default = parameter.default.as_ref();
    let default = default.map_or(String::new(), |value| format!(" = {value:?}"));
    let mark = deprecated(&parameter.docs);
    let wire = &parameter.wire;
    format!(
        "{name}.{{{wire}}} → {}: {ty}{default}{mark}",
        parameter.name
    )
}

fn template(segments: &[Segment]) -> String {
    let part = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter(name) => format!("{{{name}}}"),
    };
    segments.iter().map(part).collect()
}

/// A key as a member of its owner: quoted where it would not read as one word.
fn member(wire: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@');
    if !wire.is_empty() && wire.chars().all(word) {
        format!(".{wire}")
    } else {
        format!("[{wire:?}]")
    }
}

/// The mark of a thing whose docs say that its use is discouraged.
pub(super) fn deprecated(docs: &[String]) -> &'static str {
    if docs.iter().any(|line| line == DEPRECATED) {
        " (deprecated)"
    } else {
        ""
    }
}
