//! What is being worked on in the tables: the line in editing, and the full form for one that is not there yet.

use leptos::prelude::*;

use crate::domain::money::MoneyId;
use crate::session::{Request, Session, use_session};
use crate::words::typed::Sheet;

/// One line is in editing at a time.
#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    /// The line in editing in its table.
    pub editing: RwSignal<Option<MoneyId>>,
    /// Whether the line that is shown is in its full form.
    pub in_full: RwSignal<bool>,
    /// The new line that is in its full form.
    pub adding: RwSignal<Option<Adding>>,
}

/// A new line that was begun in a row, on its way through the full form.
#[derive(Clone)]
pub struct Adding {
    /// The number of the row.
    pub row: usize,
    /// What was typed there.
    pub starts: Sheet,
    /// Takes the line out of the row of that number once it is saved, so that nobody saves it from there as well.
    pub saved: Callback<usize>,
}

impl Desk {
    /// Nothing is in editing.
    pub fn new() -> Self {
        Self { session: use_session(), editing: RwSignal::new(None), in_full: RwSignal::new(false), adding: RwSignal::new(None) }
    }

    /// Puts a line into editing, and the focus into it.
    pub fn edit(self, line: &MoneyId) {
        self.editing.set(Some(line.clone()));
        self.session.request(Request::Focus(format!("{}-title", form_key(line).replace('/', "-"))));
    }

    /// Leaves editing, with the focus where it began.
    pub fn leave(self, line: &MoneyId) {
        self.editing.set(None);
        self.session.request(Request::Focus(edit_button(line)));
    }
}

/// The name of a line's form, in its table and in full: what is typed in the one is there in the other.
pub fn form_key(line: &MoneyId) -> String {
    line.to_string()
}

/// The element that puts a line into editing.
pub fn edit_button(line: &MoneyId) -> String {
    format!("edit-{}", line.rest().replace('/', "-"))
}
