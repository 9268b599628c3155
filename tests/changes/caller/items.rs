//! What a caller does with each kind of item.
//!
//! In: an item and the path to it. Out: the text of a nameless constant in which everything public of the item is used.

use std::fmt::Write;

use asyncapi_codegen::rust::{
    Address, Alias, Constant, ConstantValue, Field, FieldKind, Newtype, Parameter, Server,
    StringEnum, Struct, Type, Union, UnknownKeys, ValueEnum, Variant,
};

use super::types::Paths;

/// A body without a name, so that no two clash.
fn body(lines: &[String]) -> String {
    let mut text = String::from("const _: fn() = || {\n");
    for line in lines {
        writeln!(text, "    {line}").expect("writing to a string");
    }
    text + "};\n\n"
}

/// A struct: constructed, taken apart, each field assigned and read by its exact type.
pub(crate) fn object(name: &str, item: &Struct, paths: &Paths<'_>) -> String {
    let required: Vec<&Field> = item
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Required)
        .collect();
    let mut lines = vec![format!("data::<{name}>(); object::<{name}>();")];
    if required.is_empty() {
        lines.push(format!("let mut value = starts::<{name}>();"));
    } else {
        let exact: Vec<_> = required.iter().map(|field| exact(field, paths)).collect();
        let spelt: Vec<_> = required.iter().map(|field| spelt(field, paths)).collect();
        lines.push(format!(
            "let _: {name} = {name}::new({});",
            spelt.join(", ")
        ));
        lines.push(format!(
            "let mut value: {name} = {name}::new({});",
            exact.join(", ")
        ));
    }
    for field in &item.fields {
        lines.extend(assigned(field.name.as_str(), &paths.field(field)));
    }
    let kept = match &item.unknown {
        UnknownKeys::Keep(name, ty) => {
            lines.extend(assigned(
                name.as_str(),
                &format!("support::Map<{}>", paths.written(ty)),
            ));
            Some(name)
        }
        UnknownKeys::Skip | UnknownKeys::Refuse => None,
    };
    let names = item.fields.iter().map(|field| &field.name).chain(kept);
    let pattern: String = names.map(|name| format!("{name}: _, ")).collect();
    lines.push(format!("let {name} {{ {pattern}.. }} = value;"));
    lines.push(json(name));
    body(&lines)
}

fn exact(field: &Field, paths: &Paths<'_>) -> String {
    format!("given::<{}>()", paths.written(&field.ty))
}

fn spelt(field: &Field, paths: &Paths<'_>) -> String {
    // A box takes what it holds, and only where it holds a text does that take a text.
    let direct = !matches!(field.ty, Type::Boxed(_));
    if direct && paths.reads_text(&field.ty) {
        "\"\"".to_owned()
    } else {
        exact(field, paths)
    }
}

fn assigned(field: &str, ty: &str) -> [String; 2] {
    [
        format!("value.{field} = given::<{ty}>();"),
        format!("is::<{ty}>(&value.{field});"),
    ]
}

fn json(name: &str) -> String {
    format!(
        "let _ = ({name}::from_json(\"\"), {name}::from_slice(b\"\"), {name}::from_value(given()), given::<{name}>().to_json());"
    )
}

/// An open enum of strings: every variant named, and its ways to and from text.
pub(crate) fn string_enum(name: &str, item: &StringEnum) -> String {
    let mut lines = vec![
        format!("data::<{name}>(); orders::<{name}>(); reads::<{name}>();"),
        format!("is::<&'static [&'static str]>(&{name}::KNOWN);"),
        format!("let value: {name} = \"\".parse().unwrap();"),
        "let _: (&str, bool) = (value.as_str(), value.is_known()); shows(&value);".to_owned(),
    ];
    let variants = item.variants.iter().map(|variant| variant.name.as_str());
    lines.extend(
        variants
            .clone()
            .map(|variant| format!("is::<{name}>(&{name}::{variant});")),
    );
    let arms: String = variants
        .map(|variant| format!("{name}::{variant} => {{}} "))
        .collect();
    lines.push(format!(
        "match value {{ {arms}{name}::Unknown(text) => is::<String>(&text), _ => {{}} }}"
    ));
    body(&lines)
}

/// An open enum of other values: every variant named.
pub(crate) fn value_enum(name: &str, item: &ValueEnum) -> String {
    let variants = item.variants.iter().map(|variant| variant.name.as_str());
    let arms: String = variants
        .map(|variant| format!("{name}::{variant} => {{}} "))
        .collect();
    body(&[
        format!("data::<{name}>();"),
        format!(
            "match given::<{name}>() {{ {arms}{name}::Unknown(value) => is::<support::Value>(&value), _ => {{}} }}"
        ),
    ])
}

