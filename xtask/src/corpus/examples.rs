//! The examples of a document that are right, each with the Rust type that must read it.
//!
//! In: a document that generates. Out: [`Case`]s. An example without a type of its own is left out.

use std::panic::{self, AssertUnwindSafe};

use asyncapi_codegen::Generated;
use asyncapi_codegen::examples::{self, Owner};
use asyncapi_codegen::model::{Model, SchemaId, Shape};
use serde_json::Value;

use super::document::Document;
use super::generation::{self, package};

/// One example.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// The type, as Rust text that holds outside of the document's crate.
    pub(super) ty: String,
    /// Where the example stands.
    pub(super) place: String,
    /// The example.
    pub(super) value: Value,
}

/// The document's examples; `None` when looking for them panics.
pub(super) fn of(document: &Document) -> Option<Vec<Case>> {
    // Only the default hook prints: the caller tells what happened.
    panic::catch_unwind(AssertUnwindSafe(|| cases(document))).ok()
}

/// The name under which a document's crate is known to Rust.
pub(super) fn crate_name(document: &Document) -> String {
    package(document).replace('-', "_")
}

fn cases(document: &Document) -> Vec<Case> {
    let Ok(generated) = generation::request(document).generate() else {
        return Vec::new();
    };
    let root = crate_name(document);
    let mut cases = Vec::new();
    for model in &generated.models {
        for (owner, example) in examples::valid(model) {
            if let Some(ty) =
                schema_of(model, owner).and_then(|id| type_of(&generated, model, id, &root))
            {
                let place = example.origin.pointer.to_string();
                cases.push(Case {
                    ty,
                    place,
                    value: example.node.to_json(),
                });
            }
        }
    }
    cases
}

fn schema_of(model: &Model, owner: Owner) -> Option<SchemaId> {
    match owner {
        Owner::Schema(id) => Some(id),
        Owner::Payload(id) => model.message(id).payload,
        Owner::Headers(id) => model.message(id).headers,
    }
}

/// The type of a schema, or of the one that it is another name of.
fn type_of(generated: &Generated, model: &Model, id: SchemaId, root: &str) -> Option<String> {
    let mut schema = model.schema(id);
    let mut nullable = schema.nullable;
    let mut ty = generated.type_at(&schema.at, root);
    // Names of names cannot go on for longer than there are schemas.
    for _ in &model.schemas {
        let Shape::Alias(next) = schema.shape else {
            break;
        };
        if ty.is_some() {
            break;
        }
        schema = model.schema(next);
        nullable |= schema.nullable;
        ty = generated.type_at(&schema.at, root);
    }
    if nullable {
        ty.map(|ty| format!("Option<{ty}>"))
    } else {
        ty
    }
}
