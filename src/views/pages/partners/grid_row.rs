//! A service's row in the grid, and a partner's cell in it.

use leptos::prelude::*;

use crate::analysis::services::Listed;
use crate::domain::partner::PartnerId;
use crate::domain::service::{ParticipationId, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::partners::role_mark::RoleMark;
use crate::words;

/// The row of one service.
#[component]
pub fn GridRow(
    /// Which, and how deep in the tree of wholes and parts.
    listed: Listed,
    /// The partners along the top.
    columns: Memo<Vec<PartnerId>>,
) -> impl IntoView {
    let Listed { id, depth } = listed;
    let is_part = depth > 0;
    let to = Route::Service(id.clone());
    let subject = Subject::from(&id);
    let name = use_session().select(&[Kind::Service], move |workspace, _| words::name(workspace, &subject));
    let cells =
        move || columns.get().into_iter().map(|partner| view! { <Cell service=id.clone() partner=partner /> }).collect_view();
    view! {
        <tr role="row" class:table__part=is_part>
            <th scope="row" role="rowheader"><a class="link--alone" href=to.to_string()>{name}</a></th>
            {cells}
        </tr>
    }
}

#[component]
fn Cell(service: ServiceId, partner: PartnerId) -> impl IntoView {
    let session = use_session();
    let id = ParticipationId::of(&service, &partner);
    let role = session.select(&[Kind::Participation], move |workspace, _| {
        Some(workspace.participations.get(id.as_ref()?)?.part.as_ref()?.role)
    });
    let label = session.select(&[Kind::Partner], move |workspace, _| words::partner::short(workspace, &partner));
    view! { <td role="cell" data-label=label>{move || role.get().map(|role| view! { <RoleMark role=role /> })}</td> }
}
