//! What the files of a document are called: names in them are told apart by that.
//!
//! In: the paths of the files that were read. Out: for each the folders from the document's own to it, and its name.
//! This room reads nothing.

use std::path::{Component, Path};

use super::Context;

/// How much of the path counts for a file that is not below the document's folder.
const ELSEWHERE: usize = 2;

impl Context<'_> {
    /// The way to each file from the document's folder, without the ending; nothing for the document itself.
    pub(super) fn ways_to_files(&self) -> Vec<Vec<String>> {
        let document = self.sources.source(self.document);
        let folder = document.path.parent().unwrap_or(Path::new(""));
        let paths = self.sources.paths();
        paths
            .map(|path| match path == document.path {
                true => Vec::new(),
                false => way(folder, path),
            })
            .collect()
    }
}

fn way(folder: &Path, path: &Path) -> Vec<String> {
    let below = path.strip_prefix(folder);
    let path = path.with_extension("");
    let steps = |path: &Path| -> Vec<String> {
        let named = path.components().filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        });
        named.collect()
    };
    match below {
        Ok(below) => steps(&below.with_extension("")),
        Err(_) => {
            let all = steps(&path);
            all[all.len().saturating_sub(ELSEWHERE)..].to_vec()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::way;

    #[test]
    fn ways_begin_at_the_folder() {
        let from = |folder: &str, path: &str| way(Path::new(folder), Path::new(path)).join(" ");
        assert_eq!(from("a/b", "a/b/c/d.v1.yaml"), "c d.v1");
        assert_eq!(from("", "d.json"), "d");
        assert_eq!(from("a/b", "/x/y/z.yaml"), "y z");
    }
}
