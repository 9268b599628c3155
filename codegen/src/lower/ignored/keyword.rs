//! Keywords of schemas that the model keeps for the policy to judge.
//!
//! In: forms, and the keywords with their places. Out: an entry for each that no form depends on.

use std::collections::BTreeMap;

use super::entry;
use crate::lower::form::{Form, Forms, Rest};
use crate::lower::typify;
use crate::model::{Ignored, ScalarKind, SchemaId, Shape, Stated, StatedKeyword};
use crate::rust::Type;
use crate::source::Origin;

/// All entries.
pub(super) fn stated(forms: &Forms<'_>) -> Vec<Ignored> {
    let mut places: BTreeMap<&Origin, SchemaId> = BTreeMap::new();
    for (id, schema) in forms.ids() {
        places.entry(&schema.at).or_insert(id);
    }
    let judged = forms.model.stated.iter().filter_map(|one| {
        let around = Origin {
            file: one.at.file,
            pointer: one.at.pointer.parent()?,
        };
        let (word, reason) = judge(forms, one, places.get(&around).copied())?;
        Some(entry(&one.at, word, reason))
    });
    judged.collect()
}

/// The keyword and why it has no effect; `None` when it has one.
fn judge(
    forms: &Forms<'_>,
    one: &Stated,
    schema: Option<SchemaId>,
) -> Option<(&'static str, &'static str)> {
    let form = schema.map(|id| forms.get(id));
    match &one.keyword {
        StatedKeyword::Format { word, text, kinds } => Some((word, format(text, kinds)?)),
        StatedKeyword::AdditionalProperties { allowed } => {
            let bare = schema.is_some_and(|id| forms.properties(id).is_empty());
            Some(("additionalProperties", openness(*allowed, bare, form)?))
        }
        StatedKeyword::Positions(word) => match form {
            Some(Form::Tuple(_) | Form::List(_) | Form::OneOrMany(_)) => None,
            _ => Some((word, "a list of any values")),
        },
        StatedKeyword::Rest(word) => match form {
            Some(Form::Tuple(_)) => Some((word, "a tuple has its positions alone")),
            _ => Some((word, "a list of any values")),
        },
        StatedKeyword::Union(word) => {
            let union = |id| matches!(forms.model.schema(id).shape, Shape::Union(_));
            let form = form.filter(|_| schema.is_some_and(union));
            Some((word, union_of(form?)?))
        }
    }
}

fn format(text: &str, kinds: &[ScalarKind]) -> Option<&'static str> {
    let has = |kind| kinds.contains(&kind);
    match text {
        "password" if has(ScalarKind::String) => None,
        _ if has(ScalarKind::Integer) && typify::is_width(text) => None,
        _ if has(ScalarKind::String) => Some("strings keep their text"),
        _ if has(ScalarKind::Integer) => Some("not the name of a width"),
        _ if has(ScalarKind::Number) => Some("numbers keep their digits"),
        _ => Some("any value is accepted"),
    }
}

fn openness(allowed: bool, bare: bool, form: Option<&Form>) -> Option<&'static str> {
    match (form, allowed) {
        (Some(Form::Struct(Rest::Refuse)), _) => None,
        (Some(Form::Struct(Rest::Keep(_))), false) if bare => None,
        (Some(Form::Struct(Rest::Keep(_))), _) => Some("open by default: new keys are kept"),
        (Some(Form::Map(_)), _) => Some("open by default: keys are kept"),
        _ => Some("open by default: new keys are read past"),
    }
}

fn union_of(form: &Form) -> Option<&'static str> {
    match form {
        Form::Leaf(Type::Text) => Some("a text holds strings and numbers"),
        Form::Leaf(Type::Value) => Some("any value is accepted"),
        Form::Leaf(_) => Some("one type holds all of these"),
        _ => None,
    }
}
