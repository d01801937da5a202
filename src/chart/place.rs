//! Coordinates to a tenth of a pixel.

use std::fmt;

/// A coordinate or length, in tenths of a CSS pixel, printed with one decimal at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Px(i32);

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Left.
    pub x: Px,
    /// Top.
    pub y: Px,
    /// Width.
    pub w: Px,
    /// Height.
    pub h: Px,
}

impl Px {
    /// The nearest tenth; what no screen is wide enough for stays at its edge.
    #[allow(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    pub fn new(pixels: f64) -> Self {
        Self((pixels.clamp(-1e7, 1e7) * 10.0).round() as i32)
    }

    /// In pixels.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// The sum of two.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference of two.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.get())
    }
}

impl Area {
    /// From edges, each rounded, so that neighbours meet and heights fit their edges.
    pub fn between(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let (x, y) = (Px::new(left), Px::new(top));
        Self { x, y, w: Px::new(right.max(left)).minus(x), h: Px::new(bottom.max(top)).minus(y) }
    }

    /// The right edge.
    pub fn right(self) -> Px {
        self.x.plus(self.w)
    }

    /// The bottom edge.
    pub fn bottom(self) -> Px {
        self.y.plus(self.h)
    }

    /// Whether two cover a common spot; touching is not covering.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether another lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}
