//! JSON pointers (RFC 6901): the one way in which passes say where something stands in a document.
//!
//! In: reference tokens, or the text of a pointer. Out: a cheap-to-clone, ordered [`Pointer`].
//! This room knows neither documents nor files.

use std::fmt;
use std::sync::Arc;

/// A JSON pointer below the root of one file, kept in its escaped text form without the leading `#`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// Reads `#/a/b`, `/a/b`, `#` or the empty string; percent escapes after `#` are decoded.
    ///
    /// Returns `None` when the text is neither empty nor starts with a slash after the optional `#`,
    /// or holds a broken escape.
    pub fn parse(text: &str) -> Option<Self> {
        let body = match text.strip_prefix('#') {
            Some(fragment) => percent_decode(fragment)?,
            None => text.to_owned(),
        };
        let well_formed = body.is_empty() || body.starts_with('/');
        (well_formed && escapes_are_valid(&body)).then(|| Self(Arc::from(body)))
    }

    /// This pointer with one more reference token, given unescaped.
    pub fn push(&self, token: &str) -> Self {
        let escaped = token.replace('~', "~0").replace('/', "~1");
        Self(Arc::from(format!("{}/{escaped}", self.0)))
    }

    /// This pointer with one more array index.
    pub fn index(&self, index: usize) -> Self {
        Self(Arc::from(format!("{}/{index}", self.0)))
    }

    /// The pointer without its last token; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        self.0
            .rfind('/')
            .map(|slash| Self(Arc::from(&self.0[..slash])))
    }

    /// The reference tokens, unescaped, from the root on.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The last reference token, unescaped; `None` for the root.
    pub fn last(&self) -> Option<String> {
        self.0
            .rfind('/')
            .map(|slash| unescape(&self.0[slash + 1..]))
    }

    /// Whether this is the pointer to the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `self` is `other` or stands below it.
    pub fn is_within(&self, other: &Pointer) -> bool {
        self.0
            .strip_prefix(&*other.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for Pointer {
    /// Writes the form that stands in documents: `#/components/schemas/AgentId`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

fn escapes_are_valid(text: &str) -> bool {
    text.split('~')
        .skip(1)
        .all(|rest| rest.starts_with('0') || rest.starts_with('1'))
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn tokens_are_unescaped_and_pushed_tokens_escaped() {
        let pointer = Pointer::parse("#/channels/~1v1~1events/%7Bid%7D~0").expect("well formed");
        assert_eq!(
            pointer.tokens().collect::<Vec<_>>(),
            ["channels", "/v1/events", "{id}~"]
        );
        assert_eq!(Pointer::root().push("a/b~c").to_string(), "#/a~1b~0c");
        assert_eq!(pointer.last().as_deref(), Some("{id}~"));
    }

    #[test]
    fn malformed_text_is_refused() {
        for text in ["foo", "#foo", "#/a%2", "#/a%zz", "/a~2", "/a~"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
    }

    #[test]
    fn within_respects_token_borders() {
        let outer = Pointer::parse("/a/b").expect("well formed");
        assert!(outer.is_within(&outer));
        assert!(outer.push("c").is_within(&outer));
        assert!(
            !Pointer::parse("/a/bc")
                .expect("well formed")
                .is_within(&outer)
        );
        assert!(outer.is_within(&Pointer::root()));
    }
}
