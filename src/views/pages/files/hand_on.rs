//! Handing the work on: who it is for, what the file would hold, and how it leaves the page.

use leptos::prelude::*;

use crate::bundle::Profile;
use crate::domain::command::Refusal;
use crate::handing::says;
use crate::session::{HandOn, Request, Way, use_session};
use crate::views::pages::files::holding::Holding;
use crate::views::pages::files::locking::{LockFields, Locking};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::TextField;
use crate::words;

/// The work that is open, for somebody.
#[component]
pub fn HandOnWork() -> impl IntoView {
    let session = use_session();
    let title = session.title();
    let code = move || session.code.get().unwrap_or_else(|| "…".to_owned());
    let since = session.changes_since_handed();
    let last = move || match session.handed.get() {
        None => "This work has never been handed on or saved to a file.".to_owned(),
        Some(handed) => format!(
            "Last handed on or in a file {}, code {}; {} since.",
            words::date::moment(handed.at.seconds()),
            handed.code,
            words::count(since.get(), "change", "changes")
        ),
    };
    view! {
        <section aria-labelledby="export-head">
            <h2 id="export-head">"Hand this work on"</h2>
            <p>{move || format!("\"{}\", code {}.", title.get(), code())}</p>
            <p>{last}</p>
            <HandOnForm />
        </section>
    }
}

#[component]
fn HandOnForm() -> impl IntoView {
    let session = use_session();
    let form = Form::new("hand-on");
    let profile = RwSignal::new(Profile::Members);
    let recipient = form.field("recipient", "");
    let exempt = session.exempt_held();
    let asks_for_whom = Memo::new(move |_| exempt.get() > 0 && profile.get().has_log());
    let lock = Locking::new();
    let asking = RwSignal::new(None::<Way>);
    let asked = RwSignal::new(false);
    let hand_on = move |way: Way| {
        let typed = form.text("recipient").filter(|_| asks_for_whom.get_untracked());
        form.forget();
        let lock = lock.take();
        session.request(Request::HandOn(HandOn { profile: profile.get_untracked(), recipient: typed, way, lock }));
    };
    let go = move |way: Way| {
        session.not_made.set(Vec::new());
        if asks_for_whom.get_untracked() && form.text("recipient").is_none() {
            return form.refuse(vec![Refusal::of("recipient", "It holds exempt items: say who it is for.")]);
        }
        let wrong = lock.wrong();
        if !wrong.is_empty() {
            return form.refuse(wrong);
        }
        form.refusals.set(Vec::new());
        // Asked each time: a drawer is never handed to somebody else because it was once put into a file.
        if profile.get_untracked() == Profile::Everything {
            asking.set(Some(way));
            asked.set(true);
        } else {
            hand_on(way);
        }
    };
    let choice = move |of: Profile| {
        let (label, hint) = says::readers(of);
        let choose = move |_| {
            session.not_made.set(Vec::new());
            profile.set(of);
        };
        view! {
            <label class="choice">
                <input class="choice__input" type="radio" name="hand-on-profile" value=of.as_str() prop:checked=move || profile.get() == of on:change=choose />
                <span class="choice__label">{label}</span>
                <span class="choice__hint">{hint}</span>
            </label>
        }
    };
    view! {
        <form class="form" on:submit=move |event: leptos::ev::SubmitEvent| { event.prevent_default(); go(Way::Download); }>
            <ErrorSummary form=form />
            <fieldset class="choices">
                <legend class="choices__legend">"Who it is for"</legend>
                <div class="choices__list">{Profile::ALL.iter().map(|of| choice(*of)).collect_view()}</div>
            </fieldset>
            <Holding profile=profile />
            <Show when=move || asks_for_whom.get()>
                <TextField form=form name="recipient" label="Who is this file for?" value=recipient width=40 hint="It holds exempt items. The office or body; it is written into the file." />
            </Show>
            <LockFields form=form lock=lock />
            <NotMade />
            <div class="buttons">
                <button class="button" type="submit">"Export a bundle"</button>
                <button class="button button--quiet" type="button" on:click=move |_| go(Way::Share)>"Share"</button>
            </div>
        </form>
        <Dialog open=asked head="Put your own notes into the file?" id="everything-head">
            <div class="dialog__body"><p>"A file with everything holds your notes for yourself. Use it to move to another device of yours; do not hand it to anybody."</p></div>
            <div class="dialog__actions">
                <button class="button" type="button" on:click=move |_| { asked.set(false); if let Some(way) = asking.get_untracked() { hand_on(way); } }>"Put them in"</button>
                <button class="button button--plain" type="button" on:click=move |_| asked.set(false)>"Cancel"</button>
            </div>
        </Dialog>
    }
}

/// Why the last file was not made.
#[component]
fn NotMade() -> impl IntoView {
    let session = use_session();
    move || {
        let found = session.not_made.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="banner" role="alert" data-tone="bad">
                    <div class="banner__words">
                        <p class="banner__head" id="not-made" tabindex="-1">"The file was not made: it would give away what is to be left out."</p>
                        <ul>{found.into_iter().map(|says| view! { <li class="banner__says">{says}</li> }).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    }
}
