//! Another state of the work, or another file's, to be held beside what stands now. Nothing of it is brought in.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::compare::{Compared, compared};
use crate::bundle::decode;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::log::Log;
use crate::route::AsAt;
use crate::session::Session;

/// What the work is held beside.
#[derive(Debug, Clone)]
pub struct Beside {
    /// What people call it: a day, a meeting, a file.
    pub called: String,
    /// The short code of the changes that it holds.
    pub code: String,
    /// Whether it comes from a file.
    pub is_file: bool,
    workspace: Arc<Workspace>,
}

/// Two states are told apart by what they hold.
impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        (&self.called, &self.code, self.is_file) == (&other.called, &other.code, other.is_file)
    }
}

impl Beside {
    /// The state that a log adds up to.
    pub fn of(log: &Log, called: String, is_file: bool) -> Self {
        Self { called, code: log.code(), is_file, workspace: Arc::new(decode::workspace(log)) }
    }
}

/// What is different from a state, or why there is no such state; nothing while none is chosen.
pub type Difference = Option<Result<(Beside, Compared), String>>;

impl Session {
    /// What is shown beside an earlier state, or where none is chosen beside the file that was picked.
    pub fn difference(&self, with: Memo<Option<AsAt>>) -> Memo<Difference> {
        let session = *self;
        let earlier = Memo::new(move |_| {
            session.track(&[Kind::Meeting]);
            let now = (session.device().now)();
            let at = with.get()?;
            Some(session.peek(|open| {
                let (log, _, called, _) = open.ok_or("No workspace is open.")?.log_at(&at, now)?;
                Ok::<_, String>(Beside::of(&log, called, false))
            }))
        });
        Memo::new(move |_| {
            session.track(Kind::ALL);
            let beside = match earlier.get() {
                Some(found) => found,
                None => Ok(session.held_beside.get()?),
            };
            let (beside, today) = match beside {
                Ok(beside) => (beside, session.today()),
                Err(says) => return Some(Err(says)),
            };
            let compared = session.look(|open| open.map(|open| compared(&beside.workspace, &open.workspace, today)))?;
            Some(Ok((beside, compared)))
        })
    }
}
