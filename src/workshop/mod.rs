//! Work that needs much code, or long, and is done beside the page: by the *workshop*, a program of its own that browsers
//! run as a worker. Here is what it can be asked and what comes back; the page's own program knows no more of it than that.
//!
//! A job and its answer are JSON with bytes beside them, which are handed over, not copied. How the jobs are done is in
//! `work`, which is part of the workshop and of the native build, and of no page.

mod job;
mod passphrase;

#[cfg(any(feature = "workshop", not(target_arch = "wasm32")))]
pub mod work;

pub use job::{Answer, Done, Job, Progress, Refused, Said};
pub use passphrase::{NotChosen, Passphrase, is_locked};
