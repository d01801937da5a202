//! What bringing a file in would do, row by row, in words.

use crate::domain::record::difference;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::words;
use serde_json::Value;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It could not be understood, and is left out.
    Refused,
    /// It changes a record.
    Changed,
    /// It adds one.
    Added,
    /// It says what stands here already.
    Same,
}

impl Fate {
    /// All, in the order in which a person wants to see them.
    pub const ALL: [Self; 4] = [Self::Refused, Self::Changed, Self::Added, Self::Same];

    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Refused => "Not understood",
            Self::Changed => "Changed",
            Self::Added => "Added",
            Self::Same => "The same",
        }
    }
}

/// A field that a row sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldTold {
    /// Its words on screens.
    pub label: String,
    /// What it said; none of a new record.
    pub was: Option<String>,
    /// What it would say.
    pub is: String,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands: `Risks, row 7`.
    pub place: String,
    /// What it is about.
    pub name: String,
    /// What sort of record.
    pub kind: Kind,
    /// What becomes of it.
    pub fate: Fate,
    /// What it sets.
    pub fields: Vec<FieldTold>,
    /// Why it is left out, each with its column.
    pub reasons: Vec<String>,
}

/// How many rows of a table have which fate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableCount {
    /// Rows that hold anything below the heads.
    pub rows: usize,
    /// Columns that are left out though something stands in them, by their heads.
    pub left_out: Vec<String>,
}

/// What would come of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Its rows, in the order of the file.
    pub rows: Vec<Row>,
    /// Table by table.
    pub tables: Vec<TableCount>,
    /// What should be known about it, as sentences.
    pub notes: Vec<String>,
}

impl Preview {
    /// How many rows have this fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }

    /// How many rows would come in.
    pub fn brings(&self) -> usize {
        self.count(Fate::Added) + self.count(Fate::Changed)
    }
}

/// What changes from one state of a record to another, field by field. `workspace` holds what both name.
pub(super) fn told(workspace: &Workspace, before: Option<&Thing>, after: &Thing) -> Vec<FieldTold> {
    let kind = after.kind();
    let was = before.map(Thing::encode).unwrap_or_default();
    let changed = difference(&was, &after.encode());
    let of = |field: &str, value: Option<&Value>| words::value(workspace, kind.key(), field, value.unwrap_or(&Value::Null));
    let in_order = kind.fields().iter().filter(|field| changed.contains_key(field.name));
    in_order
        .map(|field| FieldTold {
            label: field.label.to_owned(),
            was: before.map(|_| of(field.name, was.get(field.name))),
            is: of(field.name, changed.get(field.name)),
        })
        .collect()
}
