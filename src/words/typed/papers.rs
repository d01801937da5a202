//! The list of papers as people type it: a line each, the code before a colon, the full name after it.

use crate::domain::source::Paper;
use crate::words;

/// The papers of a text; blank lines say nothing. What cannot be read is refused with its line.
pub fn papers(text: &str) -> Result<Vec<Paper>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(place, line)| paper(line).ok_or_else(|| not_understood(place + 1, line))).collect()
}

/// The same the other way round.
pub fn papers_typed(papers: &[Paper]) -> String {
    papers.iter().map(words::source::paper).collect::<Vec<_>>().join("\n")
}

/// Cells of a spreadsheet come with a tab between them.
fn paper(line: &str) -> Option<Paper> {
    let (code, name) = line.split_once('\t').or_else(|| line.split_once(':'))?;
    let (code, name) = (code.trim(), name.trim());
    (!code.is_empty() && !name.is_empty()).then(|| Paper { code: code.to_owned(), name: name.to_owned() })
}

fn not_understood(number: usize, line: &str) -> String {
    let line = words::count::shortened(line.trim(), 40);
    format!("Line {number}, \"{line}\", does not say both: write the code, a colon, and what the paper is called in full.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_code_and_a_name() {
        let read = papers("S3c: Progress report: 9 December 2010\n\nS1\tThe Board, 24 June 2010\n").unwrap();
        let read: Vec<_> = read.iter().map(|paper| (paper.code.as_str(), paper.name.as_str())).collect();
        assert_eq!(read, [("S3c", "Progress report: 9 December 2010"), ("S1", "The Board, 24 June 2010")]);
        let again = "S1: The Board\nS2: The Cabinet";
        assert_eq!(papers_typed(&papers(again).unwrap()), again);
        assert!(papers(" \n").unwrap().is_empty());
    }

    #[test]
    fn a_line_that_does_not_say_both_is_named() {
        for wrong in ["S3c", "S3c:", ": Progress report"] {
            let refused = papers(&format!("S1: The Board\n{wrong}")).unwrap_err();
            assert!(refused.starts_with(&format!("Line 2, \"{wrong}\", does not say both")), "{refused}");
        }
    }
}
