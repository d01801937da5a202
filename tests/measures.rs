//! Measures of services: lights, trends, years to date and forecasts by rule, and what people can enter of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that dies there has found something")]

mod support;

#[path = "measures/build.rs"]
mod build;
#[path = "measures/entering.rs"]
mod entering;
#[path = "measures/formulas.rs"]
mod formulas;
#[path = "measures/merging.rs"]
mod merging;
#[path = "measures/telling.rs"]
mod telling;
