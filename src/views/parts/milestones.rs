//! Milestones of a programme, its phases or a service, along time.

mod fields;
mod item;

use leptos::prelude::*;

use crate::domain::milestone::{Milestone, MilestoneId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::use_session;
use crate::views::parts::form::Form;
use crate::views::parts::milestones::fields::{MilestoneFields, read_milestone};
use crate::views::parts::milestones::item::MilestoneItem;
use crate::views::parts::more::More;
use crate::views::parts::record_form::RecordForm;

const AT_FIRST: usize = 100;

/// The milestones of these records by date, with ways to add and change them.
#[component]
pub fn Milestones(
    /// Whose: a service, or a programme first and its phases after it.
    #[prop(into)]
    of: Signal<Vec<Subject>>,
    /// What there is to say where there are none.
    empty: &'static str,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let all = session.select(&[Kind::Milestone], move |workspace, _| of.with(|of| by_date(workspace, of)));
    let shown = Memo::new(move |_| all.with(|all| all.iter().take(limit.get()).cloned().collect::<Vec<_>>()));
    let more = move || all.with(Vec::len).saturating_sub(limit.get());
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let adding = RwSignal::new(false);
    let first = of.with_untracked(|of| of.first().cloned());
    let button = format!("add-milestone-{}", first.as_ref().map(|of| of.as_str().replace('/', "-")).unwrap_or_default());
    let form = {
        let button = button.clone();
        move || view! { <AddMilestone of=of back=button.clone() adding=adding /> }
    };
    view! {
        <Show when=move || is_empty.get()><p class="not-stated">{empty}</p></Show>
        <ol class="steps">
            <For each=move || shown.get() key=Clone::clone let:id>
                <MilestoneItem id=id of=of />
            </For>
        </ol>
        <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("milestone", "milestones") />
        <div class="buttons">
            <button class="button button--quiet button--small" type="button" id=button aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add a milestone"</button>
        </div>
        <Show when=move || adding.get()>{form.clone()}</Show>
    }
}

#[component]
fn AddMilestone(of: Signal<Vec<Subject>>, back: String, adding: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let id = MilestoneId::new(&session.new_id())?;
    let first = of.with_untracked(|of| of.first().cloned());
    let form = Form::new(format!("milestone/new/{}", first.as_ref().map(Subject::as_str).unwrap_or_default()));
    let blank = Milestone { about: first, ..Milestone::new(id) };
    let fields = blank.clone();
    Some(view! {
        <RecordForm
            form=form
            label="Add a milestone"
            before=None
            read=move |wrong| Some(read_milestone(&form, &blank, wrong).into())
            says="The milestone is added."
            first="what"
            back=back
            on_close=Callback::new(move |_| adding.set(false))
        >
            <MilestoneFields form=form milestone=fields of=of />
        </RecordForm>
    })
}

/// The earliest date first; those without one after them by what they are.
fn by_date(workspace: &Workspace, of: &[Subject]) -> Vec<MilestoneId> {
    let about = |milestone: &&Milestone| milestone.about.as_ref().is_some_and(|about| of.contains(about));
    let mut milestones: Vec<_> = workspace.milestones.values().filter(about).collect();
    milestones.order_by_key(|milestone| {
        let date = milestone.done.or_else(|| milestone.date());
        (date.is_none(), date, milestone.what.clone(), milestone.id.clone())
    });
    milestones.into_iter().map(|milestone| milestone.id.clone()).collect()
}
