//! Keywords of a document that give no type: those without effect, and those of which the policy has to say.
//!
//! In: nothing; these are data that `resolve` fills. Out: entries with places, for `lower` to judge and `report` to show.

use super::ScalarKind;
use crate::source::Origin;

/// A keyword that has no effect on the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Where it stands.
    pub at: Origin,
    /// The keyword.
    pub keyword: String,
    /// Why it has no effect, a few words (`documented, not enforced`).
    pub reason: &'static str,
}

/// A keyword of a schema whose effect is a matter of policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Where it stands; the schema is around it.
    pub at: Origin,
    /// What it says.
    pub keyword: StatedKeyword,
}

/// What a keyword says whose effect is a matter of policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatedKeyword {
    /// `format`, or `logicalType` of Avro.
    Format {
        /// The keyword itself.
        word: &'static str,
        /// The format.
        text: String,
        /// The types that the schema has beside it; empty: any.
        kinds: Vec<ScalarKind>,
    },
    /// `additionalProperties` with a boolean, or with the schema that allows anything.
    AdditionalProperties {
        /// Whether undeclared keys are allowed.
        allowed: bool,
    },
    /// A list of schemas for the positions of a list, by its keyword.
    Positions(&'static str),
    /// What may follow those positions, by its keyword.
    Rest(&'static str),
    /// A union, by its keyword.
    Union(&'static str),
}
