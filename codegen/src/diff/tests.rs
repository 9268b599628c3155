//! Seeded edits of one document, and what a comparison must say of each.

mod edits;
mod shape;

use std::path::Path;

use super::{Comparison, Impact, Perspective, compare};
use crate::document::Document;
use crate::model::Model;
use crate::resolve;
use crate::source::Sources;

const BASE: &str = include_str!("tests/base.yaml");

/// A document, or the reason why it is none.
fn load(text: &str) -> Result<(Sources, Model), String> {
    let mut sources = Sources::default();
    let told = |problems| format!("{problems:?}");
    let file = sources.add(Path::new("lights.yaml"), text).map_err(told)?;
    let (document, _) = Document::parse(sources.cursor(file)).map_err(told)?;
    let (model, _) =
        resolve::model(&document, &mut sources, &resolve::Locations::default()).map_err(told)?;
    Ok((sources, model))
}

fn compared(old: &str, new: &str) -> Comparison {
    let (_, old) = load(old).expect("the old document is right");
    let (_, new) = load(new).unwrap_or_else(|problem| panic!("{problem}\n{new}"));
    compare(&old, &new, Perspective::Client)
}

/// Each change as `rule axes`, the axes that it breaks as `W` and `R`.
fn told(comparison: &Comparison) -> Vec<String> {
    let mark = |impact, letter| {
        if impact == Impact::Breaking {
            letter
        } else {
            ""
        }
    };
    let changes = comparison.changes.iter();
    let told = changes.map(|one| {
        let axes = format!("{}{}", mark(one.wire, "W"), mark(one.rust, "R"));
        format!("{} {axes}", one.rule.id).trim_end().to_owned()
    });
    told.collect()
}
