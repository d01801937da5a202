//! The typed whole of a log: what the domain shows of what the log holds.

use crate::domain::subject::Subject;
use crate::domain::thing::Thing;
use crate::domain::workspace::{Raw, Workspace};
use crate::log::{Log, Record, RecordId, Standing};

/// Every record of a log, typed. Withdrawn records are out of use unless someone changed them unseen.
pub fn workspace(log: &Log) -> Workspace {
    let mut workspace = Workspace::default();
    for (name, record) in log.records() {
        take(&mut workspace, name, record);
    }
    workspace
}

/// Brings one record of a workspace up to what the log says now; one that the log no longer holds goes.
pub fn refresh(workspace: &mut Workspace, log: &Log, name: &RecordId) {
    match log.record(name) {
        Some(record) => take(workspace, name, record),
        None => workspace.take(&Raw { name: name.as_str(), value: &|_| None, in_use: false, conflicts: Vec::new() }),
    }
}

/// What a record says that is out of use, as if it were in use; nothing where it is not known.
pub fn out_of_use(log: &Log, name: &RecordId) -> Option<Thing> {
    let record = log.record(name).filter(|record| record.standing() == Standing::Withdrawn)?;
    let mut alone = Workspace::default();
    alone.take(&Raw { name: name.as_str(), value: &|field| record.value(field), in_use: true, conflicts: Vec::new() });
    alone.thing(&Subject::parse(name.as_str())?)
}

fn take(workspace: &mut Workspace, name: &RecordId, record: Record<'_>) {
    workspace.take(&Raw {
        name: name.as_str(),
        value: &|field| record.value(field),
        in_use: record.standing() != Standing::Withdrawn,
        conflicts: record.conflicts().map(str::to_owned).collect(),
    });
}
