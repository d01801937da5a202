//! What else is known of a service, a line each.

use leptos::prelude::*;

use crate::domain::service::{Service, ServiceId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::order::InOrder;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::fact::Fact;
use crate::words;

/// The facts of a service. An edit touches only the lines that it changes.
#[component]
pub fn ServiceFacts(
    /// Which.
    id: ServiceId,
    /// The service as it stands.
    service: Memo<Option<Service>>,
) -> impl IntoView {
    let session = use_session();
    let whole = id.clone();
    let named = session.select(&[Kind::Service, Kind::Programme], move |workspace, _| {
        let service = workspace.services.get(&id)?;
        let name = |subject: Option<Subject>| subject.map(|subject| (Route::of(&subject), words::name(workspace, &subject)));
        Some((name(service.programme.as_ref().map(Subject::from)), name(service.parent.as_ref().map(Subject::from))))
    });
    let programme = Memo::new(move |_| named.get().and_then(|(programme, _)| programme));
    let parent = Memo::new(move |_| named.get().and_then(|(_, parent)| parent));
    let children = session.select(&[Kind::Service], move |workspace, _| {
        let parts = workspace.services.values().filter(|service| service.parent.as_ref() == Some(&whole));
        let mut parts: Vec<_> =
            parts.map(|part| (words::name(workspace, &Subject::from(&part.id)), Route::Service(part.id.clone()))).collect();
        parts.order_by(|(one, _), (other, _)| one.cmp(other));
        parts
    });
    let fact =
        move |pick: fn(&Service) -> Option<String>| Signal::derive(move || service.with(|service| pick(service.as_ref()?)));
    let text = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(_, name)| name));
    let route = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(route, _)| route));
    let links = move || {
        let parts = children.get();
        let last = parts.len().saturating_sub(1);
        let link = |(place, (name, to)): (usize, (String, Route))| {
            view! { <a href=to.to_string()>{name}</a>{(place < last).then_some(", ")} }
        };
        parts.into_iter().enumerate().map(link).collect_view()
    };
    view! {
        <dl class="facts">
            <Fact term="Description" value=fact(|service| service.description.clone()) />
            <Fact term="Programme" value=text(programme) to=route(programme) />
            <Fact term="Theme" value=fact(|service| service.theme.clone()) />
            <Fact term="Approach" value=fact(|service| service.approach.map(|approach| approach.label().to_owned())) />
            <Fact term="Quick win" value=fact(|service| service.quick_win.map(|quick| quick.label().to_owned())) />
            <Fact term="Part of" value=text(parent) to=route(parent) />
            <Show when=move || children.with(|children| !children.is_empty())>
                <div class="facts__pair"><dt class="facts__term">"Its parts"</dt><dd class="facts__value">{links}</dd></div>
            </Show>
            <Fact term="Lead officer" value=fact(|service| service.lead.clone()) />
            <Fact term="Source" value=fact(|service| service.source.as_ref().map(words::source::source)) />
        </dl>
    }
}
