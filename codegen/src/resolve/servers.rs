//! Servers: where a client connects.
//!
//! In: Server Objects, with a `url` in 2.x, with host and path in 3.x. Out: [`Server`]s, with a variable
//! for each gap in their texts.
//! This room never knows a channel.

use super::draft::Draft;
use super::variables;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Fields, Major};
use crate::model::{Server, ServerId};
use crate::source::{Cursor, Origin};

/// Scheme, host and path of an address.
struct Address {
    scheme: Option<String>,
    host: String,
    pathname: String,
}

impl Draft<'_, '_> {
    /// Reads `servers`.
    pub(super) fn read_servers(&mut self, map: Option<Cursor>) {
        for (name, value) in self.context.entries(map) {
            let Some(followed) = self.context.reach(&value) else {
                continue;
            };
            if let Some(server) = self.server(name, &value) {
                self.add_server(server, followed.trail);
            }
        }
    }

    fn server(&mut self, name: String, value: &Cursor) -> Option<Server> {
        let mut fields = self.open(value, "a Server Object")?;
        let address = self.address(&mut fields);
        let protocol = fields.text("protocol").or(address.scheme.clone());
        let protocol = protocol.unwrap_or_else(|| self.missing(&fields, "protocol"));
        let variables = fields.value("variables");
        let mut server = Server {
            at: fields.at.clone(),
            name,
            protocol_version: fields.text("protocolVersion"),
            scheme: address.scheme.unwrap_or_else(|| protocol.clone()),
            protocol,
            host: address.host,
            pathname: address.pathname,
            docs: self.context.docs(&mut fields),
            variables: self
                .context
                .variables(variables, "a Server Variable Object"),
            security: self.security(&mut fields),
            bindings: self.context.bindings(&mut fields),
        };
        for text in [&server.scheme, &server.host, &server.pathname] {
            variables::complete(&mut server.variables, text, &server.at);
        }
        self.context.close(fields);
        Some(server)
    }

    fn address(&mut self, fields: &mut Fields) -> Address {
        match self.major {
            Major::Two => {
                let url = fields.text("url");
                split(&url.unwrap_or_else(|| self.missing(fields, "url")))
            }
            Major::Three => Address {
                scheme: None,
                host: fields
                    .text("host")
                    .unwrap_or_else(|| self.missing(fields, "host")),
                pathname: fields.text("pathname").unwrap_or_default(),
            },
        }
    }

    /// Nothing, and a warning about it: the types of a document do not depend on its servers.
    fn missing(&mut self, fields: &Fields, key: &str) -> String {
        let message = format!("{} has no `{key}`", fields.object());
        let at = Place::Value(fields.at.clone());
        self.context
            .push(Diagnostic::warning("missing-key", at, message));
        String::new()
    }

    /// Takes `servers` of a channel: names in 2.x, references in 3.x.
    pub(super) fn servers_of(&mut self, fields: &mut Fields) -> Vec<ServerId> {
        let mut servers = Vec::new();
        for item in fields.list("servers") {
            let found = match item.node.as_text() {
                Some(name) => self.server_named(name),
                None => self.server_behind(&item),
            };
            match found {
                Some(id) => servers.push(id),
                None => self.context.push(unknown(&item)),
            }
        }
        servers
    }

    fn server_named(&self, name: &str) -> Option<ServerId> {
        let index = self.servers.iter().position(|server| server.name == name)?;
        u32::try_from(index).ok().map(ServerId)
    }

    fn server_behind(&mut self, item: &Cursor) -> Option<ServerId> {
        let followed = self.context.reach(item)?;
        let known = |place: &Origin| self.server_at.get(place).copied();
        followed.trail.iter().find_map(known)
    }
}

/// Scheme, host and path of a 2.x `url`, any of which may hold gaps; many have no scheme.
fn split(url: &str) -> Address {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_owned()), rest),
        None => (None, url),
    };
    let border = rest.find('/').unwrap_or(rest.len());
    Address {
        scheme: scheme.filter(|scheme| !scheme.is_empty()),
        host: rest[..border].to_owned(),
        pathname: rest[border..].to_owned(),
    }
}

fn unknown(item: &Cursor) -> Diagnostic {
    let message = "this is none of the document's servers";
    Diagnostic::warning("unknown-server", item.place(), message)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn urls_are_split() {
        let parts = |url| {
            let address = split(url);
            (address.scheme, address.host, address.pathname)
        };
        let some = |scheme: &str| Some(scheme.to_owned());
        let owned = |text: &str| text.to_owned();
        assert_eq!(
            parts("wss://{server}:{port}/ws/{v}"),
            (some("wss"), owned("{server}:{port}"), owned("/ws/{v}"))
        );
        assert_eq!(
            parts("localhost:9092"),
            (None, owned("localhost:9092"), owned(""))
        );
        assert_eq!(parts("/ws"), (None, owned(""), owned("/ws")));
    }
}
