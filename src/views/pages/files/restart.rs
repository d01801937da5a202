//! The question before the sample is put back as it came, where changes would go with it.

use leptos::prelude::*;

use crate::session::{Going, Request, Sample, use_session};
use crate::views::parts::dialog::{Danger, Dialog};
use crate::words;

/// Asks while there is something that would go, and offers a bundle of it first.
#[component]
pub fn RestartSample() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(session.going.with(Option::is_some)));
    let close = move || session.going.set(None);
    let says = move || session.going.with(|going| going.as_ref().map(goes)).unwrap_or_default();
    let is_open = move |name: &str| session.peek(|open| open.is_some_and(|open| open.name == name));
    let export = move |_| {
        if let Some(going) = session.going.get_untracked() {
            session.request(Request::ExportBundle((!is_open(&going.workspace)).then_some(going.workspace)));
        }
    };
    let restart = move |_| {
        let which = session.going.with_untracked(|going| going.as_ref().map(|going| Sample::held_in(&going.workspace)));
        close();
        if let Some(which) = which {
            session.request(Request::RestartSampleAnyway(which));
        }
    };
    let has_bundle = Memo::new(move |_| session.going.with(|going| going.as_ref().is_some_and(|going| going.shared > 0)));
    view! {
        <Dialog open=open head="Start the sample again?" id="restart-sample" danger=Danger::Loss on_close=move |()| close()>
            <div class="dialog__body"><p>{says}</p></div>
            <div class="dialog__actions">
                <button class="button button--quiet" type="button" on:click=move |_| close()>"Keep it"</button>
                <Show when=move || has_bundle.get()><button class="button button--quiet" type="button" on:click=export>"Export a bundle first"</button></Show>
                <button class="button button--danger" type="button" on:click=restart>"Start it again"</button>
            </div>
        </Dialog>
    }
}

fn goes(going: &Going) -> String {
    let shared = words::count(going.shared, "change", "changes");
    let own = words::count(going.own, "change", "changes");
    match (going.shared, going.own) {
        (_, 0) => {
            format!("{} made in it will go for good; Undo cannot bring them back. A bundle keeps them.", words::sentence(&shared))
        }
        (0, _) => format!("{} to your notes for yourself will go for good. No bundle holds those.", words::sentence(&own)),
        _ => format!(
            "{} made in it will go for good, and {own} to your notes for yourself; Undo cannot bring them back. A bundle keeps all but the notes for yourself.",
            words::sentence(&shared)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_counts_what_would_go() {
        let going = |shared, own| goes(&Going { workspace: "sample".to_owned(), shared, own });
        assert!(going(1, 0).starts_with("1 change made in it will go for good"));
        assert!(going(0, 2).starts_with("2 changes to your notes for yourself"));
        assert!(going(3, 1).starts_with("3 changes made in it will go for good, and 1 change to your notes"));
    }
}
