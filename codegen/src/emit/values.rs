//! JSON values as they stand in tables.
//!
//! In: a JSON value. Out: the tokens that `serde_json::json!` reads as that value.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::{Number, Value};

/// A JSON value as one token tree, as tables take it: a negative number in parentheses.
pub(super) fn tree(value: &Value) -> TokenStream {
    let tokens = tokens(value);
    match value {
        Value::Number(it) if is_negative(it) => quote!((#tokens)),
        _ => tokens,
    }
}

/// A JSON value.
fn tokens(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(null),
        Value::Bool(truth) => quote!(#truth),
        Value::Number(it) => number(it),
        Value::String(text) => quote!(#text),
        Value::Array(items) => {
            let items = items.iter().map(tokens);
            quote!([#(#items),*])
        }
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = tokens(value);
                quote!(#key: #value)
            });
            quote!({ #(#entries),* })
        }
    }
}

/// Integers that are no `i32` say what they are, because `json!` does not.
fn number(number: &Number) -> TokenStream {
    let magnitude = match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(whole), _, _) if i32::try_from(whole).is_ok() => {
            Literal::u64_unsuffixed(whole.unsigned_abs())
        }
        // The one whose magnitude is no literal of its type.
        (Some(i64::MIN), _, _) => return quote!(i64::MIN),
        (Some(whole), _, _) => Literal::i64_suffixed(whole.abs()),
        (None, Some(whole), _) => Literal::u64_suffixed(whole),
        (None, None, float) => Literal::f64_unsuffixed(float.unwrap_or_default().abs()),
    };
    if is_negative(number) {
        quote!(-#magnitude)
    } else {
        quote!(#magnitude)
    }
}

fn is_negative(number: &Number) -> bool {
    number.as_f64().is_some_and(f64::is_sign_negative)
}
