//! Crates below the target folder, and what the compiler says of them.
//!
//! In: the generated code of every version, and callers of it. Out: the callers that do not compile, with why.
//! This room never knows what is right.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tests::workspace;

/// Two crates: the code of all versions, and those who call it.
pub(crate) struct Crates {
    folder: PathBuf,
}

/// A module of the calling crate.
pub(crate) struct Caller {
    /// Its name.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// What the compiler said of each module that it refused.
pub(crate) type Refused = BTreeMap<String, String>;

impl Crates {
    /// Writes the crate with the code of all versions, of these files.
    pub(crate) fn new(versions: Vec<(PathBuf, String)>) -> Self {
        let crates = Self {
            folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes"),
        };
        for (path, text) in versions {
            let text = text.replace("\n[workspace]\n", "\n");
            crates.write(&Path::new("versions").join(path), &text);
        }
        crates.write(
            "Cargo.toml".as_ref(),
            "[workspace]\nresolver = \"3\"\nmembers = [\"callers\", \"versions\"]\n",
        );
        crates.write("callers/Cargo.toml".as_ref(), MANIFEST);
        // The versions that this workspace is tested with, and no question to a registry.
        let lock = std::fs::read_to_string(workspace("Cargo.lock"))
            .expect("the workspace has a lock file");
        crates.write("Cargo.lock".as_ref(), &lock);
        crates
    }

    /// The callers that do not compile. The compiler looks at types only where it finds all names, so those that it
    /// refuses are set aside until it finds nothing more to refuse.
    pub(crate) fn refused(&self, callers: &[Caller]) -> Refused {
        for caller in callers {
            self.write(&source(&caller.name), &caller.text);
        }
        let mut refused = Refused::new();
        loop {
            let modules = callers.iter().map(|caller| &caller.name);
            let modules = modules.filter(|name| !refused.contains_key(*name));
            let modules: String = modules.map(|name| format!("mod {name};\n")).collect();
            self.write(
                "callers/src/lib.rs".as_ref(),
                &(modules + super::caller::SUPPORT),
            );
            let found = self.check();
            if found.is_empty() {
                return refused;
            }
            refused.extend(found);
        }
    }

    /// What the compiler refuses, by module.
    fn check(&self) -> Refused {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args([
                "check",
                "--offline",
                "--package",
                "callers",
                "--message-format=json",
            ])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env_remove("RUSTFLAGS")
            .stdin(Stdio::null())
            .output()
            .expect("cargo runs");
        let mut refused = Refused::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message = &serde_json::from_str::<Value>(line).unwrap_or_default()["message"];
            if let Some(module) = module(message) {
                let text = message["rendered"].as_str().unwrap_or_default();
                refused.entry(module).or_default().push_str(text);
            }
        }
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() || !refused.is_empty(),
            "cargo says nothing of the callers:\n{said}"
        );
        refused
    }

    /// Writes a file whose text has changed, so that cargo sees what has not.
    fn write(&self, path: &Path, text: &str) {
        let path = self.folder.join(path);
        if std::fs::read_to_string(&path).is_ok_and(|written| written == text) {
            return;
        }
        let folder = path.parent().expect("the file stands in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(&path, text).expect("the file can be written");
    }
}

const MANIFEST: &str = "\
[package]
name = \"callers\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
serde = \"1\"
versions = { path = \"../versions\" }
";

fn source(module: &str) -> PathBuf {
    Path::new("callers/src").join(module).with_extension("rs")
}

/// The module that an error is about.
fn module(message: &Value) -> Option<String> {
    if message["level"] != "error" {
        return None;
    }
    let spans = message["spans"].as_array()?;
    let primary = spans.iter().find(|span| span["is_primary"] == true)?;
    let path = Path::new(primary["file_name"].as_str()?);
    let stem = path.file_stem()?.to_str()?.to_owned();
    assert!(
        path.ends_with(source(&stem)),
        "an error outside of the callers: {message:#}"
    );
    Some(stem)
}
