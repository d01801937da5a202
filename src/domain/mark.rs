//! Marks on records: where something needs a person's eye.

/// Something about a field that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// People set it to different values apart, and nobody has settled it.
    Conflict {
        /// The field; `withdrawn` where one removed what another changed.
        field: String,
    },
    /// This version does not understand it. It is kept and travels on untouched.
    Unread {
        /// The field; empty where it is the kind of record that is not known.
        field: String,
    },
}

impl Mark {
    /// The field that it is about.
    pub fn field(&self) -> &str {
        match self {
            Self::Conflict { field } | Self::Unread { field } => field,
        }
    }
}
