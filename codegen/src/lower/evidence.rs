//! What a value shows of itself: JSON kind, keys that must or may be there, keys with fixed values.
//!
//! In: a schema, as the member of a union. Out: its [`Facts`], with inner unions and aliases taken together.
//! This room compares nothing: that is `route.rs`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::form::{Form, Forms};
use crate::model::{Object, Presence, SchemaId, Shape};
use crate::rust::{JsonKind, Type};

/// What is known of a member's values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts<'a> {
    /// The kinds of its values beside objects.
    pub kinds: BTreeSet<JsonKind>,
    /// What its objects hold, when it has any.
    pub object: Option<Keys<'a>>,
    /// What its values show nothing of.
    pub blank: Option<Blank>,
}

/// Values that show nothing of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    /// They may be of every kind.
    Anything,
    /// They are in a format that is not read, and may look like anything.
    Foreign,
    /// They are no JSON.
    Bytes,
}

/// What is known of the keys of a member's objects.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keys<'a> {
    /// Keys that may be there, in document order.
    pub declared: Vec<&'a str>,
    /// Keys that must be there.
    pub required: BTreeSet<&'a str>,
    /// Keys with fixed values.
    pub fixed: BTreeMap<&'a str, Fixed<'a>>,
}

/// All the values that a key may have, of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fixed<'a> {
    /// Strings, whole numbers or booleans.
    pub kind: JsonKind,
    /// The values, as JSON spells them, but for the quotes.
    pub values: Vec<Cow<'a, str>>,
}

impl<'a> Forms<'a> {
    /// What is known of a schema's values.
    pub(super) fn facts(&self, id: SchemaId) -> Facts<'a> {
        if self.is_wider(id) {
            return Facts {
                blank: Some(Blank::Anything),
                ..Facts::default()
            };
        }
        let mut facts = Facts::default();
        let mut objects = Vec::new();
        for atom in self.atoms(&[id]) {
            match (self.get(atom), &self.model.schema(atom).shape) {
                (Form::Struct(_) | Form::Map(_), Shape::Object(object)) => {
                    objects.push(self.keys(object));
                }
                (
                    Form::List(_) | Form::OneOrMany(_) | Form::Tuple(_) | Form::Leaf(Type::Vec(_)),
                    _,
                ) => {
                    facts.kinds.insert(JsonKind::Array);
                }
                (Form::ValueEnum(values), _) => {
                    facts
                        .kinds
                        .extend(values.iter().filter_map(|value| kind_of(&value.value)));
                }
                (Form::Leaf(Type::Null), _) => _ = facts.kinds.insert(JsonKind::Null),
                (Form::Leaf(Type::Bytes), shape) => facts.blank = Some(opaque(shape)),
                _ => match self.scalar_kind(atom) {
                    Some(kind) => _ = facts.kinds.insert(kind),
                    None => facts.blank = Some(Blank::Anything),
                },
            }
        }
        facts.object = Keys::of_any(objects);
        self.add_inner_tag(id, &mut facts);
        facts
    }

    /// Whether a union became one built-in type, of which nothing can be asked by key.
    fn is_wider(&self, id: SchemaId) -> bool {
        let target = self.target(id);
        let built_in = matches!(
            self.get(target),
            Form::Leaf(Type::Value) | Form::OneOrMany(_)
        );
        built_in && matches!(self.model.schema(target).shape, Shape::Union(_))
    }

    /// Whether a schema becomes a type of objects that others may add a tag to: a map has no room for one.
    pub(super) fn takes_tag(&self, id: SchemaId) -> bool {
        let item = matches!(self.get(self.target(id)), Form::Struct(_) | Form::Union(_));
        item && self.facts(id).object.is_some()
    }

    /// The tag of a member that is itself a union with a discriminator.
    fn add_inner_tag(&self, id: SchemaId, facts: &mut Facts<'a>) {
        let Shape::Union(union) = &self.model.schema(self.target(id)).shape else {
            return;
        };
        let (Some(discriminator), Some(keys)) = (&union.discriminator, &mut facts.object) else {
            return;
        };
        let value = |value: &'a Option<String>| value.as_deref().map(Cow::Borrowed);
        let values: Option<Vec<_>> = discriminator.values.iter().map(value).collect();
        if let Some(values) = values {
            let kind = JsonKind::String;
            keys.fixed
                .insert(&discriminator.property, Fixed { kind, values });
        }
    }

    fn keys(&self, object: &'a Object) -> Keys<'a> {
        let mut keys = Keys::default();
        for property in &object.properties {
            keys.declared.push(&property.name);
            if property.presence == Presence::Required {
                keys.required.insert(&property.name);
            }
            if let Some(values) = self.fixed(property.schema) {
                keys.fixed.insert(&property.name, values);
            }
        }
        // What stands there under a condition is the member's own as much as what always may.
        let implied = object.implied.iter().map(String::as_str);
        keys.declared.extend(implied);
        keys
    }

    /// The values that a schema allows, when it lists them all.
    fn fixed(&self, id: SchemaId) -> Option<Fixed<'a>> {
        match &self.model.schema(self.target(id)).shape {
            Shape::Const(value) => Fixed::of([value]),
            Shape::Enum(list) if !list.open => {
                Fixed::of(list.values.iter().map(|value| &value.value))
            }
            _ => None,
        }
    }
}

