//! Schema → form: what kind of Rust a schema becomes, before anything has a name.
//!
//! In: the model and the settings' decisions. Out: one [`Form`] a schema, in which children are schemas still.
//! The policy is written here once: any string is text, integers have the width of their bounds, objects are open, and
//! what has no Rust shape of its own becomes the honest wider type. This room never makes an identifier.

mod choice;
mod constant;
mod object;

use std::collections::BTreeSet;

use serde_json::Value;

use self::constant::constant_type;
use super::typify::Integers;
use crate::model::{
    EnumValue, Model, Property, Scalar, ScalarKind, Schema, SchemaId, Shape, Tuple,
};
use crate::rust::Type;
use crate::settings::{Accept, DocumentSettings};
use crate::source::Origin;

/// What a schema becomes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// A built-in type.
    Leaf(Type),
    /// Whatever another schema becomes.
    Same(SchemaId),
    /// A list.
    List(SchemaId),
    /// A list that also comes as its single item.
    OneOrMany(SchemaId),
    /// An object of undeclared keys alone; any value where there is no schema.
    Map(Option<SchemaId>),
    /// A list of fixed positions.
    Tuple(Vec<SchemaId>),
    /// An object with declared keys.
    Struct(Rest),
    /// One of a list of strings.
    StringEnum(Vec<EnumValue>),
    /// One of a list of values.
    ValueEnum(Vec<EnumValue>),
    /// One of several schemas.
    Union(Vec<SchemaId>),
}

/// What happens to the undeclared keys of a struct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// They are read past.
    Skip,
    /// They make the value malformed.
    Refuse,
    /// They are kept; any value where there is no schema.
    Keep(Option<SchemaId>),
}

/// The forms of all schemas of a model.
pub(super) struct Forms<'a> {
    pub(super) model: &'a Model,
    pub(super) settings: &'a DocumentSettings,
    forms: Vec<Form>,
}

impl<'a> Forms<'a> {
    /// Works out every schema's form.
    pub(super) fn new(model: &'a Model, settings: &'a DocumentSettings) -> Self {
        let mut integers = Integers::default();
        let mut forms = Self {
            model,
            settings,
            forms: Vec::new(),
        };
        forms.forms = model
            .schemas
            .iter()
            .map(|schema| forms.form(schema, &mut integers))
            .collect();
        let unions = model
            .schemas
            .iter()
            .map(|schema| forms.choice(schema))
            .collect::<Vec<_>>();
        for (form, union) in forms.forms.iter_mut().zip(unions) {
            if let Some(union) = union {
                *form = union;
            }
        }
        forms.open_optional_constants();
        forms
    }

    /// The form of a schema.
    pub(super) fn get(&self, id: SchemaId) -> &Form {
        &self.forms[id.index()]
    }

    /// Every schema with its id.
    pub(super) fn ids(&self) -> impl Iterator<Item = (SchemaId, &'a Schema)> + use<'a> {
        (0..).map(SchemaId).zip(&self.model.schemas)
    }

    /// The schema at the end of a chain of aliases; the last one before a chain closes on itself.
    pub(super) fn target(&self, id: SchemaId) -> SchemaId {
        let mut at = id;
        for _ in 0..self.forms.len() {
            match self.get(at) {
                Form::Same(next) => at = *next,
                _ => break,
            }
        }
        at
    }

    /// The properties of a schema, through aliases; none for anything but objects.
    pub(super) fn properties(&self, id: SchemaId) -> &'a [Property] {
        match &self.model.schema(self.target(id)).shape {
            Shape::Object(object) => &object.properties,
            _ => &[],
        }
    }

