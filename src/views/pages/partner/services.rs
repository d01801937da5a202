//! The services in which a partner's part is stated.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::domain::service::{Participation, Role, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 100;

#[derive(Debug, Clone, PartialEq)]
struct Line {
    service: ServiceId,
    name: String,
    role: Option<Role>,
    note: Option<String>,
    term: Option<String>,
    stage: Option<&'static str>,
}

/// A row for each, what it hosts first.
#[component]
pub fn PartnerServices(
    /// Whose.
    id: PartnerId,
) -> impl IntoView {
    let limit = RwSignal::new(AT_FIRST);
    let lines = use_session().select(&[Kind::Participation, Kind::Service], move |workspace, _| lines(workspace, &id));
    let shown = Memo::new(move |_| lines.with(|lines| lines.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let more = move || lines.with(Vec::len).saturating_sub(limit.get());
    let is_empty = Memo::new(move |_| lines.with(Vec::is_empty));
    let says = move || lines.with(|lines| words::partner::parts(&lines.iter().filter_map(|line| line.role).collect::<Vec<_>>()));
    let row = |line: Line| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><a class="link--alone" href=Route::Service(line.service).to_string()>{line.name}</a></th>
                <td role="cell" data-label="Part">
                    {line.role.map(Role::label)}
                    {line.note.map(|note| view! { <span class="table__note">{note}</span> })}
                </td>
                <td role="cell" data-label="From and to">{line.term}</td>
                <td role="cell" data-label="Stage">{line.stage}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="takes-part-head">
            <h2 id="takes-part-head">"What it takes part in"</h2>
            <p>{says}</p>
            <Show when=move || !is_empty.get()>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Services and its part in them"</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader">"Service"</th>
                                <th scope="col" role="columnheader">"Part"</th>
                                <th scope="col" role="columnheader">"From and to"</th>
                                <th scope="col" role="columnheader">"Stage of the service"</th>
                            </tr>
                        </thead>
                        <tbody>{move || shown.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                    <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("service", "services") />
                </div>
            </Show>
        </section>
    }
}

fn lines(workspace: &Workspace, partner: &PartnerId) -> Vec<Line> {
    let ending = format!("/{}", partner.rest());
    let parts = workspace.participations.values().filter(|part| part.id.as_str().ends_with(&ending));
    let mut lines: Vec<_> =
        parts.filter(|part| part.id.partner().as_ref() == Some(partner)).filter_map(|part| line(workspace, part)).collect();
    lines.order_by_key(|line| (line.role.is_none(), line.role, line.name.to_lowercase()));
    lines
}

fn line(workspace: &Workspace, part: &Participation) -> Option<Line> {
    let service = part.id.service()?;
    let known = workspace.services.get(&service)?;
    Some(Line {
        name: words::name(workspace, &Subject::from(&service)),
        role: part.part.as_ref().map(|part| part.role),
        note: part.part.as_ref().and_then(|part| part.note.clone()),
        term: part.term.as_ref().map(|term| words::sentence(&words::date::term(term))),
        stage: known.stage.as_ref().map(|reached| reached.stage.label()),
        service,
    })
}
