//! Enum schema → open enum.
//!
//! In: a list of values. Out: a variant each, named after its value or by the document's `x-enum-varnames`.

use serde_json::Value;

use super::docs::{self, Page};
use super::names::{Claim, Kind, Place, Scope, chosen};
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::{EnumValue, Schema};
use crate::rust::{Ident, StringEnum, StringVariant, ValueEnum, ValueVariant};

impl Surroundings<'_, '_> {
    /// The enum of a list of strings.
    pub(super) fn string_enum(
        &self,
        schema: &Schema,
        name: &Ident,
        values: &[EnumValue],
        diagnostics: &mut Diagnostics,
    ) -> StringEnum {
        let names = self.variant_names(values, diagnostics);
        let variant = |(value, name): (&EnumValue, Ident)| StringVariant {
            name,
            wire: value.value.as_str().unwrap_or_default().to_owned(),
            docs: value_docs(value),
        };
        StringEnum {
            at: schema.at.clone(),
            name: name.clone(),
            docs: self.item_docs(schema, name).finish(),
            variants: values.iter().zip(names).map(variant).collect(),
        }
    }

    /// The enum of a list of any values.
    pub(super) fn value_enum(
        &self,
        schema: &Schema,
        name: &Ident,
        values: &[EnumValue],
        diagnostics: &mut Diagnostics,
    ) -> ValueEnum {
        let names = self.variant_names(values, diagnostics);
        let variant = |(value, name): (&EnumValue, Ident)| ValueVariant {
            name,
            wire: value.value.clone(),
            docs: value_docs(value),
        };
        ValueEnum {
            at: schema.at.clone(),
            name: name.clone(),
            docs: self.item_docs(schema, name).finish(),
            variants: values.iter().zip(names).map(variant).collect(),
        }
    }

    fn variant_names(&self, values: &[EnumValue], diagnostics: &mut Diagnostics) -> Vec<Ident> {
        let claim = |value: &EnumValue| {
            let text = text(&value.value);
            let named = value.name.as_ref().unwrap_or(&text);
            let claim = Claim::new(Kind::Variant, Place::Value, &value.at, named);
            let claim = claim
                .instead(&text)
                .otherwise(&format!("{text} {}", kind(&value.value)));
            claim.chosen(chosen(self.forms, &value.at))
        };
        let claims: Vec<Claim> = values.iter().map(claim).collect();
        Scope::new(Kind::Variant).assign(&claims, diagnostics)
    }
}

/// What a variant is named after.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

fn value_docs(value: &EnumValue) -> Vec<String> {
    let wire = docs::code(&text(&value.value));
    let described = value.description.as_deref().unwrap_or_default();
    Page::text(described).or(|| wire.clone()).finish()
}
