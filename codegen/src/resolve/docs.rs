//! The human text of any object of the standard: title, summary, description, tags, link.
//!
//! In: an object's fields. Out: [`Docs`], and the list form of the document's own tags and links.
//! This room never knows which object it documents.

use super::Context;
use crate::document::Fields;
use crate::model::Docs;
use crate::source::Cursor;

const BY_NAME: &str = "tags are shown by name";

/// A Tag Object.
pub(super) struct Tag {
    pub name: String,
    pub description: Option<Cursor>,
}

impl Context<'_> {
    /// Takes the text fields of an object.
    pub(super) fn docs(&mut self, fields: &mut Fields) -> Docs {
        let tags = self.tag_names(fields);
        Docs {
            title: fields.text("title"),
            summary: fields.text("summary"),
            description: fields.text("description"),
            tags,
            external: self.external(fields),
            deprecated: false,
            examples: Vec::new(),
        }
    }

    /// Takes `tags`, to be shown by name.
    fn tag_names(&mut self, fields: &mut Fields) -> Vec<String> {
        let mut names = Vec::new();
        for tag in self.tags(fields) {
            if let Some(description) = tag.description {
                self.ignore(&description, "description", BY_NAME);
            }
            names.push(tag.name);
        }
        names
    }

    /// Takes `tags`.
    pub(super) fn tags(&mut self, fields: &mut Fields) -> Vec<Tag> {
        let items = fields.list("tags");
        items.iter().filter_map(|item| self.tag(item)).collect()
    }

    fn tag(&mut self, item: &Cursor) -> Option<Tag> {
        if let Some(name) = item.node.as_text() {
            return Some(Tag {
                name: name.to_owned(),
                description: None,
            });
        }
        let mut fields = self.open(item, "a Tag Object")?;
        let name = fields.text("name");
        let description = fields.value("description");
        fields.ignore("externalDocs", BY_NAME);
        self.close(fields);
        Some(Tag {
            name: name?,
            description,
        })
    }

    /// Takes `externalDocs`: the link, with its description when there is one.
    pub(super) fn external(&mut self, fields: &mut Fields) -> Option<String> {
        let value = fields.value("externalDocs")?;
        let mut link = self.open(&value, "an External Documentation Object")?;
        let url = link.text("url");
        link.ignore("description", "the link stands for itself");
        self.close(link);
        url
    }
}
