//! Names that mean something else already, and how a document's own name is kept apart from them.
//!
//! In: an identifier's text and what it names. Out: the same text, raw (`r#type`), with an underscore (`self_`), or with
//! the word of its place (`StringSchema`): always, whatever else the document holds.

use super::case::{cased, join};
use super::kind::{Kind, Place};

/// The text where it means nothing else, another text otherwise.
pub(super) fn apart(kind: Kind, place: Place, text: String) -> String {
    match kind {
        Kind::Type if TYPES.contains(&text.as_str()) => with_word(kind, place, text),
        Kind::Variant if VARIANTS.contains(&text.as_str()) => with_word(kind, Place::Value, text),
        Kind::Module if module_is_taken(&text) => with_word(kind, place, text),
        Kind::Constant if CONSTANTS.contains(&text.as_str()) => with_word(kind, Place::Value, text),
        Kind::Field if NEVER_RAW.contains(&text.as_str()) => format!("{text}_"),
        Kind::Field if KEYWORDS.contains(&text.as_str()) => format!("r#{text}"),
        _ => text,
    }
}

/// The text followed by the word of its place.
pub(super) fn with_word(kind: Kind, place: Place, text: String) -> String {
    join(kind, &text, &cased(kind, &[place.word().to_owned()]))
}

/// Modules share a scope with types, and become files: keywords, names without letter case and device names give way.
fn module_is_taken(text: &str) -> bool {
    let uncased = !text.chars().any(char::is_lowercase);
    uncased
        || [KEYWORDS, NEVER_RAW, MODULES]
            .iter()
            .any(|list| list.contains(&text))
}

/// Constants that every union has.
const CONSTANTS: &[&str] = &["KINDS", "MEMBERS", "TAG", "TAGS"];

const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Modules of the generated crate and its surroundings, and device names of one operating system.
const MODULES: &[&str] = &[
    "alloc",
    "aux",
    "client",
    "com1",
    "con",
    "core",
    "lib",
    "lpt1",
    "main",
    "nul",
    "prn",
    "scalars",
    "serde",
    "serde_json",
    "servers",
    "session",
    "std",
    "support",
    "test",
    "transport",
    "websocket",
];

/// Types and traits of the prelude, of the support code, and of the channel files.
const TYPES: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Bytes",
    "ChannelAddress",
    "ClientMessage",
    "Clone",
    "Copy",
    "Debug",
    "Decode",
    "DecodeError",
    "Default",
    "Deserialize",
    "Display",
    "Drop",
    "Encode",
    "Eq",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "Map",
    "None",
    "Null",
    "Number",
    "Ok",
    "OneOrMany",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Secret",
    "Self",
    "Send",
    "Serialize",
    "ServerMessage",
    "SessionProtocol",
    "Sized",
    "Some",
    "String",
    "Sync",
    "Text",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unknown",
    "Unpin",
    "Value",
    "Vec",
];

/// `Self` is a keyword, and every enum has its own `Unknown`.
const VARIANTS: &[&str] = &["Self", "Unknown"];
