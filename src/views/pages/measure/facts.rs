//! What is known of a measure, a line each, and the rule by which it is judged.

use leptos::prelude::*;

use crate::domain::measure::{Measure, MeasureId, Polarity, YearToDate};
use crate::domain::period::Frequency;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::fact::Fact;
use crate::words;

/// The facts of a measure. An edit touches only the lines that it changes.
#[component]
pub fn MeasureFacts(
    /// Which.
    id: MeasureId,
    /// The measure as it stands.
    measure: Memo<Option<Measure>>,
) -> impl IntoView {
    let service = use_session().select(&[Kind::Measure, Kind::Service], move |workspace, _| {
        let service = workspace.measures.get(&id)?.service.as_ref().map(Subject::from)?;
        Some((Route::of(&service), words::name(workspace, &service)))
    });
    let fact =
        move |pick: fn(&Measure) -> Option<String>| Signal::derive(move || measure.with(|measure| pick(measure.as_ref()?)));
    let rule = move || measure.with(|measure| measure.as_ref().map(words::measures::rule)).unwrap_or_default();
    view! {
        <dl class="facts">
            <Fact term="Service" value=Signal::derive(move || service.get().map(|(_, name)| name)) to=Signal::derive(move || service.get().map(|(route, _)| route)) />
            <Fact term="Unit" value=fact(|measure| measure.unit.clone()) />
            <Fact term="Which way is better" value=fact(|measure| measure.polarity.map(|one| Polarity::label(one).to_owned())) />
            <Fact term="Tolerance" value=fact(|measure| measure.tolerance.map(|one| words::measures::tolerance(one, measure.better()))) />
            <Fact term="How often" value=fact(|measure| measure.frequency.map(|one| Frequency::label(one).to_owned())) />
            <Fact term="Year to date by" value=fact(|measure| measure.to_date.map(|one| YearToDate::label(one).to_owned())) />
            <Fact term="Owner" value=fact(|measure| measure.owner.clone()) />
            <Fact term="What is counted" value=fact(|measure| measure.description.clone()) />
            <Fact term="Source" value=fact(|measure| measure.source.as_ref().map(words::source::source)) />
        </dl>
        <p class="figure__says">{rule}</p>
    }
}
