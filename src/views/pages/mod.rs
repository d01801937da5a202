//! One page a route.

pub mod about;
pub mod files;
pub mod first_visit;
pub mod issues;
pub mod not_found;
pub mod overview;
pub mod partners;
pub mod programme;
pub mod risk;
pub mod risks;
pub mod savings;
pub mod search;
pub mod service;
pub mod services;
pub mod settings;
