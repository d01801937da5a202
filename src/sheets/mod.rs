//! Spreadsheets as plain tables: which columns each kind of record has, records to cells and cells to records, which
//! column of somebody's own table is which, and what bringing it in would do, row by row.
//!
//! Knows nothing of files: bytes become plain tables, and plain tables bytes, in `file`, which only the worker reaches.

#[cfg(any(feature = "workshop", not(target_arch = "wasm32")))]
pub mod file;

mod book;
mod column;
mod first;
mod given;
mod kinds;
mod mapping;
mod matching;
mod place;
mod plan;
mod preview;
mod stated;
mod table;

pub use book::{Facts, ForWhom, book, file_name, without};
pub use column::{Column, Holds};
pub use kinds::{KINDS, SHARE, cells, columns, share_heads};
pub use mapping::{HEAD_ROWS, Mapping, TableMapping, guess};
pub use place::letters;
pub use plan::{Plan, Planned, Progress};
pub use preview::{Fate, FieldTold, Preview, Row, TableCount};
pub use table::{Book, Cell, Table};
