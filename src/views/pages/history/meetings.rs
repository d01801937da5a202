//! Meetings that looked at the work: marking one, looking at the work as it was then, comparing it with now.

use leptos::prelude::*;

use crate::domain::meeting::{Meeting, MeetingId, Seen};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::order::InOrder;
use crate::route::{self, AsAt, CompareState, Route};
use crate::session::{Request, Session, use_session};
use crate::views::parts::choice_field::ChoiceField;
use crate::views::parts::edit_button::{EditButton, edit_button_id};
use crate::views::parts::form::Form;
use crate::views::parts::record_form::RecordForm;
use crate::views::parts::text_field::{TextField, Typed};
use crate::words;

const NEW: &str = "meeting-new";

/// The meetings, latest first, a way to mark one, and a way to any day.
#[component]
pub fn Meetings() -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let meetings = session.select(&[Kind::Meeting], |workspace, _| {
        let mut meetings: Vec<_> = workspace.meetings.values().collect();
        meetings.order_by_key(|meeting| (meeting.held, meeting.id.clone()));
        meetings.iter().rev().map(|meeting| meeting.id.clone()).collect::<Vec<_>>()
    });
    let day = RwSignal::new(String::new());
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match day.get_untracked().parse() {
            Ok(day) => session.request(Request::StandAt(AsAt::Day(day))),
            Err(_) => session.raise("Choose the day first."),
        }
    };
    view! {
        <section aria-labelledby="meetings-head">
            <h2 id="meetings-head" tabindex="-1">"As at a meeting or a day"</h2>
            <ul class="meetings">
                <For each=move || meetings.get() key=Clone::clone children=|id| view! { <MeetingShown id=id /> } />
            </ul>
            <Show when=move || meetings.with(Vec::is_empty)><p>"No meeting is marked yet. Once one is, everything can be read again as it stood for that meeting, and compared with now."</p></Show>
            <div class="buttons">
                <button class="button button--quiet button--small" id=NEW type="button" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Mark a meeting"</button>
            </div>
            <Show when=move || adding.get()><MeetingForm before=None back=NEW.to_owned() open=adding /></Show>
            <form class="filters meetings__day" aria-label="As at a day" data-reads="" on:submit=go>
                <div class="field">
                    <label class="field__label" for="as-at-day">"The end of this day"</label>
                    <input class="field__input" id="as-at-day" type="date" prop:value=day on:input=move |event| day.set(event_target_value(&event)) />
                </div>
                <button class="button button--quiet button--small" data-reads="" type="submit">"Show as at this day"</button>
            </form>
        </section>
    }
}

#[component]
fn MeetingShown(id: MeetingId) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let editing = RwSignal::new(false);
    let called = {
        let subject = subject.clone();
        session.select(&[Kind::Meeting], move |workspace, _| words::name(workspace, &subject))
    };
    let says = {
        let id = id.clone();
        session.select(&[Kind::Meeting], move |workspace, _| {
            workspace.meetings.get(&id).and_then(|meeting| meeting.commentary.clone())
        })
    };
    let at = AsAt::Meeting(id.clone());
    let (then, compare) =
        (route::address(Some(&at), &Route::Overview), Route::Compare(CompareState { with: Some(at) }).to_string());
    let hidden = move || format!(": {}", called.get());
    let form = {
        let (id, back) = (id.clone(), edit_button_id(&subject));
        move || {
            let before = session.look(|open| open?.workspace.meetings.get(&id).cloned());
            view! { <MeetingForm before=before back=back.clone() open=editing /> }
        }
    };
    view! {
        <li class="meetings__item">
            <span class="meetings__name">{called}</span>
            {move || says.get().map(|says| view! { <span class="meetings__says">{says}</span> })}
            <span class="buttons">
                <a href=then>"As it stood"<span class="visually-hidden">{hidden}</span></a>
                <a href=compare>"What has changed since"<span class="visually-hidden">{hidden}</span></a>
                <EditButton record=subject.clone() called=called open=editing />
            </span>
            <Show when=move || editing.get()>{form.clone()}</Show>
        </li>
    }
}

#[component]
fn MeetingForm(before: Option<Meeting>, back: String, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let id = before.as_ref().map(|meeting| meeting.id.clone()).or_else(|| MeetingId::new(&session.new_id()))?;
    let starts = before.clone().unwrap_or_else(|| Meeting::new(id.clone()));
    let form = Form::new(before.as_ref().map_or_else(|| "meeting/new".to_owned(), |meeting| meeting.id.to_string()));
    let body = form.field("body", starts.body.clone().unwrap_or_else(|| "Board".to_owned()));
    let held = form.field("held", starts.held.map(words::date::long).unwrap_or_default());
    let title = form.field("title", starts.title.clone().unwrap_or_default());
    let commentary = form.field("commentary", starts.commentary.clone().unwrap_or_default());
    let is_new = before.is_none();
    let seen = form.field("seen", if is_new { "now" } else { "" });
    let states: Vec<(String, String)> =
        [("", "As it was marked"), ("now", "As it stands now"), ("day", "As it stood at the end of that day")]
            .into_iter()
            .filter(|(key, _)| !is_new || !key.is_empty())
            .map(|(key, words)| (key.to_owned(), words.to_owned()))
            .collect();
    let read = move |wrong: &mut Vec<_>| {
        let held = form.date("held", wrong);
        let seen = match form.text("seen").as_deref() {
            Some("day") => held.map(|day| seen_at(session, Some(day))),
            Some(_) => Some(seen_at(session, None)),
            None => starts.seen.clone(),
        };
        let meeting = Meeting {
            body: form.text("body"),
            held,
            title: form.text("title"),
            seen,
            commentary: form.text("commentary"),
            ..starts.clone()
        };
        Some(meeting.into())
    };
    let withdraw = (!is_new).then(|| ("the meeting", "meetings-head".to_owned()));
    Some(view! {
        <RecordForm form=form label=if is_new { "Mark a meeting" } else { "Edit the meeting" } before=before.map(Into::into) read=read says="The meeting is marked." first="body" back=back withdraw=withdraw on_close=Callback::new(move |_| open.set(false))>
            <TextField form=form name="body" label="Who met" value=body width=20 />
            <TextField form=form name="held" label="On" hint="Such as 9 December 2010" value=held width=20 />
            <TextField form=form name="title" label="Title, if any" value=title width=40 />
            <ChoiceField form=form name="seen" label="What it saw" value=seen options=Signal::derive(move || states.clone()) />
            <TextField form=form name="commentary" label="Commentary" value=commentary typed=Typed::Text />
        </RecordForm>
    })
}

fn seen_at(session: Session, day: Option<chrono::NaiveDate>) -> Vec<Seen> {
    let now = (session.device().now)();
    let heads = session.peek(|open| open.map(|open| open.heads_at(day, now)).unwrap_or_default());
    heads.iter().filter_map(|head| Seen::try_from(head.to_string()).ok()).collect()
}
