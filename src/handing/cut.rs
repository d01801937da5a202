//! What of a log goes into a file without the log, and what is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::bundle::{Profile, Records};
use crate::domain::joined::{is_named_by_others, named_by};
use crate::domain::record::EXEMPT;
use crate::handing::allowed::{Allowed, KINDS, KINDS_WITHHELD, allowed};
use crate::handing::leaves::{self, Leaf};
use crate::handing::totals;
use crate::handing::withheld::{Why, Withheld};
use crate::log::{Log, Record, RecordId, Standing};
use crate::order::OneByOne;

/// What a file holds and what it leaves out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cut {
    /// The records that go in, an exempt one as its exemption alone where the reader is told of it.
    pub records: Records,
    /// How many of them stand for an exempt one.
    pub stubs: usize,
    /// What is left out, in the order of the records' names.
    pub withheld: Vec<Withheld>,
}

/// What goes to readers who do not get the log. For the public every field of every kind has to be listed; for those who
/// may see all but what is exempt, the rest goes in as it stands.
pub fn cut(log: &Log, profile: Profile) -> Cut {
    let is_public = profile == Profile::Public;
    let exempt = exempt(log);
    let mut cut = Cut::default();
    for (id, record) in log.records() {
        let out = |why| Withheld { record: id.clone(), field: None, why, values: values(record, is_public) };
        if let Some(marked) = exempt.get(id) {
            if !is_public && record.standing() != Standing::Withdrawn {
                cut.records.insert(id.clone(), BTreeMap::from([(EXEMPT.name.to_owned(), marked.value.clone())]));
                cut.stubs += 1;
            }
            cut.withheld.push(out(marked.why.clone()));
        } else if record.standing() == Standing::Withdrawn {
            cut.withheld.push(out(Why::Withdrawn));
        } else if let Some(why) = whole_kind(id.kind()).filter(|_| is_public) {
            cut.withheld.push(out(why));
        } else {
            let fields = fields(id, record, is_public, &mut cut.withheld);
            cut.records.insert(id.clone(), fields);
        }
    }
    if is_public {
        leave_out_what_names_the_withheld(log, &mut cut);
    }
    totals::leave_out(log, &mut cut);
    cut.withheld.sort_by(|one, other| (&one.record, &one.field).cmp(&(&other.record, &other.field)));
    cut
}

/// That a record is exempt: by its own mark, or because it is about one that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// What the mark says.
    pub value: Value,
    /// Whose mark it is.
    pub why: Why,
}

/// Every record that is exempt. One on whose mark people differ is; notes, milestones and parts of an exempt record are
/// exempt with it, and so are measures of an exempt service, with their figures.
pub fn exempt(log: &Log) -> BTreeMap<RecordId, Marked> {
    let mut found = BTreeMap::new();
    for (id, record) in log.records() {
        let heads = record.reading(EXEMPT.name).map(|reading| reading.heads).unwrap_or_default();
        if let Some(head) = heads.iter().find(|head| !head.value.is_null()) {
            found.insert(id.clone(), Marked { value: head.value.clone(), why: Why::Exempt });
        }
    }
    if found.is_empty() {
        return found;
    }
    // What was joined is one thing under two names. A milestone may have notes, and a part in a service too.
    for _ in 0..3 {
        let joined: Vec<_> = log.records().filter_map(|(id, record)| Some((id.clone(), joined_to(record)?))).collect();
        for (one, other) in joined.iter().flat_map(|(id, to)| [(id, to), (to, id)]) {
            if let Some(value) = found.get(one).map(|marked| marked.value.clone()).filter(|_| !found.contains_key(other)) {
                found.insert(other.clone(), Marked { value, why: Why::AboutExempt(one.clone()) });
            }
        }
        let more: Vec<_> = log
            .records()
            .filter(|(id, _)| !found.contains_key(*id))
            .filter_map(|(id, record)| {
                let of = about(id, record).into_iter().find(|of| found.contains_key(of))?;
                let value = found.get(&of)?.value.clone();
                Some((id.clone(), Marked { value, why: Why::AboutExempt(of) }))
            })
            .collect();
        found.extend(more);
    }
    found
}

/// The record that stands for this one, since both were entered for one thing.
fn joined_to(record: Record<'_>) -> Option<RecordId> {
    record.value("joined").and_then(Value::as_str)?.parse().ok()
}

/// What a record is nothing without.
fn about(id: &RecordId, record: Record<'_>) -> Vec<RecordId> {
    match id.kind() {
        "note" | "milestone" => {
            let about = record.value("about").and_then(Value::as_str).and_then(|about| about.parse().ok());
            about.into_iter().collect()
        }
        "commitment" => {
            let whole = record.value("part_of").and_then(Value::as_str).and_then(|whole| whole.parse().ok());
            whole.into_iter().collect()
        }
        "option" => {
            let case = record.value("case").and_then(Value::as_str).and_then(|case| case.parse().ok());
            case.into_iter().collect()
        }
        "measure" | "recommendation" | "consultation" | "case" | "opening" | "study" | "demand" | "trial" | "plan" | "shift"
        | "benefit" | "highlight" => {
            let service = record.value("service").and_then(Value::as_str).and_then(|service| service.parse().ok());
            service.into_iter().collect()
        }
        kind => named_by(kind, id.rest()).iter().filter_map(|name| name.as_str().parse().ok()).collect(),
    }
}

