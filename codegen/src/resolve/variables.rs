//! Server variables and channel parameters: the named gaps in hosts, paths and addresses.
//!
//! In: maps of variables and the texts that use them. Out: a [`Variable`] for each, and for each gap that
//! nobody declares. In 2.x a parameter's values stand in its `schema`, in 3.x in the parameter itself.
//! This room never knows what the text is for.

use super::Context;
use crate::document::Fields;
use crate::model::{Docs, Variable};
use crate::source::{Cursor, Origin};

impl Context<'_> {
    /// The variables of a map; `object` is what the standard calls one of them.
    pub(super) fn variables(&mut self, map: Option<Cursor>, object: &'static str) -> Vec<Variable> {
        let entries = self.entries(map);
        let variable = |(name, value): (String, Cursor)| self.variable(name, &value, object);
        entries.into_iter().filter_map(variable).collect()
    }

    fn variable(&mut self, name: String, value: &Cursor, object: &'static str) -> Option<Variable> {
        let mut fields = self.open(value, object)?;
        let mut variable = Variable {
            at: fields.at.clone(),
            name,
            docs: self.docs(&mut fields),
            values: fields.texts("enum"),
            default: fields.text("default"),
            examples: fields.texts("examples"),
            location: fields.text("location"),
        };
        if let Some(schema) = fields.value("schema") {
            self.schema_of(&schema, &mut variable);
        }
        self.close(fields);
        Some(variable)
    }

    /// The schema of a 2.x parameter: addresses are text, so only the values matter.
    fn schema_of(&mut self, schema: &Cursor, variable: &mut Variable) {
        let Some(mut fields) = self.open(schema, "a Schema Object") else {
            return;
        };
        variable.values.extend(scalars(&mut fields, "enum"));
        variable.values.extend(scalar(&mut fields, "const"));
        variable.examples.extend(scalars(&mut fields, "examples"));
        variable.examples.extend(scalar(&mut fields, "example"));
        variable.default = variable.default.take().or(scalar(&mut fields, "default"));
        let docs = &mut variable.docs;
        docs.title = docs.title.take().or(fields.text("title"));
        docs.description = docs.description.take().or(fields.text("description"));
        for (key, value) in fields.rest() {
            self.ignore(&value, &key, "an address is text");
        }
        self.close(fields);
    }
}

fn scalars(fields: &mut Fields, key: &str) -> Vec<String> {
    let items = fields.list(key);
    let text = |item: &Cursor| item.node.as_text().map(str::to_owned);
    items.iter().filter_map(text).collect()
}

fn scalar(fields: &mut Fields, key: &str) -> Option<String> {
    fields.value(key)?.node.as_text().map(str::to_owned)
}

/// Adds a variable for each `{name}` in a text that none of them has.
pub(super) fn complete(variables: &mut Vec<Variable>, text: &str, at: &Origin) {
    for name in names(text) {
        if variables.iter().all(|variable| variable.name != name) {
            variables.push(undeclared(name, at));
        }
    }
}

/// The names between braces, in order; braces without a partner or a name are text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        (!name.is_empty()).then_some(name)
    })
}

fn undeclared(name: &str, at: &Origin) -> Variable {
    Variable {
        at: at.clone(),
        name: name.to_owned(),
        docs: Docs::default(),
        values: Vec::new(),
        default: None,
        examples: Vec::new(),
        location: None,
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn gaps_are_found() {
        let found = |text| names(text).collect::<Vec<_>>();
        assert_eq!(found("{a}/x/{b}.{c}"), ["a", "b", "c"]);
        assert_eq!(found("a{}b}c{"), [""; 0]);
    }
}
