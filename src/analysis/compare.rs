//! Two states of a workspace beside each other: what was added, changed and removed, savings and risks in front.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::analysis::risks::{Movement, by_number, by_reference, earlier_in, movement};
use crate::analysis::savings::{Ledger, SavingsQuestion};
use crate::domain::home::home;
use crate::domain::money::{Basis, MoneyKind};
use crate::domain::pence::Pence;
use crate::domain::risk::{Direction, Risk, RiskId};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::{InOrder, OneByOne};
use crate::words;

/// What is different.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compared {
    /// Sums of savings in the current year, by basis; those that are stated in neither state are left out.
    pub savings: Vec<SumMoved>,
    /// Risks that went up or down, are new or closed.
    pub risks: Vec<RiskMoved>,
    /// Everything, kind by kind; kinds in which nothing is different are left out.
    pub kinds: Vec<KindCompared>,
}

/// A sum then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumMoved {
    /// Which: "Forecast, 2010/11".
    pub name: String,
    /// Then; nothing where none was stated.
    pub was: Option<Pence>,
    /// Now.
    pub is: Option<Pence>,
}

/// A risk that moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskMoved {
    /// Which.
    pub id: RiskId,
    /// What people call it.
    pub name: String,
    /// Which way.
    pub direction: Direction,
    /// In words: "increased from 6".
    pub says: String,
}

/// What is different among the records of a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct KindCompared {
    /// Which kind.
    pub kind: Kind,
    /// Records that are there now alone.
    pub added: Vec<Named>,
    /// Records that say something else.
    pub changed: Vec<(Named, Vec<FieldMoved>)>,
    /// Records that were there then alone.
    pub removed: Vec<Named>,
}

/// A record and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// What people call it.
    pub name: String,
    /// Which.
    pub record: Subject,
    /// Which record it belongs to, on whose page it stands.
    pub home: Option<Subject>,
}

/// A field then and now, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMoved {
    /// The field.
    pub label: String,
    /// Then.
    pub was: String,
    /// Now.
    pub is: String,
}

impl Compared {
    /// Every text in it that may name a paper.
    pub fn texts(&self) -> Vec<String> {
        // The list of papers itself names them all.
        let kinds = self.kinds.iter().filter(|kind| kind.kind != Kind::About);
        let fields = kinds.flat_map(|kind| &kind.changed).flat_map(|(_, fields)| fields);
        let texts = fields.flat_map(|field| [&field.was, &field.is]).chain(self.risks.iter().map(|risk| &risk.says));
        texts.cloned().collect()
    }

    /// How much is different, as the beginning of a sentence.
    pub fn counted(&self) -> String {
        let sum = |many: fn(&KindCompared) -> usize| self.kinds.iter().map(many).sum::<usize>();
        let (added, changed, removed) =
            (sum(|kind| kind.added.len()), sum(|kind| kind.changed.len()), sum(|kind| kind.removed.len()));
        if added + changed + removed == 0 {
            return "Nothing was added, changed or removed".to_owned();
        }
        let or_none = |many: usize| if many == 0 { "none".to_owned() } else { words::number(many as u64) };
        let added =
            if added == 0 { "Nothing was added".to_owned() } else { words::count(added, "thing was added", "things were added") };
        format!("{added}, {} changed and {} removed", or_none(changed), or_none(removed))
    }
}

/// What is different now from then. `today` is worked with where a state has no reading date of its own.
pub fn compared(then: &Workspace, now: &Workspace, today: NaiveDate) -> Compared {
    Compared { savings: savings(then, now, today), risks: risks(then, now), kinds: kinds(then, now) }
}

