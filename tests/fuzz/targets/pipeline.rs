//! Any bytes as a document, through the whole pipeline.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tests::pipeline::holds(bytes));
