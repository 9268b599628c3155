//! Names for schemas in place: the name of what holds them and the way from there (`AgentStateState`, `PingPayload`).
//!
//! In: forms and plans. Out: a name and a file for each schema that becomes an item without being declared.
//! A schema is named after what it is written in, also when references lead to it from elsewhere; only one that is
//! written in nothing with a name is named after the first, by name, that leads to it.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::kind::{Kind, Place};
use super::member::{ordinals, words};
use super::scope::Scope;
use super::within::full_name;
use super::{Home, Names, chosen_as, is_item};
use crate::diagnostic::Diagnostics;
use crate::lower::form::{Form, Forms, Rest};
use crate::lower::plans::{Member, Plans};
use crate::model::{MessageId, SchemaId};
use crate::rust::Ident;
use crate::source::Origin;

/// What has a name already, or will have before what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Schema(SchemaId),
    Message(MessageId),
}

/// A way from a holder to a schema in place.
#[derive(Clone, Debug)]
struct Way {
    holder: Holder,
    steps: Vec<String>,
    /// What the last step may be called as well.
    others: Vec<String>,
}

/// What is held, and what it is called there: the first word is preferred.
type Step = (Vec<String>, SchemaId);

/// The schemas in place that become items, and the ways to them.
pub(super) struct Inline<'f, 'a> {
    forms: &'f Forms<'a>,
    plans: &'f Plans<'a>,
    ways: BTreeMap<SchemaId, Vec<Way>>,
}

impl<'f, 'a> Inline<'f, 'a> {
    pub(super) fn new(forms: &'f Forms<'a>, plans: &'f Plans<'a>) -> Self {
        let mut inline = Self {
            forms,
            plans,
            ways: BTreeMap::new(),
        };
        for (id, schema) in forms.ids() {
            if schema.name.is_some() || is_item(forms.get(id)) {
                inline.walk(Holder::Schema(id), inline.steps(id));
            }
        }
        for (id, message) in (0..).map(MessageId).zip(&forms.model.messages) {
            let parts = [
                ("payload", message.payload),
                ("headers", message.headers),
                ("response", message.response),
            ];
            let step =
                |(word, schema): (&str, Option<SchemaId>)| Some((vec![word.to_owned()], schema?));
            inline.walk(
                Holder::Message(id),
                parts.into_iter().filter_map(step).collect(),
            );
        }
        inline
    }

    /// Follows schemas that are types in place until one becomes an item.
    fn walk(&mut self, holder: Holder, first: Vec<Step>) {
        let mut left: Vec<(Vec<String>, Step)> =
            first.into_iter().map(|step| (Vec::new(), step)).collect();
        let mut seen = Vec::new();
        while let Some((mut steps, (mut words, id))) = left.pop() {
            if self.forms.model.schema(id).name.is_some() || seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let others = words.split_off(1);
            steps.append(&mut words);
            if is_item(self.forms.get(id)) {
                self.ways.entry(id).or_default().push(Way {
                    holder,
                    steps,
                    others,
                });
            } else {
                left.extend(self.steps(id).into_iter().map(|step| (steps.clone(), step)));
            }
        }
    }

    /// What a schema holds, each with a word for the way there.
    fn steps(&self, id: SchemaId) -> Vec<Step> {
        let one = |word: &str, id: SchemaId| vec![(vec![word.to_owned()], id)];
        match self.forms.get(id) {
            Form::Leaf(_) | Form::StringEnum(_) | Form::ValueEnum(_) | Form::Map(None) => {
                Vec::new()
            }
            Form::Same(target) => one("", *target),
            Form::List(item) | Form::OneOrMany(item) => one("item", *item),
            Form::Map(Some(value)) => one("value", *value),
            Form::Tuple(items) => ordinals()
                .map(|word| vec![word])
                .zip(items.iter().copied())
                .collect(),
            Form::Struct(rest) => self.fields(id, *rest),
            Form::Union(_) => {
                let choice = self.plans.union(id);
                let step = |(index, member): (usize, &Member)| {
                    (words(self.forms, choice, index), member.schema)
                };
                choice.members.iter().enumerate().map(step).collect()
            }
        }
    }

