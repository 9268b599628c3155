//! Text of any kind → words of letters and digits: what identifiers are put together from.
//!
//! In: a name as a document writes it (`userIDs`, `/v1/events`, `>=`, `名前`). Out: lowercase words, in order.
//! Operators are spelt out; separators are too when nothing else is there or the caller asks for it.
//! This room knows neither keywords nor what the words are for.

use heck::ToSnakeCase;
use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;
use unicode_security::GeneralSecurityProfile;
use unicode_security::is_potential_mixed_script_confusable_char;

/// What becomes of separators (`-`, `.`, `/`, space).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separators {
    /// They part words.
    Part,
    /// They are words themselves (`foo-bar` is foo, hyphen, bar).
    Spell,
}

/// The words of a text, in lowercase; never empty.
pub(super) fn words(text: &str, separators: Separators) -> Vec<String> {
    if text.is_empty() {
        return vec!["empty".to_owned()];
    }
    let characters: Vec<char> = text.nfc().collect();
    let kept = Kept::of(&characters);
    let spell = match separators {
        Separators::Spell => true,
        Separators::Part => !characters.iter().any(|&c| kept.holds(c)),
    };
    let spaced = spaced(&characters, kept, spell);
    let words: Vec<String> = spaced
        .to_snake_case()
        .split('_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        vec!["empty".to_owned()]
    } else {
        words
    }
}

/// Which characters beyond ASCII stand in identifiers as they are.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// Those that rustc accepts without a remark.
    Scripts,
    /// None: all of the text's letters look like ASCII ones (`с` in Cyrillic), which rustc warns of.
    Ascii,
}

impl Kept {
    fn of(characters: &[char]) -> Self {
        let foreign = |c: &&char| !is_latin(**c) && usual(**c);
        let mut foreign = characters.iter().filter(foreign).peekable();
        // The capital of a letter that looks like no other may do so (`μ`, `Μ`).
        let is_lookalike = is_potential_mixed_script_confusable_char;
        let lookalikes = foreign.peek().is_some()
            && foreign.all(|&c| is_lookalike(c) || c.to_uppercase().any(is_lookalike));
        if lookalikes {
            Self::Ascii
        } else {
            Self::Scripts
        }
    }

    fn holds(self, c: char) -> bool {
        c.is_ascii_alphanumeric() || self == Self::Scripts && !c.is_ascii() && usual(c)
    }
}

/// Latin with its accents, of which rustc suspects nothing.
fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether rustc accepts the character in identifiers and does not call it uncommon.
fn usual(c: char) -> bool {
    (is_xid_start(c) || is_xid_continue(c)) && c.identifier_allowed()
}

