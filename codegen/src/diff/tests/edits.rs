//! The table of seeded edits, `edits.yaml`: each is compared forth, and back with old and new exchanged.

use serde::Deserialize;

use super::{BASE, compared, told};
use crate::diff::RULES;

const TABLE: &str = include_str!("edits.yaml");

/// One edit and the changes it must be told as: a rule's id, then the axes that it breaks, `W` and `R`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What is replaced, wherever it stands, and by what; again and again.
    edit: Vec<String>,
    /// The same for the old document.
    #[serde(default)]
    base: Vec<String>,
    #[serde(default)]
    forth: Vec<String>,
    #[serde(default)]
    back: Vec<String>,
}

fn table() -> Vec<Row> {
    serde_yaml::from_str(TABLE).expect("the table is right")
}

fn edited(edits: &[String]) -> String {
    edits.chunks(2).fold(BASE.to_owned(), |text, pair| {
        assert!(text.contains(&pair[0]), "{:?} stands somewhere", pair[0]);
        text.replace(&pair[0], &pair[1])
    })
}

#[test]
fn each_edit_is_told_as_it_is() {
    let mut failures = Vec::new();
    for row in table() {
        let (old, new) = (edited(&row.base), edited(&row.edit));
        let (forth, back) = (told(&compared(&old, &new)), told(&compared(&new, &old)));
        if (&forth, &back) != (&row.forth, &row.back) {
            let (forth, back) = (forth.join(", "), back.join(", "));
            failures.push(format!(
                "- edit: {:?}\n  forth: [{forth}]\n  back: [{back}]",
                row.edit
            ));
        }
    }
    assert!(failures.is_empty(), "found:\n{}", failures.join("\n"));
}

#[test]
fn each_rule_has_an_edit() {
    let rows = table();
    let told: Vec<&str> = rows
        .iter()
        .flat_map(|row| row.forth.iter().chain(&row.back))
        .map(|told| &**told)
        .collect();
    let untold = RULES.iter().filter(|rule| {
        !told
            .iter()
            .any(|told| told.split(' ').next() == Some(rule.id))
    });
    assert_eq!(untold.map(|rule| rule.id).collect::<Vec<_>>(), [""; 0]);
}