    /// The value that a schema fixes, through aliases; none where null may stand in its place.
    pub(super) fn constant(&self, id: SchemaId) -> Option<&'a Value> {
        match &self.model.schema(self.target(id)).shape {
            Shape::Const(value) if value.is_null() || !self.nullable(id) => Some(value),
            _ => None,
        }
    }

    /// Whether null stands beside the schema's values: its own, or those of what it is an alias or union of.
    pub(super) fn nullable(&self, id: SchemaId) -> bool {
        let mut seen = BTreeSet::from([id]);
        let mut left = vec![id];
        while let Some(id) = left.pop() {
            let schema = self.model.schema(id);
            if schema.nullable {
                return true;
            }
            let further: &[SchemaId] = match &schema.shape {
                Shape::Alias(target) => std::slice::from_ref(target),
                Shape::Union(union) => &union.members,
                _ => &[],
            };
            left.extend(further.iter().filter(|id| seen.insert(**id)));
        }
        false
    }

    /// What the settings accept at a place of this document.
    pub(super) fn accept(&self, at: &Origin) -> Option<Accept> {
        self.own(at)
            .then(|| self.settings.accept(&at.pointer))
            .flatten()
    }

    /// Whether a place is in the document itself, to which settings refer, and not in a file that it names.
    pub(super) fn own(&self, at: &Origin) -> bool {
        at.file == self.model.at.file
    }

    /// The way to the file of a place; nothing for the document itself.
    pub(super) fn file(&self, at: &Origin) -> &'a [String] {
        let file = self.model.files.get(at.file.0 as usize);
        file.map_or(&[], Vec::as_slice)
    }

    fn form(&self, schema: &Schema, integers: &mut Integers) -> Form {
        let accept = self.accept(&schema.at);
        match (&schema.shape, accept) {
            (_, Some(Accept::Any)) | (Shape::Any | Shape::Never, _) => Form::Leaf(Type::Value),
            (Shape::Array(item), Some(Accept::Single)) => Form::OneOrMany(*item),
            (Shape::Array(item), _) => Form::List(*item),
            (Shape::Alias(target), _) => Form::Same(*target),
            (Shape::Const(value), _) => Form::Leaf(constant_type(value)),
            (Shape::Scalar(scalar), _) => Form::Leaf(self.scalar(schema, scalar, integers)),
            (Shape::Enum(list), _) => enumeration(&list.values),
            (Shape::Tuple(tuple), _) if has_one_length(schema, tuple) => {
                Form::Tuple(tuple.items.clone())
            }
            (Shape::Tuple(_), _) => Form::Leaf(Type::Vec(Box::new(Type::Value))),
            (Shape::Object(object), _) => self.object(schema, object),
            (Shape::Opaque(_), _) => Form::Leaf(Type::Bytes),
            (Shape::Union(_), _) => Form::Leaf(Type::Value),
        }
    }

    fn scalar(&self, schema: &Schema, scalar: &Scalar, integers: &mut Integers) -> Type {
        let own = self.own(&schema.at);
        let pointer = &schema.at.pointer;
        let stated = scalar.format.as_deref();
        let format = own
            .then(|| self.settings.format(pointer))
            .flatten()
            .or(stated);
        match scalar.kind {
            ScalarKind::String => {
                let decided = own.then(|| self.settings.secret(pointer)).flatten();
                if decided.unwrap_or(format == Some("password")) {
                    Type::Secret
                } else {
                    Type::Text
                }
            }
            ScalarKind::Integer => {
                integers.width(format, scalar.minimum.as_ref(), scalar.maximum.as_ref())
            }
            ScalarKind::Number => Type::Number,
            ScalarKind::Boolean => Type::Bool,
            ScalarKind::Null => Type::Null,
        }
    }
}

/// Whether lists of fixed positions have all of them and no more: nothing in the schema speaks of other lengths.
fn has_one_length(schema: &Schema, tuple: &Tuple) -> bool {
    let positions = tuple.items.len();
    let stated = |keyword: &str| {
        let mut constraints = schema.constraints.iter();
        let found = constraints.find(|constraint| constraint.keyword == keyword)?;
        found.value.parse::<usize>().ok()
    };
    positions > 1
        && tuple.rest.is_none()
        && stated("minItems").is_some_and(|least| least >= positions)
        && stated("maxItems").is_none_or(|most| most <= positions)
}

fn enumeration(values: &[EnumValue]) -> Form {
    if values.is_empty() {
        Form::Leaf(Type::Value)
    } else if values.iter().all(|value| value.value.is_string()) {
        Form::StringEnum(values.to_vec())
    } else {
        Form::ValueEnum(values.to_vec())
    }
}
