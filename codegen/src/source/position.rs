//! Lines and columns of a text.
//!
//! In: a text, once; then byte offsets. Out: lines and columns as editors count them.
//! This room never knows files or trees.

use std::ops::Range;

/// Where the lines of a text start.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines. A line ends after `\n`.
    pub(super) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = ends.map(|(at, _)| u32::try_from(at + 1).expect("texts are limited in size"));
        Self {
            starts: std::iter::once(0).chain(starts).collect(),
        }
    }

    /// The line, counted from 1, and the bytes of it without its end, for a byte offset;
    /// an offset past the end counts as the end.
    pub(super) fn line(&self, text: &str, byte: usize) -> (usize, Range<usize>) {
        let byte = byte.min(text.len());
        let line = self.starts.partition_point(|&start| start as usize <= byte);
        let start = self.starts[line - 1] as usize;
        let end = self
            .starts
            .get(line)
            .map_or(text.len(), |&next| next as usize);
        let content = text[start..end].trim_end_matches(['\n', '\r']);
        (line, start..start + content.len())
    }

    /// The line and the column, both counted from 1, columns in characters.
    pub(super) fn line_column(&self, text: &str, byte: usize) -> (usize, usize) {
        let byte = floor_boundary(text, byte);
        let (line, range) = self.line(text, byte);
        (line, text[range.start..byte].chars().count() + 1)
    }
}

/// The last border between characters at or before a byte offset.
pub(super) fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn columns_count_characters() {
        let text = "a\r\nüñ: x\n\n";
        let lines = Lines::of(text);
        assert_eq!(lines.line_column(text, 0), (1, 1));
        assert_eq!(
            lines.line_column(text, text.find('x').expect("is there")),
            (2, 5)
        );
        assert_eq!(lines.line(text, 1), (1, 0..1));
        assert_eq!(lines.line_column(text, text.len()), (4, 1));
        assert_eq!(lines.line_column(text, 4), (2, 1), "inside a character");
        assert_eq!(Lines::of("").line_column("", 7), (1, 1));
    }
}
