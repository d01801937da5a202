//! Figures that name others with which they do not fit.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::integrity::Found;
use crate::domain::money::{Basis, InUse, Money, MoneyId, MoneyKind};
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;

pub(super) fn find(found: &mut Found<'_>) {
    let workspace = found.workspace;
    for line in workspace.money.values() {
        if let Some(whole) = line.part_of.as_ref().and_then(|id| workspace.money.get(id)).filter(|whole| apart(line, whole)) {
            let says = format!(
                "{} is named as part of {}, which is a figure of another kind, basis or year. Each counts in its own sum.",
                name(found, line),
                name(found, whole)
            );
            found.add(&Subject::from(&line.id), "part_of", says);
        }
        if let Some(gross) = line.net_of.as_ref().and_then(|id| workspace.money.get(id)) {
            net(found, line, gross);
        }
    }
    chosen_twice(found);
}

fn net(found: &mut Found<'_>, line: &Money, gross: &Money) {
    let subject = Subject::from(&line.id);
    if apart(line, gross) {
        let says = format!(
            "{} is named as the net of {}, which is a figure of another kind, basis or year. The net counts in no sum.",
            name(found, line),
            name(found, gross)
        );
        found.add(&subject, "net_of", says);
    }
    let is_more = line.sum.as_ref().zip(gross.sum.as_ref()).is_some_and(|(net, gross)| net.pence > gross.pence);
    if is_more {
        let says = format!(
            "{} is named as the net of {}, but is more than it. Look at both amounts.",
            name(found, line),
            name(found, gross)
        );
        found.add(&subject, "net_of", says);
    }
}

/// Two people can each mark another one of several rival figures as the one to go by.
fn chosen_twice(found: &mut Found<'_>) {
    let workspace = found.workspace;
    let mut chosen: BTreeMap<&MoneyId, BTreeSet<&MoneyId>> = BTreeMap::new();
    let is_chosen = |line: &Money| line.in_use.as_ref().is_some_and(|mark| mark.in_use == InUse::Yes);
    for line in workspace.money.values() {
        let Some(other) = &line.rival_of else { continue };
        for line in [Some(line), workspace.money.get(other)].into_iter().flatten().filter(|line| is_chosen(line)) {
            chosen.entry(other).or_default().insert(&line.id);
        }
    }
    for lines in chosen.into_values().filter(|lines| lines.len() > 1) {
        let names: Vec<String> = lines.iter().map(|id| found.name(&Subject::from(*id))).collect();
        if let Some(first) = lines.first() {
            let says =
                format!("{} are rival figures, and each is marked as the one to go by. Choose one of them.", names.join(" and "));
            found.add(&Subject::from(*first), "in_use", says);
        }
    }
}

fn name(found: &Found<'_>, line: &Money) -> String {
    found.name(&Subject::from(&line.id))
}

/// Whether two figures never stand in one sum.
fn apart(one: &Money, other: &Money) -> bool {
    type Place = (MoneyKind, Option<Basis>, Option<FinancialYear>);
    let place = |line: &Money| -> Option<Place> { line.sum.as_ref().map(|sum| (sum.kind, sum.basis, sum.year)) };
    place(one) != place(other)
}
