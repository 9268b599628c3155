//! No key of a document is dropped in silence: each has an effect on the generated text, or the report names it.
//!
//! In: documents that use every key of the standard, and those in `spec/`. Each key is taken away, then changed in
//! several ways; when every such document gives the same files, the report of the whole document must name the key, or
//! one around it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use asyncapi_codegen::{Files, Generated, Layout, Request};
use serde_yaml::Value;
use tests::{rendered, workspace};

/// A document that is changed and generated from again and again.
struct Trial {
    document: Value,
    file: PathBuf,
    files: Files,
    generated: Generated,
}

/// One step from a node to a node below.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Index(usize),
}

impl Trial {
    fn new(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a document");
        let document: Value = serde_yaml::from_str(&text).expect("a document in YAML");
        let name = path
            .file_name()
            .expect("a document has a name")
            .to_string_lossy();
        let own = std::thread::current().id();
        let folder = std::env::temp_dir().join(format!("silence-{}-{own:?}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let file = folder.join(&*name);
        let generated = rendered(generate(&document, &file));
        Self {
            files: files(&generated),
            document,
            file,
            generated,
        }
    }

    /// Every key and item without effect that the report does not name.
    fn silent(&self) -> String {
        let mut silent = String::new();
        let mut open = vec![Vec::new()];
        while let Some(path) = open.pop() {
            let below: Vec<Step> = steps(at(&self.document, &path));
            if !path.is_empty()
                && below.is_empty()
                && !self.is_reported(&path)
                && !self.matters(&path)
            {
                writeln!(silent, "{}", pointer(&path)).expect("writing to a string");
            }
            open.extend(
                below
                    .into_iter()
                    .rev()
                    .map(|step| [path.clone(), vec![step]].concat()),
            );
        }
        silent
    }

    /// Whether the report names a key or one around it.
    fn is_reported(&self, path: &[Step]) -> bool {
        let own = pointer(path);
        let mut ignored = self
            .generated
            .models
            .iter()
            .flat_map(|model| &model.ignored);
        ignored.any(|one| {
            let named = one.at.pointer.to_string();
            own.strip_prefix(&named)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Whether something else is generated when the value is another one or not there. A value that nothing else can
    /// take the place of is read, too; so is a key that repeats what stands beside it, when it may say nothing else.
    fn matters(&self, path: &[Step]) -> bool {
        let changed = |value: Option<Value>| {
            let mut document = self.document.clone();
            replace(&mut document, path, value);
            generate(&document, &self.file).ok().map(|generated| {
                self.differs(&generated, path) || repeats(path) && self.warns(&generated)
            })
        };
        let outcomes = || others(at(&self.document, path)).map(changed);
        outcomes().any(|changed| changed == Some(true))
            || outcomes().all(|changed| changed.is_none())
    }

    fn warns(&self, generated: &Generated) -> bool {
        let warnings = |one: &Generated| one.diagnostics.iter().count();
        warnings(generated) > warnings(&self.generated)
    }

    /// Files are made from items alone, but items also know places, which move where an item of a list goes.
    fn differs(&self, generated: &Generated, path: &[Step]) -> bool {
        let moves = matches!(path.last(), Some(Step::Index(_)));
        generated.package != self.generated.package && (!moves || files(generated) != self.files)
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        if let Some(folder) = self.file.parent() {
            // A folder that stays behind does no harm.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn generate(document: &Value, file: &Path) -> Result<Generated, Box<asyncapi_codegen::Failure>> {
    let text = serde_yaml::to_string(document).expect("a document is YAML");
    std::fs::write(file, text).expect("a temporary file");
    Request::document(file).generate()
}

fn files(generated: &Generated) -> Files {
    generated.files(&Layout::Sources)
}

/// Whether a key repeats what `const` and `enum` beside it say.
fn repeats(path: &[Step]) -> bool {
    matches!(path.last(), Some(Step::Key(key)) if key == "type")
}

fn steps(value: &Value) -> Vec<Step> {
    match value {
        Value::Mapping(entries) => entries
            .keys()
            .map(|key| Step::Key(key.as_str().expect("keys are text").to_owned()))
            .collect(),
        Value::Sequence(items) => (0..items.len()).map(Step::Index).collect(),
        _ => Vec::new(),
    }
}

fn at<'a>(document: &'a Value, path: &[Step]) -> &'a Value {
    path.iter().fold(document, |value, step| match step {
        Step::Key(key) => &value[key.as_str()],
        Step::Index(index) => &value[*index],
    })
}

/// Puts another value at a place, or nothing.
fn replace(document: &mut Value, path: &[Step], value: Option<Value>) {
    let (last, around) = path.split_last().expect("the root stays");
    let parent = around.iter().fold(document, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(index) => &mut value[*index],
    });
    match (parent, last, value) {
        (parent, Step::Key(key), Some(value)) => parent[key.as_str()] = value,
        (parent, Step::Index(index), Some(value)) => parent[*index] = value,
        (Value::Mapping(entries), Step::Key(key), None) => drop(entries.shift_remove(key.as_str())),
        (Value::Sequence(items), Step::Index(index), None) => drop(items.remove(*index)),
        (_, _, None) => unreachable!("a step leads from an object or a list"),
    }
}

/// What may stand in the place of a value: nothing, and others of its kind.
fn others(value: &Value) -> impl Iterator<Item = Option<Value>> {
    let same_kind: Vec<Value> = match value {
        Value::String(text) => {
            let words = ["string", "integer", "int", "int32", "send", "receive"];
            let longer = std::iter::once(format!("{text}X").into());
            longer.chain(words.map(Value::from)).collect()
        }
        Value::Number(number) => vec![(number.as_i64().unwrap_or_default() + 1000).into()],
        Value::Bool(flag) => vec![(!flag).into()],
        Value::Null => vec!["text".into()],
        Value::Mapping(_) | Value::Sequence(_) | Value::Tagged(_) => Vec::new(),
    };
    std::iter::once(None).chain(same_kind.into_iter().map(Some))
}

fn pointer(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    };
    std::iter::once("#".to_owned())
        .chain(path.iter().map(step))
        .collect()
}

/// The document of that name in `tests/silence`, and its report.
fn assert_reported(name: &str) {
    let trial = assert_nothing_is_silent(&format!("tests/silence/{name}.yaml"));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(workspace("tests/silence"));
    let folder = trial.file.parent().expect("a file stands in a folder");
    let report = trial.generated.ignored_report();
    let report = report.replace(&format!("{}/", folder.display()), "");
    settings.bind(|| insta::assert_snapshot!(name, report));
}

fn assert_nothing_is_silent(path: &str) -> Trial {
    let trial = Trial::new(&workspace(path));
    let silent = trial.silent();
    assert!(
        silent.is_empty(),
        "without effect, and not in the report:\n{silent}"
    );
    trial
}

#[test]
fn asyncapi_2() {
    assert_reported("asyncapi-2");
}

#[test]
fn asyncapi_3() {
    assert_reported("asyncapi-3");
}

#[test]
fn schemas() {
    assert_reported("schemas");
}

#[test]
fn agent_engagement() {
    assert_nothing_is_silent("spec/agent-engagement.yaml");
}
