//! A row of the table of services.

use leptos::prelude::*;

use crate::analysis::services::Listed;
use crate::domain::rag::Rag;
use crate::domain::service::Approach;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::rag::RagMark;
use crate::views::parts::stated::Stated;
use crate::words;

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    name: String,
    stage: Option<&'static str>,
    since: Option<String>,
    rag: Option<Rag>,
    approach: Option<&'static str>,
    lead: Option<String>,
    complete: Option<String>,
}

/// One service. Each cell follows this service alone, so that an edit elsewhere leaves it be.
#[component]
pub fn Row(
    /// Which, and how deep in the tree of wholes and parts.
    listed: Listed,
) -> impl IntoView {
    let session = use_session();
    let Listed { id, depth } = listed;
    let is_part = depth > 0;
    let subject = Subject::from(&id);
    let to = Route::Service(id.clone());
    let of = id.clone();
    let parts = session
        .select(&[Kind::Participation, Kind::Partner, Kind::About], move |workspace, _| words::services::parts(workspace, &of));
    let of = id.clone();
    let unsigned = session.select(&[Kind::Service, Kind::Participation, Kind::Partner], move |workspace, _| {
        words::services::unsigned(workspace, &of)
    });
    let said = session.select(&[Kind::Service], move |workspace, _| {
        let service = workspace.services.get(&id)?;
        Some(Said {
            name: service.name.clone().unwrap_or_else(|| "Service without a name".to_owned()),
            stage: service.stage.as_ref().map(|reached| reached.stage.label()),
            since: service.stage.as_ref().and_then(|reached| reached.since).map(words::date::short),
            rag: service.status.as_ref().map(|status| status.rag),
            approach: service.approach.map(Approach::label),
            lead: service.lead.clone(),
            complete: service.complete.map(|percent| format!("{} % complete", percent.number())),
        })
    });
    let rag = Memo::new(move |_| said.with(|said| said.as_ref().and_then(|said| said.rag)));
    let text = move |pick: fn(&Said) -> Option<String>| Memo::new(move |_| said.with(|said| pick(said.as_ref()?)));
    let name = text(|said| Some(said.name.clone()));
    let stage = text(|said| said.stage.map(str::to_owned));
    let lead = text(|said| said.lead.clone());
    let complete = text(|said| said.complete.clone());
    let since = text(|said| said.since.clone());
    view! {
        <tr role="row" class:table__part=is_part>
            <th scope="row" role="rowheader">
                {is_part.then(|| view! { <span class="visually-hidden">"Part of the one above: "</span> })}
                <a class="link--alone" href=to.to_string()>{name}</a><ConflictMark record=subject />
                {move || lead.get().map(|lead| view! { <span class="table__note">{lead}</span> })}
            </th>
            <td role="cell" data-label="Stage"><Stated value=stage />{move || since.get().map(|since| view! { <span class="table__note">{format!("since {since}")}</span> })}</td>
            <td role="cell" data-label="Status">
                <span class="unbroken">{move || view! { <RagMark rag=rag.get() /> }}</span>
                {move || complete.get().map(|complete| view! { <span class="table__note">{complete}</span> })}
            </td>
            <td role="cell" data-label="Approach"><Stated value=text(|said| said.approach.map(str::to_owned)) /></td>
            <td role="cell" data-label="Who takes part">
                <Stated value=parts />
                {move || unsigned.get().map(|says| view! { <span class="table__note"><span class="flag">"Agreement not signed"</span>" "{says}</span> })}
            </td>
        </tr>
    }
}
