//! The code of many versions in one crate, without compiling again what none of them changes.
//!
//! In: the code of every version, the first of which the others are edits of. Out: the files of one crate, a module each.
//! A file that is the same as in the first version, and names nothing that is not, is reached there.
//! This room never knows what has changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use asyncapi_codegen::rust::{File, Item, Module, Package, Type, UnknownKeys};
use asyncapi_codegen::{Layout, emit};

/// The files of a crate with all versions.
pub(crate) fn files(versions: &[&Module]) -> Vec<(PathBuf, String)> {
    let package = Package {
        modules: versions.iter().copied().cloned().collect(),
        hand_written: Vec::new(),
    };
    let layout = Layout::Crate {
        name: Some("versions".to_owned()),
    };
    let emitted = emit::files(&package, &layout);
    let mut files: Vec<(PathBuf, String)> = emitted
        .iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    let first = versions[0];
    open(&mut files, first);
    for version in &versions[1..] {
        for name in shared(first, version) {
            reach(&mut files, (first, version), &name);
        }
    }
    files
}

/// Makes every file of the first version public, for the others.
fn open(files: &mut [(PathBuf, String)], first: &Module) {
    let root = root(files, first);
    *root = root.replace("\nmod ", "\npub mod ");
}

/// Takes a file of the first version for the version's own.
fn reach(files: &mut Vec<(PathBuf, String)>, (first, version): (&Module, &Module), name: &str) {
    let own = Path::new("src").join(version.name.as_str());
    let own = own.join(name.trim_start_matches("r#")).with_extension("rs");
    files.retain(|(path, _)| *path != own);
    let root = root(files, version);
    for visibility in ["", "pub "] {
        let shared = format!("\n{visibility}use super::{}::{name};\n", first.name);
        *root = root.replace(&format!("\n{visibility}mod {name};\n"), &shared);
    }
}

fn root<'f>(files: &'f mut [(PathBuf, String)], module: &Module) -> &'f mut String {
    let wanted = Path::new("src")
        .join(module.name.as_str())
        .with_extension("rs");
    let file = files.iter_mut().find(|(path, _)| *path == wanted);
    &mut file.expect("every module has a root").1
}

/// The files that are the same in both versions, with all that they name.
fn shared(first: &Module, version: &Module) -> BTreeSet<String> {
    let mut same: Vec<&File> = version
        .files
        .iter()
        .filter(|file| first.files.contains(file))
        .collect();
    loop {
        let names: BTreeSet<&str> = same
            .iter()
            .flat_map(|file| &file.items)
            .map(|item| item.name().as_str())
            .collect();
        let before = same.len();
        same.retain(|file| {
            file.items
                .iter()
                .flat_map(types)
                .all(|ty| is_within(ty, &names))
        });
        if same.len() == before {
            return same.iter().map(|file| file.name.to_string()).collect();
        }
    }
}

/// The types in an item.
fn types(item: &Item) -> Vec<&Type> {
    match item {
        Item::Struct(item) => {
            let kept = match &item.unknown {
                UnknownKeys::Keep(_, ty) => Some(ty),
                UnknownKeys::Skip | UnknownKeys::Refuse => None,
            };
            item.fields
                .iter()
                .map(|field| &field.ty)
                .chain(kept)
                .collect()
        }
        Item::Union(item) => item.variants.iter().map(|variant| &variant.ty).collect(),
        Item::Newtype(item) => vec![&item.inner],
        Item::Alias(item) => vec![&item.ty],
        _ => Vec::new(),
    }
}

fn is_within(ty: &Type, names: &BTreeSet<&str>) -> bool {
    match ty {
        Type::Named(name) => names.contains(name.as_str()),
        Type::Vec(inner)
        | Type::OneOrMany(inner)
        | Type::Map(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner) => is_within(inner, names),
        Type::Tuple(items) => items.iter().all(|ty| is_within(ty, names)),
        _ => true,
    }
}
