//! What several councils have set out to do together, and its phases.

use crate::domain::record::record;
use crate::domain::source::{Amended, Source, Term};

record! {
    /// A programme of shared services or transformation.
    pub struct Programme, ProgrammeId "programme" {
        /// What it is called.
        name: String = "Name",
        /// What it is for, one aim an entry.
        aims: Vec<String> = "Aims",
        /// Who leads it, by office.
        lead: String = "Led by",
        /// Where this is stated.
        source: Source = "Source",
    }
}

record! {
    /// A part of a programme with an objective and dates. What is left over goes to the next (S0 4.4).
    pub struct Phase, PhaseId "phase" {
        /// Of which programme.
        programme: ProgrammeId = "Programme",
        /// What it is called.
        name: String = "Name",
        /// What is to be reached.
        objective: String = "Objective",
        /// The first dates.
        term: Term = "Dates",
        /// The date by which it is to be reached now, and who moved it.
        amended: Amended = "Amended to",
        /// Where this is stated.
        source: Source = "Source",
    }
}
