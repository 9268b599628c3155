//! From a path to a text, and from a text to a tree, whichever syntax it is in.
//!
//! In: paths and texts. Out: bytes and roots, or a sentence on what is in the way.
//! This room never keeps files; [`super::Sources`] does.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

use super::limit::MAX_BYTES;
use super::{FileId, Node, json, yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// The one path of a file, however it is spelt.
pub(super) fn canonical(path: &Path) -> Result<PathBuf, Diagnostics> {
    path.canonicalize()
        .map_err(|error| unreadable(path, &error).into())
}

/// The content of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostics> {
    if path.is_dir() {
        return Err(directory(path).into());
    }
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(unreadable(path, &error).into()),
        Ok(_) if bytes.len() > MAX_BYTES => Err(too_large(Place::Path(path.to_owned())).into()),
        Ok(_) => Ok(bytes),
    }
}

/// The text after its byte order mark, if it has one.
pub(super) fn without_byte_order_mark(mut text: String) -> String {
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    text
}

/// The root of a text.
pub(super) fn tree(file: FileId, path: &Path, text: &str) -> Result<Node, Diagnostics> {
    if text.len() > MAX_BYTES {
        return Err(too_large(Place::Path(path.to_owned())).into());
    }
    if let Some(at) = text.find('\0') {
        return Err(nul(file, at).into());
    }
    let root = if json::looks_like_json(text) {
        json_tree(file, path, text)
    } else {
        yaml::read(file, text)
    };
    root?.ok_or_else(|| empty(file).into())
}

/// JSON where the text is JSON; otherwise YAML with brackets, which allows more.
fn json_tree(file: FileId, path: &Path, text: &str) -> Result<Option<Node>, Diagnostics> {
    let (at, why) = match json::read(file, text) {
        Ok(root) => return Ok(root),
        Err(json::Failure::Refused(problems)) => return Err(problems),
        Err(json::Failure::Syntax(at, why)) => (at, why),
    };
    let calls_itself_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    match yaml::read(file, text) {
        Err(_) if calls_itself_json => Err(json_syntax(file, text, at, why).into()),
        outcome => outcome,
    }
}

/// The problem of bytes that are no text.
pub(super) fn invalid_utf8(file: FileId, error: &FromUtf8Error) -> Diagnostic {
    let start = error.utf8_error().valid_up_to();
    let byte = error.as_bytes()[start];
    // The rendered text has a replacement character in the place of the byte, three bytes long, and lacks a mark.
    let shown = start..start + char::REPLACEMENT_CHARACTER.len_utf8();
    let message =
        format!("the file is not UTF-8: byte 0x{byte:02X} at offset {start} begins no character");
    Diagnostic::error("invalid-utf8", Place::Bytes(file, shown), message)
        .help("save the file as UTF-8")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let at = Place::Path(path.to_owned());
    let shown = path.display();
    match error.kind() {
        ErrorKind::NotFound => {
            Diagnostic::error("file-not-found", at, format!("there is no file `{shown}`")).help(
                "check the spelling; a path counts from the directory in which the command runs",
            )
        }
        ErrorKind::PermissionDenied => {
            Diagnostic::error("unreadable-file", at, format!("`{shown}` may not be read"))
                .help("give yourself permission to read it")
        }
        _ => Diagnostic::error(
            "unreadable-file",
            at,
            format!("`{shown}` cannot be read: {error}"),
        ),
    }
}

fn directory(path: &Path) -> Diagnostic {
    let message = format!("`{}` is a directory", path.display());
    Diagnostic::error("not-a-file", Place::Path(path.to_owned()), message)
        .help("name one file within it")
}

fn too_large(at: Place) -> Diagnostic {
    let message = format!("the file is larger than {} MiB", MAX_BYTES >> 20);
    Diagnostic::error("file-too-large", at, message)
        .help("split it into several files that refer to each other")
}

fn nul(file: FileId, at: usize) -> Diagnostic {
    Diagnostic::error("nul-character", Place::Bytes(file, at..at + 1), "the file holds a NUL character")
        .help("write `\\0` in double quotes where the character is meant; otherwise save the file as text again")
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::error(
        "empty-file",
        Place::Bytes(file, 0..0),
        "the file holds no value",
    )
}

fn json_syntax(file: FileId, text: &str, at: usize, why: &str) -> Diagnostic {
    let width = text[at..].chars().next().map_or(0, char::len_utf8);
    Diagnostic::error("json-syntax", Place::Bytes(file, at..at + width), why)
}
