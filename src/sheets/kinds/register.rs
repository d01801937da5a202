//! The columns that a risk and an issue have in common: each stands in the register of its programme, and is open or closed.

use crate::domain::risk::{Openness, State};
use crate::sheets::column::{Column, Holds};
use crate::sheets::given::{Reading, named};
use crate::sheets::kinds::label;
use crate::sheets::table::Cell;

pub(super) const REFERENCE: Column =
    Column::new("reference", "reference", "Reference", Holds::Line, "Its number or short name in the register of its programme.");
pub(super) const PROGRAMME: Column = Column::new("programme", "programme", "Programme", Holds::Names, "Of which programme.");
pub(super) const SERVICE: Column = Column::new("service", "service", "Service", Holds::Names, "Of which service.");
pub(super) const OWNER: Column = Column::new("owner", "owner", "Owner", Holds::Line, "Who looks after it, by office.");
pub(super) const STATE: Column =
    Column::new("state", "state", "State", Holds::Choice, "Open or Closed. Open where nothing is said.");
pub(super) const STATE_WHY: Column = Column::new(
    "state-why",
    "state",
    "Why closed or opened",
    Holds::Text,
    "The reason. Nothing is closed or opened again without one.",
);

/// Whether it is open, and why.
pub(super) fn state_cells(state: Option<&State>) -> [Cell; 2] {
    [label(state.map(|state| state.is.label())), Cell::text(state.and_then(|state| state.why.as_deref()))]
}

/// Whether it is open, of a risk or an issue: a turn asks for its reason.
pub(super) fn state(reading: &mut Reading<'_>, before: Option<&State>, what: &str) -> Option<State> {
    if !reading.states(&["state", "state-why"]) {
        return before.cloned();
    }
    let was = before.map_or(Openness::Open, |state| state.is);
    let is = reading.choice("state", Some(was), Openness::ALL, named!(Openness));
    let is_turned = is.is_some_and(|is| is != was);
    let why = reading.text("state-why", before.and_then(|state| state.why.clone()).filter(|_| !is_turned));
    if is_turned && why.is_none() {
        let turned = if is == Some(Openness::Closed) { "closed" } else { "opened again" };
        reading.refuse("state-why", format!("Say why the {what} is {turned}."));
    }
    is.map(|is| State { is, why })
}
