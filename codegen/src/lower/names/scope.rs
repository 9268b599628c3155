//! Names that share one scope: each its own, whatever order they come in.
//!
//! In: claims, each with its candidates from the plainest to the most explicit. Out: one name each, and a warning for
//! every claim that had to give way. Rank is a property of the claim alone, so what is added to a document with a name of
//! its own renames nothing. No name is ever told apart by a number.

use std::collections::BTreeMap;

use super::case::{cased, join};
use super::claim::Claim;
use super::ident::is_valid;
use super::kind::Kind;
use super::length;
use crate::diagnostic::{Diagnostic, Diagnostics, Place as At};
use crate::rust::Ident;
use crate::source::Origin;

/// A scope: the kind of names in it, and names that are taken already.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    kind: Kind,
    holders: BTreeMap<String, Holder>,
}

#[derive(Clone, Debug)]
struct Holder {
    at: Option<Origin>,
    text: String,
}

impl Scope {
    /// An empty scope.
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            holders: BTreeMap::new(),
        }
    }

    /// Takes a name that nothing may have.
    pub(crate) fn reserve(&mut self, name: &str) {
        let holder = Holder {
            at: None,
            text: name.to_owned(),
        };
        self.holders.insert(key(name), holder);
    }

    /// A name for each claim, in the order of the claims.
    pub(crate) fn assign(&mut self, claims: &[Claim], diagnostics: &mut Diagnostics) -> Vec<Ident> {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by(|&a, &b| claims[a].rank().cmp(&claims[b].rank()));
        let mut names: Vec<Option<String>> = vec![None; claims.len()];
        for &index in &order {
            let claim = &claims[index];
            self.check_choice(claim, diagnostics);
            if !self.holders.contains_key(&key(claim.wanted())) {
                names[index] = Some(self.take(claim, claim.wanted().to_owned()));
            }
        }
        for &index in order
            .iter()
            .filter(|&&index| claims[index].chosen.is_none())
        {
            if names[index].is_none() {
                names[index] = Some(self.give_way(&claims[index], diagnostics));
            }
        }
        names
            .into_iter()
            .zip(claims)
            .map(|(name, claim)| Ident::new(name.unwrap_or_else(|| claim.wanted().to_owned())))
            .collect()
    }

    fn take(&mut self, claim: &Claim, name: String) -> String {
        let holder = Holder {
            at: Some(claim.at.clone()),
            text: claim.label(),
        };
        self.holders.insert(key(&name), holder);
        name
    }

    /// A chosen name that is no identifier, or that something else was given in the settings, is an error.
    fn check_choice(&self, claim: &Claim, diagnostics: &mut Diagnostics) {
        let Some(chosen) = &claim.chosen else { return };
        let at = At::Key(claim.at.clone());
        if !is_valid(self.kind, chosen) {
            let message = format!(
                "the settings name this `{chosen}`, which cannot be the name of a {}",
                noun(self.kind)
            );
            diagnostics.push(Diagnostic::error("bad-name", at, message));
        } else if let Some(holder) = self.holders.get(&key(chosen)) {
            let message = format!("the settings name this `{chosen}`, like something else");
            let diagnostic = Diagnostic::error("name-clash", at, message);
            diagnostics.push(match &holder.at {
                Some(other) => {
                    diagnostic.related(At::Key(other.clone()), "this has the name already")
                }
                None => diagnostic.help(format!(
                    "`{}` is the name of something that every crate has",
                    holder.text
                )),
            });
        }
    }

    /// The first of the more explicit names that is free, and a warning.
    fn give_way(&mut self, claim: &Claim, diagnostics: &mut Diagnostics) -> String {
        let free = |name: &String| !self.holders.contains_key(&key(name));
        let candidates = self.candidates(claim);
        let first = candidates.iter().find(|name| free(name));
        let mut name = first.or(candidates.last()).cloned().unwrap_or_default();
        while !free(&name) {
            let longer = join(self.kind, &name, &cased(self.kind, &["again".to_owned()]));
            name = length::short(self.kind, longer);
        }
        self.warn(claim, &name, diagnostics);
        self.take(claim, name)
    }

    /// The names that a claim may have instead of the one that is taken.
    fn candidates(&self, claim: &Claim) -> Vec<String> {
        let holder = self.holders.get(&key(claim.wanted()));
        let alike = holder.is_some_and(|holder| holder.text == claim.label());
        let apart = if alike { claim.apart() } else { Vec::new() };
        let plain = claim.plain.trim_start_matches("r#");
        let coded = join(self.kind, plain, &codes(self.kind, &claim.text));
        let further = [length::short(self.kind, coded)];
        let explicit = claim.explicit().into_iter().chain(further);
        let names = apart.into_iter().chain(explicit);
        names.chain(claim.by_place()).collect()
    }

    fn warn(&self, claim: &Claim, name: &str, diagnostics: &mut Diagnostics) {
        let Some(holder) = self.holders.get(&key(claim.wanted())) else {
            return;
        };
        let Some(other) = &holder.at else { return };
        let message = format!(
            "`{}` and `{}` both ask for the name `{}`",
            holder.text,
            claim.label(),
            claim.wanted()
        );
        let pointer = &claim.at.pointer;
        let help = match claim.can_be_chosen() {
            true => format!("choose a name under `names` in the settings: `'{pointer}': {name}`"),
            false => "another name of the file, or in it, tells them apart".to_owned(),
        };
        diagnostics.push(
            Diagnostic::warning("name-clash", At::Key(claim.at.clone()), message)
                .label(format!("becomes `{name}`"))
                .related(
                    At::Key(other.clone()),
                    format!("keeps `{}`", claim.wanted()),
                )
                .help(help),
        );
    }
}

