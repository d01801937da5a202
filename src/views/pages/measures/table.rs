//! Every measure by its service, and under it each council: what was read, how that stands and where it goes.

use leptos::prelude::*;

use crate::analysis::measures::{Group, LineRow, Row, first, register_table};
use crate::domain::subject::Subject;
use crate::domain::year::FinancialYear;
use crate::route::Route;
use crate::session::{Request, use_session};
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::light::{Light, TrendMark};
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 50;

/// A table for each service, fifty measures at a time.
#[component]
pub fn MeasuresTable(
    /// The measures in order.
    groups: Memo<Vec<Group>>,
    /// In which year.
    year: Memo<Option<FinancialYear>>,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let total = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.rows.len()).sum::<usize>()));
    let more = move || total.get().saturating_sub(limit.get());
    let save = move |_| {
        let Some(year) = year.get_untracked() else { return };
        let text = words::csv::csv(groups.with_untracked(|groups| register_table(groups, year)));
        let name = format!("measures-{}.csv", year.to_string().replace('/', "-"));
        session.request(Request::SaveText { name, kind: "text/csv", text });
    };
    let tables = move || {
        groups.with(|groups| {
            first(groups, limit.get()).into_iter().map(|group| of_service(&group, year.get_untracked())).collect_view()
        })
    };
    view! {
        <Show when=move || { total.get() > 0 } fallback=|| view! { <p>"No measure is like that."</p> }>
            {tables}
            <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("measure", "measures") />
            <p><button class="button button--quiet button--small" data-reads="" type="button" on:click=save>"Measures as CSV"</button></p>
        </Show>
    }
}

fn of_service(group: &Group, year: Option<FinancialYear>) -> impl IntoView + use<> {
    let head = match group.service.clone() {
        Some(service) => {
            view! { <a class="link--alone" href=Route::Service(service).to_string()>{group.name.clone()}</a> }.into_any()
        }
        None => group.name.clone().into_any(),
    };
    let name = group.name.clone();
    let year_words = year.map(|year| year.to_string());
    let rows = group.rows.iter().map(|row| of_measure(row, year)).collect_view();
    view! {
        <h3>{head}</h3>
        <div class="table-box">
            <table class="table table--stack-early table--dense" role="table">
                <caption class="table__caption table__caption--quiet"><span class="visually-hidden">{name}", "</span>{year_words}</caption>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader">"Council"</th>
                        <th scope="col" role="columnheader">"Latest reading"</th>
                        <th scope="col" role="columnheader" class="number">"Year to date"</th>
                        <th scope="col" role="columnheader" class="number">"Target"</th>
                        <th scope="col" role="columnheader">"Status"</th>
                        <th scope="col" role="columnheader">"Trend"</th>
                        <th scope="col" role="columnheader">"Since sharing"</th>
                        <th scope="col" role="columnheader">"Year end"</th>
                    </tr>
                </thead>
                {rows}
            </table>
        </div>
    }
}

fn of_measure(row: &Row, year: Option<FinancialYear>) -> impl IntoView + use<> {
    let to = Route::Measure(row.id.clone(), year).to_string();
    let lines = row.lines.iter().map(line).collect_view();
    let none = row.lines.is_empty().then(|| view! { <tr role="row"><td role="cell" colspan="8">"No council takes part in this service yet, so that nobody has figures. Say on the service's page who takes part."</td></tr> });
    let note = row.note.clone().map(|note| view! { <span class="table__note">{note}</span> });
    view! {
        <tbody>
            <tr role="row" class="table__group"><th scope="rowgroup" role="rowheader" colspan="8"><a class="link--alone" href=to>{row.name.clone()}</a><ConflictMark record=Subject::from(&row.id) />{note}</th></tr>
            {lines}
            {none}
        </tbody>
    }
}

fn line(line: &LineRow) -> impl IntoView + use<> {
    let latest = match line.latest.clone() {
        Some((figure, period)) => view! { {figure}<span class="table__note">{period}</span> }.into_any(),
        None => view! { <span class="not-stated">{words::NO_READING}</span> }.into_any(),
    };
    let says = line.judgement.is_ok().then(|| view! { <span class="table__note">{line.says.clone()}</span> });
    let outlook = line.forecast.is_some().then(|| view! { <span class="table__note"><Light judgement=line.outlook /></span> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{line.called.clone()}</th>
            <td role="cell" data-label="Latest reading">{latest}</td>
            <td role="cell" class="number" data-label="Year to date">{or_not_stated(line.to_date.clone())}</td>
            <td role="cell" class="number" data-label="Target">{or_not_stated(line.target.clone())}</td>
            <td role="cell" data-label="Status"><Light judgement=line.judgement />{says}</td>
            <td role="cell" data-label="Trend"><TrendMark trend=line.trend /></td>
            <td role="cell" data-label="Since sharing">{or_not_stated(line.since.clone())}</td>
            <td role="cell" data-label="Year end">{or_not_stated(line.forecast.clone())}{outlook}</td>
        </tr>
    }
}

fn or_not_stated(text: Option<String>) -> AnyView {
    match text {
        Some(text) => text.into_any(),
        None => view! { <span class="not-stated">{words::NOT_STATED}</span> }.into_any(),
    }
}
