//! The case for a service: how councils stood before sharing, its business cases, who was asked, its plan, and the service
//! seen as a system.

mod before;
mod case_forms;
mod cases;
mod consultation;
mod options;
mod plan;
mod thinking;
mod thinking_forms;

use leptos::prelude::*;

use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::case::before::Before;
use crate::views::pages::case::cases::Cases;
use crate::views::pages::case::consultation::Consultations;
use crate::views::pages::case::plan::Plans;
use crate::views::pages::case::thinking::Thinking;
use crate::views::parts::gone::Gone;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PapersAround;
use crate::words;

/// The page; of a service that is out of use, what became of it.
#[component]
pub fn CasePage(
    /// Of which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let subject = StoredValue::new(Subject::from(&id));
    let is_here = session.select(&[Kind::Service], move |workspace, _| subject.with_value(|subject| workspace.holds(subject)));
    let called = session.select(&[Kind::Service], move |workspace, _| {
        subject.with_value(|subject| format!("Case and plan: {}", words::name(workspace, subject)))
    });
    let reading = session.reading();
    let lede = move || Some(format!("As at {}.", words::date::long(reading.get())));
    let id = StoredValue::new(id);
    move || {
        let id = id.get_value();
        let up = (Route::Service(id.clone()), "The service");
        if is_here.get() {
            view! {
                <PageHead title=called lede=Signal::derive(lede) up=up />
                <Before id=id.clone() />
                <Cases id=id.clone() />
                <Consultations id=id.clone() />
                <Plans id=id.clone() />
                <Thinking id=id.clone() />
                <PapersAround record=Subject::from(&id) />
            }
            .into_any()
        } else {
            view! { <Gone subject=subject.get_value() up=up /> }.into_any()
        }
    }
}
