//! One partner: what it takes part in, its figures, and everything that happened to its record.

pub mod edit;

mod facts;
mod services;

use leptos::prelude::*;

use crate::domain::partner::{Partner, PartnerId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{PartnersState, Route};
use crate::session::{Request, use_session};
use crate::views::pages::partner::edit::EditPartner;
use crate::views::pages::partner::facts::PartnerFacts;
use crate::views::pages::partner::services::PartnerServices;
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::gone::Gone;
use crate::views::parts::money_table::{MoneyTable, lines_where};
use crate::views::parts::notes::Notes;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The page of a partner; of one that is out of use, what became of it.
#[component]
pub fn PartnerPage(
    /// Which.
    id: PartnerId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let partner = session.select(&[Kind::Partner], move |workspace, _| id.with_value(|id| workspace.partners.get(id).cloned()));
    let is_here = Memo::new(move |_| partner.with(Option::is_some));
    move || {
        if is_here.get() {
            view! { <Whole id=id.get_value() partner=partner /> }.into_any()
        } else {
            view! { <Gone subject=Subject::from(&id.get_value()) up=(Route::Partners(PartnersState::default()), "All partners") /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: PartnerId, partner: Memo<Option<Partner>>) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    provide_context(FactsOf(subject.get_value()));
    let editing = RwSignal::new(false);
    let called =
        session.select(&[Kind::Partner], move |workspace, _| subject.with_value(|subject| words::name(workspace, subject)));
    let withdrawn = Callback::new(move |()| {
        session.say("The partner is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let of = id.clone();
    let lines = session.select_open(&[Kind::Money, Kind::Partner], move |open| {
        open.map(|open| lines_where(open, |line| line.partners.iter().flatten().any(|partner| *partner == of)))
            .unwrap_or_default()
    });
    let form = {
        let id = id.clone();
        move || view! { <EditPartner id=id.clone() open=editing /> }
    };
    view! {
        <PageHead title=called up=(Route::Partners(PartnersState::default()), "All partners")>
            <EditButton record=subject.get_value() called=called open=editing />
            <Withdraw record=subject.get_value() called=called.get_untracked() on_done=withdrawn class="button button--danger-quiet button--small" />
        </PageHead>
        <Show when=move || !editing.get() fallback=form>
            <Conflicts subject=subject.get_value() />
            <PartnerFacts partner=partner />
        </Show>
        <PartnerServices id=id />
        <section aria-labelledby="money-head">
            <h2 id="money-head">"Money"</h2>
            <MoneyTable lines=lines caption="Lines that name this partner" empty="No figure names this partner. Figures are added on the page of savings." />
        </section>
        <PapersAround record=subject.get_value() />
        <Notes about=subject.get_value() />
        <Trail subject=subject.get_value() />
    }
}
