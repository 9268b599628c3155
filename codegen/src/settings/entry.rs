//! The form of the settings file, as serde reads it, piece by piece.
//!
//! In: YAML values. Out: structs that refuse keys they do not know.
//! The maps hold raw values, so that one bad entry does not hide the others. This room never checks meaning.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_yaml::Value;

use super::{Accept, Perspective, TimeUnit, UnknownFields};

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(rename = "crate")]
    pub(super) crate_name: Option<String>,
    pub(super) modules: Option<Vec<Value>>,
    pub(super) documents: Option<BTreeMap<String, Value>>,
}

/// One entry of `modules`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Module {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) feature: String,
    pub(super) why: String,
}

/// The value under the name of a document.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) module: Option<String>,
    pub(super) perspective: Option<Perspective>,
    pub(super) root: Option<String>,
    pub(super) unknown_fields: Option<UnknownFields>,
    pub(super) names: Option<BTreeMap<String, Value>>,
    pub(super) decisions: Option<BTreeMap<String, Value>>,
    pub(super) session: Option<Value>,
    pub(super) suppressions: Option<Vec<Value>>,
}

/// One entry of `names`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) why: String,
}

/// One entry of `decisions`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Decision {
    pub(super) accept: Option<Accept>,
    pub(super) unknown_fields: Option<UnknownFields>,
    pub(super) format: Option<String>,
    pub(super) tag: Option<Tag>,
    pub(super) secret: Option<bool>,
    pub(super) alike: Option<bool>,
    pub(super) why: String,
}

/// The value of `tag`.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Tag {
    Implied,
}

/// One entry of `suppressions`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Suppression {
    pub(super) rule: String,
    pub(super) pointer: String,
    pub(super) why: String,
}

/// The value of `session`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    pub(super) open: String,
    pub(super) answer: Option<String>,
    pub(super) accepted: Option<Value>,
    pub(super) heartbeat: Option<Value>,
    pub(super) interval: Option<Value>,
    pub(super) expires: Option<Value>,
    pub(super) why: String,
}

/// The value of `accepted`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Accepted {
    pub(super) at: String,
    pub(super) is: String,
    #[serde(default)]
    pub(super) may_pass: Vec<String>,
}

/// The value of `heartbeat`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heartbeat {
    pub(super) send: String,
    pub(super) expect: Option<String>,
}

/// The value of `interval` and of `expires`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Time {
    pub(super) at: Option<String>,
    pub(super) unit: TimeUnit,
    pub(super) at_most: Option<u32>,
}
