//! What is asked of a service seen as a system, of a type of demand, and of a change that was tried.

use crate::domain::command::Refusal;
use crate::domain::thing::Thing;
use crate::domain::thinking::{Demand, DemandKind, EndToEnd, Study, Trial, TrialState};
use crate::domain::workspace::Workspace;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::Keeping;
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words::quantity::exact;
use crate::words::typed;

/// Purposes, times and waste.
pub const STUDIES: Keeping = Keeping {
    what: "the study",
    add: "Say what the service is there for",
    edit: "Edit purpose, time and waste",
    saved: "The study is saved.",
    asks: asks_of_study,
    read: read_study,
};

/// Types of demand.
pub const DEMANDS: Keeping = Keeping {
    what: "the demand",
    add: "Add a type of demand",
    edit: "Edit the demand",
    saved: "The demand is saved.",
    asks: asks_of_demand,
    read: read_demand,
};

/// Changes that were tried.
pub const TRIALS: Keeping = Keeping {
    what: "the change",
    add: "Add a change that was tried",
    edit: "Edit the change",
    saved: "The change is saved.",
    asks: asks_of_trial,
    read: read_trial,
};

fn asks_of_study(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Study(study) = thing else { return Vec::new() };
    let time = study.time.as_ref();
    vec![
        Ask::text("purpose", "Purpose", study.purpose.as_ref()).hint("In the words of those who use it."),
        Ask::short("time", "End-to-end time before", time.map(|time| exact(time.before)).unwrap_or_default())
            .hint("From the first call until it is done."),
        Ask::short("time-now", "End-to-end time now", time.and_then(|time| time.now).map(exact).unwrap_or_default()),
        Ask::line("time-unit", "Counted in", time.map(|time| &time.unit)).hint("Such as days."),
        Ask::text("waste", "Waste found", study.waste.as_ref()).hint("What is done that nobody needs."),
    ]
}

fn read_study(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Study(before) = before else { return before.clone() };
    let start = form.read("time", wrong, typed::quantity);
    let (now, unit) = (form.read("time-now", wrong, typed::quantity), form.text("time-unit"));
    if start.is_none() && now.is_some() {
        wrong.push(Refusal::of("time", "Say how long it took before, or clear how long it takes now."));
    }
    let study = Study {
        purpose: form.text("purpose"),
        time: start.map(|before| EndToEnd { before, now, unit: unit.unwrap_or_default() }),
        waste: form.text("waste"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    study.into()
}

fn asks_of_demand(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Demand(demand) = thing else { return Vec::new() };
    let sorts = or_not_stated(choices(DemandKind::ALL, DemandKind::key, DemandKind::label));
    vec![
        Ask::line("what", "What is asked", demand.what.as_ref()).hint("In the words of those who ask."),
        Ask::one_of("sort", "Kind", demand.sort.map(DemandKind::key).unwrap_or_default(), sorts)
            .hint("Failure demand would not be there if it had been done, or done right, before."),
        Ask::short("count", "How often", demand.count.map(exact).unwrap_or_default()),
        Ask::line("counted", "When it was counted", demand.counted.as_ref()).hint("Such as two weeks in May 2010."),
    ]
}

fn read_demand(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Demand(before) = before else { return before.clone() };
    let demand = Demand {
        what: form.text("what"),
        sort: form.text("sort").and_then(|key| DemandKind::from_key(&key)),
        count: form.read("count", wrong, typed::quantity),
        counted: form.text("counted"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    demand.into()
}

fn asks_of_trial(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Trial(trial) = thing else { return Vec::new() };
    let states = or_not_stated(choices(TrialState::ALL, TrialState::key, TrialState::label));
    vec![
        Ask::text("what", "What was changed", trial.what.as_ref()),
        Ask::day("since", "Tried since", trial.since),
        Ask::text("effect", "What it did", trial.effect.as_ref()),
        Ask::one_of("kept", "What became of it", trial.kept.map(TrialState::key).unwrap_or_default(), states),
    ]
}

fn read_trial(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Trial(before) = before else { return before.clone() };
    let trial = Trial {
        what: form.text("what"),
        since: form.date("since", wrong),
        effect: form.text("effect"),
        kept: form.text("kept").and_then(|key| TrialState::from_key(&key)),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    trial.into()
}
