//! Message → the docs of its variant.
//!
//! In: a message and the names of items. Out: what the document says of it: words, media type, headers, correlation, answer.
//! This room makes no item and no name.

use super::docs::{self, Page};
use super::types::Surroundings;
use crate::model::{Docs, Message, SchemaId};
use crate::rust::Type;

/// The media type that needs no mention.
const JSON: &str = "application/json";

impl Surroundings<'_, '_> {
    /// What the document says of a message.
    pub(super) fn message_docs(&self, message: &Message) -> Page {
        let page = Page::of(&message.docs, &message.name)
            .or(|| format!("The {} message.", docs::code(&message.name)));
        self.message_facts(message)
            .into_iter()
            .fold(page, |page, fact| page.line(fact))
    }

    fn message_facts(&self, message: &Message) -> Vec<String> {
        let others = (!message.other_names.is_empty())
            .then(|| format!("Also called {}.", docs::codes(&message.other_names)));
        let media = message.content_type.as_ref().filter(|media| *media != JSON);
        let media = media.map(|media| format!("Content type: {}.", docs::code(media)));
        let headers = message
            .headers
            .map(|id| format!("Headers: {}.", self.called(id)));
        let correlation = message.correlation_id.as_ref().map(correlation);
        let response = message
            .response
            .map(|id| format!("Answered by {}.", self.called(id)));
        [others, media, headers, correlation, response]
            .into_iter()
            .flatten()
            .collect()
    }

    /// A schema by the name of its item, else by its place.
    fn called(&self, id: SchemaId) -> String {
        match self.plain(id) {
            Type::Named(item) => docs::code(item.as_str()),
            _ => docs::code(&self.forms.model.schema(id).at.pointer.to_string()),
        }
    }
}

fn correlation((location, docs): &(String, Docs)) -> String {
    let described = docs.description.as_deref().unwrap_or_default().trim();
    let described = described.split_whitespace().collect::<Vec<_>>().join(" ");
    let location = docs::code(location);
    match described.as_str() {
        "" => format!("Correlation id: {location}."),
        text => format!("Correlation id: {location} ({text})"),
    }
}
