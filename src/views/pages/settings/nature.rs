//! Whose work this is: shown, not changed.

use leptos::prelude::*;

use crate::domain::about::Nature;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::fact::Fact;

/// A sample stays one, and a person's own work stays theirs.
#[component]
pub fn NatureFact() -> impl IntoView {
    let nature = use_session()
        .select(&[Kind::About], |workspace, _| workspace.settings().and_then(|about| about.nature).unwrap_or(Nature::Own));
    let label = Signal::derive(move || Some(nature.get().label().to_owned()));
    let note = Signal::derive(move || {
        Some(match nature.get() {
            Nature::Sample => "Made from public papers to try the page with. It is never mixed with your own work.".to_owned(),
            Nature::Own => "It holds what you and others enter.".to_owned(),
        })
    });
    view! {
        <section aria-labelledby="nature-head">
            <h2 id="nature-head">"Kind of workspace"</h2>
            <dl class="facts"><Fact term="This is" value=label note=note /></dl>
        </section>
    }
}
