//! Addresses of schemas (RFC 3986): what an `$id` or a `$ref` means below another `$id`.
//!
//! In: the texts of `$id`s and references, without what follows `#`. Out: full addresses that can be compared.
//! This room never reads anything from an address.

use super::location::scheme;

/// The address of a schema; empty, or without a scheme, where nothing around states one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address(String);

impl Address {
    /// What a reference means here.
    pub(super) fn join(&self, reference: &str) -> Self {
        if reference.is_empty() {
            return self.clone();
        }
        if scheme(reference).is_some() {
            return Self(reference.to_owned());
        }
        let (site, path) = self.site();
        if reference.starts_with("//") {
            let scheme = scheme(&self.0).map_or_else(String::new, |scheme| format!("{scheme}:"));
            return Self(format!("{scheme}{reference}"));
        }
        let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
        let path = match folder {
            _ if reference.starts_with('/') => reference.to_owned(),
            "" if !site.is_empty() => format!("/{reference}"),
            folder => format!("{folder}{reference}"),
        };
        Self(format!("{site}{}", without_dots(&path)))
    }

    /// Scheme and host, and the path after them.
    fn site(&self) -> (&str, &str) {
        let Some(after) = self.0.find("://").map(|at| at + "://".len()) else {
            return ("", &self.0);
        };
        let host = self.0[after..]
            .find('/')
            .map_or(self.0.len(), |at| after + at);
        self.0.split_at(host)
    }
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| !last.is_empty()) => {
                parts.pop();
            }
            ".." => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn references_count_from_the_address_around() {
        let joined = |base: &str, reference: &str| Address::default().join(base).join(reference).0;
        let base = "https://example.com/a/b.json";
        assert_eq!(joined(base, "c.json"), "https://example.com/a/c.json");
        assert_eq!(joined(base, "./../c.json"), "https://example.com/c.json");
        assert_eq!(joined(base, "/c"), "https://example.com/c");
        assert_eq!(joined(base, "//other.example/c"), "https://other.example/c");
        assert_eq!(joined(base, "urn:c"), "urn:c");
        assert_eq!(joined(base, ""), base);
        assert_eq!(joined("https://example.com", "c"), "https://example.com/c");
        assert_eq!(joined("", "/c"), "/c");
        assert_eq!(joined("a/b", "c"), "a/c");
        assert_eq!(joined("urn:example:a", "c"), "c");
    }
}
