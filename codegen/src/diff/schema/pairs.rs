//! Which named schema of the old document is which of the new one.
//!
//! In: the named schemas of both documents. Out: pairs by name, and renames where the content is equal.
//! This room reports nothing.

use crate::diff::Comparer;
use crate::diff::pairing::Pairs;
use crate::diff::view::{Names, View};
use crate::model::SchemaId;

impl Comparer<'_> {
    /// Pairs named schemas and finds out which were renamed.
    pub(in crate::diff) fn pair_schemas(&mut self) -> Pairs<SchemaId> {
        let (old, new) = (&self.old, &self.new);
        let full = |view: &View<'_>, id: SchemaId| {
            let place = view.at(id).pointer.clone();
            view.name(id)
                .map(|name| (name.to_owned(), place, view.print(id, Names::Kept)))
        };
        let placed = |view: &View<'_>, id: SchemaId| {
            view.name(id)
                .map(|name| (name.to_owned(), view.at(id).pointer.clone()))
        };
        let mut pairs = Pairs::new(named(old), named(new))
            .by(|id| full(old, id), |id| full(new, id))
            .by(|id| placed(old, id), |id| placed(new, id))
            .by(|id| old.name(id), |id| new.name(id));
        self.rename_schemas(&mut pairs);
        pairs
    }

    /// A renamed schema may mention another, so what was found in one round helps the next.
    fn rename_schemas(&mut self, pairs: &mut Pairs<SchemaId>) {
        for _ in 0..4 {
            let (old, new) = (&self.old, &self.new);
            let described = |view: &View<'_>, id: SchemaId| {
                let description = view.schema(id).docs.description.clone();
                Some((view.print(id, Names::Dropped), description?))
            };
            let equal = |one, other| self.same_content(one, other);
            let mut found = pairs.rename(|id| described(old, id), |id| described(new, id), equal);
            found.extend(pairs.rename(
                |id| Some(old.print(id, Names::Dropped)),
                |id| Some(new.print(id, Names::Dropped)),
                equal,
            ));
            if found.is_empty() {
                break;
            }
            self.origins
                .extend(found.iter().map(|(old, new)| (*new, *old)));
            self.renames.extend(found);
        }
    }
}

fn named<'v>(view: &'v View<'_>) -> impl Iterator<Item = SchemaId> + use<'v> {
    let ids = 0..u32::try_from(view.model.schemas.len()).expect("ids are 32 bits wide");
    ids.map(SchemaId).filter(|id| view.name(*id).is_some())
}
