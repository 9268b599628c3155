//! Servers → one file of structs.
//!
//! In: the model's servers. Out: a struct each, with its variables, its URL in parts, and what it asks of clients.

use super::docs::{self, Page};
use super::names::{self, Kind, Scope};
use super::security;
use super::types::Surroundings;
use crate::diagnostic::Diagnostics;
use crate::model::{Model, Server, ServerId};
use crate::rust::{self, File, FileKind, Item};

impl Surroundings<'_, '_> {
    /// The file of the servers; `None` when the document names none.
    pub(super) fn servers(&self, diagnostics: &mut Diagnostics) -> Option<File> {
        let servers = &self.forms.model.servers;
        let first = servers.first()?;
        let mut types = Scope::new(Kind::Type);
        let ids = || (0..).map(ServerId).zip(servers);
        for (id, _) in ids() {
            types.reserve(self.names.server(id).as_str());
        }
        let items = ids()
            .flat_map(|(id, server)| self.server(id, server, &mut types, diagnostics))
            .collect();
        let parent = first
            .at
            .pointer
            .parent()
            .unwrap_or_else(crate::pointer::Pointer::root);
        Some(File {
            name: names::fixed_ident("servers"),
            kind: FileKind::Servers,
            at: Some(crate::source::Origin {
                file: first.at.file,
                pointer: parent,
            }),
            docs: vec!["Where the document says that its channels are served.".to_owned()],
            items,
        })
    }

    fn server(
        &self,
        id: ServerId,
        server: &Server,
        types: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Item> {
        let name = self.names.server(id);
        let template = self.template(name, &server.variables, types, diagnostics);
        let url = format!("{}://{}{}", server.scheme, server.host, server.pathname);
        let security = server
            .security
            .iter()
            .map(|need| (need.scheme.clone(), need.kind.clone(), need.scopes.clone()));
        let item = rust::Server {
            at: server.at.clone(),
            name: name.clone(),
            docs: server_docs(self.forms.model, server, &url).finish(),
            protocol: server.protocol.clone(),
            url: template.segments(&url),
            parameters: template.parameters,
            security: security.collect(),
        };
        let enums = template.enums.into_iter().map(Item::StringEnum);
        [Item::Server(item)].into_iter().chain(enums).collect()
    }
}

fn server_docs(model: &Model, server: &Server, url: &str) -> Page {
    let page = Page::of(&server.docs, &server.name)
        .or(|| format!("The {} server.", docs::code(&server.name)));
    let version = server
        .protocol_version
        .as_deref()
        .map_or_else(String::new, |version| format!(" {}", docs::code(version)));
    let page = page.line(format!(
        "Protocol: {}{version}; URL: {}.",
        docs::code(&server.protocol),
        docs::code(url)
    ));
    security::on(page, model, &server.security)
}
