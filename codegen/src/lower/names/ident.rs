//! Words → identifiers of each kind, one at a time.
//!
//! In: a name as a document writes it, and what it names. Out: text that rustc accepts as such an identifier and has no
//! remark about. The result depends on the given name alone, never on what else is there.
//! This room knows nothing of clashes.

use heck::ToUpperCamelCase;
use unicode_ident::{is_xid_continue, is_xid_start};

use super::words::{Separators, words};
use super::{length, reserved};

/// What an identifier names, which decides its letter case and what it must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A struct, enum or alias.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field.
    Field,
    /// A module.
    Module,
    /// A constant of a union.
    Constant,
}

/// The word of a place, which tells apart what would be mistaken for something else (`StringSchema`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A declared schema.
    Schema,
    /// A message.
    Message,
    /// A property of an object.
    Property,
    /// A value of an enum, or a member of a union.
    Value,
    /// A channel.
    Channel,
    /// A server.
    Server,
    /// A server variable or channel parameter.
    Parameter,
    /// A document.
    Document,
}

impl Place {
    /// The word, in lowercase.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Message => "message",
            Self::Property => "property",
            Self::Value => "value",
            Self::Channel => "channel",
            Self::Server => "server",
            Self::Parameter => "parameter",
            Self::Document => "document",
        }
    }
}

/// What one thing is called, as if nothing else were there.
///
/// Types: `agent-id` → `AgentId`, `String` → `StringSchema`, `3d` → `Schema3d`. Variants: `LOGGED_IN` → `LoggedIn`,
/// `>=` → `GreaterOrEqual`, `unknown` → `UnknownValue`. Fields: `agentId` → `agent_id`, `type` → `r#type`, `self` → `self_`.
/// Modules: `/v1/agent-engagement` → `v1_agent_engagement`, `mod` → `mod_channel`, `名` → `u540d`.
pub(super) fn plain(kind: Kind, text: &str, place: Place) -> String {
    finish(kind, place, &words(text, Separators::Part))
}

/// The same as [`plain`], with every separator as a word: `foo-bar` → `FooHyphenBar`.
pub(super) fn spelt(kind: Kind, text: &str, place: Place) -> String {
    finish(kind, place, &words(text, Separators::Spell))
}

/// An identifier from words: cased, kept apart from digits in front, keywords and names that mean something else.
pub(super) fn finish(kind: Kind, place: Place, words: &[String]) -> String {
    let text = cased(kind, words);
    let word = [place.word().to_owned()];
    let started = match text.chars().next() {
        Some(first) if starts(kind, first) => text,
        _ => join(kind, &cased(kind, &word), &text),
    };
    reserved::apart(kind, place, length::short(kind, started))
}

/// Two identifiers as one: `StringSchema`, `mod_channel`.
pub(super) fn join(kind: Kind, first: &str, second: &str) -> String {
    match kind {
        Kind::Type | Kind::Variant => format!("{first}{second}"),
        Kind::Field | Kind::Module | Kind::Constant => {
            format!("{}_{second}", first.trim_end_matches('_'))
        }
    }
}

/// Words put together as the kind of name asks: `AgentId` or `agent_id`.
pub(super) fn cased(kind: Kind, words: &[String]) -> String {
    let mut out = String::new();
    for word in words {
        match kind {
            Kind::Type | Kind::Variant => {
                let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                if digits(out.chars().next_back()) && digits(word.chars().next()) {
                    out.push('_');
                }
                out.push_str(&capitalized(word));
            }
            Kind::Field | Kind::Module => {
                if !out.is_empty() {
                    out.push('_');
                }
                match kind {
                    Kind::Module => out.push_str(&in_ascii(word)),
                    _ => out.push_str(word),
                }
            }
            Kind::Constant => {
                if !out.is_empty() {
                    out.push('_');
                }
                word.chars().for_each(|c| push_upper(&mut out, c));
            }
        }
    }
    out
}

/// The word with other characters than ASCII spelt by their codes: rustc finds the file of a module by such names alone.
fn in_ascii(word: &str) -> String {
    let spelt = |c: char| match c {
        c if c.is_ascii() => c.to_string(),
        c => format!("u{:04x}", u32::from(c)),
    };
    word.chars().map(spelt).collect()
}

