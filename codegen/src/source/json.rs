//! The JSON reader: text → events for the tree.
//!
//! In: text whose first character is `{` or `[`. Out: the tree, or the first byte that is not JSON.
//! It exists because YAML readers differ from JSON in the corners (long keys, tabs, blanks before colons).
//! This room never knows YAML. It does not recurse.

use std::sync::Arc;

use super::build::{Builder, Collection};
use super::scalar::is_number;
use super::{FileId, Node, Scalar, Span, Style};
use crate::diagnostic::Diagnostics;

/// Why there is no tree.
pub(super) enum Failure {
    /// The text is not JSON from this byte on: one sentence says why.
    Syntax(usize, &'static str),
    /// The text is JSON, but the tree is refused.
    Refused(Diagnostics),
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Refused(diagnostics)
    }
}

/// Whether the text may be JSON: it starts with a bracket.
pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Reads one JSON text.
pub(super) fn read(file: FileId, text: &str) -> Result<Option<Node>, Failure> {
    let mut reader = Reader {
        text,
        at: 0,
        open: Vec::new(),
        builder: Builder::new(file),
    };
    let mut expected = Expected::Value;
    while expected != Expected::End {
        reader.skip_blanks();
        expected = reader.step(expected)?;
    }
    reader.skip_blanks();
    if reader.at < text.len() {
        return reader.fail("something follows the end of the JSON value");
    }
    Ok(reader.builder.finish()?)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Value,
    ItemOrEnd,
    KeyOrEnd,
    Key,
    Colon,
    CommaOrEnd,
    End,
}

struct Reader<'text> {
    text: &'text str,
    at: usize,
    open: Vec<Collection>,
    builder: Builder,
}

impl Reader<'_> {
    fn step(&mut self, expected: Expected) -> Result<Expected, Failure> {
        let next = self.text.as_bytes().get(self.at).copied();
        match (expected, next) {
            (_, None) => self.fail("the JSON text ends in the middle of a value"),
            (Expected::ItemOrEnd | Expected::CommaOrEnd, Some(b']')) => {
                self.close(Collection::Sequence)
            }
            (Expected::KeyOrEnd | Expected::CommaOrEnd, Some(b'}')) => {
                self.close(Collection::Mapping)
            }
            (Expected::Value | Expected::ItemOrEnd, Some(byte)) => self.value(byte),
            (Expected::KeyOrEnd | Expected::Key, Some(b'"')) => {
                self.string().map(|()| Expected::Colon)
            }
            (Expected::KeyOrEnd | Expected::Key, _) => {
                self.fail("a key in double quotes is expected here")
            }
            (Expected::Colon, Some(b':')) => Ok(self.skip_to(Expected::Value)),
            (Expected::Colon, _) => self.fail("a colon is expected after the key"),
            (Expected::CommaOrEnd, Some(b',')) => Ok(match self.open.last() {
                Some(Collection::Mapping) => self.skip_to(Expected::Key),
                Some(Collection::Sequence) | None => self.skip_to(Expected::Value),
            }),
            (Expected::CommaOrEnd | Expected::End, _) => {
                self.fail("a comma or a closing bracket is expected here")
            }
        }
    }

    fn value(&mut self, byte: u8) -> Result<Expected, Failure> {
        match byte {
            b'{' => self.start(Collection::Mapping, Expected::KeyOrEnd),
            b'[' => self.start(Collection::Sequence, Expected::ItemOrEnd),
            b'"' => self.string().map(|()| self.after_value()),
            _ => self.literal().map(|()| self.after_value()),
        }
    }

    fn start(&mut self, collection: Collection, expected: Expected) -> Result<Expected, Failure> {
        self.builder.open(collection, self.span(self.at + 1), 0)?;
        self.open.push(collection);
        Ok(self.skip_to(expected))
    }

    fn close(&mut self, collection: Collection) -> Result<Expected, Failure> {
        if self.open.pop() != Some(collection) {
            return self.fail("this bracket closes what was not opened");
        }
        self.builder.close(self.span(self.at + 1))?;
        self.at += 1;
        Ok(self.after_value())
    }

    fn string(&mut self) -> Result<(), Failure> {
        let Some(length) = string_length(&self.text.as_bytes()[self.at..]) else {
            return self.fail("the quote that opens here is never closed");
        };
        let quoted = &self.text[self.at..self.at + length];
        let Ok(text) = serde_json::from_str::<String>(quoted) else {
            return self.fail("this string holds a control character or a broken escape");
        };
        self.scalar(&text, Style::Quoted, length)
    }

    fn literal(&mut self) -> Result<(), Failure> {
        let rest = &self.text[self.at..];
        let is_part =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let word = &rest[..rest.bytes().take_while(is_part).count()];
        if !matches!(word, "true" | "false" | "null") && !is_number(word) {
            return self.fail("a JSON value is expected here");
        }
        let (word, length) = (word.to_owned(), word.len());
        self.scalar(&word, Style::Plain, length)
    }

    fn scalar(&mut self, text: &str, style: Style, length: usize) -> Result<(), Failure> {
        let span = self.span(self.at + length);
        self.builder.scalar(
            Scalar {
                text: Arc::from(text),
                style,
            },
            span,
            0,
        )?;
        self.at += length;
        Ok(())
    }

    fn after_value(&self) -> Expected {
        if self.open.is_empty() {
            Expected::End
        } else {
            Expected::CommaOrEnd
        }
    }

    fn skip_to(&mut self, expected: Expected) -> Expected {
        self.at += 1;
        expected
    }

    fn skip_blanks(&mut self) {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        self.at += self.text.as_bytes()[self.at..]
            .iter()
            .take_while(|byte| blank(byte))
            .count();
    }

    fn span(&self, end: usize) -> Span {
        Span::new(self.at, end)
    }

    fn fail<T>(&self, why: &'static str) -> Result<T, Failure> {
        Err(Failure::Syntax(self.at, why))
    }
}

/// The length of the string that starts at the first byte, both quotes counted.
fn string_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
