//! Security: what a client must show before it may connect.
//!
//! In: nothing; these are data.

use serde_json::Value;

use super::Docs;
use crate::source::Origin;

/// One alternative of a security requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityRequirement {
    /// The name of the scheme in the components, or the empty string for an inline scheme.
    pub scheme: String,
    /// The scheme's type (`oauth2`, `httpApiKey`).
    pub kind: String,
    /// The scopes that are needed.
    pub scopes: Vec<String>,
}

/// A Security Scheme Object.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Its place.
    pub at: Origin,
    /// Its key.
    pub name: String,
    /// Its type (`oauth2`).
    pub kind: String,
    /// Description for the docs.
    pub docs: Docs,
    /// The remaining fields (`in`, `name`, `flows`, …), kept as they stand.
    pub details: Value,
}
