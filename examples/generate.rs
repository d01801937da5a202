//! Writes a made-up programme of a chosen size as a bundle: `generate small|ten|national FILE [SEED]`; or one with two
//! copies that have gone apart by so many changes each, `generate apart BASE ONE OTHER CHANGES [SEED]`.
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
use concordat::log::{Author, Log, Moment};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["apart", base, one, other, each, seed @ ..] => match (each.parse(), numbered(seed)) {
            (Ok(each), Some(seed)) => {
                let (log, gone) = generate::apart(seed, generate::SAMPLE_TIMES_TEN, each);
                all([(*base, &log), (*one, &gone[0]), (*other, &gone[1])].map(|(path, log)| save(path, log)))
            }
            _ => explain(),
        },
        [size, path, seed @ ..] => match (sized(size), numbered(seed)) {
            (Some(size), Some(seed)) => all([save(path, &generate::log(seed, size))]),
            _ => explain(),
        },
        _ => explain(),
    }
}

fn sized(word: &str) -> Option<generate::Size> {
    match word {
        "small" => Some(generate::SMALL),
        "ten" => Some(generate::SAMPLE_TIMES_TEN),
        "national" => Some(generate::NATIONAL),
        _ => None,
    }
}

fn numbered(seed: &[&str]) -> Option<u64> {
    match seed {
        [] => Some(1),
        [seed] => seed.parse().ok(),
        _ => None,
    }
}

/// Whether the bundle could be written.
fn save(path: &str, log: &Log) -> bool {
    let by = Author { name: "Generator".to_owned(), council: String::new() };
    let made = Made::new(Moment::parse("2011-01-17T18:00:00Z").unwrap(), by, concat!("concordat ", env!("CARGO_PKG_VERSION")));
    let text = bundle::write(log, &decode::workspace(log), &made);
    match std::fs::write(path, &text) {
        Ok(()) => println!("Wrote {path}: {} changes, {} bytes, code {}", log.changes().len(), text.len(), log.code()),
        Err(error) => {
            eprintln!("{path} could not be written: {error}");
            return false;
        }
    }
    true
}

fn all<const MANY: usize>(saved: [bool; MANY]) -> ExitCode {
    if saved.into_iter().all(|saved| saved) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn explain() -> ExitCode {
    eprintln!("Usage: generate small|ten|national FILE [SEED]\n       generate apart BASE ONE OTHER CHANGES [SEED]");
    ExitCode::FAILURE
}
