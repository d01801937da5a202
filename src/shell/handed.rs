//! When a workspace was last handed on or in a file, as this device remembers it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::log::Moment;
use crate::session::Handed;
use crate::shell::Shell;

/// The name under which the shelf keeps what belongs to this device.
const HANDED: &str = "handed";

#[derive(Serialize, Deserialize)]
struct KeptHanded {
    at: Moment,
    changes: usize,
    code: String,
}

impl Shell {
    /// When what is open was last handed on.
    pub(super) async fn recall_handed(&self, name: String) {
        let handed = self.local::<KeptHanded>(&name, HANDED).await;
        if self.is_open(&name) {
            let kept = handed.map(|kept| Handed { at: kept.at, changes: kept.changes, code: kept.code });
            // Whoever was quicker to hand it on knows better than what was kept.
            self.session.handed.update(|handed| *handed = handed.take().or(kept));
        }
    }

    pub(super) async fn remember_handed(&self, handed: Handed) {
        let Some(name) = self.open_name() else { return };
        let kept = KeptHanded { at: handed.at, changes: handed.changes, code: handed.code.clone() };
        self.session.handed.set(Some(handed));
        self.put_local(&name, HANDED, &kept).await;
    }

    /// What came in a file stands in that file already: it waits for nobody to hand it on.
    pub(super) async fn note_brought(&self, new: usize) {
        let Some(name) = self.open_name() else { return };
        let Some(all) = self.session.peek(|open| open.map(|open| open.shared.changes().len())) else { return };
        let handed = match self.local::<KeptHanded>(&name, HANDED).await {
            Some(kept) => Handed { at: kept.at, changes: kept.changes + new, code: kept.code },
            None if new > 0 && new == all => {
                let Some(code) = self.code_in_turns(|| true).await else { return };
                Handed { at: (self.session.device().now)(), changes: all, code }
            }
            None => return,
        };
        self.remember_handed(handed).await;
    }
}
