//! What a document says of itself and of its servers.
//!
//! In: two models. Out: findings about versions, titles, servers, variables, security and bindings.
//! This room never knows channels, messages or schemas.

mod binding;
mod security;
mod variable;

use serde_json::Value;

use super::Comparer;
use super::change::Places;
use super::finding::{Finding, Scope};
use super::pairing::Pairs;
use super::rules::{Rule, table};
use crate::model::{Info, Server};
use crate::pointer::Pointer;
use crate::source::Origin;

pub(super) use self::variable::Holder;

impl Comparer<'_> {
    /// The places of the documents themselves.
    pub(super) fn document(&self) -> Places {
        Places {
            old: self.old.model.at.clone(),
            new: self.new.model.at.clone(),
        }
    }

    /// Compares what the documents say of themselves.
    pub(super) fn info(&mut self) {
        let (old, new) = (self.old.model, self.new.model);
        let (document, scope) = (self.document(), Scope::Connection);
        let at = part(&document, "asyncapi");
        let versions = (&old.asyncapi, &new.asyncapi);
        self.differ(&table::STANDARD_VERSION_CHANGED, &at, scope, versions);
        let ids = (old.info.id.as_ref(), new.info.id.as_ref());
        self.optional(&table::DOCUMENT_ID_CHANGED, &part(&document, "id"), ids);
        self.titles(&part(&document, "info"), (&old.info, &new.info));
        let at = part(&document, "defaultContentType");
        let (old, new) = (&old.default_content_type, &new.default_content_type);
        let types = (old.as_ref(), new.as_ref());
        self.optional(&table::DEFAULT_CONTENT_TYPE_CHANGED, &at, types);
    }

    fn titles(&mut self, info: &Places, (old, new): (&Info, &Info)) {
        let scope = Scope::Connection;
        let titles = (&old.title, &new.title);
        self.differ(&table::TITLE_CHANGED, &part(info, "title"), scope, titles);
        let (at, versions) = (part(info, "version"), (&old.version, &new.version));
        self.differ(&table::VERSION_CHANGED, &at, scope, versions);
        let texts = (old.description.as_deref(), new.description.as_deref());
        self.text(&part(info, "description"), scope, "description", texts);
        let (olds, news) = (old.notes.join("\n"), new.notes.join("\n"));
        let notes = (Some(&*olds), Some(&*news));
        self.text(info, scope, "licence and contact", notes);
    }

    /// Compares servers by name.
    pub(super) fn servers(&mut self) {
        let (olds, news) = (&self.old.model.servers, &self.new.model.servers);
        let mut pairs = Pairs::new(0..olds.len(), 0..news.len())
            .by(|at| Some(&olds[at].name), |at| Some(&news[at].name));
        let key =
            |one: &Server| Some((one.protocol.clone(), one.host.clone(), one.pathname.clone()));
        let renamed = pairs.rename(|at| key(&olds[at]), |at| key(&news[at]), |_, _| true);
        for (one, other) in renamed {
            let places = Places {
                old: olds[one].at.clone(),
                new: news[other].at.clone(),
            };
            let finding = Finding::at(&table::SERVER_RENAMED, places, Scope::Connection);
            self.findings
                .push(finding.before(&*olds[one].name).after(&*news[other].name));
        }
        for (one, other) in pairs.both {
            self.server(&olds[one], &news[other]);
        }
        let document = self.document();
        let removed = pairs.removed.into_iter().map(|at| &olds[at]);
        self.findings.extend(removed.map(|one| {
            Finding::removed(
                &table::SERVER_REMOVED,
                document.clone(),
                one.at.clone(),
                Scope::Connection,
            )
            .subject(&*one.name)
        }));
        let added = pairs.added.into_iter().map(|at| &news[at]);
        self.findings.extend(added.map(|one| {
            Finding::added(
                &table::SERVER_ADDED,
                document.clone(),
                one.at.clone(),
                Scope::Connection,
            )
            .subject(&*one.name)
        }));
    }

    fn server(&mut self, old: &Server, new: &Server) {
        let places = Places {
            old: old.at.clone(),
            new: new.at.clone(),
        };
        let scope = Scope::Connection;
        self.docs(&places, scope, (&old.docs, &new.docs));
        let protocol = |one: &Server| match &one.protocol_version {
            Some(version) => format!("{} {version}", one.protocol),
            None => one.protocol.clone(),
        };
        self.differ(
            &table::SERVER_PROTOCOL_CHANGED,
            &places,
            scope,
            (&protocol(old), &protocol(new)),
        );
        self.differ(
            &table::SERVER_HOST_CHANGED,
            &places,
            scope,
            (&old.host, &new.host),
        );
        self.differ(
            &table::SERVER_PATH_CHANGED,
            &places,
            scope,
            (&old.pathname, &new.pathname),
        );
        self.variables(Holder::Server, &places, (&old.variables, &new.variables));
        self.security(&places, (&old.security, &new.security));
        self.bindings(&places, scope, (&old.bindings, &new.bindings));
    }

    /// Reports an optional text that differs.
    pub(super) fn optional(
        &mut self,
        rule: &'static Rule,
        places: &Places,
        (old, new): (Option<&String>, Option<&String>),
    ) {
        if old != new {
            let value =
                |text: Option<&String>| text.map_or(Value::Null, |text| Value::from(&**text));
            let finding = Finding::at(rule, places.clone(), Scope::Connection);
            self.findings
                .push(finding.before(value(old)).after(value(new)));
        }
    }
}

/// The pointer of a part of a thing.
pub(super) fn part(places: &Places, token: &str) -> Places {
    let below = |at: &Origin| Origin {
        file: at.file,
        pointer: Pointer::push(&at.pointer, token),
    };
    Places {
        old: below(&places.old),
        new: below(&places.new),
    }
}
