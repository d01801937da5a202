//! Money that others give towards a programme or its services.

use leptos::prelude::*;

use crate::domain::money::{Basis, FundKind, Money, MoneyId, MoneyKind};
use crate::domain::programme::ProgrammeId;
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::order::InOrder;
use crate::route::{Route, SavingsState};
use crate::session::{Request, use_session};
use crate::views::pages::savings::full_form::FullForm;
use crate::views::parts::more::More;
use crate::words;
use crate::words::typed::Sheet;

const AT_FIRST: usize = 50;

#[derive(Debug, Clone, PartialEq)]
struct Pot {
    line: MoneyId,
    title: String,
    giver: String,
    kind: Option<&'static str>,
    purpose: Option<String>,
    amount: String,
    year: Option<String>,
    basis: Option<&'static str>,
    source: Option<String>,
}

/// A row for each pot: who gives how much, for what. Nothing is added up: some pots depend on others.
#[component]
pub fn Funding(
    /// Of which programme.
    of: ProgrammeId,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let adding = RwSignal::new(false);
    let button = button_id(&of);
    let called = {
        let subject = Subject::from(&of);
        session.select(&[Kind::Programme], move |workspace, _| words::name(workspace, &subject))
    };
    let form = {
        let of = of.clone();
        move || view! { <AddFunding of=of.clone() adding=adding /> }
    };
    let savings = Route::Savings(SavingsState { programme: Some(of.clone()), ..SavingsState::default() });
    let pots = session.select(&[Kind::Money, Kind::Service, Kind::Phase], move |workspace, _| pots(workspace, &of));
    let shown = move || pots.with(|pots| pots.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let more = move || pots.with(Vec::len).saturating_sub(limit.get());
    let is_empty = Memo::new(move |_| pots.with(Vec::is_empty));
    let row = |pot: Pot| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a class="link--alone" href=Route::money(pot.line).to_string()>{pot.title}</a>
                    {pot.purpose.map(|purpose| view! { <span class="table__note">{purpose}</span> })}
                </th>
                <td role="cell" data-label="Who gives it">{pot.giver}</td>
                <td role="cell" class="number" data-label="Amount">{pot.amount}{pot.kind.map(|kind| view! { <span class="table__note">{kind}</span> })}</td>
                <td role="cell" data-label="Year">{pot.year.unwrap_or_else(unstated)}</td>
                <td role="cell" data-label="Basis">{pot.basis.map_or_else(unstated, str::to_owned)}</td>
                <td role="cell" data-label="Source">{pot.source.unwrap_or_else(unstated)}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || !is_empty.get() fallback=|| view! { <p>"No outside funding is stated."</p> }>
            <div class="table-box">
                <table class="table table--stack-early table--dense" role="table">
                    <caption class="table__caption">"Who gives how much, and for what"</caption>
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader" class="table__main">"What it is, and what for"</th>
                            <th scope="col" role="columnheader">"Who gives it"</th>
                            <th scope="col" role="columnheader" class="number">"Amount"</th>
                            <th scope="col" role="columnheader">"Year"</th>
                            <th scope="col" role="columnheader">"Basis"</th>
                            <th scope="col" role="columnheader">"Source"</th>
                        </tr>
                    </thead>
                    <tbody>{move || shown().into_iter().map(row).collect_view()}</tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("line", "lines") />
            </div>
        </Show>
        <p><a class="link--alone" href=savings.to_string()>"Money of this programme in savings"</a></p>
        <div class="buttons">
            <button class="button button--quiet button--small" type="button" id=button aria-expanded=move || adding.get().to_string() on:click=move |_| adding.update(|adding| *adding = !*adding)>"Add outside funding"<span class="visually-hidden">" for "{called}</span></button>
        </div>
        <Show when=move || adding.get()>{form.clone()}</Show>
    }
}

/// A new line of that kind which covers the programme; everything else of it is still to be said.
#[component]
fn AddFunding(of: ProgrammeId, adding: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let before = Money::new(MoneyId::new(&session.new_id())?);
    let called = session.look(|open| open.map(|open| words::name(&open.workspace, &Subject::from(&of)))).unwrap_or_default();
    let starts = Sheet::from([("kind", MoneyKind::Funding.key().to_owned()), ("covers", called)]);
    let key = form_key(&of);
    session.request(Request::Focus(format!("{}-title", key.replace('/', "-"))));
    let close = Callback::new(move |()| {
        adding.set(false);
        session.request(Request::Focus(button_id(&of)));
    });
    Some(view! { <FullForm key=key before=before is_new=true starts=starts on_close=close /> })
}

fn form_key(programme: &ProgrammeId) -> String {
    format!("money/funding-of-{}", programme.rest().replace('/', "-"))
}

fn button_id(programme: &ProgrammeId) -> String {
    format!("add-funding-{}", programme.rest().replace('/', "-"))
}

fn pots(workspace: &Workspace, programme: &ProgrammeId) -> Vec<Pot> {
    let is_within = |covered: &Subject| match covered.kind() {
        "service" => covered
            .typed()
            .and_then(|id| workspace.services.get(&id))
            .is_some_and(|service| service.programme.as_ref() == Some(programme)),
        "phase" => covered
            .typed()
            .and_then(|id| workspace.phases.get(&id))
            .is_some_and(|phase| phase.programme.as_ref() == Some(programme)),
        _ => covered.as_str() == programme.as_str(),
    };
    let is_funding = |line: &&Money| line.sum.as_ref().is_some_and(|sum| sum.kind == MoneyKind::Funding);
    let lines = workspace.money.values().filter(is_funding).filter(|line| line.covers.iter().flatten().any(is_within));
    let mut lines: Vec<_> = lines.collect();
    lines.order_by_key(|line| (line.sum.as_ref().and_then(|sum| sum.year), line.title.clone(), line.id.clone()));
    lines.into_iter().map(pot).collect()
}

fn unstated() -> String {
    words::NOT_STATED.to_owned()
}

fn pot(line: &Money) -> Pot {
    let (sum, fund) = (line.sum.as_ref(), line.fund.as_ref());
    Pot {
        line: line.id.clone(),
        title: line.title.clone().unwrap_or_else(|| "A line without a name".to_owned()),
        giver: fund.map_or_else(unstated, |fund| fund.giver.clone()),
        kind: fund.and_then(|fund| fund.kind).map(FundKind::label),
        purpose: fund.and_then(|fund| fund.purpose.clone()),
        amount: sum.map_or_else(unstated, |sum| words::money::exact_range(sum.pence, sum.up_to)),
        year: sum.and_then(|sum| sum.year).map(|year| year.to_string()),
        basis: sum.and_then(|sum| sum.basis).map(Basis::label),
        source: line.source.as_ref().map(words::source::source),
    }
}
