//! Rows copied from a spreadsheet, to become lines about money.

use crate::order::OneByOne;
use crate::words::typed::line::Sheet;

/// The fields of a row in the order in which columns without heads are read.
pub const PASTED: [&str; 7] = ["title", "partners", "year", "amount", "basis", "recurrence", "place"];

/// Heads by which a column is known, in small letters.
const HEADS: [(&str, &str); 25] = [
    ("line", "title"),
    ("title", "title"),
    ("what it is for", "title"),
    ("description", "title"),
    ("who", "partners"),
    ("who saves", "partners"),
    ("partner", "partners"),
    ("partners", "partners"),
    ("council", "partners"),
    ("year", "year"),
    ("financial year", "year"),
    ("amount", "amount"),
    ("amount in pounds", "amount"),
    ("£", "amount"),
    ("saving", "amount"),
    ("basis", "basis"),
    ("set by", "set_by"),
    ("recurring", "recurrence"),
    ("recurring or one-off", "recurrence"),
    ("cashable", "cash"),
    ("covers", "covers"),
    ("service", "covers"),
    ("source", "place"),
    ("commentary", "commentary"),
    ("note", "commentary"),
];

/// Reads rows of cells with tabs between them. Where the first row names its columns they may stand in any order;
/// otherwise they are read from the field in which they were pasted. Nothing where it is one single cell. A target has no
/// basis: who set it stands in that column.
pub fn paste(text: &str, into: &str, is_target: bool) -> Option<Vec<Sheet>> {
    let rows: Vec<Vec<String>> = cells(text).into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    if rows.iter().map(Vec::len).sum::<usize>() < 2 {
        return None;
    }
    let heads: Vec<Option<&'static str>> = rows.first()?.iter().map(|cell| field(cell)).collect();
    let (fields, rows) = if heads.iter().flatten().count() >= 2 {
        (heads, rows.get(1..).unwrap_or_default())
    } else {
        let fields = PASTED.map(|field| if is_target && field == "basis" { "set_by" } else { field });
        let from = fields.iter().position(|field| *field == into).unwrap_or(0);
        (fields.iter().skip(from).map(|field| Some(*field)).collect(), rows.as_slice())
    };
    let sheet = |row: &Vec<String>| -> Sheet {
        fields.iter().zip(row).filter_map(|(field, cell)| Some(((*field)?, cell.clone()))).one_by_one()
    };
    Some(rows.iter().map(sheet).collect())
}

fn field(head: &str) -> Option<&'static str> {
    let head = head.trim().to_lowercase();
    HEADS.iter().find(|(known, _)| *known == head).map(|(_, field)| *field)
}

/// Rows and cells as spreadsheets copy them: a cell with line ends or quotes in it stands in quotes.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell).trim().to_owned()),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell).trim().to_owned());
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            '\n' | '\r' => cell.push(' '),
            other => cell.push(other),
        }
    }
    row.push(cell.trim().to_owned());
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, into: &str) -> Vec<Vec<(&'static str, String)>> {
        paste(text, into, false).unwrap().into_iter().map(|sheet| sheet.into_iter().collect()).collect()
    }

    fn row(cells: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        cells.iter().map(|(field, cell)| (*field, (*cell).to_owned())).collect()
    }

    #[test]
    fn one_cell_is_typed_text() {
        assert_eq!(paste("£12k", "amount", false), None);
        assert_eq!(paste("Payroll\n", "title", false), None);
    }

    #[test]
    fn columns_follow_the_field_in_which_they_were_pasted() {
        assert_eq!(
            read("10/11\t£12k\n11/12\t£14k\r\n", "year"),
            [row(&[("amount", "£12k"), ("year", "10/11")]), row(&[("amount", "£14k"), ("year", "11/12")]),]
        );
    }

    #[test]
    fn who_set_a_target_stands_where_others_have_their_basis() {
        let sheets = paste("£12k\tThe Board", "amount", true).unwrap();
        assert_eq!(sheets, [row(&[("amount", "£12k"), ("set_by", "The Board")]).into_iter().collect()]);
    }

    #[test]
    fn named_columns_stand_in_any_order() {
        assert_eq!(
            read("Amount\tLine\tElsewhere\n\"1,200\"\t\"Said \"\"so\"\"\nagain\"\tx", "title"),
            [row(&[("amount", "1,200"), ("title", "Said \"so\" again")])]
        );
    }
}
