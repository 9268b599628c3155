//! What changes between two versions of a document: held against the compiler, and shown as people and tools read it.

#[path = "changes/caller.rs"]
mod caller;
#[path = "changes/compiler.rs"]
mod compiler;
#[path = "changes/corpus.rs"]
mod corpus;
#[path = "changes/edits.rs"]
mod edits;
#[path = "changes/proof.rs"]
mod proof;
#[path = "changes/reports.rs"]
mod reports;
#[path = "changes/schema.rs"]
mod schema;
#[path = "changes/sharing.rs"]
mod sharing;
