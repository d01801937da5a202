//! A page whose record is not there, or not any more: what became of it, and the ways on.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::log::{RecordId, WITHDRAWN};
use crate::route::Route;
use crate::session::{Open, Request, Session, use_session};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::trail::Trail;
use crate::words;

/// What is known of a record that is out of use.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// What people call it.
    pub called: String,
    /// Who withdrew it, and when.
    pub says: String,
    /// Why.
    pub why: Option<String>,
}

/// Instead of the page of a record that is not in use. One that was withdrawn can be put back.
#[component]
pub fn Gone(
    /// The record.
    subject: Subject,
    /// The page above, and what it is called.
    up: (Route, &'static str),
) -> impl IntoView {
    let session = use_session();
    let kind = Kind::from_key(subject.kind()).map_or("record", Kind::label).to_lowercase();
    let subject = StoredValue::new(subject);
    let known = session.select_open(Kind::ALL, move |open| subject.with_value(|subject| known(open?, subject)));
    let joined = session.select_open(Kind::ALL, move |open| {
        let (open, subject) = (open?, subject.get_value());
        let stands = open.joined_to(&subject)?;
        Some((Route::of(&stands), words::name(&open.workspace, &stands)))
    });
    let put_back = move |_| put_back(session, subject.get_value());
    let title = {
        let kind = kind.clone();
        let called = move || joined.get().map(|(_, name)| name).or_else(|| known.get().map(|known| known.called));
        move || called().unwrap_or_else(|| format!("No such {kind}"))
    };
    let says = move || {
        known.get().map_or_else(
            || format!("There is no {kind} here by this address. It may be in a bundle that has not been brought in."),
            |known| known.says,
        )
    };
    let way = up.clone();
    let what = move || {
        if joined.with(Option::is_some) {
            return ().into_any();
        }
        let way = way.clone();
        view! {
            <div class="empty">
                <p class="empty__says">{says.clone()}</p>
                {move || known.get().and_then(|known| known.why).map(|why| view! { <p class="empty__why">{why}</p> })}
                <div class="empty__actions">
                    <Show when=move || known.with(Option::is_some)>
                        <button class="button" type="button" on:click=put_back>"Put it back"</button>
                    </Show>
                    <a class="button button--quiet" href=way.0.to_string()>{way.1}</a>
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <PageHead title=Signal::derive(title) up=up />
        {move || joined.get().map(|(to, name)| view! { <p>"It was joined to "<a href=to.to_string()>{name}</a>", which stands for both."</p> })}
        {what}
        <Show when=move || known.with(Option::is_some) || joined.with(Option::is_some)><Trail subject=subject.get_value() /></Show>
    }
}

/// Puts a withdrawn record back, says so, and puts the focus on the page's heading: the button goes with the answer.
pub fn put_back(session: Session, record: Subject) {
    let called = session.peek(|open| Some(known(open?, &record)?.called)).unwrap_or_default();
    let done = move || {
        session.say(format!("{called} is back in use."));
        session.request(Request::Focus("page-title".to_owned()));
    };
    if let Err(refusals) = session.dispatch(Command::Restore { record, why: String::new() }, done) {
        session.raise(refusals.iter().map(|refusal| refusal.says.as_str()).collect::<Vec<_>>().join(" "));
    }
}

/// What is known of a record that is out of use.
pub fn known(open: &Open, subject: &Subject) -> Option<Known> {
    let record = open.shared.record(&subject.as_str().parse::<RecordId>().ok()?)?;
    let withdrawn = record.reading(WITHDRAWN)?.in_force().filter(|head| !head.value.is_null())?;
    let text = |field: &str| record.value(field).and_then(|value| value.as_str()).map(str::to_owned);
    let kind = Kind::from_key(subject.kind()).map_or("Record", Kind::label);
    let title = text("title").or_else(|| text("name"));
    let called = match (text("reference"), title) {
        (Some(reference), Some(title)) => format!("{kind} {reference}: {title}"),
        (Some(reference), None) => format!("{kind} {reference}"),
        (None, Some(title)) => title,
        (None, None) => format!("{kind} without a name"),
    };
    let by = &withdrawn.change.by;
    let when = words::date::moment(withdrawn.change.at.seconds());
    let says = format!("This {} was withdrawn on {when} by {}, {}.", kind.to_lowercase(), by.name, by.council);
    let why = withdrawn.value.get("why").and_then(|why| why.as_str()).map(str::to_owned);
    Some(Known { called, says, why })
}
