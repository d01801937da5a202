//! One risk: its score, what is known of it, scoring it again, and everything that happened to it.

pub mod edit;
mod facts;
pub mod fields;
mod rescore;
mod score;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::risk::{Openness, Risk, RiskId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{RisksState, Route};
use crate::session::{Request, use_session};
use crate::views::pages::risk::edit::EditRisk;
use crate::views::pages::risk::facts::RiskFacts;
use crate::views::pages::risk::rescore::Rescore;
use crate::views::pages::risk::score::RiskScore;
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::gone::Gone;
use crate::views::parts::notes::Notes;
use crate::views::parts::openness::OpenOrClose;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The page of a risk; of one that is out of use, what became of it.
#[component]
pub fn RiskPage(
    /// Which.
    id: RiskId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let risk = session.select(&[Kind::Risk], move |workspace, _| id.with_value(|id| workspace.risks.get(id).cloned()));
    let is_here = Memo::new(move |_| risk.with(Option::is_some));
    move || {
        if is_here.get() {
            view! { <Whole id=id.get_value() risk=risk /> }.into_any()
        } else {
            view! { <Gone subject=Subject::from(&id.get_value()) up=(all_risks(), "All risks") /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: RiskId, risk: Memo<Option<Risk>>) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    provide_context(FactsOf(subject.get_value()));
    let editing = RwSignal::new(false);
    let called = session.select(&[Kind::Risk], move |workspace, _| subject.with_value(|subject| words::name(workspace, subject)));
    let openness = Memo::new(move |_| risk.with(|risk| state(risk.as_ref())));
    let is_open = Memo::new(move |_| openness.get() == Openness::Open);
    let turn = {
        let risk = id.clone();
        Callback::new(move |reason: String| {
            let risk = risk.clone();
            Some(match openness.get_untracked() {
                Openness::Open => Command::CloseRisk { risk, reason },
                Openness::Closed => Command::ReopenRisk { risk, reason },
            })
        })
    };
    let edited = Callback::new(move |()| {
        editing.set(false);
        session.request(Request::Focus("page-title".to_owned()));
    });
    let withdrawn = Callback::new(move |()| {
        session.say("The risk is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let form = {
        let id = id.clone();
        move || view! { <EditRisk id=id.clone() on_close=edited /> }
    };
    let reading = move || view! { <Reading id=id.clone() risk=risk is_open=is_open /> };
    view! {
        <PageHead title=called up=(all_risks(), "All risks")>
            <button class="button button--quiet" type="button" aria-expanded=move || editing.get().to_string() on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
            <OpenOrClose record=subject.get_value() what="risk" now=openness command=turn />
            <ExemptButton record=subject.get_value() called=called />
            <Withdraw record=subject.get_value() called=called.get_untracked() on_done=withdrawn />
        </PageHead>
        <ExemptMark record=subject.get_value() />
        <Conflicts subject=subject.get_value() />
        <Show when=move || editing.get() fallback=reading>{form.clone()}</Show>
        <Trail subject=subject.get_value() />
        <Notes about=subject.get_value() />
    }
}

/// What is known of it, beside the grid on which it is scored again.
#[component]
fn Reading(id: RiskId, risk: Memo<Option<Risk>>, is_open: Memo<bool>) -> impl IntoView {
    let of = id.clone();
    let rescore = move || view! { <Rescore id=of.clone() risk=risk /> };
    view! {
        <div class="pair">
            <div>
                <RiskScore id=id.clone() risk=risk />
                <RiskFacts id=id.clone() risk=risk />
                <PapersAround record=Subject::from(&id) />
            </div>
            <Show when=move || is_open.get() fallback=|| view! { <p>"This risk is closed. Open it again before you score it."</p> }>{rescore.clone()}</Show>
        </div>
    }
}

fn state(risk: Option<&Risk>) -> Openness {
    if risk.is_none_or(Risk::is_open) { Openness::Open } else { Openness::Closed }
}

fn all_risks() -> Route {
    Route::Risks(RisksState::default())
}
