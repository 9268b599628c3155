//! What asks for a name, and the names it would take.
//!
//! In: what the document calls a thing, and where it stands. Out: a [`Claim`]: candidates from the plainest to the most
//! explicit, and a rank. Both come from the thing alone. This room never sees two claims at once.

use super::case::{cased, join};
use super::holder::{Holder, spoken, told};
use super::ident::{finish, plain, spelt};
use super::kind::{Kind, Place};
use super::reserved::with_word;
use super::words::Separators;
use crate::source::Origin;

/// One thing that needs a name.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    kind: Kind,
    place: Place,
    /// Where it stands.
    pub at: Origin,
    /// What the document calls it, for ranking and for messages.
    pub text: String,
    /// The name that the settings choose.
    pub chosen: Option<String>,
    /// The name it would have if nothing else were there.
    pub plain: String,
    /// What holds it, for a type in place: what is declared goes first.
    holder: Option<Holder>,
    instead: Vec<String>,
    otherwise: Vec<String>,
    alike: Vec<String>,
    file: Vec<String>,
}

impl Claim {
    /// A claim for what the document calls `text`.
    pub(crate) fn new(kind: Kind, place: Place, at: &Origin, text: &str) -> Self {
        Self {
            kind,
            place,
            at: at.clone(),
            text: text.to_owned(),
            chosen: None,
            plain: plain(kind, text, place),
            holder: None,
            instead: Vec::new(),
            otherwise: Vec::new(),
            alike: Vec::new(),
            file: Vec::new(),
        }
    }

    /// A claim for a type in place: the name of what holds it, the steps from there, and other words for the last step.
    pub(crate) fn below(
        holder: &str,
        place: Place,
        at: &Origin,
        steps: &[String],
        others: &[String],
    ) -> Self {
        let holder = Holder {
            name: holder.to_owned(),
            steps: steps.to_vec(),
            others: others.to_vec(),
        };
        Self {
            plain: holder.named(place, spoken(steps, Separators::Part)),
            kind: Kind::Type,
            place,
            at: at.clone(),
            text: steps.join(" "),
            chosen: None,
            holder: Some(holder),
            instead: Vec::new(),
            otherwise: Vec::new(),
            alike: Vec::new(),
            file: Vec::new(),
        }
    }

    /// The same for what stands in a further file: the way to it.
    pub(crate) fn of_file(mut self, file: &[String]) -> Self {
        self.file = file.to_vec();
        self
    }

    /// The same, with another text to be named after when the document calls something else by the same text.
    pub(crate) fn or_alike(mut self, text: &str) -> Self {
        self.alike.push(text.to_owned());
        self
    }

    /// The same, with another text to be named after when the first does not do.
    pub(crate) fn instead(mut self, text: &str) -> Self {
        self.instead.push(text.to_owned());
        self
    }

    /// The same, with another text to be named after before the word of its place is added.
    pub(crate) fn otherwise(mut self, text: &str) -> Self {
        self.otherwise.push(text.to_owned());
        self
    }

    /// Names for when the plain one is taken, ever more explicit.
    pub(super) fn explicit(&self) -> Vec<String> {
        let named = |text: &String| plain(self.kind, text, Place::Value);
        let mut names: Vec<String> = self.instead.iter().map(named).collect();
        if !self.file.is_empty() && self.holder.is_none() {
            names.extend(self.by_place());
        }
        names.extend(match &self.holder {
            None => vec![spelt(self.kind, &self.text, self.place)],
            Some(holder) => holder.explicit(self.place, &self.at),
        });
        if matches!(self.kind, Kind::Variant | Kind::Field) {
            names.push(with_case(self.kind, &self.text, &self.plain));
        }
        names.extend(self.otherwise.iter().map(named));
        names.push(with_word(
            self.kind,
            self.place,
            self.plain.trim_start_matches("r#").to_owned(),
        ));
        if self.holder.is_some() {
            let path: Vec<String> = self.at.pointer.tokens().collect();
            names.push(finish(
                Kind::Type,
                self.place,
                &spoken(&path, Separators::Part),
            ));
        }
        names
    }

    /// Names for when something else is called by the same text, which tells nothing.
    pub(super) fn apart(&self) -> Vec<String> {
        let texts = self
            .instead
            .iter()
            .chain(&self.otherwise)
            .chain(&self.alike);
        let named = texts.map(|text| plain(self.kind, text, Place::Value));
        named.chain(self.by_place()).collect()
    }

    /// Names from where it stands: without repetitions, then with them.
    pub(super) fn by_place(&self) -> Vec<String> {
        let told = told(&self.at);
        let all: Vec<String> = self.file.iter().cloned().chain(told).collect();
        let mut once = all.clone();
        once.dedup_by_key(|step| step.to_lowercase());
        let named = |steps: Vec<String>| {
            let mut words = spoken(&steps, Separators::Part);
            if (self.kind, self.place) == (Kind::Module, Place::Message) {
                words.push("message".to_owned());
            }
            (!words.is_empty()).then(|| finish(self.kind, self.place, &words))
        };
        [once, all].into_iter().filter_map(named).collect()
    }

    /// Whether settings can choose its name: they speak of the document itself.
    pub(super) fn can_be_chosen(&self) -> bool {
        self.file.is_empty()
    }

    /// The same with the name that the settings choose.
    pub(crate) fn chosen(mut self, name: Option<&str>) -> Self {
        self.chosen = name.map(str::to_owned);
        self
    }

    /// What it is called in messages: its name, or where it stands when it has none.
    pub(super) fn label(&self) -> String {
        match &self.holder {
            None => self.text.clone(),
            Some(_) => self.at.pointer.to_string(),
        }
    }

    /// What decides who keeps a name: chosen ones, declared ones, then those spelt like their name, then by spelling.
    pub(super) fn rank(&self) -> (bool, bool, bool, &str, &Origin) {
        let unlike = self.plain != self.text;
        (
            self.chosen.is_none(),
            self.holder.is_some(),
            unlike,
            &self.text,
            &self.at,
        )
    }

    pub(super) fn wanted(&self) -> &str {
        self.chosen.as_ref().unwrap_or(&self.plain)
    }
}

/// The name followed by what tells its letter case apart: `FooUppercase`.
fn with_case(kind: Kind, text: &str, plain: &str) -> String {
    let upper = text.chars().any(char::is_uppercase);
    let lower = text.chars().any(char::is_lowercase);
    let word = match (upper, lower) {
        (true, false) => "uppercase",
        (false, true) => "lowercase",
        _ => return plain.to_owned(),
    };
    join(
        kind,
        plain.trim_start_matches("r#"),
        &cased(kind, &[word.to_owned()]),
    )
}
