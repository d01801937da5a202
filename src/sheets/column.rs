//! A column: its head, which field of a record it holds, and what it means to whoever fills it in.

/// How what stands in a column is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The name by which Concordat knows the record.
    Id,
    /// One line of text.
    Line,
    /// A longer text.
    Text,
    /// One of a closed list.
    Choice,
    /// An amount in pounds.
    Money,
    /// A whole number.
    Whole,
    /// A day.
    Day,
    /// A financial year.
    Year,
    /// The name of something, or several.
    Names,
}

/// A column of a kind's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// By which it is known here.
    pub key: &'static str,
    /// The field of the record that it belongs to.
    pub field: &'static str,
    /// What stands above it.
    pub head: &'static str,
    /// How it is written.
    pub holds: Holds,
    /// What it means, for whoever opens the file.
    pub means: &'static str,
    /// Whether it is read when a file comes back. What is worked out, or decided elsewhere, is only shown.
    pub is_read: bool,
}

impl Column {
    /// A column that is written and read.
    pub(super) const fn new(
        key: &'static str,
        field: &'static str,
        head: &'static str,
        holds: Holds,
        means: &'static str,
    ) -> Self {
        Self { key, field, head, holds, means, is_read: true }
    }

    /// The same, but not read.
    pub(super) const fn shown_only(self) -> Self {
        Self { is_read: false, ..self }
    }
}

impl Holds {
    /// How it may be typed, as a sentence.
    pub fn how(self) -> &'static str {
        match self {
            Self::Id => "Leave it as it is. In a new row leave it blank.",
            Self::Line | Self::Text => "Text.",
            Self::Choice => "One of the words listed.",
            Self::Money => "In pounds, with pence after a point. £12k and 1.2m are understood too.",
            Self::Whole => "A whole number.",
            Self::Day => "A date, such as 17/01/2011 or 17 January 2011: day, month, year.",
            Self::Year => "A financial year, such as 2010/11.",
            Self::Names => "The name as it stands in the workspace; several with semicolons between.",
        }
    }
}
