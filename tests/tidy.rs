//! The rules of the house that no compiler holds: who may use what, where stylesheets and colours live, which addresses
//! may be written down, what may panic, how long a file may be. Each check is tried on made-up input beside it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "tidy/addresses.rs"]
mod addresses;
#[path = "tidy/lengths.rs"]
mod lengths;
#[path = "tidy/modules.rs"]
mod modules;
#[path = "tidy/panics.rs"]
mod panics;
#[path = "tidy/release.rs"]
mod release;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/styles.rs"]
mod styles;
#[path = "tidy/views.rs"]
mod views;

/// Fails with every sentence that a check came back with, so that one run shows all there is to mend.
fn hold(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}
