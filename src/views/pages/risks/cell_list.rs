//! The risks of the cell that is open, each with what is done about it.

use leptos::prelude::*;

use crate::analysis::risks::RegisterRow;
use crate::domain::matrix::Matrix;
use crate::domain::risk::RiskId;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::pages::risks::looking::Looking;
use crate::views::parts::more::More;
use crate::views::parts::movement::Movement;
use crate::words;

const AT_FIRST: usize = 50;
const MITIGATION_LENGTH: usize = 160;

/// The list beside the heatmap; without a cell, what to do to see one.
#[component]
pub fn CellList(
    /// What is looked at.
    looking: Looking,
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let limit = RwSignal::new(AT_FIRST);
    let list = looking.cell_register(limit);
    let total = Memo::new(move |_| list.with(|list| list.total));
    let held = Memo::new(move |_| list.with(|list| list.rows.clone()));
    let ids = Memo::new(move |_| held.with(|rows| rows.iter().map(|row| row.mention.id.clone()).collect::<Vec<_>>()));
    let more = Memo::new(move |_| total.get().saturating_sub(limit.get()));
    let head = move || match looking.cell.get() {
        Some(at) => {
            let count = words::count(total.get(), "risk", "risks");
            matrix.with(|matrix| format!("{}: {count}", words::level::level(matrix, at)))
        }
        None => "Choose a cell".to_owned(),
    };
    let is_open = Memo::new(move |_| looking.cell.get().is_some());
    view! {
        <section class:screen-only=move || !is_open.get() aria-labelledby="cell-head">
            <h2 id="cell-head" aria-live="polite">{head}</h2>
            <Show when=move || is_open.get() fallback=|| view! { <p>"Each number is a cell that holds risks. Choose one to see them here."</p> }>
                <ul class="say">
                    <For each=move || ids.get() key=Clone::clone let:id>
                        <Item id=id held=held matrix=matrix />
                    </For>
                </ul>
                <More left=more limit=limit step=AT_FIRST of=("risk", "risks") />
                <p><a class="link--alone" href=move || looking.without_cell().to_string()>"Close the cell"</a></p>
            </Show>
        </section>
    }
}

#[component]
fn Item(id: RiskId, held: Memo<Vec<RegisterRow>>, matrix: Memo<Matrix>) -> impl IntoView {
    let session = use_session();
    let to = Route::Risk(id.clone());
    let row = {
        let id = id.clone();
        Memo::new(move |_| held.with(|rows| rows.iter().find(|row| row.mention.id == id).cloned()))
    };
    let stated = session.select(&[Kind::Risk], move |workspace, _| {
        let Some(risk) = workspace.risks.get(&id) else { return (None, None) };
        let mitigation = risk.mitigation.as_deref().map(|text| words::count::shortened(text, MITIGATION_LENGTH));
        (risk.reference.clone(), mitigation)
    });
    let movement = move || {
        let row = row.get()?;
        let says = matrix.with(|matrix| row.movement.said(matrix, row.level))?;
        Some(view! { <Movement direction=row.movement.direction()? says=says /> ". " })
    };
    let who = move || {
        let row = row.get()?;
        let owner = row.owner.unwrap_or_else(|| "No owner stated".to_owned());
        let review = match row.review {
            Some(day) if row.review_is_overdue => format!("review was due {}", words::date::long(day)),
            Some(day) => format!("review {}", words::date::long(day)),
            None => "no review date".to_owned(),
        };
        Some(format!("{owner}, {review}."))
    };
    view! {
        <li class="say__line">
            <span class="say__mark">{move || stated.get().0}</span>
            <div>
                <a href=to.to_string()>{move || row.with(|row| row.as_ref().map(|row| title(&row.title)))}</a>
                <small class="say__reason">{movement} {move || stated.get().1.map(|text| format!("{text} "))} {who}</small>
            </div>
        </li>
    }
}

/// A link always has words.
fn title(title: &str) -> String {
    if title.is_empty() { "Risk without a title".to_owned() } else { title.to_owned() }
}
