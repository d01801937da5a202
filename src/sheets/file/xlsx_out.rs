//! Tables as a workbook that the usual spreadsheet programs open: typed cells, and every text a text.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use chrono::{Datelike, NaiveDate};

use crate::domain::pence::Pence;
use crate::sheets::table::{Book, Cell, Table};
use crate::words;

/// Why a workbook was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("The workbook could not be made ({0}). Save each kind as CSV instead.")]
pub struct NotWritten(String);

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    money: Format,
    whole: Format,
    day: Format,
}

/// The tables as a file. The day on which it is made stands among its properties.
pub fn xlsx(book: &Book, made: NaiveDate) -> Result<Vec<u8>, NotWritten> {
    let looks = Looks {
        head: Format::new().set_bold().set_text_wrap(),
        text: Format::new().set_text_wrap(),
        money: Format::new().set_num_format("#,##0.00"),
        whole: Format::new().set_num_format("0"),
        day: Format::new().set_num_format("d mmm yyyy"),
    };
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new();
    if let Some(made) = excel_day(made) {
        properties = properties.set_creation_datetime(&made);
    }
    workbook.set_properties(&properties);
    for (place, table) in book.tables.iter().enumerate() {
        sheet(workbook.add_worksheet(), table, &looks, place > 0 || book.tables.len() == 1)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn sheet(sheet: &mut Worksheet, table: &Table, looks: &Looks, has_heads: bool) -> Result<(), NotWritten> {
    sheet.set_name(&table.name)?;
    if has_heads {
        sheet.set_freeze_panes(1, 0)?;
    }
    for (row, cells) in (0..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            let is_head = has_heads && row == 0 || !has_heads && column == 0;
            write(sheet, row, column, cell, looks, is_head)?;
        }
    }
    for column in (0..).take(table.width()) {
        sheet.set_column_width(column, width(table, usize::from(column)))?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &Looks, is_head: bool) -> Result<(), NotWritten> {
    let text = |sheet: &mut Worksheet, text: &str| -> Result<(), NotWritten> {
        sheet.write_string_with_format(row, column, text, if is_head { &looks.head } else { &looks.text })?;
        Ok(())
    };
    match cell {
        Cell::Blank => {}
        Cell::Text(said) | Cell::Fault(said) => text(sheet, said)?,
        Cell::Number(said) => match said.parse::<f64>() {
            Ok(number) => drop(sheet.write_number(row, column, number)?),
            Err(_) => text(sheet, said)?,
        },
        Cell::Year(year) => text(sheet, &year.to_string())?,
        Cell::Money(pence) => match pounds(*pence) {
            Some(pounds) => drop(sheet.write_number_with_format(row, column, pounds, &looks.money)?),
            None => text(sheet, &words::money::exact(*pence))?,
        },
        Cell::Whole(number) => match i32::try_from(*number) {
            Ok(number) => drop(sheet.write_number_with_format(row, column, f64::from(number), &looks.whole)?),
            Err(_) => text(sheet, &number.to_string())?,
        },
        Cell::Day(day) => match excel_day(*day) {
            Some(excel) => drop(sheet.write_datetime_with_format(row, column, &excel, &looks.day)?),
            None => text(sheet, &day.to_string())?,
        },
    }
    Ok(())
}

/// A workbook's numbers have fifteen figures; what has more is written as text.
fn pounds(pence: Pence) -> Option<f64> {
    const FIFTEEN_FIGURES: u64 = 1_000_000_000_000_000;
    #[allow(clippy::cast_precision_loss, reason = "fifteen figures are exact")]
    let pounds = (pence.0.unsigned_abs() < FIFTEEN_FIGURES).then_some(pence.0 as f64 / 100.0);
    pounds
}

/// A workbook's calendar begins in 1900.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, month, date).ok()
}

/// Wide enough to read, in letters.
fn width(table: &Table, column: usize) -> f64 {
    let longest =
        table.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.typed().chars().count()).max().unwrap_or_default();
    f64::from(u8::try_from(longest + 2).unwrap_or(u8::MAX).clamp(10, 48))
}
