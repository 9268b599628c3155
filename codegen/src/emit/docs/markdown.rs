//! Markdown of documents as Markdown that rustdoc takes for text.
//!
//! In: lines as a document has them. Out: lines that read the same and link to nothing that is not a URL, run nothing
//! as a doctest, and give the lints on docs no cause: code is fenced as text, lists are indented as they nest,
//! brackets and angles that are no link are escaped.

mod inline;

/// The lines, made safe.
pub(super) fn safe(lines: &[String]) -> Vec<String> {
    let mut block = Block::default();
    let mut safe: Vec<String> = lines.iter().map(|line| block.line(line)).collect();
    safe.extend(block.fence);
    safe
}

/// Where in the structure of the text a line stands.
#[derive(Default)]
struct Block {
    /// The line that would close the open fence.
    fence: Option<String>,
    /// The open list items, outermost first.
    items: Vec<ListItem>,
    after_blank: bool,
}

struct ListItem {
    /// How far its marker was indented in the document.
    indent: usize,
    /// Where its text starts in the output.
    text_at: usize,
}

impl Block {
    fn line(&mut self, line: &str) -> String {
        if let Some(fence) = &self.fence {
            return self.fenced(line, fence.clone());
        }
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let was_blank = std::mem::replace(&mut self.after_blank, text.is_empty());
        if text.is_empty() {
            return String::new();
        }
        if let Some(fence) = fence(text) {
            self.items.clear();
            self.fence = Some(fence.to_owned());
            return format!("{fence}text");
        }
        match marker(text) {
            Some(marker) => self.list_item(indent, marker, &text[marker.len()..]),
            None => self.paragraph(indent, text, was_blank),
        }
    }

    fn fenced(&mut self, line: &str, fence: String) -> String {
        let text = line.trim();
        let closes = text.starts_with(&fence) && text.trim_start_matches(&fence[..1]).is_empty();
        if closes {
            self.fence = None;
            return fence;
        }
        line.to_owned()
    }

    fn list_item(&mut self, indent: usize, marker: &str, text: &str) -> String {
        while self.items.last().is_some_and(|item| item.indent >= indent) {
            self.items.pop();
        }
        let at = self.items.last().map_or(0, |item| item.text_at);
        let marker = marker.trim_end();
        self.items.push(ListItem {
            indent,
            text_at: at + marker.len() + 1,
        });
        let line = format!(
            "{}{marker} {}",
            " ".repeat(at),
            inline::safe(text.trim_start())
        );
        line.trim_end().to_owned()
    }

    fn paragraph(&mut self, indent: usize, text: &str, after_blank: bool) -> String {
        if after_blank {
            while self.items.last().is_some_and(|item| item.indent >= indent) {
                self.items.pop();
            }
        }
        let at = self.items.last().map_or(0, |item| item.text_at);
        format!("{}{}", " ".repeat(at), inline::safe(text))
    }
}

/// The fence that a line opens.
fn fence(text: &str) -> Option<&str> {
    let sign = text
        .chars()
        .next()
        .filter(|sign| matches!(sign, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(sign).len();
    let info = &text[length..];
    (length >= 3 && !info.contains('`')).then(|| &text[..length])
}

/// The marker of a list item, with the blanks after it.
fn marker(text: &str) -> Option<&str> {
    let bullet = text.starts_with(['-', '*', '+']).then_some(1);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number =
        ((1..=9).contains(&digits) && text[digits..].starts_with(['.', ')'])).then_some(digits + 1);
    let end = bullet.or(number)?;
    let blanks = text[end..].len() - text[end..].trim_start_matches(' ').len();
    (blanks > 0).then(|| &text[..end + blanks])
}

#[cfg(test)]
mod tests {
    fn safe(text: &str) -> String {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        super::safe(&lines).join("\n")
    }

    #[test]
    fn code_is_text_and_ends() {
        assert_eq!(
            safe("```json\n{ [a] }\n```\n[b]"),
            "```text\n{ [a] }\n```\n\\[b\\]"
        );
        assert_eq!(safe("~~~\n<x>"), "~~~text\n<x>\n~~~");
        assert_eq!(safe("Text\n\n    let code = 1;"), "Text\n\nlet code = 1;");
    }

    #[test]
    fn lists_are_indented_as_they_nest() {
        let text = "- one\nlazy\n    * two\n          over\n- three\n\nafter";
        assert_eq!(
            safe(text),
            "- one\n  lazy\n  * two\n    over\n- three\n\nafter"
        );
        assert_eq!(safe("10.  ten\nmore"), "10. ten\n    more");
    }
}
