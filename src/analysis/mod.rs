//! Figures worked out from a workspace. Knows the domain; knows neither the browser nor how a figure looks.

pub mod benefits;
pub mod commitments;
pub mod compare;
pub mod depth;
pub mod duplicates;
pub mod highlights;
pub mod issues;
pub mod life;
pub mod measures;
pub mod overview;
pub mod paper;
pub mod papers;
pub mod programmes;
pub mod risks;
pub mod savings;
pub mod search;
pub mod services;
pub mod telling;
pub mod wording;
