//! Spreadsheets: what goes out comes in again as it was, in both forms; what comes in is shown before anything changes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "tests"
)]

#[path = "support/generate/mod.rs"]
mod generate;
#[path = "sheets/in.rs"]
mod incoming;
#[path = "sheets/out.rs"]
mod out;
#[path = "sheets/round.rs"]
mod round;
#[path = "sheets/support.rs"]
mod support;
