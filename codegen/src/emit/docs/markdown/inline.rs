//! The inside of a Markdown line.
//!
//! In: the text of one line. Out: the same with code spans and links to URLs as they are, bare URLs in angles, and
//! every other bracket, angle and lone back quote escaped.

/// A line's text, made safe.
pub(super) fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    if rest.starts_with('>') {
        out.push('\\');
    }
    while let Some(first) = rest.chars().next() {
        let (piece, length) = piece(rest, first);
        out.push_str(&piece);
        rest = &rest[length..];
    }
    out
}

/// What to write for the start of the text, and how many bytes of it that covers.
fn piece(text: &str, first: char) -> (String, usize) {
    let whole = |length: usize| (text[..length].to_owned(), length);
    match first {
        '\\' => whole(escape(text)),
        '`' => match code_span(text) {
            Some(length) => whole(length),
            None => ("\\`".to_owned(), 1),
        },
        '[' => match link(text) {
            Some(length) => whole(length),
            None => ("\\[".to_owned(), 1),
        },
        '<' => match autolink(text) {
            Some(length) => whole(length),
            None => ("\\<".to_owned(), 1),
        },
        ']' => ("\\]".to_owned(), 1),
        'h' => match url(text) {
            Some(length) => (format!("<{}>", &text[..length]), length),
            None => whole(1),
        },
        _ => whole(first.len_utf8()),
    }
}

/// A backslash with what it escapes; at the end of a line it stands alone.
fn escape(text: &str) -> usize {
    let next = text[1..].chars().next();
    next.filter(char::is_ascii_punctuation).map_or(1, |_| 2)
}

fn code_span(text: &str) -> Option<usize> {
    let fence = text.len() - text.trim_start_matches('`').len();
    let mut at = fence;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = start + run;
        if run == fence {
            return Some(at);
        }
    }
    None
}

/// `[words](https://…)`, without brackets or angles in it.
fn link(text: &str) -> Option<usize> {
    let words = text[1..].find(['[', ']', '<', '`'])? + 1;
    let target = text[words..].strip_prefix("](")?;
    let end = target.find([')', ' ', '<', '(', '['])?;
    let is_link =
        target[end..].starts_with(')') && starts_url(target) && url(&text[1..words]).is_none();
    is_link.then_some(words + 2 + end + 1)
}

fn autolink(text: &str) -> Option<usize> {
    let end = text.find('>')?;
    let target = &text[1..end];
    let is_link = starts_url(target) && !target.contains([' ', '<']);
    is_link.then_some(end + 1)
}

fn starts_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// A URL that stands in the text, without the punctuation that ends a sentence.
fn url(text: &str) -> Option<usize> {
    if !starts_url(text) {
        return None;
    }
    let end = text.find([' ', '<', '>', '"', '\'', '`', ')', ']', '[', '|', '*', '\\']);
    let url = text[..end.unwrap_or(text.len())].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    (!url.ends_with('/') || url.matches('/').count() > 2).then_some(url.len())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn urls_and_links_stay_links() {
        assert_eq!(
            safe("See https://a.example/b."),
            "See <https://a.example/b>."
        );
        assert_eq!(safe("(http://a.example)"), "(<http://a.example>)");
        assert_eq!(
            safe("[a](https://a.example) <https://b.example>"),
            "[a](https://a.example) <https://b.example>"
        );
        assert_eq!(safe("http:// and https"), "http:// and https");
    }

    #[test]
    fn nothing_else_is_a_link_or_a_tag() {
        assert_eq!(
            safe("[Foo] <b>x</b> Vec<T>"),
            "\\[Foo\\] \\<b>x\\</b> Vec\\<T>"
        );
        assert_eq!(safe("[a](b) [c]: d"), "\\[a\\](b) \\[c\\]: d");
        assert_eq!(safe("\\[a\\] é"), "\\[a\\] é");
        assert_eq!(safe("> quoted"), "\\> quoted");
    }

    #[test]
    fn code_spans_stay_and_lone_back_quotes_are_text() {
        assert_eq!(safe("`[a]` ``b`<`` `c"), "`[a]` ``b`<`` \\`c");
    }
}
