//! The documents of the workspace as a revision has them.
//!
//! In: the name of a revision. Out: a folder with `spec/` as it was, removed when it is no longer needed.
//! This is the only room that calls git.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

/// `spec/` as it was at a revision, in a temporary folder.
pub(super) struct Revision {
    name: String,
    folder: PathBuf,
}

impl Revision {
    /// Writes every file that `spec/` had at the revision into a temporary folder.
    pub(super) fn check_out(name: &str) -> Result<Self, String> {
        let folder = format!("asyncapi-codegen-{}", std::process::id());
        let revision = Self {
            name: name.to_owned(),
            folder: std::env::temp_dir().join(folder),
        };
        let list = revision.git(&["ls-tree", "-r", "-z", "--name-only", name, "--", "."])?;
        for path in list
            .split(|byte| *byte == 0)
            .filter(|path| !path.is_empty())
        {
            let path = String::from_utf8_lossy(path);
            let text = revision.git(&["show", &format!("{name}:./{path}")])?;
            revision.write(Path::new(&*path), &text)?;
        }
        Ok(revision)
    }

    /// Each document of a folder with its form in the revision; new documents have none and are left out.
    pub(super) fn pairs(
        &self,
        folder: &Path,
        document: Option<&str>,
    ) -> Result<Vec<(PathBuf, PathBuf)>, String> {
        let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
        let mut names: Vec<_> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| document.map_or_else(|| is_document(name), |wanted| wanted == name))
            .collect();
        names.sort();
        let pair = |name: &String| (self.folder.join(name), folder.join(name));
        let pairs: Vec<_> = names
            .iter()
            .map(pair)
            .filter(|(old, _)| old.exists())
            .collect();
        if pairs.is_empty() {
            let wanted =
                document.map_or_else(|| "any document".to_owned(), |name| format!("`{name}`"));
            return Err(format!(
                "`{}` has not {wanted} of `{}`",
                self.name,
                folder.display()
            ));
        }
        Ok(pairs)
    }

    /// A report with `REV:spec` in the place of the temporary folder.
    pub(super) fn named(&self, report: &str) -> String {
        let shown = format!("{}:spec", self.name);
        report.replace(&*self.folder.to_string_lossy(), &shown)
    }

    fn git(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(workspace::spec())
            .output()
            .map_err(|error| format!("git cannot be run: {error}"))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            let reason = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(format!("`{}` cannot be read: {reason}", self.name))
        }
    }

    fn write(&self, path: &Path, text: &[u8]) -> Result<(), String> {
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|error| format!("`{}` cannot be written: {error}", path.display()))
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        // What is left in a temporary folder is no reason to fail.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn is_document(name: &str) -> bool {
    let extension = Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json")) && name != "codegen.yaml"
}
