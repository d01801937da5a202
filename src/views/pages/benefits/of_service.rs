//! The benefits of one service: those of its case, those that came beside it, its money, and what the Board should look at.

use leptos::prelude::*;

use crate::analysis::benefits::{Chosen, Row, cash, groups, tally};
use crate::domain::benefit::{Benefit, BenefitId};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{BenefitsState, Route, SavingsState};
use crate::session::use_session;
use crate::views::pages::benefits::KINDS;
use crate::views::pages::benefits::forms::BENEFITS;
use crate::views::pages::benefits::overall::Overall;
use crate::views::pages::service::measures::ServiceMeasures;
use crate::views::parts::gone::Gone;
use crate::views::parts::kept::{Kept, KeptList};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::words;

/// The page; of a service that is out of use, what became of it.
#[component]
pub fn BenefitsOfPage(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    let is_here = session.select(&[Kind::Service], move |workspace, _| subject.with_value(|subject| workspace.holds(subject)));
    let id = StoredValue::new(id);
    move || {
        let up = (Route::Benefits(BenefitsState::default()), "All benefits");
        if is_here.get() {
            view! { <Whole id=id.get_value() /> }.into_any()
        } else {
            view! { <Gone subject=subject.get_value() up=up /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: ServiceId) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let called = session.select(&[Kind::Service], move |workspace, _| format!("Benefits: {}", words::name(workspace, &subject)));
    let of = StoredValue::new(id.clone());
    let chosen = move || Chosen { service: Some(of.get_value()), ..Chosen::default() };
    let rows = session.select(KINDS, move |workspace, today| {
        groups(workspace, &chosen(), workspace.reading(today)).into_iter().flat_map(|group| group.rows).collect::<Vec<Row>>()
    });
    let says = session.select(KINDS, move |workspace, today| tally(workspace, &chosen(), workspace.reading(today)).says());
    let money = session.select_open(&[Kind::Money, Kind::Service, Kind::Partner], move |open| {
        open.map(|open| of.with_value(|of| cash(&open.workspace, open.ledger(), of))).unwrap_or_default()
    });
    let items = move |foreseen: bool| {
        Memo::new(move |_| rows.with(|rows| rows.iter().filter(|row| row.foreseen == foreseen).map(kept).collect::<Vec<_>>()))
    };
    let blank = Callback::new(move |()| {
        Some(Benefit { service: Some(of.get_value()), ..Benefit::new(BenefitId::new(&session.new_id())?) }.into())
    });
    let reading = session.reading();
    let lede = move || Some(format!("As at {}. {}", words::date::long(reading.get()), says.get()));
    let up = (Route::Benefits(BenefitsState::default()), "All benefits");
    let service = Route::Service(id.clone()).to_string();
    view! {
        <PageHead title=called lede=Signal::derive(lede) up=up>
            <a class="button button--quiet button--small" href=service>"The service"</a>
        </PageHead>
        <section aria-labelledby="foreseen-head">
            <h2 id="foreseen-head">"Expected by the business case"</h2>
            <KeptList items=items(true) keeping=BENEFITS empty="No benefit of a business case is recorded." button="add-benefit" blank=Some(blank) />
        </section>
        <section aria-labelledby="unplanned-head">
            <h2 id="unplanned-head">"Not foreseen by the case"</h2>
            <KeptList items=items(false) keeping=BENEFITS empty="No other benefit is recorded." button="add-unplanned" />
        </section>
        <section aria-labelledby="cash-head">
            <h2 id="cash-head">"Money"</h2>
            <p>{money}</p>
            <p><a href=Route::Savings(SavingsState::default()).to_string()>"Savings, figure by figure"</a></p>
        </section>
        <ServiceMeasures id=id.clone() />
        <PapersAround record=Subject::from(&id) />
        <Overall id=id />
    }
}

fn kept(row: &Row) -> Kept {
    let mark = match (&row.due, row.is_unexplained) {
        (Some((_, true)), _) => Some((false, "Overdue".to_owned())),
        (_, true) => Some((false, "Says not why it differs".to_owned())),
        _ => Some((true, row.sort.to_owned())),
    };
    let or = |text: &Option<String>, otherwise: &str| text.clone().unwrap_or_else(|| otherwise.to_owned());
    let due = row.due.as_ref().map(|(due, _)| format!("Due: {due}"));
    let kind = (mark.as_ref().is_some_and(|(calm, _)| !calm)).then(|| row.sort.to_owned());
    let partners = (!row.partners.is_empty()).then(|| format!("Received by {}", row.partners));
    let commentary = row.commentary.as_ref().map(|says| format!("Commentary: {says}"));
    let notes = [
        kind,
        Some(format!("Expected: {}", or(&row.expected, words::NOT_STATED))),
        Some(format!("Actual to date: {}", or(&row.actual, words::NOT_REPORTED))),
        Some(format!("Achievement: {}", row.achievement)),
        due,
        partners,
        row.owner.as_ref().map(|owner| format!("Owner: {owner}")),
        commentary,
        row.source.clone(),
    ];
    Kept { subject: Subject::from(&row.id), head: row.what.clone(), mark, notes: notes.into_iter().flatten().collect() }
}
