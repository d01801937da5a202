//! Likelihood, impact, scores and bands in words.

use crate::domain::level::Level;
use crate::domain::matrix::{Band, Matrix};
use crate::words::count::list_first;

/// How many references a cell names before it says how many more there are.
const NAMED_IN_A_CELL: usize = 8;

/// `Likelihood Significant, Impact Major, score 9`.
pub fn level(matrix: &Matrix, level: Level) -> String {
    let Level { l, i } = level;
    format!("Likelihood {}, Impact {}, score {}", matrix.likelihood(l), matrix.impact(i), level.score())
}

/// The full name of a cell of the heatmap: `Likelihood Significant, Impact Major, score 9: 2 risks, 8 and 10`. Of many
/// risks the first references are enough.
pub fn cell<Name: AsRef<str>>(matrix: &Matrix, at: Level, count: usize, references: &[Name]) -> String {
    let risks = crate::words::count(count, "risk", "risks");
    let cell = level(matrix, at);
    match references {
        [] => format!("{cell}: {risks}"),
        _ => format!("{cell}: {risks}, {}", list_first(references, count, NAMED_IN_A_CELL)),
    }
}

/// References as a cell shows them under its number: `8, 10`; of many the first few and how many more there are.
pub fn references<Name: AsRef<str>>(count: usize, references: &[Name]) -> String {
    let shown: Vec<_> = references.iter().take(NAMED_IN_A_CELL).map(AsRef::as_ref).collect();
    match count.saturating_sub(shown.len()) {
        0 => shown.join(", "),
        more => format!("{} +{more}", shown.join(", ")),
    }
}

/// `3 Significant` and `2 Marginal`: likelihood and impact, the two parts of a score.
pub fn parts(matrix: &Matrix, level: Level) -> (String, String) {
    let Level { l, i } = level;
    (format!("{} {}", l.number(), matrix.likelihood(l)), format!("{} {}", i.number(), matrix.impact(i)))
}

/// `9, high`: a score with its band, so that colour is never alone.
pub fn score(matrix: &Matrix, level: Level) -> String {
    format!("{}, {}", level.score(), matrix.band(level).label().to_lowercase())
}

/// The scores of a band: `9 to 16`.
pub fn scores(matrix: &Matrix, band: Band) -> String {
    let (from, to) = match band {
        Band::Low => (1, matrix.medium_from.saturating_sub(1)),
        Band::Medium => (matrix.medium_from, matrix.high_from.saturating_sub(1)),
        Band::High => (matrix.high_from, 16),
    };
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}

/// The key to the bands: `Low 1 to 3, medium 4 to 8, high 9 to 16`.
pub fn key(matrix: &Matrix) -> String {
    let band = |band: Band| format!("{} {}", band.label().to_lowercase(), scores(matrix, band));
    crate::words::sentence(&Band::ALL.iter().copied().map(band).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_in_full() {
        let matrix = Matrix::default();
        let at = Level::new(3, 3).unwrap();
        assert_eq!(level(&matrix, at), "Likelihood Significant, Impact Major, score 9");
        assert_eq!(cell(&matrix, at, 2, &["8", "10"]), "Likelihood Significant, Impact Major, score 9: 2 risks, 8 and 10");
        assert_eq!(parts(&matrix, Level::new(3, 2).unwrap()), ("3 Significant".to_owned(), "2 Marginal".to_owned()));
        assert_eq!(cell(&matrix, at, 1, &["8"]), "Likelihood Significant, Impact Major, score 9: 1 risk, 8");
        assert_eq!(cell::<&str>(&matrix, at, 0, &[]), "Likelihood Significant, Impact Major, score 9: no risks");
        assert_eq!([references(2, &["8", "10"]), references::<&str>(0, &[])], ["8, 10", ""]);
        let many: Vec<_> = (1..=30).map(|n| n.to_string()).collect();
        assert!(cell(&matrix, at, 300, &many).ends_with(": 300 risks, 1, 2, 3, 4, 5, 6, 7, 8 and 292 more"));
        assert_eq!(references(300, &many), "1, 2, 3, 4, 5, 6, 7, 8 +292");
    }

    #[test]
    fn the_key_follows_the_bands() {
        assert_eq!(key(&Matrix::default()), "Low 1 to 3, medium 4 to 8, high 9 to 16");
        assert_eq!(key(&Matrix::high_from_twelve()), "Low 1 to 3, medium 4 to 11, high 12 to 16");
        assert_eq!(scores(&Matrix { medium_from: 2, ..Matrix::default() }, Band::Low), "1");
        assert_eq!(score(&Matrix::default(), Level::new(3, 3).unwrap()), "9, high");
    }
}
