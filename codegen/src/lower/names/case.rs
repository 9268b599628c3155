//! Words put together, in the letter case of a kind of name.
//!
//! In: words. Out: text that has the shape of such a name; whether it means something else already is not asked here.

use heck::ToUpperCamelCase;

use super::kind::Kind;

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

/// Two identifiers as one: `StringSchema`, `mod_channel`.
pub(super) fn join(kind: Kind, first: &str, second: &str) -> String {
    match kind {
        Kind::Type | Kind::Variant => format!("{first}{second}"),
        Kind::Field | Kind::Module | Kind::Constant => {
            format!("{}_{second}", first.trim_end_matches('_'))
        }
    }
}
