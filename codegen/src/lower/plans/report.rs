//! What is said of unions whose members cannot be told apart.
//!
//! In: a union's plan. Out: diagnostics that name the members and their places: two with one tag that nothing else tells
//! apart, and those without any evidence. Of the messages of a channel they are errors where there are settings, since
//! somebody is there to decide; otherwise such messages stay undecided and a warning says so, as it does for the members
//! of a schema.

use std::collections::BTreeSet;

use super::{Choice, Form, Forms};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::model::{Channel, Schema};
use crate::rust::Type;
use crate::source::Origin;

/// Members that the warning shows; the rest are counted.
const SHOWN: usize = 4;

/// Reports on a union of schemas.
pub(super) fn union(
    forms: &Forms<'_>,
    schema: &Schema,
    choice: &Choice,
    diagnostics: &mut Diagnostics,
) {
    let report = Report {
        forms,
        choice,
        at: &schema.at,
        what: "this union",
        severity: Severity::Warning,
    };
    report.push(diagnostics);
}

/// Reports on a direction of a channel.
pub(super) fn direction(
    forms: &Forms<'_>,
    channel: &Channel,
    choice: &Choice,
    diagnostics: &mut Diagnostics,
) {
    let severity = if forms.settings.is_written() {
        Severity::Error
    } else {
        Severity::Warning
    };
    let report = Report {
        forms,
        choice,
        at: &channel.at,
        what: "this channel",
        severity,
    };
    report.push(diagnostics);
}

/// A union, and how serious trouble is there.
struct Report<'r, 'a> {
    forms: &'r Forms<'a>,
    choice: &'r Choice,
    at: &'r Origin,
    what: &'static str,
    severity: Severity,
}

impl Report<'_, '_> {
    fn push(&self, diagnostics: &mut Diagnostics) {
        let plan = &self.choice.plan;
        let fine = plan.undecided.is_empty() && plan.clashes.is_empty();
        if fine || self.forms.own(self.at) && self.forms.settings.is_alike(&self.at.pointer) {
            return;
        }
        for (value, one, other) in &plan.clashes {
            diagnostics.push(self.clash(value, *one, *other));
        }
        if let Some(diagnostic) = self.undecided() {
            diagnostics.push(diagnostic);
        }
    }

    fn clash(&self, value: &str, one: usize, other: usize) -> Diagnostic {
        let (first, second, what) = (self.name(one), self.name(other), self.what);
        let message = format!(
            "{first} and {second} of {what} both have the tag `{value}`: values cannot be told apart"
        );
        new(self.severity, "message-clash", self.place(one), message)
            .label(format!("{first} has `{value}`"))
            .related(self.place(other), format!("{second} has `{value}` too"))
            .help(remedy(self.at))
    }

    /// Members without evidence, but for those that clash and were told of.
    fn undecided(&self) -> Option<Diagnostic> {
        let plan = &self.choice.plan;
        let clashing: BTreeSet<usize> = plan
            .clashes
            .iter()
            .flat_map(|(_, one, other)| [*one, *other])
            .collect();
        let told = |member: &&usize| !clashing.contains(member) && self.is_json(**member);
        let members: Vec<usize> = plan.undecided.iter().filter(told).copied().collect();
        let (first, rest) = members.split_first()?;
        let (count, all) = (members.len(), self.choice.members.len());
        let message = format!(
            "nothing tells {count} of the {all} members of {} apart",
            self.what
        );
        let label = format!(
            "values of {} are read as unknown, and decoded on request",
            self.name(*first)
        );
        let mut diagnostic = new(
            self.severity,
            "undecided-union",
            self.place(*first),
            message,
        )
        .label(label);
        for member in rest.iter().take(SHOWN) {
            diagnostic =
                diagnostic.related(self.place(*member), format!("{} too", self.name(*member)));
        }
        Some(diagnostic.help(remedy(self.at)))
    }

    /// Payloads that are no JSON are told of where they are read past.
    fn is_json(&self, member: usize) -> bool {
        *self
            .forms
            .get(self.forms.target(self.choice.members[member].schema))
            != Form::Leaf(Type::Bytes)
    }

    fn place(&self, member: usize) -> Place {
        Place::Value(self.choice.members[member].at.clone())
    }

    /// A member as people know it.
    fn name(&self, member: usize) -> String {
        let member = &self.choice.members[member];
        let model = self.forms.model;
        match (member.messages.first(), &model.schema(member.schema).name) {
            (Some(message), _) => format!("message `{}`", model.message(*message).name),
            (None, Some(name)) => format!("`{name}`"),
            (None, None) => format!("`{}`", member.at.pointer),
        }
    }
}

fn new(severity: Severity, code: &'static str, at: Place, message: String) -> Diagnostic {
    match severity {
        Severity::Error => Diagnostic::error(code, at, message),
        Severity::Warning => Diagnostic::warning(code, at, message),
    }
}

fn remedy(at: &Origin) -> String {
    format!(
        "give them a `const` property of their own, or put `alike: true` under `'{}'` in the settings",
        at.pointer
    )
}
