//! Documents that are hostile or damaged, through the whole pipeline: each is refused with a place, or generated right.
//!
//! The bounds are those of the README's “Limits”: levels, values, values by alias, bytes.

use std::path::Path;

use asyncapi_codegen::{Files, Layout, Request, diagnostic::Style};

/// A document with one message, whose payload is the schema `Event`.
const HEAD: &str = "asyncapi: 2.6.0\ninfo: { title: Made up, version: 1.0.0 }\nchannels:\n  events:\n    subscribe:\n      \
                    message: { name: event, payload: { $ref: '#/components/schemas/Event' } }\ncomponents:\n  schemas:\n";

/// What comes of a document: its files, or what is said of it.
fn outcome(name: &str, text: &[u8]) -> Result<Files, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("limits");
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a temporary file");
    let outcome = Request::document(&path).generate();
    std::fs::remove_file(&path).expect("the temporary file");
    match outcome {
        Ok(generated) => Ok(generated.files(&Layout::Sources)),
        Err(failure) => Err(failure.render(Style::Plain)),
    }
}

/// The code of a refusal and the line and column that it points at.
fn refused(name: &str, text: impl AsRef<[u8]>) -> (String, String) {
    let Err(said) = outcome(name, text.as_ref()) else {
        panic!("{name} is not refused")
    };
    let between = |start: &str, end: &str| {
        let rest = said
            .split_once(start)
            .unwrap_or_else(|| panic!("no `{start}`: {said}"))
            .1;
        rest.split(end).next().unwrap_or_default().to_owned()
    };
    (between("error[", "]"), between(&format!("{name}:"), "\n"))
}

fn is_refused(name: &str, text: impl AsRef<[u8]>, code: &str, place: &str) {
    let (said, at) = refused(name, text);
    assert_eq!((said.as_str(), at.as_str()), (code, place), "{name}");
}

fn generated(name: &str, text: impl AsRef<[u8]>) -> Files {
    outcome(name, text.as_ref()).unwrap_or_else(|said| panic!("{name}: {said}"))
}

