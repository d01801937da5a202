//! Who takes part in a service, in which part, from when to when.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::domain::service::{Role, ServiceId};
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::pages::service::part_form::AddPart;
use crate::views::pages::service::part_row::PartRow;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 100;

/// A row for each partner whose part is stated. More than one host is kept and flagged.
#[component]
pub fn Parts(
    /// In which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let limit = RwSignal::new(AT_FIRST);
    let of = id.clone();
    let partners =
        session.select(&[Kind::Participation, Kind::Partner, Kind::About], move |workspace, _| in_order(workspace, &of));
    let of = id.clone();
    let hosts = session.select(&[Kind::Participation, Kind::Partner], move |workspace, _| {
        let is_host =
            |part: &crate::domain::service::Participation| part.part.as_ref().is_some_and(|part| part.role == Role::Host);
        let hosts = workspace
            .parts_in(&of)
            .filter(|(_, part)| is_host(part))
            .map(|(partner, _)| words::partner::short(workspace, &partner));
        hosts.collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| partners.with(|partners| partners.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let more = move || partners.with(Vec::len).saturating_sub(limit.get());
    let is_empty = Memo::new(move |_| partners.with(Vec::is_empty));
    let contested = move || hosts.with(|hosts| (hosts.len() > 1).then(|| (hosts.len(), words::list(hosts))));
    let flag = move || {
        contested().map(|(many, names)| view! { <p><span class="flag">{stated(many)}</span>" "{names}". Both are kept until somebody says which."</p> })
    };
    let of = id.clone();
    let unsigned = session.select(&[Kind::Service, Kind::Participation, Kind::Partner], move |workspace, _| {
        words::services::unsigned(workspace, &of)
    });
    let unsigned_flag =
        move || unsigned.get().map(|says| view! { <p><span class="flag">"Agreement not signed"</span>" "{says}</p> });
    let service = id.clone();
    let rows = move || {
        let service = service.clone();
        view! { <For each=move || shown.get() key=Clone::clone let:partner><PartRow service=service.clone() partner=partner /></For> }
    };
    let form = move || view! { <AddPart service=id.clone() adding=adding /> };
    view! {
        <section aria-labelledby="parts-head">
            <h2 id="parts-head">"Who takes part"</h2>
            {flag}
            {unsigned_flag}
            <Show when=move || !is_empty.get() fallback=|| view! { <p>"No partner's part is stated."</p> }>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Partners and their parts"</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader">"Partner"</th>
                                <th scope="col" role="columnheader">"Part"</th>
                                <th scope="col" role="columnheader">"From and to"</th>
                                <th scope="col" role="columnheader">"Agreement"</th>
                                <th scope="col" role="columnheader">"Source"</th>
                                <th scope="col" role="columnheader"><span class="visually-hidden">"What you can do"</span></th>
                            </tr>
                        </thead>
                        <tbody>{rows.clone()}</tbody>
                    </table>
                    <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("partner", "partners") />
                </div>
            </Show>
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" id="add-part" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a partner to this service"</button>
            </div>
            <Show when=move || adding.get()>{form.clone()}</Show>
        </section>
    }
}

fn stated(hosts: usize) -> String {
    match hosts {
        2 => "Two hosts are stated".to_owned(),
        many => format!("{many} hosts are stated"),
    }
}

/// Hosts first, those who have left last; within a part in the order of partners.
fn in_order(workspace: &Workspace, service: &ServiceId) -> Vec<PartnerId> {
    let order = workspace.settings().and_then(|about| about.order.as_deref()).unwrap_or_default();
    let mut parts: Vec<_> =
        workspace.parts_in(service).map(|(partner, part)| (part.part.as_ref().map(|part| part.role), partner)).collect();
    parts.order_by_key(|(role, partner)| {
        let place = order.iter().position(|known| known == partner).unwrap_or(usize::MAX);
        (role.is_none(), *role, place, words::partner::short(workspace, partner))
    });
    parts.into_iter().map(|(_, partner)| partner).collect()
}
