//! Decodes examples with the types of generated crates, encodes them again, and compares.
//!
//! In: the name of a document, and a file with its examples as a JSON list. Out: a line for each, `right` or what is
//! wrong. The types are listed in `cases.rs`, which is written for each run.

use std::io::Write;
use std::process::ExitCode;

use serde_json::Value;

macro_rules! documents {
    ($($slug:literal $package:ident { $($index:literal $Type:ty;)* })*) => {
        fn run(slug: &str, examples: &[Value]) {
            match slug {
                $($slug => $package(examples),)*
                _ => {}
            }
        }
        $(
            fn $package(examples: &[Value]) {
                $(
                    let text = examples[$index].to_string();
                    let encoded = match $package::from_json::<$Type>(&text) {
                        Ok(decoded) => serde_json::to_value(&decoded).map_err(|error| error.to_string()),
                        Err(error) => Err(error.to_string()),
                    };
                    tell(&examples[$index], encoded);
                )*
            }
        )*
    };
}

include!("cases.rs");

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let (Some(slug), Some(path)) = (words.next(), words.next()) else { return ExitCode::from(2) };
    let Ok(bytes) = std::fs::read(path) else { return ExitCode::from(2) };
    let Ok(examples) = serde_json::from_slice::<Vec<Value>>(&bytes) else { return ExitCode::from(2) };
    run(&slug, &examples);
    ExitCode::SUCCESS
}

fn tell(example: &Value, encoded: Result<Value, String>) {
    let line = match encoded {
        Ok(value) if alike(example, &value) => "right".to_owned(),
        Ok(value) => format!("{example} comes back as {value}"),
        Err(error) => format!("{example} is not decoded: {}", error.replace('\n', " ")),
    };
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Whether two values are one in JSON, where 1 and 1.0 are the same number.
fn alike(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left == right || left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| alike(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let same = |(key, left): (&String, &Value)| right.get(key).is_some_and(|right| alike(left, right));
            left.len() == right.len() && left.iter().all(same)
        }
        _ => left == right,
    }
}
