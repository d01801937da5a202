//! Every service's figure on every basis, side by side and never added.

use leptos::prelude::*;

use crate::analysis::depth::{LadderRow, MOST_SERVICES, row, services};
use crate::domain::money::Basis;
use crate::domain::year::FinancialYear;
use crate::route::{LadderState, Route};
use crate::session::use_session;
use crate::views::pages::ladder::KINDS;
use crate::views::parts::more::More;
use crate::words;

/// A row for each service.
#[component]
pub fn AllServices(
    /// What the address chooses.
    state: Memo<LadderState>,
    /// The year that is looked at.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(MOST_SERVICES);
    let all = session.select(KINDS, move |workspace, _| {
        let kind = state.with(LadderState::kind);
        year.get().map(|year| services(workspace, kind, year)).unwrap_or_default()
    });
    let rows = session.select_open(KINDS, move |open| {
        let (Some(open), Some(year), kind) = (open, year.get(), state.with(LadderState::kind)) else { return Vec::new() };
        let row = |service: &crate::domain::service::ServiceId| row(&open.workspace, open.ledger(), service, kind, year);
        all.with(|all| all.iter().take(limit.get()).map(row).collect::<Vec<_>>())
    });
    let more = move || all.with(Vec::len).saturating_sub(limit.get());
    // Only bases on which something is stated: most tables need three columns, not six.
    let stated = Memo::new(move |_| {
        let is_stated = |place: usize| rows.with(|rows| rows.iter().any(|row| matches!(row.cells.get(place), Some(Some(_)))));
        Basis::ALL.iter().copied().enumerate().filter(|(place, _)| is_stated(*place)).collect::<Vec<_>>()
    });
    let heads = move || {
        let head = |(_, basis): (usize, Basis)| view! { <th scope="col" role="columnheader" class="number">{basis.label()}</th> };
        stated.get().into_iter().map(head).collect_view()
    };
    let says = move || {
        let (kind, year) = (state.with(LadderState::kind).label().to_lowercase(), year.get()?);
        let many = words::count(all.with(Vec::len), "service", "services");
        Some(format!("{} with a {kind} stated for {year}.", words::sentence(&many)))
    };
    view! {
        <p class="filters__says" role="status">{says}</p>
        <Show when=move || !all.with(Vec::is_empty) fallback=|| view! { <p>"No service has such a figure for this year. Figures are added on the page of savings."</p> }>
            <div class="table-box">
                <table class="table table--stack-early table--dense" role="table">
                    <caption class="table__caption">"Each service's figure on every basis. They are never added."</caption>
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">"Service"</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{move || rows.get().into_iter().map(|row| shown(row, &stated.get(), state)).collect_view()}</tbody>
                </table>
                <More left=Signal::derive(more) limit=limit step=MOST_SERVICES of=("service", "services") />
            </div>
        </Show>
    }
}

fn shown(row: LadderRow, stated: &[(usize, Basis)], state: Memo<LadderState>) -> impl IntoView + use<> {
    let to = Route::Ladder(LadderState { service: Some(row.service), bar: None, ..state.get_untracked() });
    let cell = |(place, basis): &(usize, Basis)| {
        let amount = row.cells.get(*place).copied().flatten();
        let says = amount.map_or_else(|| words::NOT_STATED.to_owned(), words::money::exact);
        view! { <td role="cell" class="number" data-label=basis.label()><span class:not-stated=amount.is_none()>{says}</span></td> }
    };
    let cells = stated.iter().map(cell).collect_view();
    let open: Vec<String> = row.unexplained.iter().map(|rest| words::money::change(*rest, words::money::exact)).collect();
    let note = if row.cells.iter().all(Option::is_none) {
        Some("Only in a figure for several services together".to_owned())
    } else {
        (!open.is_empty()).then(|| format!("Not explained: {}", words::list(open)))
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link--alone" href=to.to_string()>{row.name}</a>
                {note.map(|note| view! { <span class="table__note">{note}</span> })}
            </th>
            {cells}
        </tr>
    }
}
