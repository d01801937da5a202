//! Savings in depth: figures on every basis with what moved them, who pays and gets what, and what is on course.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that dies there has found something")]

#[allow(dead_code, reason = "each suite takes what it needs")]
#[path = "support/build.rs"]
mod by_hand;

#[path = "depth/course.rs"]
mod course;
#[path = "depth/ladder.rs"]
mod ladder;
#[path = "depth/statement.rs"]
mod statement;
