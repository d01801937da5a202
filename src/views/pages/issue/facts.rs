//! What is known of an issue, a line each.

use leptos::prelude::*;

use crate::domain::risk::{Issue, IssueId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::fact::Fact;
use crate::words;

/// The facts of an issue. An edit touches only the lines that it changes.
#[component]
pub fn IssueFacts(
    /// Which.
    id: IssueId,
    /// The issue as it stands.
    issue: Memo<Option<Issue>>,
) -> impl IntoView {
    let session = use_session();
    let name_of = move |pick: fn(&Issue) -> Option<Subject>| {
        let id = id.clone();
        session.select(&[Kind::Issue, Kind::Risk, Kind::Programme, Kind::Service], move |workspace, _| {
            let subject = pick(workspace.issues.get(&id)?)?;
            Some((Route::of(&subject), words::name(workspace, &subject)))
        })
    };
    let programme = name_of(|issue| issue.programme.as_ref().map(Subject::from));
    let service = name_of(|issue| issue.service.as_ref().map(Subject::from));
    let risk = name_of(|issue| issue.risk.as_ref().map(Subject::from));
    let fact = move |pick: fn(&Issue) -> Option<String>| Signal::derive(move || issue.with(|issue| pick(issue.as_ref()?)));
    let text = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(_, name)| name));
    let route = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(route, _)| route));
    let why = move || issue.with(|issue| issue.as_ref()?.state.as_ref()?.why.clone());
    view! {
        <dl class="facts">
            <Fact term="Description" value=fact(|issue| issue.description.clone()) />
            <Fact term="Happened" value=fact(|issue| issue.happened.map(words::date::long)) />
            <Fact term="Action" value=fact(|issue| issue.action.clone()) />
            <Fact term="Owner" value=fact(|issue| issue.owner.clone()) />
            <Fact term="Due" value=fact(|issue| issue.due.map(words::date::long)) />
            <Fact term="Was risk" value=text(risk) to=route(risk) />
            <Fact term="Programme" value=text(programme) to=route(programme) />
            <Fact term="Service" value=text(service) to=route(service) />
            <Fact term="State" value=fact(|issue| Some(if issue.is_open() { "Open" } else { "Closed" }.to_owned())) note=Signal::derive(why) />
            <Fact term="Source" value=fact(|issue| issue.source.as_ref().map(words::source::source)) />
        </dl>
    }
}