/// The text with a space wherever a word ends that letter case does not show.
fn spaced(characters: &[char], kept: Kept, spell: bool) -> String {
    let mut out = String::new();
    let mut index = 0;
    while let Some(&c) = characters.get(index) {
        let rest = &characters[index..];
        index += if let Some(length) = acronym(rest) {
            push_word(
                &mut out,
                &rest[..length]
                    .iter()
                    .collect::<String>()
                    .to_ascii_lowercase(),
            );
            length
        } else if kept.holds(c) {
            out.push(c);
            1
        } else if let Some((word, length)) =
            operator(rest, index.checked_sub(1).map(|i| characters[i]))
        {
            push_word(&mut out, word);
            length
        } else {
            push_symbol(&mut out, c, spell);
            1
        };
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    out.push(' ');
    out.push_str(word);
    out.push(' ');
}

/// The length of an acronym in the plural (`IDs`, `URLs`) or `IPv` at the start of the text: letter case alone would tear
/// these apart.
fn acronym(rest: &[char]) -> Option<usize> {
    let capitals = rest.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let next = |offset: usize| rest.get(capitals + offset);
    let plural = next(0) == Some(&'s') && !next(1).is_some_and(|c| c.is_lowercase());
    let version = rest.starts_with(&['I', 'P', 'v']) && next(1).is_some_and(char::is_ascii_digit);
    (capitals >= 2 && (plural || version)).then_some(capitals + 1 + usize::from(version))
}

/// The operator at the start of the text, as a word, and its length.
fn operator(rest: &[char], before: Option<char>) -> Option<(&'static str, usize)> {
    let pair: String = rest.iter().take(2).collect();
    if let Some((_, word)) = PAIRS.iter().find(|(text, _)| *text == pair) {
        return Some((word, 2));
    }
    let sign =
        !before.is_some_and(char::is_alphanumeric) && rest.get(1).is_some_and(char::is_ascii_digit);
    match rest[0] {
        '-' if sign => Some(("minus", 1)),
        c => OPERATORS
            .iter()
            .find(|(symbol, _)| *symbol == c)
            .map(|(_, word)| (*word, 1)),
    }
}

/// A character that is neither letter, digit nor operator: a border between words, or a word.
fn push_symbol(out: &mut String, c: char, spell: bool) {
    match SEPARATORS.iter().find(|(symbol, _)| *symbol == c) {
        Some((_, word)) if spell => push_word(out, word),
        Some(('\'' | '’', _)) => {}
        Some(_) => out.push(' '),
        None if c.is_whitespace() && !spell => out.push(' '),
        None => push_word(out, &format!("u{:04x}", u32::from(c))),
    }
}

const PAIRS: [(&str, &str); 5] = [
    (">=", "greater or equal"),
    ("<=", "less or equal"),
    ("!=", "not equal"),
    ("<>", "less or greater"),
    ("->", "arrow"),
];

const OPERATORS: [(char, &str); 12] = [
    ('+', "plus"),
    ('*', "star"),
    ('<', "less"),
    ('>', "greater"),
    ('=', "equal"),
    ('!', "not"),
    ('%', "percent"),
    ('&', "and"),
    ('|', "or"),
    ('^', "caret"),
    ('~', "tilde"),
    ('#', "hash"),
];

const SEPARATORS: [(char, &str); 22] = [
    (' ', "space"),
    ('-', "hyphen"),
    ('_', "underscore"),
    ('.', "dot"),
    (',', "comma"),
    (':', "colon"),
    (';', "semicolon"),
    ('/', "slash"),
    ('\\', "backslash"),
    ('\'', "apostrophe"),
    ('’', "apostrophe"),
    ('"', "quote"),
    ('`', "backtick"),
    ('@', "at"),
    ('$', "dollar"),
    ('?', "question"),
    ('(', "parenthesis"),
    (')', "parenthesis"),
    ('[', "bracket"),
    (']', "bracket"),
    ('{', "brace"),
    ('}', "brace"),
];

#[cfg(test)]
mod tests {
    use super::{Separators, words};

    #[test]
    fn words_of_text() {
        for (text, expected) in [
            ("userIDs", "user ids"),
            ("AgentID", "agent id"),
            ("HTTPServer", "http server"),
            ("URLs", "urls"),
            ("IPv6Address", "ipv6 address"),
            ("LOGGED_IN", "logged in"),
            ("/v1/agent-engagement", "v1 agent engagement"),
            (">=", "greater or equal"),
            ("+1", "plus 1"),
            ("-1", "minus 1"),
            ("1.10", "1 10"),
            ("c++", "c plus plus"),
            ("*", "star"),
            ("/", "slash"),
            ("_", "underscore"),
            ("", "empty"),
            ("don't", "dont"),
            ("😀", "u1f600"),
            ("名前", "名前"),
            ("имя", "имя"),
            ("μ", "u03bc"),
            ("μέτρο", "μέτρο"),
            ("сос", "u0441 u043e u0441"),
            ("e\u{301}t\u{e9}", "été"),
        ] {
            assert_eq!(words(text, Separators::Part).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn separators_can_be_spelt() {
        assert_eq!(
            words("foo-bar", Separators::Spell),
            ["foo", "hyphen", "bar"]
        );
        assert_eq!(words("a b", Separators::Spell), ["a", "space", "b"]);
    }
}
