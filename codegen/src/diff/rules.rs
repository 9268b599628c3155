//! The rules of change: every fact that a comparison can state, and whom it hurts.
//!
//! In: nothing; this is one table. Out: a [`Rule`] for each kind of change, by a stable id.
//! *Received* and *sent* speak of the crate's user. *Wire* asks whether clients that run today keep working, given
//! that generated readers skip unknown keys and keep unknown values; *Rust* asks whether their code still compiles.
//! This room never looks at a document.

pub(super) mod table;

pub use table::RULES;

/// What a change does to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Impact {
    /// Everything that worked goes on working.
    Safe,
    /// Something that worked may stop.
    Breaking,
}

/// What a change that breaks nothing is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// Only text for people.
    Documentation,
    /// A fact that needs no new code.
    Tweak,
    /// Something new to use.
    Addition,
}

/// One kind of change.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rule {
    /// A stable kebab-case id, which reads as words: `optional-property-added`.
    pub id: &'static str,
    /// One sentence: why the impact is what it is.
    pub why: &'static str,
    /// The effect on the wire where the crate's user receives.
    pub received: Impact,
    /// The effect on the wire where the crate's user sends.
    pub sent: Impact,
    /// The effect on code that uses the generated crate.
    pub rust: Impact,
    /// What it is worth when it breaks nothing.
    pub weight: Weight,
}

impl Rule {
    /// The id as words.
    pub fn title(&self) -> String {
        self.id.replace('-', " ")
    }

    /// The rule with this id.
    pub fn find(id: &str) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.id == id)
    }
}

/// The syntax of the table: a static for each rule, and a list of all.
macro_rules! rules {
    ($($name:ident $id:literal $received:ident $sent:ident $rust:ident $weight:ident $why:literal)*) => {
        $(pub(in crate::diff) static $name: Rule = Rule {
            id: $id,
            why: $why,
            received: Impact::$received,
            sent: Impact::$sent,
            rust: Impact::$rust,
            weight: Weight::$weight,
        };)*

        /// All rules, in the order of the parts of a document.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

use rules;
