//! Bytes into plain tables, and plain tables into bytes. Only the worker reaches this: the libraries stay out of the page.

mod csv_in;
mod csv_out;
mod xlsx_in;
mod xlsx_out;

use crate::sheets::table::Book;

pub use csv_out::csv;
pub use xlsx_out::{NotWritten, xlsx};

/// More rows than any programme has are somebody's export of something else.
pub const MOST_ROWS: usize = 100_000;
/// More columns than that hold nothing that is known here.
pub const MOST_COLUMNS: usize = 200;

/// Why a file is not read as a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotASpreadsheet {
    /// The old binary form.
    #[error("This is a workbook of the old form (.xls). Open it in Excel or LibreOffice, save it as .xlsx, then choose that.")]
    OldForm,
    /// Another kind of document.
    #[error("This is {what}. Save it as a workbook (.xlsx) or as CSV, then choose that.")]
    Another {
        /// What it is.
        what: &'static str,
    },
    /// A passphrase stands before it.
    #[error("This workbook is locked with a password. Take the password off in Excel or LibreOffice, then choose it again.")]
    Locked,
    /// A bundle, which comes in another way.
    #[error("This is a bundle, not a spreadsheet. Bring it in under Import a bundle.")]
    Bundle,
    /// Nothing in it.
    #[error("There is nothing in this file.")]
    Empty,
    /// The workbook is damaged.
    #[error(
        "This workbook could not be read ({reason}). Open it in Excel or LibreOffice, save it again as .xlsx, then choose that."
    )]
    Damaged {
        /// What the library says.
        reason: String,
    },
    /// Larger than can be looked through.
    #[error(
        "The sheet \"{sheet}\" goes on to row {row}, column {column}. Up to {MOST_ROWS} rows and {MOST_COLUMNS} columns are read: keep what is to come in, and take out the rest."
    )]
    TooLarge {
        /// Which sheet.
        sheet: String,
        /// How far down it goes.
        row: usize,
        /// How far across.
        column: String,
    },
}

/// Reads a file by what it is, whatever it is called. The name stands for the sheet of a file that has no sheets.
pub fn read(name: &str, bytes: &[u8]) -> Result<Book, NotASpreadsheet> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
    const LOCKED: &[u8] = &[b'E', 0, b'n', 0, b'c', 0, b'r', 0, b'y', 0, b'p', 0, b't', 0, b'e', 0, b'd', 0];
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotASpreadsheet::Empty);
    }
    if bytes.starts_with(OLD) {
        return Err(if holds(LOCKED) { NotASpreadsheet::Locked } else { NotASpreadsheet::OldForm });
    }
    if bytes.starts_with(b"%PDF") {
        return Err(NotASpreadsheet::Another { what: "a PDF" });
    }
    if bytes.starts_with(ZIP) {
        if holds(b"application/vnd.oasis.opendocument") {
            return Err(NotASpreadsheet::Another { what: "an OpenDocument file" });
        }
        if holds(b"word/document.xml") {
            return Err(NotASpreadsheet::Another { what: "a Word document" });
        }
        return xlsx_in::read(bytes);
    }
    csv_in::read(name, bytes)
}
