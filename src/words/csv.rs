//! A table as text for a spreadsheet: commas between, quotation marks where they are needed (RFC 4180).

/// Lines of cells. A text that a spreadsheet would take for a formula is given an apostrophe before it.
pub fn csv(lines: impl IntoIterator<Item = Vec<String>>) -> String {
    // The mark at the start tells spreadsheets that the text is UTF-8.
    let mut text = String::from("\u{feff}");
    for line in lines {
        text.push_str(&line.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    let is_formula = !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_needed() {
        let line = |cells: &[&str]| {
            let text = csv([cells.iter().map(|cell| (*cell).to_owned()).collect()]);
            text.strip_prefix('\u{feff}').unwrap().to_owned()
        };
        assert_eq!(line(&["10", "Clash, with \"WETT\"", ""]), "10,\"Clash, with \"\"WETT\"\"\",\r\n");
        assert_eq!(line(&["one\ntwo", "-5", "£964k"]), "\"one\ntwo\",-5,£964k\r\n");
        assert_eq!(line(&["=1+1", "@here", "-none"]), "'=1+1,'@here,'-none\r\n");
    }
}
