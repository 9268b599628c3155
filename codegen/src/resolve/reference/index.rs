//! What a file declares beside its structure: `$id`s, `$anchor`s, and the named types of Avro.
//!
//! In: the root of a file. Out: an [`Index`] that finds places by what they call themselves. Values that are no schemas
//! (`const`, `enum`, examples) declare nothing, nor does a property that is called `$id`.
//! This room never reads a reference.

use std::collections::BTreeMap;

use super::address::Address;
use crate::pointer::Pointer;
use crate::resolve::named_type;
use crate::source::{Cursor, Kind, Mapping, Node};

/// Keywords whose value is a value, not a schema.
const LITERAL: [&str; 5] = ["const", "enum", "default", "example", "examples"];
/// Keywords whose value is a map of schemas by names.
const MAPS: [&str; 8] = [
    "properties",
    "patternProperties",
    "definitions",
    "$defs",
    "dependencies",
    "dependentSchemas",
    "schemas",
    "messages",
];

/// The places of one file by what they call themselves.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Schemas with an `$id`, each with its full address.
    resources: BTreeMap<Pointer, Address>,
    ids: BTreeMap<Address, Vec<Pointer>>,
    anchors: BTreeMap<String, Vec<Anchor>>,
    /// Definitions of Avro, by full name and by name alone.
    types: BTreeMap<String, Vec<Pointer>>,
}

/// A place with a plain name, and the schema with an `$id` that it belongs to.
#[derive(Clone, Debug)]
struct Anchor {
    at: Pointer,
    resource: Pointer,
}

/// What a name comes to.
pub(super) enum Found {
    /// One place.
    Place(Pointer),
    /// Several places, of which two are told.
    Several(Pointer, Pointer),
}

impl Index {
    /// Everything that a file declares.
    pub(super) fn of(root: &Cursor) -> Self {
        let mut index = Self::default();
        let whole = Pointer::root();
        Walk {
            index: &mut index,
            path: Vec::new(),
        }
        .visit(&root.node, Role::Schema, (&whole, &Address::default()));
        index.add_types(root);
        index
    }

    /// The schema with an `$id` that a place belongs to; the whole file where there is none.
    pub(super) fn resource(&self, at: &Pointer) -> Pointer {
        let mut around = (!self.resources.is_empty()).then(|| at.clone());
        while let Some(place) = around {
            if self.resources.contains_key(&place) {
                return place;
            }
            around = place.parent();
        }
        Pointer::root()
    }

    /// The address that references at a place count from.
    pub(super) fn base(&self, at: &Pointer) -> Address {
        let resource = self.resources.get(&self.resource(at));
        resource.cloned().unwrap_or_default()
    }

    /// The schema with an address.
    pub(super) fn id(&self, address: &Address) -> Option<Found> {
        several(self.ids.get(address)?.iter())
    }

    /// The place with a plain name: within a resource, else within the file.
    pub(super) fn anchor(&self, name: &str, resource: &Pointer) -> Option<Found> {
        let all = self.anchors.get(name)?;
        let own = all.iter().filter(|anchor| anchor.resource == *resource);
        several(own.map(|anchor| &anchor.at))
            .or_else(|| several(all.iter().map(|anchor| &anchor.at)))
    }

    /// The definition of Avro with a name.
    pub(super) fn named_type(&self, name: &str) -> Option<Found> {
        several(self.types.get(name)?.iter())
    }

    /// The plain names of the file, and the names of its types.
    pub(super) fn names(&self) -> (Vec<&str>, Vec<&str>) {
        let anchors = self.anchors.keys().map(String::as_str);
        let types = self.types.keys().map(String::as_str);
        (anchors.collect(), types.collect())
    }

    fn add_types(&mut self, root: &Cursor) {
        for definition in named_type::definitions(root) {
            let place = definition.at.origin.pointer;
            if let Some((_, short)) = definition.name.rsplit_once('.') {
                self.add_type(short, place.clone());
            }
            self.add_type(&definition.name, place);
        }
    }