/// A union: every variant constructed and matched by its exact type, and converted into where only one has that type.
pub(crate) fn union(name: &str, item: &Union, paths: &Paths<'_>) -> String {
    let mut lines = vec![format!("data::<{name}>(); object::<{name}>();")];
    let mut arms = String::new();
    for variant in &item.variants {
        let (own, ty) = (&variant.name, paths.written(&variant.ty));
        lines.push(format!("let _: {name} = {name}::{own}(given::<{ty}>());"));
        write!(arms, "{name}::{own}(it) => is::<{ty}>(&it), ").expect("writing to a string");
        if converts(variant, item, paths) {
            let bare = paths.written(paths.bare(&variant.ty));
            lines.push(format!("let _: {name} = given::<{bare}>().into();"));
        }
    }
    lines.push(format!("is::<&'static [&'static str]>(&{name}::TAGS);"));
    lines.push(format!("let value = given::<{name}>();"));
    lines.push("let _: (Option<&str>, bool) = (value.tag(), value.is_known());".to_owned());
    lines.push(format!(
        "match value {{ {arms}{name}::Unknown(it) => is::<support::Unknown>(&it), _ => {{}} }}"
    ));
    lines.push(json(name));
    body(&lines)
}

fn converts(variant: &Variant, item: &Union, paths: &Paths<'_>) -> bool {
    let ty = paths.bare(&variant.ty);
    let alike = item
        .variants
        .iter()
        .filter(|other| paths.bare(&other.ty) == ty);
    alike.count() == 1 && *ty != Type::Named(item.name.clone())
}

/// A newtype: made of what it holds, and taken apart.
pub(crate) fn newtype(name: &str, item: &Newtype, paths: &Paths<'_>) -> String {
    let mut lines = vec![format!("data::<{name}>();")];
    match &item.inner {
        Type::Text | Type::Secret => {
            lines.push(format!(
                "orders::<{name}>(); reads::<{name}>(); starts::<{name}>();"
            ));
            lines.push(format!(
                "let value = given::<{name}>(); let _: &str = value.as_str();"
            ));
            if item.inner == Type::Text {
                lines.push(
                    "shows(&value); is::<support::Text>(value.as_text()); let _ = value == \"\";"
                        .to_owned(),
                );
            }
            lines.push("let _: String = value.into_string();".to_owned());
        }
        inner => {
            let inner = paths.written(inner);
            lines.push(format!(
                "let value: {name} = {name}(given::<{inner}>()); is::<{inner}>(&value.0);"
            ));
            lines.push(format!("let _: {name} = given::<{inner}>().into();"));
        }
    }
    body(&lines)
}

/// An alias: the same type as what it stands for.
pub(crate) fn alias(name: &str, item: &Alias, paths: &Paths<'_>) -> String {
    let ty = paths.written(&item.ty);
    body(&[format!("is::<{ty}>(&given::<{name}>());")])
}

/// A constant, by its type.
pub(crate) fn constant(scope: &str, item: &Constant) -> String {
    let ty = match item.value {
        ConstantValue::Text(_) => "&str",
        ConstantValue::Texts(_) => "&[&str]",
    };
    body(&[format!("is::<{ty}>(&{scope}::{});", item.name)])
}

/// A server: its constants, its variables, its URL.
pub(crate) fn server(name: &str, item: &Server, scope: &str) -> String {
    let mut lines = vec![
        format!("is::<&str>(&{name}::PROTOCOL);"),
        format!("is::<&[(&str, &str, &[&str])]>(&{name}::SECURITY);"),
    ];
    lines.extend(template(name, &item.parameters, scope));
    lines.push("let _: String = value.url();".to_owned());
    body(&lines)
}

/// An address: a constant without parameters, else a struct of them.
pub(crate) fn address(name: &str, item: &Address, scope: &str) -> String {
    if item.parameters.is_empty() {
        return body(&[format!("is::<&str>(&{name});")]);
    }
    let mut lines = vec![format!("is::<&str>(&{name}::TEMPLATE);")];
    lines.extend(template(name, &item.parameters, scope));
    body(&lines)
}

fn template(name: &str, parameters: &[Parameter], scope: &str) -> Vec<String> {
    let ty = |it: &Parameter| {
        it.ty
            .as_ref()
            .map_or("String".to_owned(), |ty| format!("{scope}::{ty}"))
    };
    let required: Vec<&Parameter> = parameters
        .iter()
        .filter(|it| it.default.is_none())
        .collect();
    let made = if required.is_empty() {
        format!("let mut value = starts::<{name}>();")
    } else {
        let exact: Vec<_> = required
            .iter()
            .map(|it| format!("given::<{}>()", ty(it)))
            .collect();
        let spelt = vec!["\"\""; required.len()].join(", ");
        format!(
            "let mut value: {name} = {name}::new({}); value = {name}::new({spelt});",
            exact.join(", ")
        )
    };
    let mut lines = vec![made];
    for parameter in parameters {
        lines.extend(assigned(parameter.name.as_str(), &ty(parameter)));
    }
    let pattern: String = parameters
        .iter()
        .map(|it| format!("{}: _, ", it.name))
        .collect();
    lines.push(format!("let {name} {{ {pattern}.. }} = value.clone();"));
    lines.push("shows(&value); let _ = value == value.clone();".to_owned());
    lines
}
