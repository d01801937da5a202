//! A spreadsheet on its way in, and what is asked of one that goes out.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::thing::Kind;
use crate::session::Session;
use crate::sheets::{Book, Mapping, Planned};

/// How far a spreadsheet has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Spreadsheet {
    /// None is on its way.
    #[default]
    None,
    /// One is being read.
    Reading(String),
    /// It was read; nothing has changed yet.
    Here(Arc<SpreadsheetHere>),
    /// It cannot come in; nothing has changed.
    Failed {
        /// Which file, as a sentence.
        head: String,
        /// Why, and what to do.
        says: String,
    },
}

/// A spreadsheet that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadsheetHere {
    /// The file's name.
    pub file: String,
    /// Its tables.
    pub book: Arc<Book>,
    /// How they are read.
    pub mapping: Mapping,
    /// What would come of it; nothing until every row has been looked at.
    pub planned: Option<Arc<Planned>>,
}

/// A spreadsheet that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadsheetOut {
    /// One kind alone, as comma-separated values; else all of them, as a workbook.
    pub only: Option<Kind>,
    /// Who it is for, where exempt items are to be in it.
    pub recipient: Option<String>,
}

impl Session {
    /// Lets go of a spreadsheet on its way in: nothing has happened.
    pub fn cancel_spreadsheet(&self) {
        self.spreadsheet.set(Spreadsheet::None);
    }

    /// The spreadsheet that was read and waits for the person's word.
    pub fn spreadsheet_here(&self) -> Option<Arc<SpreadsheetHere>> {
        self.spreadsheet.with_untracked(|spreadsheet| match spreadsheet {
            Spreadsheet::Here(here) => Some(Arc::clone(here)),
            _ => None,
        })
    }
}
