//! Words → identifiers of each kind, one at a time.
//!
//! In: a name as a document writes it, and what it names. Out: text that rustc accepts as such an identifier and has no
//! remark about. The result depends on the given name alone, never on what else is there.
//! This room knows nothing of clashes.

use unicode_ident::{is_xid_continue, is_xid_start};

use super::case::{cased, join};
use super::kind::{Kind, Place};
use super::words::{Separators, words};
use super::{length, reserved};

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
