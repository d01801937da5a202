//! One service: how it stands, how far it has come, what it gains and costs, who takes part, what is due.

mod approval_forms;
pub mod approvals;
mod behind;
mod facts;
mod gains;
mod happening;
pub mod measures;
mod money;
mod moving;
mod part_form;
mod part_row;
mod parts;
mod report;
mod stage;
mod status;

use leptos::prelude::*;

use crate::domain::service::{Service, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::{Route, ServicesState};
use crate::session::{Request, use_session};
use crate::views::pages::service::approvals::Approvals;
use crate::views::pages::service::facts::ServiceFacts;
use crate::views::pages::service::gains::Gains;
use crate::views::pages::service::happening::Happening;
use crate::views::pages::service::measures::ServiceMeasures;
use crate::views::pages::service::money::ServiceMoney;
use crate::views::pages::service::parts::Parts;
use crate::views::pages::service::stage::StageNow;
use crate::views::pages::service::status::StatusNow;
use crate::views::pages::services::fields::{ServiceFields, read_service};
use crate::views::parts::conflict_mark::FactsOf;
use crate::views::parts::conflicts::Conflicts;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::form::Form;
use crate::views::parts::gone::Gone;
use crate::views::parts::milestones::Milestones;
use crate::views::parts::notes::Notes;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::trail::Trail;
use crate::views::parts::withdraw::Withdraw;
use crate::words;

/// The page of a service; of one that is out of use, what became of it.
#[component]
pub fn ServicePage(
    /// Which.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(id);
    let service = session.select(&[Kind::Service], move |workspace, _| id.with_value(|id| workspace.services.get(id).cloned()));
    let is_here = Memo::new(move |_| service.with(Option::is_some));
    move || {
        if is_here.get() {
            view! { <Whole id=id.get_value() service=service /> }.into_any()
        } else {
            view! { <Gone subject=Subject::from(&id.get_value()) up=(all_services(), "All services") /> }.into_any()
        }
    }
}

#[component]
fn Whole(id: ServiceId, service: Memo<Option<Service>>) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    provide_context(FactsOf(subject.clone()));
    let editing = RwSignal::new(false);
    let called = {
        let subject = subject.clone();
        session.select(&[Kind::Service], move |workspace, _| words::name(workspace, &subject))
    };
    let lede = {
        let id = id.clone();
        session.select(
            &[Kind::Service, Kind::Programme, Kind::Participation, Kind::Partner, Kind::About],
            move |workspace, today| {
                let service = workspace.services.get(&id)?;
                let programme = service.programme.as_ref().map(|id| words::name(workspace, &Subject::from(id)));
                let parts = words::services::parts(workspace, &id);
                let day = format!("As at {}", words::date::long(workspace.reading(today)));
                Some(
                    [Some(day), programme, parts]
                        .into_iter()
                        .flatten()
                        .map(|part| format!("{part}."))
                        .collect::<Vec<_>>()
                        .join(" "),
                )
            },
        )
    };
    let withdrawn = Callback::new(move |()| {
        session.say("The service is withdrawn.");
        session.request(Request::Focus("page-title".to_owned()));
    });
    let form = {
        let id = id.clone();
        move || view! { <EditService id=id.clone() open=editing /> }
    };
    let reports = Route::HighlightsOf(id.clone()).to_string();
    let benefits = Route::BenefitsOf(id.clone()).to_string();
    let the_case = Route::Case(id.clone(), None).to_string();
    let settle = StoredValue::new(subject.clone());
    let whole = subject.clone();
    let milestones_of = Signal::derive({
        let subject = subject.clone();
        move || vec![subject.clone()]
    });
    view! {
        <PageHead title=called lede=lede up=(all_services(), "All services")>
            <a class="button button--quiet button--small" href=the_case>"Case and plan"</a>
            <a class="button button--quiet button--small" href=reports>"Highlight reports"</a>
            <a class="button button--quiet button--small" href=benefits>"Benefits realisation"</a>
            <EditButton record=subject.clone() called=called open=editing />
            <ExemptButton record=subject.clone() called=called class="button button--quiet button--small" />
            <Withdraw record=subject.clone() called=called.get_untracked() on_done=withdrawn class="button button--danger-quiet button--small" />
        </PageHead>
        <ExemptMark record=settle.get_value() />
        <Show when=move || !editing.get() fallback=form>
            <Conflicts subject=settle.get_value() />
        </Show>
        <div class="pair">
            <StatusNow id=id.clone() service=service />
            <StageNow id=id.clone() service=service />
        </div>
        <Gains id=id.clone() service=service />
        <Approvals id=id.clone() />
        <Parts id=id.clone() />
        <section aria-labelledby="milestones-head">
            <h2 id="milestones-head">"Milestones"</h2>
            <Milestones of=milestones_of empty="No milestone is stated." />
        </section>
        <ServiceMeasures id=id.clone() />
        <ServiceMoney id=id.clone() />
        <Happening id=id.clone() />
        <section aria-labelledby="facts-head">
            <h2 id="facts-head">"What is known of it"</h2>
            <ServiceFacts id=id service=service />
            <PapersAround record=whole.clone() />
        </section>
        <Notes about=whole.clone() />
        <Trail subject=whole />
    }
}

#[component]
fn EditService(id: ServiceId, open: RwSignal<bool>) -> impl IntoView {
    let before = use_session().look(|whole| whole?.workspace.services.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let (fields, start) = (before.clone(), before.clone());
    Some(view! {
        <RecordForm
            form=form
            label="Edit the service"
            before=Some(before.into())
            read=move |wrong| Some(read_service(&form, &start, wrong).into())
            says="The service is saved."
            first="name"
            back=edit_button_id(&Subject::from(&id))
            on_close=Callback::new(move |_| open.set(false))
        >
            <ServiceFields form=form service=fields />
        </RecordForm>
    })
}

fn all_services() -> Route {
    Route::Services(ServicesState::default())
}
