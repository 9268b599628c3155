//! A whole generated crate as one text for `include!`.
//!
//! In: the files of a crate. Out: one text in which every `mod name;` holds its file's items. The root's own
//! attributes are left out, because an included file may have none, and all paths are relative: it works where it stands.

use std::path::{Path, PathBuf};

use super::{Files, crate_root, text};
use crate::rust::Package;

/// The text of `lib.rs` with every module in its place.
pub(super) fn text(package: &Package, files: &Files) -> String {
    let root = parse(files, Path::new("src/lib.rs"));
    let items = root
        .items
        .into_iter()
        .filter(is_unconditional)
        .map(|item| mounted(files, Path::new("src"), item));
    let items = items.map(quiet).collect();
    let text = text::unparse(Vec::new(), items);
    format!("// {}\n\n{text}", crate_root::header(package))
}

fn parse(files: &Files, path: &Path) -> syn::File {
    let text = files.get(path).expect("every module has its file");
    syn::parse_file(text).expect("every file parses")
}

/// An item; a module without a body gets the one of its file below `folder`.
fn mounted(files: &Files, folder: &Path, item: syn::Item) -> syn::Item {
    let syn::Item::Mod(mut module) = item else {
        return item;
    };
    if module.content.is_none() {
        let folder: PathBuf = folder.join(module.ident.to_string().trim_start_matches("r#"));
        let file = parse(files, &folder.with_extension("rs"));
        let items = file
            .items
            .into_iter()
            .filter(is_unconditional)
            .map(|item| mounted(files, &folder, item))
            .collect();
        module.attrs.extend(file.attrs.into_iter().map(outer));
        module.content = Some((syn::token::Brace::default(), items));
        module.semi = None;
    }
    syn::Item::Mod(module)
}

/// A feature is declared in a manifest, and included text has none: what needs one is left out.
fn is_unconditional(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => return true,
    };
    !attributes.iter().any(|it| it.path().is_ident("cfg"))
}

/// Docs of a file as docs of the module that holds it.
fn outer(mut attribute: syn::Attribute) -> syn::Attribute {
    attribute.style = syn::AttrStyle::Outer;
    attribute
}

/// Included text has no manifest to set its lints in: whoever includes it uses what they need of it, under lints of
/// their own choice.
fn quiet(mut item: syn::Item) -> syn::Item {
    let allow = syn::parse_quote!(#[allow(dead_code, unreachable_pub, unused_imports, clippy::all, clippy::pedantic)]);
    match &mut item {
        syn::Item::Mod(module) => module.attrs.push(allow),
        syn::Item::Use(item) => item.attrs.push(allow),
        _ => {}
    }
    item
}
