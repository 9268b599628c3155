//! Checks of single texts in the settings.
//!
//! In: a text and its place. Out: what it says, or a problem more.
//! This room never knows which entry it looks at.

use super::{Reader, below};
use crate::diagnostic::{Diagnostic, Place, excerpt};
use crate::pointer::Pointer;
use crate::source::Cursor;

impl Reader {
    pub(super) fn pointer(&mut self, text: &str, at: Place) -> Option<Pointer> {
        let pointer = Pointer::parse(text);
        if pointer.is_none() {
            let sentence = format!("`{}` is no JSON pointer", excerpt(text));
            let problem = Diagnostic::error("malformed-pointer", at, sentence);
            self.problems.push(problem.help("write `#/` and the keys that lead to the place; in a key, `/` is `~1` and `~` is `~0`"));
        }
        pointer
    }

    pub(super) fn identifier(&mut self, name: String, at: &Cursor) -> Option<String> {
        let starts = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
        if starts
            && name != "_"
            && name
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '_')
        {
            return Some(name);
        }
        self.refuse(at, &format!("`{}` is no Rust identifier", excerpt(&name)));
        None
    }

    pub(super) fn reason(&mut self, why: &str, at: &Cursor) {
        if why.trim().is_empty() {
            let problem = Diagnostic::error(
                "missing-why",
                below(at, "why").place(),
                "the entry does not say why",
            );
            self.problems.push(problem.help(
                "say in a sentence where the document is wrong or silent, and how that is known",
            ));
        }
    }

    pub(super) fn refuse(&mut self, at: &Cursor, sentence: &str) {
        self.problems
            .push(Diagnostic::error("invalid-setting", at.place(), sentence));
    }
}
