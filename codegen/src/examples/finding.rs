//! Findings on their way to [`Contradiction`]s: the same one from many examples is one.
//!
//! In: findings as they come. Out: contradictions in the order of their schemas, evidence in document order.

use std::collections::BTreeMap;

use super::{Contradiction, Evidence, Kind, Settlement};
use crate::diagnostic::Place;
use crate::source::{Origin, Sources};

/// Places that are kept for one contradiction; more are counted.
const MAX_EVIDENCE: usize = 1_000;

/// Contradictions that are kept.
const MAX_FINDINGS: usize = 10_000;

/// What makes two findings the same contradiction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) schema: Origin,
    pub(super) kind: Kind,
    pub(super) expected: String,
    pub(super) settled_by: Option<Settlement>,
}

/// All findings.
#[derive(Default)]
pub(super) struct Findings {
    found: BTreeMap<Key, Found>,
    /// Values whose schema has a format that looks misspelt, by schema.
    formats: BTreeMap<Origin, Vec<Evidence>>,
}

#[derive(Default)]
struct Found {
    remedy: Option<String>,
    evidence: Vec<Evidence>,
    omitted: usize,
}

impl Findings {
    /// Adds one finding.
    pub(super) fn add(&mut self, key: Key, remedy: Option<&'static str>, evidence: Evidence) {
        if self.found.len() >= MAX_FINDINGS && !self.found.contains_key(&key) {
            return;
        }
        let found = self.found.entry(key).or_default();
        if let Some(remedy) = remedy {
            let only = found
                .remedy
                .as_deref()
                .is_none_or(|before| before == remedy);
            found.remedy = Some(if only { remedy } else { "accept: any" }.to_owned());
        }
        found.push(evidence);
    }

    /// Adds a finding that needs no example.
    pub(super) fn add_all(&mut self, key: Key, remedy: String, evidence: Vec<Evidence>) {
        let found = self.found.entry(key).or_default();
        found.remedy = Some(remedy);
        evidence.into_iter().for_each(|one| found.push(one));
    }

    /// Remembers a value of a format.
    pub(super) fn observe(&mut self, schema: &Origin, evidence: Evidence) {
        let list = self.formats.entry(schema.clone()).or_default();
        if list.len() < MAX_EVIDENCE {
            list.push(evidence);
        }
    }

    /// The values of a schema's format.
    pub(super) fn observed(&mut self, schema: &Origin) -> Vec<Evidence> {
        self.formats.remove(schema).unwrap_or_default()
    }

    /// Everything in order.
    pub(super) fn finish(self, sources: &Sources) -> Vec<Contradiction> {
        let found = self.found.into_iter();
        let mut list: Vec<Contradiction> = found
            .map(|(key, found)| contradiction(key, found, sources))
            .collect();
        list.sort_by_cached_key(|one| position(sources, &Place::Value(one.schema.clone())));
        list
    }
}

impl Found {
    fn push(&mut self, evidence: Evidence) {
        if self.evidence.len() == MAX_EVIDENCE {
            self.omitted += 1;
        } else if !self.evidence.contains(&evidence) {
            self.evidence.push(evidence);
        }
    }
}

fn contradiction(key: Key, found: Found, sources: &Sources) -> Contradiction {
    let Key {
        schema,
        kind,
        expected,
        settled_by,
    } = key;
    let mut evidence = found.evidence;
    evidence.sort_by_cached_key(|one| (position(sources, &one.at), one.path.clone()));
    Contradiction {
        kind,
        schema,
        expected,
        evidence,
        omitted: found.omitted,
        settled_by,
        remedy: found.remedy,
    }
}

fn position(sources: &Sources, place: &Place) -> Option<(u32, usize)> {
    sources
        .span_of(place)
        .map(|(file, bytes)| (file.0, bytes.start))
}
