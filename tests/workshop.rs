//! The workshop's jobs, asked directly.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops says what it expected by stopping")]

#[path = "workshop/age_tool.rs"]
mod age_tool;
#[path = "workshop/lock.rs"]
mod lock;
