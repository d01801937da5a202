//! Patterns beside colours, so that eight series can be told apart in black and white.

/// What a series' bars are filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// It has come about: a full ground with the pattern cut out of it.
    Solid,
    /// It is still to come: an empty ground with the pattern drawn on it.
    Hatched,
}

/// A tile of a pattern: a ground, and ink as path data, filled for dots and stroked for lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Which series, 1 to 8.
    pub series: u8,
    /// Ground and ink.
    pub fill: Fill,
    /// Width and height of the tile.
    pub size: u8,
    /// Lines.
    pub ink: &'static str,
    /// Dots.
    pub dots: &'static str,
}

impl Fill {
    /// How it is written in a pattern's id and in `data-basis`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Solid => "actual",
            Self::Hatched => "forecast",
        }
    }

    /// The id of the pattern for a series, 1 to 8; the first solid one is plain.
    pub fn pattern(self, series: u8) -> Option<String> {
        let has_one = (1..=8).contains(&series) && !(self == Self::Solid && series == 1);
        has_one.then(|| format!("{}-{series}", self.key()))
    }
}

impl Pattern {
    /// Its id.
    pub fn id(&self) -> String {
        format!("{}-{}", self.fill.key(), self.series)
    }
}

/// Every pattern that the stylesheet names: seven solid ones and eight hatched ones.
pub fn patterns() -> Vec<Pattern> {
    // Each line runs on beyond its tile, so that no joint shows where tiles meet.
    const TILES: [(u8, &str, &str); 8] = [
        (8, "M-2 2 2 -2M0 8 8 0M6 10 10 6", ""),
        (8, "M-2 6 2 10M0 0 8 8M6 -2 10 2", ""),
        (8, "", "M4 2a2 2 0 1 0 0 4a2 2 0 1 0 0-4z"),
        (8, "M0 4H8", ""),
        (8, "M4 0V8", ""),
        (10, "M0 5H10M5 0V10", ""),
        (10, "M0 0 10 10M0 10 10 0", ""),
        (10, "M0 7 5 3 10 7", ""),
    ];
    let of = |fill: Fill| (1..).zip(TILES).map(move |(series, (size, ink, dots))| Pattern { series, fill, size, ink, dots });
    of(Fill::Solid).chain(of(Fill::Hatched)).filter(|pattern| pattern.fill.pattern(pattern.series).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_pattern_is_one_of_its_own() {
        let all = patterns();
        assert_eq!(all.len(), 15);
        let drawn: BTreeSet<_> = all.iter().map(|pattern| (pattern.fill, pattern.ink, pattern.dots)).collect();
        assert_eq!(drawn.len(), all.len());
        let named: Vec<_> = all.iter().map(|pattern| pattern.fill.pattern(pattern.series).unwrap()).collect();
        assert_eq!(named, all.iter().map(Pattern::id).collect::<Vec<_>>());
        assert_eq!(Fill::Solid.pattern(1), None);
        assert_eq!(Fill::Hatched.pattern(9), None);
    }
}
