//! Benefits as the Board's form has them: expected, actual, commentary.

use leptos::prelude::*;

use crate::analysis::benefits::{Group, Row};
use crate::route::Route;
use crate::views::parts::more::More;
use crate::words;

const AT_FIRST: usize = 50;

/// A table with the services as its groups.
#[component]
pub fn BenefitsTable(
    /// What stands in it.
    groups: Memo<Vec<Group>>,
) -> impl IntoView {
    let limit = RwSignal::new(AT_FIRST);
    let total = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.rows.len()).sum::<usize>()));
    let more = move || total.get().saturating_sub(limit.get());
    let body = move || {
        let mut left = limit.get();
        groups.with(|groups| {
            groups
                .iter()
                .map(|group| {
                    let shown = left.min(group.rows.len());
                    left -= shown;
                    of_service(group, shown)
                })
                .collect_view()
        })
    };
    view! {
        <div class="table-box">
            <table class="table table--stack" role="table" aria-labelledby="benefits-head">
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader" class="table__wide">"Benefit"</th>
                        <th scope="col" role="columnheader">"Expected"</th>
                        <th scope="col" role="columnheader">"Actual to date"</th>
                        <th scope="col" role="columnheader">"Due"</th>
                        <th scope="col" role="columnheader" class="table__main">"Commentary"</th>
                    </tr>
                </thead>
                {body}
            </table>
            <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("benefit", "benefits") />
        </div>
    }
}

fn of_service(group: &Group, shown: usize) -> Option<impl IntoView + use<>> {
    let rows = group.rows.iter().take(shown).map(row).collect_view();
    let name = match group.service.clone() {
        Some(service) => view! { <a href=Route::BenefitsOf(service).to_string()>{group.name.clone()}</a> }.into_any(),
        None => group.name.clone().into_any(),
    };
    (shown > 0).then(|| {
        view! {
            <tbody>
                <tr role="row" class="table__group"><th scope="rowgroup" role="rowheader" colspan="5">{name}</th></tr>
                {rows}
            </tbody>
        }
    })
}

fn row(row: &Row) -> impl IntoView + use<> {
    let kind = match (row.foreseen, row.partners.is_empty()) {
        (true, true) => row.sort.to_owned(),
        (true, false) => format!("{}; {}", row.sort, row.partners),
        (false, true) => format!("{}; not in the business case", row.sort),
        (false, false) => format!("{}; not in the business case; {}", row.sort, row.partners),
    };
    let due = row.due.clone().map(|(due, is_late)| {
        let late = is_late.then(|| view! { " " <span class="flag">"Overdue"</span> });
        view! { {due}{late} }
    });
    let unexplained = row.is_unexplained.then(|| view! { " " <span class="flag">"Says not why it differs"</span> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{row.what.clone()}<span class="table__note">{kind}</span></th>
            <td role="cell" data-label="Expected">{stated(row.expected.clone(), words::NOT_STATED)}</td>
            <td role="cell" data-label="Actual to date">{stated(row.actual.clone(), words::NOT_REPORTED)}<span class="table__note">{format!("Achievement: {}", row.achievement)}</span></td>
            <td role="cell" data-label="Due">{due.map_or_else(|| stated(None, words::NOT_STATED), IntoAny::into_any)}</td>
            <td role="cell" data-label="Commentary">{stated(row.commentary.clone(), "none")}{unexplained}</td>
        </tr>
    }
}

fn stated(text: Option<String>, otherwise: &'static str) -> AnyView {
    match text {
        Some(text) => text.into_any(),
        None => view! { <span class="not-stated">{otherwise}</span> }.into_any(),
    }
}
