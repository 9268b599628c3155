//! Server variables and channel parameters: defaults and examples that are not among the listed values.
//!
//! In: the variables of a model. Out: findings at the variable.

use super::finding::{Findings, Key};
use super::{Evidence, Kind, words};
use crate::diagnostic::Place;
use crate::model::{Model, Variable};
use crate::pointer::Pointer;
use crate::source::Origin;

pub(super) fn unknown_values(model: &Model, findings: &mut Findings) {
    let servers = model.servers.iter().flat_map(|server| &server.variables);
    let channels = model
        .channels
        .iter()
        .flat_map(|channel| &channel.parameters);
    for variable in servers
        .chain(channels)
        .filter(|variable| !variable.values.is_empty())
    {
        check(variable, findings);
    }
}

fn check(variable: &Variable, findings: &mut Findings) {
    let at = &variable.at.pointer;
    let default = variable
        .default
        .iter()
        .map(|text| (at.push("default"), text));
    let examples = variable.examples.iter().enumerate();
    let examples = examples.map(|(index, text)| (at.push("examples").index(index), text));
    for (pointer, text) in default.chain(examples) {
        if !variable.values.contains(text) {
            add(variable, pointer, text, findings);
        }
    }
}

fn add(variable: &Variable, pointer: Pointer, text: &str, findings: &mut Findings) {
    let values: Vec<serde_json::Value> = variable
        .values
        .iter()
        .map(|value| value.as_str().into())
        .collect();
    let key = Key {
        schema: variable.at.clone(),
        kind: Kind::UnknownValue,
        expected: words::one_of(values.iter()),
        settled_by: None,
    };
    let at = Place::Value(Origin {
        file: variable.at.file,
        pointer,
    });
    let found = format!("the string {text:?}");
    findings.add(
        key,
        None,
        Evidence {
            at,
            path: "$".to_owned(),
            found,
        },
    );
}
