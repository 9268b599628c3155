//! What stands below a root directory on the disk.
//!
//! In: a root, or the path of one file below it. Out: the files found, links not followed.
//! This room only reads.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::HEADER;

/// What stands at one path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// A file, with its bytes.
    File(Vec<u8>),
    /// Something that is neither replaced nor followed: in words, such as "a directory".
    Obstacle(PathBuf, &'static str),
}

/// What stands at a path below the root. A directory on the way that is none is an obstacle too.
pub(super) fn find(root: &Path, path: &Path) -> io::Result<Found> {
    let mut at = root.to_owned();
    for directory in path.parent().into_iter().flat_map(Path::iter) {
        at.push(directory);
        match entry(&at)? {
            Entry::Nothing => return Ok(Found::Nothing),
            Entry::Directory => {}
            Entry::File => return Ok(Found::Obstacle(at, "a file")),
            Entry::Other(what) => return Ok(Found::Obstacle(at, what)),
        }
    }
    at.push(path.file_name().unwrap_or(OsStr::new("")));
    Ok(match entry(&at)? {
        Entry::Nothing => Found::Nothing,
        Entry::File => {
            Found::File(fs::read(&at).map_err(|error| located(&at, "cannot be read", &error))?)
        }
        Entry::Directory => Found::Obstacle(at, "a directory"),
        Entry::Other(what) => Found::Obstacle(at, what),
    })
}

/// Every path below the root that is no directory, sorted, relative to the root.
pub(super) fn list(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(directory) = open.pop() {
        let full = root.join(&directory);
        let entries = match fs::read_dir(&full) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            other => other.map_err(|error| located(&full, "cannot be listed", &error))?,
        };
        for entry in entries {
            let entry = entry.map_err(|error| located(&full, "cannot be listed", &error))?;
            let path = directory.join(entry.file_name());
            let list = if entry.file_type()?.is_dir() {
                &mut open
            } else {
                &mut found
            };
            list.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file bears our header line.
pub(super) fn is_generated(path: &Path) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    let mut start = [0; HEADER.len()];
    is_file
        && File::open(path)
            .and_then(|mut file| file.read_exact(&mut start))
            .is_ok()
        && start == *HEADER.as_bytes()
}

/// The same error with the path in front.
pub(super) fn located(path: &Path, what: &str, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("`{}` {what}: {error}", path.display()),
    )
}

enum Entry {
    Nothing,
    File,
    Directory,
    Other(&'static str),
}

fn entry(path: &Path) -> io::Result<Entry> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Entry::File),
        Ok(metadata) if metadata.is_dir() => Ok(Entry::Directory),
        Ok(metadata) if metadata.is_symlink() => Ok(Entry::Other("a symbolic link")),
        Ok(_) => Ok(Entry::Other("a special file")),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Entry::Nothing)
        }
        Err(error) => Err(located(path, "cannot be read", &error)),
    }
}
