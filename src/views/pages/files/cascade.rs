//! Who was sent which code and when, kept by hand: down to every member of every council.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::domain::command::{Command, Refusal};
use crate::domain::partner::PartnerId;
use crate::domain::sent::{Sending, Sent, SentBy, SentId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::session::{Session, run_then, use_session};
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::error_summary::ErrorSummary;
use crate::views::parts::form::Form;
use crate::views::parts::more::More;
use crate::views::parts::segments::choices;
use crate::views::parts::text_field::{TextField, Typed};
use crate::views::parts::withdraw::Withdraw;
use crate::words;

const AT_FIRST: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Line {
    id: SentId,
    who: String,
    on: String,
    code: String,
    how: &'static str,
}

/// The list, and a form for the next one.
#[component]
pub fn Cascade() -> impl IntoView {
    let session = use_session();
    let adding = RwSignal::new(false);
    let limit = RwSignal::new(AT_FIRST);
    let lines = session.select(&[Kind::Sent, Kind::Partner], |workspace, _| lines(workspace));
    let shown = move || lines.with(|lines| lines.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let left = move || lines.with(Vec::len).saturating_sub(limit.get());
    view! {
        <section aria-labelledby="cascade-head">
            <h2 id="cascade-head" tabindex="-1">"Who was sent what"</h2>
            <p>"A list kept by hand, so that nobody is left out: every member of every council. It travels with the work."</p>
            <ul class="files__list">
                <For each=shown key=Clone::clone let:line><LineShown line=line /></For>
            </ul>
            <More left=Signal::derive(left) limit=limit step=AT_FIRST of=("sending", "sendings") />
            <p><button class="button button--quiet" type="button" aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Note a sending"</button></p>
            <Show when=move || adding.get()><SentForm on_done=Callback::new(move |()| adding.set(false)) /></Show>
        </section>
    }
}

#[component]
fn LineShown(line: Line) -> impl IntoView {
    let session = use_session();
    let Line { id, who, on, code, how } = line;
    let called = format!("the sending to {who}");
    let hidden = format!(" to {who}");
    let subject = Subject::from(&id);
    let again = move |_| {
        let Some(before) = session.peek(|open| open?.workspace.sent.get(&id).cloned()) else { return };
        let (Some(new), Some(sending)) = (SentId::new(&session.new_id()), before.sending.clone()) else { return };
        let sending = Sending { code: code_to_send(session), on: session.today(), ..sending };
        let after = Sent { sending: Some(sending), id: new, ..before };
        run_then(session, Command::Put { before: None, after: after.into() }, move || session.say("The sending is noted."));
    };
    view! {
        <li class="files__workspace">
            <div><h3 class="files__title">{who}</h3><p class="files__says">{format!("Code {code}, {on}, {how}.")}</p></div>
            <div class="buttons">
                <button class="button button--quiet button--small" type="button" on:click=again>"Sent again today"<span class="visually-hidden">{hidden}</span></button>
                <Withdraw record=subject called=called on_done=Callback::new(move |()| session.say("The sending is withdrawn.")) class="button button--danger-quiet button--small" />
            </div>
        </li>
    }
}

#[component]
fn SentForm(on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let form = Form::new("sent/new");
    let (body, office) = (form.field("body", ""), form.field("office", ""));
    let (code, on) = (form.field("sending", code_to_send(session)), form.field("sending-on", session.today().to_string()));
    let how = form.field("sending-how", SentBy::Mail.key());
    let bodies = session.select(&[Kind::Partner, Kind::About], |workspace, _| {
        let partners = workspace.partners_in_order().into_iter();
        or_not_stated(partners.map(|partner| (partner.id.to_string(), words::partner::short(workspace, &partner.id))))
    });
    let ways = choices(SentBy::ALL, SentBy::key, SentBy::label);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = SentId::new(&session.new_id()) else { return };
        let mut wrong = Vec::new();
        let on = form.date("sending-on", &mut wrong);
        if on.is_none() && wrong.is_empty() {
            wrong.push(Refusal::of("sending-on", "Say on which day it was sent."));
        }
        let how = form.text("sending-how").and_then(|key| SentBy::from_key(&key)).unwrap_or(SentBy::Other);
        let code = form.text("sending").unwrap_or_default().to_uppercase();
        let after = Sent {
            body: form.text("body").and_then(|name| PartnerId::try_from(name).ok()),
            office: form.text("office"),
            sending: on.map(|on| Sending { code, on, how }),
            ..Sent::new(id)
        };
        form.save(wrong, Command::Put { before: None, after: after.into() }, move || {
            session.say("The sending is noted.");
            on_done.run(());
        });
    };
    view! {
        <form class="form" aria-label="Note a sending" on:submit=save>
            <ErrorSummary form=form />
            <div class="form__row">
                <ChoiceField form=form name="body" label="Council or body" value=body options=bodies />
                <TextField form=form name="office" label="To whom" value=office width=40 hint="The office, not the name, where you can: Members of the Board." />
            </div>
            <div class="form__row">
                <TextField form=form name="sending" label="Code" value=code width=12 hint="As in the file's name." />
                <TextField form=form name="sending-on" label="Sent on" value=on typed=Typed::Date width=12 />
                <ChoiceField form=form name="sending-how" label="How" value=how options=Signal::stored(ways) />
            </div>
            <div class="form__actions">
                <button class="button" type="submit">"Save the sending"</button>
                <button class="button button--plain" type="button" on:click=move |_| { form.forget(); on_done.run(()); }>"Cancel"</button>
            </div>
        </form>
    }
}

/// The code that goes out: that of the last file, else that of what stands now.
fn code_to_send(session: Session) -> String {
    let last = session.handed.with_untracked(|handed| handed.as_ref().map(|handed| handed.code.clone()));
    last.or_else(|| session.peek(|open| Some(open?.code()))).unwrap_or_default()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let mut sent: Vec<&Sent> = workspace.sent.values().collect();
    sent.order_by_key(|sent| (Reverse(sent.sending.as_ref().map(|sending| sending.on)), sent.office.clone(), sent.id.clone()));
    let line = |sent: &Sent| {
        let sending = sent.sending.as_ref()?;
        let body = sent.body.as_ref().map(|body| words::partner::short(workspace, body));
        let who = [sent.office.clone(), body].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let (on, how) = (words::date::long(sending.on), sending.how.label());
        Some(Line { id: sent.id.clone(), who, on, code: sending.code.clone(), how })
    };
    sent.into_iter().filter_map(line).collect()
}
