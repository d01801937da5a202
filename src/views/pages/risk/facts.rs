//! What is known of a risk, a line each.

use leptos::prelude::*;

use crate::domain::risk::{Risk, RiskId, Tier};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::fact::Fact;
use crate::words;

/// The facts of a risk. An edit touches only the lines that it changes.
#[component]
pub fn RiskFacts(
    /// Which.
    id: RiskId,
    /// The risk as it stands.
    risk: Memo<Option<Risk>>,
) -> impl IntoView {
    let session = use_session();
    let name_of = move |pick: fn(&Risk) -> Option<Subject>| {
        let id = id.clone();
        session.select(&[Kind::Risk, Kind::Programme, Kind::Service], move |workspace, _| {
            let subject = pick(workspace.risks.get(&id)?)?;
            Some((Route::of(&subject), words::name(workspace, &subject)))
        })
    };
    let programme = name_of(|risk| risk.programme.as_ref().map(Subject::from));
    let service = name_of(|risk| risk.service.as_ref().map(Subject::from));
    let fact = move |pick: fn(&Risk) -> Option<String>| Signal::derive(move || risk.with(|risk| pick(risk.as_ref()?)));
    let text = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(_, name)| name));
    let route = move |named: Memo<Option<(Route, String)>>| Signal::derive(move || named.get().map(|(route, _)| route));
    let why = move || risk.with(|risk| risk.as_ref()?.state.as_ref()?.why.clone());
    view! {
        <dl class="facts">
            <Fact term="Description" value=fact(|risk| risk.description.clone()) />
            <Fact term="Mitigation" value=fact(|risk| risk.mitigation.clone()) />
            <Fact term="Owner" value=fact(|risk| risk.owner.clone()) />
            <Fact term="Review date" value=fact(|risk| risk.review.map(words::date::long)) />
            <Fact term="Programme" value=text(programme) to=route(programme) />
            <Fact term="Service" value=text(service) to=route(service) />
            <Fact term="Level in the programme" value=fact(|risk| risk.tier.map(|tier| Tier::label(tier).to_owned())) />
            <Fact term="In a council's own register" value=fact(|risk| risk.corporate.clone()) />
            <Fact term="State" value=fact(|risk| Some(if risk.is_open() { "Open" } else { "Closed" }.to_owned())) note=Signal::derive(why) />
            <Fact term="Source" value=fact(|risk| risk.source.as_ref().map(words::source::source)) />
        </dl>
    }
}
