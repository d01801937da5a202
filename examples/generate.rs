//! Writes a made-up programme of a chosen size as a bundle: `generate small|ten|national FILE [SEED]`.
//!
//! The same seed gives the same bytes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a generator that dies there has found a slip of its own"
)]

#[path = "../tests/support/generate/mod.rs"]
mod generate;

use std::process::ExitCode;

use concordat::bundle::{self, Made, decode};
use concordat::log::{Author, Moment};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let size = match words.next().as_deref() {
        Some("small") => generate::SMALL,
        Some("ten") => generate::SAMPLE_TIMES_TEN,
        Some("national") => generate::NATIONAL,
        _ => return explain(),
    };
    let Some(path) = words.next() else { return explain() };
    let Some(seed) = words.next().map_or(Some(1), |seed| seed.parse().ok()) else { return explain() };
    let log = generate::log(seed, size);
    let by = Author { name: "Generator".to_owned(), council: String::new() };
    let made = Made::new(Moment::parse("2011-01-17T18:00:00Z").unwrap(), by, concat!("concordat ", env!("CARGO_PKG_VERSION")));
    let text = bundle::write(&log, &decode::workspace(&log), &made);
    match std::fs::write(&path, &text) {
        Ok(()) => {
            println!("Wrote {path}: {} changes, {} bytes, code {}", log.changes().len(), text.len(), log.code());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path} could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn explain() -> ExitCode {
    eprintln!("Usage: generate small|ten|national FILE [SEED]");
    ExitCode::FAILURE
}
