//! What a record must say before it is kept. Everything else may be left unstated.

use crate::domain::command::Refusal;
use crate::domain::thing::Thing;
use crate::domain::workspace::Workspace;

/// Every reason not to keep a record as it stands, in the order of its fields.
pub fn check(workspace: &Workspace, thing: &Thing) -> Vec<Refusal> {
    let _ = workspace;
    let mut refusals = Vec::new();
    if let Thing::Risk(risk) = thing {
        if risk.title.is_none() {
            refusals.push(Refusal::of("title", "Say what may happen."));
        }
    }
    refusals
}
