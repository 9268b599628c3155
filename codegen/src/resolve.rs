//! Document → Model: what the document means, with no reference left.
//!
//! In: the tree of a document, of either major version. Out: a [`Model`] and what was found on the way.
//! This room knows the standard; it never knows Rust names or settings.

mod bindings;
mod components;
mod context;
mod described;
mod docs;
mod draft;
mod examples;
mod files;
mod format;
mod info;
mod messages;
mod named_type;
mod nearest;
mod payload;
mod reference;
mod schema;
mod security;
mod servers;
#[cfg(test)]
mod tests;
mod traits;
mod unmessaged;
mod v2;
mod v3;
mod variables;

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Fields, Major};
use crate::model::{Ignored, Model};
use crate::source::Sources;
use draft::Draft;

pub(crate) use context::Context;
pub use context::Locations;

/// Makes the model of a document; files that it refers to are added to the sources.
///
/// # Errors
///
/// Everything that was found, when some of it is an error. Warnings of a success come beside the model.
pub fn model(
    document: &Document,
    sources: &mut Sources,
    locations: &Locations,
) -> Result<(Model, Diagnostics), Diagnostics> {
    let mut context = Context::new(sources, locations, document.root.origin.file);
    let model = read(&mut context, document);
    let mut ignored = std::mem::take(&mut context.ignored);
    for one in &mut ignored {
        one.at = context.written(&one.at);
    }
    let ignored = each_once(ignored);
    let stated = std::mem::take(&mut context.stated);
    let diagnostics = told_once(&context.diagnostics);
    match model {
        Some(model) => diagnostics.into_result(Model {
            ignored,
            stated,
            ..model
        }),
        None => Err(diagnostics),
    }
}

/// The order of reading: what others refer to comes first.
fn read(context: &mut Context<'_>, document: &Document) -> Option<Model> {
    let mut root = context.open(&document.root, "an AsyncAPI document")?;
    root.raw("asyncapi");
    let mut draft = Draft::new(context, document);
    draft.info = info::read(draft.context, &mut root);
    draft.default_content_type = root.text("defaultContentType");
    let unread = draft.read_components(&mut root);
    let servers = root.value("servers");
    draft.read_servers(servers);
    draft.read_channels(&mut root);
    draft.unused(unread);
    draft.context.close(root);
    Some(draft.finish(document))
}

impl Draft<'_, '_> {
    fn read_channels(&mut self, root: &mut Fields) {
        match self.major {
            Major::Two => v2::read(self, root),
            Major::Three => v3::read(self, root),
        }
    }
}

/// The same problem met on several ways is one problem.
fn told_once(diagnostics: &Diagnostics) -> Diagnostics {
    let mut seen = BTreeSet::new();
    let mut told = Diagnostics::default();
    for diagnostic in diagnostics.iter() {
        let place = format!("{:?}", diagnostic.at);
        if seen.insert((place, diagnostic.code, diagnostic.message.clone())) {
            told.push(diagnostic.clone());
        }
    }
    told
}

/// Objects that several references reach are read several times; what they ignore is one thing.
fn each_once(ignored: Vec<Ignored>) -> Vec<Ignored> {
    let mut seen = BTreeSet::new();
    ignored
        .into_iter()
        .filter(|entry| seen.insert((entry.at.clone(), entry.keyword.clone())))
        .collect()
}
