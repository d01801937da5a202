//! When a change was made, by the clock of its device, with a mark where that clock cannot have been right.

use leptos::prelude::*;

use crate::log::Moment;
use crate::session::use_session;
use crate::words;

/// The first cell of a line of history.
#[component]
pub fn When(
    /// What the clock said.
    at: Moment,
    /// Whether more is known against it than that it is ahead of this device's.
    #[prop(optional)]
    is_misfit: bool,
) -> impl IntoView {
    let is_misfit = is_misfit || !at.is_believable_at((use_session().device().now)());
    view! {
        <div class="history__when">
            <time datetime=at.to_string()>{words::date::moment(at.seconds())}</time>
            {is_misfit.then(|| view! { " "<span class="flag">"Clock wrong"</span> })}
        </div>
    }
}

/// The same as a part of a sentence.
pub fn when(at: Moment, now: Moment) -> String {
    let says = words::date::moment(at.seconds());
    if at.is_believable_at(now) { says } else { format!("{says} (clock wrong)") }
}
