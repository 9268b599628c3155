//! AsyncAPI documents in, Rust crates out.
//!
//! The pipeline is parse → resolve → lower → emit, and each room imports only from rooms before it. [`Request`] runs
//! it; everything else is public for tools that want a part of it.

mod builder;
pub mod diagnostic;
pub mod diff;
pub mod document;
pub mod emit;
pub mod examples;
pub mod files;
mod generate;
mod generated;
pub mod lower;
pub mod model;
pub mod origin;
pub mod outline;
pub mod pointer;
mod render;
pub mod report;
mod request;
pub mod resolve;
pub mod rust;
pub mod settings;
pub mod source;

pub use builder::{BuildError, Builder};
pub use emit::Layout;
pub use files::{Files, Stale, Written};
pub use generated::{Failure, Generated, Resolved};
pub use request::Request;
