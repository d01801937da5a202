//! Pieces that several pages share: one component a file, named for it.

pub mod choice_field;
pub mod dialog;
pub mod error_summary;
pub mod form;
pub mod page_head;
pub mod text_field;
pub mod withdraw;
