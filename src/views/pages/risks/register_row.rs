//! A row of the register.

use leptos::prelude::*;

use crate::analysis::risks::RegisterRow;
use crate::domain::matrix::Matrix;
use crate::domain::risk::{Direction, RiskId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::route::Route;
use crate::session::use_session;
use crate::views::parts::movement::Movement;
use crate::views::parts::stated::Stated;
use crate::words;

/// One risk. Each cell follows this row alone, so that an edit elsewhere leaves it be.
#[component]
pub fn Row(
    /// Which.
    id: RiskId,
    /// The rows that are shown.
    shown: Memo<Vec<RegisterRow>>,
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let session = use_session();
    let to = Route::Risk(id.clone());
    let named = {
        let id = id.clone();
        session.select(&[Kind::Risk, Kind::Programme, Kind::Service], move |workspace, _| {
            let Some(risk) = workspace.risks.get(&id) else { return (None, None) };
            let subject = risk.service.as_ref().map(Subject::from).or_else(|| risk.programme.as_ref().map(Subject::from));
            (risk.reference.clone(), subject.map(|subject| words::name(workspace, &subject)))
        })
    };
    let row = Memo::new(move |_| shown.with(|rows| rows.iter().find(|row| row.mention.id == id).cloned()));
    // Each cell has a memo of its own: a new score writes the cells that say something else now, and no other.
    let text = move |pick: fn(&RegisterRow) -> Option<String>| Memo::new(move |_| row.with(|row| pick(row.as_ref()?)));
    let is = move |pick: fn(&RegisterRow) -> bool| Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(pick)));
    let level = Memo::new(move |_| row.with(|row| row.as_ref()?.level));
    let score = Memo::new(move |_| {
        let score = |level| matrix.with(|matrix| words::level::score(matrix, level));
        level.get().map_or_else(|| "not scored".to_owned(), score)
    });
    let part = move |pick: fn((String, String)) -> String| {
        Memo::new(move |_| Some(pick(matrix.with(|matrix| Some(words::level::parts(matrix, level.get()?)))?)))
    };
    let (likelihood, impact) = (part(|parts| parts.0), part(|parts| parts.1));
    let is_scored = Memo::new(move |_| level.with(Option::is_some));
    let moved = Memo::new(move |_| {
        row.with(|row| {
            let row = row.as_ref()?;
            Some((row.movement.direction()?, matrix.with(|matrix| row.movement.said(matrix, row.level))?))
        })
    });
    let has_moved = Memo::new(move |_| moved.with(Option::is_some));
    let direction = Signal::derive(move || moved.with(|moved| moved.as_ref().map_or(Direction::Same, |moved| moved.0)));
    let says = Signal::derive(move || moved.with(|moved| moved.as_ref().map(|moved| moved.1.clone()).unwrap_or_default()));
    let is_closed = is(|row| !row.is_open);
    let is_overdue = is(|row| row.review_is_overdue);
    let reference = Memo::new(move |_| named.with(|named| named.0.clone()));
    let of = Memo::new(move |_| named.with(|named| named.1.clone()));
    view! {
        <tr role="row">
            <td role="cell" data-label="Ref">{reference}</td>
            <th scope="row" role="rowheader">
                <a class="link--alone" href=to.to_string()>{text(|row| Some(if row.title.is_empty() { "Risk without a title".to_owned() } else { row.title.clone() }))}</a>
                {move || of.get().map(|of| view! { <span class="table__note">{of}</span> })}
                {move || is_closed.get().then(|| view! { <span class="flag" data-tone="calm">"Closed"</span> })}
            </th>
            <td role="cell" class="unbroken" data-label="Score">{score} {move || is_scored.get().then(|| view! { <span class="table__note"><span class="unbroken">{likelihood}</span> " × " <span class="unbroken">{impact}</span></span> })}</td>
            <td role="cell" data-label="Movement">{move || has_moved.get().then(|| view! { <Movement direction=direction says=says /> })}</td>
            <td role="cell" data-label="Owner"><Stated value=text(|row| row.owner.clone()) /></td>
            <td role="cell" class="unbroken" data-label="Review">
                <Stated value=text(|row| row.review.map(words::date::short)) />
                {move || is_overdue.get().then(|| view! { " " <span class="flag" data-tone="bad">"Overdue"</span> })}
            </td>
        </tr>
    }
}
