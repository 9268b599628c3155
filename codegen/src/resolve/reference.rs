//! `$ref`: from a node that may be a reference to the node that it means.
//!
//! In: a cursor. Out: the node behind any chain of references, and the siblings of the first `$ref`.
//! Cycles, dangling pointers, unreadable files and places that may not be read are located errors.
//! This room never knows what kind of object it follows to.

mod address;
mod dangling;
mod declared;
mod index;
mod location;

pub(super) use declared::Indexes;

use super::Context;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Cursor, FileId, Origin};

/// How many references may lead on to one another before giving up.
const LONGEST_CHAIN: usize = 100;
/// How many references may be followed for one, those within its pointers included.
const BUDGET: u32 = 1_000;

/// Where a chain of references ends.
#[derive(Clone, Debug)]
pub(crate) struct Followed {
    /// The node that is meant; never itself a reference.
    pub target: Cursor,
    /// The first reference object, when there was one: its siblings of `$ref` may say more.
    pub reference: Option<Cursor>,
    /// Every place that means the same, from the first reference to the target, both included.
    pub trail: Vec<Origin>,
}

/// The references being followed, and how many more may be.
struct Chase {
    open: Vec<Cursor>,
    hops: Vec<Origin>,
    /// References that pointers led through: on the way, but not to what is meant.
    passed: Vec<Origin>,
    budget: u32,
}

/// One `$ref`: the object that holds it, and the value.
struct Reference<'r> {
    value: &'r Cursor,
    text: &'r str,
}

impl Context<'_> {
    /// Follows `$ref`s until a node that is none; `None` after a diagnostic was pushed.
    pub(crate) fn follow(&mut self, cursor: Cursor) -> Option<Followed> {
        let mut chase = Chase::default();
        let reference = is_reference(&cursor).then(|| cursor.clone());
        match self.chase(cursor, &mut chase) {
            Ok(target) => {
                let hops = chase.hops.iter().skip(1);
                self.reached.extend(hops.chain(&chase.passed).cloned());
                Some(Followed {
                    target,
                    reference,
                    trail: chase.hops,
                })
            }
            Err(fault) => {
                self.diagnostics.append(fault);
                None
            }
        }
    }

    /// Every place that a text leads to when it is read as a reference that stands at `at`; none, without a word,
    /// where it leads nowhere.
    pub(crate) fn places(&mut self, at: &Cursor, text: &str) -> Vec<Origin> {
        let mut chase = Chase::default();
        let reference = Reference { value: at, text };
        let first = self.step(&reference, &mut chase);
        let target = first.and_then(|first| self.chase(first, &mut chase));
        target.map_or_else(|_| Vec::new(), |_| chase.hops)
    }

    fn chase(&mut self, cursor: Cursor, chase: &mut Chase) -> Result<Cursor, Diagnostics> {
        chase.hops.push(cursor.origin.clone());
        let Some(value) = cursor.get("$ref") else {
            return Ok(cursor);
        };
        chase.enter(&cursor, &value)?;
        let text = reference_text(&value)?;
        let reference = Reference {
            value: &value,
            text,
        };
        let next = self.step(&reference, chase)?;
        let target = self.chase(next, chase)?;
        chase.open.pop();
        Ok(target)
    }

    /// One reference's own target, which may be another reference.
    fn step(
        &mut self,
        reference: &Reference<'_>,
        chase: &mut Chase,
    ) -> Result<Cursor, Diagnostics> {
        let (location, fragment) = split(reference.text);
        let resource = self.resource(reference, location)?;
        if !(fragment.is_empty() || fragment.starts_with('/')) {
            return self.named(reference, &resource, fragment);
        }
        let origin = self.pointed(reference, &resource, fragment)?;
        match self.sources.at(&origin) {
            Some(target) => Ok(target),
            None => self
                .walk(reference, &origin, chase)
                .or_else(|fault| self.type_or(reference, &origin, fault)),
        }
    }

    /// Walks a pointer that leads through references.
    fn walk(
        &mut self,
        reference: &Reference<'_>,
        origin: &Origin,
        chase: &mut Chase,
    ) -> Result<Cursor, Diagnostics> {
        let mut at = self.root(origin.file);
        for token in origin.pointer.tokens() {
            if is_reference(&at) && child(&at, &token).is_none() {
                let before = chase.hops.len();
                at = self.chase(at, chase)?;
                chase.passed.extend(chase.hops.drain(before..));
            }
            match child(&at, &token) {
                Some(next) => at = next,
                None => return Err(dangling::pointer(reference, &at, &token)),
            }
        }
        Ok(at)
    }

    /// The file of a reference, read at first use.
    fn file(&mut self, reference: &Reference<'_>, location: &str) -> Result<FileId, Diagnostics> {
        let path = self.path(reference, location)?;
        self.sources.read(&path)
    }

    fn root(&self, file: FileId) -> Cursor {
        self.sources.cursor(file)
    }
}

impl Default for Chase {
    fn default() -> Self {
        Self {
            open: Vec::new(),
            hops: Vec::new(),
            passed: Vec::new(),
            budget: BUDGET,
        }
    }
}

impl Chase {
    fn enter(&mut self, cursor: &Cursor, value: &Cursor) -> Result<(), Diagnostics> {
        if self.open.iter().any(|open| open.origin == cursor.origin) {
            return Err(self.cycle(cursor, value));
        }
        if self.open.len() >= LONGEST_CHAIN || self.budget == 0 {
            return Err(too_long(value));
        }
        self.budget -= 1;
        self.open.push(cursor.clone());
        Ok(())
    }

    fn cycle(&self, cursor: &Cursor, value: &Cursor) -> Diagnostics {
        let start = self
            .open
            .iter()
            .position(|open| open.origin == cursor.origin)
            .unwrap_or_default();
        let chain: Vec<String> = self.open[start..]
            .iter()
            .chain([cursor])
            .map(|open| format!("`{}`", open.origin.pointer))
            .collect();
        let message = format!("references lead in a circle: {}", chain.join(" → "));
        let fault = Diagnostic::error("cyclic-ref", value.place(), message);
        Diagnostics::from(fault.label("leads back to itself"))
    }
}

/// Whether a node is a Reference Object.
pub(crate) fn is_reference(cursor: &Cursor) -> bool {
    cursor.node.get("$ref").is_some()
}

fn reference_text(value: &Cursor) -> Result<&str, Diagnostics> {
    value.node.as_text().ok_or_else(|| {
        let message = "`$ref` must be a text such as `#/components/schemas/Name`";
        Diagnostics::from(Diagnostic::error("wrong-ref", value.place(), message))
    })
}

fn too_long(value: &Cursor) -> Diagnostics {
    let message = format!("more than {LONGEST_CHAIN} references lead on from here");
    Diagnostics::from(Diagnostic::error("long-ref", value.place(), message))
}

/// File and fragment, the latter without its `#`.
fn split(text: &str) -> (&str, &str) {
    text.split_once('#').unwrap_or((text, ""))
}

fn child(at: &Cursor, token: &str) -> Option<Cursor> {
    if at.node.as_sequence().is_some() {
        let index: usize = token.parse().ok()?;
        return at.items().into_iter().nth(index);
    }
    at.get(token)
}
