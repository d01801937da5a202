//! A service seen as a system: what it is there for, what is asked of it, how long it takes, and what was tried.

use leptos::prelude::*;

use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::thinking::{Demand, DemandId, DemandKind, Study, StudyId, Trial, TrialId, TrialState, failure_of};
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::pages::case::thinking_forms::{DEMANDS, STUDIES, TRIALS};
use crate::views::parts::kept::{Kept, KeptList};
use crate::words;

/// The study, the demand on the service, and the changes that were tried in it.
#[component]
pub fn Thinking(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let studies = session.select(&[Kind::Study], move |workspace, _| {
        workspace.studies.values().filter(|study| study.service.as_ref() == Some(&of)).map(study).collect::<Vec<_>>()
    });
    let of = id.clone();
    let demands = session.select(&[Kind::Demand], move |workspace, _| {
        let mut all: Vec<&Demand> = workspace.demands.values().filter(|one| one.service.as_ref() == Some(&of)).collect();
        all.order_by_key(|one| (std::cmp::Reverse(one.count), one.id.clone()));
        (failure_of(all.iter().copied()), all.into_iter().map(demand).collect::<Vec<_>>())
    });
    let of = id.clone();
    let trials = session.select(&[Kind::Trial], move |workspace, _| {
        let mut all: Vec<&Trial> = workspace.trials.values().filter(|one| one.service.as_ref() == Some(&of)).collect();
        all.order_by_key(|one| (one.since, one.id.clone()));
        all.into_iter().map(trial).collect::<Vec<_>>()
    });
    let demand_items = Memo::new(move |_| demands.with(|(_, items)| items.clone()));
    let share = move || demands.with(|(sums, _)| sums.map(|(all, failure)| words::thinking::failure(all, failure)));
    let of = StoredValue::new(id);
    let new_study = Callback::new(move |()| {
        Some(Study { service: Some(of.get_value()), ..Study::new(StudyId::new(&session.new_id())?) }.into())
    });
    let new_demand = Callback::new(move |()| {
        Some(Demand { service: Some(of.get_value()), ..Demand::new(DemandId::new(&session.new_id())?) }.into())
    });
    let new_trial = Callback::new(move |()| {
        Some(Trial { service: Some(of.get_value()), ..Trial::new(TrialId::new(&session.new_id())?) }.into())
    });
    view! {
        <section aria-labelledby="thinking-head">
            <h2 id="thinking-head">"Systems thinking"</h2>
            <KeptList items=studies keeping=STUDIES empty="The service has not been looked at as a system." button="add-study" blank=Some(new_study) />
            <h3>"Demand"</h3>
            {move || share().map(|says| view! { <p>{says}</p> })}
            <KeptList items=demand_items keeping=DEMANDS empty="No demand is recorded." button="add-demand" blank=Some(new_demand) />
            <h3>"Changes tried"</h3>
            <KeptList items=trials keeping=TRIALS empty="No change is recorded." button="add-trial" blank=Some(new_trial) />
        </section>
    }
}

fn study(study: &Study) -> Kept {
    let time = study.time.as_ref().map(|time| format!("From end to end: {}", words::thinking::end_to_end(time)));
    let waste = study.waste.as_ref().map(|waste| format!("Waste found: {waste}"));
    Kept {
        subject: Subject::from(&study.id),
        head: format!("Purpose: {}", study.purpose.clone().unwrap_or_else(|| words::NOT_STATED.to_owned())),
        mark: None,
        notes: time.into_iter().chain(waste).chain(study.source.as_ref().map(words::source::source)).collect(),
    }
}

fn demand(demand: &Demand) -> Kept {
    let count = demand.count.map(words::quantity::exact);
    let how = match (count, demand.counted.clone()) {
        (Some(count), Some(counted)) => Some(format!("{count} times; {counted}")),
        (Some(count), None) => Some(format!("{count} times")),
        (None, counted) => counted,
    };
    Kept {
        subject: Subject::from(&demand.id),
        head: demand.what.clone().unwrap_or_else(|| "Demand without a name".to_owned()),
        mark: demand.sort.map(|sort| (sort == DemandKind::Value, sort.label().to_owned())),
        notes: how.into_iter().chain(demand.source.as_ref().map(words::source::source)).collect(),
    }
}

fn trial(trial: &Trial) -> Kept {
    let since = trial.since.map(|since| format!("Tried since {}", words::date::long(since)));
    let effect = trial.effect.as_ref().map(|effect| format!("What it did: {effect}"));
    Kept {
        subject: Subject::from(&trial.id),
        head: trial.what.clone().unwrap_or_else(|| "A change without a name".to_owned()),
        mark: trial.kept.map(|kept| (kept != TrialState::Running, kept.label().to_owned())),
        notes: since.into_iter().chain(effect).chain(trial.source.as_ref().map(words::source::source)).collect(),
    }
}
