//! References to other files, and what keeps them where they belong.

use std::fs;
use std::path::PathBuf;

use super::{HEAD_TWO, Outcome, resolve_file};
use crate::resolve::Locations;

/// A folder of files that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let name = format!("asyncapi-codegen-{name}-{}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    /// Resolves `api/api.yaml`, whose only message is this reference.
    fn message(&self, reference: &str, locations: &Locations) -> Outcome {
        let text =
            format!("{HEAD_TWO}channels: {{c: {{publish: {{message: {{$ref: '{reference}'}}}}}}}}");
        let path = self.0.join("api/api.yaml");
        fs::create_dir_all(self.0.join("api")).expect("a folder");
        fs::write(&path, text).expect("a file");
        resolve_file(&path, locations)
    }

    fn title(&self, reference: &str, locations: &Locations) -> Option<String> {
        let model = self.message(reference, locations).model();
        model.messages[0].docs.title.clone()
    }

    fn problem(&self, reference: &str, locations: &Locations) -> String {
        let lines = self.message(reference, locations).lines();
        lines
            .join("\n")
            .replace(&self.0.display().to_string(), "DIR")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_are_read_relative_to_the_holder() {
    let folder = Folder::new(
        "relative",
        &[
            ("api/parts/m.yaml", "title: whole\n"),
            (
                "api/parts/all.json",
                r#"{"a": {"$ref": "m.yaml"}, "b": {"$ref": "../own%20name.yaml#/x"}}"#,
            ),
            (
                "api/own name.yaml",
                "x: {$ref: '#/y/0'}\ny: [{title: deep}]\n",
            ),
        ],
    );
    let none = Locations::default();
    let whole = Some("whole".to_owned());
    assert_eq!(folder.title("parts/m.yaml", &none), whole);
    assert_eq!(folder.title("./parts/../parts/m.yaml#", &none), whole);
    assert_eq!(folder.title("parts/all.json#/a", &none), whole);
    assert_eq!(
        folder.title("./parts/all.json#/b", &none).as_deref(),
        Some("deep")
    );
}

#[test]
fn files_that_cannot_be_read_are_errors() {
    let folder = Folder::new(
        "unreadable",
        &[("api/parts/bad.yaml", "a: [\n"), ("outside.yaml", "{}")],
    );
    let none = Locations::default();
    assert_eq!(
        folder.problem("parts/none.yaml", &none),
        "error missing-file 3:42 `parts/none.yaml` leads to a file that does not exist"
    );
    assert_eq!(
        folder.problem("parts", &none),
        "error ref-directory 3:42 `parts` is a folder, not a file"
    );
    assert!(
        folder
            .problem("parts/bad.yaml", &none)
            .contains("yaml-syntax")
    );
    assert_eq!(
        folder.problem("../outside.yaml", &none),
        "error ref-outside 3:42 `../outside.yaml` leads out of the document's folder"
    );
    assert_eq!(
        folder.problem("/etc/passwd", &none),
        "error ref-outside 3:42 `/etc/passwd` leads out of the document's folder"
    );
    assert!(
        folder
            .message("../outside.yaml", &none)
            .help()
            .contains("--allow-path")
    );
    assert_eq!(
        folder.problem(r"parts\bad.yaml", &none),
        r"error missing-file 3:42 `parts\bad.yaml` leads to a file that does not exist"
    );
}

#[test]
fn allowed_folders_may_be_read() {
    let folder = Folder::new("allowed", &[("shared/m.yaml", "title: shared")]);
    let locations = Locations {
        allowed: vec![folder.0.join("shared")],
        ..Locations::default()
    };
    let title = folder.title("../shared/m.yaml", &locations);
    assert_eq!(title.as_deref(), Some("shared"));
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    let folder = Folder::new(
        "links",
        &[("secret.yaml", "title: secret"), ("api/m.yaml", "{}")],
    );
    let link = folder.0.join("api/link.yaml");
    std::os::unix::fs::symlink(folder.0.join("secret.yaml"), link).expect("a link");
    let problem = folder.problem("link.yaml", &Locations::default());
    assert!(problem.contains("ref-outside"), "{problem}");
}

#[test]
fn web_addresses_are_read_from_mirrors_only() {
    let folder = Folder::new(
        "mirrors",
        &[
            ("web/m.yaml", "{$ref: more/n.yaml}"),
            ("web/more/n.yaml", "title: far"),
            ("near/n.yaml", "title: near"),
        ],
    );
    let address = "https://example.com/api/m.yaml";
    assert_eq!(
        folder.problem(address, &Locations::default()),
        format!("error ref-remote 3:42 `{address}` is on the web, and nothing is read from there")
    );
    let help = folder.message(address, &Locations::default()).help();
    assert!(
        help.contains("--map https://example.com/api/=FOLDER"),
        "{help}"
    );
    let inside = format!("{address}#/definitions/m");
    let help = folder.message(&inside, &Locations::default()).help();
    assert!(
        help.contains("--map https://example.com/api/=FOLDER"),
        "{help}"
    );
    let mirrors = vec![
        ("https://example.com/api".to_owned(), folder.0.join("web")),
        (
            "https://example.com/api/more/".to_owned(),
            folder.0.join("near"),
        ),
    ];
    let locations = Locations {
        mirrors,
        ..Locations::default()
    };
    assert_eq!(folder.title(address, &locations).as_deref(), Some("far"));
    let longest = folder.title("https://example.com/api/more/n.yaml?v=1", &locations);
    assert_eq!(longest.as_deref(), Some("near"));
    let out = folder.problem("https://example.com/api/../api/api.yaml", &locations);
    assert!(out.contains("ref-outside"), "{out}");
}

#[test]
fn circles_through_files_are_errors() {
    let folder = Folder::new(
        "circle",
        &[
            ("api/a.yaml", "{$ref: b.yaml}"),
            ("api/b.yaml", "{$ref: a.yaml}"),
        ],
    );
    let problem = folder.problem("a.yaml", &Locations::default());
    assert!(problem.contains("cyclic-ref"), "{problem}");
}

#[test]
fn unread_formats_are_not_opened() {
    let text =
        "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels: {c: {publish: {message: {
  schemaFormat: application/vnd.google.protobuf;version=3, payload: {$ref: './none.proto'}}}}}";
    let model = super::resolve(text).clean();
    assert!(model.messages[0].payload.is_some());
    assert_eq!(model.ignored.len(), 1);
}
