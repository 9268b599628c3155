use super::problems;

fn said(text: &str, parts: &[&str]) {
    let problems = problems("a.yaml", text);
    for part in parts {
        assert!(problems.contains(part), "`{part}` is not in:\n{problems}");
    }
}

#[test]
fn keys() {
    said(
        "a: 1\nb: 2\na: 3\n'b': 4\n",
        &[
            "error[duplicate-key]: the key `a` is given twice",
            "a.yaml:3:1",
            "a.yaml:1:1",
            "first given here",
            "a.yaml:4:1",
        ],
    );
    said(
        "{\"a\": 1, \"a\": 2}",
        &["error[duplicate-key]", "a.yaml:1:10"],
    );
    said(
        "x:\n  ? [a, b]\n  : 1\n",
        &["error[key-not-text]", "a.yaml:2:5"],
    );
    said(
        "a: &a [1]\nb: { *a : 1 }\n",
        &["error[key-not-text]", "a.yaml:2:6"],
    );
    said("{{ template }}", &["error[key-not-text]", "a.yaml:1:2"]);
    said("a: { <<: 1 }\n", &["error[merge-key]", "a.yaml:1:10"]);
}

#[test]
fn documents() {
    said("", &["error[empty-file]", "a.yaml:1:1"]);
    said("# nothing\n", &["error[empty-file]"]);
    said("---\n", &["error[empty-file]"]);
    said(
        "a: 1\n---\nb: 2\n",
        &["error[several-documents]", "a.yaml:2:1"],
    );
    said("a: 1\nb: x\0y\n", &["error[nul-character]", "a.yaml:2:5"]);
}

#[test]
fn syntax() {
    said(
        "a:\n\tb: 1\n",
        &[
            "error[yaml-syntax]: a tab stands where",
            "a.yaml:2:1",
            "help: indent with spaces",
        ],
    );
    said("a: b: c\n", &["a colon stands where", "a.yaml:1:5"]);
    said("a: \"x\n", &["the text in quotes is never closed"]);
    said("a: *gone\n", &["the alias names no anchor", "a.yaml:1:4"]);
    said("a: [1, 2\n", &["error[yaml-syntax]"]);
    said("a: 1\n b: 2\n", &["error[yaml-syntax]"]);
    said("a: @x\n", &["error[yaml-syntax]: this is not YAML"]);
}

#[test]
fn json_syntax_where_the_name_says_json() {
    for (text, part) in [
        (
            "{\"a\": 1 \"b\": 2}",
            "a comma or a closing bracket is expected here",
        ),
        ("{\"a\": tru: 1}", "a JSON value is expected here"),
        (
            "{\"a\": \"\\ud800\"}",
            "a control character or a broken escape",
        ),
        ("{\"a\": \"", "the quote that opens here is never closed"),
        ("{\"a\": [1}", "closes what was not opened"),
        ("{\"a\"", "ends in the middle"),
        ("{} {}", "something follows"),
    ] {
        let problems = problems("a.json", text);
        assert!(
            problems.contains("error[json-syntax]") && problems.contains(part),
            "{text}: {problems}"
        );
    }
}

#[test]
fn nesting() {
    for (open, close, colon) in [("[", "]", ""), ("{\"a\":", "}", "1"), ("{a: ", "}", "1")] {
        let nest =
            |levels: usize| format!("{}{colon}{}", open.repeat(levels), close.repeat(levels));
        said(
            &nest(300),
            &[
                "error[too-deep]: values are nested deeper than 256 levels",
                "a.yaml:1:",
            ],
        );
        super::json(&nest(250));
    }
    said(&"[".repeat(100_000), &["error[too-deep]"]);
    said(&"- ".repeat(100_000), &["error[too-deep]"]);
    let block: String = (0..3_000)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    said(&block, &["error[too-deep]"]);
}

#[test]
fn aliases() {
    said(
        "a: &a\n  b: *a\n",
        &["error[recursive-alias]", "a.yaml:2:6"],
    );
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    let mut chain = "a0: &a0 [x]\n".to_owned();
    for level in 1..=500 {
        let below = level - 1;
        bomb += &format!(
            "a{level}: &a{level} [*a{below}, *a{below}, *a{below}, *a{below}, *a{below}, *a{below}, *a{below}]\n"
        );
        chain += &format!("a{level}: &a{level} [*a{below}]\n");
    }
    said(
        &bomb,
        &["error[alias-expansion]", "more than 2000000 values"],
    );
    said(&chain, &["error[too-deep]"]);
}

#[test]
fn values_without_end() {
    let row = format!("- [{}]\n", "1, ".repeat(999));
    said(
        &row.repeat(2_001),
        &[
            "error[too-many-values]",
            "more than 2000000 values",
            "a.yaml:2000:",
        ],
    );
}
