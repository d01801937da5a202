//! What goes on paper as plain pieces: headings, paragraphs, facts, tables. One source for pages on the screen and for print.

use crate::domain::rag::Rag;

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading.
    Under(String),
    /// A paragraph.
    Text(String),
    /// Names, each with what there is to say of it.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
}

/// A table. Its head is repeated on every sheet that it goes over to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// What heads its columns, each with its share of the width in hundredths.
    pub columns: Vec<(String, usize)>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table whose columns are named with their shares of the width.
    pub fn new(caption: impl Into<String>, columns: &[(&str, usize)], rows: Vec<Vec<String>>) -> Self {
        let columns = columns.iter().map(|(head, share)| ((*head).to_owned(), *share)).collect();
        Self { caption: caption.into(), columns, rows }
    }
}

/// A status as it reads in black and white: a shape, a letter and a word.
pub fn rag(rag: Option<Rag>) -> &'static str {
    match rag {
        Some(Rag::Green) => "● G Green",
        Some(Rag::Amber) => "▲ A Amber",
        Some(Rag::Red) => "■ R Red",
        None => "○ Not reported",
    }
}

/// A text, or that nothing is stated.
pub fn or_unstated(text: Option<&String>) -> String {
    text.filter(|text| !text.trim().is_empty()).cloned().unwrap_or_else(|| crate::words::NOT_STATED.to_owned())
}