    fn add_type(&mut self, name: &str, place: Pointer) {
        self.types.entry(name.to_owned()).or_default().push(place);
    }
}

/// What the keys of an object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Keywords.
    Schema,
    /// Names.
    Map,
}

/// A walk over all nodes of a file; readers limit how deep they nest.
struct Walk<'i, 'n> {
    index: &'i mut Index,
    path: Vec<Step<'n>>,
}

/// One step of a path.
enum Step<'n> {
    Key(&'n str),
    Index(usize),
}

/// The resource around a node, and its address.
type Around<'a> = (&'a Pointer, &'a Address);

impl<'n> Walk<'_, 'n> {
    fn visit(&mut self, node: &'n Node, role: Role, around: Around<'_>) {
        match &node.kind {
            Kind::Scalar(_) => {}
            Kind::Sequence(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.below(Step::Index(at), item, Role::Schema, around);
                }
            }
            Kind::Mapping(mapping) if role == Role::Map => self.entries(mapping, role, around),
            Kind::Mapping(mapping) => {
                let (resource, address) = self.declare(node, around);
                self.entries(mapping, role, (&resource, &address));
            }
        }
    }

    fn entries(&mut self, mapping: &'n Mapping, role: Role, around: Around<'_>) {
        for entry in mapping.entries() {
            let key = &*entry.key;
            let role = match role {
                Role::Schema if LITERAL.contains(&key) => continue,
                Role::Schema if MAPS.contains(&key) => Role::Map,
                Role::Schema | Role::Map => Role::Schema,
            };
            self.below(Step::Key(key), &entry.value, role, around);
        }
    }

    fn below(&mut self, step: Step<'n>, node: &'n Node, role: Role, around: Around<'_>) {
        self.path.push(step);
        self.visit(node, role, around);
        self.path.pop();
    }

    /// Notes what a schema calls itself; gives the resource and the address for what stands within.
    fn declare(&mut self, node: &Node, (resource, base): Around<'_>) -> (Pointer, Address) {
        let (mut resource, mut address) = (resource.clone(), base.clone());
        let mut names = Vec::new();
        if let Some(id) = node.get("$id").and_then(Node::as_str) {
            let (location, name) = id.split_once('#').unwrap_or((id, ""));
            names.extend((!name.is_empty()).then_some(name));
            let own = base.join(location);
            if !location.is_empty() && (own != *base || name.is_empty()) {
                resource = self.place();
                self.index.add_resource(&resource, &own);
                address = own;
            }
        }
        let anchors = ["$anchor", "$dynamicAnchor"].into_iter();
        names.extend(anchors.filter_map(|word| node.get(word)?.as_str()));
        for name in names {
            self.index.add_anchor(name, self.place(), &resource);
        }
        (resource, address)
    }

    fn place(&self) -> Pointer {
        let steps = self.path.iter();
        steps.fold(Pointer::root(), |at, step| match step {
            Step::Key(key) => at.push(key),
            Step::Index(index) => at.index(*index),
        })
    }
}

impl Index {
    fn add_resource(&mut self, at: &Pointer, address: &Address) {
        self.resources.insert(at.clone(), address.clone());
        self.ids
            .entry(address.clone())
            .or_default()
            .push(at.clone());
    }

    fn add_anchor(&mut self, name: &str, at: Pointer, resource: &Pointer) {
        let resource = resource.clone();
        let anchor = Anchor { at, resource };
        self.anchors
            .entry(name.to_owned())
            .or_default()
            .push(anchor);
    }
}

fn several<'p>(mut places: impl Iterator<Item = &'p Pointer>) -> Option<Found> {
    let first = places.next()?.clone();
    Some(match places.next() {
        Some(second) => Found::Several(first, second.clone()),
        None => Found::Place(first),
    })
}
