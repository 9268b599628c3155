//! Types that several Avro schemas define alike, as files do that can be read alone: a full name means one type.
//!
//! In: a definition in place and its scope. Out: the schema of an equal definition of the same name that was met before.
//! Definitions are equal when they say the same, and the names in them that they do not define mean the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Scope, primitive};
use crate::model::SchemaId;
use crate::resolve::named_type::{below, definitions, full_name};
use crate::source::{Cursor, Kind, Node};

/// The nodes of the largest definition that is compared: each of those around it would be read again.
const LARGEST: usize = 10_000;

/// Definitions in place, by full name and by what they say.
#[derive(Default)]
pub(in crate::resolve::schema) struct Defined {
    known: BTreeMap<(String, String), Vec<Definition>>,
}

struct Definition {
    id: SchemaId,
    at: Cursor,
    scope: Arc<Scope>,
}

impl Defined {
    /// The equal definition that was met before; else this is the first of its kind.
    pub(super) fn twin(
        &mut self,
        id: SchemaId,
        at: &Cursor,
        scope: &Arc<Scope>,
    ) -> Option<SchemaId> {
        let name = full_name(&at.node, &scope.namespace).filter(|_| !is_large(&at.node))?;
        let text = at.node.to_json().to_string();
        let known = self.known.entry((name, text)).or_default();
        let definition = Definition {
            id,
            at: at.clone(),
            scope: Arc::clone(scope),
        };
        let twin = known.iter().find(|other| other.means(&definition));
        let twin = twin.map(|other| other.id);
        if twin.is_none() {
            known.push(definition);
        }
        twin
    }
}

impl Definition {
    /// Whether the names that neither defines mean the same in both.
    fn means(&self, other: &Self) -> bool {
        let meaning = |one: &Self, name: &str| {
            let found = one.scope.within(&one.at).find(name);
            found.map(|(at, _)| at.node.to_json())
        };
        let mut names = free(&self.at).into_iter();
        names.all(|name| meaning(self, &name) == meaning(other, &name))
    }
}

fn is_large(node: &Node) -> bool {
    let mut open = vec![node];
    let mut count = 0;
    while let Some(node) = open.pop() {
        count += 1;
        if count > LARGEST {
            return true;
        }
        match &node.kind {
            Kind::Mapping(entries) => {
                open.extend(entries.entries().iter().map(|entry| &entry.value))
            }
            Kind::Sequence(items) => open.extend(items.iter()),
            Kind::Scalar(_) => {}
        }
    }
    false
}

/// The names in a definition that it does not define itself.
fn free(at: &Cursor) -> BTreeSet<String> {
    let short = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let own: BTreeSet<String> = definitions(at).iter().map(|it| short(&it.name)).collect();
    let mut names = BTreeSet::new();
    let mut open = vec![at.clone()];
    while let Some(part) = open.pop() {
        open.extend(below(&part));
        let name = part.node.as_text().map(str::to_owned);
        names.extend(name.filter(|name| is_foreign(&part, name, &own)));
    }
    names
}

fn is_foreign(at: &Cursor, name: &str, own: &BTreeSet<String>) -> bool {
    let kinds = ["record", "error", "enum", "fixed", "array", "map"];
    primitive(at, name).is_none() && !kinds.contains(&name) && !own.contains(name)
}
