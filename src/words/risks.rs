//! What a heatmap says in one sentence, and what a register shows of all.

use crate::domain::matrix::Band;
use crate::words::count::{count, list_first, sentence};

/// How many of the highest risks a sentence names.
const NAMED: usize = 4;

/// `14 risks: 2 high, 11 medium, 1 low. Highest: 8 and 10, at 9.` Those not scored are said apart and count as nothing.
pub fn summary(of_band: impl Fn(Band) -> usize, not_scored: usize, highest: Option<(u8, usize, Vec<&str>)>) -> String {
    let bands = Band::ALL.iter().rev().map(|band| (of_band(*band), band.label().to_lowercase()));
    let apart = [(not_scored, "not scored".to_owned())];
    let parts: Vec<_> = bands.chain(apart).filter(|(number, _)| *number > 0).collect();
    let total: usize = parts.iter().map(|(number, _)| number).sum();
    let all = sentence(&count(total, "risk", "risks"));
    if parts.is_empty() {
        return format!("{all}.");
    }
    let parts: Vec<_> =
        parts.into_iter().map(|(number, word)| format!("{} {word}", crate::words::number(number as u64))).collect();
    match highest {
        Some((score, count, references)) => {
            format!("{all}: {}. Highest: {}, at {score}.", parts.join(", "), list_first(&references, count, NAMED))
        }
        None => format!("{all}: {}.", parts.join(", ")),
    }
}

/// What is shown of how many: `14 open risks`, `9 of 14 open risks: owner Chief Executive, high`.
pub fn shown(shown: usize, of: usize, state: &str, filters: &[String]) -> String {
    crate::words::count::shown(shown, of, &format!("{state}risk"), &format!("{state}risks"), filters)
}

/// What moved in a cell, after its name: `; 1 increased, 2 reduced`; nothing where nothing did.
pub fn moved(up: usize, down: usize) -> String {
    let parts: Vec<_> = [(up, "increased"), (down, "reduced")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join(", ")) }
}

/// Why risks without a score stand apart.
pub fn in_no_cell(risks: usize) -> &'static str {
    if risks == 1 {
        "It has no likelihood and impact yet, so it is in no cell and in no band."
    } else {
        "They have no likelihood and impact yet, so they are in no cell and in no band."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(high: usize, medium: usize, low: usize) -> impl Fn(Band) -> usize {
        move |band| match band {
            Band::High => high,
            Band::Medium => medium,
            Band::Low => low,
        }
    }

    #[test]
    fn the_heatmap_in_one_sentence() {
        let highest = Some((9, 2, vec!["8", "10"]));
        assert_eq!(summary(bands(2, 11, 1), 0, highest), "14 risks: 2 high, 11 medium, 1 low. Highest: 8 and 10, at 9.");
        assert_eq!(summary(bands(0, 1, 0), 0, Some((4, 1, vec!["3"]))), "1 risk: 1 medium. Highest: 3, at 4.");
        assert_eq!(summary(bands(0, 0, 0), 2, None), "2 risks: 2 not scored.");
        assert_eq!(summary(bands(0, 0, 0), 0, None), "No risks.");
        let many = Some((16, 6, vec!["1", "2", "3", "4", "5"]));
        assert_eq!(summary(bands(6, 0, 0), 0, many), "6 risks: 6 high. Highest: 1, 2, 3, 4 and 2 more, at 16.");
    }

    #[test]
    fn a_register_says_what_it_leaves_out() {
        assert_eq!(shown(14, 14, "open ", &[]), "14 open risks.");
        let filters = ["owner Chief Executive".to_owned(), "high".to_owned()];
        assert_eq!(shown(2, 14, "open ", &filters), "2 of 14 open risks: owner Chief Executive, high.");
        assert_eq!(shown(0, 1, "", &filters), "0 of 1 risk: owner Chief Executive, high.");
        assert_eq!(shown(0, 0, "closed ", &[]), "No closed risks.");
    }

    #[test]
    fn what_moved_is_said_with_its_direction() {
        assert_eq!([moved(0, 0), moved(1, 0), moved(1, 2)], ["", "; 1 increased", "; 1 increased, 2 reduced"]);
    }

    #[test]
    fn one_risk_is_not_several() {
        assert!(in_no_cell(1).starts_with("It has"));
        assert!(in_no_cell(2).starts_with("They have"));
    }
}
