use std::path::Path;

use serde_json::json;

use super::super::{ScalarKind, Sources, Span};
use super::json;

#[test]
fn scalars_keep_their_text() {
    let text = "a: 01005000281645486013\nb: 1.10\nc: !!str 12\nd: '12'\ne: +353\nf: 92233720368547758080\ng:\nh: |\n  x\n  y\n200: n\nnull: z\n";
    let mut sources = Sources::default();
    let file = sources.add(Path::new("a.yaml"), text).expect("well formed");
    let root = sources.source(file).root.clone();
    let read = |key: &str| {
        (
            root.get(key).and_then(|node| node.as_text()),
            root.get(key).and_then(|node| node.scalar_kind()),
        )
    };
    assert_eq!(
        read("a"),
        (Some("01005000281645486013"), Some(ScalarKind::String))
    );
    assert_eq!(read("b"), (Some("1.10"), Some(ScalarKind::Number)));
    assert_eq!(read("c"), (Some("12"), Some(ScalarKind::String)));
    assert_eq!(read("d"), (Some("12"), Some(ScalarKind::String)));
    assert_eq!(read("e"), (Some("+353"), Some(ScalarKind::String)));
    assert_eq!(
        read("f"),
        (Some("92233720368547758080"), Some(ScalarKind::Number))
    );
    assert_eq!(read("g"), (Some(""), Some(ScalarKind::Null)));
    assert_eq!(read("h"), (Some("x\ny\n"), Some(ScalarKind::String)));
    assert_eq!((read("200").0, read("null").0), (Some("n"), Some("z")));
}

#[test]
fn aliases_share_and_stand_where_they_are_written() {
    let text = "a: &x { k: [1, 2] }\nb: *x\n";
    let mut sources = Sources::default();
    let file = sources.add(Path::new("a.yaml"), text).expect("well formed");
    let root = &sources.source(file).root;
    let (a, b) = (root.get("a").expect("there"), root.get("b").expect("there"));
    assert_eq!(a.kind, b.kind);
    assert_eq!(&text[b.span.range()], "*x");
    assert_eq!(
        a.get("k").map(|node| node.span),
        Some(Span { start: 11, end: 17 })
    );
    assert_eq!(
        b.get("k").map(|node| node.span),
        Some(Span { start: 11, end: 17 })
    );
}

#[test]
fn merge_keys_are_honoured() {
    let text = "base: &b { x: 1, y: 2 }\nother: &o { y: 3, z: 4 }\none: { <<: *b, y: 9 }\nboth: { <<: [*o, *b] }\nquoted: { '<<': 5 }\n";
    let read = json(text);
    assert_eq!(read["one"], json!({ "x": 1, "y": 9 }));
    assert_eq!(read["both"], json!({ "y": 3, "z": 4, "x": 1 }));
    assert_eq!(read["quoted"], json!({ "<<": 5 }));
}

#[test]
fn line_ends_marks_and_directives_are_fine() {
    assert_eq!(
        json("\u{FEFF}%YAML 1.2\r\n---\r\na: 1\r\nb: |\r\n  x\r\n...\r\n"),
        json!({ "a": 1, "b": "x\n" })
    );
    assert_eq!(json("# only\n- 1\n"), json!([1]));
    assert_eq!(json("just text"), json!("just text"));
}

#[test]
fn json_is_read_as_json() {
    let key = "k".repeat(5_000);
    let text = format!(
        "{{\n\t\"a\" :\t\"\\/ \\ud83d\\ude00 # : \\u0000\",\"b\":[1,-0.5e3,true,null,{{}},[]],\"{key}\":\"\",\"<<\":1}}\n"
    );
    let read = json(&text);
    assert_eq!(
        read,
        serde_json::from_str::<serde_json::Value>(&text).expect("well formed")
    );
    assert_eq!(read["a"], json!("/ \u{1F600} # : \0"));
}

#[test]
fn yaml_with_brackets_is_no_json_and_yet_read() {
    assert_eq!(
        json("{ a: 1, 'b': [x, y,], }"),
        json!({ "a": 1, "b": ["x", "y"] })
    );
}

#[test]
fn large_objects_are_searched_fast() {
    let text: String = (0..200_000)
        .map(|number| format!("k{number}: {number}\n"))
        .collect();
    let mut sources = Sources::default();
    let file = sources.add(Path::new("a.yaml"), text).expect("well formed");
    let root = &sources.source(file).root;
    for number in 0..200_000 {
        let wanted = number.to_string();
        assert_eq!(
            root.get(&format!("k{number}"))
                .and_then(|node| node.as_number()),
            Some(wanted.as_str())
        );
    }
    assert!(root.get("k").is_none());
}