fn text_of<'f>(files: &'f Files, path: &str) -> &'f str {
    files
        .get(Path::new(path))
        .unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn aliases_that_multiply_are_refused_where_they_pass_the_bound() {
    let mut objects = format!(
        "{HEAD}    Event: &a0 {{ type: object, properties: {{ a: {{ type: string }} }} }}\n"
    );
    let mut lists =
        format!("{HEAD}    Event: {{ type: string }}\nx-a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
    for level in 1..40 {
        let below = format!("*a{}", level - 1);
        objects += &format!(
            "    A{level}: &a{level} {{ properties: {{ p: {below}, q: {below}, r: {below}, s: {below} }} }}\n"
        );
        lists += &format!("x-a{level}: &a{level} [{below}, {below}, {below}, {below}, {below}]\n");
    }
    is_refused("objects.yaml", objects, "alias-expansion", "19:34");
    is_refused("lists.yaml", lists, "alias-expansion", "18:17");
}

#[test]
fn ten_thousand_levels_are_refused_in_every_syntax() {
    let deep = |open: &str, close: &str| open.repeat(10_000) + "{}" + &close.repeat(10_000);
    let flow = format!("{HEAD}    Event: {}\n", deep("{ items: ", " }"));
    is_refused("flow.yaml", flow, "too-deep", "9:2289");
    let list = format!("{HEAD}    Event: {{ enum: {} }}\n", deep("[", "]"));
    is_refused("list.yaml", list, "too-deep", "9:274");
    let dashes = format!(
        "{HEAD}    Event:\n      enum:\n        {}a\n",
        "- ".repeat(10_000)
    );
    is_refused("dashes.yaml", dashes, "too-deep", "11:511");
    let levels = (0..10_000).map(|level| " ".repeat(6 + level) + "items:\n");
    let block = format!("{HEAD}    Event:\n{}", levels.collect::<String>());
    is_refused("block.yaml", block, "too-deep", "262:259");
    let json = format!(
        r#"{{"asyncapi": "2.6.0", "info": {{"title": "Made up", "version": "1"}}, "channels": {{}}, "components": {{"schemas": {{"A": {}}}}}}}"#,
        deep(r#"{"items": "#, "}")
    );
    is_refused("deep.json", json, "too-deep", "1:2647");
}

#[test]
fn a_large_file_is_read_and_values_without_end_are_refused() {
    const LARGE: usize = 50 << 20;
    let line = "# A line that says nothing, in a file of fifty megabytes.\n";
    let plain = format!("{HEAD}    Event: {{ type: string }}\n");
    let comments = line.repeat(LARGE / line.len()) + &plain;
    assert!(comments.len() > LARGE - line.len());
    assert_eq!(
        generated("large.yaml", comments),
        generated("large.yaml", plain.clone())
    );
    let numbers = format!(
        "{plain}x-numbers:\n{}",
        "  - [1, 2, 3, 4, 5, 6, 7]\n".repeat(LARGE / 26)
    );
    is_refused("numbers.yaml", numbers, "too-many-values", "250008:24");
}

#[test]
fn byte_order_marks_and_line_ends_change_nothing() {
    let plain = format!(
        "{HEAD}    Event:\n      type: string\n      description: |\n        One.\n        Two.\n"
    );
    let files = generated("lines.yaml", &plain);
    let marked = [b"\xEF\xBB\xBF", plain.as_bytes()].concat();
    assert_eq!(generated("lines.yaml", marked), files);
    assert_eq!(generated("lines.yaml", plain.replace('\n', "\r\n")), files);
    assert_eq!(generated("lines.yaml", plain.replace('\n', "\r")), files);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let with = |bytes: &[u8]| {
        [
            HEAD.as_bytes(),
            b"    Event: { type: string, title: ",
            bytes,
            b" }\n",
        ]
        .concat()
    };
    is_refused("latin.yaml", with(b"\xE9"), "invalid-utf8", "9:35");
    is_refused("nul.yaml", with(b"\0"), "nul-character", "9:35");
    let wide: Vec<u8> = HEAD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    is_refused(
        "wide.yaml",
        [b"\xFF\xFE".as_slice(), &wide].concat(),
        "invalid-utf8",
        "1:1",
    );
    is_refused("empty.yaml", b"", "empty-file", "1:1");
}

#[test]
fn a_key_given_twice_is_refused_in_every_syntax() {
    let block = format!("{HEAD}    Event:\n      type: string\n      type: integer\n");
    is_refused("twice.yaml", block, "duplicate-key", "11:7");
    let json = r#"{"asyncapi": "2.6.0", "asyncapi": "3.0.0"}"#;
    is_refused("twice.json", json, "duplicate-key", "1:23");
}

#[test]
fn numbers_past_64_bits_stay_the_numbers_they_are() {
    let schema = "    Event:\n      type: object\n      properties:\n        count: { type: integer, minimum: -99999999999999999999, maximum: 99999999999999999999 }\n        \
                  share: { type: number, default: 0.30000000000000000000001 }\n        \
                  kind: { enum: [18446744073709551616, 123456789012345678901234567890] }\n";
    let files = generated("numbers.yaml", format!("{HEAD}{schema}"));
    let event = text_of(&files, "src/numbers/event.rs");
    for words in ["18446744073709551616", "123456789012345678901234567890"] {
        assert!(event.contains(words), "{words}: {event}");
    }
    assert!(event.contains("pub count: Option<Number>"), "{event}");
}

#[test]
fn schemas_that_refer_to_each_other_ten_thousand_deep_are_generated() {
    let link = |level: usize| {
        format!(
            "    Event{level}: {{ type: object, required: [a], properties: {{ a: {{ $ref: '#/components/schemas/Event{}' }} }} }}\n",
            level + 1
        )
    };
    let chain: String = (0..10_000).map(link).collect();
    let head = HEAD.replace("schemas/Event'", "schemas/Event0'");
    let files = generated(
        "chain.yaml",
        format!("{head}{chain}    Event10000: {{ type: string }}\n"),
    );
    assert!(text_of(&files, "src/chain/event9999.rs").contains("pub a: Event10000"));
}

#[test]
fn unions_within_unions_a_thousand_deep_are_generated() {
    let link = |level: usize| {
        format!(
            "    Event{level}: {{ oneOf: [ {{ type: integer }}, {{ $ref: '#/components/schemas/Event{}' }} ] }}\n",
            level + 1
        )
    };
    let chain: String = (0..1_000).map(link).collect();
    let head = HEAD.replace("schemas/Event'", "schemas/Event0'");
    let files = generated(
        "unions.yaml",
        format!("{head}{chain}    Event1000: {{ type: object }}\n"),
    );
    assert!(text_of(&files, "src/unions/event0.rs").contains("pub enum Event0"));
}
