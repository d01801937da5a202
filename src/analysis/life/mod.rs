//! A service's life as people look at it: what it went past, who has to agree, what a case comes to.

mod passed;

pub use passed::{Passed, passed};
