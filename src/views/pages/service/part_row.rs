//! One partner's part in a service, with its form under it while it is edited.

use leptos::prelude::*;

use crate::domain::partner::PartnerId;
use crate::domain::service::{ParticipationId, Role, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::service::behind;
use crate::views::pages::service::part_form::EditPart;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::EditButton;
use crate::views::parts::notes::NotesFold;
use crate::views::parts::stated::Stated;
use crate::words;

/// The row. It follows its own record alone.
#[component]
pub fn PartRow(
    /// In which service.
    service: ServiceId,
    /// Whose part.
    partner: PartnerId,
) -> impl IntoView {
    let session = use_session();
    let id = ParticipationId::of(&service, &partner)?;
    let subject = Subject::from(&id);
    let open = RwSignal::new(false);
    let to = Route::Partner(partner.clone());
    let name = session.select(&[Kind::Partner], move |workspace, _| words::name(workspace, &Subject::from(&partner)));
    let part = {
        let id = id.clone();
        session.select(&[Kind::Participation], move |workspace, _| workspace.participations.get(&id).cloned())
    };
    let role = Memo::new(move |_| part.with(|part| Some(part.as_ref()?.part.as_ref()?.role)));
    let note = move || part.with(|part| part.as_ref()?.part.as_ref()?.note.clone());
    let term = move || part.with(|part| part.as_ref()?.term.as_ref().map(|term| words::sentence(&words::date::term(term))));
    let behind = move || part.with(|part| part.as_ref().map(behind::told)).unwrap_or_default();
    let agreement = Memo::new(move |_| part.with(|part| part.as_ref()?.agreement.as_ref().map(words::cases::agreement)));
    let is_open = move || {
        part.with(|part| part.as_ref().and_then(|part| part.agreement.as_ref()).is_some_and(|one| one.state.is_unsigned()))
    };
    let source = move || part.with(|part| part.as_ref()?.source.as_ref().map(words::source::source));
    let called = session.select(&[Kind::Partner, Kind::Service], {
        let subject = subject.clone();
        move |workspace, _| words::name(workspace, &subject)
    });
    let form = {
        let id = id.clone();
        move || view! { <tr role="row"><td role="cell" colspan="6" class="table__across"><EditPart id=id.clone() open=open /></td></tr> }
    };
    Some(view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a class="link--alone" href=to.to_string()>{name}</a><ConflictMark record=subject.clone() /></th>
            <td role="cell" data-label="Part">
                {move || role.get().map(Role::label)}
                {move || note().map(|note| view! { <span class="table__note">{note}</span> })}
                {move || behind().into_iter().map(|says| view! { <span class="table__note">{says}</span> }).collect_view()}
                <NotesFold about=subject.clone() called=called />
            </td>
            <td role="cell" data-label="From and to">{term}</td>
            <td role="cell" data-label="Agreement">
                <Stated value=agreement />
                {move || is_open().then(|| view! { " " <span class="flag">"Not signed"</span> })}
            </td>
            <td role="cell" data-label="Source">{source}</td>
            <td role="cell"><EditButton record=subject.clone() called=called open=open /></td>
        </tr>
        <Show when=move || open.get()>{form.clone()}</Show>
    })
}
