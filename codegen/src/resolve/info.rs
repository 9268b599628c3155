//! The Info Object, the document's identifier and what else the root says about the document.
//!
//! In: the root's fields. Out: [`Info`]. Missing titles and versions are warnings: a document that lacks
//! them still has messages. In 2.x tags and the link stand at the root, in 3.x in the Info Object.
//! This room never knows a channel.

use super::Context;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Fields;
use crate::model::Info;

/// Takes everything about the document as a whole from the root's fields.
pub(super) fn read(context: &mut Context<'_>, root: &mut Fields) -> Info {
    let id = root.text("id");
    let mut notes = about(context, root);
    let info = root
        .value("info")
        .and_then(|value| context.open(&value, "an Info Object"));
    let Some(mut fields) = info else {
        context.push(missing(root, "info"));
        return Info {
            id,
            title: UNTITLED.to_owned(),
            version: UNVERSIONED.to_owned(),
            ..Info::default()
        };
    };
    let title = required(context, &mut fields, "title", UNTITLED);
    let version = required(context, &mut fields, "version", UNVERSIONED);
    let description = fields.text("description");
    let mut all = legal(context, &mut fields);
    notes.extend(about(context, &mut fields));
    all.append(&mut notes);
    context.close(fields);
    Info {
        title,
        version,
        description,
        id,
        notes: all,
    }
}

const UNTITLED: &str = "Untitled";
const UNVERSIONED: &str = "0.0.0";

fn required(
    context: &mut Context<'_>,
    fields: &mut Fields,
    key: &'static str,
    default: &str,
) -> String {
    fields.text(key).unwrap_or_else(|| {
        context.push(missing(fields, key).help(format!("`{default}` is taken instead")));
        default.to_owned()
    })
}

fn missing(fields: &Fields, key: &str) -> Diagnostic {
    let message = format!("{} has no `{key}`", fields.object());
    Diagnostic::warning("missing-key", Place::Value(fields.at.clone()), message)
}

/// Terms, contact and licence as lines.
fn legal(context: &mut Context<'_>, fields: &mut Fields) -> Vec<String> {
    let terms = fields.text("termsOfService");
    let mut lines: Vec<String> = terms
        .map(|url| format!("Terms of service: <{url}>"))
        .into_iter()
        .collect();
    lines.extend(party(context, fields, "contact", "Contact"));
    lines.extend(party(context, fields, "license", "Licence"));
    lines
}

/// A Contact Object or a License Object as one line: name, link, mail address.
fn party(context: &mut Context<'_>, fields: &mut Fields, key: &str, label: &str) -> Option<String> {
    let value = fields.value(key)?;
    let mut party = context.open(&value, "a Contact or License Object")?;
    let name = party.text("name");
    let links = ["url", "email"].map(|key| party.text(key).map(|link| format!("<{link}>")));
    context.close(party);
    let parts: Vec<String> = name
        .into_iter()
        .chain(links.into_iter().flatten())
        .collect();
    (!parts.is_empty()).then(|| format!("{label}: {}", parts.join(" ")))
}

/// Tags and the link as lines.
fn about(context: &mut Context<'_>, fields: &mut Fields) -> Vec<String> {
    let tags = context.tags(fields).into_iter();
    let mut lines: Vec<String> = tags
        .map(|tag| {
            match tag
                .description
                .as_ref()
                .and_then(|text| text.node.as_text())
            {
                Some(description) => format!("Tag `{}`: {}", tag.name, description.trim()),
                None => format!("Tag `{}`", tag.name),
            }
        })
        .collect();
    let more = context.external(fields);
    lines.extend(more.map(|url| format!("More: <{url}>")));
    lines
}
