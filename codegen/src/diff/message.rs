//! Messages, by name.
//!
//! In: the messages of both documents. Out: findings about what a message carries, and uses of schemas to compare.
//! This room never knows which operations use a message.

use super::Comparer;
use super::change::Places;
use super::document::part;
use super::finding::{Finding, Scope};
use super::pairing::Pairs;
use super::rules::{Rule, table};
use super::view::{Names, View};
use crate::model::{Message, MessageId, SchemaId};
use serde_json::Value;

impl Comparer<'_> {
    /// Pairs messages; those that were renamed are reported.
    pub(super) fn pair_messages(&mut self) -> Pairs<MessageId> {
        let (old, new) = (&self.old, &self.new);
        let placed = |view: &View<'_>, id: MessageId| {
            let message = view.model.message(id);
            Some((message.name.clone(), message.at.pointer.clone()))
        };
        let name = |view: &View<'_>, id: MessageId| Some(view.model.message(id).name.clone());
        let mut pairs = Pairs::new(ids(old), ids(new))
            .by(|id| placed(old, id), |id| placed(new, id))
            .by(|id| name(old, id), |id| name(new, id));
        let equal = |one, other| self.same_message(one, other);
        let renamed = pairs.rename(|id| print(old, id), |id| print(new, id), equal);
        for (old, new) in renamed {
            let (one, other) = (self.old.model.message(old), self.new.model.message(new));
            let places = Places {
                old: one.at.clone(),
                new: other.at.clone(),
            };
            let finding = Finding::at(
                &table::MESSAGE_RENAMED,
                places,
                Scope::Message(Some(old), Some(new)),
            );
            self.findings
                .push(finding.before(&*one.name).after(&*other.name));
        }
        pairs
    }

    fn same_message(&self, old: MessageId, new: MessageId) -> bool {
        let (one, other) = (self.old.model.message(old), self.new.model.message(new));
        let same = |old: Option<SchemaId>, new: Option<SchemaId>| match (old, new) {
            (Some(old), Some(new)) => self.same_use(old, new),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        one.content_type == other.content_type
            && same(one.payload, other.payload)
            && same(one.headers, other.headers)
    }

    /// Compares messages, and reports those that only one document has.
    pub(super) fn messages(&mut self, pairs: &Pairs<MessageId>) {
        let document = self.document();
        for &(old, new) in &pairs.both {
            self.message(old, new);
        }
        for &id in &pairs.removed {
            let message = self.old.model.message(id);
            self.gone.extend(message.payload);
            let (at, scope) = (message.at.clone(), Scope::Message(Some(id), None));
            let finding = Finding::removed(message_removed(message), document.clone(), at, scope);
            self.findings.push(finding.subject(&*message.name));
        }
        for &id in &pairs.added {
            let message = self.new.model.message(id);
            self.come.extend(message.payload);
            let (at, scope) = (message.at.clone(), Scope::Message(None, Some(id)));
            let finding = Finding::added(&table::MESSAGE_ADDED, document.clone(), at, scope);
            self.findings.push(finding.subject(&*message.name));
        }
    }

    fn message(&mut self, old: MessageId, new: MessageId) {
        let (one, other) = (self.old.model.message(old), self.new.model.message(new));
        let places = Places {
            old: one.at.clone(),
            new: other.at.clone(),
        };
        let scope = Scope::Message(Some(old), Some(new));
        self.docs(&places, scope, (&one.docs, &other.docs));
        self.bindings(&places, scope, (&one.bindings, &other.bindings));
        self.examples(&places, scope, (one, other));
        self.content_type(&places, scope, (one, other));
        self.correlation(&places, scope, (one, other));
        let rules = (&table::PAYLOAD_ADDED, &table::PAYLOAD_REMOVED);
        self.carried(
            rules,
            &part(&places, "payload"),
            scope,
            (one.payload, other.payload),
        );
        let rules = (&table::HEADERS_ADDED, &table::HEADERS_REMOVED);
        self.carried(
            rules,
            &part(&places, "headers"),
            scope,
            (one.headers, other.headers),
        );
        let answer = Scope::Answer(old, new);
        let rules = (&table::RESPONSE_ADDED, &table::RESPONSE_REMOVED);
        self.carried(
            rules,
            &part(&places, "x-response"),
            answer,
            (one.response, other.response),
        );
        self.drain();
    }

    fn carried(
        &mut self,
        (added, removed): (&'static Rule, &'static Rule),
        site: &Places,
        scope: Scope,
        schemas: (Option<SchemaId>, Option<SchemaId>),
    ) {
        let finding = match schemas {
            (None, None) => return,
            (Some(old), Some(new)) => return self.meet(site, scope, old, new),
            (Some(old), None) => {
                let label = self.label_old(old);
                Finding::removed(removed, site.clone(), site.old.clone(), scope).before(label)
            }
            (None, Some(new)) => {
                let label = self.label_new(new);
                Finding::added(added, site.clone(), site.new.clone(), scope).after(label)
            }
        };
        self.findings.push(finding);
    }

    /// A message that follows the document's default is told of there.
    fn content_type(&mut self, places: &Places, scope: Scope, (old, new): (&Message, &Message)) {
        let (before, after) = (&old.content_type, &new.content_type);
        let defaults = (
            &self.old.model.default_content_type,
            &self.new.model.default_content_type,
        );
        if before != after && (before, after) != defaults {
            let value = |text: &Option<String>| text.clone().map_or(Value::Null, Value::from);
            let finding = Finding::at(&table::CONTENT_TYPE_CHANGED, places.clone(), scope);
            self.findings
                .push(finding.before(value(before)).after(value(after)));
        }
    }

    fn correlation(&mut self, places: &Places, scope: Scope, (old, new): (&Message, &Message)) {
        let location = |one: &Message| {
            one.correlation_id
                .as_ref()
                .map_or(Value::Null, |(text, _)| Value::from(&**text))
        };
        let (before, after) = (location(old), location(new));
        if before != after {
            let finding = Finding::at(&table::CORRELATION_ID_CHANGED, places.clone(), scope);
            self.findings.push(finding.before(before).after(after));
        }
        if let (Some((_, old)), Some((_, new))) = (&old.correlation_id, &new.correlation_id) {
            self.docs(&part(places, "correlationId"), scope, (old, new));
        }
    }

    fn examples(&mut self, places: &Places, scope: Scope, (old, new): (&Message, &Message)) {
        let texts = |message: &Message| {
            let mut lines: Vec<String> = message
                .examples
                .iter()
                .map(super::schema::message_example)
                .collect();
            lines.sort_unstable();
            lines.join("\n")
        };
        let (olds, news) = (texts(old), texts(new));
        self.text(places, scope, "examples", (Some(&*olds), Some(&*news)));
    }
}

/// The rule for a message that is gone: one without a payload was no variant.
pub(super) fn message_removed(message: &Message) -> &'static Rule {
    match message.payload {
        Some(_) => &table::MESSAGE_REMOVED,
        None => &table::BARE_MESSAGE_REMOVED,
    }
}

fn ids(view: &View<'_>) -> impl Iterator<Item = MessageId> + use<> {
    (0..u32::try_from(view.model.messages.len()).expect("ids are 32 bits wide")).map(MessageId)
}

/// What equal messages share, whatever they are called.
fn print(view: &View<'_>, id: MessageId) -> Option<[Option<u64>; 2]> {
    let message = view.model.message(id);
    let print = |schema: SchemaId| view.print(view.target(schema), Names::Dropped);
    message
        .payload
        .map(|payload| [Some(print(payload)), message.headers.map(print)])
}
