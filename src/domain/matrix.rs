//! The words and bands of the risk matrix: data of the workspace, versioned by its history.

use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::level::{Level, Step};

choices! {
    /// How serious a score is.
    pub enum Band {
        /// Below the medium band.
        Low "low" "Low",
        /// Between the two.
        Medium "medium" "Medium",
        /// From the high band's first score on.
        High "high" "High",
    }
}

/// The words of the four steps each way, and the scores from which a risk is medium and high.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Counts up with every change; an issued report keeps the number that it was issued under.
    pub version: u32,
    /// The words for likelihood 1 to 4.
    pub likelihood: [String; 4],
    /// The words for impact 1 to 4.
    pub impact: [String; 4],
    /// The lowest medium score.
    pub medium_from: u8,
    /// The lowest high score.
    pub high_from: u8,
}

impl Default for Matrix {
    /// The words of S3c Appendix A. The papers set no bands: low 1–3, medium 4–8, high 9–16 is this project's choice.
    fn default() -> Self {
        let words = |words: [&str; 4]| words.map(str::to_owned);
        Self {
            version: 1,
            likelihood: words(["Low", "Medium", "Significant", "High"]),
            impact: words(["Low", "Marginal", "Major", "Critical"]),
            medium_from: 4,
            high_from: 9,
        }
    }
}

impl Matrix {
    /// The second preset: high only from 12.
    pub fn high_from_twelve() -> Self {
        Self { high_from: 12, ..Self::default() }
    }

    /// Whether the bands are in order and every step has a word.
    pub fn is_sound(&self) -> bool {
        let bands = 1 < self.medium_from && self.medium_from < self.high_from && self.high_from <= 16;
        bands && self.likelihood.iter().chain(&self.impact).all(|word| !word.trim().is_empty())
    }

    /// The band of a level.
    pub fn band(&self, level: Level) -> Band {
        match level.score() {
            score if score >= self.high_from => Band::High,
            score if score >= self.medium_from => Band::Medium,
            _ => Band::Low,
        }
    }

    /// The word for a likelihood.
    pub fn likelihood(&self, step: Step) -> &str {
        word(&self.likelihood, step)
    }

    /// The word for an impact.
    pub fn impact(&self, step: Step) -> &str {
        word(&self.impact, step)
    }
}

fn word(words: &[String; 4], step: Step) -> &str {
    words.get(usize::from(step.number()) - 1).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_follow_the_preset() {
        let level = |l, i| Level::new(l, i).unwrap();
        let bands = |matrix: &Matrix| [(1, 3), (1, 4), (2, 4), (3, 3), (3, 4)].map(|(l, i)| matrix.band(level(l, i)));
        assert_eq!(bands(&Matrix::default()), [Band::Low, Band::Medium, Band::Medium, Band::High, Band::High]);
        assert_eq!(bands(&Matrix::high_from_twelve()), [Band::Low, Band::Medium, Band::Medium, Band::Medium, Band::High]);
        assert!(Matrix::default().is_sound() && !Matrix { medium_from: 9, ..Matrix::default() }.is_sound());
    }
}
