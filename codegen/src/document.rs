//! One file as an AsyncAPI document: which version of the standard it says it is written in.
//!
//! In: the root of a parsed file. Out: a [`Document`] that `resolve` reads, or located diagnostics that say
//! what is supported. Documents stay trees with places and raw text (see `Fields`); they are not copied into
//! structures of the standard, because those would lose both.
//! This room never follows a reference and never knows what a field means.

mod fields;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Cursor;

pub(crate) use fields::{Fields, wrong_type};

/// A document of a supported version.
#[derive(Clone, Debug)]
pub struct Document {
    /// The root object.
    pub root: Cursor,
    /// The version of the standard.
    pub version: Version,
}

/// A version of the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The version as written (`2.1.0`).
    pub text: String,
    /// The major version.
    pub major: Major,
    /// The minor version.
    pub minor: u32,
}

/// The major versions that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Major {
    /// AsyncAPI 2.0 to 2.6.
    Two,
    /// AsyncAPI 3.0 and 3.1.
    Three,
}

const SUPPORTED: &str = "AsyncAPI 2.0 to 2.6, 3.0 and 3.1 are supported";

impl Major {
    /// The greatest minor version that was published when this was written.
    fn newest_minor(self) -> u32 {
        match self {
            Major::Two => 6,
            Major::Three => 1,
        }
    }
}

impl Document {
    /// Reads the version that a file states; warnings of a success come beside the document.
    ///
    /// # Errors
    ///
    /// `not-a-document` when the root is no object, `missing-version` when it has no `asyncapi` key,
    /// `wrong-version` when that holds no version, `unsupported-version` when it holds one that is not read.
    pub fn parse(root: Cursor) -> Result<(Self, Diagnostics), Diagnostics> {
        let mut diagnostics = Diagnostics::default();
        let stated = stated_version(&root)?;
        let version = Version::parse(&stated)?;
        if version.minor > version.major.newest_minor() {
            diagnostics.push(newer_minor(&stated, &version));
        }
        Ok((Self { root, version }, diagnostics))
    }
}

impl Version {
    fn parse(stated: &Cursor) -> Result<Self, Diagnostics> {
        let text = stated.node.as_text().unwrap_or_default().trim();
        let (major, minor) = numbers(text).ok_or_else(|| wrong_version(stated))?;
        let major = match major {
            2 => Major::Two,
            3 => Major::Three,
            _ => return Err(unsupported(stated, text)),
        };
        Ok(Self {
            text: text.to_owned(),
            major,
            minor,
        })
    }
}

fn stated_version(root: &Cursor) -> Result<Cursor, Diagnostics> {
    if root.node.as_mapping().is_none() {
        let message = "this file holds no AsyncAPI document: its root is not an object";
        let fault = Diagnostic::error("not-a-document", root.place(), message);
        return Err(fault.help(SUPPORTED).into());
    }
    root.get("asyncapi").ok_or_else(|| missing_version(root))
}

/// Major and minor of `2.6.0`, `3.0` or `3.0.0-rc.1`.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['.', '-', '+']);
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next().unwrap_or("0").parse().ok()?;
    Some((major, minor))
}

fn missing_version(root: &Cursor) -> Diagnostics {
    let first = root.entries().into_iter().next();
    let at = first.map_or_else(|| root.place(), |(_, value)| value.key_place());
    let message = "this file states no version of AsyncAPI: it has no `asyncapi` key";
    let diagnostic = Diagnostic::error("missing-version", at, message);
    let other = ["openapi", "swagger"]
        .into_iter()
        .find(|key| root.get(key).is_some());
    let help = match other {
        Some(key) => format!("the key `{key}` says that this is an OpenAPI document"),
        None => "begin with `asyncapi: 2.6.0`".to_owned(),
    };
    diagnostic.help(help).help(SUPPORTED).into()
}

fn wrong_version(stated: &Cursor) -> Diagnostics {
    let message = "`asyncapi` must be a version such as `2.6.0`";
    Diagnostic::error("wrong-version", stated.place(), message)
        .label("not a version")
        .help(SUPPORTED)
        .into()
}

fn unsupported(stated: &Cursor, text: &str) -> Diagnostics {
    let message = format!("AsyncAPI {text} is not supported");
    Diagnostic::error("unsupported-version", stated.place(), message)
        .help(SUPPORTED)
        .into()
}

fn newer_minor(stated: &Cursor, version: &Version) -> Diagnostic {
    let message = format!("AsyncAPI {} is newer than this tool", version.text);
    Diagnostic::warning("newer-version", stated.place(), message).help(format!(
        "{SUPPORTED}; what a later version added is read past"
    ))
}
