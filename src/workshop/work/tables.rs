//! Spreadsheets: bytes into plain tables and plain tables into bytes.

use chrono::NaiveDate;

use crate::sheets::{Book, file};
use crate::workshop::{Answer, Done, Refused};

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Done, Refused> {
    let book = file::read(name, bytes).map_err(|error| Refused::with(error.to_string()))?;
    let json = serde_json::to_vec(&book).map_err(|error| Refused::with(error.to_string()))?;
    Ok(Done { answer: Answer::Bytes, bytes: json })
}

pub(super) fn workbook(json: &[u8], made: NaiveDate) -> Result<Done, Refused> {
    let bytes = file::xlsx(&tables(json)?, made).map_err(|error| Refused::with(error.to_string()))?;
    Ok(Done { answer: Answer::Bytes, bytes })
}

pub(super) fn values(json: &[u8]) -> Result<Done, Refused> {
    let book = tables(json)?;
    let text = book.tables.first().map(file::csv).unwrap_or_default();
    Ok(Done { answer: Answer::Bytes, bytes: text.into_bytes() })
}

fn tables(json: &[u8]) -> Result<Book, Refused> {
    serde_json::from_slice(json).map_err(|error| Refused::with(format!("The tables were not understood ({error}).")))
}
