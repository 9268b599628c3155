//! Whether the disk holds what it should, and if not, what differs.
//!
//! In: the files and a root. Out: nothing, or [`Stale`], which renders as a unified diff.
//! This room only reads.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

use super::tree::{self, Found};
use super::{Files, same_text, unix_lines};

/// How many lines of the difference of one file are shown.
const SHOWN_LINES: usize = 200;
/// How many lines of differences are shown in all.
const SHOWN_IN_ALL: usize = 2_000;
/// How long the shortest difference is searched for; after that a longer one serves.
const PATIENCE: Duration = Duration::from_millis(500);

/// What differs between the files and the disk. All paths are relative to the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale {
    /// Files with another text.
    pub changed: Vec<Changed>,
    /// Files that are not there.
    pub missing: Vec<PathBuf>,
    /// Files that should not be there.
    pub orphaned: Vec<PathBuf>,
    /// What kept the root from being read, if anything did.
    pub unreadable: Option<String>,
}

/// A file with another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The path.
    pub path: PathBuf,
    /// The unified difference from the disk to the generated text, or a sentence where there is no text to compare.
    pub diff: String,
}

impl Files {
    /// Compares with what stands below a root whose owned folder holds nothing but these files.
    ///
    /// # Errors
    ///
    /// What differs. A checkout that only changed the ends of lines does not differ.
    pub fn check(&self, root: &Path) -> Result<(), Stale> {
        let mut stale = Stale::default();
        for (path, text) in self.iter() {
            let diff = match tree::find(root, path) {
                Ok(Found::File(bytes)) => difference(path, &bytes, text),
                Ok(Found::Obstacle(at, what)) => Some(format!("`{}` is {what}\n", at.display())),
                Err(error) => Some(format!("{error}\n")),
                Ok(Found::Nothing) => {
                    stale.missing.push(path.to_owned());
                    None
                }
            };
            stale.changed.extend(diff.map(|diff| Changed {
                path: path.to_owned(),
                diff,
            }));
        }
        match self.left_over(root) {
            Ok(found) => stale.orphaned = found,
            Err(error) => stale.unreadable = Some(error.to_string()),
        }
        if stale == Stale::default() {
            Ok(())
        } else {
            Err(stale)
        }
    }
}

impl Stale {
    /// The report for people: the differences, the lists, and the command that mends them.
    pub fn render(&self, command: &str) -> String {
        let mut text = String::new();
        let mut room = SHOWN_IN_ALL;
        for Changed { diff, .. } in &self.changed {
            let lines = diff.lines().count();
            let shown = lines.min(SHOWN_LINES).min(room);
            room -= shown;
            text.extend(diff.split_inclusive('\n').take(shown));
            if shown < lines {
                let _ = writeln!(text, "… and {} more lines", lines - shown);
            }
            text.push('\n');
        }
        list(
            &mut text,
            "changed",
            self.changed.iter().map(|changed| changed.path.as_path()),
        );
        list(
            &mut text,
            "missing",
            self.missing.iter().map(PathBuf::as_path),
        );
        list(
            &mut text,
            "left over",
            self.orphaned.iter().map(PathBuf::as_path),
        );
        if let Some(sentence) = &self.unreadable {
            let _ = writeln!(text, "{sentence}");
        }
        let _ = writeln!(
            text,
            "\nThe generated files are out of date. To mend them, run:\n\n    {command}"
        );
        text
    }
}

fn list<'path>(text: &mut String, title: &str, paths: impl Iterator<Item = &'path Path>) {
    for path in paths {
        let _ = writeln!(text, "{title}: {}", slashed(path));
    }
}

/// The same spelling on every system.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn difference(path: &Path, bytes: &[u8], text: &str) -> Option<String> {
    let Ok(found) = std::str::from_utf8(bytes) else {
        return Some(format!("`{}` is not text\n", slashed(path)));
    };
    if same_text(found, text) {
        return None;
    }
    let (found, text) = (unix_lines(found), unix_lines(text));
    let diff = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_lines(&found, &text);
    let (on_disk, generated) = (
        format!("{} (on disk)", slashed(path)),
        format!("{} (generated)", slashed(path)),
    );
    Some(diff.unified_diff().header(&on_disk, &generated).to_string())
}
