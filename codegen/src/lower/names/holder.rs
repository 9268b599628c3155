//! Places in words: what holds a type in place, and the steps of a pointer.
//!
//! In: the name of a holder, the way from there, a place. Out: names made of them.
//! This room knows neither ranks nor clashes.

use super::case::cased;
use super::ident::finish;
use super::kind::{Kind, Place};
use super::words::{Separators, words};
use super::{length, reserved};
use crate::source::Origin;

/// What holds a type in place, and the way from there.
#[derive(Clone, Debug)]
pub(super) struct Holder {
    pub(super) name: String,
    pub(super) steps: Vec<String>,
    /// What the last step may be called as well.
    pub(super) others: Vec<String>,
}

impl Holder {
    /// The holder's name with words after it.
    pub(super) fn named(&self, place: Place, words: Vec<String>) -> String {
        let name = continued(&self.name, &cased(Kind::Type, &words));
        reserved::apart(Kind::Type, place, length::short(Kind::Type, name))
    }

    /// With other words for the last step, with separators spelt out, and named along the pointer.
    pub(super) fn explicit(&self, place: Place, at: &Origin) -> Vec<String> {
        let before = &self.steps[..self.steps.len().saturating_sub(1)];
        let other = |word: &String| {
            let steps = [before, std::slice::from_ref(word)].concat();
            self.named(place, spoken(&steps, Separators::Part))
        };
        let mut names: Vec<String> = self.others.iter().map(other).collect();
        names.push(self.named(place, spoken(&self.steps, Separators::Spell)));
        names.push(finish(
            Kind::Type,
            place,
            &spoken(&told(at), Separators::Part),
        ));
        names
    }
}

/// The steps of a place that say what things are called.
pub(super) fn told(at: &Origin) -> Vec<String> {
    let tokens = at.pointer.tokens();
    tokens
        .filter(|token| !STRUCTURE.contains(&token.as_str()))
        .collect()
}

/// The words of several steps.
pub(super) fn spoken(steps: &[String], separators: Separators) -> Vec<String> {
    let steps = steps.iter().filter(|step| !step.is_empty());
    steps.flat_map(|step| words(step, separators)).collect()
}

/// Two type names as one, with a border where digits meet.
fn continued(first: &str, second: &str) -> String {
    let digits = first.ends_with(|c: char| c.is_ascii_digit())
        && second.starts_with(|c: char| c.is_ascii_digit());
    if digits {
        format!("{first}_{second}")
    } else {
        format!("{first}{second}")
    }
}

/// Parts of a pointer that say what stands there, not what it is called.
const STRUCTURE: [&str; 16] = [
    "$defs",
    "allOf",
    "anyOf",
    "channels",
    "components",
    "definitions",
    "items",
    "message",
    "messages",
    "oneOf",
    "operations",
    "properties",
    "publish",
    "schema",
    "schemas",
    "subscribe",
];
