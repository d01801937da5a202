//! Says on every page, and on paper, that an earlier state is shown, and leads back to now.

use leptos::prelude::*;

use crate::route::{self, HistoryState, Route};
use crate::session::use_session;
use crate::views::here::use_route;
use crate::words;

/// The mark of an earlier state; nothing where what stands now is shown.
#[component]
pub fn PastMark() -> impl IntoView {
    let session = use_session();
    let here = use_route();
    let mark = move || {
        let past = session.past.get()?;
        let back = move || here.with(|here| route::address(None, here));
        let misfits = (past.misfits > 0).then(|| {
            let changes = words::count(past.misfits, "change states", "changes state");
            let which = route::address(None, &Route::History(HistoryState::default()));
            view! { {format!(" {changes} a time that cannot be right, and stands after what it came after. ")}<a class="screen-only" href=which>"See which"</a> }
        });
        Some(view! {
            <section class="past" aria-label="As at">
                <p class="past__says">
                    <strong>{format!("As it stood: {}.", past.called)}</strong>
                    <span class="past__code">{format!(" Code {}.", past.code)}</span>
                    <span class="screen-only">" To be read, not changed."</span>
                    {misfits}
                </p>
                <a class="past__back" href=back>"Back to now"</a>
            </section>
        })
    };
    let working = move || {
        let done = session.looking.get()?;
        Some(view! {
            <div class="progress">
                <label class="progress__label" for="looking-back">"Working out how it stood"</label>
                <progress class="progress__bar" id="looking-back" max="100" value=done.to_string()>{format!("{done} of 100")}</progress>
                <p class="progress__says">{format!("{done} %")}</p>
            </div>
        })
    };
    view! { {working}{mark} }
}
