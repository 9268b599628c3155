//! Keywords that resolving understood and that the policy makes nothing of.
//!
//! In: a model and its settings. Out: an entry for each such keyword; together with [`Model::ignored`] they are all that
//! has no effect on the output. Entries may name keywords that the document leaves out: the caller knows the files.

mod keyword;

use std::collections::BTreeSet;

use super::form::{Form, Forms};
use super::names::is_item;
use super::security;
use crate::model::{Binding, Docs, Ignored, MessageId, Model, Schema, SchemaId, Shape};
use crate::settings::DocumentSettings;
use crate::source::Origin;

const DATA: &str = "kept as data, not generated";

/// Everything that has no effect by policy.
pub fn ignored(model: &Model, settings: &DocumentSettings) -> Vec<Ignored> {
    let forms = Forms::new(model, settings);
    let mut found = keyword::stated(&forms);
    found.extend(wordless(&forms));
    found.extend(bindings(model));
    found.extend(schemes(model));
    found.extend(messages(model));
    found
}

fn entry(at: &Origin, keyword: &str, reason: &'static str) -> Ignored {
    Ignored {
        at: at.clone(),
        keyword: keyword.to_owned(),
        reason,
    }
}

fn below(at: &Origin, keyword: &str, reason: &'static str) -> Ignored {
    let at = Origin {
        file: at.file,
        pointer: at.pointer.push(keyword),
    };
    entry(&at, keyword, reason)
}

/// Bindings of every object that has some.
fn bindings(model: &Model) -> Vec<Ignored> {
    let servers = model.servers.iter().flat_map(|one| &one.bindings);
    let channels = model.channels.iter().flat_map(|one| &one.bindings);
    let operations = model.operations.iter().flat_map(|one| &one.bindings);
    let messages = model.messages.iter().flat_map(|one| &one.bindings);
    let all = servers.chain(channels).chain(operations).chain(messages);
    let places = |binding: &'_ Binding| {
        let places = std::iter::once(&binding.at).chain(&binding.parts);
        places
            .map(|at| entry(at, "bindings", DATA))
            .collect::<Vec<_>>()
    };
    all.flat_map(places).collect()
}

/// Security schemes that nothing asks for, and what is more than one text in the others.
fn schemes(model: &Model) -> Vec<Ignored> {
    let servers = model.servers.iter().flat_map(|server| &server.security);
    let carried = model.operations.iter().flat_map(|one| &one.security);
    let needed: BTreeSet<&str> = servers
        .chain(carried)
        .map(|need| need.scheme.as_str())
        .collect();
    let mut found = Vec::new();
    for scheme in &model.security_schemes {
        if !needed.contains(scheme.name.as_str()) {
            found.push(entry(&scheme.at, &scheme.name, "nothing asks for it"));
            continue;
        }
        let others = security::details(scheme).1;
        found.extend(others.into_iter().map(|key| below(&scheme.at, key, DATA)));
    }
    found
}

/// Messages of which nothing but their schemas is generated.
fn messages(model: &Model) -> Vec<Ignored> {
    let channels = model.channels.iter().flat_map(|one| &one.messages);
    let operations = model.operations.iter().flat_map(|one| &one.messages);
    let carried: BTreeSet<MessageId> = channels
        .map(|(_, id)| *id)
        .chain(operations.copied())
        .collect();
    let mut found = Vec::new();
    for (id, message) in (0..).map(MessageId).zip(&model.messages) {
        if !carried.contains(&id) {
            let reason = "no channel carries it: its schemas alone are generated";
            found.push(entry(&message.at, &message.name, reason));
        } else if message.payload.is_none() {
            let reason = "without a payload it is no variant: its name alone is shown";
            found.push(entry(&message.at, &message.name, reason));
        }
    }
    found
}

/// Words about schemas in place that are neither items nor fields nor variants: no docs have room for them.
fn wordless(forms: &Forms<'_>) -> Vec<Ignored> {
    let mut shown = BTreeSet::new();
    for (id, schema) in forms.ids() {
        if schema.name.is_some() || is_item(forms.get(id)) {
            shown.insert(id);
        }
        shown.extend(speaking(forms.get(id), schema));
    }
    let silent = forms.ids().filter(|(id, _)| !shown.contains(id));
    silent.flat_map(|(_, schema)| words(schema)).collect()
}

/// The schemas below whose words are shown where they are used.
fn speaking(form: &Form, schema: &Schema) -> Vec<SchemaId> {
    match (form, &schema.shape) {
        (Form::Union(members), _) => members.clone(),
        (_, Shape::Object(object)) => {
            let properties = object.properties.iter();
            properties.map(|property| property.schema).collect()
        }
        _ => Vec::new(),
    }
}

fn words(schema: &Schema) -> Vec<Ignored> {
    let Docs {
        title,
        description,
        external,
        deprecated,
        ..
    } = &schema.docs;
    let said = [
        ("title", title.is_some()),
        ("description", description.is_some()),
        ("doc", description.is_some()),
        ("externalDocs", external.is_some()),
        ("deprecated", *deprecated),
        ("default", schema.default.is_some()),
    ];
    let said = said.into_iter().filter(|(_, said)| *said);
    said.map(|(word, _)| below(&schema.at, word, "a type in place has no docs"))
        .collect()
}
