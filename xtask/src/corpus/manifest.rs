//! The list of a folder's documents, as tab-separated text with a header line.
//!
//! In: the text. Out: [`Row`]s. A field in double quotes may hold anything, a quote written twice.
//! This room knows three columns by name and reads past the others.

use std::io;
use std::path::Path;

use super::document::{Claim, Document, Keys};

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    slug: String,
    entry: String,
    claim: Claim,
}

impl Row {
    /// The document that it speaks of.
    pub(super) fn document(self, root: &Path) -> Document {
        let folder = root.join(&self.slug);
        let entry = folder.join(self.entry);
        Document {
            slug: self.slug,
            entry,
            folder,
            claim: self.claim,
            keys: Keys::Skipped,
        }
    }
}

/// The rows of a manifest.
///
/// # Errors
///
/// A column or a field that is missing.
pub(super) fn read(text: &str) -> io::Result<Vec<Row>> {
    let mut lines = records(text).into_iter();
    let header = lines.next().unwrap_or_default();
    let column = |name: &str| {
        let index = header.iter().position(|field| field == name);
        index.ok_or_else(|| io::Error::other(format!("the manifest has no column `{name}`")))
    };
    let (slug, entry, valid) = (column("slug")?, column("entry")?, column("valid")?);
    let row = |fields: Vec<String>| {
        let field = |index: usize| fields.get(index).cloned();
        let claim = field(valid).map(|word| claim(&word));
        let row = field(slug)
            .zip(field(entry))
            .zip(claim)
            .map(|((slug, entry), claim)| Row { slug, entry, claim });
        row.ok_or_else(|| {
            io::Error::other(format!(
                "the manifest's line of `{}` is too short",
                fields.join(" ")
            ))
        })
    };
    lines.map(row).collect()
}

fn claim(word: &str) -> Claim {
    let known = Claim::ALL.into_iter().find(|claim| claim.word() == word);
    known.unwrap_or(Claim::Unclaimed)
}

/// Lines as fields; a line break within quotes ends no line.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in text.chars().filter(|c| *c != '\r') {
        match c {
            // A quote written twice closes and opens: the second puts the first back.
            '"' => {
                let field = fields.last_mut().expect("a line has a field");
                if !quoted && !field.is_empty() {
                    field.push('"');
                }
                quoted = !quoted;
            }
            '\t' if !quoted => fields.push(String::new()),
            '\n' if !quoted => records.push(std::mem::replace(&mut fields, vec![String::new()])),
            other => fields.last_mut().expect("a line has a field").push(other),
        }
    }
    records.push(fields);
    records.retain(|fields| fields.iter().any(|field| !field.is_empty()));
    records
}

#[cfg(test)]
mod tests {
    use super::{Claim, read};

    #[test]
    fn columns_are_found_by_name_and_quotes_hold_anything() {
        let text = "slug\tnote\tvalid\tentry\na\t\"one\t\"\"two\"\"\nthree\"\tinvalid\ta.yaml\nb\t\tvalid\tb c.json\n";
        let rows = read(text).expect("a manifest");
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.slug.as_str(), row.entry.as_str(), row.claim))
            .collect();
        assert_eq!(
            told,
            [
                ("a", "a.yaml", Claim::Invalid),
                ("b", "b c.json", Claim::Valid)
            ]
        );
    }

    #[test]
    fn what_is_missing_is_said() {
        assert!(
            read("slug\tentry\na\tb\n").is_err_and(|error| error.to_string().contains("valid"))
        );
        assert!(read("slug\tentry\tvalid\na\n").is_err());
    }
}
