//! Contradictions that nothing settles, as warnings.
//!
//! In: contradictions. Out: a warning `example-contradiction` for each unsettled one, at its first example, with the
//! schema's place and the settings line that would settle it.

use super::{Contradiction, Evidence, Kind, words};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// How many further examples a warning points at.
const SHOWN: usize = 2;

/// A warning for each contradiction that no decision settles.
pub fn warnings(contradictions: &[Contradiction]) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let unsettled = contradictions.iter().filter(|one| one.settled_by.is_none());
    unsettled
        .map(warning)
        .for_each(|warning| diagnostics.push(warning));
    diagnostics
}

fn warning(contradiction: &Contradiction) -> Diagnostic {
    let schema = Place::Value(contradiction.schema.clone());
    let expected = &contradiction.expected;
    let Some((first, more)) = contradiction.evidence.split_first() else {
        let message = format!("the schema says {expected}");
        return remedied(
            contradiction,
            Diagnostic::warning("example-contradiction", schema, message),
        );
    };
    let warning = Diagnostic::warning(
        "example-contradiction",
        first.at.clone(),
        message(contradiction, first),
    )
    .label(contradiction.kind.code())
    .related(schema, format!("the schema says {expected}"));
    let warning = more.iter().take(SHOWN).fold(warning, |warning, evidence| {
        warning.related(evidence.at.clone(), format!("here: {}", evidence.found))
    });
    remedied(contradiction, warning)
}

fn message(contradiction: &Contradiction, first: &Evidence) -> String {
    let others = match contradiction.examples() {
        0 | 1 => String::new(),
        number => format!(" ({} in all)", words::count(number, "place")),
    };
    let expected = &contradiction.expected;
    let found = &first.found;
    match contradiction.kind {
        Kind::UnknownFormat => format!("the schema says {expected}; an example is {found}{others}"),
        _ => format!("the schema says {expected}, an example has {found}{others}"),
    }
}

fn remedied(contradiction: &Contradiction, warning: Diagnostic) -> Diagnostic {
    match contradiction.settings_line() {
        Some(line) => warning.help(format!(
            "settle it under `decisions` of the settings: {line}"
        )),
        None => warning.help("correct the schema or the example"),
    }
}
