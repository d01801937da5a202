//! The table of services: a part for each programme, a hundred rows at a time.

use leptos::prelude::*;

use crate::analysis::services::{Group, Listed, first};
use crate::domain::programme::ProgrammeId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::{Request, use_session};
use crate::views::pages::services::row::Row;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 100;

/// Every row that is listed, by programme and stage.
#[component]
pub fn ServicesTable(
    /// The services in order.
    listed: Memo<Vec<Group>>,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let total = Memo::new(move |_| listed.with(|groups| groups.iter().map(|group| group.services.len()).sum::<usize>()));
    let shown = Memo::new(move |_| listed.with(|groups| first(groups, limit.get())));
    let programmes =
        Memo::new(move |_| shown.with(|groups| groups.iter().map(|group| group.programme.clone()).collect::<Vec<_>>()));
    let more = move || total.get().saturating_sub(limit.get());
    let caption =
        move || format!("{} by programme and stage", words::sentence(&words::count(total.get(), "service", "services")));
    let save = move |_| {
        let text = session.look(|open| {
            let workspace = &open?.workspace;
            let lines = listed.with_untracked(|groups| {
                let ids = groups.iter().flat_map(|group| &group.services).map(|listed| &listed.id);
                words::services::table(workspace, ids)
            });
            Some((words::csv::csv(lines), workspace.reading(session.today())))
        });
        if let Some((text, day)) = text {
            session.request(Request::SaveText { name: format!("services-{day}.csv"), kind: "text/csv", text });
        }
    };
    view! {
        <div class="table-box">
            <table class="table table--stack" role="table">
                <caption class="table__caption">{caption}</caption>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader" class="table__wide">"Service"</th>
                        <th scope="col" role="columnheader">"Stage"</th>
                        <th scope="col" role="columnheader">"Status"</th>
                        <th scope="col" role="columnheader">"Approach"</th>
                        <th scope="col" role="columnheader" class="table__wide">"Who takes part"</th>
                    </tr>
                </thead>
                <For each=move || programmes.get() key=Clone::clone let:programme>
                    <Programme programme=programme shown=shown />
                </For>
            </table>
            <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("service", "services") />
        </div>
        <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Table as CSV"</button></p>
    }
}

#[component]
fn Programme(programme: Option<ProgrammeId>, shown: Memo<Vec<Group>>) -> impl IntoView {
    let session = use_session();
    let name = {
        let programme = programme.clone();
        session.select(&[Kind::Programme], move |workspace, _| {
            programme.as_ref().map_or_else(|| "Of no programme".to_owned(), |id| words::name(workspace, &Subject::from(id)))
        })
    };
    let services = Memo::new(move |_| {
        shown.with(|groups| {
            groups.iter().find(|group| group.programme == programme).map(|group| group.services.clone()).unwrap_or_default()
        })
    });
    view! {
        <tbody>
            <tr role="row" class="table__group"><th scope="rowgroup" role="rowheader" colspan="5">{name}</th></tr>
            <For each=move || services.get() key=|listed: &Listed| (listed.id.clone(), listed.depth) let:listed>
                <Row listed=listed />
            </For>
        </tbody>
    }
}
