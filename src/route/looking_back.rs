//! What a person chose to look at on the pages that look back: conflicts, the history, what has changed.

use chrono::NaiveDate;

use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::past::AsAt;
use crate::route::query::Query;

/// Which conflicts are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConflictsState {
    /// Those of one record.
    pub of: Option<Subject>,
}

/// Which changes the history shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryState {
    /// By one person.
    pub by: Option<String>,
    /// On records of one kind.
    pub kind: Option<Kind>,
    /// On one record.
    pub of: Option<Subject>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Until the end of this day.
    pub to: Option<NaiveDate>,
}

/// What the workspace is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompareState {
    /// With itself as it stood; with a file, or nothing yet, where unstated.
    pub with: Option<AsAt>,
}

impl ConflictsState {
    pub(super) fn read(query: &Query) -> Self {
        Self { of: query.get("of").and_then(Subject::parse) }
    }

    pub(super) fn query(&self) -> Query {
        Query::default().with("of", self.of.as_ref())
    }
}

impl HistoryState {
    pub(super) fn read(query: &Query) -> Self {
        let day = |name| query.get(name).and_then(|day| day.parse().ok());
        Self {
            by: query.get("by").map(str::to_owned),
            kind: query.get("kind").and_then(Kind::from_key),
            of: query.get("of").and_then(Subject::parse),
            from: day("from"),
            to: day("to"),
        }
    }

    pub(super) fn query(&self) -> Query {
        Query::default()
            .with("by", self.by.as_ref())
            .with("kind", self.kind.map(Kind::key))
            .with("of", self.of.as_ref())
            .with("from", self.from)
            .with("to", self.to)
    }
}

impl CompareState {
    pub(super) fn read(query: &Query) -> Self {
        Self { with: query.get("with").and_then(AsAt::from_key) }
    }

    pub(super) fn query(&self) -> Query {
        Query::default().with("with", self.with.as_ref().map(AsAt::key))
    }
}
