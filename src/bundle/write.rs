//! Writing a log to a file. The same changes give the same file, in whatever order they came.

use std::collections::BTreeMap;

use serde_json::json;

use crate::bundle::envelope::{ABOUT, Check, DESCRIBED_BY, FORMAT, IDS, Made, Person, VERSION, Whose};
use crate::bundle::{decode, now};
use crate::domain::about::About;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;
use crate::log::{Author, Log, canonical};
use crate::order::OneByOne;

/// The part of a file that holds its maker's own drawer.
pub(super) const DRAWER: &str = "drawer";

/// A bundle with everything in a log. What the file is stands first and the changes last, so that a file that was cut
/// off still says what is missing; within each part keys are sorted.
pub fn write(log: &Log, workspace: &Workspace, made: &Made) -> String {
    with_drawer(log, None, workspace, made)
}

/// A bundle with a person's own drawer beside the shared log, for moving to another device.
pub fn everything(log: &Log, drawer: &Log, workspace: &Workspace, made: &Made) -> String {
    with_drawer(log, Some(drawer), workspace, made)
}

fn with_drawer(log: &Log, drawer: Option<&Log>, workspace: &Workspace, made: &Made) -> String {
    let now = now::text(log);
    let check = Check {
        code: log.code(),
        count: log.changes().len(),
        heads: log.heads(),
        ids: IDS.to_owned(),
        now: now::digest_as_written(&now),
    };
    let mut out =
        String::with_capacity(now.len() + log.changes().iter().map(|change| change.line().len() + 2).sum::<usize>() + 4096);
    out.push('{');
    for (name, value) in [
        ("format", json!(FORMAT)),
        ("version", json!(VERSION)),
        ("describedBy", json!(DESCRIBED_BY)),
        ("about", json!(ABOUT)),
        ("made", json!(made)),
        ("workspace", json!(whose(workspace).unwrap_or_default())),
        ("people", json!(people(log))),
        ("check", json!(check)),
    ] {
        part(&mut out, name, &canonical(&value));
    }
    part(&mut out, "now", &now);
    if let Some(drawer) = drawer {
        lines(&mut out, DRAWER, drawer);
        out.push(',');
    }
    lines(&mut out, "changes", log);
    out.push_str("\n}\n");
    out
}

fn lines(out: &mut String, name: &str, log: &Log) {
    out.push_str("\n\"");
    out.push_str(name);
    out.push_str("\":[");
    for (place, change) in log.in_order().into_iter().enumerate() {
        out.push_str(if place > 0 { ",\n" } else { "\n" });
        out.push_str(change.line());
    }
    out.push_str("\n]");
}

/// Which workspace a log is about; none where nothing was set yet.
pub(super) fn settings(log: &Log) -> Option<Whose> {
    let mut workspace = Workspace::default();
    for id in log.records_of(About::KIND) {
        decode::refresh(&mut workspace, log, id);
    }
    whose(&workspace)
}

/// Which workspace this is.
pub fn whose(workspace: &Workspace) -> Option<Whose> {
    let about = workspace.settings()?;
    Some(Whose { id: about.id.to_string(), title: about.title.clone().unwrap_or_default() })
}

/// Everybody who made changes, by council and name.
pub fn people(log: &Log) -> Vec<Person> {
    let mut counts: BTreeMap<Author, usize> = BTreeMap::new();
    for by in log.changes().iter().map(|change| &change.by) {
        match counts.get_mut(by) {
            Some(count) => *count += 1,
            None => drop(counts.insert(by.clone(), 1)),
        }
    }
    people_of(&counts)
}

/// The same, where it is known how many changes each of them made.
pub(super) fn people_of(counts: &BTreeMap<Author, usize>) -> Vec<Person> {
    let by_council: BTreeMap<(&str, &str), usize> =
        counts.iter().map(|(by, changes)| ((by.council.as_str(), by.name.as_str()), *changes)).one_by_one();
    let person = |((council, name), changes): ((&str, &str), usize)| Person {
        changes,
        council: council.to_owned(),
        name: name.to_owned(),
    };
    by_council.into_iter().map(person).collect()
}

pub(super) fn part(out: &mut String, name: &str, json: &str) {
    out.push_str("\n\"");
    out.push_str(name);
    out.push_str("\":");
    out.push_str(json);
    out.push(',');
}
