//! A plain table: a name, and rows of cells that say what they are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::pence::Pence;
use crate::domain::year::FinancialYear;
use crate::words;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// A text, which is never a formula, whatever it begins with.
    Text(String),
    /// An amount, written with two decimals.
    Money(Pence),
    /// A whole number.
    Whole(i64),
    /// A number as a spreadsheet holds it, in plain decimals: `12000.5`.
    Number(String),
    /// A day.
    Day(NaiveDate),
    /// A financial year.
    Year(FinancialYear),
    /// An error that a spreadsheet shows in place of a value: `#REF!`.
    Fault(String),
}

/// One sheet of a workbook, or a file of comma-separated values.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The sheet's name.
    pub name: String,
    /// Its rows, from the first of the sheet on, blank ones too, so that a row's place is its number.
    pub rows: Vec<Vec<Cell>>,
}

/// The sheets of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Book {
    /// In their order.
    pub tables: Vec<Table>,
}

impl Cell {
    /// A text, or nothing where none is stated.
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Blank, |text| Self::Text(text.to_owned()))
    }

    /// A day, or nothing.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }

    /// What stands in it as somebody would type it, without blanks around it.
    pub fn typed(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Money(pence) => words::money::exact(*pence),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => number.clone(),
            Self::Day(day) => day.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Fault(fault) => fault.clone(),
        }
    }

    /// Whether nothing but blanks stands in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl Table {
    /// A cell by its place; nothing beyond the end of a row.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const NOTHING: &Cell = &Cell::Blank;
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(NOTHING)
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }
}
