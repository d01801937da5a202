//! Which way a risk has gone, always a mark and a word.

use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::risk::{Direction, StatedMovement};
use crate::words::source;

/// A movement between two scores: `▲ increased from 6`, `► same`, `★ new`.
pub fn movement(matrix: &Matrix, direction: Direction, earlier: Option<Level>, now: Option<Level>) -> String {
    let marked = marked(direction);
    match (direction, earlier) {
        (Direction::Increased | Direction::Reduced, Some(earlier)) => format!("{marked} from {}", earlier.score()),
        (Direction::Same, Some(earlier)) if now.is_some_and(|now| now != earlier) => {
            let (likelihood, impact) = (matrix.likelihood(earlier.l), matrix.impact(earlier.i));
            format!("{marked} score, was Likelihood {likelihood}, Impact {impact}")
        }
        _ => marked,
    }
}

/// A movement that a paper states: `▲ increased (S3c Appendix A; earlier score not given)`.
pub fn stated(movement: &StatedMovement) -> String {
    let (marked, place) = (marked(movement.direction), source::place(&movement.source));
    match movement.direction {
        Direction::Increased | Direction::Reduced => format!("{marked} ({place}; earlier score not given)"),
        _ => format!("{marked} ({place})"),
    }
}

/// The mark and its word: `▲ increased`.
pub fn marked(direction: Direction) -> String {
    format!("{} {}", direction.mark(), direction.label().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::source::Source;

    #[test]
    fn a_movement_is_a_mark_and_words() {
        let matrix = Matrix::default();
        let (six, nine) = (Level::new(2, 3), Level::new(3, 3));
        assert_eq!(movement(&matrix, Direction::Increased, six, nine), "▲ increased from 6");
        assert_eq!(movement(&matrix, Direction::Reduced, nine, six), "▼ reduced from 9");
        assert_eq!(movement(&matrix, Direction::Same, nine, nine), "► same");
        assert_eq!(
            movement(&matrix, Direction::Same, Level::new(3, 2), six),
            "► same score, was Likelihood Significant, Impact Marginal"
        );
        assert_eq!(movement(&matrix, Direction::New, None, six), "★ new");
        assert_eq!(movement(&matrix, Direction::Closed, six, None), "✕ closed");
    }

    #[test]
    fn a_stated_movement_names_its_paper() {
        let source = Source { paper: "S3c".into(), paragraph: Some("Appendix A".into()), dated: None };
        let stated_as = |direction| stated(&StatedMovement { direction, source: source.clone() });
        assert_eq!(stated_as(Direction::Increased), "▲ increased (S3c Appendix A; earlier score not given)");
        assert_eq!(stated_as(Direction::New), "★ new (S3c Appendix A)");
    }
}
