//! What a message without a name is called among others: after what it says of itself.
//!
//! In: the title and the payload of a message, as they are written. Out: a text, the same whatever stands beside it.
//! This room follows no reference: what one is called is enough.

use std::path::Path;

use super::schema::declared::stem;
use crate::pointer::Pointer;
use crate::source::Node;

/// The message's title, what its payload refers to, the payload's title, or the first text that it fixes.
pub(super) fn described(title: Option<&str>, payload: Option<&Node>) -> Option<String> {
    let text = |word: &str| payload?.get(word)?.as_text();
    let said = [
        title.map(str::to_owned),
        text("$ref").and_then(target),
        text("title").map(str::to_owned),
        payload.and_then(fixed),
    ];
    said.into_iter().flatten().find(|name| !name.is_empty())
}

/// What a reference calls its target: the last step of its pointer, or the file.
fn target(reference: &str) -> Option<String> {
    match reference.split_once('#') {
        Some((_, pointer)) if !pointer.is_empty() => Pointer::parse(&format!("#{pointer}"))?.last(),
        Some((file, _)) => stem(Path::new(file)),
        None => stem(Path::new(reference)),
    }
}

/// The first property that has one text only.
fn fixed(payload: &Node) -> Option<String> {
    let properties = payload.get("properties")?.as_mapping()?;
    let only = |schema: &Node| {
        let listed = schema.get("enum").and_then(Node::as_sequence);
        let alone = match listed {
            Some([alone]) => alone.as_str(),
            _ => None,
        };
        let constant = schema.get("const").and_then(Node::as_str);
        constant.or(alone).map(str::to_owned)
    };
    let mut entries = properties.entries().iter();
    entries.find_map(|entry| only(&entry.value))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::described;
    use crate::source::Sources;

    #[test]
    fn a_message_is_called_after_what_it_says() {
        for (title, payload, expected) in [
            (Some("Order placed"), "{ title: no }", Some("Order placed")),
            (None, "{ $ref: '#/components/schemas/a~1b' }", Some("a/b")),
            (
                None,
                "{ $ref: 'events/placed.schema.json' }",
                Some("placed"),
            ),
            (None, "{ $ref: 'a.yaml#/b/c' }", Some("c")),
            (None, "{ $ref: 'events.yaml#' }", Some("events")),
            (None, "{ title: Placed }", Some("Placed")),
            (
                None,
                "{ properties: { at: { type: string }, type: { enum: [placed] } } }",
                Some("placed"),
            ),
            (
                None,
                "{ properties: { of: { enum: [a, b] }, type: { const: gone } } }",
                Some("gone"),
            ),
            (None, "{ properties: { type: { const: 5 } } }", None),
            (None, "[1]", None),
        ] {
            let mut sources = Sources::default();
            let file = sources.add(Path::new("a.yaml"), payload).expect("YAML");
            let node = sources.cursor(file).node;
            assert_eq!(
                described(title, Some(&node)).as_deref(),
                expected,
                "{payload}"
            );
        }
    }
}
