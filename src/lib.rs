//! Concordat: councils that share services run their joint programme in a page in the browser.
//!
//! A workspace is a log of changes; everything on the screen, on paper and in a bundle is worked out from it.

pub mod domain;
pub mod log;
pub mod order;
pub mod remark;
pub mod shed;

pub mod analysis;
pub mod chart;
pub mod words;

pub mod route;

pub mod sheets;

pub mod bundle;
pub mod handing;
#[cfg(feature = "app")]
pub mod session;
#[cfg(feature = "app")]
pub mod shell;
pub mod trail;
#[cfg(feature = "app")]
pub mod views;
#[cfg(feature = "app")]
pub mod web;
pub mod workshop;
