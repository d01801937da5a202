//! The files that were brought into the open workspace, each with its way back.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::session::{Brought, Request, TakingBack, use_session};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::more::More;
use crate::views::parts::text_field::TextField;
use crate::words;

/// The list, the latest first; nothing where none was.
#[component]
pub fn BroughtIn() -> impl IntoView {
    const STEP: usize = 10;
    let session = use_session();
    session.request(Request::LookAtImports);
    let limit = RwSignal::new(STEP);
    let asked = RwSignal::new(None::<Brought>);
    let items = move || {
        session.imports.with(|imports| imports.iter().take(limit.get()).map(|import| item(import.clone(), asked)).collect_view())
    };
    let left = Signal::derive(move || session.imports.with(Vec::len).saturating_sub(limit.get()));
    view! {
        <Show when=move || session.imports.with(|imports| !imports.is_empty())>
            <section aria-labelledby="brought-head">
                <h2 id="brought-head">"Brought in"</h2>
                <ul class="files__list">{items}</ul>
                <More left=left limit=limit step=STEP of=("file", "files") />
            </section>
        </Show>
        <TakeBack asked=asked />
        <BeforeForWhom />
    }
}

fn item(import: Brought, asked: RwSignal<Option<Brought>>) -> impl IntoView {
    let session = use_session();
    let when = words::date::moment(import.at.seconds());
    let facts = [
        Some(format!("Code {}", import.code)),
        Some(format!("brought in {when}")),
        Some(import.brought.clone()),
        import.made.clone(),
    ];
    let facts = facts.into_iter().flatten().filter(|fact| fact != "Code ").collect::<Vec<_>>().join(" · ");
    let says = match &import.taking_back {
        TakingBack::Offered => None,
        TakingBack::NotOffered(says) | TakingBack::Done(says) => Some(says.clone()),
    };
    let is_offered = import.taking_back == TakingBack::Offered;
    let (name, file, has_before) = (import.name.clone(), import.file.clone(), import.has_before);
    let of = format!(" of {file}");
    let before = has_before.then(|| view! {
        <button class="button button--quiet button--small" type="button" on:click=move |_| session.request(Request::SaveBefore { import: name.clone(), recipient: None })>"Save the state before"<span class="visually-hidden">{of}</span></button>
    });
    let back = is_offered.then(|| {
        let named = format!(" {}", import.file);
        view! { <button class="button button--quiet button--small" type="button" on:click=move |_| asked.set(Some(import.clone()))>"Take back"<span class="visually-hidden">{named}</span></button> }
    });
    view! {
        <li class="files__workspace">
            <div>
                <h3 class="files__title">{file}</h3>
                <p class="files__says">{facts}</p>
                {says.map(|says| view! { <p class="files__says">{says}</p> })}
            </div>
            <div class="buttons">{before}{back}</div>
        </li>
    }
}

/// Asks who the state before an import is for, where it holds exempt items.
#[component]
fn BeforeForWhom() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(session.before_is_for.with(Option::is_some)));
    let close = move || session.before_is_for.set(None);
    let form = Form::new("before-for-whom");
    let recipient = form.field("before-recipient", "");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(import) = session.before_is_for.get_untracked() else { return };
        let Some(recipient) = form.text("before-recipient") else {
            return form.refuse(vec![Refusal::of("before-recipient", "It holds exempt items: say who it is for.")]);
        };
        form.refusals.set(Vec::new());
        form.forget();
        close();
        session.request(Request::SaveBefore { import, recipient: Some(recipient) });
    };
    view! {
        <Dialog open=open head="Who is the state before for?" id="before-for-whom" on_close=move |()| close()>
            <form class="form" on:submit=save>
                <ErrorSummary form=form />
                <div class="dialog__body"><p>"The work held exempt items before this file came. The file says EXEMPT in its name, and whom it was made for."</p></div>
                <TextField form=form name="before-recipient" label="Who is this file for?" value=recipient width=40 hint="The office or body; it is written into the file." />
                <div class="dialog__actions">
                    <button class="button" type="submit">"Save the state before"</button>
                    <button class="button button--plain" type="button" on:click=move |_| { form.forget(); close(); }>"Cancel"</button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn TakeBack(asked: RwSignal<Option<Brought>>) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asked.with(Option::is_some)));
    let says = move || {
        asked
            .with(|asked| {
                asked.as_ref().map(|import| {
                    format!(
                        "{}: {} will be set aside, and the page is as if the file had never come. Nothing of your own changes.",
                        import.file, import.brought
                    )
                })
            })
            .unwrap_or_default()
    };
    let take_back = move |_| {
        if let Some(import) = asked.get_untracked() {
            asked.set(None);
            session.request(Request::TakeBack(import.name));
        }
    };
    view! {
        <Dialog open=open head="Take this file back?" id="take-back" on_close=move |()| asked.set(None)>
            <div class="dialog__body"><p>{says}</p></div>
            <div class="dialog__actions">
                <button class="button button--quiet" type="button" on:click=move |_| asked.set(None)>"Keep it"</button>
                <button class="button" type="button" on:click=take_back>"Take it back"</button>
            </div>
        </Dialog>
    }
}