/// The word with a capital, unless its script has none or keeps it for titles (Georgian).
fn capitalized(word: &str) -> String {
    let capital = word.to_upper_camel_case();
    let same_script = capital
        .chars()
        .zip(word.chars())
        .all(|(a, b)| a.is_ascii() == b.is_ascii() && !titling(a));
    if same_script {
        capital
    } else {
        word.to_owned()
    }
}

/// The capital of a letter that has exactly one; another small letter (`ß`) by its code, since a constant holds none.
fn push_upper(out: &mut String, c: char) {
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(only), None) if !titling(only) => out.push(only),
        _ if c.is_lowercase() => out.push_str(&format!("U{:04X}", u32::from(c))),
        _ => out.push(c),
    }
}

fn titling(c: char) -> bool {
    ('\u{1c90}'..='\u{1cbf}').contains(&c)
}

fn starts(kind: Kind, first: char) -> bool {
    is_xid_start(first) && (matches!(kind, Kind::Field | Kind::Module) || !first.is_lowercase())
}

/// Whether a text that somebody chose can be a name of this kind.
pub(super) fn is_valid(kind: Kind, text: &str) -> bool {
    let mut characters = text.chars();
    let well_formed = characters
        .next()
        .is_some_and(|c| c == '_' || is_xid_start(c))
        && characters.all(is_xid_continue);
    let cased = match kind {
        Kind::Type | Kind::Variant => !text.starts_with(char::is_lowercase),
        Kind::Field | Kind::Module => !text.contains(char::is_uppercase),
        Kind::Constant => !text.contains(char::is_lowercase),
    };
    well_formed
        && cased
        && (kind != Kind::Module || text.is_ascii())
        && text != "_"
        && reserved::apart(kind, Place::Value, text.to_owned()) == text
}

#[cfg(test)]
mod tests {
    use super::{Kind, Place, plain};

    #[test]
    fn types() {
        for (text, expected) in [
            ("AgentID", "AgentId"),
            ("agent-state", "AgentState"),
            ("String", "StringSchema"),
            ("self", "SelfSchema"),
            ("3d", "Schema3d"),
            ("v1.10", "V1_10"),
            ("名前", "名前"),
            ("ქართული", "Schemaქართული"),
            ("straße", "Straße"),
            ("", "Empty"),
        ] {
            assert_eq!(plain(Kind::Type, text, Place::Schema), expected, "{text}");
        }
    }

    #[test]
    fn constants() {
        for (text, expected) in [("café", "CAFÉ"), ("straße", "STRAU00DFE"), ("名前", "名前")]
        {
            assert_eq!(
                plain(Kind::Constant, text, Place::Value),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn variants() {
        for (text, expected) in [
            ("LOGGED_IN", "LoggedIn"),
            ("unknown", "UnknownValue"),
            ("1h", "Value1h"),
            ("-1", "Minus1"),
            ("+1", "Plus1"),
            (">=", "GreaterOrEqual"),
            ("2020-01-01", "Value2020_01_01"),
            ("None", "None"),
            ("😀", "U1f600"),
        ] {
            assert_eq!(plain(Kind::Variant, text, Place::Value), expected, "{text}");
        }
    }

    #[test]
    fn fields_and_modules() {
        for (text, expected) in [
            ("userIDs", "user_ids"),
            ("type", "r#type"),
            ("self", "self_"),
            ("Self", "self_"),
            ("3d", "property_3d"),
            ("$ref", "r#ref"),
            ("@timestamp", "timestamp"),
            ("имя", "имя"),
        ] {
            assert_eq!(
                plain(Kind::Field, text, Place::Property),
                expected,
                "{text}"
            );
        }
        for (text, expected) in [
            ("/v1/agent-engagement", "v1_agent_engagement"),
            ("mod", "mod_channel"),
            ("{id}", "id"),
            ("3/4", "channel_3_4"),
            ("名前", "u540du524d"),
            ("café", "cafu00e9"),
            ("con", "con_channel"),
        ] {
            assert_eq!(
                plain(Kind::Module, text, Place::Channel),
                expected,
                "{text}"
            );
        }
    }
}
