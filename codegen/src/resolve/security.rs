//! Security: the schemes of the components and the requirements of servers and operations.
//!
//! In: Security Scheme Objects, and the lists that ask for them: by name with scopes in 2.x, by reference
//! or in place in 3.x. Out: [`SecurityScheme`]s and [`SecurityRequirement`]s.
//! This room never knows how a scheme works.

use serde_json::Value;

use super::draft::Draft;
use crate::diagnostic::Diagnostic;
use crate::document::{Fields, Major};
use crate::model::{SecurityRequirement, SecurityScheme};
use crate::source::Cursor;

const SCHEME: &str = "a Security Scheme Object";

impl Draft<'_, '_> {
    /// Reads `components/securitySchemes`.
    pub(super) fn read_security_schemes(&mut self, map: Option<Cursor>) {
        for (name, value) in self.context.entries(map) {
            if let Some(mut fields) = self.open(&value, SCHEME) {
                let scheme = scheme(&mut fields, name);
                self.security_schemes.push(scheme);
                self.context.close(fields);
            }
        }
    }

    /// Takes `security`.
    pub(super) fn security(&mut self, fields: &mut Fields) -> Vec<SecurityRequirement> {
        let mut requirements = Vec::new();
        for item in fields.list("security") {
            match self.major {
                Major::Two => requirements.extend(self.named(&item)),
                Major::Three => requirements.extend(self.in_place(&item)),
            }
        }
        requirements
    }

    /// A Security Requirement Object of 2.x: names of schemes, each with the scopes that are needed.
    fn named(&mut self, item: &Cursor) -> Vec<SecurityRequirement> {
        let entries = self.context.entries(Some(item.clone()));
        if entries.len() != 1 {
            let reason = "each scheme that is named counts as an alternative";
            self.context.ignore(item, "security", reason);
        }
        let requirement = |(name, scopes): (String, Cursor)| self.requirement(name, &scopes);
        entries.into_iter().filter_map(requirement).collect()
    }

    fn requirement(&mut self, name: String, scopes: &Cursor) -> Option<SecurityRequirement> {
        let Some(scheme) = self
            .security_schemes
            .iter()
            .find(|scheme| scheme.name == name)
        else {
            self.context.push(unknown(&name, scopes));
            return None;
        };
        let items = scopes.items();
        let scopes = items.iter().filter_map(|scope| scope.node.as_text());
        Some(SecurityRequirement {
            scheme: name,
            kind: scheme.kind.clone(),
            scopes: scopes.map(str::to_owned).collect(),
        })
    }

    /// A scheme of 3.x where it is needed, or a reference to one of the components.
    fn in_place(&mut self, item: &Cursor) -> Option<SecurityRequirement> {
        let mut fields = self.open(item, SCHEME)?;
        let known = self
            .security_schemes
            .iter()
            .find(|scheme| scheme.at == fields.at)
            .map(|scheme| scheme.name.clone());
        let requirement = SecurityRequirement {
            kind: fields.text("type").unwrap_or_default(),
            scopes: fields.texts("scopes"),
            scheme: known.clone().unwrap_or_default(),
        };
        for (key, value) in fields.rest() {
            if known.is_none() {
                let reason = "a scheme in place is known by its type";
                self.context.ignore(&value, &key, reason);
            }
        }
        self.context.close(fields);
        Some(requirement)
    }
}

fn scheme(fields: &mut Fields, name: String) -> SecurityScheme {
    let at = fields.at.clone();
    let kind = fields.text("type").unwrap_or_default();
    let mut scheme = SecurityScheme {
        at,
        name,
        kind,
        docs: Default::default(),
        details: Value::Null,
    };
    scheme.docs.description = fields.text("description");
    let rest = fields.rest().into_iter();
    scheme.details = Value::Object(
        rest.map(|(key, value)| (key, value.node.to_json()))
            .collect(),
    );
    scheme
}

fn unknown(name: &str, at: &Cursor) -> Diagnostic {
    let message = format!("there is no security scheme `{name}`");
    Diagnostic::warning("unknown-security-scheme", at.key_place(), message)
        .help("declare it under `#/components/securitySchemes`")
}
