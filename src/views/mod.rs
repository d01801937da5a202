//! What a person sees. A page takes figures from the session, defines what its buttons do, and returns the view.

pub mod charts;
pub mod frame;
pub mod here;
pub mod pages;
pub mod parts;
