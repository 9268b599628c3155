//! Where the workspace's own documents and files are.

use std::path::{Path, PathBuf};

/// The root of the workspace this command was built in, relative to where the user stands when that is shorter.
fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = manifest.parent().unwrap_or(manifest);
    match std::env::current_dir() {
        Ok(here) => root
            .strip_prefix(&here)
            .map_or_else(|_| root.to_owned(), Path::to_owned),
        Err(_) => root.to_owned(),
    }
}

/// The folder of AsyncAPI documents.
pub(crate) fn spec() -> PathBuf {
    root().join("spec")
}

/// The generated crate: its `src` is generated.
pub(crate) fn generated() -> PathBuf {
    root().join("generated")
}

/// The folder that cargo builds into: as the environment says, else `target` at the root.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The versions of all that the workspace depends on.
pub(crate) fn lock() -> PathBuf {
    root().join("Cargo.lock")
}
