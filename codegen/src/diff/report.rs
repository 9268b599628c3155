//! A comparison for people and for tools.
//!
//! In: a [`Comparison`] and the files of both documents, for lines and columns. Out: text, Markdown or JSON.
//! For people, changes of one kind at one holder share a line that names each; for tools each stands alone.
//! This room decides nothing about impact.

mod detail;
mod json;
mod markdown;
mod text;

use std::collections::BTreeMap;

use super::change::{Change, Direction, Reached};
use super::{Comparison, Impact, Semver, Weight};
use crate::diagnostic::Place;
use crate::source::{FileId, Origin, Sources};

/// How text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    Plain,
    /// With the escape sequences of a terminal.
    Coloured,
}

/// Under which heading a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    Breaking,
    Compatible,
    Documentation,
}

/// Changes that share a line.
struct Group<'a> {
    heading: Heading,
    changes: Vec<&'a Change>,
}

/// How many messages are named before the rest is counted.
const NAMED: usize = 3;

impl Comparison {
    /// The JSON Schema (2020-12) of [`Comparison::json`].
    pub const JSON_SCHEMA: &str = include_str!("report/schema.json");

    /// The report for a terminal.
    pub fn text(&self, style: Style, old: &Sources, new: &Sources) -> String {
        text::render(self, style, &Locator::new(self, old, new))
    }

    /// The report for a pull request.
    pub fn markdown(&self, old: &Sources, new: &Sources) -> String {
        markdown::render(self, &Locator::new(self, old, new))
    }

    /// The report for tools: `changes`, `suppressed` and `semver`, each change alone.
    ///
    /// A change has `rule`, `pointer`, `wire` and `rust` (`safe` or `breaking`), `before` and `after`, `messages`
    /// (names), `summary`; further `why` (the rule's sentence), `direction` (`received`, `sent`, `both`, `unused`, or null)
    /// and `old` and `new`: `path`, `pointer`, `line` and `column` in each document, null where it has nothing.
    /// [`Comparison::JSON_SCHEMA`] states all of it.
    pub fn json(&self, old: &Sources, new: &Sources) -> serde_json::Value {
        json::render(self, &Locator::new(self, old, new))
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let mut index: BTreeMap<_, usize> = BTreeMap::new();
        let mut groups: Vec<Group<'_>> = Vec::new();
        for change in &self.changes {
            let key = (
                heading(change),
                change.rule,
                &change.holder.new,
                &change.messages,
            );
            let at = *index.entry(key).or_insert(groups.len());
            if at == groups.len() {
                groups.push(Group {
                    heading: key.0,
                    changes: Vec::new(),
                });
            }
            groups[at].changes.push(change);
        }
        groups
    }

    /// One sentence about all changes.
    fn verdict(&self) -> String {
        let breaks = (
            self.breaks(|change| change.wire),
            self.breaks(|change| change.rust),
        );
        let verdict = match (breaks, self.semver()) {
            (_, Semver::None) => "nothing changed",
            ((true, true), _) => "running clients and code that uses the crate are affected",
            ((true, false), _) => {
                "running clients are affected; code that uses the crate still compiles"
            }
            ((false, true), _) => {
                "running clients keep working; code that uses the crate has to change"
            }
            ((false, false), _) => {
                "running clients keep working, and code that uses the crate still compiles"
            }
        };
        verdict.into()
    }
}

impl Semver {
    /// The word: `major`, `minor`, `patch` or `none`.
    pub fn word(self) -> &'static str {
        match self {
            Semver::Major => "major",
            Semver::Minor => "minor",
            Semver::Patch => "patch",
            Semver::None => "none",
        }
    }
}

impl Heading {
    fn word(self) -> &'static str {
        match self {
            Heading::Breaking => "Breaking",
            Heading::Compatible => "Compatible",
            Heading::Documentation => "Documentation",
        }
    }
}

fn heading(change: &Change) -> Heading {
    match (change.is_breaking(), change.rule.weight) {
        (true, _) => Heading::Breaking,
        (false, Weight::Documentation) => Heading::Documentation,
        (false, Weight::Tweak | Weight::Addition) => Heading::Compatible,
    }
}

/// On which axes a change breaks something, in words.
fn axes(change: &Change) -> &'static str {
    match (change.wire, change.rust) {
        (Impact::Breaking, Impact::Breaking) => "wire and Rust",
        (Impact::Breaking, Impact::Safe) => "wire",
        (Impact::Safe, Impact::Breaking) => "Rust",
        (Impact::Safe, Impact::Safe) => "",
    }
}

/// The way in which all of the messages pass.
fn direction(messages: &[Reached]) -> Direction {
    messages
        .iter()
        .map(|one| one.direction)
        .fold(Direction::Unused, Direction::and)
}

/// Which messages a change reaches, the first few by name.
fn reached(messages: &[Reached], quote: &str) -> Option<String> {
    let way = match direction(messages) {
        Direction::Received => "received in",
        Direction::Sent => "sent in",
        Direction::Both => "received or sent in",
        Direction::Unused => "part of",
    };
    let names: Vec<String> = messages
        .iter()
        .take(NAMED)
        .map(|one| format!("{quote}{}{quote}", one.message))
        .collect();
    let rest = messages.len().saturating_sub(NAMED);
    let more = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    (!messages.is_empty()).then(|| format!("{way} {}{more}", names.join(", ")))
}

/// Where things stand in the files of both documents.
struct Locator<'a> {
    old: (&'a Sources, FileId),
    new: (&'a Sources, FileId),
}

impl<'a> Locator<'a> {
    fn new(comparison: &Comparison, old: &'a Sources, new: &'a Sources) -> Self {
        Self {
            old: (old, comparison.old.at.file),
            new: (new, comparison.new.at.file),
        }
    }

    /// `12:5 → 14:5`: line and column in both documents, with the path where it is another file than the document.
    fn places(&self, old: &Origin, new: &Origin) -> String {
        format!("{} → {}", place(self.old, old), place(self.new, new))
    }

    /// The paths of both documents.
    fn paths(&self) -> String {
        let path =
            |(sources, file): (&Sources, FileId)| sources.source(file).path.display().to_string();
        format!("{} → {}", path(self.old), path(self.new))
    }

    /// The place of a change in the document that has it.
    fn own(&self, change: &Change) -> String {
        match (&change.new, &change.old) {
            (Some(new), _) => place(self.new, new),
            (None, Some(old)) => place(self.old, old),
            (None, None) => place(self.new, &change.holder.new),
        }
    }
}

fn place((sources, document): (&Sources, FileId), at: &Origin) -> String {
    let (line, column) = position(sources, at);
    if at.file == document {
        format!("{line}:{column}")
    } else {
        format!("{}:{line}:{column}", sources.source(at.file).path.display())
    }
}

/// Line and column of a thing's key, counted from 1.
fn position(sources: &Sources, at: &Origin) -> (usize, usize) {
    let span = sources.span_of(&Place::Key(at.clone()));
    span.map_or((1, 1), |(file, range)| {
        sources.line_column(file, range.start)
    })
}
