//! Templates: server URLs and channel addresses with their variables.
//!
//! In: a text with `{variables}` and what is said of them. Out: segments, and a parameter each, those with a list of values
//! with an enum of their own.

use std::collections::BTreeMap;

use super::docs::{self, Page};
use super::names::{Claim, Kind, Place, Scope, chosen_as};
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::Variable;
use crate::rust::{Ident, Parameter, Segment, StringEnum, StringVariant};

/// The variables of one template.
pub(super) struct Template {
    /// A parameter for each variable.
    pub parameters: Vec<Parameter>,
    /// The enums of those with a list of values.
    pub enums: Vec<StringEnum>,
    fields: BTreeMap<String, Ident>,
}

impl Template {
    /// The text in parts; braces that hold no known variable stay text.
    pub(super) fn segments(&self, text: &str) -> Vec<Segment> {
        let mut out: Vec<Segment> = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            match after
                .split_once('}')
                .and_then(|(name, tail)| Some((self.fields.get(name)?, tail)))
            {
                Some((field, tail)) => {
                    literal(&mut out, before);
                    out.push(Segment::Parameter(field.clone()));
                    rest = tail;
                }
                None => {
                    literal(&mut out, &rest[..=before.len()]);
                    rest = after;
                }
            }
        }
        literal(&mut out, rest);
        out
    }
}

fn literal(out: &mut Vec<Segment>, text: &str) {
    match out.last_mut() {
        Some(Segment::Literal(last)) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Segment::Literal(text.to_owned())),
    }
}

impl Surroundings<'_, '_> {
    /// The variables of the template of the item called `owner`, whose enums share a scope with other items.
    pub(super) fn template(
        &self,
        owner: &Ident,
        variables: &[Variable],
        types: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> Template {
        let claim = |variable: &Variable| {
            let chosen = chosen_as(self.forms, &variable.at, Kind::Field);
            Claim::new(Kind::Field, Place::Parameter, &variable.at, &variable.name).chosen(chosen)
        };
        let claims: Vec<Claim> = variables.iter().map(claim).collect();
        let names = Scope::new(Kind::Field).assign(&claims, diagnostics);
        let mut lists = self.lists(owner, variables, types, diagnostics).into_iter();
        let mut template = Template {
            parameters: Vec::new(),
            enums: Vec::new(),
            fields: BTreeMap::new(),
        };
        for (variable, name) in variables.iter().zip(names) {
            let list = if variable.values.is_empty() {
                None
            } else {
                lists.next()
            };
            template.fields.insert(variable.name.clone(), name.clone());
            template
                .parameters
                .push(parameter(variable, name, list.clone()));
            template
                .enums
                .extend(list.map(|list| values(variable, list)));
        }
        template
    }

    /// The names of the enums of those variables whose values are listed.
    fn lists(
        &self,
        owner: &Ident,
        variables: &[Variable],
        types: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Ident> {
        let claim = |variable: &Variable| {
            let step = std::slice::from_ref(&variable.name);
            let claim = Claim::below(owner.as_str(), Place::Parameter, &variable.at, step, &[]);
            claim.chosen(chosen_as(self.forms, &variable.at, Kind::Type))
        };
        let listed = variables
            .iter()
            .filter(|variable| !variable.values.is_empty());
        types.assign(&listed.map(claim).collect::<Vec<_>>(), diagnostics)
    }
}

fn parameter(variable: &Variable, name: Ident, ty: Option<Ident>) -> Parameter {
    Parameter {
        name,
        wire: variable.name.clone(),
        docs: variable_docs(variable).finish(),
        ty,
        default: variable.default.clone(),
    }
}

fn variable_docs(variable: &Variable) -> Page {
    let page = Page::of(&variable.docs, &variable.name)
        .or(|| format!("The {} of the address.", docs::code(&variable.name)));
    let examples: Vec<String> = variable
        .examples
        .iter()
        .map(|example| docs::code(example))
        .collect();
    let page = match &variable.location {
        Some(location) => page.line(format!("Found in the message at {}.", docs::code(location))),
        None => page,
    };
    if examples.is_empty() {
        page
    } else {
        page.line(format!("Examples: {}.", examples.join(", ")))
    }
}

/// The enum of a variable's values.
fn values(variable: &Variable, name: Ident) -> StringEnum {
    let mut known: Vec<&String> = Vec::new();
    for value in &variable.values {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    let claims: Vec<Claim> = known
        .iter()
        .map(|value| Claim::new(Kind::Variant, Place::Value, &variable.at, value))
        .collect();
    // Settings choose no names for these, so that a warning would be of no use.
    let names = Scope::new(Kind::Variant).assign(&claims, &mut Diagnostics::default());
    let variant = |(value, name): (&&String, Ident)| StringVariant {
        name,
        wire: (*value).clone(),
        docs: vec![docs::code(value)],
    };
    StringEnum {
        at: variable.at.clone(),
        name,
        docs: variable_docs(variable).finish(),
        variants: known.iter().zip(names).map(variant).collect(),
    }
}
