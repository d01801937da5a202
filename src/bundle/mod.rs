//! The JSON that travels: how a log is written to a file, and how any file is read.
//!
//! Knows neither files nor storage: text comes in, text goes out.

pub mod decode;
