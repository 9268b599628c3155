//! The documents of a folder.
//!
//! In: the folder, with a manifest or without. Out: [`Document`]s, in the manifest's order or sorted by path.
//! This room reads no AsyncAPI: whether a file is a document is seen by its `asyncapi` key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest;

/// A document to measure the generator on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Document {
    /// A name for it, no other document's: lower-case letters, digits and hyphens.
    pub(super) slug: String,
    /// The file.
    pub(super) entry: PathBuf,
    /// The folder below which its references may read.
    pub(super) folder: PathBuf,
    /// What is claimed of it.
    pub(super) claim: Claim,
    /// What becomes of keys that its schemas do not declare.
    pub(super) keys: Keys,
}

/// What becomes of keys that no schema declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keys {
    /// What the generator does by itself: they are read past.
    Skipped,
    /// What the settings can ask for: they are kept.
    Kept,
}

impl Document {
    /// The same document, with undeclared keys kept.
    pub(super) fn keeping(&self) -> Self {
        let slug = format!("{}-kept", self.slug);
        Self {
            slug,
            keys: Keys::Kept,
            ..self.clone()
        }
    }
}

/// What a manifest claims of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// It follows the standard.
    Valid,
    /// It does not.
    Invalid,
    /// It refers to the network.
    Remote,
    /// Nothing.
    Unclaimed,
}

impl Claim {
    /// Every claim, in the order of the table.
    pub(super) const ALL: [Self; 4] = [Self::Valid, Self::Invalid, Self::Remote, Self::Unclaimed];

    /// The word for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Remote => "remote",
            Self::Unclaimed => "unclaimed",
        }
    }
}

/// The documents below a folder.
///
/// # Errors
///
/// A folder, file or manifest that cannot be read.
pub(super) fn find(folder: &Path) -> io::Result<Vec<Document>> {
    let manifest = folder.join("manifest.tsv");
    if manifest.exists() {
        let listed = manifest::read(&fs::read_to_string(&manifest)?);
        return listed.map(|rows| rows.into_iter().map(|row| row.document(folder)).collect());
    }
    let mut files = Vec::new();
    below(folder, &mut files)?;
    files.sort();
    let mut documents = Vec::new();
    for file in files {
        if has_asyncapi_key(&fs::read(&file)?) {
            documents.push(unlisted(folder, file, documents.len() + 1));
        }
    }
    Ok(documents)
}

/// `count` of the documents, evenly spread.
pub(super) fn sample(documents: Vec<Document>, count: usize) -> Vec<Document> {
    let total = documents.len();
    let taken = |index: usize| index * count / total != (index + 1) * count / total;
    let numbered = documents.into_iter().enumerate();
    numbered
        .filter(|(index, _)| count >= total || taken(*index))
        .map(|(_, document)| document)
        .collect()
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        let extension = path.extension().and_then(|extension| extension.to_str());
        if kind.is_dir() {
            below(&path, files)?;
        } else if matches!(extension, Some("yaml" | "yml" | "json")) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file has an `asyncapi` key, as far as that can be said of one that may be broken.
fn has_asyncapi_key(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let starts_line = |line: &str| {
        let line = line.trim_start_matches(['\u{feff}', '{', ' ', '\t']);
        let key = line
            .trim_start_matches(['"', '\''])
            .strip_prefix("asyncapi");
        key.is_some_and(|rest| {
            rest.trim_start_matches(['"', '\''])
                .trim_start()
                .starts_with(':')
        })
    };
    text.lines().any(starts_line)
}

/// A document that no manifest lists: it may read below the first folder on the way to it.
fn unlisted(root: &Path, file: PathBuf, number: usize) -> Document {
    let inner = file.strip_prefix(root).unwrap_or(&file);
    let first = inner
        .components()
        .next()
        .map(|first| root.join(first))
        .filter(|first| first.is_dir());
    let folder = first.unwrap_or_else(|| root.to_owned());
    Document {
        slug: slug(&inner.to_string_lossy(), number),
        entry: file,
        folder,
        claim: Claim::Unclaimed,
        keys: Keys::Skipped,
    }
}

/// A path as a slug, with a number that no other path has.
fn slug(path: &str, number: usize) -> String {
    let lower = path.to_ascii_lowercase();
    let words = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    format!("{}-{number}", words.collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Claim, Document, Keys, has_asyncapi_key, sample, slug};

    fn documents(count: u32) -> Vec<Document> {
        let document = |index: u32| {
            let (entry, folder) = (Path::new("a").to_owned(), Path::new("b").to_owned());
            Document {
                slug: index.to_string(),
                entry,
                folder,
                claim: Claim::Valid,
                keys: Keys::Skipped,
            }
        };
        (0..count).map(document).collect()
    }

    #[test]
    fn a_sample_is_spread_and_never_larger_than_all() {
        let slugs = |count| -> Vec<String> {
            sample(documents(10), count)
                .into_iter()
                .map(|it| it.slug)
                .collect()
        };
        assert_eq!(slugs(3), ["3", "6", "9"]);
        assert_eq!(slugs(10).len(), 10);
        assert_eq!(slugs(11).len(), 10);
    }

    #[test]
    fn documents_are_known_by_their_key() {
        for text in [
            "asyncapi: 2.0.0",
            "id: x\n'asyncapi' : 3.0.0",
            "{\"asyncapi\":\"2.0.0\"}",
            "{\n  \"asyncapi\": 1",
        ] {
            assert!(has_asyncapi_key(text.as_bytes()), "{text}");
        }
        for text in ["openapi: 3.0.0", "title: asyncapi: no", "asyncapis: 1", ""] {
            assert!(!has_asyncapi_key(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn paths_alike_have_slugs_of_their_own() {
        assert_eq!(slug("a/B c.yaml", 1), "a-b-c-yaml-1");
        assert_ne!(slug("a b.yaml", 1), slug("a_b.yaml", 2));
    }
}
