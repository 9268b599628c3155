//! The manifest of a crate that stands alone, and the formatter's settings for generated sources.
//!
//! In: the package and the crate's name. Out: TOML. Lint allowances stand here, once, and in no generated file.

use super::{crate_root, support};
use crate::rust::Package;

/// What the generated text asks for: variants hold their messages unboxed, constructors take all that is required.
const LINTS: &str = "\
[lints.clippy]
large_enum_variant = \"allow\"
too_many_arguments = \"allow\"
";

/// The feature of crates with a session, and what it needs; the versions are those that the workspace's own crate is tested with.
const WEBSOCKET: &str = "\
futures-util = { version = \"0.3\", default-features = false, features = [\"sink\"], optional = true }
tokio = { version = \"1\", default-features = false, features = [\"net\", \"time\"], optional = true }
tokio-rustls = { version = \"0.26\", default-features = false, features = [\"ring\", \"tls12\"], optional = true }
tokio-tungstenite = { version = \"0.30\", default-features = false, features = [\"handshake\"], optional = true }
webpki-roots = { version = \"1\", optional = true }

[features]
websocket = [\"dep:futures-util\", \"dep:tokio\", \"dep:tokio-rustls\", \"dep:tokio-tungstenite\", \"dep:webpki-roots\"]
";

/// The text of `Cargo.toml`; its empty workspace lets the crate build inside another workspace's folder.
pub(super) fn cargo(package: &Package, name: Option<&str>) -> String {
    let first = package.modules.first().map(|module| module.name.as_str());
    let name = crate_name(name.or(first).unwrap_or_default());
    let header = crate_root::header(package);
    let session = if support::has_session(package) {
        WEBSOCKET
    } else {
        ""
    };
    format!(
        "# {header}

[package]
name = \"{name}\"
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"1.85\"
publish = false

[dependencies]
serde = \"1\"
serde_json = \"1\"
{session}
{LINTS}
[workspace]
"
    )
}

/// The text of `src/rustfmt.toml`: generated sources have their layout already.
pub(super) fn rustfmt() -> String {
    format!("# {}\n\ndisable_all_formatting = true\n", super::text::MARK)
}

/// A text as the name of a crate: what cargo accepts, and never empty.
fn crate_name(text: &str) -> String {
    let name: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    // One hyphen at a time: rustc asks for crate names in snake case.
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    let name = words.join("-");
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("events-{name}")
    }
}
