//! Pieces are laid on sheets by counting lines, on the safe side, so that nothing is cut off and the contents know their pages.

use std::collections::VecDeque;

use crate::analysis::paper::{Piece, Table};

/// How many lines of text a sheet takes.
pub const LINES: usize = 46;
/// How many letters a line over the whole width takes.
const LETTERS: usize = 92;
/// Half lines, so that the space between rows counts too.
const HALVES: usize = 2;

/// A sheet with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
    /// The part to which it belongs.
    pub part: String,
}

/// A paper on its way onto sheets, piece by piece: between two pieces something else can be done.
#[derive(Debug, Clone, Default)]
pub struct Filling {
    waiting: VecDeque<Piece>,
    sheets: Vec<Sheet>,
    used: usize,
    contents: Vec<(String, usize)>,
    all: usize,
}

impl Filling {
    /// Nothing is laid yet.
    pub fn of(pieces: Vec<Piece>) -> Self {
        let all = pieces.len();
        Self { waiting: pieces.into(), all, ..Self::default() }
    }

    /// Lays the next pieces, at most so many; whether there are more.
    pub fn step(&mut self, at_most: usize) -> bool {
        for _ in 0..at_most {
            match self.waiting.pop_front() {
                Some(piece) => self.lay(piece),
                None => return false,
            }
        }
        !self.waiting.is_empty()
    }

    /// How many pieces are laid, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.all.saturating_sub(self.waiting.len()), self.all)
    }

    /// The sheets so far.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Each part with the number of its first sheet, from 1.
    pub fn contents(&self) -> &[(String, usize)] {
        &self.contents
    }

    fn lay(&mut self, piece: Piece) {
        match piece {
            Piece::Part(name) => {
                self.sheets.push(Sheet { pieces: Vec::new(), part: name.clone() });
                self.used = 0;
                self.contents.push((name.clone(), self.sheets.len()));
                self.put(Piece::Part(name), 3 * HALVES);
            }
            Piece::Text(text) => {
                for part in cut(&text, LETTERS, LINES - 10) {
                    let size = lines(&part, LETTERS) * HALVES + 1;
                    self.keep_with_head(size);
                    self.put(Piece::Text(part), size);
                }
            }
            Piece::Facts(facts) => {
                for (name, says) in facts {
                    for part in cut(&says, LETTERS * 7 / 10, LINES - 10) {
                        let size = lines(&part, LETTERS * 7 / 10).max(lines(&name, LETTERS * 3 / 10)) * HALVES + 1;
                        self.keep_with_head(size);
                        self.put_fact((name.clone(), part), size);
                    }
                }
            }
            Piece::Table(table) => self.lay_table(table),
            head => {
                // A heading never stands alone at the foot of a sheet.
                let size = 2 * HALVES + 1;
                if self.room() < size + 6 * HALVES {
                    self.turn_over();
                }
                self.put(head, size);
            }
        }
    }

    fn lay_table(&mut self, table: Table) {
        let widths: Vec<usize> =
            table.columns.iter().map(|(_, share)| (LETTERS * share / 100).saturating_sub(2).max(4)).collect();
        let head = table.columns.iter().zip(&widths).map(|((head, _), width)| lines(head, *width)).max().unwrap_or(1);
        let head = (head + 1) * HALVES + 2 + lines(&table.caption, LETTERS) * HALVES;
        let most = (LINES * HALVES).saturating_sub(head + 10 * HALVES) / HALVES;
        let mut rows: VecDeque<Vec<String>> = table.rows.into_iter().flat_map(|row| divided(row, &widths, most)).collect();
        let mut goes_on = false;
        loop {
            let first = rows.front().map_or(0, |row| row_size(row, &widths));
            self.keep_with_head(head + first);
            let mut size = head;
            let mut here = Vec::new();
            while let Some(row) = rows.front() {
                let more = row_size(row, &widths);
                if size + more > self.room() && !here.is_empty() {
                    break;
                }
                size += more;
                here.extend(rows.pop_front());
            }
            let part = Table { caption: table.caption.clone(), columns: table.columns.clone(), rows: here, goes_on };
            self.put(Piece::Table(part), size);
            goes_on = true;
            if rows.is_empty() {
                break;
            }
            self.turn_over();
        }
    }

    fn room(&self) -> usize {
        if self.sheets.is_empty() { 0 } else { (LINES * HALVES).saturating_sub(self.used) }
    }

    /// Turns over where so much does not fit any more, and takes a heading along that would stay behind alone.
    fn keep_with_head(&mut self, size: usize) {
        if size <= self.room() {
            return;
        }
        let mut left_behind = Vec::new();
        if let Some(sheet) = self.sheets.last_mut() {
            while sheet.pieces.len() > 1 {
                match sheet.pieces.pop() {
                    Some(head @ (Piece::Head(_) | Piece::Under(_))) => left_behind.push(head),
                    other => {
                        sheet.pieces.extend(other);
                        break;
                    }
                }
            }
        }
        let taken = left_behind.len() * (2 * HALVES + 1);
        let is_fresh = self
            .sheets
            .last()
            .is_some_and(|sheet| matches!(sheet.pieces.as_slice(), [] | [Piece::Part(_) | Piece::Head(_) | Piece::Under(_)]));
        if is_fresh {
            self.used = self.used.saturating_sub(taken);
        } else {
            self.turn_over();
        }
        for head in left_behind.into_iter().rev() {
            self.put(head, 2 * HALVES + 1);
        }
    }

    fn turn_over(&mut self) {
        let part = self.sheets.last().map(|sheet| sheet.part.clone()).unwrap_or_default();
        self.sheets.push(Sheet { pieces: Vec::new(), part });
        self.used = 0;
    }

    fn put(&mut self, piece: Piece, size: usize) {
        if self.sheets.is_empty() {
            self.turn_over();
        }
        self.used += size;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.pieces.push(piece);
        }
    }

    fn put_fact(&mut self, fact: (String, String), size: usize) {
        match self.sheets.last_mut().and_then(|sheet| sheet.pieces.last_mut()) {
            Some(Piece::Facts(facts)) => {
                facts.push(fact);
                self.used += size;
            }
            _ => self.put(Piece::Facts(vec![fact]), size),
        }
    }
}

