//! The seeded edits: a table of small documents, each in two versions.
//!
//! In: the table beside the rules of change. Out: the text of every version once, and the pairs to compare, forth and back.
//! This room never knows what a change is called.

use std::collections::BTreeMap;
use std::path::PathBuf;

use tests::workspace;

/// Every version of the document, and which are compared.
pub(crate) struct Edits {
    /// The texts, each once.
    pub(crate) versions: Vec<String>,
    /// What is compared.
    pub(crate) pairs: Vec<Pair>,
}

/// Two versions, by their places in the list of all.
pub(crate) struct Pair {
    /// The edit, as the table writes it.
    pub(crate) edit: String,
    /// The old version.
    pub(crate) old: usize,
    /// The new version.
    pub(crate) new: usize,
}

/// A row of the table: what is replaced by what, under `edit` and `base`.
type Row = BTreeMap<String, Vec<String>>;

impl Edits {
    /// Reads the table.
    pub(crate) fn read() -> Self {
        let text = |name: &str| {
            let path = folder().join(name);
            std::fs::read_to_string(&path).expect("the table is beside the rules")
        };
        let (base, table) = (text("base.yaml"), text("edits.yaml"));
        let rows: Vec<Row> = serde_yaml::from_str(&table).expect("the table is YAML");
        let mut edits = Self {
            versions: Vec::new(),
            pairs: Vec::new(),
        };
        for row in &rows {
            edits.add(&base, row);
        }
        edits
    }

    fn add(&mut self, base: &str, row: &Row) {
        let edited = |key: &str| {
            let edits = row.get(key).map_or(&[][..], Vec::as_slice);
            let pairs = edits.chunks(2);
            pairs.fold(base.to_owned(), |text, pair| {
                text.replace(&pair[0], &pair[1])
            })
        };
        let (old, new) = (self.version(edited("base")), self.version(edited("edit")));
        let edit = |way: &str| format!("{way}: {:?}", row["edit"]);
        let (forth, back) = (edit("forth"), edit("back"));
        self.pairs.push(Pair {
            edit: forth,
            old,
            new,
        });
        self.pairs.push(Pair {
            edit: back,
            old: new,
            new: old,
        });
    }

    fn version(&mut self, text: String) -> usize {
        let known = self.versions.iter().position(|version| *version == text);
        known.unwrap_or_else(|| {
            self.versions.push(text);
            self.versions.len() - 1
        })
    }
}

fn folder() -> PathBuf {
    workspace("codegen/src/diff/tests")
}
