//! Names of modules as short as names of files must be.
//!
//! In: an identifier's text and its kind. Out: the same text, or its beginning and a digest of the whole: always the same
//! for the same text, whatever else is there. This room knows no file system.

use super::ident::Kind;

/// How long the name of a module may be, in ASCII letters: with another one before it, it still names a file anywhere.
const LONGEST: usize = 120;

/// The text, of which a module's name keeps only the beginning where it is too long for a file.
pub(super) fn short(kind: Kind, text: String) -> String {
    if kind != Kind::Module || text.len() <= LONGEST {
        return text;
    }
    let kept: String = text.chars().take(LONGEST - 17).collect();
    let kept = kept.trim_end_matches('_');
    format!("{kept}_{:016x}", digest(&text))
}

/// FNV-1a, which is the same everywhere and for ever.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, LONGEST, short};

    #[test]
    fn long_modules_are_short_and_apart() {
        let long = |last: &str| short(Kind::Module, "u540d".repeat(90) + last);
        assert_eq!(long("a").len(), LONGEST);
        assert_ne!(long("a"), long("b"));
        assert_eq!(short(Kind::Type, "A".repeat(300)), "A".repeat(300));
    }
}
