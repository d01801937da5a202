//! Where a figure comes from.

use crate::domain::source::{Paper, Source};
use crate::words::date;

/// `S3c 7.2, 9 December 2010`.
pub fn source(source: &Source) -> String {
    match source.dated {
        Some(dated) => format!("{}, {}", place(source), date::long(dated)),
        None => place(source),
    }
}

/// The paper and the place in it: `S3c 7.2`.
pub fn place(source: &Source) -> String {
    match source.paragraph.as_deref() {
        Some(paragraph) if !paragraph.is_empty() => format!("{} {paragraph}", source.paper),
        _ => source.paper.clone(),
    }
}

/// What a code stands for, on one line: `S3c: progress report, 9 December 2010`.
pub fn paper(paper: &Paper) -> String {
    format!("{}: {}", paper.code, paper.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_paper_paragraph_and_date() {
        let mut of =
            Source { paper: "S3c".into(), paragraph: Some("7.2".into()), dated: chrono::NaiveDate::from_ymd_opt(2010, 12, 9) };
        assert_eq!(source(&of), "S3c 7.2, 9 December 2010");
        of.dated = None;
        assert_eq!(source(&of), "S3c 7.2");
        of.paragraph = None;
        assert_eq!(source(&of), "S3c");
    }
}
