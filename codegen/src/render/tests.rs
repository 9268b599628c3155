use std::path::{Path, PathBuf};

use super::SHOWN;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Style};
use crate::pointer::Pointer;
use crate::source::{Origin, Sources};

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources
        .add(Path::new("spec/a.yaml"), text)
        .expect("well formed");
    sources
}

fn key(sources: &Sources, pointer: &str) -> Place {
    let file = sources.file_ids().next().expect("one file");
    Place::Key(Origin {
        file,
        pointer: Pointer::parse(pointer).expect("well formed"),
    })
}

fn render(sources: &Sources, all: Vec<Diagnostic>) -> String {
    let diagnostics: Diagnostics = all.into_iter().collect();
    let text = diagnostics.render(sources, Style::Plain);
    assert!(
        text.lines().all(|line| line == line.trim_end()),
        "trailing blanks in {text:?}"
    );
    assert!(!text.contains(['\r', '\t', '\u{1b}']));
    text
}

#[test]
fn looks_like_rustc() {
    let sources = sources("a:\n  one: 1\n  other: 2\nb: 3\n");
    let first = Diagnostic::error("name-clash", key(&sources, "/a/other"), "two names clash")
        .label("this one")
        .related(key(&sources, "/a/one"), "and that one")
        .help("rename one of them");
    let second = Diagnostic::warning("odd-key", key(&sources, "/a/one/below"), "this is odd");
    let third = Diagnostic::error(
        "no-file",
        Place::Path(PathBuf::from("gone.yaml")),
        "there is no file",
    );
    let text = render(&sources, vec![first.clone(), second, third, first]);
    assert_eq!(text, include_str!("looks_like_rustc.txt"));
}

#[test]
fn difficult_lines_are_shown() {
    let text = "wide: { 日本語:\t{ x: 1 } }\r\nempty:\r\n";
    let sources = sources(text);
    let list = vec![
        Diagnostic::error("a", key(&sources, "/wide/日本語/x"), "here"),
        Diagnostic::error("b", key(&sources, "/wide/日本語"), "there"),
        Diagnostic::error(
            "c",
            Place::Bytes(
                sources.file_ids().next().expect("one"),
                text.len()..text.len(),
            ),
            "at the end",
        ),
        Diagnostic::error("d", Place::Path(PathBuf::new()), "nowhere"),
    ];
    assert_eq!(render(&sources, list), include_str!("difficult_lines.txt"));
}

#[test]
fn long_lines_and_many_diagnostics_stay_short() {
    let line = format!("[{}1]", "\"some text\", ".repeat(100_000));
    let sources = sources(&line);
    let file = sources.file_ids().next().expect("one file");
    let one = |at: usize| {
        Diagnostic::warning(
            "w",
            Place::Bytes(file, at * 100..at * 100 + 50),
            format!("number {at}"),
        )
    };
    let mut list: Vec<_> = (0..10_000).map(one).collect();
    list.push(Diagnostic::error(
        "e",
        Place::Bytes(file, line.len() - 2..line.len() - 1),
        "the only error",
    ));
    let text = render(&sources, list);
    assert!(
        text.contains("the only error")
            && text.contains(&format!("spec/a.yaml:1:{}", line.len() - 1))
    );
    assert!(text.ends_with(&format!(
        "… and {} more (errors: 0, warnings: {})\n",
        10_001 - SHOWN,
        10_001 - SHOWN
    )));
    assert!(text.len() < 100_000, "{}", text.len());
}

#[test]
fn colours_are_a_choice() {
    let sources = sources("a: 1");
    let diagnostics = Diagnostics::from(Diagnostic::error("a", key(&sources, "/a"), "b\u{1b}[31m"));
    assert!(
        diagnostics
            .render(&sources, Style::Coloured)
            .contains("\u{1b}[")
    );
    assert!(
        !diagnostics
            .render(&sources, Style::Plain)
            .contains('\u{1b}')
    );
}
