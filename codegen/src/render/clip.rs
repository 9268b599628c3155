//! How much of a source line is shown, and which part of it is marked.
//!
//! In: a line and the bytes to mark in it. Out: [`Shown`], the line for carets or an excerpt of a long one.
//! This room never knows files or diagnostics.

use std::ops::Range;

/// Lines up to this many bytes are shown with carets.
const WHOLE: usize = 2_000;
/// How many characters before the mark an excerpt holds.
const BEFORE: usize = 30;
/// How many characters from the mark on an excerpt holds.
const AFTER: usize = 60;

/// What is shown of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shown<'line> {
    /// The whole line, and the bytes to mark.
    Line(&'line str, Range<usize>),
    /// The neighbourhood of the mark, with `…` where something is left out.
    Excerpt(String),
}

impl<'line> Shown<'line> {
    /// The mark may reach past the line, be empty, and begin or end within a character.
    pub(super) fn of(line: &'line str, mark: Range<usize>) -> Self {
        let start = floor(line, mark.start);
        if line.len() > WHOLE {
            return Self::Excerpt(excerpt(line, start));
        }
        let end = ceil(line, mark.end.max(start + 1));
        Self::Line(line, start..end)
    }
}

fn excerpt(line: &str, start: usize) -> String {
    let before = line[..start].char_indices().rev().nth(BEFORE - 1);
    let after = line[start..].char_indices().nth(AFTER);
    let (from, prefix) = before.map_or((0, ""), |(at, _)| (at, "…"));
    let (to, suffix) = after.map_or((line.len(), ""), |(at, _)| (start + at, "…"));
    format!("{prefix}{}{suffix}", &line[from..to])
}

fn floor(line: &str, byte: usize) -> usize {
    (0..=byte.min(line.len()))
        .rev()
        .find(|&at| line.is_char_boundary(at))
        .unwrap_or(0)
}

fn ceil(line: &str, byte: usize) -> usize {
    (byte.min(line.len())..=line.len())
        .find(|&at| line.is_char_boundary(at))
        .unwrap_or(line.len())
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn marks_end_with_the_line_and_cover_something() {
        assert_eq!(
            Shown::of("key: value  ", 5..400),
            Shown::Line("key: value  ", 5..12)
        );
        assert_eq!(Shown::of("", 0..0), Shown::Line("", 0..0));
        assert_eq!(Shown::of("key", 9..9), Shown::Line("key", 3..3));
        assert_eq!(
            Shown::of("aé", 2..2),
            Shown::Line("aé", 1..3),
            "within a character"
        );
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let line = "é".repeat(1_000_000);
        let shown = |mark| match Shown::of(&line, mark) {
            Shown::Excerpt(text) => text.chars().count(),
            Shown::Line(..) => 0,
        };
        assert_eq!(
            (
                shown(600_000..600_004),
                shown(0..line.len()),
                shown(2_000_000..2_000_000)
            ),
            (92, 61, 31)
        );
    }
}
