//! Payloads and headers: which language each is written in, and the schema behind it.
//!
//! In: the value of `payload` or `headers`, with the format that stands beside it in 2.x or around it in
//! 3.x (a Multi Format Schema Object). Out: [`SchemaId`]s. Files in formats that are not read are not opened.
//! This room never reads a schema itself.

use super::draft::Draft;
use super::format;
use super::schema::Language;
use crate::diagnostic::Diagnostic;
use crate::document::{Fields, Major};
use crate::model::SchemaId;
use crate::source::Cursor;

impl Draft<'_, '_> {
    /// The schema of a payload or of headers; `stated` is the format that stands beside it.
    pub(super) fn payload(
        &mut self,
        value: Option<Cursor>,
        stated: Option<Cursor>,
    ) -> Option<SchemaId> {
        let value = value?;
        match stated {
            Some(format) => Some(self.formatted(value, &format)),
            None => self.schema(value),
        }
    }

    /// A schema that says itself, or by the name of its file, which language it is written in.
    pub(super) fn schema(&mut self, value: Cursor) -> Option<SchemaId> {
        if let Some((extension, language)) = language_of_reference(&value) {
            return Some(self.resolved(value, language, &extension));
        }
        match self.multi_format(&value) {
            Some((schema, format)) => Some(self.formatted(schema?, &format)),
            None => Some(self.resolved(value, Language::JsonSchema, "")),
        }
    }

    fn formatted(&mut self, value: Cursor, format: &Cursor) -> SchemaId {
        let language = self.language(format);
        let text = format.node.as_text().unwrap_or_default();
        self.resolved(value, language, text)
    }

    fn resolved(&mut self, value: Cursor, language: Language, format: &str) -> SchemaId {
        if language != Language::Opaque {
            return self.schemas.resolve(self.context, value, language);
        }
        let reason = "a format that is not read: the payload stays bytes";
        self.context.ignore(&value, "payload", reason);
        self.schemas.resolve_opaque(unopened(value), format)
    }

    /// The schema and the format of a Multi Format Schema Object.
    fn multi_format(&mut self, value: &Cursor) -> Option<(Option<Cursor>, Cursor)> {
        if self.major == Major::Two {
            return None;
        }
        let target = self.context.follow(value.clone())?.target;
        let format = target.get("schemaFormat")?;
        target.get("schema")?;
        let mut fields = self.open(&target, "a Multi Format Schema Object")?;
        fields.raw("schemaFormat");
        let schema = fields.value("schema");
        self.context.close(fields);
        Some((schema, format))
    }

    /// The language that a `schemaFormat` names.
    pub(super) fn language(&mut self, format: &Cursor) -> Language {
        let text = format.node.as_text().unwrap_or_default();
        format::language(text).unwrap_or_else(|| {
            let message = format!("`{text}` is no schema format that is read");
            self.context.push(
                Diagnostic::warning("unknown-format", format.place(), message)
                    .help("the payload stays bytes"),
            );
            Language::Opaque
        })
    }

    /// Takes `x-response`: the payload, or the message, that answers a message.
    pub(super) fn response(&mut self, fields: &mut Fields) -> Option<SchemaId> {
        let value = fields.value("x-response")?;
        if value.node.as_mapping().is_none() {
            let reason = "neither a schema nor a message";
            self.context.ignore(&value, "x-response", reason);
            return None;
        }
        let target = self.context.follow(value.clone())?.target;
        match target.get("payload") {
            Some(payload) => self.payload(Some(payload), target.get("schemaFormat")),
            None => self.schema(value),
        }
    }
}

/// The language that the name of a referenced file tells, and the part of the name that tells it.
fn language_of_reference(value: &Cursor) -> Option<(String, Language)> {
    let reference = value.node.get("$ref")?;
    format::language_of_file(reference.as_text()?)
}

/// A reference to a file in a format that is not read, without the reference: nobody shall open the file.
fn unopened(value: Cursor) -> Cursor {
    let Some(reference) = value.get("$ref") else {
        return value;
    };
    let local = reference
        .node
        .as_text()
        .is_some_and(|text| text.starts_with('#'));
    Cursor {
        node: if local { value.node } else { reference.node },
        origin: value.origin,
    }
}
