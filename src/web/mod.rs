//! The only module that calls the browser: what it keeps, what it shows, and what it hands in and out.
//!
//! Gives and takes plain values and callbacks. Nothing here panics: what a browser denies comes back as an error whose
//! message is the sentence that the person reads.
#![allow(clippy::disallowed_methods, reason = "every call that the rest of the house may not make is made here")]

pub mod clock;
pub mod files;
pub mod focus;
pub mod fragment;
pub mod ids;
pub mod install;
pub mod keeper;
pub mod leaving;
pub mod listening;
pub mod opening;
pub mod panic;
pub mod picture;
mod picture_words;
pub mod preferences;
pub mod print;
pub mod release_file;
pub mod sheet;
pub mod shelf;
pub mod storage_facts;
pub mod tabs;
pub mod tail;
pub mod theme;
pub mod tidy_text;
pub mod timing;
pub mod turn;
pub mod visibility;
pub mod workshop;

mod local_storage;
mod page;
mod reflect;
