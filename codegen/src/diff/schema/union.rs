//! Unions: members, by what they are and never by their position, and what tells them apart.
//!
//! In: two unions. Out: findings at the members.
//! This room never looks into the members.

mod tag;

use crate::diff::Comparer;
use crate::diff::change::Places;
use crate::diff::equal::same_words;
use crate::diff::finding::{Finding, Scope};
use crate::diff::pairing::Pairs;
use crate::diff::rules::table;
use crate::diff::view::{Names, View, settled};
use crate::model::{SchemaId, Shape, Union};
use serde_json::Value;

/// The two unions that are compared.
struct Twins<'a> {
    old: &'a Union,
    new: &'a Union,
    places: Places,
    scope: Scope,
}

impl Comparer<'_> {
    /// Compares two unions.
    pub(super) fn union(&mut self, ids: (SchemaId, SchemaId), (old, new): (&Union, &Union)) {
        let places = self.places(ids.0, ids.1);
        let twins = Twins {
            old,
            new,
            places,
            scope: Scope::Schema(Some(ids.0), Some(ids.1)),
        };
        if old.kind != new.kind {
            self.findings.push(Finding::at(
                &table::UNION_KIND_CHANGED,
                twins.places.clone(),
                twins.scope,
            ));
        }
        let pairs = self.members(old, new);
        self.discriminators(&twins, &pairs.both);
        for &(one, other) in &pairs.both {
            self.member(&twins, (one, other));
        }
        pairs
            .removed
            .iter()
            .for_each(|index| self.member_removed(&twins, *index));
        pairs
            .added
            .iter()
            .for_each(|index| self.member_added(&twins, *index));
    }

    fn members(&self, old: &Union, new: &Union) -> Pairs<usize> {
        let (olds, news) = (ids(&self.old, old), ids(&self.new, new));
        let name = |at: usize| self.old.name(olds[at]);
        let new_name = |at: usize| match self.origins.get(&news[at]) {
            Some(old) => self.old.name(*old),
            None => self.new.name(news[at]),
        };
        let unnamed = (
            |at: usize| name(at).is_none(),
            |at: usize| self.new.name(news[at]).is_none(),
        );
        let print = |view: &View<'_>, id: SchemaId| view.print(view.target(id), Names::Kept);
        let prints = (
            |at: usize| print(&self.old, olds[at]),
            |at: usize| print(&self.new, news[at]),
        );
        let title = |view: &View<'_>, id: SchemaId| view.schema(id).docs.title.clone();
        let mut pairs = Pairs::new(0..olds.len(), 0..news.len())
            .by(name, new_name)
            .by(
                |at| unnamed.0(at).then(|| prints.0(at)),
                |at| unnamed.1(at).then(|| prints.1(at)),
            )
            .by(
                |at| unnamed.0(at).then(|| prints.0(at)),
                |at| Some(prints.1(at)),
            )
            .by(
                |at| Some(prints.0(at)),
                |at| unnamed.1(at).then(|| prints.1(at)),
            )
            .by(|at| tag(old, at), |at| tag(new, at))
            .by(
                |at| title(&self.old, olds[at]),
                |at| title(&self.new, news[at]),
            );
        let inline = |view: &View<'_>, id: SchemaId| {
            let kind = std::mem::discriminant(view.shape(id));
            view.name(id).is_none().then(|| format!("{kind:?}"))
        };
        pairs.rename(
            |at| inline(&self.old, olds[at]),
            |at| inline(&self.new, news[at]),
            |_, _| true,
        );
        pairs
    }

    fn member(&mut self, twins: &Twins<'_>, (one, other): (usize, usize)) {
        let (old, new) = (twins.old.members[one], twins.new.members[other]);
        let (old, new) = (settled(self.old.model, old), settled(self.new.model, new));
        let titles = (
            &self.old.schema(old).docs.title,
            &self.new.schema(new).docs.title,
        );
        let unnamed = self.old.name(old).is_none() && self.new.name(new).is_none();
        let site = self.places(old, new);
        let title = |title: &Option<String>| title.clone().unwrap_or_default();
        if unnamed && !same_words(&title(titles.0), &title(titles.1)) {
            self.retitled.insert((old, new));
            let value = |title: &Option<String>| title.clone().map_or(Value::Null, Value::from);
            let finding = Finding::at(&table::UNION_MEMBER_RENAMED, site.clone(), twins.scope);
            self.findings
                .push(finding.before(value(titles.0)).after(value(titles.1)));
        }
        self.meet(&site, twins.scope, old, new);
    }

    fn member_removed(&mut self, twins: &Twins<'_>, index: usize) {
        let id = settled(self.old.model, twins.old.members[index]);
        self.gone.insert(id);
        let label = tag(twins.old, index).filter(|_| self.old.name(id).is_none());
        let label = label.unwrap_or_else(|| self.label_old(id));
        let at = self.old.at(id).clone();
        let rule = match self.plainness(twins) {
            Plain::Words => &table::ENUM_VALUE_REMOVED,
            Plain::Scalars => &table::TYPE_NARROWED,
            Plain::No => &table::UNION_MEMBER_REMOVED,
        };
        let finding = Finding::removed(rule, twins.places.clone(), at, twins.scope);
        self.findings.push(finding.subject(label));
    }

    fn member_added(&mut self, twins: &Twins<'_>, index: usize) {
        let id = settled(self.new.model, twins.new.members[index]);
        self.come.insert(id);
        let label = tag(twins.new, index).filter(|_| self.new.name(id).is_none());
        let label = label.unwrap_or_else(|| self.label_new(id));
        let at = self.new.at(id).clone();
        let rule = match self.plainness(twins) {
            Plain::Words => &table::ENUM_VALUE_ADDED,
            Plain::Scalars => &table::TYPE_WIDENED,
            Plain::No => &table::UNION_MEMBER_ADDED,
        };
        let finding = Finding::added(rule, twins.places.clone(), at, twins.scope);
        self.findings.push(finding.subject(label));
    }

    fn plainness(&self, twins: &Twins<'_>) -> Plain {
        plain(&self.old, twins.old).max(plain(&self.new, twins.new))
    }
}

fn ids(view: &View<'_>, union: &Union) -> Vec<SchemaId> {
    union
        .members
        .iter()
        .map(|id| settled(view.model, *id))
        .collect()
}

/// What a union without a discriminator comes down to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plain {
    /// An enum: its members are strings, one or several each.
    Words,
    /// A built-in type that holds all of its members.
    Scalars,
    /// A union it stays.
    No,
}

fn plain(view: &View<'_>, union: &Union) -> Plain {
    let kind = |id: &SchemaId| match view.shape(*id) {
        Shape::Const(Value::String(_)) => Plain::Words,
        Shape::Enum(list) if list.values.iter().all(|one| one.value.is_string()) => Plain::Words,
        Shape::Scalar(_) | Shape::Enum(_) | Shape::Const(_) => Plain::Scalars,
        _ => Plain::No,
    };
    match union.discriminator {
        Some(_) => Plain::No,
        None => union.members.iter().map(kind).max().unwrap_or(Plain::No),
    }
}

/// The value that tells a member apart.
fn tag(union: &Union, index: usize) -> Option<String> {
    union.discriminator.as_ref()?.values.get(index)?.clone()
}
