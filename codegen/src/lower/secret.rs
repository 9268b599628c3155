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
    use super::is_secret;

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
