//! What was recommended of a service, and a row for each council that has to agree to it.

use leptos::prelude::*;

use crate::analysis::life::{AnswerRow, Recommended, recommended, word};
use crate::domain::approval::{Answer, Recommendation, RecommendationId};
use crate::domain::service::{ServiceId, Stage};
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::service::approval_forms::{ANSWERS, RECOMMENDATIONS};
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::exempt::ExemptMark;
use crate::views::parts::kept::{Kept, KeptForm, KeptList};

/// What the standing of recommendations is worked out from.
pub const KINDS: &[Kind] =
    &[Kind::Recommendation, Kind::Approval, Kind::Service, Kind::Participation, Kind::Partner, Kind::About];
const ADD: &str = "add-recommendation";

/// Every recommendation about a service, the latest first.
#[component]
pub fn Approvals(
    /// Which service.
    id: ServiceId,
) -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let of = id.clone();
    let all = session.select(KINDS, move |workspace, _| recommended(workspace, &of));
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>()));
    let form = move || {
        let blank = Recommendation {
            service: Some(id.clone()),
            opens: Some(Stage::Approved),
            ..Recommendation::new(RecommendationId::new(&session.new_id())?)
        };
        Some(view! { <KeptForm before=None thing=Thing::from(blank) keeping=RECOMMENDATIONS back=ADD.to_owned() open=adding /> })
    };
    view! {
        <section aria-labelledby="approvals-head">
            <h2 id="approvals-head">"Approval by each council"</h2>
            <Show when=move || ids.with(Vec::is_empty)><p class="not-stated">"Nothing has been recommended to the councils."</p></Show>
            <For each=move || ids.get() key=Clone::clone let:id><OneRecommendation id=id all=all /></For>
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" id=ADD aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a recommendation"</button>
                <a class="button button--quiet button--small" href=Route::Decisions.to_string()>"All decisions to take"</a>
            </div>
            <Show when=move || adding.get()>{form.clone()}</Show>
        </section>
    }
}

#[component]
fn OneRecommendation(id: RecommendationId, all: Memo<Vec<Recommended>>) -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let subject = Subject::from(&id);
    let one = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let text = Signal::derive(move || one.with(|one| one.as_ref().map(|one| one.text.clone())).unwrap_or_default());
    let says = move || one.with(|one| one.as_ref().map(|one| one.says.clone()));
    let standing = move || one.with(|one| one.as_ref().map(|one| one.standing.clone()));
    let first = move || one.with(|one| one.as_ref()?.first.clone().map(|first| format!("First recommended: {first}")));
    let in_force = move || one.with(|one| one.as_ref().is_some_and(|one| one.is_in_force));
    let rows = Memo::new(move |_| one.with(|one| one.iter().flat_map(|one| &one.rows).filter_map(kept).collect::<Vec<_>>()));
    let record = subject.clone();
    let form = move || {
        let before = session.look(|open| open?.workspace.thing(&record));
        let back = edit_button_id(&record);
        before.map(
            |thing| view! { <KeptForm before=Some(thing.clone()) thing=thing keeping=RECOMMENDATIONS back=back open=open /> },
        )
    };
    view! {
        <article>
            <h3>{text}<ConflictMark record=subject.clone() /></h3>
            <p>
                {move || if in_force() { view! { <span class="flag" data-tone="calm">"In force"</span> }.into_any() } else { view! { <span class="flag">"Not in force"</span> }.into_any() }}
                " "{standing}
            </p>
            <p class="results__says">{says}</p>
            {move || first().map(|first| view! { <p class="results__says">{first}</p> })}
            <ExemptMark record=subject.clone() />
            <div class="buttons"><EditButton record=subject called=text open=open /></div>
            <Show when=move || open.get()>{form.clone()}</Show>
            <KeptList items=rows keeping=ANSWERS empty="Nobody is asked: say who has to agree, or who takes part in the service." button="" />
        </article>
    }
}

fn kept(row: &AnswerRow) -> Option<Kept> {
    let text = row.text.as_ref().map(|text| format!("Its text: {text}"));
    Some(Kept {
        subject: Subject::from(row.id.as_ref()?),
        head: row.council.clone(),
        mark: Some((row.answer == Answer::Agrees, word(row.answer).to_owned())),
        notes: row.says.iter().cloned().chain(text).collect(),
    })
}
