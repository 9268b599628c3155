//! The only place that makes identifiers: every name of a document's module.
//!
//! In: the model, forms and plans, and the names that the settings choose. Out: [`Names`], asked by id, and [`Scope`]s for
//! what is named within one item. A name comes from what the document calls a thing and where it stands, never from what
//! else is there, unless two things ask for one name.

mod case;
mod claim;
mod echo;
mod holder;
mod ident;
mod inline;
mod kind;
mod length;
mod member;
mod reserved;
mod scope;
mod within;
mod words;

use std::collections::BTreeMap;

use super::form::{Form, Forms};
use super::plans::Plans;
use crate::diagnostic::Diagnostics;
use crate::model::{ChannelId, MessageId, SchemaId, ServerId};
use crate::rust::Ident;
use crate::source::Origin;

pub(super) use claim::Claim;
use echo::Echoes;
use inline::Inline;
pub(super) use kind::{Kind, Place};
pub(super) use member::words;
pub(super) use scope::Scope;
use within::full_name;

/// Whose file an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Home {
    /// A declared schema's.
    Schema(SchemaId),
    /// A message's: its payload and headers in place.
    Message(MessageId),
}

/// The names of a document's items and modules.
pub(super) struct Names {
    items: Vec<Option<Ident>>,
    homes: Vec<Option<Home>>,
    files: BTreeMap<Home, Ident>,
    channels: Vec<Ident>,
    servers: Vec<Ident>,
}

impl Names {
    /// Names everything that has a name of its own in the module.
    pub(super) fn assign(
        forms: &Forms<'_>,
        plans: &Plans<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut names = Self {
            items: vec![None; forms.model.schemas.len()],
            homes: vec![None; forms.model.schemas.len()],
            files: BTreeMap::new(),
            channels: Vec::new(),
            servers: Vec::new(),
        };
        let mut types = Scope::new(Kind::Type);
        names.declare(forms, &mut types, diagnostics);
        Inline::new(forms, plans).assign(&mut names, &mut types, diagnostics);
        names.name_modules(forms, diagnostics);
        names.name_servers(forms, diagnostics);
        names
    }

    /// The item that a schema becomes; `None` for a schema that is a type in place.
    pub(super) fn item(&self, id: SchemaId) -> Option<&Ident> {
        self.items[id.index()].as_ref()
    }

    /// The names of all items of schemas.
    pub(super) fn items(&self) -> impl Iterator<Item = &Ident> {
        self.items.iter().flatten()
    }

    /// Whose file a schema's item stands in.
    pub(super) fn home(&self, id: SchemaId) -> Option<Home> {
        self.homes[id.index()]
    }

    /// The module of a file.
    pub(super) fn file(&self, home: Home) -> &Ident {
        &self.files[&home]
    }

    /// The module of a channel.
    pub(super) fn channel(&self, id: ChannelId) -> &Ident {
        &self.channels[id.0 as usize]
    }

    /// The struct of a server.
    pub(super) fn server(&self, id: ServerId) -> &Ident {
        &self.servers[id.0 as usize]
    }

    /// Declared schemas, which outrank everything in place.
    fn declare(&mut self, forms: &Forms<'_>, types: &mut Scope, diagnostics: &mut Diagnostics) {
        let declared: Vec<SchemaId> = forms
            .ids()
            .filter(|(_, schema)| schema.name.is_some())
            .map(|(id, _)| id)
            .collect();
        let echoes = Echoes::of(forms, &declared);
        let claim = |id: &SchemaId| declared_claim(forms, echoes.speaker(*id));
        let declared: Vec<SchemaId> = declared
            .into_iter()
            .filter(|id| !echoes.contains(*id))
            .collect();
        let claims: Vec<Claim> = declared.iter().map(claim).collect();
        for (id, ident) in declared.iter().zip(types.assign(&claims, diagnostics)) {
            self.items[id.index()] = Some(ident);
            self.homes[id.index()] = Some(Home::Schema(*id));
        }
    }

