//! Which names say that a value is a secret.
//!
//! In: the key of a property or the name of a schema. Out: whether `Debug` must not print its values.

use heck::ToSnakeCase;

/// Last words of a secret's name.
const WORDS: [&str; 17] = [
    "token",
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "secret",
    "credential",
    "credentials",
    "apikey",
    "authorization",
    "jwt",
    "bearer",
    "cookie",
    "cvv",
    "cvc",
    "otp",
];

/// Words before `key` with which it opens something.
const KEYS: [&str; 9] = [
    "api",
    "access",
    "private",
    "secret",
    "signing",
    "encryption",
    "master",
    "shared",
    "subscription",
];

/// Whether a name ends like that of a secret (`accessToken`, `X-Api-Key`).
pub(super) fn is_secret(name: &str) -> bool {
    let snake = name.to_snake_case();
    let mut words = snake.rsplit('_');
    match (words.next(), words.next()) {
        (Some("key"), Some(before)) => KEYS.contains(&before),
        (Some(last), _) => WORDS.contains(&last),
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KEYS, WORDS, is_secret};

    /// The support code looks at the keys of unknown messages by itself, and must know the same names.
    #[test]
    fn the_support_code_knows_the_same_names() {
        let support = include_str!("../../support/secret.rs");
        let list = support.split("const NAMES").nth(1).expect("the list");
        let list = list.split("];").next().expect("its end");
        let known: BTreeSet<String> = list
            .split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        let keys = KEYS.iter().map(|word| format!("{word}key"));
        let words = WORDS.iter().map(|word| (*word).to_owned());
        assert_eq!(known, words.chain(keys).collect());
    }

    #[test]
    fn the_last_word_tells() {
        for name in [
            "token",
            "accessToken",
            "X-API-Key",
            "client_secret",
            "Authorization",
            "dbPassword",
            "privateKey",
        ] {
            assert!(is_secret(name), "{name}");
        }
        for name in [
            "tokenType",
            "tokens",
            "key",
            "primaryKey",
            "passwordHashAlgorithm",
            "secretary",
            "",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
