use std::path::Path;

use super::{Summary, ignored};
use crate::model::Ignored;
use crate::pointer::Pointer;
use crate::source::{FileId, Origin, Sources};

fn place(file: FileId, pointer: &str) -> Origin {
    let pointer = Pointer::parse(pointer).expect("a pointer");
    Origin { file, pointer }
}

#[test]
fn ignored_keywords_are_grouped_and_counted() {
    let mut sources = Sources::default();
    let text = "a:\n  pattern: x\n  not: {}\nb:\n  pattern: y\n";
    let file = sources
        .add(Path::new("doc.yaml"), text)
        .expect("it is YAML");
    let one = |keyword: &str, pointer, reason| Ignored {
        at: place(file, pointer),
        keyword: keyword.to_owned(),
        reason,
    };
    let list = [
        one("pattern", "#/b/pattern", "documented, not enforced"),
        one("pattern", "#/a/pattern", "documented, not enforced"),
        one("not", "#/a/not", "no Rust type says it"),
    ];
    assert_eq!(
        ignored(&list, &sources),
        "\
2 keywords without effect, in 3 places

     1  not: no Rust type says it
     2  pattern: documented, not enforced

not: no Rust type says it
  doc.yaml:3:3  #/a/not

pattern: documented, not enforced
  doc.yaml:2:3  #/a/pattern
  doc.yaml:5:3  #/b/pattern
"
    );
    assert_eq!(
        ignored(&[], &sources),
        "0 keywords without effect, in 0 places\n"
    );
}

#[test]
fn summaries_add_up() {
    let mut all = Summary {
        documents: 1,
        channels: 2,
        messages: 3,
        types: 1,
        warnings: 0,
    };
    all += all;
    let text = all.to_string();
    assert_eq!(
        text,
        "2 documents, 4 channels, 6 messages, 2 types, 0 warnings"
    );
}
