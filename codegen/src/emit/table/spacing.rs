//! Tokens on one line.
//!
//! In: the tokens of a table's row. Out: their text, with blanks where people put them.

use proc_macro2::{Delimiter, Spacing, TokenTree};

/// Tokens on one line, spaced as people write them.
pub(super) fn inline(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    let mut text = String::new();
    let mut before: [Option<TokenTree>; 2] = [None, None];
    for token in tokens {
        if !text.is_empty() && !is_glued(&before, &token) {
            text.push(' ');
        }
        text.push_str(&tree(&token));
        before = [before[1].take(), Some(token)];
    }
    text
}

fn tree(token: &TokenTree) -> String {
    let TokenTree::Group(group) = token else {
        return token.to_string();
    };
    let inside = inline(group.stream());
    match group.delimiter() {
        Delimiter::Parenthesis => format!("({inside})"),
        Delimiter::Bracket => format!("[{inside}]"),
        Delimiter::Brace if inside.is_empty() => "{}".to_owned(),
        Delimiter::Brace => format!("{{ {inside} }}"),
        Delimiter::None => inside,
    }
}

fn is_glued(before: &[Option<TokenTree>; 2], token: &TokenTree) -> bool {
    let sign = |token: &Option<TokenTree>| match token {
        Some(TokenTree::Punct(punct)) => Some((punct.as_char(), punct.spacing())),
        _ => None,
    };
    let follows_word = matches!(before[1], Some(TokenTree::Ident(_)));
    let closes = match token {
        TokenTree::Punct(punct) => match punct.as_char() {
            ',' | ';' | ':' | '>' => true,
            '<' | '!' => follows_word,
            _ => false,
        },
        TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis && follows_word,
        _ => false,
    };
    let opens = matches!(
        (sign(&before[0]), sign(&before[1])),
        (_, Some((_, Spacing::Joint)))
            | (Some((':', Spacing::Joint)), Some((':', _)))
            | (Some(('.', Spacing::Joint)), Some(('.', _)))
            | (_, Some(('<' | '-', _)))
    );
    closes || opens
}
