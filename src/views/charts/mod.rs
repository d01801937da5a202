//! Charts: one a file. Geometry comes from `chart`, words from `analysis` and `words`.

pub mod fall_chart;
pub mod measure_chart;
mod measured;
mod patterns;
pub mod savings_chart;
mod savings_key;

pub use savings_key::key_lines;
