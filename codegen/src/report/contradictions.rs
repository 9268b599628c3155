//! The report on schemas and examples that disagree.
//!
//! In: contradictions. Out: their text, grouped by schema: what the schema says, what each example shows, and the
//! decision with its reason, or that there is none.

use std::fmt::Write;

use super::place;
use crate::examples::{Contradiction, Evidence, counted};
use crate::pointer::Pointer;
use crate::source::Sources;

/// The whole report.
pub fn contradictions(list: &[Contradiction], sources: &Sources) -> String {
    let unsettled = list.iter().filter(|one| one.settled_by.is_none()).count();
    let mut text = format!(
        "{}, {unsettled} unsettled\n",
        counted(list.len(), "contradiction")
    );
    for group in list.chunk_by(|left, right| left.schema == right.schema) {
        schema(&mut text, group, sources);
    }
    text
}

/// Everything about one schema.
fn schema(text: &mut String, group: &[Contradiction], sources: &Sources) {
    let mut before: Option<&Contradiction> = None;
    for one in group {
        if before.is_none() {
            let at = place::value(sources, &one.schema);
            let _ = write!(text, "\n{}  {at}\n", one.schema.pointer);
        }
        heading(text, one);
        let same = |before: &Contradiction| before.evidence == one.evidence;
        if !one.evidence.is_empty() && before.is_some_and(same) {
            let _ = writeln!(text, "    example  the same");
        } else {
            evidence(text, one, sources);
        }
        settlement(text, one);
        before = Some(one);
    }
}

fn heading(text: &mut String, one: &Contradiction) {
    let examples = match one.examples() {
        0 => String::new(),
        number => format!(" in {}", counted(number, "example")),
    };
    let _ = writeln!(text, "  {}{examples}", one.kind.code());
    let _ = writeln!(text, "    schema   {}", one.expected);
}

/// What was found, once for the places in a row where it is the same.
fn evidence(text: &mut String, one: &Contradiction, sources: &Sources) {
    for run in one
        .evidence
        .chunk_by(|left, right| left.found == right.found)
    {
        places(text, run, sources);
    }
    if one.omitted > 0 {
        let _ = writeln!(text, "      and {} more", one.omitted);
    }
}

fn places(text: &mut String, run: &[Evidence], sources: &Sources) {
    if let Some(first) = run.first() {
        let _ = writeln!(text, "    example  {}", first.found);
    }
    for one in run {
        let at = place::shown(sources, &one.at);
        let pointer = place::pointer(&one.at).map_or(one.path.clone(), Pointer::to_string);
        let _ = writeln!(text, "      {at}  {pointer}");
    }
}

fn settlement(text: &mut String, one: &Contradiction) {
    let Some(settled) = &one.settled_by else {
        return unsettled(text, one);
    };
    let decision = &settled.decision;
    let elsewhere = match settled.at == one.schema {
        true => String::new(),
        false => format!(" at {}", settled.at.pointer),
    };
    let _ = writeln!(text, "    settled  {decision}{elsewhere}");
    let _ = writeln!(text, "    why      {}", one_line(&settled.why));
}

fn unsettled(text: &mut String, one: &Contradiction) {
    let _ = match one.settings_line() {
        Some(line) => writeln!(text, "    UNSETTLED  {line}"),
        None => writeln!(text, "    UNSETTLED"),
    };
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