/// Why nothing of a kind is for the public.
fn whole_kind(kind: &str) -> Option<Why> {
    if let Some((_, why)) = KINDS_WITHHELD.iter().find(|(withheld, _)| *withheld == kind) {
        return Some(Why::NotForThePublic(why));
    }
    KINDS.iter().all(|(listed, _)| *listed != kind).then_some(Why::NotListed)
}

fn fields(id: &RecordId, record: Record<'_>, is_public: bool, withheld: &mut Vec<Withheld>) -> BTreeMap<String, Value> {
    let mut fields = BTreeMap::new();
    let disputed: BTreeSet<&str> = record.conflicts().one_by_one();
    for field in record.fields() {
        let Some(value) = record.value(field) else { continue };
        let mut out = |why, values: Vec<Value>| {
            let values = values.into_iter().map(|value| (field.to_owned(), value)).collect();
            withheld.push(Withheld { record: id.clone(), field: Some(field.to_owned()), why, values });
        };
        if !is_public {
            fields.insert(field.to_owned(), value.clone());
            continue;
        }
        if disputed.contains(field) {
            out(Why::Disputed, heads(record, field));
            continue;
        }
        match (allowed(id.kind(), field), value) {
            (Some(Allowed::Whole), _) => drop(fields.insert(field.to_owned(), value.clone())),
            (Some(Allowed::Parts { shown, withheld }), Value::Object(parts)) => {
                let (published, left): (BTreeMap<_, _>, BTreeMap<_, _>) =
                    parts.clone().into_iter().partition(|(part, _)| shown.contains(&part.as_str()));
                let is_named = left.keys().all(|part| withheld.contains(&part.as_str()));
                fields.insert(field.to_owned(), Value::Object(published.into_iter().collect()));
                if !left.is_empty() {
                    let why = if is_named { Why::NotForThePublic(IN_WORDS) } else { Why::NotListed };
                    out(why, left.into_values().collect());
                }
            }
            (Some(Allowed::Parts { .. }) | None, _) => out(Why::NotListed, vec![value.clone()]),
            (Some(Allowed::Nothing(why)), _) => out(Why::NotForThePublic(why), vec![value.clone()]),
        }
    }
    fields
}

const IN_WORDS: &str = "what is said beside it is for those who work on the programme";

/// Fields that name a record which is not in the file go, and so do records whose own name is made of such names; then
/// again, since those may be named by others.
fn leave_out_what_names_the_withheld(log: &Log, cut: &mut Cut) {
    loop {
        let mut gone: Vec<(RecordId, Option<String>, RecordId)> = Vec::new();
        for (id, fields) in &cut.records {
            let parts = log.record(id).map(|record| about(id, record)).unwrap_or_default();
            let missing = |of: &RecordId| log.record(of).is_some() && !cut.records.contains_key(of);
            if let Some(of) = parts.into_iter().find(|of| is_named_by_others(id.kind()) && missing(of)) {
                gone.push((id.clone(), None, of));
                continue;
            }
            for (field, value) in fields {
                let mut named = None;
                leaves::each(field, value, &mut |leaf| {
                    if let Leaf::Text(text) = leaf {
                        named = text.parse::<RecordId>().ok().filter(missing).or_else(|| named.take());
                    }
                });
                if let Some(of) = named {
                    gone.push((id.clone(), Some(field.clone()), of));
                }
            }
        }
        if gone.is_empty() {
            return;
        }
        for (id, field, of) in gone {
            match field {
                Some(field) => leave_out(cut, &id, &field, Why::Names(of)),
                None => {
                    let values = cut.records.remove(&id).unwrap_or_default().into_iter().collect();
                    cut.withheld.push(Withheld { record: id, field: None, why: Why::Names(of), values });
                }
            }
        }
    }
}

/// Takes a field out of what goes in.
pub(super) fn leave_out(cut: &mut Cut, id: &RecordId, field: &str, why: Why) {
    if let Some(value) = cut.records.get_mut(id).and_then(|fields| fields.remove(field)) {
        let values = vec![(field.to_owned(), value)];
        cut.withheld.push(Withheld { record: id.clone(), field: Some(field.to_owned()), why, values });
    }
}

/// Every value of every field, those too that somebody else's stands over. Where readers are told of an exemption, what
/// it says is no secret.
fn values(record: Record<'_>, is_public: bool) -> Vec<(String, Value)> {
    let told = record.fields().filter(|field| is_public || *field != EXEMPT.name);
    told.flat_map(|field| heads(record, field).into_iter().map(|value| (field.to_owned(), value))).collect()
}

fn heads(record: Record<'_>, field: &str) -> Vec<Value> {
    let heads = record.reading(field).map(|reading| reading.heads).unwrap_or_default();
    heads.into_iter().map(|head| head.value.clone()).filter(|value| !value.is_null()).collect()
}
