//! Pieces that several pages share: one component a file, named for it.

pub mod choice_field;
pub mod conflicts;
pub mod dialog;
pub mod empty;
pub mod error_summary;
pub mod form;
pub mod notes;
pub mod page_head;
pub mod rag;
pub mod text_field;
pub mod trail;
pub mod withdraw;
