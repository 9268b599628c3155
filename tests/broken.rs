//! Documents that cannot be generated from, and what is said of each.

use asyncapi_codegen::{Layout, Request, diagnostic::Style};
use tests::{snapshots, workspace};

fn names() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(workspace("tests/broken"))
        .expect("the folder of broken documents")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
        .collect();
    names.sort();
    names
}

#[test]
fn no_snapshot_is_left_over() {
    assert_eq!(snapshots(&workspace("tests/broken")), names());
}

#[test]
fn every_broken_document_is_refused_with_a_place_and_help() {
    let folder = workspace("tests/broken");
    for name in names() {
        let path = folder.join(&name).with_extension("yaml");
        let Err(failure) = Request::document(&path).generate() else {
            panic!("{name} is not refused")
        };
        let text = failure
            .render(Style::Plain)
            .replace(&format!("{}/", folder.display()), "")
            .replace(&workspace("").display().to_string(), "");
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_snapshot_path(&folder);
        settings.bind(|| insta::assert_snapshot!(name.as_str(), text));
    }
}

#[test]
fn a_document_that_is_not_there_is_said_to_be_missing() {
    for (path, words) in [
        ("nowhere.yaml", "there is no file"),
        ("spec", "a directory"),
    ] {
        let Err(failure) = Request::document(&workspace(path)).generate() else {
            panic!("{path} is not refused")
        };
        let text = failure.render(Style::Plain);
        assert!(
            text.starts_with("error[") && text.to_lowercase().contains(words),
            "{text}"
        );
    }
}

#[test]
fn a_refused_document_leaves_the_files_as_they_were() {
    let out = std::env::temp_dir().join(format!("asyncapi-codegen-broken-{}", std::process::id()));
    std::fs::create_dir_all(&out).expect("a temporary folder");
    std::fs::write(out.join("kept.txt"), "kept").expect("a file");
    let refused = Request::document(&workspace("tests/broken/dangling-ref.yaml"))
        .generate()
        .map(|generated| generated.files(&Layout::Crate { name: None }).write(&out));
    assert!(refused.is_err());
    let left: Vec<_> = std::fs::read_dir(&out)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["kept.txt"]);
    std::fs::remove_dir_all(&out).expect("the temporary folder");
}
