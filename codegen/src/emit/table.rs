//! The layout of support tables: macro calls with one row a line.
//!
//! In: a macro call as tokens. Out: its text. The formatter that writes everything else fills lines with a macro's
//! tokens; here a row ends at a comma or after a block, docs stand above what they belong to, and a call whose body
//! is one block opens it on its own line. It never knows what the tables mean.

mod spacing;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::Parser;

use spacing::inline;

/// The width beyond which a row of alternatives is broken.
const WIDTH: usize = 100;

/// One step of indentation.
const STEP: &str = "    ";

/// The text of a macro call that stands as an item, with braces.
pub(super) fn text(call: &syn::ItemMacro) -> String {
    let path = inline(quote::ToTokens::to_token_stream(&call.mac.path));
    let rows = rows(call.mac.tokens.clone());
    let mut table = Table::default();
    match rows.as_slice() {
        [row] if row.docs.is_empty() => table.hug(&path, row),
        rows => table.wrap(&path, rows),
    }
    table.text
}

/// One row: docs, the tokens of its line, and the block that it opens.
#[derive(Default)]
struct Row {
    docs: Vec<String>,
    line: Vec<TokenTree>,
    block: Option<Group>,
}

fn rows(body: TokenStream) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut rest = Vec::new();
    for token in body {
        let ends = is_end(&token) || is_block(&rest, &token);
        rest.push(token);
        if ends {
            rows.push(row(std::mem::take(&mut rest)));
        }
    }
    if !rest.is_empty() {
        rows.push(row(rest));
    }
    rows
}

fn is_end(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';'))
}

/// Braces after a name or a literal are a block; after `=` they are a value.
fn is_block(before: &[TokenTree], token: &TokenTree) -> bool {
    let braces = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let named = matches!(
        before.last(),
        Some(TokenTree::Ident(_) | TokenTree::Literal(_))
    );
    braces && named
}

fn row(tokens: Vec<TokenTree>) -> Row {
    let split = |input: syn::parse::ParseStream<'_>| {
        Ok((
            input.call(syn::Attribute::parse_outer)?,
            input.parse::<TokenStream>()?,
        ))
    };
    let (attributes, line) = split
        .parse2(tokens.into_iter().collect())
        .expect("attributes of a table row are well formed");
    let mut line: Vec<TokenTree> = line.into_iter().collect();
    let block = match line.pop() {
        Some(TokenTree::Group(group)) if is_block(&line, &TokenTree::Group(group.clone())) => {
            Some(group)
        }
        last => {
            line.extend(last);
            None
        }
    };
    Row {
        docs: attributes.iter().filter_map(doc).collect(),
        line,
        block,
    }
}

fn doc(attribute: &syn::Attribute) -> Option<String> {
    let syn::Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    match &meta.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

#[derive(Default)]
struct Table {
    text: String,
    depth: usize,
}

impl Table {
    fn hug(&mut self, path: &str, row: &Row) {
        let line = inline(row.line.iter().cloned());
        let body = row.block.as_ref().map(Group::stream).unwrap_or_default();
        if row.block.is_some() && body.is_empty() {
            self.line(&format!("{path}! {{ {line} {{}} }}"));
        } else if row.block.is_some() {
            self.line(&format!("{path}! {{ {line} {{"));
            self.block(&rows(body));
            self.line("} }");
        } else {
            self.line(&format!("{path}! {{ {line} }}"));
        }
    }

    fn wrap(&mut self, path: &str, rows: &[Row]) {
        self.line(&format!("{path}! {{"));
        self.block(rows);
        self.line("}");
    }

    fn block(&mut self, rows: &[Row]) {
        self.depth += 1;
        rows.iter().for_each(|row| self.row(row));
        self.depth -= 1;
    }

    fn row(&mut self, row: &Row) {
        row.docs
            .iter()
            .for_each(|doc| self.line(&format!("///{doc}")));
        let line = inline(row.line.iter().cloned());
        match row.block.as_ref().map(Group::stream) {
            Some(body) if body.is_empty() => self.line(&format!("{line} {{}}")),
            Some(body) => {
                self.line(&format!("{line} {{"));
                self.block(&rows(body));
                self.line("}");
            }
            None if STEP.len() * self.depth + line.chars().count() > WIDTH => {
                self.alternatives(&row.line)
            }
            None => self.line(&line),
        }
    }

    /// A row too long for its line: each alternative on a line of its own.
    fn alternatives(&mut self, tokens: &[TokenTree]) {
        let bar =
            |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '|');
        let mut parts = tokens.split(bar).map(|part| inline(part.iter().cloned()));
        if let Some(first) = parts.next() {
            self.line(&first);
        }
        self.depth += 1;
        parts.for_each(|part| self.line(&format!("| {part}")));
        self.depth -= 1;
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(&STEP.repeat(self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    fn text(tokens: proc_macro2::TokenStream) -> String {
        super::text(&syn::parse2(tokens).expect("a macro call"))
    }

    #[test]
    fn one_row_a_line() {
        let call = quote! {
            support::object! { Pong { "n" = -1 required, r#type: required "type", ..keep entries, } }
        };
        let expected = "support::object! { Pong {\n    \"n\" = -1 required,\n    r#type: required \"type\",\n    \
                        ..keep entries,\n} }\n";
        assert_eq!(text(call), expected);
        assert_eq!(
            text(quote!(support::object! { Empty {} })),
            "support::object! { Empty {} }\n"
        );
    }

    #[test]
    fn docs_stand_above_their_row() {
        let call = quote! {
            support::string_enum! {
                #[doc = " Docs"]
                pub enum State { #[doc = " `A`"] A = "A", #[doc = ""] B = "B" | "b", }
            }
        };
        let expected = "support::string_enum! {\n    /// Docs\n    pub enum State {\n        /// `A`\n        A = \"A\",\n        \
                        ///\n        B = \"B\" | \"b\",\n    }\n}\n";
        assert_eq!(text(call), expected);
    }

    #[test]
    fn types_and_values_keep_together() {
        let call = quote! {
            support::union! { U { kinds { A(support::Map<Vec<(i64, bool)>>): object, B(_): array, } } }
        };
        assert!(text(call).contains(
            "        A(support::Map<Vec<(i64, bool)>>): object,\n        B(_): array,\n"
        ));
        let call = quote!(support::value_enum! { V { A = { "a": [1, -2] }, } });
        assert!(
            text(call).contains("    A = { \"a\": [1, -2] },\n"),
            "{}",
            text(quote!(a! { V { A = { "a": [1] }, } }))
        );
    }

    #[test]
    fn long_rows_break_at_bars() {
        let keys: Vec<String> = (0..12).map(|key| format!("a-key-of-{key}")).collect();
        let text = text(quote!(
            support::union! { U { keys { Member: #(#keys)|*, } } }
        ));
        assert!(
            text.contains("        Member: \"a-key-of-0\"\n            | \"a-key-of-1\"\n"),
            "{text}"
        );
    }
}
