//! References that are called like what they refer to, as `Money: { $ref: 'money.yaml#/Money' }` among the components.
//!
//! In: forms and the declared schemas. Out: which of them need no name of their own, and who speaks for what they refer
//! to: the document that is generated, before the files that it refers to.

use std::collections::{BTreeMap, BTreeSet};

use super::ident::plain;
use super::kind::{Kind, Place};
use crate::lower::form::{Form, Forms};
use crate::model::{Docs, SchemaId};

/// References that add nothing to what they refer to, not even a name.
pub(super) struct Echoes {
    all: BTreeSet<SchemaId>,
    /// The reference in the document itself, for what stands in a further file.
    speakers: BTreeMap<SchemaId, SchemaId>,
}

impl Echoes {
    pub(super) fn of(forms: &Forms<'_>, declared: &[SchemaId]) -> Self {
        let mut echoes = Self {
            all: BTreeSet::new(),
            speakers: BTreeMap::new(),
        };
        let own = |id: SchemaId| forms.own(&forms.model.schema(id).at);
        for &id in declared.iter().filter(|id| is_echo(forms, **id)) {
            let target = forms.target(id);
            echoes.all.insert(id);
            if own(id) && !own(target) {
                echoes.speakers.entry(target).or_insert(id);
            }
        }
        echoes
    }

    pub(super) fn contains(&self, id: SchemaId) -> bool {
        self.all.contains(&id)
    }

    /// The schema whose place and name are those of another: its own, unless the document itself refers to it.
    pub(super) fn speaker(&self, id: SchemaId) -> SchemaId {
        self.speakers.get(&id).copied().unwrap_or(id)
    }
}

/// Whether a schema is a bare reference to another file, by the name that the other has there.
fn is_echo(forms: &Forms<'_>, id: SchemaId) -> bool {
    let (schema, target) = (forms.model.schema(id), forms.model.schema(forms.target(id)));
    let name = |text: &String| plain(Kind::Type, text, Place::Schema);
    let alike = schema.name.as_ref().map(name) == target.name.as_ref().map(name);
    let bare = matches!(forms.get(id), Form::Same(_)) && is_silent(&schema.docs);
    bare && alike && schema.at.file != target.at.file
}

/// Whether nothing would be lost without the docs of a reference.
fn is_silent(docs: &Docs) -> bool {
    docs.title.is_none() && docs.description.is_none() && !docs.deprecated
}
