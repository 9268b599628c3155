//! What the settings decide about contradictions.
//!
//! In: the settings of the document. Out: for a kind of contradiction and the places that lead to it, the decision
//! that settles it; for one that nothing settles, the line that would.
//! This room never judges whether a decision is wise.

use super::{Kind, Settlement};
use crate::settings::{Accept, Decision, DocumentSettings, UnknownFields};
use crate::source::{FileId, Origin};

/// The decisions about one document.
pub(super) struct Decisions<'a> {
    /// The document's own file: pointers of the settings lead into it.
    file: FileId,
    settings: Option<&'a DocumentSettings>,
}

impl<'a> Decisions<'a> {
    pub(super) fn new(file: FileId, settings: &'a DocumentSettings) -> Self {
        Self {
            file,
            settings: Some(settings),
        }
    }

    /// Nothing is decided.
    pub(super) fn none(file: FileId) -> Self {
        Self {
            file,
            settings: None,
        }
    }

    /// The decision that settles a kind of contradiction at one of these places, the last one first.
    pub(super) fn settle(&self, kind: Kind, places: &[&Origin]) -> Option<Settlement> {
        let decide = |at: &&Origin| {
            let decision = self.own(kind, at).or_else(|| self.anything(at))?;
            self.settlement(at, &decision)
        };
        places.iter().rev().find_map(decide)
    }

    /// The decision that any value at all is accepted at one of these places.
    pub(super) fn any(&self, places: &[&Origin]) -> Option<Settlement> {
        places
            .iter()
            .find_map(|at| self.settlement(at, &self.anything(at)?))
    }

    /// Whether a list also comes as its single item.
    pub(super) fn accepts_single(&self, places: &[&Origin]) -> bool {
        places
            .iter()
            .any(|at| self.accepting(at, Accept::Single).is_some())
    }

    fn own(&self, kind: Kind, at: &Origin) -> Option<Decision> {
        match kind {
            Kind::NumberForString => self.accepting(at, Accept::Number),
            Kind::StringForNumber => self.accepting(at, Accept::String),
            Kind::WrongType => self.accepting(at, Accept::Single),
            Kind::UndeclaredKey => self.unknown_fields(at),
            Kind::MissingTag => self.implied_tag(at),
            Kind::UnknownFormat => self
                .format(at)
                .or_else(|| self.accepting(at, Accept::Number)),
            Kind::OutOfRange
            | Kind::NullValue
            | Kind::MissingKey
            | Kind::UnknownValue
            | Kind::WrongConstant
            | Kind::NoMember
            | Kind::SeveralMembers => None,
        }
    }

    fn anything(&self, at: &Origin) -> Option<Decision> {
        self.accepting(at, Accept::Any)
    }

    fn accepting(&self, at: &Origin, wanted: Accept) -> Option<Decision> {
        let accept = self.of(at)?.accept(&at.pointer)?;
        (accept == wanted).then_some(Decision::Accept(accept))
    }

    fn unknown_fields(&self, at: &Origin) -> Option<Decision> {
        let fields = self.of(at)?.unknown_fields_at(&at.pointer)?;
        Some(Decision::UnknownFields(fields))
    }

    fn implied_tag(&self, at: &Origin) -> Option<Decision> {
        let implied = self.of(at)?.is_tag_implied(&at.pointer);
        implied.then_some(Decision::ImpliedTag)
    }

    fn format(&self, at: &Origin) -> Option<Decision> {
        let format = self.of(at)?.format(&at.pointer)?;
        Some(Decision::Format(format.to_owned()))
    }

    fn settlement(&self, at: &Origin, decision: &Decision) -> Option<Settlement> {
        let why = self.of(at)?.why(&at.pointer, decision)?.to_owned();
        Some(Settlement {
            at: at.clone(),
            decision: shown(decision),
            why,
        })
    }

    fn of(&self, at: &Origin) -> Option<&'a DocumentSettings> {
        self.settings.filter(|_| at.file == self.file)
    }
}

/// A decision as the settings spell it.
fn shown(decision: &Decision) -> String {
    match decision {
        Decision::Accept(Accept::Number) => "accept: number".to_owned(),
        Decision::Accept(Accept::String) => "accept: string".to_owned(),
        Decision::Accept(Accept::Single) => "accept: single".to_owned(),
        Decision::Accept(Accept::Any) => "accept: any".to_owned(),
        Decision::UnknownFields(UnknownFields::Skip) => "unknown-fields: skip".to_owned(),
        Decision::UnknownFields(UnknownFields::Keep) => "unknown-fields: keep".to_owned(),
        Decision::UnknownFields(UnknownFields::Refuse) => "unknown-fields: refuse".to_owned(),
        Decision::Format(format) => format!("format: {format}"),
        Decision::ImpliedTag => "tag: implied".to_owned(),
        Decision::Secret(secret) => format!("secret: {secret}"),
        Decision::Alike => "alike: true".to_owned(),
    }
}

/// The decision that would settle a kind of contradiction; `None` where only a correction of the document does.
pub(super) fn remedy(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::NumberForString => Some("accept: number"),
        Kind::StringForNumber => Some("accept: string"),
        Kind::UndeclaredKey => Some("unknown-fields: keep"),
        Kind::MissingTag => Some("tag: implied"),
        Kind::OutOfRange
        | Kind::WrongType
        | Kind::WrongConstant
        | Kind::NoMember
        | Kind::SeveralMembers => Some("accept: any"),
        Kind::NullValue | Kind::MissingKey | Kind::UnknownValue | Kind::UnknownFormat => None,
    }
}
