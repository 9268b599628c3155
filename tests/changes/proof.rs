//! The axis of Rust is true: code that uses everything of the old version compiles against the new one exactly where
//! no rule says that it breaks.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diff::{FailOn, Perspective, compare};
use asyncapi_codegen::{Generated, Request};
use tests::rendered;

use crate::caller;
use crate::compiler::{Caller, Crates, Refused};
use crate::edits::{Edits, Pair};
use crate::sharing;

#[test]
fn callers_break_exactly_where_a_rule_says_so() {
    let edits = Edits::read();
    let versions = generated(&edits);
    let modules: Vec<_> = versions
        .iter()
        .map(|version| &version.package.modules[0])
        .collect();
    let crates = Crates::new(sharing::files(&modules));

    let own: Vec<Caller> = versions
        .iter()
        .map(|version| calling(version, version))
        .collect();
    let refused = crates.refused(&own);
    assert!(
        refused.is_empty(),
        "callers of their own version:\n{}",
        said(&refused)
    );

    let calls: Vec<Caller> = edits
        .pairs
        .iter()
        .map(|pair| calling(&versions[pair.old], &versions[pair.new]))
        .collect();
    let refused = crates.refused(&calls);
    let wrong: Vec<String> = edits
        .pairs
        .iter()
        .zip(&calls)
        .filter_map(|(pair, call)| disagreement(pair, &versions, refused.get(&call.name)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{}\n{} disagree",
        wrong.join("\n"),
        wrong.len()
    );
}

/// The code of every version, in modules named by their places in the list.
fn generated(edits: &Edits) -> Vec<Generated> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes-documents");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let document = |(place, text): (usize, &String)| -> PathBuf {
        let path = folder.join(format!("version_{place}.yaml"));
        std::fs::write(&path, text).expect("the document can be written");
        path
    };
    let documents = edits.versions.iter().enumerate().map(document);
    documents
        .map(|path| rendered(Request::document(&path).generate()))
        .collect()
}

/// A caller that is written for one version and meets another.
fn calling(old: &Generated, new: &Generated) -> Caller {
    let name = |version: &Generated| version.package.modules[0].name.to_string();
    Caller {
        name: format!("{}_meets_{}", name(old), name(new)),
        text: caller::text(&old.package.modules[0], &name(new)),
    }
}

/// How the rules and the compiler disagree, if they do.
fn disagreement(pair: &Pair, versions: &[Generated], refused: Option<&String>) -> Option<String> {
    let (old, new) = (&versions[pair.old].models[0], &versions[pair.new].models[0]);
    let comparison = compare(old, new, Perspective::Client);
    let rules: Vec<&str> = comparison
        .changes
        .iter()
        .map(|change| change.rule.id)
        .collect();
    let rules = rules.join(", ");
    match (comparison.fails_on(FailOn::Rust), refused) {
        (true, None) => Some(format!(
            "{}\n  [{rules}] breaks Rust, but callers compile\n",
            pair.edit
        )),
        (false, Some(said)) => Some(format!(
            "{}\n  [{rules}] is safe, but:\n{said}\n",
            pair.edit
        )),
        _ => None,
    }
}

fn said(refused: &Refused) -> String {
    refused
        .iter()
        .fold(String::new(), |mut text, (module, said)| {
            writeln!(text, "{module}:\n{said}").expect("writing to a string");
            text
        })
}
