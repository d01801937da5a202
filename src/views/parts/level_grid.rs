//! The heatmap to write on: the same grid with a radio button in each cell.

use leptos::prelude::*;

use crate::domain::level::{Level, Step};
use crate::domain::matrix::{Band, Matrix};
use crate::views::parts::form::Form;
use crate::words;

/// A choice of one likelihood and impact. Nothing is chosen until the person chooses.
#[component]
pub fn LevelGrid(
    /// The form that it belongs to.
    form: Form,
    /// What is to be chosen.
    #[prop(into)]
    legend: Signal<String>,
    /// What is chosen, as `key_of` writes it; empty where nothing is.
    value: RwSignal<String>,
    /// Where the risk stands now.
    #[prop(into)]
    now: Signal<Option<Level>>,
    /// The words and bands of the workspace.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let refusal = Memo::new(move |_| form.refusal("level"));
    let error = StoredValue::new(format!("{}-error", form.element("level")));
    let row = move |likelihood: Step| {
        let cells = Step::ALL.map(|impact| {
            view! { <td><Choice form=form value=value now=now matrix=matrix at=Level { l: likelihood, i: impact } /></td> }
        });
        let axis = (likelihood.number() == 4).then(|| view! { <span class="heatmap__axis">"Likelihood"</span> " " });
        view! { <tr><th class="heatmap__level" scope="row">{axis}{move || matrix.with(|matrix| matrix.likelihood(likelihood).to_owned())}</th>{cells.collect_view()}</tr> }
    };
    let impacts = Step::ALL.map(|impact| {
        view! { <th class="heatmap__impact" scope="col">{move || matrix.with(|matrix| matrix.impact(impact).to_owned())}</th> }
    });
    view! {
        <fieldset class="choices" aria-describedby=move || refusal.with(Option::is_some).then(|| error.get_value())>
            <legend class="choices__legend">{legend}</legend>
            {move || refusal.get().map(|says| view! { <p class="field__error" id=error.get_value()>{says}</p> })}
            <div class="heatmap-box">
                <table class="heatmap" role="presentation">
                    <tbody>{Step::ALL.into_iter().rev().map(row).collect_view()}</tbody>
                    <tfoot><tr><td class="heatmap__level">"Impact"</td>{impacts.collect_view()}</tr></tfoot>
                </table>
            </div>
        </fieldset>
    }
}

#[component]
fn Choice(form: Form, value: RwSignal<String>, now: Signal<Option<Level>>, matrix: Memo<Matrix>, at: Level) -> impl IntoView {
    let is_now = Memo::new(move |_| now.get() == Some(at));
    let name = move || {
        let level = matrix.with(|matrix| words::level::level(matrix, at));
        if is_now.get() { format!("{level} (now)") } else { level }
    };
    let key = key_of(at);
    let checked = {
        let key = key.clone();
        move || value.with(|value| *value == key)
    };
    let chosen = key.clone();
    let id = form.element(&cell_id(at));
    let moved = move |event: leptos::ev::KeyboardEvent| {
        // Keys may come faster than the focus moves: what is chosen is where the person is.
        let from = value.with_untracked(|value| level_of(value)).unwrap_or(at);
        let Some(to) = next(from, &event.key()) else { return };
        // The browser would go on in the order of the radio buttons, which is not the order of the grid.
        event.prevent_default();
        value.set(key_of(to));
        form.focus(&cell_id(to));
    };
    view! {
        <label class="heatmap__cell" class:heatmap__cell--held=is_now data-band=move || matrix.with(|matrix| Band::key(matrix.band(at)))>
            <input class="heatmap__choice" type="radio" id=id name=form.element("level") value=key aria-label=name prop:checked=checked on:keydown=moved on:change=move |_| value.set(chosen.clone()) />
            <span class="heatmap__score" aria-hidden="true">{at.score()}</span>
            {move || is_now.get().then(|| view! { <span class="heatmap__now" aria-hidden="true">"now"</span> })}
        </label>
    }
}

/// The cell at the top left, the first in the order of tabs.
const FIRST: (u8, u8) = (4, 1);

/// The name of a cell's element within its form. The first cell carries the field's own name, so that the summary of what
/// is wrong leads there.
fn cell_id(level: Level) -> String {
    if (level.l.number(), level.i.number()) == FIRST { "level".to_owned() } else { format!("level-{}", key_of(level)) }
}

/// Where a key leads from a cell, as the grid is seen: likelihood grows upwards, impact to the right. At an edge it stays.
/// Nothing for keys that do not move.
fn next(from: Level, key: &str) -> Option<Level> {
    let (likelihood, impact) = (from.l.number(), from.i.number());
    let (likelihood, impact) = match key {
        "ArrowUp" => (likelihood + 1, impact),
        "ArrowDown" => (likelihood - 1, impact),
        "ArrowRight" => (likelihood, impact + 1),
        "ArrowLeft" => (likelihood, impact - 1),
        "Home" => (likelihood, 1),
        "End" => (likelihood, 4),
        _ => return None,
    };
    Some(Level::new(likelihood, impact).unwrap_or(from))
}

/// A level as the grid's fields hold it: `3x2`, likelihood × impact.
pub fn key_of(level: Level) -> String {
    format!("{}x{}", level.l.number(), level.i.number())
}

/// The level that a field of the grid holds.
pub fn level_of(key: &str) -> Option<Level> {
    let (likelihood, impact) = key.split_once('x')?;
    Level::new(likelihood.parse().ok()?, impact.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_as_the_grid_is_seen() {
        let from = |key: &str, pressed: &str| next(level_of(key).unwrap(), pressed).map(key_of);
        assert_eq!(from("2x3", "ArrowUp").as_deref(), Some("3x3"));
        assert_eq!(from("2x3", "ArrowDown").as_deref(), Some("1x3"));
        assert_eq!(from("2x3", "ArrowLeft").as_deref(), Some("2x2"));
        assert_eq!(from("2x3", "ArrowRight").as_deref(), Some("2x4"));
        assert_eq!(from("4x1", "ArrowUp").as_deref(), Some("4x1"));
        assert_eq!(from("1x1", "ArrowLeft").as_deref(), Some("1x1"));
        assert_eq!(from("3x3", "Home").as_deref(), Some("3x1"));
        assert_eq!(from("3x3", "End").as_deref(), Some("3x4"));
        assert_eq!(from("3x3", "Enter"), None);
    }
}
