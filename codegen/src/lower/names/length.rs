//! Names of modules and types as short as names of files must be: `rustdoc` writes a file for each type.
//!
//! In: an identifier's text and its kind. Out: the same text, or its beginning and a digest of the whole: always the same
//! for the same text, whatever else is there. This room knows no file system.

use super::kind::Kind;

/// How long the name of a module may be, in bytes: with another one before it, it still names a file anywhere.
const LONGEST_MODULE: usize = 120;

/// How long the name of a type may be, in bytes: with words before and after it, it still names a file anywhere.
const LONGEST_TYPE: usize = 200;

/// The text, of which the name of a module or a type keeps only the beginning where it is too long for a file.
pub(super) fn short(kind: Kind, text: String) -> String {
    match kind {
        Kind::Module => cut(text, LONGEST_MODULE, "_"),
        Kind::Type => cut(text, LONGEST_TYPE, ""),
        _ => text,
    }
}

fn cut(text: String, longest: usize, between: &str) -> String {
    if text.len() <= longest {
        return text;
    }
    let room = longest - between.len() - 16;
    let letters = text
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let end = letters.take_while(|end| *end <= room).last().unwrap_or(0);
    let kept = text[..end].trim_end_matches('_');
    format!("{kept}{between}{:016x}", digest(&text))
}

/// FNV-1a, which is the same everywhere and for ever.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, LONGEST_MODULE, LONGEST_TYPE, short};

    #[test]
    fn long_names_are_short_and_apart() {
        for (kind, longest) in [(Kind::Module, LONGEST_MODULE), (Kind::Type, LONGEST_TYPE)] {
            let long = |last: &str| short(kind, "u540d".repeat(90) + last);
            assert_eq!(long("a").len(), longest);
            assert_ne!(long("a"), long("b"));
            assert!(short(kind, "ß".repeat(300)).len() <= longest);
        }
        assert_eq!(short(Kind::Field, "a".repeat(300)), "a".repeat(300));
    }
}