    fn fields(&self, id: SchemaId, rest: Rest) -> Vec<Step> {
        let properties = self.forms.properties(id).iter();
        let fields =
            properties.filter(|property| self.plans.fixed(self.forms, id, property).is_none());
        let mut steps: Vec<Step> = fields
            .map(|property| (vec![property.name.clone()], property.schema))
            .collect();
        if let Rest::Keep(Some(value)) = rest {
            steps.push((vec!["value".to_owned()], value));
        }
        steps
    }

    /// Names every schema in place, those nearest to a declared one first.
    pub(super) fn assign(
        mut self,
        names: &mut Names,
        types: &mut Scope,
        diagnostics: &mut Diagnostics,
    ) {
        let homes: BTreeMap<SchemaId, Way> = self
            .ways
            .iter()
            .filter_map(|(id, ways)| Some((*id, self.written_in(*id, ways)?.clone())))
            .collect();
        loop {
            let mut level = self.level(names, |id, _| homes.get(&id));
            if level.is_empty() {
                level = self.level(names, |_, ways| self.first_by_name(names, ways));
            }
            if level.is_empty() {
                break;
            }
            let claims: Vec<Claim> = level
                .iter()
                .map(|(id, way)| self.claim(names, *id, way))
                .collect();
            for ((id, way), ident) in level.iter().zip(types.assign(&claims, diagnostics)) {
                names.items[id.index()] = Some(ident);
                names.homes[id.index()] = Some(match way.holder {
                    Holder::Message(message) => Home::Message(message),
                    Holder::Schema(holder) => {
                        names.homes[holder.index()].unwrap_or(Home::Schema(holder))
                    }
                });
                self.ways.remove(id);
            }
        }
    }

    /// The schemas whose chosen holder has a name.
    fn level<'w>(
        &'w self,
        names: &Names,
        choose: impl Fn(SchemaId, &'w [Way]) -> Option<&'w Way>,
    ) -> Vec<(SchemaId, Way)> {
        let named = |way: &&Way| match way.holder {
            Holder::Schema(id) => names.item(id).is_some(),
            Holder::Message(_) => true,
        };
        let pair = |(id, ways): (&SchemaId, &'w Vec<Way>)| {
            Some((*id, choose(*id, ways).filter(named)?.clone()))
        };
        self.ways.iter().filter_map(pair).collect()
    }

    /// The way from what the schema is written in: the nearest holder whose text holds the schema's.
    fn written_in<'w>(&self, id: SchemaId, ways: &'w [Way]) -> Option<&'w Way> {
        let at = &self.forms.model.schema(id).at;
        let holds = |way: &&Way| {
            let holder = self.at(way.holder);
            holder.file == at.file && at != holder && at.pointer.is_within(&holder.pointer)
        };
        let depth = |way: &&Way| {
            (
                self.at(way.holder).pointer.tokens().count(),
                std::cmp::Reverse(way.steps.clone()),
            )
        };
        ways.iter().filter(holds).max_by_key(depth)
    }

    /// The way from the holder whose name comes first.
    fn first_by_name<'w>(&self, names: &Names, ways: &'w [Way]) -> Option<&'w Way> {
        let known = ways
            .iter()
            .filter(|way| !matches!(way.holder, Holder::Schema(id) if names.item(id).is_none()));
        known.min_by_key(|way| (self.prefix(names, way.holder), way.steps.clone()))
    }

    fn at(&self, holder: Holder) -> &'a Origin {
        match holder {
            Holder::Schema(id) => &self.forms.model.schema(id).at,
            Holder::Message(id) => &self.forms.model.message(id).at,
        }
    }

    fn prefix(&self, names: &Names, holder: Holder) -> String {
        match holder {
            Holder::Schema(id) => names.item(id).map_or("", Ident::as_str).to_owned(),
            Holder::Message(id) => {
                let message = self.forms.model.message(id);
                let chosen = chosen_as(self.forms, &message.at, Kind::Type);
                let name = chosen.map_or_else(|| full_name(message), str::to_owned);
                super::ident::plain(Kind::Type, &name, Place::Message)
            }
        }
    }

    fn claim(&self, names: &Names, id: SchemaId, way: &Way) -> Claim {
        let at = &self.forms.model.schema(id).at;
        let place = match way.holder {
            Holder::Schema(_) => Place::Property,
            Holder::Message(_) => Place::Message,
        };
        let prefix = self.prefix(names, way.holder);
        Claim::below(&prefix, place, at, &way.steps, &way.others)
            .of_file(self.forms.file(at))
            .chosen(chosen_as(self.forms, at, Kind::Type))
    }
}
