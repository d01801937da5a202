//! The short code by which people tell two states of the work apart.

use sha2::{Digest, Sha256};

use crate::log::id::ChangeId;
use crate::log::merge::Log;

/// A code on its way: it is worked out from the ids of all changes, the smallest first.
#[derive(Debug, Clone, Default)]
pub struct Code(Sha256);

impl Code {
    /// Takes in the next id.
    pub fn take(&mut self, id: &ChangeId) {
        self.0.update(id.0);
    }

    /// Takes in at most so many ids of a log, from behind the last one on. Says whether it has come to the end.
    pub fn take_some(&mut self, log: &Log, last: &mut Option<ChangeId>, most: usize) -> bool {
        let before = *last;
        for id in log.ids_after(before).take(most) {
            self.take(id);
            *last = Some(*id);
        }
        *last == before
    }

    /// The first eight hex digits of the digest, as 4–4.
    pub fn short(self) -> String {
        let hex: String = self.0.finalize().iter().take(4).map(|byte| format!("{byte:02X}")).collect();
        let (left, right) = hex.split_at(4);
        format!("{left}-{right}")
    }
}
