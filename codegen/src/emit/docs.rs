//! Docs as attributes, one a line.
//!
//! In: Markdown lines and places. Out: `#[doc = "…"]` attributes that print as `///` or `//!` lines.
//! Whatever stands in a line, it stays one comment line: no control character and no direction mark gets through.

mod markdown;

use proc_macro2::TokenStream;
use quote::quote;

use crate::source::Origin;

/// The docs of an item: its lines, then its place in the document.
pub(super) fn item(lines: &[String], at: &Origin) -> TokenStream {
    let place = code(&at.pointer.to_string());
    let mut all: Vec<String> = lines
        .iter()
        .filter(|line| **line != place)
        .cloned()
        .collect();
    if !all.is_empty() {
        all.push(String::new());
    }
    all.push(place);
    outer(&all)
}

/// The docs of something in an item; where the document says nothing, its name on the wire.
pub(super) fn part(lines: &[String], wire: &str) -> TokenStream {
    if lines.iter().all(|line| line.trim().is_empty()) {
        outer(&[code(wire)])
    } else {
        outer(lines)
    }
}

/// Lines as `///`.
fn outer(lines: &[String]) -> TokenStream {
    let lines = comment_lines(lines);
    quote!(#(#[doc = #lines])*)
}

/// Lines as `//!`.
pub(super) fn inner(lines: &[String]) -> TokenStream {
    let lines = comment_lines(lines);
    quote!(#(#![doc = #lines])*)
}

/// The crate's own lines as `//!`: they are ours, and may link to items.
pub(super) fn crate_root(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#![doc = #lines])*)
}

/// A text as a Markdown code span, whatever back quotes are in it.
pub(super) fn code(text: &str) -> String {
    let text = printable(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let padding = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    match text.as_str() {
        "" => "The empty text.".to_owned(),
        text => format!("{fence}{padding}{text}{padding}{fence}"),
    }
}

/// A text as it may stand in a line comment.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !is_hidden(*c))
        .collect()
}

fn comment_lines(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().flat_map(|line| line.split('\n'));
    let lines: Vec<String> = lines
        .map(|line| printable(line).trim_end().to_owned())
        .collect();
    let mut lines = markdown::safe(&lines);
    let is_text = |line: &String| !line.is_empty();
    let end = lines.iter().rposition(is_text).map_or(0, |last| last + 1);
    lines.truncate(end);
    let start = lines.iter().position(is_text).unwrap_or(0);
    lines.drain(..start);
    lines
        .into_iter()
        .map(|line| {
            if line.is_empty() {
                line
            } else {
                format!(" {line}")
            }
        })
        .collect()
}

/// Control characters, line separators, and the direction marks that the compiler refuses in comments.
fn is_hidden(c: char) -> bool {
    let direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || direction || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{code, comment_lines};

    #[test]
    fn a_line_stays_a_line() {
        let lines = ["", "a\rb\tc\u{202e}", "", "one\ntwo  ", ""].map(str::to_owned);
        assert_eq!(comment_lines(&lines), [" ab c", "", " one", " two"]);
    }

    #[test]
    fn code_survives_back_quotes() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
