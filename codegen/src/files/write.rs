//! Writing the files, all or none as far as a file system allows.
//!
//! In: the files and a root. Out: what was done. First everything is looked at, then every new text is written
//! beside its place, then all are moved, and only then left-over files of ours are removed.
//! This room touches nothing that is up to date, and follows no link below the root.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::tree::{self, Found, located};
use super::{Files, is_below_root, same_text};

/// What a writing did. All paths are relative to the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there before.
    pub created: Vec<PathBuf>,
    /// Files that had another text.
    pub changed: Vec<PathBuf>,
    /// Files with our header line that are not generated any more.
    pub removed: Vec<PathBuf>,
    /// Files that were left untouched.
    pub unchanged: Vec<PathBuf>,
    /// Files that are not ours, and therefore still there.
    pub foreign: Vec<PathBuf>,
}

impl Files {
    /// Makes the disk below a root, which is created if need be, equal to these files.
    ///
    /// Files that are not in the set are removed if they bear our [`super::HEADER`], and listed as foreign otherwise.
    ///
    /// # Errors
    ///
    /// Those of the file system, with the path in the sentence. `InvalidInput` when a directory, a link or the like
    /// stands where a file should be written, or a path leads out of the root. Up to the moving of files nothing has changed then.
    pub fn write(&self, root: &Path) -> io::Result<Written> {
        let mut written = self.plan(root)?;
        let orphans = self.left_over(root)?;
        let mut staged = Staged::default();
        for path in written.created.iter().chain(&written.changed) {
            staged.write(&root.join(path), &self.texts[path])?;
        }
        staged.publish()?;
        for path in orphans {
            let list = if remove(root, &path)? {
                &mut written.removed
            } else {
                &mut written.foreign
            };
            list.push(path);
        }
        Ok(written)
    }

    fn plan(&self, root: &Path) -> io::Result<Written> {
        let mut written = Written::default();
        for (path, text) in self.iter() {
            if !is_below_root(path) {
                return Err(refusal(format!(
                    "`{}` leads out of `{}`",
                    path.display(),
                    root.display()
                )));
            }
            let list = match tree::find(root, path)? {
                Found::Nothing => &mut written.created,
                Found::File(bytes)
                    if std::str::from_utf8(&bytes).is_ok_and(|found| same_text(found, text)) =>
                {
                    &mut written.unchanged
                }
                Found::File(_) => &mut written.changed,
                Found::Obstacle(at, what) => {
                    let sentence = format!(
                        "`{}` is {what}; remove it to write `{}`",
                        at.display(),
                        path.display()
                    );
                    return Err(refusal(sentence));
                }
            };
            list.push(path.to_owned());
        }
        Ok(written)
    }
}

fn refusal(sentence: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, sentence)
}

/// Removes a file of ours, and the directories that it leaves empty.
fn remove(root: &Path, path: &Path) -> io::Result<bool> {
    let full = root.join(path);
    if !tree::is_generated(&full) {
        return Ok(false);
    }
    fs::remove_file(&full).map_err(|error| located(&full, "cannot be removed", &error))?;
    for directory in path
        .ancestors()
        .skip(1)
        .filter(|directory| *directory != Path::new(""))
    {
        // A directory that still holds something stays; so do those above it.
        if fs::remove_dir(root.join(directory)).is_err() {
            break;
        }
    }
    Ok(true)
}

/// Texts written beside their places; what is not published is removed again.
#[derive(Default)]
struct Staged {
    moves: Vec<(PathBuf, PathBuf)>,
    directories: Vec<PathBuf>,
}

impl Staged {
    fn write(&mut self, target: &Path, text: &str) -> io::Result<()> {
        let sibling = sibling(target);
        self.create_directories(target)?;
        self.moves.push((sibling.clone(), target.to_owned()));
        // Whatever a run that died has left under this name is no longer wanted, and a link is not followed.
        let _ = fs::remove_file(&sibling);
        let written =
            File::create_new(&sibling).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| located(target, "cannot be written", &error))
    }

    fn create_directories(&mut self, target: &Path) -> io::Result<()> {
        let above: Vec<&Path> = target
            .ancestors()
            .skip(1)
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .collect();
        for directory in above.into_iter().rev() {
            fs::create_dir(directory)
                .map_err(|error| located(directory, "cannot be created", &error))?;
            self.directories.push(directory.to_owned());
        }
        Ok(())
    }

    fn publish(mut self) -> io::Result<()> {
        self.moves.reverse();
        while let Some((sibling, target)) = self.moves.last() {
            fs::rename(sibling, target)
                .map_err(|error| located(target, "cannot be written", &error))?;
            self.moves.pop();
            // From here on the directories hold something.
            self.directories.clear();
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // The error that led here is the one to report, not one of tidying up.
        for (sibling, _) in &self.moves {
            let _ = fs::remove_file(sibling);
        }
        for directory in self.directories.iter().rev() {
            let _ = fs::remove_dir(directory);
        }
    }
}

/// A name beside the target that no module and no other run has.
fn sibling(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    target.with_file_name(name)
}

impl fmt::Display for Written {
    /// One line: `3 files written, 1 removed, 40 unchanged`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.created.len() + self.changed.len();
        write!(
            f,
            "{written} files written, {} removed, {} unchanged",
            self.removed.len(),
            self.unchanged.len()
        )
    }
}
