//! Model → Rust items, with every name decided.
//!
//! In: a [`Model`] and the settings for its document. Out: a [`Module`], and diagnostics where the document leaves something
//! undecided. Forms are worked out first, then how unions decide, then names, and only then items.
//! This room never reads documents and never writes Rust.

mod address;
mod boxes;
mod channel;
mod docs;
mod enums;
mod evidence;
mod form;
mod ignored;
mod message;
mod names;
mod object;
mod plans;
mod procedure;
mod route;
mod secret;
mod security;
mod server;
mod session;
mod types;
mod typify;
mod union;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::{ChannelId, Model, SchemaId};
use crate::rust::{
    Alias, Constant, ConstantValue, File, FileKind, Ident, Item, Module, Newtype, Type,
};
use crate::settings::DocumentSettings;
use docs::Page;
use form::{Form, Forms};
use names::{Home, Names};
use plans::Plans;
use types::Surroundings;

pub use ignored::ignored;

/// The items of one document, whose path (`source`) is for the caller to fill in.
///
/// Problems go to `diagnostics`; with an error among them the module is good for nothing but further diagnostics.
pub fn module(model: &Model, settings: &DocumentSettings, diagnostics: &mut Diagnostics) -> Module {
    let forms = Forms::new(model, settings);
    let plans = Plans::new(&forms, diagnostics);
    let names = Names::assign(&forms, &plans, diagnostics);
    let around = Surroundings {
        forms: &forms,
        plans: &plans,
        names: &names,
    };
    let mut files = around.schemas(diagnostics);
    files.extend(
        (0..)
            .map(ChannelId)
            .zip(&model.channels)
            .map(|(id, _)| around.channel(id, diagnostics)),
    );
    files.extend(around.servers(diagnostics));
    around.sessions(&mut files, diagnostics);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Module {
        name: names::document_ident(settings.module()),
        source: String::new(),
        docs: module_docs(model),
        constants: constants(model),
        files,
        root_channel: root_channel(model, settings, &names, diagnostics),
    }
}

impl Surroundings<'_, '_> {
    /// The files of schemas: one for each that has a structure, one for all others.
    fn schemas(&self, diagnostics: &mut Diagnostics) -> Vec<File> {
        let mut items: Vec<(Home, SchemaId, Item)> = Vec::new();
        for (id, _) in self.forms.ids() {
            if let (Some(name), Some(home)) = (self.names.item(id), self.names.home(id)) {
                items.push((home, id, self.item(id, name, diagnostics)));
            }
        }
        boxes::make_finite(&mut items.iter_mut().map(|(.., item)| item).collect::<Vec<_>>());
        let mut by_home: BTreeMap<Home, Vec<(SchemaId, Item)>> = BTreeMap::new();
        for (home, id, item) in items {
            by_home.entry(home).or_default().push((id, item));
        }
        let mut scalars = Vec::new();
        let mut files = Vec::new();
        for (home, mut items) in by_home {
            match items.as_slice() {
                [(_, Item::Newtype(_) | Item::Alias(_))] => scalars.append(&mut items),
                _ => files.push(self.schema_file(home, items)),
            }
        }
        scalars.sort_by_key(|(id, _)| *id);
        if !scalars.is_empty() {
            files.push(scalar_file(scalars));
        }
        files
    }

    fn schema_file(&self, home: Home, items: Vec<(SchemaId, Item)>) -> File {
        let model = self.forms.model;
        let (at, docs) = match home {
            Home::Schema(id) => {
                let name = model.schema(id).name.as_deref().unwrap_or_default();
                (
                    &model.schema(id).at,
                    format!("The {} schema and what stands in it.", docs::code(name)),
                )
            }
            Home::Message(id) => {
                let message = model.message(id);
                (
                    &message.at,
                    format!("The schemas of the {} message.", docs::code(&message.name)),
                )
            }
        };
        File {
            name: self.names.file(home).clone(),
            kind: FileKind::Schemas,
            at: Some(at.clone()),
            docs: vec![docs],
            items: items.into_iter().map(|(_, item)| item).collect(),
        }
    }

