//! A table as comma-separated values (RFC 4180), which spreadsheets open with nothing taken for a formula.

use crate::domain::pence::Pence;
use crate::sheets::table::{Cell, Table};

/// The mark at the start that tells spreadsheets that the text is UTF-8.
const UTF_8: &str = "\u{feff}";

/// A table as a file.
pub fn csv(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in &table.rows {
        // Writing to memory fails for nothing.
        let _ = writer.write_record(row.iter().map(text));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{UTF_8}{}", String::from_utf8_lossy(&bytes))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) | Cell::Fault(text) => harmless(text),
        Cell::Money(pence) => decimals(*pence),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.clone(),
        Cell::Day(day) => day.to_string(),
        // "2010/11" becomes November 2010 when Excel opens a file of this kind.
        Cell::Year(year) => format!("{}/{}", year.start(), year.start() + 1),
    }
}

/// A text that a spreadsheet would take for a formula has an apostrophe before it, and one that has apostrophes before
/// such a beginning has one more, so that reading can take exactly one away.
fn harmless(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before [`harmless`].
pub(super) fn as_it_was(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn decimals(pence: Pence) -> String {
    let sign = if pence.0 < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.0.unsigned_abs() / 100, pence.0.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[Cell]) -> String {
        let text = csv(&Table { name: String::new(), rows: vec![cells.to_vec()] });
        text.strip_prefix(UTF_8).unwrap().to_owned()
    }

    #[test]
    fn no_text_is_taken_for_a_formula_and_each_is_read_as_it_was() {
        for text in ["=1+1", "+44 1527", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-5", "＝1", "'plain", "plain", "5"] {
            let safe = harmless(text);
            assert!(!is_formula(&safe), "{safe:?}");
            assert_eq!(as_it_was(&safe), text, "{safe:?}");
        }
    }

    #[test]
    fn cells_are_written_by_what_they_are() {
        let year = crate::domain::year::FinancialYear::parse("2010/11").unwrap();
        let day = chrono::NaiveDate::from_ymd_opt(2011, 1, 17).unwrap();
        let cells = [
            Cell::Money(Pence(-50_005)),
            Cell::Year(year),
            Cell::Day(day),
            Cell::Whole(-3),
            Cell::Text("a, \"b\"\nc".into()),
            Cell::Blank,
        ];
        assert_eq!(written(&cells), "-500.05,2010/2011,2011-01-17,-3,\"a, \"\"b\"\"\nc\",\r\n");
    }
}
