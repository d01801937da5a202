//! Something that opens the way to sharing: a vacant post, or an event (S1 3.9, S4d 6.1). A declined one is kept as well.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::choice::choices;
use crate::domain::partner::PartnerId;
use crate::domain::record::record;
use crate::domain::service::ServiceId;
use crate::domain::source::Source;

choices! {
    /// What sort of thing it is.
    pub enum OpeningKind {
        /// Somebody has left or will leave.
        VacantPost "vacancy" "Vacant post",
        /// A contract or a lease ends, a system is replaced, something else happens.
        Event "event" "Event",
    }
}

choices! {
    /// What was done with it.
    pub enum Taking {
        /// It was taken up.
        Taken "taken" "Taken",
        /// It was let go.
        Declined "declined" "Declined",
    }
}

/// What was decided, in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Whether it was taken.
    pub taken: Taking,
    /// Why.
    pub why: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

record! {
    /// An opening.
    pub struct Opening, OpeningId "opening" {
        /// The post or the event.
        what: String = "What opened it",
        /// What sort of thing it is.
        sort: OpeningKind = "Kind",
        /// Which service could be shared.
        service: ServiceId = "Service",
        /// For which councils.
        councils: Vec<PartnerId> = "Councils",
        /// Since when it is open.
        since: NaiveDate = "Open since",
        /// By when somebody has to say.
        decide_by: NaiveDate = "To be decided by",
        /// Who sees to it, by office.
        owner: String = "Owner",
        /// What was done with it; open until then.
        decision: Taken = "Taken or declined",
        /// Where this is stated.
        source: Source = "Source",
    }
}

impl Opening {
    /// Whether nobody has decided yet.
    pub fn is_open(&self) -> bool {
        self.decision.is_none()
    }

    /// Whether it is open past its day.
    pub fn is_overdue(&self, reading: NaiveDate) -> bool {
        self.is_open() && self.decide_by.is_some_and(|by| by < reading)
    }
}
