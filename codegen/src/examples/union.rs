//! Values against unions: by the tag where there is one, by what fits otherwise.
//!
//! In: a union and a node. Out: the [`Level`] of the two, which leads to the member that is meant.
//! Where no member fits but only one can be meant, the level leads there, so that what is wrong is found within.

use super::fit::Fit;
use super::level::{Level, Mismatch, Spot, Step};
use super::object::behind;
use super::{Kind, compare, words};
use crate::model::{Discriminator, ScalarKind, SchemaId, Shape, Union, UnionKind};
use crate::source::Node;

pub(super) fn level<'a>(fit: &mut Fit<'a>, union: &'a Union, node: &'a Node) -> Level<'a> {
    let tag = union
        .discriminator
        .as_ref()
        .filter(|_| node.as_mapping().is_some());
    match tag.and_then(|tag| tagged(union, tag, node)) {
        Some(level) => level,
        None => untagged(fit, union, node),
    }
}

/// The words for a union's need of its tag.
pub(super) fn needs(tag: &Discriminator) -> String {
    format!(
        "an object with the key {:?}, which tells the members apart",
        tag.property
    )
}

/// `None` where the tag does not decide and some member has none.
fn tagged<'a>(union: &Union, tag: &Discriminator, node: &'a Node) -> Option<Level<'a>> {
    let value = node.get(&tag.property);
    let text = value.and_then(Node::as_str);
    let chosen = tag
        .values
        .iter()
        .position(|value| value.is_some() && value.as_deref() == text);
    if let Some(member) = chosen.and_then(|index| union.members.get(index)) {
        return Some(Level::same(*member, node, Step::Member));
    }
    let mismatch = match value {
        _ if tag.values.iter().any(Option::is_none) => return None,
        None => missing(tag),
        Some(value) => unknown(tag, value),
    };
    Some(Level {
        mismatches: vec![mismatch],
        ..Level::default()
    })
}

fn missing(tag: &Discriminator) -> Mismatch {
    let found = format!("no key {:?}", tag.property);
    Mismatch {
        kind: Kind::MissingTag,
        expected: needs(tag),
        found,
        spot: Spot::Value,
    }
}

fn unknown(tag: &Discriminator, value: &Node) -> Mismatch {
    let values: Vec<serde_json::Value> = tag
        .values
        .iter()
        .flatten()
        .map(|text| text.as_str().into())
        .collect();
    Mismatch {
        kind: Kind::UnknownValue,
        expected: format!("under {:?} {}", tag.property, words::one_of(values.iter())),
        found: words::found(value),
        spot: Spot::Below(tag.property.clone()),
    }
}

fn untagged<'a>(fit: &mut Fit<'a>, union: &'a Union, node: &'a Node) -> Level<'a> {
    let members = union.members.iter().copied();
    let fitting: Vec<SchemaId> = members.filter(|member| fit.fits(*member, node)).collect();
    match fitting.as_slice() {
        [] => closest(fit, union, node),
        [first, second, ..] if union.kind == UnionKind::OneOf && exclusive(fit, &fitting) => {
            let _ = (first, second);
            let expected = format!(
                "a value that fits one of {} only",
                words::count(union.members.len(), "member")
            );
            Level::wrong(Kind::SeveralMembers, expected, node)
        }
        [first, ..] => Level::same(*first, node, Step::Member),
    }
}

/// Whether it is wrong that all of these fit: not where the model leaves out what would tell them apart, nor for
/// an integer, which is a number too.
fn exclusive(fit: &Fit<'_>, fitting: &[SchemaId]) -> bool {
    let number = |id: &SchemaId| match &fit.model.schema(behind(fit.model, *id)).shape {
        Shape::Scalar(scalar) => matches!(scalar.kind, ScalarKind::Integer | ScalarKind::Number),
        _ => false,
    };
    let exact = |id: &SchemaId| fit.is_exact(behind(fit.model, *id));
    !fitting.iter().all(number) && fitting.iter().all(exact)
}

/// The only member that can be meant, or the finding that none fits.
fn closest<'a>(fit: &mut Fit<'a>, union: &'a Union, node: &'a Node) -> Level<'a> {
    let mut candidates: Vec<(SchemaId, Level<'a>)> = Vec::new();
    for member in &union.members {
        let id = behind(fit.model, *member);
        if fit.work.enter() {
            candidates.push((id, fit.level(id, node)));
            fit.work.leave();
        }
    }
    for excludes in [wrong_kind, wrong_constant, wrong_keys] {
        candidates.retain(|(_, level)| !excludes(fit, level));
        if let [(only, _)] = candidates.as_slice() {
            return Level::same(*only, node, Step::Member);
        }
    }
    let expected = format!(
        "a value that fits one of {}",
        words::count(union.members.len(), "member")
    );
    Level::wrong(Kind::NoMember, expected, node)
}

fn wrong_kind(_: &Fit<'_>, level: &Level<'_>) -> bool {
    let wrong = |one: &Mismatch| match one.kind {
        Kind::WrongType
        | Kind::NullValue
        | Kind::UnknownValue
        | Kind::WrongConstant
        | Kind::NoMember => true,
        Kind::NumberForString
        | Kind::StringForNumber
        | Kind::OutOfRange
        | Kind::UndeclaredKey
        | Kind::MissingKey
        | Kind::MissingTag
        | Kind::UnknownFormat
        | Kind::SeveralMembers => false,
    };
    level.mismatches.iter().any(wrong)
}

fn wrong_constant(fit: &Fit<'_>, level: &Level<'_>) -> bool {
    level.children.iter().any(|child| {
        let schema = fit.model.schema(behind(fit.model, child.schema));
        matches!(&schema.shape, Shape::Const(value) if !compare::equal(child.node, value))
    })
}

fn wrong_keys(_: &Fit<'_>, level: &Level<'_>) -> bool {
    !level.mismatches.is_empty()
}
