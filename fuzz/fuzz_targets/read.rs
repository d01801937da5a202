//! Throws any bytes at the bundle reader.
#![no_main]

#[path = "../entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    entry::check(&String::from_utf8_lossy(bytes));
});
