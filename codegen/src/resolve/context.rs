//! What every part of resolving shares: the files, and what was found so far.
//!
//! In: the files of a run and where more may be read. Out: objects opened for reading, with references
//! followed and with everything that is read past on record.
//! This room never knows what an object means.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::reference::{Followed, Indexes};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Fields;
use crate::model::{Ignored, Stated, StatedKeyword};
use crate::source::{Cursor, FileId, Origin, Sources};

/// Files, findings and options of one run of resolving.
pub(crate) struct Context<'a> {
    /// Every file read so far; references add to it.
    pub sources: &'a mut Sources,
    /// Where files may be read, and folders that stand for web addresses.
    pub locations: &'a Locations,
    /// The file that is the document.
    pub document: FileId,
    /// Problems and remarks so far.
    pub diagnostics: Diagnostics,
    /// Keywords that were read past.
    pub ignored: Vec<Ignored>,
    /// Keywords whose effect the policy decides.
    pub stated: Vec<Stated>,
    /// Places in objects that were merged → where what stands there was written.
    pub moved: BTreeMap<Origin, Origin>,
    /// The places that references led to.
    pub reached: BTreeSet<Origin>,
    /// What files declare beside their structure.
    pub indexes: Indexes,
}

/// Where references may lead.
#[derive(Clone, Debug, Default)]
pub struct Locations {
    /// Folders beside the document's own in which files may be read.
    pub allowed: Vec<PathBuf>,
    /// Prefixes of web addresses, each with the folder that stands for it.
    pub mirrors: Vec<(String, PathBuf)>,
}

const BESIDE_REFERENCE: &str = "beside `$ref`, where nothing is read";

impl<'a> Context<'a> {
    /// A run that has found nothing yet.
    pub(crate) fn new(
        sources: &'a mut Sources,
        locations: &'a Locations,
        document: FileId,
    ) -> Self {
        Self {
            sources,
            locations,
            document,
            diagnostics: Diagnostics::default(),
            ignored: Vec::new(),
            stated: Vec::new(),
            moved: BTreeMap::new(),
            reached: BTreeSet::new(),
            indexes: Indexes::default(),
        }
    }

    /// Records a problem or remark.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Records that the value under `keyword` has no effect.
    pub(crate) fn ignore(&mut self, at: &Cursor, keyword: &str, reason: &'static str) {
        self.ignored.push(Ignored {
            at: at.origin.clone(),
            keyword: keyword.to_owned(),
            reason,
        });
    }

    /// Where something was written that may have been merged into another object.
    pub(crate) fn written(&self, at: &Origin) -> Origin {
        let mut around = (!self.moved.is_empty()).then(|| at.clone());
        let mut below = Vec::new();
        while let Some(place) = around {
            if let Some(origin) = self.moved.get(&place) {
                let pointer = below.iter().rev();
                let pointer =
                    pointer.fold(origin.pointer.clone(), |at, token: &String| at.push(token));
                return Origin {
                    file: origin.file,
                    pointer,
                };
            }
            below.extend(place.pointer.last());
            around = place
                .pointer
                .parent()
                .map(|pointer| Origin { pointer, ..place });
        }
        at.clone()
    }

    /// Where parts of an object were written that was merged from several.
    pub(crate) fn parts(&self, object: &Origin) -> Vec<Origin> {
        let below = self.moved.range(object.clone()..);
        below
            .take_while(|(shown, _)| {
                shown.file == object.file && shown.pointer.is_within(&object.pointer)
            })
            .map(|(_, written)| written.clone())
            .collect()
    }

    /// Records a keyword whose effect the policy decides.
    pub(crate) fn state(&mut self, at: &Cursor, keyword: StatedKeyword) {
        self.stated.push(Stated {
            at: at.origin.clone(),
            keyword,
        });
    }

    /// Opens an object of the standard, which may be a reference; `None` after a diagnostic.
    pub(crate) fn open(&mut self, cursor: &Cursor, object: &'static str) -> Option<Fields> {
        let target = self.target(cursor)?;
        match Fields::of(&target, object) {
            Ok(fields) => Some(fields),
            Err(fault) => {
                self.diagnostics.append(fault);
                None
            }
        }
    }

    /// The node that a value means, with what stands beside its `$ref` put on record.
    pub(crate) fn target(&mut self, cursor: &Cursor) -> Option<Cursor> {
        Some(self.reach(cursor)?.target)
    }

    /// The same, with the way there.
    pub(crate) fn reach(&mut self, cursor: &Cursor) -> Option<Followed> {
        let followed = self.follow(cursor.clone())?;
        if let Some(reference) = &followed.reference {
            for (key, value) in reference.entries() {
                if key != "$ref" {
                    self.ignore(&value, &key, BESIDE_REFERENCE);
                }
            }
        }
        Some(followed)
    }

    /// The entries of a map of named objects, which may be a reference; extensions are put on record.
    pub(crate) fn entries(&mut self, map: Option<Cursor>) -> Vec<(String, Cursor)> {
        let fields = map.and_then(|map| self.open(&map, "an object"));
        let Some(mut fields) = fields else {
            return Vec::new();
        };
        let (extensions, entries) = fields
            .rest()
            .into_iter()
            .partition::<Vec<_>, _>(|(key, value)| key.starts_with("x-") && !is_object(value));
        for (key, value) in extensions {
            self.ignore(&value, &key, "an extension that is not understood");
        }
        entries
    }

    /// Ends reading an object: its faults and the keys that nobody took are put on record.
    pub(crate) fn close(&mut self, fields: Fields) {
        let remainder = fields.finish();
        self.diagnostics.append(remainder.faults);
        for (key, value, reason) in remainder.ignored {
            self.ignore(&value, &key, reason);
        }
    }
}

fn is_object(cursor: &Cursor) -> bool {
    cursor.node.as_mapping().is_some()
}
