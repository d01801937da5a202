//! What a person has to say about anything.

use crate::domain::record::record;
use crate::domain::subject::Subject;

record! {
    /// A note. One for everybody stands in the shared log; one for oneself stands in the drawer, on this device alone.
    pub struct Note, NoteId "note" {
        /// What it is about.
        about: Subject = "About",
        /// What it says.
        text: String = "Note",
    }
}
