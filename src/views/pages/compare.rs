//! What has changed since the last Board, since any day, or from what a file holds: on the screen, and as a sheet.

mod kinds;

use leptos::prelude::*;

use crate::analysis::compare::{Compared, RiskMoved, SumMoved};
use crate::analysis::papers::said_in;
use crate::domain::pence::Pence;
use crate::domain::thing::Kind;
use crate::order::InOrder;
use crate::route::{AsAt, CompareState, HistoryState, Route};
use crate::session::{Beside, Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::compare::kinds::Kinds;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::movement::Movement;
use crate::views::parts::page_head::PageHead;
use crate::views::parts::paper_key::PaperKey;
use crate::views::parts::unlock::Unlock;
use crate::words;

/// So many risks fit on the first sheet beside the figures.
const RISKS_ON_PAPER: usize = 14;

/// The page that compares.
#[component]
pub fn ComparePage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let with = Memo::new(move |_| route.with(|route| if let Route::Compare(state) = route { state.with.clone() } else { None }));
    let difference = session.difference(with);
    let title = move || {
        difference.with(|difference| match difference {
            Some(Ok((beside, _))) if beside.is_file => format!("What is different here from {}", beside.called),
            Some(Ok((beside, _))) => format!("What has changed since {}", beside.called),
            _ => "What has changed".to_owned(),
        })
    };
    let lede = move || {
        difference.with(|difference| match difference {
            Some(Ok((beside, compared))) => Some(says(beside, compared)),
            Some(Err(says)) => Some(says.clone()),
            None => Some("Choose a meeting, a day or a file to compare with.".to_owned()),
        })
    };
    let is_compared = Memo::new(move |_| difference.with(|difference| matches!(difference, Some(Ok(_)))));
    let shown = move || difference.get().and_then(Result::ok).map(|(_, compared)| view! { <Shown compared=compared /> });
    view! {
        <PageHead title=Signal::derive(title) lede=Signal::derive(lede)>
            <Show when=move || is_compared.get()>
                <button class="button button--quiet" data-reads="" type="button" on:click=move |_| session.request(Request::Print)>"Print the sheet"</button>
            </Show>
        </PageHead>
        <Choose with=with />
        <div class="sheet">{shown}</div>
    }
}

/// With what: a meeting, a day, or a file.
#[component]
fn Choose(with: Memo<Option<AsAt>>) -> impl IntoView {
    let session = use_session();
    let meetings = session.select(&[Kind::Meeting], |workspace, _| {
        let mut meetings: Vec<_> = workspace.meetings.values().collect();
        meetings.order_by_key(|meeting| (std::cmp::Reverse(meeting.held), meeting.id.clone()));
        let name = |meeting: &&crate::domain::meeting::Meeting| {
            (AsAt::Meeting(meeting.id.clone()).key(), words::name(workspace, &(&meeting.id).into()))
        };
        meetings.iter().map(name).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || any("No meeting", meetings.get()));
    let go = move |key: String| session.request(Request::Go(Route::Compare(CompareState { with: AsAt::from_key(&key) })));
    let meeting =
        move || with.with(|with| with.as_ref().filter(|at| matches!(at, AsAt::Meeting(_))).map(AsAt::key).unwrap_or_default());
    let day = move || with.with(|with| with.as_ref().filter(|at| matches!(at, AsAt::Day(_))).map(AsAt::key).unwrap_or_default());
    view! {
        <form class="filters" aria-label="Compare with" on:submit=|event| event.prevent_default()>
            <FilterField id="compare-meeting" label="Since the meeting" options=options value=Signal::derive(meeting) on_pick=Callback::new(go) />
            <div class="field">
                <label class="field__label" for="compare-day">"Since the end of"</label>
                <input class="field__input" id="compare-day" type="date" prop:value=day on:change=move |event| go(event_target_value(&event)) />
            </div>
            <button class="button button--quiet button--small" data-reads="" type="button" on:click=move |_| session.request(Request::PickToCompare)>"Compare with a bundle"</button>
        </form>
        <Show when=move || meetings.with(Vec::is_empty)>
            <p>"No meeting is marked yet, so that there is none to choose. "<a href=Route::History(HistoryState::default()).to_string()>"Mark one in the history"</a>", or choose a day."</p>
        </Show>
        <Unlock />
    }
}

#[component]
fn Shown(compared: Compared) -> impl IntoView {
    let left_out = compared.risks.len().saturating_sub(RISKS_ON_PAPER);
    let texts = compared.texts();
    let risks = compared.risks.into_iter().enumerate().map(risk_row).collect_view();
    let sums = compared.savings.into_iter().map(sum_row).collect_view();
    let (no_sums, no_risks) = (sums.is_empty(), risks.is_empty());
    let texts = StoredValue::new(texts);
    let named = use_session().select(&[Kind::About], move |workspace, _| texts.with_value(|texts| said_in(workspace, texts)));
    view! {
        <section aria-labelledby="compare-savings">
            <h2 id="compare-savings">"Savings of the current year"</h2>
            {if no_sums { view! { <p>"No saving of the current year is stated, then or now."</p> }.into_any() } else { view! {
                <div class="table-box"><table class="table table--stack" role="table">
                    <thead><tr role="row"><th scope="col" role="columnheader">"Basis and year"</th><th class="number" scope="col" role="columnheader">"Then"</th><th class="number" scope="col" role="columnheader">"Now"</th><th class="number" scope="col" role="columnheader">"Difference"</th></tr></thead>
                    <tbody>{sums}</tbody>
                </table></div>
            }.into_any() }}
        </section>
        <section aria-labelledby="compare-risks">
            <h2 id="compare-risks">"Risks"</h2>
            {if no_risks { view! { <p>"No risk went up or down, is new or was closed."</p> }.into_any() } else { view! { <ul class="compare">{risks}</ul> }.into_any() }}
            {(left_out > 0).then(|| view! { <p class="paper-only">{format!("And {}, on the page itself.", words::count(left_out, "more risk", "more risks"))}</p> })}
        </section>
        <Kinds kinds=compared.kinds />
        <PaperKey papers=named />
    }
}

fn risk_row((place, risk): (usize, RiskMoved)) -> impl IntoView {
    let class = if place < RISKS_ON_PAPER { "compare__item" } else { "compare__item screen-only" };
    view! {
        <li class=class><a href=Route::Risk(risk.id).to_string()>{risk.name}</a>" "<Movement direction=risk.direction says=risk.says /></li>
    }
}

fn sum_row(sum: SumMoved) -> impl IntoView {
    let said = |amount: Option<Pence>| amount.map_or_else(|| "not stated".to_owned(), words::money::exact);
    let difference = sum.was.zip(sum.is).and_then(|(was, is)| is.0.checked_sub(was.0)).map(Pence);
    let difference = difference.map_or_else(|| "–".to_owned(), |amount| words::money::change(amount, words::money::exact));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{sum.name}</th>
            <td class="number" role="cell" data-label="Then">{said(sum.was)}</td>
            <td class="number" role="cell" data-label="Now">{said(sum.is)}</td>
            <td class="number" role="cell" data-label="Difference">{difference}</td>
        </tr>
    }
}

fn says(beside: &Beside, compared: &Compared) -> String {
    let whose = if beside.is_file { "The file's code is" } else { "The code then was" };
    format!("{}. {whose} {}.", compared.counted(), beside.code)
}
