//! The workspace itself: what it is called, when it is read, and its settings.

use chrono::NaiveDate;

use crate::domain::choice::choices;
use crate::domain::matrix::Matrix;
use crate::domain::partner::PartnerId;
use crate::domain::record::record;
use crate::domain::source::Paper;

choices! {
    /// Whose work a workspace holds.
    pub enum Nature {
        /// A person's own work.
        Own "own" "Own work",
        /// Made from public papers to try the page with; marked as such on every screen.
        Sample "sample" "Sample",
    }
}

record! {
    /// The workspace. There is one record of this kind; its name is the workspace's.
    pub struct About, WorkspaceId "workspace" {
        /// What it is called.
        title: String = "Title",
        /// The day at which due, overdue, the current year and year to date are worked out; today where not stated.
        reading: NaiveDate = "Reading date",
        /// Words and bands for risks.
        matrix: Matrix = "Risk matrix",
        /// The order in which partners are listed and spare pence are given out.
        order: Vec<PartnerId> = "Order of partners",
        /// Own work or a sample.
        nature: Nature = "Kind of workspace",
        /// What the codes of papers stand for that are named as sources.
        papers: Vec<Paper> = "Papers",
    }
}
