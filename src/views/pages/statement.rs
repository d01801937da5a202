//! The treasurers' statement: what each council pays and gets across everything, with every line's way to its source.

mod accounts;
mod lines;

use leptos::prelude::*;

use crate::analysis::depth::{Asked, Statement, statement, statement_says, statement_table};
use crate::domain::money::Basis;
use crate::domain::partner::PartnerId;
use crate::domain::thing::Kind;
use crate::domain::workspace::Workspace;
use crate::domain::year::FinancialYear;
use crate::route::{Route, SavingsState, StatementState};
use crate::session::{Request, use_session};
use crate::views::here::use_route;
use crate::views::pages::statement::accounts::Accounts;
use crate::views::pages::statement::lines::Lines;
use crate::views::parts::filter_field::{FilterField, any};
use crate::views::parts::page_head::PageHead;
use crate::views::parts::record_choice::{and_chosen, partners};
use crate::views::parts::segments::choices;
use crate::words;

const KINDS: &[Kind] = &[Kind::Money, Kind::Partner, Kind::Programme, Kind::Service, Kind::About];

/// The page.
#[component]
pub fn StatementPage() -> impl IntoView {
    let session = use_session();
    let route = use_route();
    let state = Memo::new(move |before: Option<&StatementState>| {
        route.with(|route| match route {
            Route::Statement(state) => state.clone(),
            // The page is being left, and need not be drawn once more.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let asked = session.select(KINDS, move |workspace, _| state.with(|state| asked(workspace, state)));
    let made: Memo<Option<Statement>> = session.select_open(KINDS, move |open| {
        let open = open?;
        asked.with(|asked| statement(&open.workspace, open.ledger(), asked))
    });
    let reading = session.reading();
    let lede = move || Some(format!("As at {}. On one basis at a time; amounts to the penny.", words::date::long(reading.get())));
    let says = move || made.with(|made| made.as_ref().map(statement_says)).unwrap_or_default();
    let save = move |_| {
        let text = session.look(|open| {
            let open = open?;
            made.with_untracked(|made| made.as_ref().map(|made| words::csv::csv(statement_table(&open.workspace, made))))
        });
        if let Some(text) = text {
            let year = asked.with_untracked(|asked| asked.year).map(|year| year.to_string().replace('/', "-"));
            let name = format!(
                "statement-{}-{}.csv",
                asked.with_untracked(|asked| asked.basis.key()),
                year.unwrap_or_else(|| "all-years".to_owned())
            );
            session.request(Request::SaveText { name, kind: "text/csv", text });
        }
    };
    let is_empty = move || made.with(|made| made.as_ref().is_none_or(|made| made.lines.is_empty() && made.accounts.is_empty()));
    view! {
        <PageHead title="Treasurers' statement" lede=Signal::derive(lede) up=(Route::Savings(SavingsState::default()), "Savings")>
            <button class="button button--quiet" data-reads="" type="button" on:click=move |_| session.request(Request::Print)>"Print the statement"</button>
            <button class="button button--quiet" data-reads="" type="button" on:click=save>"Lines as CSV"</button>
        </PageHead>
        <Filters state=state asked=asked />
        <Show when=move || !is_empty() fallback=|| view! { <p role="status">"No figure is stated on this basis. Choose another, or add figures on the page of savings."</p> }>
            <Accounts made=made asked=asked />
            {move || says().into_iter().map(|says| view! { <p class="figure__says">{says}</p> }).collect_view()}
            <Lines made=made asked=asked />
        </Show>
    }
}

/// What the address chooses; the basis with the most figures where it says none, the firmest of those.
fn asked(workspace: &Workspace, state: &StatementState) -> Asked {
    let many = |basis: Basis| {
        let on = |line: &&crate::domain::money::Money| {
            line.sum.as_ref().is_some_and(|sum| sum.basis == Some(basis) && sum.year.is_some())
        };
        workspace.money.values().filter(on).count()
    };
    let basis = state.basis.or_else(|| Basis::ALL.iter().copied().max_by_key(|basis| (many(*basis), *basis)));
    Asked { basis: basis.unwrap_or(Basis::Forecast), year: state.year, partner: state.partner.clone() }
}

#[component]
fn Filters(state: Memo<StatementState>, asked: Memo<Asked>) -> impl IntoView {
    let session = use_session();
    let change = move |change: &dyn Fn(&mut StatementState)| {
        let mut state = state.get_untracked();
        change(&mut state);
        session.request(Request::Swap(Route::Statement(state)));
    };
    let years = session.select(&[Kind::Money], move |workspace, _| {
        let sums = workspace.money.values().filter_map(|line| line.sum.as_ref());
        let of_basis = sums.filter(|sum| asked.with(|asked| sum.basis == Some(asked.basis)));
        let mut years: Vec<FinancialYear> = of_basis.filter_map(|sum| sum.year).collect();
        years.extend(asked.with(|asked| asked.year));
        crate::order::InOrder::order_by(years.as_mut_slice(), Ord::cmp);
        years.dedup();
        any("All years", years.into_iter().map(|year| (year.to_string(), year.to_string())))
    });
    let partner = move || state.with(|state| state.partner.clone().map(String::from).unwrap_or_default());
    let whose = session.select(&[Kind::Partner], move |workspace, _| {
        any("All councils", and_chosen(workspace, partners(workspace), &partner()))
    });
    let year = move || asked.with(|asked| asked.year.map(|year| year.to_string()).unwrap_or_default());
    let basis = move || asked.with(|asked| asked.basis.key().to_owned());
    let pick_basis = Callback::new(move |key: String| change(&|state| state.basis = Basis::from_key(&key)));
    let pick_year = Callback::new(move |key: String| change(&|state| state.year = FinancialYear::parse(&key).ok()));
    let pick_partner = Callback::new(move |key: String| change(&|state| state.partner = PartnerId::try_from(key.clone()).ok()));
    view! {
        <form class="filters" aria-label="Show" on:submit=|event| event.prevent_default()>
            <FilterField id="statement-basis" label="Basis" options=choices(Basis::ALL, Basis::key, Basis::label) value=Signal::derive(basis) on_pick=pick_basis />
            <FilterField id="statement-year" label="Year" options=years value=Signal::derive(year) on_pick=pick_year />
            <FilterField id="statement-partner" label="Lines of" options=whose value=Signal::derive(partner) on_pick=pick_partner />
        </form>
    }
}