    /// Channels are public modules and keep their names; files are private ones, which nobody sees giving way.
    fn name_modules(&mut self, forms: &Forms<'_>, diagnostics: &mut Diagnostics) {
        let mut modules = Scope::new(Kind::Module);
        modules.reserve(document_ident(forms.settings.module()).as_str());
        let channels: Vec<Claim> = forms
            .model
            .channels
            .iter()
            .map(|channel| {
                Claim::new(Kind::Module, Place::Channel, &channel.at, &channel.name)
                    .of_file(forms.file(&channel.at))
                    .chosen(chosen(forms, &channel.at))
            })
            .collect();
        self.channels = modules.assign(&channels, diagnostics);
        let mut homes: Vec<Home> = self.homes.iter().flatten().copied().collect();
        homes.sort_unstable();
        homes.dedup();
        let files: Vec<Claim> = homes
            .iter()
            .map(|home| self.file_claim(forms, *home))
            .collect();
        self.files = homes
            .into_iter()
            .zip(modules.assign(&files, &mut Diagnostics::default()))
            .collect();
    }

    fn file_claim(&self, forms: &Forms<'_>, home: Home) -> Claim {
        match home {
            Home::Schema(id) => {
                let text = self.item(id).map_or("", Ident::as_str);
                Claim::new(
                    Kind::Module,
                    Place::Schema,
                    &forms.model.schema(id).at,
                    text,
                )
            }
            Home::Message(id) => {
                let message = forms.model.message(id);
                Claim::new(
                    Kind::Module,
                    Place::Message,
                    &message.at,
                    &format!("{} message", full_name(message)),
                )
                .of_file(forms.file(&message.at))
            }
        }
    }

    fn name_servers(&mut self, forms: &Forms<'_>, diagnostics: &mut Diagnostics) {
        let claim = |server: &crate::model::Server| {
            Claim::new(Kind::Type, Place::Server, &server.at, &server.name)
                .chosen(chosen(forms, &server.at))
        };
        let claims: Vec<Claim> = forms.model.servers.iter().map(claim).collect();
        self.servers = Scope::new(Kind::Type).assign(&claims, diagnostics);
    }
}

/// The claim of a declared schema; in a further file, what shares its name with another is told by the file.
fn declared_claim(forms: &Forms<'_>, id: SchemaId) -> Claim {
    let schema = forms.model.schema(id);
    let name = schema.name.as_deref().unwrap_or_default();
    let file = forms.file(&schema.at);
    let claim = Claim::new(Kind::Type, Place::Schema, &schema.at, name)
        .of_file(file)
        .chosen(chosen(forms, &schema.at));
    match file.is_empty() || schema.at.pointer.is_root() {
        true => claim,
        false => claim.or_alike(&format!("{} {name}", file.join(" "))),
    }
}

/// The name that the settings choose for what stands at a place.
pub(super) fn chosen<'a>(forms: &Forms<'a>, at: &Origin) -> Option<&'a str> {
    forms
        .own(at)
        .then(|| forms.settings.name(&at.pointer))
        .flatten()
}

/// The same where a field and a type in place share a pointer: a capital names the type.
pub(super) fn chosen_as<'a>(forms: &Forms<'a>, at: &Origin, kind: Kind) -> Option<&'a str> {
    let lowercase = matches!(kind, Kind::Field | Kind::Module);
    chosen(forms, at).filter(|name| name.starts_with(char::is_lowercase) == lowercase)
}

/// Whether a schema becomes an item even where it is not declared.
pub(super) fn is_item(form: &Form) -> bool {
    matches!(
        form,
        Form::Struct(_) | Form::StringEnum(_) | Form::ValueEnum(_) | Form::Union(_)
    )
}

/// A name that every module has.
pub(super) fn fixed_ident(text: &'static str) -> Ident {
    Ident::new(text)
}

/// The name of a document's module: the settings', or one like it that can be a module.
pub(super) fn document_ident(text: &str) -> Ident {
    if ident::is_valid(Kind::Module, text) {
        Ident::new(text)
    } else {
        Ident::new(ident::plain(Kind::Module, text, Place::Document))
    }
}
