//! Workbooks as Concordat and the usual spreadsheet programs write them.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};

use crate::sheets::file::{MOST_COLUMNS, MOST_ROWS, NotASpreadsheet};
use crate::sheets::place::letters;
use crate::sheets::table::{Book, Cell, Table};

/// Reads every sheet, cell by cell: a sheet that says that it is a million rows wide is not laid out first.
pub(super) fn read(bytes: &[u8]) -> Result<Book, NotASpreadsheet> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        tables.push(table(&mut workbook, name)?);
    }
    Ok(Book { tables })
}

fn table(workbook: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<Table, NotASpreadsheet> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut reader = match workbook.worksheet_cells_reader(&name) {
        Ok(reader) => reader,
        // A sheet that is a chart has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Table { name, rows }),
        Err(error) => return Err(damaged(&error)),
    };
    while let Some(found) = reader.next_cell().map_err(|error| damaged(&error))? {
        let cell = cell(found.get_value());
        if cell.is_blank() {
            continue;
        }
        let (row, column) = found.get_position();
        let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else { continue };
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(NotASpreadsheet::TooLarge { sheet: name, row: row + 1, column: letters(column) });
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = rows.get_mut(row) else { continue };
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Blank);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
    }
    Ok(Table { name, rows })
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Blank,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(decimals(*number)),
        DataRef::String(text) => Cell::text(Some(text)),
        DataRef::SharedString(text) => Cell::text(Some(text)),
        DataRef::Bool(is_so) => Cell::Text(if *is_so { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let date = chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
            date.filter(|_| moment.is_datetime() && moment.as_f64() >= 1.0)
                .map_or_else(|| Cell::Text(Data::DateTime(*moment).to_string()), Cell::Day)
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| Cell::Text(text.clone()), Cell::Day)
        }
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Fault(error.to_string()),
    }
}

/// A number as people see it in a spreadsheet, which shows fifteen figures: sums such as 0.1 + 0.2 have noise behind them.
fn decimals(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

fn damaged(error: &XlsxError) -> NotASpreadsheet {
    match error {
        XlsxError::Password => NotASpreadsheet::Locked,
        other => NotASpreadsheet::Damaged { reason: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_a_spreadsheet_shows_them() {
        assert_eq!(decimals(0.1 + 0.2), "0.3");
        assert_eq!(decimals(12_000.5), "12000.5");
        assert_eq!(decimals(-500.0), "-500");
        assert_eq!(decimals(90_071_992_547_409.92), "90071992547409.9");
    }
}
