//! What the event parser refuses, said in sentences.
//!
//! In: the parser's error. Out: a diagnostic at the same place, with help where the cause is a common one.
//! This room never reads text for meaning.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostic, Place};
use crate::source::FileId;
use crate::source::limit::MAX_DEPTH;

/// The diagnostic for an error of the parser.
pub(super) fn diagnostic(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let at = Place::Bytes(file, place(text, error));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        let message = format!("values are nested deeper than {MAX_DEPTH} levels");
        return Diagnostic::error("too-deep", at, message)
            .help("name the inner schemas and refer to them with `$ref`");
    }
    let (message, help) = sentence(error.kind());
    let problem = Diagnostic::error("yaml-syntax", at, message);
    if help.is_empty() {
        problem
    } else {
        problem.help(help)
    }
}

fn place(text: &str, error: &ScanError) -> Range<usize> {
    let mut start = error
        .marker()
        .byte_offset()
        .unwrap_or(text.len())
        .min(text.len());
    if is_about_tab(error.kind())
        && !text[start..].starts_with('\t')
        && text[..start].ends_with('\t')
    {
        start -= 1;
    }
    let width = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + width
}

fn is_about_tab(kind: &ErrorKind) -> bool {
    use ErrorKind::{
        TabAtBlockScalarStart, TabInBlockIndentation, TabInIndentation, TabInPlainScalar,
        TabNotAllowed,
    };
    matches!(
        kind,
        TabNotAllowed
            | TabInBlockIndentation
            | TabInIndentation
            | TabAtBlockScalarStart
            | TabInPlainScalar
    )
}

/// One sentence, and a second one on how to mend it, which may be empty.
fn sentence(kind: &ErrorKind) -> (String, &'static str) {
    let (message, help) = match kind {
        kind if is_about_tab(kind) => {
            ("a tab stands where YAML wants spaces", "indent with spaces")
        }
        ErrorKind::UnknownAnchor => (
            "the alias names no anchor before it",
            "put text that starts with `*` in quotes, or define the anchor with `&`",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => (
            "a colon stands where no key can be",
            "put a text that holds `: ` in quotes",
        ),
        ErrorKind::UnclosedQuotedScalar => (
            "the text in quotes is never closed",
            "put the closing quote where the text ends",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "this line is neither a key with a colon nor part of a text",
            "check the indentation of this line and of the one before",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => (
            "the indentation of this line fits nothing before it",
            "align it with the lines it belongs to",
        ),
        ErrorKind::UnexpectedEof
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => (
            "the text ends in the middle of a value",
            "complete the value, or remove what was begun",
        ),
        ErrorKind::UnclosedFlowCollection { open } => {
            return (
                format!("the bracket `{open}` is never closed"),
                "add the closing bracket where the value ends",
            );
        }
        other => return (format!("this is not YAML: {other}"), ""),
    };
    (message.to_owned(), help)
}
