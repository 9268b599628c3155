//! What nameless members are called: those of unions, and the positions of tuples.
//!
//! In: a member and the plan of its union. Out: words, the best first.

use crate::lower::form::{Form, Forms};
use crate::lower::plans::Choice;
use crate::model::{Presence, Property};
use crate::rust::Type;

/// What a member may be called when it has no name, the best first: its title, its tag, a key that it requires, or what
/// kind of value it is; then any key.
pub(in crate::lower) fn words(forms: &Forms<'_>, choice: &Choice, index: usize) -> Vec<String> {
    let member = &choice.members[index];
    let title = forms.model.schema(member.schema).docs.title.as_deref();
    // A number is no name.
    let tag = choice
        .plan
        .tag
        .iter()
        .filter(|_| choice.plan.bare.is_none());
    let mut tags = tag
        .flat_map(|(_, values)| values)
        .filter(|(_, of)| *of == index);
    let tag = || {
        member
            .stated
            .as_deref()
            .or_else(|| tags.next().map(|(value, _)| value.as_str()))
    };
    let free = |property: &&Property| forms.constant(property.schema).is_none();
    let keys: Vec<&Property> = forms
        .properties(member.schema)
        .iter()
        .filter(free)
        .collect();
    let required = || {
        keys.iter()
            .find(|property| property.presence == Presence::Required)
            .map(|property| property.name.as_str())
    };
    let kind = kind_word(forms.get(forms.target(member.schema)));
    let best = title.or_else(tag).or_else(required).unwrap_or(kind);
    let keys = keys.iter().map(|property| property.name.as_str());
    [best].into_iter().chain(keys).map(str::to_owned).collect()
}

fn kind_word(form: &Form) -> &'static str {
    match form {
        Form::Leaf(Type::Text | Type::Secret) | Form::StringEnum(_) => "text",
        Form::Leaf(Type::Integer(_)) => "integer",
        Form::Leaf(Type::Number) => "number",
        Form::Leaf(Type::Bool) => "boolean",
        Form::Leaf(Type::Null) => "null",
        Form::Leaf(Type::Bytes) => "bytes",
        Form::List(_) | Form::OneOrMany(_) | Form::Tuple(_) | Form::Leaf(Type::Vec(_)) => "list",
        Form::Map(_) => "map",
        Form::Struct(_) => "object",
        Form::Leaf(_) | Form::Same(_) | Form::ValueEnum(_) | Form::Union(_) => "value",
    }
}

/// The positions of a tuple, in words.
pub(super) fn ordinals() -> impl Iterator<Item = String> {
    let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    words
        .into_iter()
        .chain(std::iter::repeat("further"))
        .map(str::to_owned)
}