fn savings(then: &Workspace, now: &Workspace, today: NaiveDate) -> Vec<SumMoved> {
    let Some(year) = now.current_year(today) else { return Vec::new() };
    let (before, after) = (Ledger::of(then), Ledger::of(now));
    let total = |ledger: &Ledger, workspace: &Workspace, basis: Basis| {
        let has = ledger.choices().contains(&(MoneyKind::Saving, Some(basis)));
        has.then(|| ledger.year(workspace, &SavingsQuestion::savings(basis), year).total).flatten()
    };
    let sum = |basis: &Basis| SumMoved {
        name: format!("{}, {year}", basis.label()),
        was: total(&before, then, *basis),
        is: total(&after, now, *basis),
    };
    Basis::ALL.iter().map(sum).filter(|sum| sum.was.is_some() || sum.is.is_some()).collect()
}

fn risks(then: &Workspace, now: &Workspace) -> Vec<RiskMoved> {
    let (matrix, look_up) = (now.matrix(), earlier_in(then));
    let mut moved: Vec<RiskMoved> = Vec::new();
    let mut in_order: Vec<&Risk> = now.risks.values().collect();
    in_order.order_by(|one, other| by_reference(one, other));
    for risk in in_order {
        // What a paper states is about its own time, not about the time between the two states.
        let bare = Risk { movement: None, ..risk.clone() };
        let movement = movement(&bare, Some(&look_up));
        if let Movement::Moved { direction, .. } = &movement
            && *direction != Direction::Same
        {
            let says = movement.said(&matrix, risk.level).unwrap_or_default();
            let name = words::name(now, &Subject::from(&risk.id));
            moved.push(RiskMoved { id: risk.id.clone(), name, direction: *direction, says });
        }
    }
    let worst_first = [Direction::Increased, Direction::New, Direction::Reduced, Direction::Closed];
    moved.order_by_key(|risk| worst_first.iter().position(|direction| *direction == risk.direction));
    moved
}

fn kinds(then: &Workspace, now: &Workspace) -> Vec<KindCompared> {
    let by_name = |workspace: &Workspace| -> BTreeMap<Subject, Thing> {
        workspace.things().map(|thing| (thing.subject(), thing)).one_by_one()
    };
    let (before, after) = (by_name(then), by_name(now));
    let named = |workspace: &Workspace, record: &Subject| Named {
        name: words::name(workspace, record),
        record: record.clone(),
        home: home(workspace, record),
    };
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let of_kind = |things: &BTreeMap<Subject, Thing>| -> Vec<Subject> {
            things.iter().filter(|(_, thing)| thing.kind() == *kind).map(|(record, _)| record.clone()).collect()
        };
        let mut one = KindCompared { kind: *kind, added: Vec::new(), changed: Vec::new(), removed: Vec::new() };
        for record in of_kind(&after) {
            match (before.get(&record), after.get(&record)) {
                (None, Some(_)) => one.added.push(named(now, &record)),
                (Some(was), Some(is)) => {
                    let fields = fields(then, now, was, is);
                    if !fields.is_empty() {
                        one.changed.push((named(now, &record), fields));
                    }
                }
                (_, None) => {}
            }
        }
        let gone = of_kind(&before).into_iter().filter(|record| !after.contains_key(record));
        one.removed.extend(gone.map(|record| named(then, &record)));
        let by_name = |one: &Named, other: &Named| by_number(&one.name, &other.name).then_with(|| one.cmp(other));
        one.added.order_by(by_name);
        one.removed.order_by(by_name);
        one.changed.order_by(|(one, _), (other, _)| by_name(one, other));
        if !(one.added.is_empty() && one.changed.is_empty() && one.removed.is_empty()) {
            all.push(one);
        }
    }
    all
}

fn fields(then: &Workspace, now: &Workspace, was: &Thing, is: &Thing) -> Vec<FieldMoved> {
    let (before, after) = (was.encode(), is.encode());
    let fields = is.kind().fields().iter().filter(|field| before.get(field.name) != after.get(field.name));
    let said = |workspace: &Workspace, field: &str, value: Option<&Value>| {
        words::value(workspace, is.kind().key(), field, value.unwrap_or(&Value::Null))
    };
    fields
        .map(|field| FieldMoved {
            label: field.label.to_owned(),
            was: said(then, field.name, before.get(field.name)),
            is: said(now, field.name, after.get(field.name)),
        })
        .collect()
}
