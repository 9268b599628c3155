//! Rust items as files: the text of a generated crate.
//!
//! In: a [`Package`], with every name decided. Out: [`Files`], path → text, for a crate of the workspace or for one
//! that stands alone, or one text for `include!`. Only this room knows quote, syn and prettyplease.
//! It never knows documents, models or disks, and decides no name.

mod addresses;
mod aliases;
mod bundle;
mod constants;
mod crate_root;
mod docs;
mod manifest;
mod modules;
mod newtypes;
mod parallel;
mod path;
mod scope;
mod servers;
mod sessions;
mod string_enums;
mod structs;
mod support;
mod table;
mod template;
mod text;
mod types;
mod unions;
mod value_enums;
mod values;

use crate::files::Files;
use crate::rust::Package;

/// What is generated around the modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `src/**` only: the manifest is written by hand.
    Sources,
    /// A crate that stands alone: `Cargo.toml` and `src/**`. Without a name it has that of its first module.
    Crate {
        /// The crate's name; whatever cargo would refuse in it becomes a hyphen.
        name: Option<String>,
    },
    /// One file, [`BUNDLE`], to be included by `include!` wherever the caller likes.
    Bundle,
}

/// The path of the one file of [`Layout::Bundle`].
pub const BUNDLE: &str = "asyncapi.rs";

/// The files of a crate that holds the package's modules.
///
/// The same package gives the same text, byte for byte. Every file starts with the line that [`is_generated`] knows.
pub fn files(package: &Package, layout: &Layout) -> Files {
    match layout {
        Layout::Sources => sources(package),
        Layout::Crate { name } => {
            let mut files = sources(&generated(package));
            let manifest = manifest::cargo(package, name.as_deref());
            files.insert("Cargo.toml", manifest);
            files
        }
        Layout::Bundle => {
            let text = bundle::text(package, &sources(&generated(package)));
            let mut files = Files::default();
            files.insert(BUNDLE, text);
            files
        }
    }
}

/// The package without what is written by hand, and lies only beside the one crate that it is written for.
fn generated(package: &Package) -> Package {
    Package {
        hand_written: Vec::new(),
        ..package.clone()
    }
}

fn sources(package: &Package) -> Files {
    let mut files = Files::owning("src");
    files.insert("src/lib.rs", crate_root::text(package));
    files.insert("src/rustfmt.toml", manifest::rustfmt());
    files.extend(support::files(package));
    for module in &package.modules {
        files.extend(modules::files(module));
    }
    files
}

/// Whether a text is the generator's: its first line says so.
pub fn is_generated(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first
        .trim_start_matches(['/', '#', ' '])
        .starts_with(text::MARK)
}

#[cfg(test)]
mod tests;
