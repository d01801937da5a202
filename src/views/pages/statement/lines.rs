//! The lines of the statement, column by column: whose how much is, by which rule, who agreed it, and where it is stated.

use leptos::prelude::*;

use crate::analysis::depth::{Asked, Column, LineTold, Statement, line_told};
use crate::analysis::papers;
use crate::domain::money::MoneyId;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::statement::KINDS;
use crate::views::parts::more::More;
use crate::views::parts::paper_key::PaperKey;
use crate::words;

/// As many lines as stand on the page at first.
const AT_FIRST: usize = 200;

type Line = (Column, MoneyId, Option<String>, String, LineTold);

/// Every line.
#[component]
pub fn Lines(
    /// The statement.
    made: Memo<Option<Statement>>,
    /// Which it is.
    asked: Memo<Asked>,
) -> impl IntoView {
    let session = use_session();
    let limit = RwSignal::new(AT_FIRST);
    let total = Memo::new(move |_| made.with(|made| made.as_ref().map_or(0, |made| made.lines.len())));
    let more = move || total.get().saturating_sub(limit.get());
    let lines = session.select(KINDS, move |workspace, _| {
        made.with(|made| {
            let lines = made.iter().flat_map(|made| made.lines.iter().take(limit.get()));
            lines
                .map(|line| -> Line {
                    let year = line.of.year.map(|year| year.to_string());
                    let whole = words::money::exact(line.of.whole);
                    (line.column, line.of.line.clone(), year, whole, line_told(workspace, line))
                })
                .collect::<Vec<_>>()
        })
    });
    let named = session
        .select(KINDS, move |workspace, _| lines.with(|lines| papers::of_lines(workspace, lines.iter().map(|(_, id, ..)| id))));
    let head = session.select(KINDS, move |workspace, _| {
        let own = asked.with(|asked| asked.partner.clone());
        own.map_or_else(
            || "Every line".to_owned(),
            |id| format!("Lines with a share of {}", words::partner::short(workspace, &id)),
        )
    });
    view! {
        <section aria-labelledby="statement-lines">
            <h2 id="statement-lines">{head}</h2>
            <Show when=move || { total.get() > 0 } fallback=|| view! { <p>"No line has a share of this council's own."</p> }>
                <div class="table-box">
                    <table class="table table--stack" role="table">
                        <caption class="table__caption">"Each line, how it is divided, and its source"</caption>
                        <thead>
                            <tr role="row">
                                <th scope="col" role="columnheader" class="table__main">"Line"</th>
                                <th scope="col" role="columnheader">"Column"</th>
                                <th scope="col" role="columnheader" class="number">"Amount"</th>
                                <th scope="col" role="columnheader">"Whose"</th>
                                <th scope="col" role="columnheader">"How it is divided"</th>
                                <th scope="col" role="columnheader">"Source"</th>
                            </tr>
                        </thead>
                        <tbody>{move || lines.get().into_iter().map(row).collect_view()}</tbody>
                    </table>
                    <More left=Signal::derive(more) limit=limit step=AT_FIRST of=("line", "lines") />
                </div>
                <PaperKey papers=named />
            </Show>
        </section>
    }
}

fn row((column, id, year, whole, told): Line) -> impl IntoView {
    let shares = told
        .shares
        .into_iter()
        .map(|(whose, share)| view! { <span class="table__note">{format!("{whose}: {share}")}</span> })
        .collect_view();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link--alone" href=Route::money(id).to_string()>{told.title}</a>
                {year.map(|year| view! { <span class="table__note">{year}</span> })}
            </th>
            <td role="cell" data-label="Column">{column.label()}</td>
            <td role="cell" class="number" data-label="Amount">{whole}</td>
            <td role="cell" data-label="Whose">{shares}</td>
            <td role="cell" data-label="How it is divided">{told.rule}</td>
            <td role="cell" data-label="Source">{told.source}</td>
        </tr>
    }
}
