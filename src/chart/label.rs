//! Text in a chart: how wide it is and where it finds room.

use crate::chart::place::{Area, Px};

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// From where it runs.
    pub x: Px,
    /// The foot of its letters.
    pub y: Px,
    /// Which of its ends stands at `x`.
    pub anchor: Anchor,
    /// What it covers, reckoned generously.
    pub area: Area,
}

/// What a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The number of a line across.
    Tick,
    /// The name of a column.
    Column(usize),
    /// The amount of the bar with this place among the bars, or of the stack of this column.
    Value(usize),
    /// The amount of this column's second stack.
    Beside(usize),
    /// The amount of the target with this place among the targets.
    Target(usize),
    /// The name of a series at its mark.
    Series(usize),
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It runs on from there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// As SVG's `text-anchor` has it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Label {
    /// A label with the middle of its letters at `middle`.
    pub(super) fn new(text: &str, role: Role, x: f64, middle: f64, anchor: Anchor, size: f64) -> Self {
        let width = width(text, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let area = Area::between(left, middle - size * 0.6, left + width, middle + size * 0.6);
        Self { text: text.to_owned(), role, x: Px::new(x), y: Px::new(middle + size * 0.35), anchor, area }
    }
}

/// How wide a text is, reckoned from the letters of common system fonts in a strong weight, rather too wide than too narrow.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let widths = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '|' | '!' => 0.33,
        ' ' | 'f' | 't' | 'r' | '/' | '(' | ')' | '-' => 0.43,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 0.98,
        'A'..='Z' | '&' => 0.76,
        '0'..='9' | '£' | '−' | '+' => 0.65,
        other if other.is_ascii() => 0.62,
        _ => 1.0,
    });
    widths.sum::<f64>() * size
}

/// The labels that have found room.
#[derive(Debug, Default)]
pub(super) struct Placed {
    pub(super) labels: Vec<Label>,
    box_: Area,
    taken: Vec<Area>,
}

impl Placed {
    pub(super) fn within(box_: Area) -> Self {
        Self { box_, ..Self::default() }
    }

    /// Keeps a spot free of labels.
    pub(super) fn keep_clear(&mut self, area: Area) {
        self.taken.push(area);
    }

    pub(super) fn has_room_for(&self, label: &Label) -> bool {
        let free = |area: &Area| !label.area.meets(*area);
        self.box_.holds(label.area) && self.taken.iter().all(free) && self.labels.iter().all(|other| free(&other.area))
    }

    /// Puts down the first of several tries that has room; says whether there was one.
    pub(super) fn put(&mut self, tries: impl IntoIterator<Item = Label>) -> bool {
        let found = tries.into_iter().find(|label| self.has_room_for(label));
        let put = found.is_some();
        self.labels.extend(found);
        put
    }
}