fn row_size(row: &[String], widths: &[usize]) -> usize {
    row.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1).max(1) * HALVES + 1
}

/// A row that is taller than a sheet goes over several rows.
fn divided(row: Vec<String>, widths: &[usize], most: usize) -> Vec<Vec<String>> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| cut(cell, *width, most)).collect();
    let tallest = cells.iter().map(Vec::len).max().unwrap_or(1);
    (0..tallest).map(|at| cells.iter().map(|parts| parts.get(at).cloned().unwrap_or_default()).collect()).collect()
}

/// How many lines a text takes at most, broken between words and within long ones.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let of_paragraph = |paragraph: &str| {
        let mut lines = 1;
        let mut used = 0;
        for word in paragraph.split_whitespace() {
            let mut length = word.chars().count();
            if used > 0 && used + 1 + length > width {
                lines += 1;
                used = 0;
            }
            while length > width {
                lines += 1;
                length -= width;
            }
            used += length + usize::from(used > 0);
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

/// A text in parts of so many lines at most; one part as a rule. No word is lost.
fn cut(text: &str, width: usize, most: usize) -> Vec<String> {
    let most = most.max(1);
    if lines(text, width) <= most {
        return vec![text.to_owned()];
    }
    let mut parts = vec![String::new()];
    for word in text.split(' ') {
        let word_parts = if lines(word, width) > most { pieces_of(word, width * most) } else { vec![word.to_owned()] };
        for word in word_parts {
            let Some(last) = parts.last_mut() else { break };
            let longer = if last.is_empty() { word.clone() } else { format!("{last} {word}") };
            if last.is_empty() || lines(&longer, width) <= most {
                *last = longer;
            } else {
                parts.push(word);
            }
        }
    }
    parts
}

fn pieces_of(word: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(most.max(1)).map(|chunk| chunk.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(pieces: Vec<Piece>) -> Filling {
        let mut filling = Filling::of(pieces);
        while filling.step(1) {}
        filling
    }

    fn words(piece: &Piece) -> Vec<String> {
        let texts = match piece {
            Piece::Part(text) | Piece::Head(text) | Piece::Under(text) | Piece::Text(text) => vec![text.clone()],
            Piece::Facts(facts) => facts.iter().map(|(_, says)| says.clone()).collect(),
            Piece::Table(table) => table.rows.iter().flatten().cloned().collect(),
        };
        texts.iter().flat_map(|text| text.split_whitespace().map(str::to_owned)).collect()
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec("[a-z]{1,14}", 0..300).prop_map(|words| words.join(" "))
    }

    fn piece() -> impl Strategy<Value = Piece> {
        let table = prop::collection::vec((text(), "[a-z]{1,20}", "[a-z ]{0,40}"), 0..20).prop_map(|rows| {
            let rows = rows.into_iter().map(|(one, two, three)| vec![two, one, three]).collect();
            Piece::Table(Table::new("A table", &[("One", 20), ("Two", 60), ("Three", 20)], rows))
        });
        prop_oneof![
            "[a-z]{1,20}".prop_map(Piece::Part),
            "[a-z]{1,20}".prop_map(Piece::Head),
            text().prop_map(Piece::Text),
            prop::collection::vec(("[a-z]{1,10}", text()), 1..6).prop_map(Piece::Facts),
            table,
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        /// Every word stands on some sheet, in its order within its column; no sheet is overfull; no heading stands alone at a foot.
        #[test]
        fn no_word_is_lost_and_no_sheet_is_overfull(mut pieces in prop::collection::vec(piece(), 1..12)) {
            pieces.dedup_by(|one, other| matches!((one, other), (Piece::Head(_), Piece::Head(_))));
            let filling = laid(pieces.clone());
            let mut before: Vec<String> = pieces.iter().flat_map(words).collect();
            let mut after: Vec<String> = filling.sheets().iter().flat_map(|sheet| &sheet.pieces).flat_map(words).collect();
            before.sort();
            after.sort();
            prop_assert_eq!(before, after);
            for (place, sheet) in filling.sheets().iter().enumerate() {
                let size: usize = sheet.pieces.iter().map(size_of).sum();
                prop_assert!(size <= LINES * HALVES, "sheet {} takes {} of {}", place + 1, size, LINES * HALVES);
                let is_last = place + 1 == filling.sheets().len();
                prop_assert!(is_last || !matches!(sheet.pieces.last(), Some(Piece::Head(_))) || matches!(filling.sheets()[place + 1].pieces.first(), Some(Piece::Part(_))));
            }
        }
    }

    fn size_of(piece: &Piece) -> usize {
        match piece {
            Piece::Part(_) => 3 * HALVES,
            Piece::Head(_) | Piece::Under(_) => 2 * HALVES + 1,
            Piece::Text(text) => lines(text, LETTERS) * HALVES + 1,
            Piece::Facts(facts) => facts.iter().map(|(_, says)| lines(says, LETTERS * 7 / 10) * HALVES + 1).sum(),
            Piece::Table(table) => {
                let widths: Vec<usize> = table.columns.iter().map(|(_, share)| LETTERS * share / 100 - 2).collect();
                3 * HALVES + table.rows.iter().map(|row| row_size(row, &widths)).sum::<usize>()
            }
        }
    }

    #[test]
    fn the_contents_know_their_sheets_and_a_table_goes_on_with_its_head() {
        let rows = (0..200).map(|row| vec![format!("row {row}"), "text".to_owned()]).collect();
        let pieces = vec![
            Piece::Part("First".into()),
            Piece::Table(Table::new("Long", &[("Name", 50), ("Says", 50)], rows)),
            Piece::Part("Second".into()),
            Piece::Text("Short.".into()),
        ];
        let filling = laid(pieces);
        let last = filling.sheets().len();
        assert_eq!(filling.contents(), [("First".to_owned(), 1), ("Second".to_owned(), last)]);
        assert!(last > 4, "{last}");
        let going_on = filling
            .sheets()
            .iter()
            .flat_map(|sheet| &sheet.pieces)
            .filter(|piece| matches!(piece, Piece::Table(table) if table.goes_on));
        assert_eq!(going_on.count(), last - 2);
    }
}