    /// The item of a schema that has a name.
    fn item(&self, id: SchemaId, name: &Ident, diagnostics: &mut Diagnostics) -> Item {
        let schema = self.forms.model.schema(id);
        match self.forms.get(id) {
            Form::Struct(rest) => Item::Struct(self.object(id, name, *rest, diagnostics)),
            Form::StringEnum(values) => {
                Item::StringEnum(self.string_enum(schema, name, values, diagnostics))
            }
            Form::ValueEnum(values) => {
                Item::ValueEnum(self.value_enum(schema, name, values, diagnostics))
            }
            Form::Union(_) => Item::Union(self.union(id, name, diagnostics)),
            Form::Leaf(inner @ (Type::Text | Type::Secret)) => Item::Newtype(Newtype {
                at: schema.at.clone(),
                name: name.clone(),
                docs: self.item_docs(schema, name).finish(),
                inner: self.redacted(schema, inner),
            }),
            Form::Leaf(_)
            | Form::Same(_)
            | Form::List(_)
            | Form::OneOrMany(_)
            | Form::Map(_)
            | Form::Tuple(_) => Item::Alias(Alias {
                at: schema.at.clone(),
                name: name.clone(),
                docs: self.item_docs(schema, name).finish(),
                ty: self.meant(id),
            }),
        }
    }
}

/// Newtypes and aliases, in document order.
fn scalar_file(items: Vec<(SchemaId, Item)>) -> File {
    File {
        name: names::fixed_ident("scalars"),
        kind: FileKind::Schemas,
        at: None,
        docs: vec!["Schemas that are a value with a name.".to_owned()],
        items: items.into_iter().map(|(_, item)| item).collect(),
    }
}

fn module_docs(model: &Model) -> Vec<String> {
    let info = &model.info;
    let page = Page::text(&info.title).line(format!(
        "Version {} of the document.",
        docs::code(&info.version)
    ));
    let page = page.markdown(info.description.as_deref().unwrap_or_default());
    let page = match &model.default_content_type {
        Some(media) => page.line(format!(
            "Messages are {} where they do not say otherwise.",
            docs::code(media)
        )),
        None => page,
    };
    let page = match &info.id {
        Some(id) => page.line(format!("Id: {}.", docs::code(id))),
        None => page,
    };
    info.notes
        .iter()
        .fold(page, |page, note| page.markdown(note))
        .finish()
}

fn constants(model: &Model) -> Vec<Constant> {
    [
        ("TITLE", "The title of the document.", &model.info.title),
        (
            "VERSION",
            "The version of the document, as it states it.",
            &model.info.version,
        ),
        (
            "ASYNCAPI",
            "The version of AsyncAPI in which the document is written.",
            &model.asyncapi,
        ),
    ]
    .into_iter()
    .map(|(name, docs, value)| Constant {
        name: names::fixed_ident(name),
        docs: vec![docs.to_owned()],
        value: ConstantValue::Text(value.clone()),
    })
    .collect()
}

/// The module of the channel that the settings choose; an error when there is no such channel.
fn root_channel(
    model: &Model,
    settings: &DocumentSettings,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Option<Ident> {
    let root = settings.root()?;
    let mut channels = (0..).map(ChannelId).zip(&model.channels);
    let found = channels
        .find(|(_, channel)| channel.at.pointer == *root && channel.at.file == model.at.file);
    if found.is_none() {
        let at = settings
            .root_place()
            .cloned()
            .unwrap_or_else(|| Place::Value(model.at.clone()));
        let message =
            format!("the settings choose the channel `{root}`, which the document does not have");
        diagnostics.push(Diagnostic::error("unknown-channel", at, message));
    }
    found.map(|(id, _)| names.channel(id).clone())
}

#[cfg(test)]
mod tests;
