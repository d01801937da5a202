//! What to do first in a workspace that holds nothing yet.

use leptos::prelude::*;

use crate::route::{PartnersState, RisksState, Route, SavingsState, ServicesState};

/// The first steps, each a link to where it is taken.
#[component]
pub fn Begin() -> impl IntoView {
    let steps = [
        (Route::Partners(PartnersState::default()), "Add the partners", "The councils and other bodies that take part."),
        (Route::Programme, "Say what the programme is", "Its aims, its phases and its dates."),
        (Route::Services(ServicesState::default()), "Add the services", "What is shared, and how far it has come."),
        (Route::Savings(SavingsState::default()), "Add figures", "What is saved and what it costs, each with its paper."),
        (
            Route::Risks(RisksState::default()),
            "Add risks",
            "What may happen, how likely, with what impact, and who looks after it.",
        ),
    ];
    let step = |(route, words, says): (Route, &'static str, &'static str)| {
        view! { <li class="say__line"><span class="say__mark" aria-hidden="true">"–"</span><div><a href=route.to_string()>{words}</a> <small class="say__reason">{says}</small></div></li> }
    };
    view! {
        <div class="empty">
            <p class="empty__says">"Nothing has been recorded yet."</p>
            <p class="empty__why">"Begin with any of these. This page then says where the programme stands."</p>
            <div class="empty__actions"><a class="button button--quiet" href=Route::Files.to_string()>"Import a bundle"</a></div>
        </div>
        <ul class="say">{steps.into_iter().map(step).collect_view()}</ul>
    }
}
