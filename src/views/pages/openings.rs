//! Opportunities: vacant posts and events, who could share, and what was decided.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::analysis::papers;
use crate::domain::command::Refusal;
use crate::domain::opening::{Opening, OpeningId, OpeningKind, Taken, Taking};
use crate::domain::service::ServiceId;
use crate::domain::subject::Subject;
use crate::domain::thing::{Kind, Thing};
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::route::{Route, ServicesState};
use crate::session::use_session;
use crate::views::parts::asked_fields::Ask;
use crate::views::parts::choice_field::or_not_stated;
use crate::views::parts::form::Form;
use crate::views::parts::kept::{Keeping, Kept, KeptList};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::views::parts::record_choice::{partners_named, read_partners, services};
use crate::views::parts::segments::choices;
use crate::views::parts::source_fields::{SOURCE, read_source};
use crate::words;

const OPENINGS: Keeping = Keeping {
    what: "the opportunity",
    add: "Add an opportunity",
    edit: "Edit the opportunity",
    saved: "The opportunity is saved.",
    asks,
    read,
};

/// Open ones first, the most urgent at the top, then what was decided.
#[component]
pub fn OpeningsPage() -> impl IntoView {
    let session = use_session();
    let items = session.select(&[Kind::Opening, Kind::Service, Kind::Partner, Kind::About], |workspace, today| {
        let reading = workspace.reading(today);
        in_order(workspace).into_iter().map(|one| kept(workspace, one, reading)).collect::<Vec<_>>()
    });
    let says = reminder(session);
    let named = session.select(&[Kind::Opening, Kind::About], |workspace, _| papers::of_openings(workspace));
    let reading = session.reading();
    let lede = move || {
        let open = says.get().unwrap_or_else(|| "No opportunity is open.".to_owned());
        Some(format!("As at {}. {open}", words::date::long(reading.get())))
    };
    let blank = Callback::new(move |()| Some(Opening::new(OpeningId::new(&session.new_id())?).into()));
    view! {
        <PageHead title="Opportunities" lede=Signal::derive(lede) up=(Route::Services(ServicesState::default()), "All services") />
        <KeptList items=items keeping=OPENINGS empty="No opportunity is recorded. A vacant post, the end of a contract or another event can open the way to sharing." button="add-opening" blank=Some(blank) />
        <PaperKey papers=named />
    }
}

/// What is open, in a sentence; nothing where nothing is.
pub fn reminder(session: crate::session::Session) -> Memo<Option<String>> {
    session.select(&[Kind::Opening, Kind::About], |workspace, today| {
        let all: Vec<&Opening> = workspace.openings.values().collect();
        words::thinking::open(&all, workspace.reading(today))
    })
}

fn in_order(workspace: &Workspace) -> Vec<&Opening> {
    let mut all: Vec<&Opening> = workspace.openings.values().collect();
    all.order_by_key(|one| {
        let decided = one.decision.as_ref().and_then(|decision| decision.on);
        (!one.is_open(), one.decide_by.is_none(), one.decide_by, std::cmp::Reverse(decided), one.id.clone())
    });
    all
}

fn kept(workspace: &Workspace, one: &Opening, reading: NaiveDate) -> Kept {
    let mark = match &one.decision {
        Some(decision) => (true, decision.taken.label().to_owned()),
        None if one.is_overdue(reading) => (false, "Open, overdue".to_owned()),
        None => (false, "Open".to_owned()),
    };
    let councils = one.councils.iter().flatten().map(|council| words::partner::short(workspace, council));
    let councils = words::list(councils.collect::<Vec<_>>());
    let service = one.service.as_ref().map(|id| words::name(workspace, &Subject::from(id)));
    let about = [one.sort.map(|sort| sort.label().to_owned()), service, Some(councils).filter(|names| !names.is_empty())];
    let since = one.since.map(|since| format!("Open since {}", words::date::long(since)));
    let due = one.is_open().then(|| words::thinking::due(one, reading).map(|due| words::sentence(&due))).flatten();
    let owner = one.owner.as_ref().map(|owner| format!("{owner} sees to it"));
    Kept {
        subject: Subject::from(&one.id),
        head: one.what.clone().unwrap_or_else(|| "An opportunity without a name".to_owned()),
        mark: Some(mark),
        notes: [
            Some(about.into_iter().flatten().collect::<Vec<_>>().join("; ")),
            since,
            due,
            owner,
            one.decision.as_ref().map(words::thinking::taken),
            one.source.as_ref().map(words::source::source),
        ]
        .into_iter()
        .flatten()
        .filter(|note| !note.is_empty())
        .collect(),
    }
}

fn asks(workspace: &Workspace, thing: &Thing) -> Vec<Ask> {
    let Thing::Opening(one) = thing else { return Vec::new() };
    let decision = one.decision.as_ref();
    let service = one.service.clone().map(String::from).unwrap_or_default();
    vec![
        Ask::line("what", "What opened it", one.what.as_ref()).hint("The vacant post, or the event."),
        Ask::one_of(
            "sort",
            "Kind",
            one.sort.map(OpeningKind::key).unwrap_or_default(),
            or_not_stated(choices(OpeningKind::ALL, OpeningKind::key, OpeningKind::label)),
        ),
        Ask::one_of("service", "Service", service, or_not_stated(services(workspace))),
        Ask::line("councils", "Councils", Some(&partners_named(workspace, one.councils.as_deref())))
            .hint("By name or short code, with a semicolon between."),
        Ask::day("since", "Open since", one.since),
        Ask::day("decide_by", "To be decided by", one.decide_by)
            .hint("Until then it stays on this page and on that of services."),
        Ask::line("owner", "Who sees to it", one.owner.as_ref()).hint("The office, not the name, where you can."),
        Ask::one_of(
            "decision",
            "Taken or declined",
            decision.map(|decision| decision.taken.key()).unwrap_or_default(),
            open_or(choices(Taking::ALL, Taking::key, Taking::label)),
        ),
        Ask::text("why", "Why", decision.map(|decision| &decision.why)).hint("Why it was taken or declined."),
        Ask::day("decided-on", "Decided on", decision.and_then(|decision| decision.on)),
    ]
}

fn open_or(decided: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), "Open".to_owned())).chain(decided).collect()
}

fn read(form: &Form, workspace: &Workspace, before: &Thing, wrong: &mut Vec<Refusal>) -> Thing {
    let Thing::Opening(before) = before else { return before.clone() };
    let taken = form.text("decision").and_then(|key| Taking::from_key(&key));
    let (why, on) = (form.text("why"), form.date("decided-on", wrong));
    if taken.is_none() && (why.is_some() || on.is_some()) {
        wrong.push(Refusal::of("decision", "Say whether it was taken or declined, or clear why and when."));
    }
    let one = Opening {
        what: form.text("what"),
        sort: form.text("sort").and_then(|key| OpeningKind::from_key(&key)),
        service: form.text("service").and_then(|id| ServiceId::try_from(id).ok()),
        councils: read_partners(form, workspace, "councils", wrong),
        since: form.date("since", wrong),
        decide_by: form.date("decide_by", wrong),
        owner: form.text("owner"),
        decision: taken.map(|taken| Taken { taken, why: why.unwrap_or_default(), on }),
        source: read_source(form, SOURCE, wrong),
        ..(**before).clone()
    };
    one.into()
}
