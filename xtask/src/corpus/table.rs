//! What a run found, as a person reads it.
//!
//! In: [`Measured`] documents. Out: a table with a column for all and one for each claim, and the slowest documents.

use std::time::Duration;

use super::Measured;
use super::document::Claim;
use super::generation::Fate;

/// How many of the slowest documents are named.
const SLOWEST: usize = 5;

/// A figure of the table.
type Figure = fn(&[&Measured]) -> String;

const ROWS: [(&str, Figure); 9] = [
    ("documents", |measured| measured.len().to_string()),
    ("generated", |measured| ended(measured, Fate::Generated)),
    ("compiled", |measured| {
        measured
            .iter()
            .filter(|it| it.compiles())
            .count()
            .to_string()
    }),
    ("located errors", |measured| ended(measured, Fate::Located)),
    ("other errors", |measured| ended(measured, Fate::Unlocated)),
    ("panics", |measured| ended(measured, Fate::Panicked)),
    ("time-outs", |measured| ended(measured, Fate::TimedOut)),
    ("examples right", examples),
    ("right, keys kept", kept),
];

fn ended(measured: &[&Measured], fate: Fate) -> String {
    measured
        .iter()
        .filter(|it| it.generation.fate == fate)
        .count()
        .to_string()
}

fn examples(measured: &[&Measured]) -> String {
    let trials = || measured.iter().filter_map(|it| it.trial.as_ref());
    let (right, total) = (
        trials().map(|it| it.right).sum::<usize>(),
        trials().map(|it| it.total).sum::<usize>(),
    );
    format!("{right}/{total}")
}

/// The same where the settings keep undeclared keys.
fn kept(measured: &[&Measured]) -> String {
    let trials = || measured.iter().filter_map(|it| it.trial.as_ref());
    let right: usize = trials().map(|it| it.right + it.kept).sum();
    format!("{right}/{}", trials().map(|it| it.total).sum::<usize>())
}

/// The table.
pub(super) fn text(measured: &[Measured]) -> String {
    let of = |claim: Claim| -> Vec<&Measured> {
        measured
            .iter()
            .filter(|it| it.document.claim == claim)
            .collect()
    };
    let mut columns = vec![("all", measured.iter().collect::<Vec<_>>())];
    columns.extend(
        Claim::ALL
            .map(|claim| (claim.word(), of(claim)))
            .into_iter()
            .filter(|(_, some)| !some.is_empty()),
    );
    let mut text = line("", columns.iter().map(|(head, _)| (*head).to_owned()));
    for (name, figure) in ROWS {
        text += &line(name, columns.iter().map(|(_, measured)| figure(measured)));
    }
    text
}

fn line(name: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: String = cells.map(|cell| format!("{cell:>12}")).collect();
    format!("{name:<18}{cells}\n")
}

/// The slowest documents with their times, and how long all took.
pub(super) fn times(measured: &[Measured], elapsed: Duration) -> String {
    let mut slowest: Vec<&Measured> = measured.iter().collect();
    slowest.sort_by_key(|it| std::cmp::Reverse(it.generation.time));
    let mut text = String::from("slowest\n");
    for one in slowest.into_iter().take(SLOWEST) {
        text += &format!(
            "{:>10.3} s  {}\n",
            one.generation.time.as_secs_f64(),
            one.document.slug
        );
    }
    let alone: Duration = measured.iter().map(|it| it.generation.time).sum();
    text + &format!(
        "generated in {:.1} s, {:.1} s of them one after the other\n",
        elapsed.as_secs_f64(),
        alone.as_secs_f64()
    )
}
