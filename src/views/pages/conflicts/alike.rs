//! Records that were probably entered twice, and joining them.

use leptos::prelude::*;

use crate::analysis::duplicates::{Duplicate, KINDS, duplicates};
use crate::domain::command::Command;
use crate::domain::subject::Subject;
use crate::route::Route;
use crate::session::{Request, Session, use_session};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::more::More;
use crate::views::parts::text_field::TextField;
use crate::words;

/// A likely duplicate, and what its two records are called.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    of: Duplicate,
    names: (String, String),
    added: (Option<String>, Option<String>),
}

/// The pairs of what is open.
pub fn pairs(session: Session) -> Memo<Vec<Pair>> {
    session.select_open(KINDS, |open| {
        let Some(open) = open else { return Vec::new() };
        let pair = |of: Duplicate| Pair {
            names: (words::name(&open.workspace, &of.first), words::name(&open.workspace, &of.later)),
            added: (open.added(&of.first), open.added(&of.later)),
            of,
        };
        duplicates(&open.workspace).into_iter().map(pair).collect()
    })
}

/// The list of them; nothing where there are none.
#[component]
pub fn Alike(
    /// Which they are.
    pairs: Memo<Vec<Pair>>,
) -> impl IntoView {
    const AT_FIRST: usize = 10;
    let limit = RwSignal::new(AT_FIRST);
    let left = move || pairs.with(Vec::len).saturating_sub(limit.get());
    view! {
        <Show when=move || pairs.with(|pairs| !pairs.is_empty())>
            <h2>"Probably entered twice"</h2>
            <p>"Say which: one thing, or two. Joined, the earlier one stands for both: everything that pointed at either then points at it. The other stays in the history, and Undo takes them apart."</p>
            <For each=move || pairs.get().into_iter().take(limit.get()) key=|pair| (pair.of.first.clone(), pair.of.later.clone()) children=|pair| view! { <Join pair=pair /> } />
            <More left=Signal::derive(left) limit=limit step=20 of=("pair", "pairs") />
        </Show>
    }
}

#[component]
fn Join(pair: Pair) -> impl IntoView {
    let session = use_session();
    let Duplicate { first, later, common } = pair.of;
    let form = Form::new(format!("join/{later}/{}", first.rest()));
    let reason = form.field("reason", "");
    let (one, other) = (first.clone(), later.clone());
    let save = move |command: Command, says: &'static str| {
        form.save(Vec::new(), command, move || {
            session.say(says);
            session.request(Request::Focus("page-title".to_owned()));
        });
    };
    let reason_given = move || form.text("reason").unwrap_or_default();
    let (these, those) = ((one.clone(), other.clone()), (one, other));
    let join = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (one, other) = these.clone();
        save(Command::Join { one, other, reason: reason_given() }, "Joined.");
    };
    let keep_apart = move |_| {
        let (one, other) = those.clone();
        save(Command::KeepApart { one, other, reason: reason_given() }, "Kept as two. They are not listed here again.");
    };
    let id = form.element("head");
    let heading = id.clone();
    let line = |record: &Subject, name: String, added: Option<String>| {
        view! { <li class="conflict__value"><a class="link--alone" href=Route::of(record).to_string()>{name}</a><span class="conflict__by">{added}</span></li> }
    };
    let said = format!("Join these two: {}", pair.names.0);
    let two = format!("They are two, not one: {}", pair.names.0);
    view! {
        <section class="conflict" aria-labelledby=heading>
            <h3 class="conflict__head" id=id>{format!("{} and {}", pair.names.0, pair.names.1)}</h3>
            <p class="conflict__before">{format!("Both have {}.", words::list(common))}</p>
            <form class="form" on:submit=join>
                <ErrorSummary form=form />
                <ul class="conflict__values">{line(&first, pair.names.0, pair.added.0)}{line(&later, pair.names.1, pair.added.1)}</ul>
                <TextField form=form name="reason" label="Reason" hint="Where both have a part in the same service, or figures of the same year, the earlier one's count." value=reason />
                <div class="form__actions"><button class="button button--quiet" type="submit" aria-label=said>"Join"</button>
                    <button class="button button--quiet" type="button" aria-label=two on:click=keep_apart>"They are two"</button></div>
            </form>
        </section>
    }
}
