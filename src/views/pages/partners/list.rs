//! The partners in their order: what they are, and whether they vote.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::partner::edit::EditPartner;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::more::More;
use crate::views::parts::swatch::Swatch;
use crate::words;

const AT_FIRST: usize = 50;

/// A row for each.
#[component]
pub fn PartnerList() -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let all = session.select(&[Kind::Partner, Kind::About], |workspace, _| {
        workspace.partners_in_order().into_iter().map(|partner| partner.id.clone()).collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| all.with(|all| all.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let total = Memo::new(move |_| all.with(Vec::len));
    let more = move || total.get().saturating_sub(limit.get());
    view! {
        <section aria-labelledby="partner-list-head">
            <h2 id="partner-list-head" tabindex="-1">"Who they are"</h2>
            <div class="table-box">
                <table class="table table--stack" role="table">
                    <caption class="table__caption">"Partners in the order of the settings"</caption>
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">"Partner"</th>
                            <th scope="col" role="columnheader">"Short code"</th>
                            <th scope="col" role="columnheader">"Kind"</th>
                            <th scope="col" role="columnheader">"Vote"</th>
                            <th scope="col" role="columnheader">"Colour in charts"</th>
                            <th scope="col" role="columnheader"><span class="visually-hidden">"What you can do"</span></th>
                        </tr>
                    </thead>
                    <tbody><For each=move || shown.get() key=Clone::clone let:id><Row id=id /></For></tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("partner", "partners") />
            </div>
        </section>
    }
}

#[component]
fn Row(id: PartnerId) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let to = Route::Partner(id.clone());
    let open = RwSignal::new(false);
    let partner = {
        let id = id.clone();
        session.select(&[Kind::Partner], move |workspace, _| workspace.partners.get(&id).cloned())
    };
    let called = {
        let subject = subject.clone();
        session.select(&[Kind::Partner], move |workspace, _| words::name(workspace, &subject))
    };
    let text = move |pick: fn(&crate::domain::partner::Partner) -> Option<String>| {
        move || match partner.with(|partner| pick(partner.as_ref()?)) {
            Some(value) => value.into_any(),
            None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
        }
    };
    let series = Memo::new(move |_| partner.with(|partner| partner.as_ref().and_then(|partner| partner.series)));
    let form = move || view! { <tr role="row"><td role="cell" colspan="6" class="table__across"><EditPartner id=id.clone() open=open withdraw=("the partner", "partner-list-head".to_owned()) /></td></tr> };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="link--alone" href=to.to_string()>{called}</a><ConflictMark record=subject.clone() /></th>
            <td role="cell" data-label="Short code">{text(|partner| partner.code.clone())}</td>
            <td role="cell" data-label="Kind">{text(|partner| partner.kind.map(|kind| kind.label().to_owned()))}</td>
            <td role="cell" data-label="Vote">{text(|partner| partner.vote.map(|vote| vote.label().to_owned()))}</td>
            <td role="cell" data-label="Colour in charts">{move || view! { <Swatch series=series.get() /> }}</td>
            <td role="cell"><EditButton record=subject.clone() called=called open=open /></td>
        </tr>
        <Show when=move || open.get()>{form.clone()}</Show>
    }
}
