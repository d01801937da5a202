//! A service's life: what each stage asks for, who has to agree, and what is kept of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that dies there has found something")]

#[allow(dead_code, reason = "each suite takes what it needs")]
#[path = "support/build.rs"]
mod by_hand;

#[path = "life/approvals.rs"]
mod approvals;
#[path = "life/benefits.rs"]
mod benefits;
#[path = "life/build.rs"]
mod build;
#[path = "life/cases.rs"]
mod cases;
#[path = "life/commitments.rs"]
mod commitments;
#[path = "life/highlights.rs"]
mod highlights;
#[path = "life/openings.rs"]
mod openings;
#[path = "life/stages.rs"]
mod stages;
