//! Comma-separated values as spreadsheets save them: in UTF-8, UTF-16 or the Windows alphabet, with commas, semicolons or
//! tabs between.

use crate::sheets::file::csv_out::as_it_was;
use crate::sheets::file::{MOST_COLUMNS, MOST_ROWS, NotASpreadsheet};
use crate::sheets::place::letters;
use crate::sheets::table::{Book, Cell, Table};

const BREAKS: [char; 2] = ['\r', '\n'];

/// Reads one table. Blank lines are rows, so that a row's number is the one that a spreadsheet shows.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Book, NotASpreadsheet> {
    let text = decoded(bytes)?;
    if text.trim_start().starts_with('{') {
        return Err(NotASpreadsheet::Bundle);
    }
    let name = named(name);
    let (text, between) = divided(&text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(between).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut ended = 0;
    while reader.read_record(&mut record).map_err(|error| NotASpreadsheet::Damaged { reason: error.to_string() })? {
        // The reader passes over blank lines without a word.
        let next = text.get(ended..).unwrap_or_default();
        let gap = next.len() - next.trim_start_matches(BREAKS).len();
        let breaks = lines_ended(next.get(..gap).unwrap_or_default());
        rows.extend((usize::from(!rows.is_empty())..breaks).map(|_| Vec::new()));
        let read = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        ended = text.get(..read).unwrap_or(text).trim_end_matches(BREAKS).len();
        rows.push(record.iter().map(cell).collect());
        if rows.len() > MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(NotASpreadsheet::TooLarge {
                sheet: name,
                row: rows.len(),
                column: letters(record.len().saturating_sub(1)),
            });
        }
    }
    Ok(Book { tables: vec![Table { name, rows }] })
}

/// How many lines end in a text of line breaks alone, however they are written.
fn lines_ended(breaks: &str) -> usize {
    breaks.replace("\r\n", "\n").len()
}

fn cell(text: &str) -> Cell {
    Cell::text(Some(as_it_was(text)))
}

/// A file's name without its ending.
fn named(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn decoded(bytes: &[u8]) -> Result<String, NotASpreadsheet> {
    let in_pairs = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?))).collect();
        String::from_utf16_lossy(&units)
    };
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return Ok(in_pairs(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return Ok(in_pairs(rest, u16::from_be_bytes));
    }
    if bytes.contains(&0) {
        return Err(NotASpreadsheet::Another { what: "neither text nor a workbook" });
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    Ok(std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| windows(*byte)).collect(), str::to_owned))
}

/// The alphabet in which Excel saves plain CSV in this country: Latin-1, with quotation marks and dashes in the gap.
fn windows(byte: u8) -> char {
    const GAP: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|place| GAP.get(usize::from(place)).copied()).unwrap_or(char::from(byte))
}

/// The text and what stands between its cells: as its first line says (`sep=;`), else the mark that this line has most of.
fn divided(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([mark]) = first.strip_prefix("sep=").map(str::as_bytes) {
        let rest = text.get(first.len()..).unwrap_or_default().trim_start_matches(['\r', '\n']);
        return (rest, *mark);
    }
    let heads = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| heads.bytes().filter(|byte| *byte == mark).count();
    let best = [b'\t', b';', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',');
    (text, best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let book = read("risks.csv", bytes).unwrap();
        book.tables.first().unwrap().rows.iter().map(|row| row.iter().map(Cell::typed).collect()).collect()
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        let read = rows(b"Title,Owner\r\n\r\n\"Two\nlines\",Treasurer\n\n\nLast,\n");
        assert_eq!(read.len(), 6);
        assert_eq!(read.get(2).unwrap(), &["Two\nlines", "Treasurer"]);
        assert_eq!(read.get(5).unwrap(), &["Last", ""]);
    }

    #[test]
    fn alphabets_and_marks_are_told_apart() {
        assert_eq!(rows(b"Amount;Who\n\xa312k;\x93A\x94\n").get(1).unwrap(), &["£12k", "“A”"]);
        assert_eq!(rows("\u{feff}Amount\tWho\n£12k\tA\n".as_bytes()).get(1).unwrap(), &["£12k", "A"]);
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Amount,Who\n£1,A\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(rows(&wide).get(1).unwrap(), &["£1", "A"]);
        assert_eq!(rows(b"sep=;\nA;B\n1;2\n").get(1).unwrap(), &["1", "2"]);
    }

    #[test]
    fn what_is_no_table_is_said() {
        assert_eq!(read("a.csv", b"{\"format\":1}"), Err(NotASpreadsheet::Bundle));
        assert!(
            read("a.csv", "x\n".repeat(MOST_ROWS + 1).as_bytes())
                .is_err_and(|error| error.to_string().contains(&(MOST_ROWS + 1).to_string()))
        );
    }
}
