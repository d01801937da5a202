//! One change: what it did, to what, by whom and why, and undoing it.

use leptos::prelude::*;

use crate::log::ChangeId;
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::trail::{Entry, Touched};
use crate::views::parts::dialog::Dialog;
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::text_field::{TextField, Typed};
use crate::views::parts::trail::what;
use crate::views::parts::when::When;
use crate::words;

/// A line of the history.
#[component]
pub fn EntryShown(
    /// The change.
    entry: Entry,
    /// Whether its clock cannot have been right.
    is_misfit: bool,
) -> impl IntoView {
    let session = use_session();
    let from = move || session.brought.with(|brought| brought.get(&entry.change).map(|file| format!(". Came in {file}")));
    let by = [Some(entry.who), Some(entry.council).filter(|council| !council.is_empty())];
    let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let record = |touched: Touched| {
        let to = Route::within(&touched.record, touched.home.as_ref());
        view! { <div class="history__record"><a class="history__name" href=to.to_string()>{touched.name}</a>{what(touched.step)}</div> }
    };
    let others = (entry.others > 0).then(|| format!("And {}.", words::count(entry.others, "other record", "other records")));
    let whole = (entry.act.len() > 1).then(|| {
        let many = entry.act.len();
        let says = format!("One of {many} changes that were made in one act.");
        view! { <p class="history__fast">{says}</p><TakeBack words=format!("Undo all {many}") changes=entry.act says=entry.says.clone() /> }
    });
    let undo = match entry.fast {
        Some(why) => view! { <p class="history__fast">{format!("Cannot be undone by itself: {why}.")}</p> }.into_any(),
        None => view! { <TakeBack words="Undo this" changes=vec![entry.change] says=entry.says.clone() /> }.into_any(),
    };
    view! {
        <li class="history__item">
            <When at=entry.at is_misfit=is_misfit />
            <div class="history__what">{entry.records.into_iter().map(record).collect_view()}{others}</div>
            {entry.why.map(|why| view! { <p class="history__why">{why}</p> })}
            <p class="history__by">{by}{from}</p>
            <div class="history__actions">{whole} {undo}</div>
        </li>
    }
}

#[component]
fn TakeBack(
    /// What the button says.
    #[prop(into)]
    words: String,
    /// Which, in the order in which they were made.
    changes: Vec<ChangeId>,
    /// What the change did at whose line it stands.
    says: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let head = format!("{words}: {says}?");
    let hidden = format!(": {says}");
    let id = format!("undo-{}-{}", changes.len(), changes.first().map(ToString::to_string).unwrap_or_default());
    view! {
        <button class="button button--quiet button--small" type="button" on:click=move |_| open.set(true)>{words}<span class="visually-hidden">{hidden}</span></button>
        <Dialog open=open head=head id=id><Why changes=changes.clone() open=open /></Dialog>
    }
}

#[component]
fn Why(changes: Vec<ChangeId>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let form = Form::new(format!("undo/{}/{}", changes.len(), changes.first().map(ToString::to_string).unwrap_or_default()));
    let reason = form.field("reason", "");
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let done = move || {
            form.forget();
            open.set(false);
            session.request(Request::Focus("changes-head".to_owned()));
        };
        if let Err(refusals) = session.take_back(changes.clone(), &form.text("reason").unwrap_or_default(), done) {
            form.refuse(refusals);
        }
    };
    view! {
        <form class="form" on:submit=save>
            <ErrorSummary form=form />
            <div class="dialog__body"><p>"What stood before is written again, as a new change with your name. Both stay in the history."</p></div>
            <TextField form=form name="reason" label="Reason" value=reason typed=Typed::Text />
            <div class="dialog__actions">
                <button class="button button--quiet" type="button" on:click=move |_| open.set(false)>"Leave it"</button>
                <button class="button" type="submit">"Undo it"</button>
            </div>
        </form>
    }
}
