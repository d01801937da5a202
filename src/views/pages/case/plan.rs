//! A service's plan for a year, its climate and equality sections among it.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::thinking::{Plan, PlanId};
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::form::Form;
use crate::views::parts::kept::{Keeping, Kept, KeptList};
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words;

const PLANS: Keeping =
    Keeping { what: "the plan", add: "Add a plan for a year", edit: "Edit the plan", saved: "The plan is saved.", asks, read };

/// The plans, the latest year first.
#[component]
pub fn Plans(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let of = id.clone();
    let items = session.select(&[Kind::Plan], move |workspace, _| {
        let mut all: Vec<&Plan> = workspace.plans.values().filter(|plan| plan.service.as_ref() == Some(&of)).collect();
        all.order_by_key(|plan| (std::cmp::Reverse(plan.year), plan.id.clone()));
        all.into_iter().map(kept).collect::<Vec<_>>()
    });
    let blank =
        Callback::new(move |()| Some(Plan { service: Some(id.clone()), ..Plan::new(PlanId::new(&session.new_id())?) }.into()));
    view! {
        <section aria-labelledby="plan-head">
            <h2 id="plan-head">"Service plan"</h2>
            <KeptList items=items keeping=PLANS empty="No plan is recorded." button="add-plan" blank=Some(blank) />
        </section>
    }
}

fn kept(plan: &Plan) -> Kept {
    let says =
        |label: &str, text: &Option<String>| format!("{label}: {}", text.clone().unwrap_or_else(|| words::NOT_STATED.to_owned()));
    Kept {
        subject: Subject::from(&plan.id),
        head: plan.year.map_or_else(|| "Plan without a year".to_owned(), |year| format!("Plan for {year}")),
        mark: (plan.climate.is_none() || plan.equality.is_none()).then(|| (false, "Climate or equality not stated".to_owned())),
        notes: [
            says("Aims", &plan.aims),
            says("What will be done", &plan.actions),
            says("Staff, money and systems", &plan.resources),
            says("Climate", &plan.climate),
            says("Equality", &plan.equality),
        ]
        .into_iter()
        .chain(plan.source.as_ref().map(words::source::source))
        .collect(),
    }
}

fn asks(_: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Plan(plan) = thing else { return Vec::new() };
    vec![
        Ask::short("year", "Year", plan.year.as_ref().map(FinancialYear::to_string).unwrap_or_default()).hint("10/11 will do."),
        Ask::text("aims", "Aims", plan.aims.as_ref()).hint("What the service is to reach in the year."),
        Ask::text("actions", "What will be done", plan.actions.as_ref()).hint("And by whom, by office."),
        Ask::text("resources", "Staff, money and systems", plan.resources.as_ref()).hint("Amounts stand on the page of savings."),
        Ask::text("climate", "Climate", plan.climate.as_ref()).hint("What it means for the climate. \"None\" is an answer."),
        Ask::text("equality", "Equality", plan.equality.as_ref()).hint("What it means for equality. \"None\" is an answer."),
    ]
}

fn read(form: &Form, _: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Plan(before) = before else { return before.clone() };
    let plan = Plan {
        year: form.year("year", wrong),
        aims: form.text("aims"),
        actions: form.text("actions"),
        resources: form.text("resources"),
        climate: form.text("climate"),
        equality: form.text("equality"),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    plan.into()
}