/// Raw and plain spelling are one name.
fn key(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Type => "type",
        Kind::Variant => "variant",
        Kind::Field => "field",
        Kind::Module => "module",
        Kind::Constant => "constant",
    }
}

/// The code points of a text as a word: unlike for any two texts.
fn codes(kind: Kind, text: &str) -> String {
    let words: Vec<String> = text
        .chars()
        .map(|c| format!("u{:04x}", u32::from(c)))
        .collect();
    cased(kind, &words)
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use crate::diagnostic::Diagnostics;
    use crate::lower::names::claim::Claim;
    use crate::lower::names::kind::{Kind, Place};
    use crate::pointer::Pointer;
    use crate::source::{FileId, Origin};

    fn names(texts: &[&str]) -> Vec<String> {
        let claim = |text: &&str| {
            let at = Origin {
                file: FileId(0),
                pointer: Pointer::root().push(text),
            };
            Claim::new(Kind::Variant, Place::Value, &at, text)
        };
        let claims: Vec<Claim> = texts.iter().map(claim).collect();
        let mut diagnostics = Diagnostics::default();
        let names = Scope::new(Kind::Variant).assign(&claims, &mut diagnostics);
        assert!(!diagnostics.has_errors());
        names.iter().map(|name| name.as_str().to_owned()).collect()
    }

    #[test]
    fn the_plainest_spelling_keeps_the_name() {
        assert_eq!(names(&["foo-bar", "FooBar"]), ["FooHyphenBar", "FooBar"]);
        assert_eq!(
            names(&["foo", "FOO", "Foo"]),
            ["FooLowercase", "FooUppercase", "Foo"]
        );
        assert_eq!(names(&["1.0", "1-0"]), ["Value1Dot0", "Value1_0"]);
        assert_eq!(names(&["é", "e\u{301}"]), ["ÉLowercase", "É"]);
    }

    #[test]
    fn order_does_not_matter_and_newcomers_rename_nothing() {
        let before = names(&["a b", "a-b", "a_b", "ab", "unknown"]);
        let mut backwards = names(&["unknown", "ab", "a_b", "a-b", "a b"]);
        backwards.reverse();
        assert_eq!(before, backwards);
        let after = names(&[
            "zeta", "a b", "a-b", "Alpha", "a_b", "ab", "unknown", "omega",
        ]);
        let kept: Vec<_> = [1, 2, 4, 5, 6]
            .iter()
            .map(|&index| after[index].clone())
            .collect();
        assert_eq!(before, kept);
    }
}
