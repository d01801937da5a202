//! Pieces that several pages share: one component a file, named for it.

pub mod band_key;
pub mod choice_field;
pub mod conflicts;
pub mod dialog;
pub mod empty;
pub mod error_summary;
pub mod fact;
pub mod filter_field;
pub mod form;
pub mod gone;
pub mod heatmap;
pub mod level_grid;
pub mod movement;
pub mod new_workspace;
pub mod notes;
pub mod openness;
pub mod page_head;
pub mod rag;
pub mod record_choice;
pub mod source_fields;
pub mod text_field;
pub mod trail;
pub mod withdraw;
