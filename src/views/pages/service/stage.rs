//! How far a service has come, and what was missing on its way.

use leptos::prelude::*;

use crate::analysis::life::{Passed, passed};
use crate::domain::service::{Reached, Service, ServiceId};
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::pages::service::moving::MoveStage;
use crate::views::parts::fact::Fact;
use crate::words;

const BUTTON: &str = "move-stage";

/// The stage that was reached.
#[component]
pub fn StageNow(
    /// Which.
    id: ServiceId,
    /// The service as it stands.
    service: Memo<Option<Service>>,
) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let reading = session.reading();
    let stage = Memo::new(move |_| service.with(|service| service.as_ref().and_then(|service| service.stage.clone())));
    let fact = move |pick: fn(&Reached) -> Option<String>| Signal::derive(move || stage.with(|stage| pick(stage.as_ref()?)));
    let due = move || stage.with(|stage| stage.as_ref().and_then(|stage| stage.next_due));
    let next = Signal::derive(move || {
        let (due, reading) = (due()?, reading.get());
        Some(format!("{} ({})", words::date::long(due), words::date::distance(due, reading)))
    });
    let despite = session.select(Kind::ALL, {
        let id = id.clone();
        move |workspace, _| workspace.services.get(&id).map(|service| passed(workspace, service)).unwrap_or_default()
    });
    let form = move || view! { <MoveStage id=id.clone() open=open back=BUTTON /> };
    view! {
        <section aria-labelledby="stage-head">
            <h2 id="stage-head">"Stage"</h2>
            <dl class="facts">
                <Fact term="Now" value=fact(|stage| Some(stage.stage.label().to_owned())) note=fact(|stage| stage.note.clone()) />
                <Fact term="Since" value=fact(|stage| stage.since.map(words::date::long)) />
                <Fact term="Next stage due" value=next />
            </dl>
            <Show when=move || despite.with(|despite| !despite.is_empty())>
                <h3>"Moved on all the same"</h3>
                <ul class="results">{move || despite.get().into_iter().map(despite_item).collect_view()}</ul>
            </Show>
            <div class="buttons">
                <button class="button button--quiet" type="button" id=BUTTON aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>"Move stage"</button>
            </div>
            <Show when=move || open.get()>{form.clone()}</Show>
        </section>
    }
}

fn despite_item(passed: Passed) -> impl IntoView {
    let now = match passed.still {
        Some(still) => view! { <span class="flag">"Still missing"</span>" "{still} }.into_any(),
        None => view! { "What was missing is there now." }.into_any(),
    };
    view! { <li class="results__item">{passed.says}<p class="results__says">{now}</p></li> }
}