impl<'a> Fixed<'a> {
    /// Values of one kind that has a spelling of its own for each; `None` when they are others.
    fn of(values: impl IntoIterator<Item = &'a Value>) -> Option<Self> {
        let spellings: Option<Vec<_>> = values.into_iter().map(spelling).collect();
        let spellings = spellings?;
        let (kind, _) = *spellings.first()?;
        let alike = spellings.iter().all(|(other, _)| *other == kind);
        let values = spellings.into_iter().map(|(_, text)| text).collect();
        alike.then_some(Self { kind, values })
    }
}

/// The kind of a value, and how it is spelt.
fn spelling(value: &Value) -> Option<(JsonKind, Cow<'_, str>)> {
    match value {
        Value::String(text) => Some((JsonKind::String, Cow::Borrowed(text))),
        Value::Bool(value) => Some((JsonKind::Boolean, Cow::Owned(value.to_string()))),
        Value::Number(number) if number.is_i64() || number.is_u64() => {
            Some((JsonKind::Number, Cow::Owned(number.to_string())))
        }
        _ => None,
    }
}

/// What a payload in another format shows: that of Protobuf is no text.
fn opaque(shape: &Shape) -> Blank {
    match shape {
        Shape::Opaque(opaque) if !opaque.format.to_lowercase().contains("protobuf") => {
            Blank::Foreign
        }
        _ => Blank::Bytes,
    }
}

/// The kind of a value; null has none.
fn kind_of(value: &Value) -> Option<JsonKind> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some(JsonKind::Boolean),
        Value::Number(_) => Some(JsonKind::Number),
        Value::String(_) => Some(JsonKind::String),
        Value::Array(_) => Some(JsonKind::Array),
        Value::Object(_) => Some(JsonKind::Object),
    }
}

impl<'a> Keys<'a> {
    /// The keys of objects that are of any of several kinds.
    fn of_any(kinds: Vec<Self>) -> Option<Self> {
        let mut kinds = kinds.into_iter();
        let mut all = kinds.next()?;
        let mut declared: BTreeSet<&str> = all.declared.iter().copied().collect();
        for other in kinds {
            let new = other
                .declared
                .into_iter()
                .filter(|key| declared.insert(key));
            all.declared.extend(new);
            all.required.retain(|key| other.required.contains(key));
            all.fixed
                .retain(|key, fixed| other.fixed.get(key).is_some_and(|it| it.kind == fixed.kind));
            for (key, Fixed { values, .. }) in &mut all.fixed {
                let more = other.fixed[key].values.iter();
                let more: Vec<_> = more.filter(|it| !values.contains(it)).cloned().collect();
                values.extend(more);
            }
        }
        Some(all)
    }
}
