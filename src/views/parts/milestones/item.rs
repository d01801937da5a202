//! One milestone: its date, and the first one where it was moved; done, due or overdue at the reading date.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::milestone::{Milestone, MilestoneId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::session::use_session;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::exempt::{ExemptButton, ExemptMark};
use crate::views::parts::form::Form;
use crate::views::parts::milestones::fields::{MilestoneFields, read_milestone};
use crate::views::parts::notes::NotesFold;
use crate::views::parts::record_form::RecordForm;
use crate::words;

#[derive(Debug, Clone, PartialEq)]
struct Step {
    state: &'static str,
    was: Option<String>,
    when: String,
    what: String,
    notes: Vec<String>,
}

/// A line of the list, with its form in place while it is edited.
#[component]
pub fn MilestoneItem(
    /// Which.
    id: MilestoneId,
    /// What it may belong to.
    of: Signal<Vec<Subject>>,
) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let open = RwSignal::new(false);
    let step = {
        let id = id.clone();
        session.select(&[Kind::Milestone, Kind::About, Kind::Phase], move |workspace, today| {
            Some(step(workspace, workspace.milestones.get(&id)?, workspace.reading(today), of.with(Vec::len) > 1))
        })
    };
    let text =
        move |pick: fn(&Step) -> String| Signal::derive(move || step.with(|step| step.as_ref().map(pick)).unwrap_or_default());
    let what = text(|step| step.what.clone());
    let was = move || step.with(|step| step.as_ref().and_then(|step| step.was.clone()));
    let notes = move || step.with(|step| step.as_ref().map(|step| step.notes.clone()).unwrap_or_default());
    let form = move || view! { <EditMilestone id=id.clone() of=of open=open /> };
    view! {
        <li class="steps__item" data-state=text(|step| step.state.to_owned())>
            <span class="steps__when">
                {move || was().map(|was| view! { <span class="steps__was"><span class="visually-hidden">"first "</span>{was}</span> " " })}
                {text(|step| step.when.clone())}
            </span>
            <br />
            {what}<ConflictMark record=subject.clone() />
            {move || notes().into_iter().map(|note| view! { <span class="steps__note">{note}</span> }).collect_view()}
            <ExemptMark record=subject.clone() />
            <div class="buttons"><EditButton record=subject.clone() called=what open=open /><ExemptButton record=subject.clone() called=what class="button button--quiet button--small" /></div>
            <NotesFold about=subject.clone() called=what />
            <Show when=move || open.get()>{form.clone()}</Show>
        </li>
    }
}

#[component]
fn EditMilestone(id: MilestoneId, of: Signal<Vec<Subject>>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let before = session.look(|whole| whole?.workspace.milestones.get(&id).cloned())?;
    let form = Form::new(id.to_string());
    let fields = before.clone();
    let back = edit_button_id(&Subject::from(&id));
    let start = before.clone();
    Some(view! {
        <RecordForm
            form=form
            label="Edit the milestone"
            before=Some(before.into())
            read=move |wrong| Some(read_milestone(&form, &start, wrong).into())
            says="The milestone is saved."
            first="what"
            back=back
            withdraw=("the milestone", "page-title".to_owned())
            on_close=Callback::new(move |_| open.set(false))
        >
            <MilestoneFields form=form milestone=fields of=of />
        </RecordForm>
    })
}

fn step(workspace: &Workspace, milestone: &Milestone, reading: NaiveDate, several: bool) -> Step {
    let done = milestone.done.filter(|done| *done <= reading);
    let moved = milestone.amended.as_ref().filter(|amended| milestone.due != Some(amended.date));
    let (state, when) = match (done, milestone.date()) {
        (Some(done), Some(date)) if done != date => {
            ("done", format!("due {}, done {}", words::date::long(date), words::date::long(done)))
        }
        (Some(done), _) => ("done", format!("{}, done", words::date::long(done))),
        (None, Some(date)) if milestone.is_overdue(reading) => ("overdue", format!("{}, overdue", words::date::long(date))),
        (None, Some(date)) => ("due", format!("{}, due", words::date::long(date))),
        (None, None) => ("due", "no date stated".to_owned()),
    };
    let place = milestone.about.as_ref().filter(|about| several && about.kind() == "phase");
    let said = milestone.source.as_ref().map(words::source::source);
    Step {
        state,
        was: milestone.due.filter(|_| moved.is_some()).map(words::date::long),
        when,
        what: milestone.what.clone().unwrap_or_else(|| "A milestone without a name".to_owned()),
        notes: [
            place.map(|about| words::name(workspace, about)),
            moved.map(|amended| format!("Amended: {}", amended.authority)),
            milestone.owner.as_ref().map(|owner| format!("{owner} sees to it")),
            said,
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}
